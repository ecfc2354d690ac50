import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { plainWords } from "./shared/wording";

interface Imported {
  rows: number;
  created: number;
  unchanged: number;
  failed: { row: number; externalNumber: string | null; reason: string }[];
  failedFile: string | null;
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
      .card {
        padding: 0.5em 1em;
      }
    `,
  ];
  static properties = { ...PageElement.properties, result: { state: true } };
  declare result: Imported | null;

  constructor() {
    super();
    this.result = null;
  }

  render(): TemplateResult {
    return html`<details class="card">
      <summary>导入热线工单（XLSX 或 CSV）</summary>
      <form @submit=${this.#submit}>
        <p class="dim">第一行是列名，按常见列名自动对应。工单编号保留；导入过的行不会重复立案；有问题的行列出原因，改好后可以再传。</p>
        <label for="sheet">工单文件（最多 20000 行、20 MB）</label>
        <input id="sheet" name="file" type="file" required accept=".xlsx,.csv" />
        <div><button class="primary" ?disabled=${this.loading}>${this.loading ? "正在导入…" : "导入"}</button></div>
      </form>
      ${this.failureNotice()} ${this.result ? this.#outcome(this.result) : nothing}
    </details>`;
  }

  #outcome(result: Imported): TemplateResult {
    const mapped = Object.entries(result.mapping).map(([field, column]) => `${FIELDS[field] ?? field} ← ${column}`);
    return html`<p class="notice" role="status">共 ${result.rows} 行，新立案 ${result.created} 件，此前已有 ${result.unchanged} 件，未导入 ${result.failed.length} 行。</p>
      <p class="dim">列的对应：${mapped.join("，")}</p>
      ${result.failed.length > 0
        ? html`<ul>
              ${result.failed.slice(0, SHOWN).map((one) => html`<li>第 ${one.row} 行${one.externalNumber ? `（${one.externalNumber}）` : ""}：${plainWords(one.reason)}</li>`)}
            </ul>
            ${result.failed.length > SHOWN ? html`<p class="dim">其余 ${result.failed.length - SHOWN} 行见文件。</p>` : nothing}
            ${result.failedFile ? html`<p><a href=${result.failedFile} download>下载未导入的行</a></p>` : nothing}`
        : nothing}`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.result = await this.during((signal) =>
      call<Imported>("", "/api/cases/import", { method: "POST", body: form, timeoutMillis: IMPORT_MILLIS, signal }),
    );
    if (this.result) {
      this.dispatchEvent(new CustomEvent("imported"));
    }
  }
}

customElements.define("zt-desk-import", DeskImport);
