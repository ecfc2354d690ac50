import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { yuan } from "../shared/types";
import type { Budget } from "./types";

/** Budgets of items with what was approved and paid of them. */
class PaymentBudgets extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      form > div {
        flex: 1 1 12rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, sets: { type: Boolean }, items: { state: true }, choices: { state: true } };
  declare sets: boolean;
  declare items: Budget[] | null;
  declare choices: { itemId: string; title: string }[];

  constructor() {
    super();
    this.sets = false;
    this.items = null;
    this.choices = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void this.#choose();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="budgets">
      <h2 id="budgets">预算和使用</h2>
      ${this.failureNotice()} ${this.items ? this.#table(this.items) : this.loadingNotice()} ${this.sets ? this.#form() : nothing}
    </section>`;
  }

  #table(items: Budget[]): TemplateResult {
    if (items.length === 0) {
      return html`<p class="dim">还没有预算，也没有批准的申报。</p>`;
    }
    return html`${items.filter((one) => one.warning).map((one) => html`<p class="notice error">${one.warning}</p>`)}
      <div class="scroll" tabindex="0" role="region" aria-label="预算和使用">
        <table>
          <thead><tr><th scope="col">事项</th><th scope="col">年度</th><th scope="col">预算（元）</th><th scope="col">已批准</th><th scope="col">已拨付</th><th scope="col">剩余</th></tr></thead>
          <tbody>
            ${items.map((one) => html`<tr><th scope="row"><a href=${`/items/${one.itemId}`}>${one.title}</a></th><td>${one.year}</td><td>${yuan(one.budget)}</td><td>${yuan(one.approved)}</td><td>${yuan(one.paid)}</td><td>${yuan(one.left)}</td></tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  #form(): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#set(event)}>
      <div><label for="item">事项</label><select id="item" name="item" required><option value="">请选择</option>${this.choices.map((one) => html`<option value=${one.itemId}>${one.title}</option>`)}</select></div>
      <div><label for="year">年度</label><input id="year" name="year" type="number" min="2000" max="2100" required .value=${String(new Date().getFullYear())} /></div>
      <div><label for="amount">预算（元）</label><input id="amount" name="amount" type="number" min="0" step="0.01" required /></div>
      <button class="primary" ?disabled=${this.loading}>设定预算</button>
    </form>`;
  }

  async #set(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    const body = { year: Number(given.year), amount: Number(given.amount) };
    const done = await this.during((signal) => call("", `/api/payments/budgets/${given.item}`, { method: "PUT", body, signal }), "set");
    if (done) {
      await this.load();
    }
  }

  async #choose(): Promise<void> {
    const found = await this.during((signal) => call<{ items: { itemId: string; title: string }[] }>("", "/api/items?pageSize=200", { signal }), "items");
    this.choices = found?.items ?? [];
  }

  /** Also after something was imported. */
  async load(): Promise<void> {
    const found = await this.during((signal) => call<{ items: Budget[] }>("", "/api/payments/budgets", { signal }), "budgets");
    this.items = found?.items ?? this.items ?? [];
  }
}

customElements.define("zt-payment-budgets", PaymentBudgets);
