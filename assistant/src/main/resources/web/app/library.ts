import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { KIND_LABELS, LEVEL_LABELS, STATUS_LABELS, type Page } from "./shared/types";
import { PageElement, pageStyles } from "./page";

interface Item {
  policyId: string;
  title: string;
  documentNumber: string | null;
  issuer: string | null;
  level: string | null;
  kind: string;
  issuedOn: string | null;
  status: string;
  themes: string[];
  duplicates: number;
  url: string;
}

const FILTERS = ["q", "region", "issuer", "kind", "theme", "industry", "status"] as const;

/** The policy library: filters live in the address, so that a list can be sent on. */
class LibraryPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0.7rem;
        align-items: end;
      }
      .wide {
        grid-column: span 2;
      }
      li {
        list-style: none;
        border-bottom: 1px solid var(--zt-line);
        padding: 0.7rem 0;
      }
      ul {
        padding: 0;
        margin: 0;
      }
      @media (max-width: 500px) {
        .wide {
          grid-column: auto;
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true } };
  declare found: Page<Item> | null;
  #query = new URLSearchParams(location.search);

  constructor() {
    super();
    this.found = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`
      <h1>政策库</h1>
      <form class="card" role="search" @submit=${this.#filter}>
        <div class="wide"><label for="q">检索词</label><input id="q" name="q" .value=${this.#query.get("q") ?? ""} placeholder="文号、标题或内容" /></div>
        <div><label for="issuer">发文机关</label><input id="issuer" name="issuer" .value=${this.#query.get("issuer") ?? ""} /></div>
        <div><label for="region">地区代码</label><input id="region" name="region" inputmode="numeric" pattern="[0-9]{6}" placeholder="六位，如 350000" .value=${this.#query.get("region") ?? ""} /></div>
        ${this.#select("kind", "种类", KIND_LABELS)} ${this.#select("status", "效力", STATUS_LABELS)}
        <div><label for="theme">主题</label><input id="theme" name="theme" .value=${this.#query.get("theme") ?? ""} /></div>
        <div><label for="industry">行业门类</label><input id="industry" name="industry" maxlength="1" placeholder="字母，如 C" .value=${this.#query.get("industry") ?? ""} /></div>
        <div class="row"><button class="primary">查找</button><a class="button" href="/library">清除</a></div>
      </form>
      ${this.failureNotice()}
      <div aria-live="polite">${this.loading ? html`<p class="dim">正在查找…</p>` : this.#list()}</div>
    `;
  }

  #select(name: string, label: string, options: Record<string, string>): TemplateResult {
    const chosen = this.#query.get(name) ?? "";
    return html`<div>
      <label for=${name}>${label}</label>
      <select id=${name} name=${name}>
        <option value="">全部</option>
        ${Object.entries(options).map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select>
    </div>`;
  }

  #list(): TemplateResult | typeof nothing {
    if (!this.found) {
      return nothing;
    }
    if (this.found.total === 0) {
      return html`<div class="card"><p>没有符合条件的政策。可以减少条件，或换一个说法再查。</p></div>`;
    }
    const pages = Math.ceil(this.found.total / this.found.pageSize);
    return html`<div class="card">
      <p class="dim">共 ${this.found.total} 份，第 ${this.found.page} / ${pages} 页</p>
      <ul>
        ${this.found.items.map(
          (item) => html`<li>
            <a href=${item.url}><strong>${item.title}</strong></a>
            <div>
              <span class="tag ${item.status === "in_force" ? "good" : "warn"}">${STATUS_LABELS[item.status] ?? item.status}</span>
              <span class="tag">${KIND_LABELS[item.kind] ?? item.kind}</span>
              ${item.level ? html`<span class="tag">${LEVEL_LABELS[item.level] ?? item.level}</span>` : nothing}
              <span class="dim">${[item.documentNumber, item.issuer, item.issuedOn].filter(Boolean).join(" · ")}</span>
              ${item.duplicates > 0 ? html`<span class="dim">另有 ${item.duplicates} 份相同文本</span>` : nothing}
            </div>
          </li>`,
        )}
      </ul>
      <nav class="row" aria-label="翻页">
        <button ?disabled=${this.found.page <= 1} @click=${() => this.#turn(-1)}>上一页</button>
        <button ?disabled=${this.found.page >= pages} @click=${() => this.#turn(1)}>下一页</button>
      </nav>
    </div>`;
  }

  #filter(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const query = new URLSearchParams();
    FILTERS.forEach((name) => {
      const value = String(form.get(name) ?? "").trim();
      if (value !== "") {
        query.set(name, value);
      }
    });
    this.#go(query);
  }

  #turn(by: number): void {
    const query = new URLSearchParams(this.#query);
    query.set("page", String((this.found?.page ?? 1) + by));
    this.#go(query);
  }

  #go(query: URLSearchParams): void {
    this.#query = query;
    history.replaceState(null, "", query.size === 0 ? "/library" : `/library?${query}`);
    void this.#load();
  }

  async #load(): Promise<void> {
    this.found = await this.during(() => call<Page<Item>>("", `/api/policies?${this.#query}`));
  }
}

customElements.define("zt-library", LibraryPage);
