import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { KIND_LABELS } from "./shared/types";
import { PageElement, pageStyles } from "./page";

interface Published {
  policyId: string | null;
  externalId: string;
  result: string;
  metadata: Record<string, unknown>;
  clauses: number;
  passages: number;
  warnings: string[];
  sources: { field: string; source: string; note: string | null }[];
}

const FIELDS: [string, string][] = [
  ["title", "标题"],
  ["documentNumber", "发文字号"],
  ["indexNumber", "索引号"],
  ["issuer", "发布机构"],
  ["level", "层级"],
  ["region", "地区代码"],
  ["kind", "种类"],
  ["issuedOn", "成文日期"],
  ["publishedOn", "发布日期"],
  ["effectiveFrom", "施行日期"],
  ["effectiveTo", "有效期至"],
];
const RESULTS: Record<string, string> = { created: "已发布", updated: "已更新", unchanged: "与已发布的相同，没有变化" };
const ORIGINS: Record<string, string> = { head: "文头", body: "正文", signature: "落款", fileName: "文件名", given: "随文提供", derived: "推算" };

/** Upload, look at what was recognised, correct, publish. */
class PublishPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      td input {
        min-width: 14rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, preview: { state: true }, published: { state: true } };
  declare preview: Published | null;
  declare published: Published | null;
  #file: File | null = null;

  constructor() {
    super();
    this.preview = null;
    this.published = null;
  }

  render(): TemplateResult {
    return html`
      <h1>政策发布</h1>
      <form class="card" @submit=${this.#look}>
        <label for="file">政策文件（txt、md、html、pdf、docx、doc、ofd，最大 50 MB）</label>
        <input id="file" name="file" type="file" required accept=".txt,.md,.html,.htm,.pdf,.docx,.doc,.ofd" />
        <button class="primary" ?disabled=${this.loading}>${this.loading ? "正在识别…" : "预览识别结果"}</button>
      </form>
      ${this.failureNotice()} ${this.preview ? this.#recognised(this.preview) : nothing}
      ${this.published
        ? html`<p class="notice" role="status">
            ${RESULTS[this.published.result] ?? this.published.result}：
            <a href=${`/policies/${this.published.policyId}`}>${String(this.published.metadata.title ?? this.published.externalId)}</a>
          </p>`
        : nothing}
    `;
  }

  #recognised(preview: Published): TemplateResult {
    return html`<form class="card" @submit=${this.#publish}>
      <h2>识别结果</h2>
      <p>${preview.clauses} 个条款，${preview.passages} 个检索片段。空着的字段表示文中没有把握识别的内容，可以补填。</p>
      ${preview.warnings.length > 0 ? html`<ul class="warn">${preview.warnings.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
      <table>
        <thead><tr><th>字段</th><th>内容</th><th>来源</th></tr></thead>
        <tbody>
          ${FIELDS.map(([name, label]) => this.#field(preview, name, label))}
        </tbody>
      </table>
      <button class="primary" ?disabled=${this.loading}>发布</button>
    </form>`;
  }

  #field(preview: Published, name: string, label: string): TemplateResult {
    const value = preview.metadata[name] == null ? "" : String(preview.metadata[name]);
    const source = preview.sources.find((one) => one.field === name);
    const hint = name === "kind" ? Object.entries(KIND_LABELS).map(([code, text]) => `${code} ${text}`).join("，") : "";
    return html`<tr>
      <th scope="row"><label for=${`f-${name}`}>${label}</label></th>
      <td><input id=${`f-${name}`} name=${name} .value=${value} data-recognised=${value} title=${hint} /></td>
      <td class="dim">${source ? `${ORIGINS[source.source] ?? source.source} ${source.note ?? ""}` : ""}</td>
    </tr>`;
  }

  async #look(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.published = null;
    const form = new FormData(event.target as HTMLFormElement);
    this.#file = form.get("file") as File;
    this.preview = await this.during(() =>
      call<Published>("", "/api/policies/preview", { method: "POST", body: form, timeoutMillis: 120_000 }),
    );
  }

  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const metadata: Record<string, string> = {};
    (event.target as HTMLFormElement).querySelectorAll<HTMLInputElement>("input[name]").forEach((input) => {
      // Only what the publisher changed is given; the rest stays recognised, with its source.
      if (input.value.trim() !== (input.dataset.recognised ?? "")) {
        metadata[input.name] = input.value.trim();
      }
    });
    const form = new FormData();
    form.set("file", this.#file!);
    form.set("metadata", new Blob([JSON.stringify(metadata)], { type: "application/json" }));
    const published = await this.during(() =>
      call<Published>("", "/api/policies", { method: "POST", body: form, timeoutMillis: 120_000 }),
    );
    if (published) {
      this.published = published;
      this.preview = null;
    }
  }
}

customElements.define("zt-publish", PublishPage);
