import { html, type TemplateResult } from "lit";
import { when } from "../desk-types";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { keepTable } from "../shared/keep-table";
import { pager, place } from "../shared/pager";
import type { Page } from "../shared/types";

interface Change {
  at: string;
  actor: string;
  account: string;
  whatLabel: string;
  before: string | null;
  after: string | null;
}

/** Who did what to whose account. */
class AdminChanges extends PageElement {
  static styles = [pageStyles];
  static properties = { ...PageElement.properties, found: { state: true } };
  declare found: Page<Change> | null;

  constructor() {
    super();
    this.found = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load(1);
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="changes">
      <h2 id="changes">账号变更记录</h2>
      ${this.failureNotice()} ${this.found ? this.#table(this.found) : this.loadingNotice()}
    </section>`;
  }

  #table(found: Page<Change>): TemplateResult {
    return found.total === 0
      ? html`<p>还没有变更。</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="账号变更记录">
            <table>
              <thead><tr><th scope="col">时间</th><th scope="col">谁</th><th scope="col">操作</th><th scope="col">账号</th><th scope="col">改前</th><th scope="col">改后</th></tr></thead>
              <tbody>
                ${found.items.map((one) => html`<tr><td>${when(one.at)}</td><td>${one.actor}</td><td>${one.whatLabel}</td><td>${one.account}</td><td>${one.before ?? "—"}</td><td>${one.after ?? "—"}</td></tr>`)}
              </tbody>
            </table>
          </div>
          ${keepTable("账号变更记录")} ${pager(found, (by) => void this.#load(found.page + by), place(found))}`;
  }

  async #load(page: number): Promise<void> {
    const found = await this.during((signal) => call<Page<Change>>("", `/api/audit/accounts?page=${page}&pageSize=20`, { signal }));
    this.found = found ?? this.found;
  }
}

customElements.define("zt-admin-changes", AdminChanges);
