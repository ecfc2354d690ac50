import { html, nothing, type TemplateResult } from "lit";
import { boardStyles, table } from "../board/parts";
import { filterStyles, PageElement } from "../page";
import { call } from "../shared/api";
import { filled } from "../shared/filled";
import { percent } from "../shared/types";
import type { Comparison } from "./types";

const FIELDS: [string, string][] = [
  ["revenue", "营业收入"],
  ["tax_paid", "纳税额"],
  ["staff", "从业人数"],
  ["rd_expense", "研发费用"],
  ["profit", "利润"],
];

/** Figures before and after, with the warning that they prove nothing. */
class CockpitEffect extends PageElement {
  static styles = [boardStyles, filterStyles];
  static properties = { ...PageElement.properties, query: { type: String }, comparison: { state: true } };
  declare query: string;
  declare comparison: Comparison | null;

  constructor() {
    super();
    this.query = "";
    this.comparison = null;
  }

  render(): TemplateResult {
    const year = new Date().getFullYear();
    return html`<section class="card" aria-labelledby="effect">
      <h2 id="effect">兑付前后</h2>
      <form @submit=${(event: SubmitEvent) => void this.#compare(event)}>
        <div><label for="field">数字</label><select id="field" name="field">${FIELDS.map(([key, name]) => html`<option value=${key}>${name}</option>`)}</select></div>
        <div><label for="before">之前的年度</label><input id="before" name="before" type="number" min="2000" max="2100" required value=${year - 2} /></div>
        <div><label for="after">之后的年度</label><input id="after" name="after" type="number" min="2000" max="2100" required value=${year - 1} /></div>
        <button ?disabled=${this.loading}>比较</button>
      </form>
      ${this.failureNotice()} ${this.loadingNotice("正在统计…")}
      ${this.comparison ? this.#shown(this.comparison) : html`<p class="dim">按企业档案中的年度数字比较。</p>`}
    </section>`;
  }

  #shown(one: Comparison): TemplateResult {
    const said = (value: number | null) => (value === null ? "不足 5 家，不显示" : String(value));
    return html`<p class="notice">${one.warning}</p>
      ${table(
        `${one.fieldName}：${one.beforeYear} 年与 ${one.afterYear} 年（中位数）`,
        ["企业", "家数", "两年都有数字", `${one.beforeYear} 年`, `${one.afterYear} 年`, "变化的中位数"],
        one.groups.map((group) => [group.name, group.enterprises, group.compared, said(group.before), said(group.after), group.change === null ? "—" : percent(group.change)]),
      )}
      ${one.groups.every((group) => group.before === null) ? html`<p class="dim">两年都有这项数字的企业太少；导入年度数据后再看。</p>` : nothing}`;
  }

  async #compare(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const asked = new URLSearchParams(this.query);
    filled(event.target as HTMLFormElement).forEach((value, name) => asked.set(name, value));
    this.comparison = await this.during((signal) => call<Comparison>("", `/api/cockpit/effect?${asked}`, { signal, timeoutMillis: 120_000 }));
  }
}

customElements.define("zt-cockpit-effect", CockpitEffect);
