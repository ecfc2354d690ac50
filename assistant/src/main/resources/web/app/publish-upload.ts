import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "./page";
import { METADATA, changed, metadataInput, type Metadata, type MetadataField } from "./policy-fields";
import "./publish-many";
import { samenessField, settleSame, type SameNamed, type Sameness } from "./same-named";
import { call } from "./shared/api";
import { callByPage, type PageLine } from "./shared/lines";
import { confirmed } from "./shared/confirm";
import { holdPage } from "./shared/leave-guard";

interface Published {
  policyId: string | null;
  externalId: string;
  result: string;
  metadata: Metadata;
  clauses: number;
  passages: number;
  warnings: string[];
  sources: { field: string; source: string; note: string | null }[];
  same: SameNamed[];
  outline: { path: string | null; heading: string; depth: number; responsibilities: { department: string }[] }[] | null;
}

interface Due {
  dueOn: string;
  workingDaysLeft: number;
  provisional: boolean;
}

const RESULTS: Record<string, string> = { created: "已发布", updated: "已更新", unchanged: "与已发布的相同，没有变化" };
const ORIGINS: Record<string, string> = { head: "文头", body: "正文", signature: "落款", fileName: "文件名", given: "随文提供", derived: "推算" };

/** What the service reads; docs/formats.md says what it keeps of each. */
const ACCEPTED =
  ".txt,.md,.markdown,.html,.htm,.shtml,.mht,.mhtml,.pdf,.docx,.doc,.wps,.xlsx,.xls,.et,.ofd,.png,.jpg,.jpeg,.tif,.tiff,.gif,.bmp,.jsonl,.ndjson,.zip";

/** So long may a file take without a word: embedding a large one, or a page that is hard to read. */
const READ_MILLIS = 120_000;

