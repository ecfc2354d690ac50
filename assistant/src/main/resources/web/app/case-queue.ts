import { css, html, nothing, type TemplateResult } from "lit";
import type { Row } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { today } from "./shared/days";
import { pager, place } from "./shared/pager";
import { LIGHTS, type Page } from "./shared/types";

interface Filters {
  state: string;
  due: string;
  mark: string;
  q: string;
  page: number;
}

const STATES: [string, string][] = [
  ["open", "未答复"],
  ["received", "待受理"],
  ["awaiting_information", "待补充"],
  ["awaiting_dispatch", "待派单"],
  ["dispatched", "已派单"],
  ["in_progress", "办理中"],
  ["extension_requested", "申请延期"],
  ["returned", "退回"],
  ["contested", "待裁定"],
  ["reassigned", "改派"],
  ["reopened", "重办"],
  ["rectifying", "限期整改"],
  ["awaiting_review", "待审核"],
  ["answered", "已答复"],
  ["awaiting_follow_up", "待回访"],
  ["closed", "办结"],
  ["merged", "已并单"],
  ["rejected", "不予受理"],
  ["withdrawn", "撤回"],
  ["", "全部"],
];

const DUES: [string, string][] = [
  ["", "任何期限"],
  ["overdue", "已超期"],
  ["today", "今日到期"],
  [today(), "今日及以前到期"],
];

/** Lists that cut across states. */
const MARKS: [string, string][] = [
  ["", "全部办件"],
  ["review", "待抽查复核"],
  ["typical", "典型问题"],
];

/** The queue by deadline; fires `chosen` with a case's id. */
class CaseQueue extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
      }
      form > :nth-child(n + 3) {
        grid-column: span 2;
      }
      .list {
        max-height: 74vh;
        overflow-y: auto;
        margin: 0.5rem -0.6rem;
        padding: 0 0.3rem;
      }
      button.item {
        display: block;
        width: 100%;
        text-align: left;
        border: 0;
        border-bottom: 1px solid var(--zt-line);
        border-left: 4px solid transparent;
        border-radius: 0;
        color: var(--zt-text);
        padding: 0.5rem 0.6rem;
      }
      button.item.yellow {
        border-left-color: var(--zt-warn);
      }
      button.item.red,
      button.item.overdue {
        border-left-color: var(--zt-bad);
      }
      button.item[aria-current="true"] {
        background: var(--zt-soft);
        box-shadow: inset 0 0 0 2px var(--zt-accent);
      }
      @media (max-width: 900px) {
        .list {
          max-height: 40vh;
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, chosen: { attribute: false }, found: { state: true }, filters: { state: true } };
  declare chosen: string | null;
  declare found: Page<Row> | null;
  declare filters: Filters;

  constructor() {
    super();
    this.chosen = null;
    this.found = null;
    this.filters = { state: "open", due: new URLSearchParams(location.search).get("due") ?? "", mark: "", q: "", page: 1 };
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-label="来件队列">
      <form @submit=${this.#filter} @change=${this.#filter} role="search">
        <select name="state" aria-label="状态">
          ${STATES.map(([value, label]) => html`<option value=${value} ?selected=${value === this.filters.state}>${label}</option>`)}
        </select>
        <select name="due" aria-label="期限">
          ${DUES.map(([value, label]) => html`<option value=${value} ?selected=${value === this.filters.due}>${label}</option>`)}
        </select>
        <select name="mark" aria-label="标记">
          ${MARKS.map(([value, label]) => html`<option value=${value} ?selected=${value === this.filters.mark}>${label}</option>`)}
        </select>
        <div class="row nowrap"><input name="q" aria-label="查找" placeholder="编号、标题、内容" /><button>查找</button></div>
      </form>
      ${this.failureNotice()} ${this.#list()}
    </section>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.found) {
      return this.loadingNotice() as TemplateResult;
    }
    if (this.found.total === 0) {
      return html`<p>没有符合条件的办件。</p>`;
    }
    return html`
      <p class="dim" role="status">共 ${this.found.total} 件，按到期日排序</p>
      <div class="list">${this.found.items.map((row) => this.#row(row))}</div>
      ${pager(this.found, (by) => this.#turn(by), place(this.found))}
    `;
  }

  #row(row: Row): TemplateResult {
    return html`<button class="item ${row.light}" data-id=${row.caseId} aria-current=${row.caseId === this.chosen} @click=${() => this.#choose(row.caseId)}>
      <strong>${row.title || row.snippet}</strong><br />
      <span class="tag">${row.stateLabel}</span>
      ${row.category ? html`<span class="tag">${row.category.label}${row.category.decided ? "" : "？"}</span>` : nothing}
      ${row.due ? html`<span class="dim">${row.due}${row.dueProvisional ? "（暂定）" : ""}</span> <span class="light ${row.light}">${LIGHTS[row.light] ?? ""}</span>` : nothing}
      ${row.supervised ? html`<span class="tag bad">督办</span>` : nothing}${row.urged ? html`<span class="tag warn">催办</span>` : nothing}
      ${row.department ? html`<br /><span class="dim">${row.department}</span>` : nothing}
    </button>`;
  }

  /** The case after or before the chosen one. */
  step(by: number): void {
    const items = this.found?.items ?? [];
    const at = items.findIndex((row) => row.caseId === this.chosen);
    const next = items[at === -1 ? 0 : Math.max(0, Math.min(items.length - 1, at + by))];
    if (next) {
      this.#choose(next.caseId);
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${next.caseId}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }

  focusSearch(): void {
    this.renderRoot.querySelector<HTMLElement>("input")?.focus();
  }

  #choose(id: string): void {
    this.dispatchEvent(new CustomEvent("chosen", { detail: id }));
  }

  #filter(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    this.filters = { state: String(form.get("state")), due: String(form.get("due")), mark: String(form.get("mark")), q: String(form.get("q")).trim(), page: 1 };
    void this.reload();
  }

  #turn(by: number): void {
    this.filters = { ...this.filters, page: this.filters.page + by };
    void this.reload();
  }

  async reload(): Promise<void> {
    const { page, mark, state, due, q } = this.filters;
    const query = new URLSearchParams({ state: mark === "" ? state : "", due, q, page: String(page) });
    if (mark !== "") {
      query.set(mark, mark === "review" ? "open" : "true");
    }
    const found = await this.during((signal) => call<Page<Row>>("", `/api/cases?${query}`, { signal }));
    this.found = found ?? this.found;
  }
}

customElements.define("zt-case-queue", CaseQueue);
