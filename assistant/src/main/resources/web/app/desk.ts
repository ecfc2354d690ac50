import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import type { Page, Suggestion } from "./shared/types";
import "./desk-case";
import { LIGHTS, type Row } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { suggestionView } from "./suggestion-view";

/** The agent's desk: the queue by deadline, one case beside it, and a box to try a text on. */
class DeskPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: minmax(17rem, 24rem) minmax(0, 1fr);
        gap: 1.2rem;
        align-items: start;
      }
      .queue button.item {
        display: block;
        width: 100%;
        text-align: left;
        border: 0;
        border-bottom: 1px solid var(--zt-line);
        border-radius: 0;
        color: var(--zt-text);
      }
      .queue button[aria-current="true"] {
        background: var(--zt-soft);
        box-shadow: inset 4px 0 0 var(--zt-accent);
      }
      @media (max-width: 900px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    found: { state: true },
    chosen: { state: true },
    trial: { state: true },
    filters: { state: true },
  };
  declare found: Page<Row> | null;
  declare chosen: string | null;
  declare trial: Suggestion | null;
  declare filters: { state: string; q: string; page: number };

  constructor() {
    super();
    this.found = null;
    this.chosen = new URLSearchParams(location.search).get("case");
    this.trial = null;
    this.filters = { state: "open", q: "", page: 1 };
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`
      <h1>坐席工作台</h1>
      ${this.failureNotice()}
      <details class="card">
        <summary>粘贴一段来件，试看分办建议</summary>
        <form @submit=${this.#try}>
          <label for="title">标题</label><input id="title" name="title" maxlength="200" />
          <label for="text">正文</label><textarea id="text" name="text" rows="4" maxlength="20000" required></textarea>
          <div class="row"><button class="primary" ?disabled=${this.loading}>试看建议</button><span class="dim">不会立案</span></div>
        </form>
        ${this.trial ? suggestionView(this.trial) : nothing}
      </details>
      <div class="grid">
        <section class="card queue" aria-label="来件队列">
          <form class="row" @submit=${this.#filter} role="search">
            <select name="state" aria-label="状态">
              <option value="open">未答复</option>
              <option value="">全部</option>
            </select>
            <input name="q" aria-label="查找" placeholder="编号、标题、内容" />
            <button>查找</button>
          </form>
          ${this.#queue()}
        </section>
        <section aria-live="polite">
          ${this.chosen
            ? html`<zt-desk-case .caseId=${this.chosen} @changed=${() => void this.#load()}></zt-desk-case>`
            : html`<p class="card dim">从左侧选择一件来件。</p>`}
        </section>
      </div>
    `;
  }

  #queue(): TemplateResult {
    if (!this.found) {
      return html`<p class="dim">${this.loading ? "正在载入…" : ""}</p>`;
    }
    if (this.found.total === 0) {
      return html`<p>没有符合条件的来件。</p>`;
    }
    const pages = Math.ceil(this.found.total / this.found.pageSize);
    return html`
      <p class="dim">共 ${this.found.total} 件，按到期日排序</p>
      ${this.found.items.map((row) => this.#row(row))}
      <nav class="row" aria-label="翻页">
        <button ?disabled=${this.found.page <= 1} @click=${() => this.#turn(-1)}>上一页</button>
        <span>${this.found.page} / ${pages}</span>
        <button ?disabled=${this.found.page >= pages} @click=${() => this.#turn(1)}>下一页</button>
      </nav>
    `;
  }

  #row(row: Row): TemplateResult {
    const late = row.light === "overdue" || row.light === "red";
    return html`<button
      class="item"
      aria-current=${row.caseId === this.chosen ? "true" : "false"}
      @click=${() => {
        this.chosen = row.caseId;
        history.replaceState(null, "", `/desk?case=${row.caseId}`);
      }}
    >
      <strong>${row.title || row.snippet}</strong><br />
      <span class="tag">${row.stateLabel}</span>
      ${row.category ? html`<span class="tag">${row.category.label}${row.category.decided ? "" : "?"}</span>` : nothing}
      ${row.due
        ? html`<span class=${late ? "bad" : row.light === "yellow" ? "warn" : "dim"}>${row.due} ${LIGHTS[row.light] ?? ""}</span>`
        : nothing}
    </button>`;
  }

  #filter(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.filters = { state: String(form.get("state")), q: String(form.get("q")).trim(), page: 1 };
    void this.#load();
  }

  #turn(by: number): void {
    this.filters = { ...this.filters, page: this.filters.page + by };
    void this.#load();
  }

  async #load(): Promise<void> {
    const { state, q, page } = this.filters;
    const query = new URLSearchParams({ state, q, page: String(page) });
    this.found = await this.during(() => call<Page<Row>>("", `/api/cases?${query}`));
  }

  async #try(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.trial = await this.during(() =>
      call<Suggestion>("", "/api/triage", { body: { title: form.get("title"), text: form.get("text") } }),
    );
  }
}

customElements.define("zt-desk", DeskPage);
