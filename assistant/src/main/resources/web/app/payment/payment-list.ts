import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { pager, place } from "../shared/pager";
import { yuan, type Page } from "../shared/types";
import { KINDS, STATES, rowName, type Entry } from "./types";

/** Rows of payment lists with what is wrong with them; who may decides on those that wait. */
class PaymentList extends PageElement {
  static styles = [
    pageStyles,
    css`
      form.narrow {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      form.narrow > div {
        flex: 1 1 10rem;
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, decides: { type: Boolean }, found: { state: true }, query: { state: true }, acting: { state: true } };
  declare decides: boolean;
  declare found: Page<Entry> | null;
  declare query: URLSearchParams;
  declare acting: Entry | null;

  constructor() {
    super();
    this.decides = false;
    this.found = null;
    this.query = new URLSearchParams({ state: "open" });
    this.acting = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  render(): TemplateResult {
    const filters = new URLSearchParams(this.query);
    filters.delete("page");
    return html`<section class="card" aria-labelledby="entries">
      <h2 id="entries">拨付和问题</h2>
      <form class="narrow" @change=${(event: Event) => void this.#narrow(event)}>
        <div><label for="state">状态</label><select id="state" name="state"><option value="">全部</option>${STATES.map(([state, label]) => html`<option value=${state} ?selected=${this.query.get("state") === state}>${label}</option>`)}</select></div>
        <div><label for="kind">问题</label><select id="kind" name="kind"><option value="">全部</option>${KINDS.map(([kind, label]) => html`<option value=${kind} ?selected=${this.query.get("kind") === kind}>${label}</option>`)}</select></div>
        <a class="button" href=${`/api/payments/findings.xlsx?${filters}`} download>下载 XLSX</a>
      </form>
      ${this.failureNotice()} ${this.found ? this.#table(this.found) : this.loadingNotice()}
      ${this.acting ? keyed(this.acting.entryId, this.#form(this.acting)) : nothing}
    </section>`;
  }

  #table(found: Page<Entry>): TemplateResult {
    if (found.total === 0) {
      return html`<p class="dim">没有符合的行。</p>`;
    }
    return html`<p class="dim">共 ${found.total} 行</p>
      <div class="scroll" tabindex="0" role="region" aria-label="拨付和问题">
        <table>
          <thead><tr><th scope="col">行</th><th scope="col">申报</th><th scope="col">收款</th><th scope="col">金额（元）</th><th scope="col">日期和凭证</th><th scope="col">状态和问题</th>${this.decides ? html`<th scope="col">核实</th>` : nothing}</tr></thead>
          <tbody>${found.items.map((one) => this.#row(one))}</tbody>
        </table>
      </div>
      ${pager(found, (by) => void this.#turn(found.page + by), place(found))}`;
  }

  #row(one: Entry): TemplateResult {
    return html`<tr>
      <th scope="row">${rowName(one.sheet, one.row)}<div class="dim">${one.fileName ?? ""}</div></th>
      <td>${one.applicationNumber ?? one.number ?? "—"}<div class="dim">${one.itemTitle ?? one.item ?? ""}</div></td>
      <td>${one.payee ?? one.enterprise ?? "—"}<div class="dim">${one.creditCode ?? ""}</div></td>
      <td>${yuan(one.amount)}</td>
      <td>${one.paidOn ?? "—"}<div class="dim">${one.voucher ?? ""}</div></td>
      <td>
        ${one.stateLabel ? html`<span class=${`tag ${one.state === "open" ? "warn" : ""}`}>${one.stateLabel}</span>` : nothing}
        ${one.findings.map((finding) => html`<div><strong>${finding.kindLabel}</strong>：${finding.message}</div>`)}
        ${one.reason ? html`<div class="dim">${one.resolvedBy}：${one.reason}</div>` : nothing}
      </td>
      ${this.decides ? html`<td>${one.state === "open" ? html`<button aria-label=${`核实${rowName(one.sheet, one.row)}`} @click=${() => void this.#act(one)}>核实</button>` : "—"}</td>` : nothing}
    </tr>`;
  }

  #form(one: Entry): TemplateResult {
    return html`<form class="card" aria-labelledby="acting" @submit=${(event: SubmitEvent) => void this.#resolve(event, one)}>
      <h3 id="acting" tabindex="-1">核实${rowName(one.sheet, one.row)}：${one.payee ?? one.number ?? ""} ${yuan(one.amount)} 元</h3>
      <label for="action">结论</label>
      <select id="action" name="action">
        <option value="ignore">不计：不是一笔有效的拨付</option>
        ${one.applicationId ? html`<option value="accept">登记：确是这件申报的拨付</option>` : nothing}
        <option value="correct">更正：是另一件申报的拨付</option>
      </select>
      <label for="applicationId">另一件申报的 ID（更正时填写）</label><input id="applicationId" name="applicationId" maxlength="36" />
      <label for="reason">依据</label><textarea id="reason" name="reason" rows="2" required maxlength="500"></textarea>
      <p class="row"><button class="primary" ?disabled=${this.loading}>确定</button><button type="button" @click=${() => (this.acting = null)}>取消</button></p>
    </form>`;
  }

  async #act(one: Entry): Promise<void> {
    this.acting = one;
    await this.focusOn("#acting");
  }

  async #resolve(event: SubmitEvent, one: Entry): Promise<void> {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    const body = { action: given.action, reason: given.reason, applicationId: given.applicationId.trim() || null };
    const done = await this.during((signal) => call<Entry>("", `/api/payments/entries/${one.entryId}/resolution`, { body, signal }), "resolve");
    if (done) {
      this.acting = null;
      await this.load();
    }
  }

  async #narrow(event: Event): Promise<void> {
    const form = (event.target as HTMLElement).closest("form")!;
    const chosen = new URLSearchParams();
    new FormData(form).forEach((value, name) => value && chosen.set(name, String(value)));
    this.query = chosen;
    await this.load();
  }

  async #turn(page: number): Promise<void> {
    this.query.set("page", String(page));
    await this.load();
  }

  /** Also after something was imported. */
  async load(): Promise<void> {
    this.found = (await this.during((signal) => call<Page<Entry>>("", `/api/payments?${this.query}`, { signal }), "list")) ?? this.found;
  }
}

customElements.define("zt-payment-list", PaymentList);
