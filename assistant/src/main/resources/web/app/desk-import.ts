import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { ApiProblem, call } from "./shared/api";
import { plainWords } from "./shared/wording";

/** Field → column's name. */
type Mapping = Record<string, string>;

interface Imported {
  preview: boolean;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: { row: number; externalNumber: string | null; reason: string }[];
  failedFile: string | null;
  failedWorkbook: string | null;
  columns: string[];
  mapping: Mapping;
  unmapped: string[];
  warnings: { row: number; column: string; value: string; message: string }[];
  notes: string[];
  sample: Record<string, string>[];
}

const FIELDS: [field: string, label: string][] = [
  ["externalNumber", "工单编号"],
  ["title", "标题"],
  ["text", "正文"],
  ["askedAt", "来电时间"],
  ["region", "地区"],
  ["enterprise", "企业名称"],
  ["contactName", "联系人"],
  ["contactPhone", "联系电话"],
  ["contactEmail", "电子邮箱"],
];

/** Twenty thousand rows may take their time. */
const IMPORT_MILLIS = 300_000;
const SHOWN = 20;

/** A hotline's list of work orders: looked at first, with its columns assigned, then brought in; fires `imported`. */
class DeskImport extends PageElement {
  static styles = [
    pageStyles,
    css`
      form,
      .columns {
        display: grid;
        gap: 0.5rem;
      }
      .columns {
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      }
      .card {
        padding: 0.5em 1em;
      }
      td {
        max-width: 18em;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    columns: { state: true },
    mapping: { state: true },
    preview: { state: true },
    result: { state: true },
  };
  /** Of the file that was chosen; empty before one is read. */
  declare columns: string[];
  declare mapping: Mapping;
  declare preview: Imported | null;
  declare result: Imported | null;
  #file: File | null = null;

  constructor() {
    super();
    this.columns = [];
    this.mapping = {};
    this.preview = null;
    this.result = null;
  }

  render(): TemplateResult {
    return html`<details class="card">
      <summary>导入热线工单（XLSX 或 CSV）</summary>
      <form @submit=${this.#submit}>
        <p class="dim">先预览，核对各列的含义后再导入。工单编号保留；导入过的行不会重复立案，没有人办理过的按新内容补全。</p>
        <label for="sheet">工单文件（最多 20000 行、20 MB）</label>
        <input id="sheet" name="file" type="file" required accept=".xlsx,.csv" @change=${this.#chosen} />
        ${this.columns.length > 0 ? this.#columns() : nothing} ${this.failureNotice()} ${this.loadingNotice("正在读取…")}
        ${this.preview ? this.#preview(this.preview) : nothing}
      </form>
      ${this.result ? this.#outcome(this.result) : nothing}
    </details>`;
  }

  #columns(): TemplateResult {
    return html`<fieldset>
      <legend>各列的含义</legend>
      <div class="columns">
        ${FIELDS.map(
          ([field, label]) => html`<div>
            <label for=${`c-${field}`}>${label}</label>
            <select id=${`c-${field}`} @change=${(event: Event) => this.#assign(field, (event.target as HTMLSelectElement).value)}>
              <option value="" .selected=${!this.mapping[field]}>文件中没有</option>
              ${this.columns.map((column) => html`<option value=${column} .selected=${this.mapping[field] === column}>${column}</option>`)}
            </select>
          </div>`,
        )}
      </div>
    </fieldset>`;
  }

  #preview(preview: Imported): TemplateResult {
    const fields = FIELDS.filter(([field]) => preview.mapping[field]);
    const count = preview.created + preview.updated;
    return html`<div role="status">
        <p class="notice">
          共 ${preview.rows} 行：将立案 ${preview.created} 件，补全 ${preview.updated} 件，此前已有 ${preview.unchanged} 件，有问题 ${preview.failed.length} 行。
          ${preview.unmapped.length > 0 ? html`<br />没有用到的列：<strong>${preview.unmapped.join("、")}</strong>。` : nothing}
        </p>
        ${preview.notes.map((note) => html`<p class="dim">${note}</p>`)} ${this.#warnings(preview)} ${this.#failures(preview)}
      </div>
      ${preview.sample.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="前几行">
            <table>
              <thead><tr>${fields.map(([, label]) => html`<th scope="col">${label}</th>`)}</tr></thead>
              <tbody>${preview.sample.map((line) => html`<tr>${fields.map(([field]) => html`<td>${line[field] ?? ""}</td>`)}</tr>`)}</tbody>
            </table>
          </div>`
        : nothing}
      <div><button class="primary" ?disabled=${this.loading || count === 0}>导入 ${count} 件</button></div>`;
  }

  #warnings({ warnings }: Imported): TemplateResult | typeof nothing {
    return warnings.length === 0
      ? nothing
      : html`<details>
          <summary class="warn">有 ${warnings.length} 处没有读懂，导入后为空</summary>
          <ul>${warnings.slice(0, SHOWN).map((one) => html`<li>第 ${one.row} 行“${one.column}”：${one.value}（${plainWords(one.message)}）</li>`)}</ul>
          ${warnings.length > SHOWN ? html`<p class="dim">其余 ${warnings.length - SHOWN} 处没有列出。</p>` : nothing}
        </details>`;
  }

  #failures({ failed }: Imported): TemplateResult | typeof nothing {
    return failed.length === 0
      ? nothing
      : html`<ul>
            ${failed.slice(0, SHOWN).map((one) => html`<li>第 ${one.row} 行${one.externalNumber ? `（${one.externalNumber}）` : ""}：${plainWords(one.reason)}</li>`)}
          </ul>
          ${failed.length > SHOWN ? html`<p class="dim">其余 ${failed.length - SHOWN} 行${this.result ? "见文件" : "没有列出"}。</p>` : nothing}`;
  }

  #outcome(result: Imported): TemplateResult {
    return html`<p class="notice" role="status">
        共 ${result.rows} 行，新立案 ${result.created} 件，补全 ${result.updated} 件，此前已有 ${result.unchanged} 件，未导入 ${result.failed.length} 行。
      </p>
      ${this.#failures(result)}
      ${result.failedFile
        ? html`<p>未导入的行：<a href=${result.failedWorkbook ?? result.failedFile} download>XLSX</a> <a href=${result.failedFile} download>CSV</a>，改好后可以再传。</p>`
        : nothing}`;
  }

  #chosen(event: Event): void {
    this.#file = (event.target as HTMLInputElement).files?.[0] ?? null;
    this.columns = [];
    this.mapping = {};
    this.preview = null;
    this.result = null;
    void this.#look(null);
  }

  /** A column has one meaning. */
  #assign(field: string, column: string): void {
    const others = Object.entries(this.mapping).map(([other, given]) => [other, column !== "" && given === column ? "" : given]);
    this.mapping = { ...Object.fromEntries(others), [field]: column };
    void this.#look(this.mapping);
  }

  async #look(mapping: Mapping | null): Promise<void> {
    if (!this.#file) {
      return;
    }
    const preview = await this.during((signal) => this.#send(true, mapping, signal));
    if (preview) {
      this.preview = preview;
      this.columns = preview.columns;
      this.mapping = preview.mapping;
    } else if (this.failure instanceof ApiProblem) {
      // The columns could not be told apart: they are named, for the reader to say.
      const { columns, mapping: found } = this.failure.body as { columns?: string[]; mapping?: Mapping };
      this.preview = null;
      this.columns = columns ?? this.columns;
      this.mapping = mapping ?? found ?? this.mapping;
    }
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const result = this.preview ? await this.during((signal) => this.#send(false, this.mapping, signal)) : null;
    if (result) {
      this.result = result;
      this.preview = null;
      this.columns = [];
      this.dispatchEvent(new CustomEvent("imported"));
    }
  }

  #send(preview: boolean, mapping: Mapping | null, signal: AbortSignal): Promise<Imported> {
    const form = new FormData();
    form.set("file", this.#file!);
    form.set("preview", String(preview));
    if (mapping) {
      const all = FIELDS.map(([field]) => [field, mapping[field] ?? ""]);
      form.set("mapping", JSON.stringify(Object.fromEntries(all)));
    }
    return call<Imported>("", "/api/cases/import", { method: "POST", body: form, timeoutMillis: IMPORT_MILLIS, signal });
  }
}

customElements.define("zt-desk-import", DeskImport);
