import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { samenessButtons, settleSame, type SameNamed, type Sameness } from "./same-named";
import { holdPage } from "./shared/leave-guard";
import { eachLine } from "./shared/lines";

interface Event {
  event: "start" | "reading" | "page" | "outcome" | "linked" | "done";
  total?: number;
  index?: number;
  page?: number;
  pages?: number;
  externalId?: string;
  result?: string;
  reason?: string;
  policyId?: string;
  title?: string;
  warnings?: number;
  same?: SameNamed[];
  parentId?: string;
  parentTitle?: string;
  label?: string;
}

interface Row extends Event {
  /** What was chosen for a file whose number and title are published already. */
  settled?: string;
  linkedTo?: { url: string; title: string; label: string };
}

const RESULTS: Record<string, string> = { created: "已发布", updated: "已更新", unchanged: "没有变化", skipped: "不支持", failed: "没有入库" };
const CHOSEN: Record<Sameness, string> = { replace: "原来的已撤回，由这份代替", version: "原来的已标为已修订", copy: "两份都保留" };

/** The service takes 50 MB at once. */
const GROUP_BYTES = 45 << 20;

/** Many files or packed ones: how far it is, and what became of each. */
class PublishMany extends PageElement {
  static styles = [
    pageStyles,
    css`
      progress {
        width: 100%;
      }
    `,
  ];
  static properties = { ...PageElement.properties, rows: { state: true }, total: { state: true }, current: { state: true }, running: { state: true } };
  declare rows: Row[];
  declare total: number;
  declare current: string;
  declare running: boolean;
  #counted = 0;

  constructor() {
    super();
    this.rows = [];
    this.total = 0;
    this.current = "";
    this.running = false;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.running && this.rows.length === 0) {
      return html`${this.failureNotice()}`;
    }
    const failed = this.rows.filter((row) => row.result === "failed" || row.result === "skipped").length;
    return html`<section class="card" aria-labelledby="many">
      <h2 id="many">批量发布</h2>
      ${this.failureNotice()}
      <p role="status">
        ${this.running
          ? `正在处理：${this.rows.length} / ${this.total || "…"} ${this.current}`
          : `完成：共 ${this.rows.length} 份，入库 ${this.rows.length - failed} 份${failed > 0 ? `，没有入库 ${failed} 份（原因见下）` : ""}。`}
      </p>
      <progress max=${this.total || 1} value=${this.rows.length} aria-label="批量发布进度"></progress>
      <div class="scroll" tabindex="0" role="region" aria-label="每份文件的结果">
        <table>
          <thead><tr><th scope="col">文件</th><th scope="col">结果</th><th scope="col">说明</th></tr></thead>
          <tbody>${this.rows.map((row) => this.#row(row))}</tbody>
        </table>
      </div>
    </section>`;
  }

  #row(row: Row): TemplateResult {
    return html`<tr>
      <th scope="row">${row.externalId}</th>
      <td>${RESULTS[row.result ?? ""] ?? row.result}</td>
      <td>
        ${row.policyId ? html`<a href=${`/policies/${row.policyId}`}>${row.title}</a>` : nothing} ${row.reason ?? ""}
        ${row.warnings ? html`<span class="warn">${row.warnings} 处请核对</span>` : nothing}
        ${row.linkedTo ? html`<div class="dim">归为 <a href=${row.linkedTo.url}>${row.linkedTo.title}</a> 的${row.linkedTo.label}</div>` : nothing}
        ${row.settled
          ? html`<div class="dim">${row.settled}</div>`
          : row.same && row.same.length > 0
            ? html`<div class="warn">文号和标题与已发布的 ${row.same.map((one) => html`<a href=${one.url}>${one.title}</a> `)}相同，它是：</div>
                ${samenessButtons(row.externalId ?? "", (choice) => void this.#settle(row, choice))}`
            : nothing}
      </td>
    </tr>`;
  }

  /** Sends the files in groups that the service takes, one after the other. */
  async start(files: File[]): Promise<void> {
    this.rows = [];
    this.total = 0;
    this.#counted = 0;
    this.running = true;
    holdPage(this, true);
    await this.during(async (signal) => {
      for (const group of grouped(files)) {
        await this.#send(group, signal);
      }
    });
    this.running = false;
    this.current = "";
    holdPage(this, false);
    this.dispatchEvent(new CustomEvent("published", { bubbles: true, composed: true }));
  }

  async #send(files: File[], signal: AbortSignal): Promise<void> {
    const form = new FormData();
    files.forEach((file) => form.append("files", file, file.webkitRelativePath || file.name));
    await eachLine<Event>("/api/policies/uploads", form, signal, (line) => this.#take(line));
  }

  #take(event: Event): void {
    switch (event.event) {
      case "start":
        this.#counted = this.total;
        this.total = this.#counted + (event.total ?? 0);
        break;
      case "reading":
        this.current = `${event.externalId}（第 ${this.#counted + (event.index ?? 0)} 份，正在识别）`;
        break;
      case "page":
        this.current = `${event.externalId}（正在识别扫描件第 ${event.page} / ${event.pages} 页）`;
        break;
      case "outcome":
        this.rows = [...this.rows, event];
        break;
      case "linked":
        this.rows = this.rows.map((row) =>
          row.policyId === event.policyId
            ? { ...row, title: event.title, linkedTo: { url: `/policies/${event.parentId}`, title: event.parentTitle ?? "", label: event.label ?? "附件" } }
            : row,
        );
        break;
      default:
    }
  }

  async #settle(row: Row, choice: Sameness): Promise<void> {
    const done = await this.during(async (signal) => {
      await settleSame(choice, row.policyId!, row.same ?? [], signal);
      return true;
    }, `same-${row.policyId}`);
    if (done) {
      this.rows = this.rows.map((one) => (one.policyId === row.policyId ? { ...one, settled: CHOSEN[choice] } : one));
      this.dispatchEvent(new CustomEvent("published", { bubbles: true, composed: true }));
    }
  }
}

function grouped(files: File[]): File[][] {
  const groups: File[][] = [];
  let size = Infinity;
  for (const file of files) {
    if (size + file.size > GROUP_BYTES) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(file);
    size += file.size;
  }
  return groups;
}

customElements.define("zt-publish-many", PublishMany);
