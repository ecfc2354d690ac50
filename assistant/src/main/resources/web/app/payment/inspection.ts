import { html, nothing, type TemplateResult } from "lit";
import { table } from "../board/parts";
import { PageElement, pageStyles } from "../page";
import { currentSession } from "../session";
import { call } from "../shared/api";
import { pager, place } from "../shared/pager";
import type { Page } from "../shared/types";
import "./budgets";
import "./inspection-applications";
import "./payment-list";
import type { Reading } from "./types";

/** 纪检监督: reads what was granted and paid; supervisors see what was read. */
class InspectionPage extends PageElement {
  static styles = [pageStyles];
  static properties = { ...PageElement.properties, roles: { state: true }, reads: { state: true } };
  declare roles: string[] | null;
  declare reads: Page<Reading> | null;

  constructor() {
    super();
    this.roles = null;
    this.reads = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => {
      this.roles = who.roles;
      if (this.#supervises()) {
        void this.#load(1);
      }
    });
  }

  #supervises(): boolean {
    return (this.roles ?? []).some((role) => role === "supervisor" || role === "administrator");
  }

  render(): TemplateResult {
    return html`<h1>纪检监督</h1>
      ${this.roles === null ? this.loadingNotice() : nothing} ${this.failureNotice()}
      ${this.roles?.includes("inspector") || this.#supervises()
        ? html`<p class="dim">只能查看，不能办理；纪检监督账号的每次查阅都有记录。</p>
            <zt-inspection-applications></zt-inspection-applications>
            <zt-payment-list></zt-payment-list>
            <zt-payment-budgets></zt-payment-budgets>`
        : nothing}
      ${this.#supervises() ? this.#reads() : nothing}`;
  }

  #reads(): TemplateResult {
    return html`<section class="card" aria-labelledby="reads">
      <h2 id="reads">查阅记录</h2>
      ${this.reads === null || this.reads.total === 0
        ? html`<p class="dim">还没有查阅记录。</p>`
        : html`${table(
            "查阅记录",
            ["时间", "查阅人", "内容", "地址"],
            this.reads.items.map((one) => [one.at.slice(0, 16).replace("T", " "), `${one.actorName}（${one.actor}）`, one.whatLabel, one.address]),
          )}
          ${pager(this.reads, (by) => void this.#load(this.reads!.page + by), place(this.reads))}`}
    </section>`;
  }

  async #load(page: number): Promise<void> {
    this.reads = (await this.during((signal) => call<Page<Reading>>("", `/api/inspection/reads?page=${page}`, { signal }), "reads")) ?? this.reads;
  }
}

customElements.define("zt-inspection", InspectionPage);
