import { html, type TemplateResult } from "lit";
import { when } from "../desk-types";
import { filterStyles, PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { filled } from "../shared/filled";
import { keepTable } from "../shared/keep-table";
import { pager, pagesOf } from "../shared/pager";
import type { Page } from "../shared/types";

interface Read {
  at: string;
  actor: string;
  actorName: string | null;
  caseId: string;
  what: string;
  whatLabel: string;
}

/** Who read whose personal data, and when. */
class AdminAudit extends PageElement {
  static styles = [pageStyles, filterStyles];
  static properties = { ...PageElement.properties, found: { state: true } };
  declare found: Page<Read> | null;
  #query = new URLSearchParams();

  constructor() {
    super();
    this.found = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="audit">
      <h2 id="audit">个人信息查阅记录</h2>
      <form @submit=${this.#filter}>
        <div><label for="from">自</label><input id="from" name="from" type="date" /></div>
        <div><label for="to">至</label><input id="to" name="to" type="date" /></div>
        <div><label for="actor">账号</label><input id="actor" name="actor" maxlength="100" /></div>
        <button ?disabled=${this.loading}>查看</button>
      </form>
      ${this.failureNotice()} ${this.found ? this.#table(this.found) : this.loadingNotice()}
    </section>`;
  }

  #table(found: Page<Read>): TemplateResult {
    if (found.total === 0) {
      return html`<p>没有符合条件的记录。</p>`;
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label="查阅记录">
        <table>
          <thead><tr><th scope="col">时间</th><th scope="col">谁</th><th scope="col">看了什么</th><th scope="col">办件</th></tr></thead>
          <tbody>
            ${found.items.map((one) => html`<tr><td>${when(one.at)}</td><td>${one.actorName ?? ""} ${one.actor}</td><td>${one.whatLabel}</td><td><a href=${`/desk?case=${one.caseId}`}>查看办件</a></td></tr>`)}
          </tbody>
        </table>
      </div>
      ${keepTable("个人信息查阅记录")}
      <p class="dim">共 ${found.total} 条，第 ${found.page} / ${pagesOf(found)} 页</p>
      ${pager(found, (by) => this.#turn(by))}`;
  }

  #filter(event: SubmitEvent): void {
    event.preventDefault();
    this.#query = filled(event.target as HTMLFormElement);
    void this.#load();
  }

  #turn(by: number): void {
    this.#query.set("page", String((this.found?.page ?? 1) + by));
    void this.#load();
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<Page<Read>>("", `/api/audit/reads?${this.#query}`, { signal }));
    this.found = found ?? this.found;
  }
}

customElements.define("zt-admin-audit", AdminAudit);