/** Upload, look at what was recognised and how the text is divided, correct, publish. */
class PublishUpload extends PageElement {
  static styles = [
    pageStyles,
    css`
      .side {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 1.2rem;
      }
      td input,
      td select {
        min-width: 12rem;
      }
      .outline {
        list-style: none;
        padding: 0;
        max-height: 34rem;
        overflow-y: auto;
      }
      .d1 {
        padding-left: 1.2em;
      }
      .d2 {
        padding-left: 2.4em;
      }
      @media (max-width: 1000px) {
        .side {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 600px) {
        td:last-child,
        thead th:last-child {
          display: none;
        }
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    preview: { state: true },
    published: { state: true },
    due: { state: true },
    many: { state: true },
    reading: { state: true },
  };
  declare reading: PageLine | null;
  declare many: boolean;
  declare preview: Published | null;
  declare published: Published | null;
  declare due: Due | null;
  #file: File | null = null;
  /** Whether what was recognised has been corrected; a browser cannot keep the file for later. */
  #touched = false;

  constructor() {
    super();
    this.preview = null;
    this.published = null;
    this.due = null;
    this.many = false;
    this.reading = null;
  }

  render(): TemplateResult {
    return html`
      <form class="card" @submit=${this.#look}>
        <label for="file">政策文件（可选多份，或打包成 zip；每份最大 50 MB）</label>
        <div class="row nowrap">
          <input id="file" name="file" type="file" required multiple accept=${ACCEPTED} aria-describedby="kinds" @change=${this.#chosen} />
          <button class="primary" ?disabled=${this.loading}>${this.loading ? "正在识别…" : this.many ? "逐份发布" : "预览识别结果"}</button>
        </div>
        <p class="dim" id="kinds">收 txt、md、html、mht、pdf、docx、doc、wps、xlsx、xls、et、ofd、png、jpg、tiff、jsonl 和 zip；扫描件逐页识别。附件与正文一起上传，按文件名归到正文。</p>
      </form>
      ${this.#progress()}
      <zt-publish-many></zt-publish-many>
      ${this.failureNotice()}
      ${this.published
        ? html`<p class="notice" role="status">
            ${RESULTS[this.published.result] ?? this.published.result}：
            <a href=${`/policies/${this.published.policyId}`}>${String(this.published.metadata.title ?? this.published.externalId)}</a>
          </p>`
        : nothing}
      ${this.preview ? keyed(this.preview, this.#recognised(this.preview)) : nothing}
    `;
  }

  /** A scanned file takes a second and more a page. */
  #progress(): TemplateResult | typeof nothing {
    return this.reading
      ? html`<p class="notice" role="status">
          正在识别扫描件：第 ${this.reading.page} 页，共 ${this.reading.pages} 页
          <progress max=${this.reading.pages} value=${this.reading.page - 1} aria-label="扫描件识别进度"></progress>
        </p>`
      : nothing;
  }

  /** Sends a file and shows how far its reading is. */
  async #send(path: string, form: FormData): Promise<Published | null> {
    const published = await this.during((signal) => callByPage<Published>(path, form, READ_MILLIS, signal, (page) => (this.reading = page)));
    this.reading = null;
    return published;
  }

  #recognised(preview: Published): TemplateResult {
    return html`<form class="card" @submit=${this.#publish} @input=${() => this.#touch(true)}>
      <h2>识别结果</h2>
      <p>${preview.clauses} 个条款，${preview.passages} 个检索片段。空着的字段表示文中没有把握识别的内容，可以补填。</p>
      ${this.#clock()}
      ${preview.warnings.length > 0
        ? html`<div class="notice error"><strong>请核对：</strong><ul>${preview.warnings.map((one) => html`<li>${one}</li>`)}</ul></div>`
        : nothing}
      <div class="side">
        <div class="scroll" tabindex="0" role="region" aria-label="元数据">
          <table>
            <thead><tr><th scope="col">字段</th><th scope="col">内容</th><th scope="col">来源</th></tr></thead>
            <tbody>${METADATA.map((field) => this.#row(preview, field))}</tbody>
          </table>
        </div>
        <div>
          <h3>大纲</h3>
          ${preview.outline?.some((clause) => clause.path !== null)
            ? html`<ul class="outline" tabindex="0" aria-label="大纲">
                ${preview.outline.filter((clause) => clause.path !== null).map(
                  (clause) => html`<li class=${`d${Math.min(clause.depth, 2)}`}>
                    ${clause.path!.split("、").filter(Boolean).pop()} ${clause.heading.slice(0, 40)}
                    ${clause.responsibilities.length > 0 ? html`<span class="dim">（${[...new Set(clause.responsibilities.map((one) => one.department))].join("、")}）</span>` : nothing}
                  </li>`,
                )}
              </ul>`
            : html`<p class="dim">这份文件没有分条。</p>`}
        </div>
      </div>
      ${preview.same.length > 0 ? samenessField(preview.same) : nothing}
      <div class="row">
        <button class="primary" ?disabled=${this.loading}>发布</button>
        <button type="button" @click=${() => this.#drop()}>放弃</button>
      </div>
    </form>`;
  }

  #row(preview: Published, field: MetadataField): TemplateResult {
    const name = field.name;
    const source = preview.sources.find((one) => one.field === name);
    return html`<tr>
      <th scope="row"><label for=${`f-${name}`}>${field.label}</label></th>
      <td @change=${name === "issuedOn" ? (event: Event) => void this.#count((event.target as HTMLInputElement).value) : nothing}>
        ${metadataInput(field, preview.metadata)}
      </td>
      <td class="dim">${source ? `${ORIGINS[source.source] ?? source.source} ${source.note ?? ""}` : ""}</td>
    </tr>`;
  }

  #clock(): TemplateResult | typeof nothing {
    if (!this.due) {
      return nothing;
    }
    const left = this.due.workingDaysLeft;
    return html`<p class="notice ${left < 0 ? "error" : ""}" role="status">
      公开时限：成文后 5 个工作日内，即 <strong>${this.due.dueOn}</strong> 前${this.due.provisional ? "（暂定）" : ""}，
      ${left > 0 ? `还剩 ${left} 个工作日。` : left === 0 ? "今天到期。" : `已超过 ${-left} 个工作日。`}
    </p>`;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#touch(false);
  }

  #touch(touched: boolean): void {
    this.#touched = touched;
    holdPage(this, touched);
  }

  #drop(): void {
    this.preview = null;
    this.#touch(false);
  }

  #chosen(event: Event): void {
    const files = [...((event.target as HTMLInputElement).files ?? [])];
    this.many = files.length > 1 || files.some((file) => /\.zip$/i.test(file.name));
  }

  async #look(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const question = { title: `${this.#file?.name} 的核对还没有发布`, lines: ["预览另一份文件会放弃这份的改正。"], yes: "放弃改正", no: "回去发布" };
    if (this.#touched && !(await confirmed(question))) {
      return;
    }
    this.#drop();
    this.published = null;
    this.due = null;
    if (this.many) {
      const page = this.renderRoot.querySelector<HTMLElement & { start(files: File[]): Promise<void> }>("zt-publish-many");
      await page?.start(form.getAll("file") as File[]);
      return;
    }
    this.#file = form.get("file") as File;
    this.preview = await this.#send("/api/policies/preview", form);
    if (this.preview) {
      await this.#count(String(this.preview.metadata.issuedOn ?? ""));
    }
  }

  async #count(issuedOn: string): Promise<void> {
    this.due = /^\d{4}-\d{2}-\d{2}$/.test(issuedOn)
      ? await this.during((signal) => call<Due>("", `/api/policies/publishing-clock/due?issuedOn=${issuedOn}`, { signal }), "clock")
      : null;
  }

  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // Only what the publisher changed is given; the rest stays recognised, with its source.
    const metadata = changed(event.target as HTMLFormElement, this.preview!.metadata);
    const same = this.preview!.same;
    const sameness = new FormData(event.target as HTMLFormElement).get("sameness") as Sameness | null;
    const form = new FormData();
    form.set("file", this.#file!);
    form.set("metadata", new Blob([JSON.stringify(metadata)], { type: "application/json" }));
    const published = await this.#send("/api/policies", form);
    if (published) {
      if (sameness && published.policyId) {
        await this.during((signal) => settleSame(sameness, published.policyId!, same, signal), "same");
      }
      this.published = published;
      this.#drop();
      this.dispatchEvent(new CustomEvent("published"));
    }
  }
}

customElements.define("zt-publish-upload", PublishUpload);
