import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { caseQueueStyles } from "./case-queue-styles";
import { choices, departmentNames } from "./departments";
import { when, type Row } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { looksPersonal } from "./identifier-search";
import "./queue-bulk";
import { placeCode, placeInput, type Place } from "./shared/places";
import { CATEGORIES, DUES, MARKS, SIZES, SORTS, SOURCES, STATES, filtersIn, furtherFilters, intoAddress, queryOf, type Filters } from "./queue-filters";
import { dropView, keepView, views, type View } from "./queue-views";
import { currentSession } from "./session";
import { call } from "./shared/api";
import { autosaves, savedForms } from "./shared/autosave";
import { pager, pagesOf } from "./shared/pager";
import { LIGHTS, type Page } from "./shared/types";

const REFRESH_MILLIS = 60_000;

const options = (list: [string, string][], chosen: string): TemplateResult[] =>
  list.map(([value, label]) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`);

/** The queue as it is wanted; fires `chosen` with a case's id. */
class CaseQueue extends PageElement {
  static styles = [pageStyles, caseQueueStyles];
  static properties = {
    ...PageElement.properties,
    chosen: { attribute: false },
    department: { type: Boolean },
    found: { state: true },
    filters: { state: true },
    names: { state: true },
    places: { state: true },
    views: { state: true },
    moved: { state: true },
    picked: { state: true },
  };
  declare chosen: string | null;
  /** A department has one list, its own, without the enterprises' names. */
  declare department: boolean;
  declare found: Page<Row> | null;
  declare filters: Filters;
  declare names: string[];
  declare places: Place[];
  declare views: View[];
  /** Whether cases have come or gone since the list was shown. */
  declare moved: boolean;
  /** Ids of the cases for one act on many; null while none are being picked. */
  declare picked: Set<string> | null;
  #person = "";
  #timer = 0;

  constructor() {
    super();
    this.chosen = null;
    this.department = false;
    this.found = null;
    this.filters = filtersIn(new URLSearchParams(location.search));
    this.names = [];
    this.places = [];
    this.views = [];
    this.moved = false;
    this.picked = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
    void currentSession().then((who) => {
      this.#person = who.name ?? "";
      this.views = views(this.#person);
    });
    this.#timer = window.setInterval(() => void this.#refresh(), REFRESH_MILLIS);
    autosaves.addEventListener("change", this.#redraw);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    autosaves.removeEventListener("change", this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  render(): TemplateResult {
    return html`<section class="card" aria-label="来件队列">
      <form @submit=${this.#filter} @change=${this.#filter} role="search">
        <div class="row nowrap wide"><input name="q" aria-label="查找" placeholder="编号、标题、内容、企业" .value=${this.filters.q} /><button>查找</button></div>
        <select name="state" aria-label="状态">${options(STATES, this.filters.state)}</select>
        <select name="due" aria-label="期限">${options(DUES, this.filters.due)}</select>
        <details class="wide" @toggle=${() => void this.#names()}>
          <summary>更多筛选和排序${furtherFilters(this.filters) > 0 ? `（已用 ${furtherFilters(this.filters)} 项）` : ""}</summary>
          ${this.#further()}
        </details>
      </form>
      ${this.#views()} ${this.failureNotice()}
      ${!this.department && looksPersonal(this.filters.q) ? html`<zt-identifier-search .value=${this.filters.q}></zt-identifier-search>` : nothing} ${this.#list()}
    </section>`;
  }

  #further(): TemplateResult {
    const { filters } = this;
    return html`<div class="further">
      <select name="category" aria-label="类别（已定的）">${options(CATEGORIES, filters.category)}</select>
      <select name="channel" aria-label="渠道">${options(SOURCES, filters.channel)}</select>
      <select name="mark" aria-label="标记">${options(MARKS, filters.mark)}</select>
      <select name="sort" aria-label="排序">${options(SORTS, filters.sort)}</select>
      ${this.department
        ? nothing
        : html`<div class="wide"><label for="department">部门</label><input id="department" name="department" list="offices" autocomplete="off" .value=${filters.department} />${choices("offices", this.names)}</div>`}
      <div class="wide"><label for="region">地区</label>${placeInput("region", "region", this.places, (places) => (this.places = places))}</div>
      <div><label for="askedFrom">提出自</label><input id="askedFrom" name="askedFrom" type="date" .value=${filters.askedFrom} /></div>
      <div><label for="askedTo">至</label><input id="askedTo" name="askedTo" type="date" .value=${filters.askedTo} /></div>
      <select name="pageSize" aria-label="每页件数">${options(SIZES, filters.pageSize)}</select>
      <button type="button" @click=${() => this.#use(filtersIn(new URLSearchParams()))}>全部清除</button>
    </div>`;
  }

  #views(): TemplateResult | typeof nothing {
    const here = String(intoAddress({ ...this.filters, page: 1 }, new URLSearchParams()));
    const keepable = here !== "" && !this.views.some((view) => view.query === here);
    if (this.views.length === 0 && !keepable) {
      return nothing;
    }
    return html`<p class="row views">
      ${this.views.map(
        (view) => html`<span class="tag"
          ><button class="link" aria-current=${view.query === here} @click=${() => this.#use(filtersIn(new URLSearchParams(view.query)))}>${view.name}</button>
          <button class="link" aria-label=${`删除视图 ${view.name}`} @click=${() => (this.views = dropView(this.#person, view.name))}>×</button></span
        >`,
      )}
      ${keepable
        ? html`<button class="link" @click=${() => this.#keep(here)}>存为视图</button>`
        : nothing}
    </p>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.found) {
      return this.loadingNotice() as TemplateResult;
    }
    const { found } = this;
    return html`
      <p class="row" role="status">
        <span class="dim">${found.total === 0 ? "没有符合条件的办件。" : `共 ${found.total} 件`}</span>
        <button class="link" @click=${() => void this.reload()}>${this.moved ? "有新的变化，点此更新" : "刷新"}</button>
        ${found.total === 0 ? nothing : html`<button class="link" aria-pressed=${this.picked !== null} @click=${() => (this.picked = this.picked ? null : new Set())}>${this.picked ? "结束多选" : "多选"}</button>`}
        ${this.picked ? html`<button class="link" @click=${() => this.#pickAll(found)}>本页全选</button>` : nothing}
      </p>
      ${this.picked ? html`<zt-queue-bulk .rows=${found.items.filter((row) => this.picked?.has(row.caseId))} @done=${() => void this.#acted()}></zt-queue-bulk>` : nothing}
      <div class="list">${repeat(found.items, (row) => row.caseId, (row) => this.#row(row))}</div>
      ${pager(found, (by) => this.#turn(found.page + by), this.#place(found))}
    `;
  }

  #place(found: Page<Row>): TemplateResult {
    return html`<label class="visually-hidden" for="page">页码</label>
      <input class="page" id="page" type="number" min="1" max=${pagesOf(found)} .value=${String(found.page)} @change=${(event: Event) => this.#turn(Number((event.target as HTMLInputElement).value) || 1)} />
      <span>/ ${pagesOf(found)}</span>`;
  }

  #row(row: Row): TemplateResult {
    return this.picked
      ? html`<div class="pick">
          <input type="checkbox" aria-label=${`选择 ${row.number}`} .checked=${this.picked.has(row.caseId)} @change=${() => this.#pick(row.caseId)} />${this.#item(row)}
        </div>`
      : this.#item(row);
  }

  #pick(id: string): void {
    const picked = new Set(this.picked);
    picked.delete(id) || picked.add(id);
    this.picked = picked;
  }

  #pickAll(found: Page<Row>): void {
    this.picked = new Set(found.items.map((row) => row.caseId));
  }

  async #acted(): Promise<void> {
    await this.reload();
  }

  #item(row: Row): TemplateResult {
    return html`<button class="item ${row.light}" data-id=${row.caseId} aria-current=${row.caseId === this.chosen} @click=${() => this.#choose(row.caseId)}>
      <strong title=${row.title || row.snippet}>${row.title || row.snippet}</strong>
      <span class="tag">${row.stateLabel}</span>${row.category ? html`<span class="tag">${row.category.label}${row.category.decided ? "" : "？"}</span>` : nothing}
      ${row.due ? html`<span class="dim small">${row.due}${row.dueProvisional ? "（暂定）" : ""}</span> <span class="light ${row.light}">${LIGHTS[row.light] ?? ""}</span>` : nothing}
      ${row.takenOn ? html`<span class="tag bad">专办</span>` : nothing}${row.supervised ? html`<span class="tag bad">督办</span>` : nothing}${row.urged ? html`<span class="tag warn">催办</span>` : nothing}
      ${savedForms(row.caseId).length > 0 ? html`<span class="tag warn">有未提交的内容</span>` : nothing}
      <br /><span class="dim small">${[row.number, row.enterprise, row.department, row.assignee, when(row.askedAt).slice(5)].filter(Boolean).join(" · ")}</span>
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
    const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()])) as Partial<Filters>;
    const region = placeCode(given.region ?? "");
    if (region === "" || /^\d{6}$/.test(region)) {
      this.#use({ ...this.filters, ...given, region, page: 1 });
    }
  }

  #use(filters: Filters): void {
    this.filters = filters;
    history.replaceState(null, "", `${location.pathname}?${intoAddress(filters, new URLSearchParams(location.search))}`);
    void this.reload();
  }

  #turn(page: number): void {
    this.#use({ ...this.filters, page: Math.max(1, page) });
  }

  #keep(query: string): void {
    const { q, state } = this.filters;
    const name = [STATES.find(([value]) => value === state)?.[1], this.filters.department, q].filter(Boolean).join(" ");
    this.views = keepView(this.#person, { name: `${name}${this.views.some((view) => view.name === name) ? ` ${this.views.length + 1}` : ""}`, query });
  }

  async #names(): Promise<void> {
    this.names = this.department ? [] : await departmentNames();
  }

  async reload(): Promise<void> {
    const found = await this.during((signal) => this.#asked(signal));
    this.found = found ?? this.found;
    this.moved = found === null ? this.moved : false;
  }

  /** Brings the rows shown up to date without moving them; what came or went waits for a press. */
  async #refresh(): Promise<void> {
    const shown = this.found;
    if (document.hidden || shown === null || this.loading) {
      return;
    }
    const now = await this.#asked().catch(() => null);
    if (now && this.found === shown) {
      const rows = new Map(now.items.map((row) => [row.caseId, row]));
      this.moved = now.total !== shown.total || shown.items.some((row) => !rows.has(row.caseId));
      this.found = { ...shown, items: shown.items.map((row) => rows.get(row.caseId) ?? row) };
    }
  }

  #asked(signal?: AbortSignal): Promise<Page<Row>> {
    return call<Page<Row>>("", `/api/cases?${queryOf(this.filters)}`, { signal });
  }
}

customElements.define("zt-case-queue", CaseQueue);
