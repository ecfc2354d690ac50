import { css, html, nothing, type TemplateResult } from "lit";
import { FacetPage, facetStyles, type FacetValue } from "./facet-page";
import { pageStyles } from "./page";
import { pager, pagesOf } from "./shared/pager";
import { LEVEL_LABELS } from "./shared/types";

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

/** The policy library. */
class LibraryPage extends FacetPage<Item> {
  static styles = [
    pageStyles,
    facetStyles,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) auto;
        gap: 0.7rem;
        align-items: end;
      }
      .chosen button {
        padding: 0.1em 0.7em;
        border-radius: 999px;
      }
      @media (max-width: 820px) {
        form {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super("/library", "/api/policies");
  }

  render(): TemplateResult {
    return html`
      <h1>政策库</h1>
      <form class="card" role="search" @submit=${this.#search}>
        <div><label for="q">检索词</label><input id="q" name="q" .value=${this.query.get("q") ?? ""} placeholder="文号、标题或内容" /></div>
        <div><label for="issuer">发文机关</label><input id="issuer" name="issuer" .value=${this.query.get("issuer") ?? ""} placeholder="名称的一部分" /></div>
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
    const button = (one: FacetValue) => {
      const pressed = this.query.get(name) === one.value;
      return html`<button type="button" class="value" aria-pressed=${pressed} @click=${() => this.choose([name, pressed ? "" : one.value])}>
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
    const set = names.filter(([name]) => this.query.get(name));
    if (set.length === 0) {
      return nothing;
    }
    return html`<p class="row chosen">
      <span class="dim">已选</span>
      ${set.map(([name, label]) => {
        const value = this.query.get(name) ?? "";
        const shown = this.facets?.[name]?.find((one) => one.value === value)?.label ?? value;
        return html`<button @click=${() => this.choose([name, ""])} aria-label=${`去掉${label}：${shown}`}>${label}：${shown} ✕</button>`;
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
      ${pager(this.found, (by) => this.turn(by))}
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
    this.choose(...["q", "issuer"].map((name): [string, string] => [name, String(form.get(name) ?? "").trim()]));
  }
}

customElements.define("zt-library", LibraryPage);
