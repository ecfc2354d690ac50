import { css, html, nothing, type TemplateResult } from "lit";
import { FacetPage, facetStyles } from "../facet-page";
import { pageStyles } from "../page";
import { currentSession } from "../session";
import { call } from "../shared/api";
import { pager, pagesOf } from "../shared/pager";
import { LEVEL_LABELS, type Page } from "../shared/types";
import { windowCalendar, calendarStyles } from "./window-calendar";
import { STATES, closedWords, windowWords, type Window } from "./types";

interface ItemRow {
  itemId: string;
  title: string;
  state: string;
  kind: string | null;
  mode: string | null;
  regionName: string | null;
  level: string | null;
  department: string | null;
  object: string | null;
  amount: string | null;
  window: Window | null;
  windowOpen: boolean;
  conditions: number;
  policyTitle: string | null;
  endsOn: string | null;
}

const MODES = ["免申即享", "易申快享", "普通"];
const GROUPS: [string, string][] = [
  ["level", "层级"],
  ["region", "地区"],
  ["theme", "主题"],
  ["industry", "行业"],
  ["kind", "种类"],
  ["tag", "企业标签"],
];

/** The library of items: lists by mode, filters with counts, and a calendar of windows. */
class ItemsPage extends FacetPage<ItemRow> {
  static styles = [
    pageStyles,
    facetStyles,
    calendarStyles,
    css`
      .tabs {
        margin-bottom: 0.8rem;
      }
      .tabs button[aria-pressed="true"] {
        background: var(--zt-accent);
        color: var(--zt-accent-text);
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.7rem;
      }
    `,
  ];
  static properties = { ...FacetPage.properties, all: { state: true }, staff: { state: true } };
  declare all: ItemRow[];
  declare staff: boolean;

  constructor() {
    super("/items", "/api/items");
    this.all = [];
    this.staff = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.staff = who.roles.includes("publisher") || who.roles.includes("administrator")));
  }

  render(): TemplateResult {
    return html`
      <h1>事项库</h1>
      <p class="dim">政策里企业能得到的每一项：条件、金额、材料、申报期。${this.staff ? html`<a href="/items/new/edit">从政策抽取事项</a>` : nothing}</p>
      <div class="row tabs" role="group" aria-label="方式">
        ${["", ...MODES].map((mode) => this.#tab(mode))}
        <button aria-pressed=${this.query.get("open") === "true"} @click=${() => this.choose(["open", this.query.get("open") ? "" : "true"])}>只看申报期内</button>
      </div>
      <form class="card" role="search" @submit=${this.#search}>
        <input name="q" aria-label="查找事项" .value=${this.query.get("q") ?? ""} placeholder="事项名称、内容或部门" />
        <button class="primary">查找</button>
      </form>
      ${this.failureNotice()}
      <div class="grid">
        <details class="card" ?open=${!this.narrow}>
          <summary>筛选</summary>
          ${GROUPS.map(([name, label]) => this.#group(name, label))}
        </details>
        <div>
          <div aria-live="polite" aria-busy=${this.loading}>${this.#list()}</div>
          ${windowCalendar(this.all)}
        </div>
      </div>
    `;
  }

  #tab(mode: string): TemplateResult {
    const pressed = (this.query.get("mode") ?? "") === mode;
    return html`<button aria-pressed=${pressed} @click=${() => this.choose(["mode", mode])}>${mode || "全部"}</button>`;
  }

  #group(name: string, label: string): TemplateResult | typeof nothing {
    const values = this.facets?.[name] ?? [];
    if (values.length === 0) {
      return nothing;
    }
    return html`<fieldset>
      <legend>${label}</legend>
      ${values.slice(0, 10).map((one) => {
        const pressed = this.query.get(name) === one.value;
        const shown = name === "level" ? (LEVEL_LABELS[one.value] ?? one.label) : one.label;
        return html`<button type="button" class="value" aria-pressed=${pressed} @click=${() => this.choose([name, pressed ? "" : one.value])}>
          <span>${shown}</span><span>${one.count}</span>
        </button>`;
      })}
    </fieldset>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.found) {
      return this.loadingNotice("正在查找…");
    }
    if (this.found.total === 0) {
      return html`<div class="card"><p>没有符合条件的事项。可以去掉一些条件再查，或者<a href="/">直接提问</a>。</p></div>`;
    }
    return html`<div class="card">
      <p class="dim">共 ${this.found.total} 项，第 ${this.found.page} / ${pagesOf(this.found)} 页 <a href="/items">清除条件</a></p>
      <ul class="list">${this.found.items.map((item) => this.#item(item))}</ul>
      ${pager(this.found, (by) => this.turn(by))}
    </div>`;
  }

  #item(item: ItemRow): TemplateResult {
    return html`<li>
      <a href=${`/items/${item.itemId}`}><strong>${item.title}</strong></a>
      ${this.staff ? html` <a class="dim" href=${`/items/${item.itemId}/edit`}>编辑</a>` : nothing}
      <div>
        ${item.mode ? html`<span class="tag">${item.mode}</span>` : nothing}
        ${item.state === "published" ? nothing : html`<span class="tag warn">${STATES[item.state]}</span>`}
        <span class="tag ${item.windowOpen ? "" : "warn"}">${item.windowOpen ? windowWords(item.window) : closedWords(item.window)}</span>
        <span class="dim">${[item.regionName, item.department, `${item.conditions} 个条件`].filter(Boolean).join(" · ")}</span>
      </div>
      ${item.amount ? html`<div>${item.amount}</div>` : nothing}
    </li>`;
  }

  #search(event: SubmitEvent): void {
    event.preventDefault();
    this.choose(["q", String(new FormData(event.target as HTMLFormElement).get("q") ?? "").trim()]);
  }

  protected async load(): Promise<void> {
    const whole = new URLSearchParams(this.query);
    whole.delete("page");
    whole.set("pageSize", "200");
    void this.during((signal) => call<Page<ItemRow>>("", `/api/items?${whole}`, { signal }), "calendar").then(
      (page) => (this.all = page?.items ?? this.all),
    );
    await super.load();
  }
}

customElements.define("zt-items", ItemsPage);
