import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { boardStyles } from "../board/parts";
import { PageElement, filterStyles } from "../page";
import { call } from "../shared/api";
import { filled } from "../shared/filled";
import { pager, place } from "../shared/pager";
import { LIGHTS } from "../shared/types";
import "./detail";
import { STATES, amountWords, type ApplicationPage, type ApplicationRow } from "./types";

const DUES: [string, string][] = [
  ["overdue", "已超期"],
  ["today", "今天到期"],
  ["at_risk", "临期"],
];

/** Applications that wait, by their due days, and the one that is opened. */
class ApplicationsQueue extends PageElement {
  static styles = [
    boardStyles,
    filterStyles,
    css`
      form > div {
        flex: 1 1 9rem;
        max-width: 16rem;
      }
      tr[aria-current] {
        background: var(--zt-soft);
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true }, query: { state: true }, chosen: { state: true } };
  declare found: ApplicationPage | null;
  declare query: URLSearchParams;
  declare chosen: string;

  constructor() {
    super();
    const given = new URLSearchParams(location.search);
    this.chosen = given.get("id") ?? "";
    given.delete("id");
    this.found = null;
    this.query = given.size > 0 ? given : new URLSearchParams({ state: "open" });
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<form class="card noprint" @submit=${(event: SubmitEvent) => this.#choose(event)}>
        ${this.#select("state", "状态", [["open", "办理中"], ["", "全部"], ...STATES])} ${this.#select("due", "期限", [["", "全部"], ...DUES])}
        <div><label for="department">部门（选填）</label><input id="department" name="department" maxlength="100" .value=${this.query.get("department") ?? ""} /></div>
        <div><label for="q">编号、事项或企业</label><input id="q" name="q" maxlength="100" .value=${this.query.get("q") ?? ""} /></div>
        <button class="primary" ?disabled=${this.loading}>查看</button>
      </form>
      ${this.failureNotice()} ${this.found ? this.#list(this.found) : this.loadingNotice()}
      ${this.chosen ? keyed(this.chosen, html`<zt-application .application=${this.chosen} @changed=${() => void this.#load()}></zt-application>`) : nothing}`;
  }

  #select(name: string, label: string, options: [string, string][]): TemplateResult {
    const now = this.query.get(name) ?? "";
    return html`<div>
      <label for=${name}>${label}</label><select id=${name} name=${name}>${options.map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}</select>
    </div>`;
  }

  #list(found: ApplicationPage): TemplateResult {
    return html`<section class="card" aria-labelledby="queue">
      <h2 id="queue">申报（${found.total}）</h2>
      ${found.items.length === 0
        ? html`<p>没有符合条件的申报。</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="申报列表">
            <table>
              <thead><tr>${["事项", "企业", "状态", "期限", "金额", "现在由谁办"].map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
              <tbody>${found.items.map((one) => this.#row(one))}</tbody>
            </table>
          </div>`}
      ${pager(found, (by) => this.#turn(by), place(found))}
    </section>`;
  }

  #row(one: ApplicationRow): TemplateResult {
    const here = one.applicationId === this.chosen;
    return html`<tr aria-current=${here ? "true" : nothing}>
      <th scope="row"><button class="link" @click=${() => this.#open(one)}>${one.itemTitle}</button><div class="dim small">${one.number}</div></th>
      <td>${one.enterpriseName ?? one.creditCode}</td>
      <td>
        <span class="tag">${one.stateLabel}</span>${one.mode === "direct" ? html`<span class="tag">免申即享</span>` : nothing}${one.supervised ? html`<span class="tag bad">督办</span>` : nothing}${one.urges > 0 ? html`<span class="tag warn">催办</span>` : nothing}
      </td>
      <td>
        ${one.paused ? html`<span class="dim">暂停</span>` : html`${one.due ?? "—"}${one.dueProvisional ? "（暂定）" : ""} <span class="light ${one.light}">${LIGHTS[one.light] ?? ""}</span>`}
        ${one.publicityUntil && one.state === "publicity" ? html`<div class="dim small">公示至 ${one.publicityUntil}</div>` : nothing}
      </td>
      <td class="number">${amountWords(one.paidYuan || (one.approvedYuan ?? one.appliedYuan)) || "—"}</td>
      <td>${one.turn ?? "督办"}</td>
    </tr>`;
  }

  #open(one: ApplicationRow): void {
    this.chosen = one.applicationId;
    this.#address();
    void this.updateComplete.then(() => this.renderRoot.querySelector("zt-application")?.scrollIntoView());
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    this.query = filled(event.target as HTMLFormElement);
    this.#address();
    void this.#load();
  }

  #turn(by: number): void {
    const query = new URLSearchParams(this.query);
    query.set("page", String((this.found?.page ?? 1) + by));
    this.query = query;
    this.#address();
    void this.#load();
  }

  #address(): void {
    const query = new URLSearchParams(this.query);
    if (this.chosen) {
      query.set("id", this.chosen);
    }
    history.replaceState(null, "", `${location.pathname}?${query}`);
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<ApplicationPage>("", `/api/applications?${this.query}`, { signal }), "list");
    this.found = found ?? this.found;
  }
}

customElements.define("zt-applications-queue", ApplicationsQueue);
