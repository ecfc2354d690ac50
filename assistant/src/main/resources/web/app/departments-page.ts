import { css, html, nothing, type TemplateResult } from "lit";
import "./departments-load";
import { when } from "./desk-types";
import { filterStyles, PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { keepTable } from "./shared/keep-table";
import { pager, place } from "./shared/pager";
import { LEVEL_LABELS, type Page } from "./shared/types";

interface Department {
  id: string;
  name: string;
  shortNames: string[];
  formerNames: string[];
  level: string | null;
  region: string | null;
  parent: string | null;
  hotline: string | null;
  successor: string | null;
  duties: { text: string; source: string | null }[];
}

interface Change {
  departmentId: string;
  kind: string;
  fromName: string | null;
  toName: string;
  changedBy: string;
  changedAt: string;
}

const KINDS: Record<string, string> = { renamed: "更名", merged: "并入", restored: "恢复" };

const PAGE_SIZE = 20;

/** The catalogue of departments: who there is, what for, a new one loaded, and what became of names. */
class DepartmentsPage extends PageElement {
  static styles = [
    pageStyles,
    filterStyles,
    css`
      form > div {
        flex: 1 1 14rem;
        max-width: 24rem;
      }
      .duties {
        min-width: 18rem;
      }
      .nowrap {
        white-space: nowrap;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    all: { state: true },
    changes: { state: true },
    wanted: { state: true },
    level: { state: true },
    at: { state: true },
  };
  declare all: Department[] | null;
  declare changes: Change[];
  declare wanted: string;
  declare level: string;
  declare at: number;

  constructor() {
    super();
    this.all = null;
    this.changes = [];
    this.wanted = "";
    this.level = "";
    this.at = 1;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`
      <h1>部门目录</h1>
      <p class="dim">分办建议从这里取部门的名称、职责和沿革；承办人的账号也用这里的名称。</p>
      ${this.failureNotice()}
      <zt-departments-load @loaded=${() => void this.#load()}></zt-departments-load>
      ${this.all ? this.#catalogue(this.all) : this.loadingNotice()} ${this.all ? this.#history() : nothing}
    `;
  }

  #catalogue(all: Department[]): TemplateResult {
    const found = all.filter((one) => this.#matches(one));
    const items = found.slice((this.at - 1) * PAGE_SIZE, this.at * PAGE_SIZE);
    const page = { items, total: found.length, page: this.at, pageSize: PAGE_SIZE };
    return html`<section class="card" aria-labelledby="catalogue">
      <h2 id="catalogue">部门</h2>
      <form role="search" @submit=${(event: Event) => event.preventDefault()}>
        <div>
          <label for="wanted">查找</label>
          <input id="wanted" placeholder="名称、曾用名、编号或职责" @input=${this.#search} />
        </div>
        <div>
          <label for="level">层级</label>
          <select id="level" @change=${this.#narrow}>
            <option value="">全部</option>
            ${Object.entries(LEVEL_LABELS).map(([code, label]) => html`<option value=${code}>${label}</option>`)}
          </select>
        </div>
      </form>
      <p class="dim" role="status">共 ${all.length} 个部门，符合条件的 ${found.length} 个。</p>
      ${all.length === 0
        ? html`<p>目录还是空的，请先在上面导入。没有目录时，分办建议只能使用历史来件中出现过的部门名称。</p>`
        : found.length === 0
          ? html`<p>没有符合条件的部门。</p>`
          : html`${this.#table(items)} ${pager(page, (by) => (this.at += by), place(page))}`}
    </section>`;
  }

  #table(found: Department[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="部门列表">
        <table>
          <thead><tr><th scope="col">名称</th><th scope="col">编号</th><th scope="col">层级</th><th scope="col">简称和曾用名</th><th scope="col">上级</th><th scope="col">电话</th><th scope="col">职责</th></tr></thead>
          <tbody>
            ${found.map(
              (one) => html`<tr>
                <th scope="row">${one.name}${one.successor ? html` <span class="tag">已并入 ${this.#name(one.successor)}</span>` : nothing}</th>
                <td class="nowrap">${one.id}</td>
                <td class="nowrap">${one.level ? LEVEL_LABELS[one.level] : ""} ${one.region ?? ""}</td>
                <td>${one.shortNames.join("、")}${one.formerNames.length > 0 ? html`<br />曾用名：${one.formerNames.join("、")}` : nothing}</td>
                <td>${one.parent ? this.#name(one.parent) : ""}</td>
                <td class="nowrap">${one.hotline ?? ""}</td>
                <td class="duties">${this.#duties(one)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${keepTable("部门目录")}`;
  }

  #duties(one: Department): TemplateResult | string {
    return one.duties.length === 0
      ? html`<span class="warn">没有写职责，只能靠历史来件推荐</span>`
      : one.duties.map((duty) => duty.text + (duty.source ? `（${duty.source}）` : "")).join("；");
  }

  #search(event: Event): void {
    this.wanted = (event.target as HTMLInputElement).value.trim();
    this.at = 1;
  }

  #narrow(event: Event): void {
    this.level = (event.target as HTMLSelectElement).value;
    this.at = 1;
  }

  #history(): TemplateResult {
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">更名和合并记录</h2>
      ${this.changes.length === 0
        ? html`<p class="dim">还没有。再次导入时，同一编号换了名称记为更名，写了“并入”记为合并；历史来件随之归到现在的部门。</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="更名和合并记录">
              <table>
                <thead><tr><th scope="col">时间</th><th scope="col">变化</th><th scope="col">原名称</th><th scope="col">现名称</th><th scope="col">经办</th></tr></thead>
                <tbody>
                  ${this.changes.map(
                    (one) => html`<tr><td>${when(one.changedAt)}</td><td>${KINDS[one.kind] ?? one.kind}</td><td>${one.fromName ?? ""}</td><td>${one.toName}</td><td>${one.changedBy}</td></tr>`,
                  )}
                </tbody>
              </table>
            </div>
            ${keepTable("更名和合并记录")}`}
    </section>`;
  }

  #matches(one: Department): boolean {
    const words = [one.id, one.name, ...one.shortNames, ...one.formerNames, ...one.duties.map((duty) => duty.text)];
    return (this.level === "" || one.level === this.level) && words.some((word) => word.includes(this.wanted));
  }

  #name(id: string): string {
    return this.all?.find((one) => one.id === id)?.name ?? id;
  }

  async #load(): Promise<void> {
    const loaded = await this.during((signal) =>
      Promise.all([
        call<Page<Department>>("", "/api/departments", { signal }),
        call<Page<Change>>("", "/api/departments/changes", { signal }),
      ]),
    );
    if (loaded) {
      this.all = loaded[0].items;
      this.changes = loaded[1].items;
    }
  }
}

customElements.define("zt-departments", DepartmentsPage);
