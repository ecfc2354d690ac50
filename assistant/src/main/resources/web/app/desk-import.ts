import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { ApiProblem, call } from "./shared/api";

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
  mapping: Record<string, string>;
  unmapped: string[];
  warnings: { row: number; column: string; value: string; message: string }[];
  notes: string[];
  sample: Record<string, string>[];
}

/** What a refusal for want of columns tells. */
interface Columns {
  columns: string[];
  mapping: Record<string, string>;
}

const FIELDS: Record<string, string> = {
  externalNumber: "工单编号",
  title: "标题",
  text: "正文",
  askedAt: "来电时间",
  region: "地区",
  enterprise: "企业名称",
  contactName: "联系人",
  contactPhone: "联系电话",
  contactEmail: "电子邮箱",
};

/** Twenty thousand rows may take their time. */
const IMPORT_MILLIS = 300_000;
const SHOWN = 20;

/** A hotline's list of work orders, brought in; fires `imported`. */
class DeskImport extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        max-width: 40rem;
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: 0.5rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, result: { state: true }, columns: { state: true } };
  declare result: Imported | null;
  declare columns: Columns | null;

  constructor() {
    super();
    this.result = null;
    this.columns = null;
  }

  render(): TemplateResult {
    return html`<details class="card">
      <summary>导入热线工单（XLSX 或 CSV）</summary>
      <form @submit=${this.#submit}>
        <p class="dim">列名所在的行和工作表自动识别，按常见列名对应。工单编号保留；导入过的行不会重复立案，无人办理过的按新内容补全；有问题的行列出原因，改好后可以再传。建议先预览。</p>
        <label for="sheet">工单文件（最多 20000 行、20 MB）</label>
        <input id="sheet" name="file" type="file" required accept=".xlsx,.csv" @change=${this.#chosen} />
        ${this.columns ? this.#mapping(this.columns) : nothing}
        <div>
          <button name="preview" value="true" ?disabled=${this.loading}>预览</button>
          <button class="primary" ?disabled=${this.loading}>${this.loading ? "正在读取…" : "导入"}</button>
        </div>
      </form>
      ${this.failureNotice()} ${this.result ? this.#outcome(this.result) : nothing}
    </details>`;
  }

  /** For each field the column that holds it. */
  #mapping(known: Columns): TemplateResult {
    return html`<fieldset>
      <legend>各字段取自哪一列</legend>
      ${Object.entries(FIELDS).map(
        ([field, label]) =>
          html`<label
            >${label}
            <select name=${`column-${field}`}>
              <option value="" ?selected=${!known.mapping[field]}>（不用）</option>
              ${known.columns.filter((column) => column !== "").map((column) => html`<option value=${column} ?selected=${known.mapping[field] === column}>${column}</option>`)}
            </select></label
          >`,
      )}
    </fieldset>`;
  }

  #outcome(result: Imported): TemplateResult {
    const mapped = Object.entries(result.mapping).map(([field, column]) => `${FIELDS[field] ?? field} ← ${column}`);
    const figures = result.preview
      ? `预览：共 ${result.rows} 行，可导入 ${result.rows - result.failed.length} 行，不能导入 ${result.failed.length} 行；还没有立案。`
      : `共 ${result.rows} 行，新立案 ${result.created} 件，补全 ${result.updated} 件，此前已有 ${result.unchanged} 件，未导入 ${result.failed.length} 行。`;
    const incomplete = result.failed.length > 0 || result.warnings.length > 0;
    return html`<p class=${incomplete ? "notice warning" : "notice"} role="status">${figures}</p>
      ${result.notes.map((note) => html`<p class="dim">${note}</p>`)}
      <p class="dim">列的对应：${mapped.join("，")}</p>
      ${result.unmapped.length > 0 ? html`<p>没有用到的列：${result.unmapped.join("、")}</p>` : nothing}
      ${result.sample.length > 0
        ? html`<ul>
            ${result.sample.map((row) => html`<li>${Object.entries(row).map(([field, value]) => (value ? `${FIELDS[field] ?? field}：${value.slice(0, 40)}` : "")).filter((part) => part !== "").join("；")}</li>`)}
          </ul>`
        : nothing}
      ${result.warnings.length > 0
        ? html`<p>没有读懂、未写入来件的内容 ${result.warnings.length} 处：</p>
            <ul>
              ${result.warnings.slice(0, SHOWN).map((one) => html`<li>第 ${one.row} 行“${one.column}”（${one.value}）：${one.message}</li>`)}
            </ul>`
        : nothing}
      ${result.failed.length > 0
        ? html`<ul>
              ${result.failed.slice(0, SHOWN).map((one) => html`<li>第 ${one.row} 行${one.externalNumber ? `（${one.externalNumber}）` : ""}：${one.reason}</li>`)}
            </ul>
            ${result.failed.length > SHOWN ? html`<p class="dim">其余 ${result.failed.length - SHOWN} 行见文件。</p>` : nothing}
            ${result.failedFile && result.failedWorkbook
              ? html`<p>下载未导入的行：<a href=${result.failedWorkbook} download>XLSX（用表格软件改）</a>、<a href=${result.failedFile} download>CSV</a></p>`
              : nothing}`
        : nothing}`;
  }

  #chosen(): void {
    this.columns = null;
    this.result = null;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement, event.submitter);
    const mapping: Record<string, string> = {};
    for (const field of Object.keys(FIELDS)) {
      const column = form.get(`column-${field}`);
      if (typeof column === "string") {
        mapping[field] = column;
      }
      form.delete(`column-${field}`);
    }
    if (this.columns) {
      form.set("mapping", JSON.stringify(mapping));
    }
    this.result = await this.during((signal) =>
      call<Imported>("", "/api/cases/import", { method: "POST", body: form, timeoutMillis: IMPORT_MILLIS, signal }),
    );
    const asked = this.failure instanceof ApiProblem ? this.failure.body : {};
    if (Array.isArray(asked.columns)) {
      this.columns = { columns: asked.columns as string[], mapping: (asked.mapping ?? {}) as Record<string, string> };
    }
    if (this.result) {
      this.columns = this.result.preview ? { columns: this.result.columns, mapping: this.result.mapping } : null;
      if (!this.result.preview) {
        this.dispatchEvent(new CustomEvent("imported"));
      }
    }
  }
}

customElements.define("zt-desk-import", DeskImport);
