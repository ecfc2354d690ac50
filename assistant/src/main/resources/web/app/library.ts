import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { pager, pagesOf } from "./shared/pager";
import { LEVEL_LABELS, type Page } from "./shared/types";
import { PageElement, pageStyles } from "./page";

interface Item {
  policyId: string;
  title: string;
  documentNumber: string | null;
  issuer: string | null;
  level: string | null;
  kind: string;
  kindLabel: string;
  issuedOn: string | null;
  status: string;
  statusLabel: string;
  themes: string[];
  duplicates: number;
  url: string;
}

interface Value {
  value: string;
  label: string;
  count: number;
}

type Facets = Record<string, Value[]>;

const GROUPS: [string, string][] = [
  ["level", "层级"],
  ["region", "地区"],
  ["theme", "主题"],
  ["industry", "行业"],
  ["kind", "种类"],
  ["status", "效力"],
];

/** Longer lists fold. */
const SHOWN = 8;

/** The policy library: choices with their counts; they live in the address, so that a list can be sent on. */
class LibraryPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: 15rem minmax(0, 1fr);
        gap: 1.2rem;
        align-items: start;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) auto;
        gap: 0.7rem;
        align-items: end;
      }
      .list {
        padding: 0;
        margin: 0;
      }
      .list > li {
        list-style: none;
        border-bottom: 1px solid var(--zt-line);
        padding: 0.7rem 0;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 0.8rem;
        min-width: 0;
      }
      legend {
        font-weight: 600;
        padding: 0;
      }
      .value {
        display: flex;
        width: 100%;
        justify-content: space-between;
        gap: 0.5rem;
        border: 0;
        border-radius: 6px;
        background: none;
        color: var(--zt-text);
        padding: 0.15rem 0.5rem;
        text-align: left;
      }
      .value:hover {
        background: var(--zt-soft);
      }
      .value[aria-pressed="true"] {
        background: var(--zt-accent);
        color: var(--zt-accent-text);
      }
      .value[aria-pressed="true"] .dim {
        color: inherit;
      }
      .chosen button {
        padding: 0.1em 0.7em;
        border-radius: 999px;
      }
      @media (max-width: 820px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        form {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true }, facets: { state: true }, narrow: { state: true } };
  declare found: Page<Item> | null;
  declare facets: Facets | null;
  declare narrow: boolean;
  #query = new URLSearchParams(location.search);
  readonly #screen = matchMedia("(max-width: 820px)");

  constructor() {
    super();
    this.found = null;
    this.facets = null;
    this.narrow = this.#screen.matches;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#screen.addEventListener("change", this.#resized);
    addEventListener("popstate", this.#back);
    void this.#load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen.removeEventListener("change", this.#resized);
    removeEventListener("popstate", this.#back);
  }

  readonly #resized = (): void => {
    this.narrow = this.#screen.matches;
  };

  readonly #back = (): void => {
    this.#query = new URLSearchParams(location.search);
    void this.#load();
  };

  render(): TemplateResult {
    return html`
      <h1>政策库</h1>
      <form class="card" role="search" @submit=${this.#search}>
        <div><label for="q">检索词</label><input id="q" name="q" .value=${this.#query.get("q") ?? ""} placeholder="文号、标题或内容" /></div>
        <div><label for="issuer">发文机关</label><input id="issuer" name="issuer" .value=${this.#query.get("issuer") ?? ""} placeholder="名称的一部分" /></div>
        <button class="primary">查找</button>
      </form>
      ${this.failureNotice()}
      <div class="grid">
        <details class="card" ?open=${!this.narrow}>
          <summary>筛选</summary>
          ${this.facets ? GROUPS.map(([name, label]) => this.#group(name, label)) : this.loadingNotice()}
        </details>
        <div>
          ${this.#chosen()}
          <div aria-live="polite" aria-busy=${this.loading}>${this.#list()}</div>
        </div>
      </div>
    `;
  }

  #group(name: string, label: string): TemplateResult | typeof nothing {
    const values = this.facets?.[name] ?? [];
    if (values.length === 0) {
      return nothing;
    }
    const button = (one: Value) => {
      const pressed = this.#query.get(name) === one.value;
      return html`<button type="button" class="value" aria-pressed=${pressed} @click=${() => this.#choose(name, pressed ? "" : one.value)}>
        <span>${one.label}</span><span class="dim">${one.count}<span class="visually-hidden">份</span></span>
      </button>`;
    };
    return html`<fieldset>
      <legend>${label}</legend>
      ${values.slice(0, SHOWN).map(button)}
      ${values.length > SHOWN
        ? html`<details><summary class="dim">其余 ${values.length - SHOWN} 项</summary>${values.slice(SHOWN).map(button)}</details>`
        : nothing}
    </fieldset>`;
  }

  #chosen(): TemplateResult | typeof nothing {
    const names: [string, string][] = [["q", "检索词"], ["issuer", "发文机关"], ...GROUPS];
    const set = names.filter(([name]) => this.#query.get(name));
    if (set.length === 0) {
      return nothing;
    }
    return html`<p class="row chosen">
      <span class="dim">已选</span>
      ${set.map(([name, label]) => {
        const value = this.#query.get(name) ?? "";
        const shown = this.facets?.[name]?.find((one) => one.value === value)?.label ?? value;
        return html`<button @click=${() => this.#choose(name, "")} aria-label=${`去掉${label}：${shown}`}>${label}：${shown} ✕</button>`;
      })}
      <a href="/library">全部清除</a>
    </p>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.found) {
      return this.loadingNotice("正在查找…") as TemplateResult;
    }
    if (this.found.total === 0) {
      return html`<div class="card"><p>没有符合条件的政策。可以去掉一些条件，换一个说法再查，或者<a href="/">直接提问</a>。</p></div>`;
    }
    return html`<div class="card">
      <p class="dim">共 ${this.found.total} 份，第 ${this.found.page} / ${pagesOf(this.found)} 页</p>
      <ul class="list">
        ${this.found.items.map((item) => this.#item(item))}
      </ul>
      ${pager(this.found, (by) => this.#turn(by))}
    </div>`;
  }

  #item(item: Item): TemplateResult {
    return html`<li>
      <a href=${item.url}><strong>${item.title}</strong></a>
      <div>
        <span class="tag ${item.status === "in_force" ? "good" : "warn"}">${item.statusLabel}</span>
        <span class="tag">${item.kindLabel}</span>
        ${item.level ? html`<span class="tag">${LEVEL_LABELS[item.level] ?? item.level}</span>` : nothing}
        <span class="dim">${[item.documentNumber, item.issuer, item.issuedOn].filter(Boolean).join(" · ")}</span>
        ${item.duplicates > 0 ? html`<span class="dim">另有 ${item.duplicates} 份相同文本</span>` : nothing}
      </div>
    </li>`;
  }

  #search(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const query = new URLSearchParams(this.#query);
    for (const name of ["q", "issuer"]) {
      const value = String(form.get(name) ?? "").trim();
      value === "" ? query.delete(name) : query.set(name, value);
    }
    query.delete("page");
    this.#go(query);
  }

  #choose(name: string, value: string): void {
    const query = new URLSearchParams(this.#query);
    value === "" ? query.delete(name) : query.set(name, value);
    query.delete("page");
    this.#go(query);
  }

  #turn(by: number): void {
    const query = new URLSearchParams(this.#query);
    query.set("page", String((this.found?.page ?? 1) + by));
    this.#go(query);
  }

  #go(query: URLSearchParams): void {
    this.#query = query;
    history.pushState(null, "", query.size === 0 ? "/library" : `/library?${query}`);
    void this.#load();
  }

  async #load(): Promise<void> {
    void this.during((signal) => call<Facets>("", `/api/policies/facets?${this.#query}`, { signal }), "facets").then(
      (facets) => (this.facets = facets ?? this.facets),
    );
    const found = await this.during((signal) => call<Page<Item>>("", `/api/policies?${this.#query}`, { signal }));
    this.found = found ?? this.found;
  }
}

customElements.define("zt-library", LibraryPage);
