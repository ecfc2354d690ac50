import { css, html, nothing, type TemplateResult } from "lit";
import { boardStyles, caseLink, figure, table } from "../board/parts";
import { PageElement, filterStyles } from "../page";
import { call } from "../shared/api";
import { filled } from "../shared/filled";
import { pager, place } from "../shared/pager";
import { yuan } from "../shared/types";
import { currentSession } from "../session";
import { DEBTOR_KINDS, disputed, type ArrearsList, type ArrearsRow } from "./types";

const STATUSES: [string, string][] = [
  ["open", "未还清"],
  ["unrecorded", "待登记"],
  ["paid", "已还清"],
];

/** Sums are read at a glance: in 万元, which fit a telephone. */
const wan = (amount: number): string => yuan(amount / 10_000);

const money = (amount: number | null): TemplateResult => html`<div class="number">${yuan(amount)}</div>`;

/** 拖欠账款: the list, its sums by kind of debtor, and instalments that did not come. */
class ArrearsPage extends PageElement {
  static styles = [
    boardStyles,
    filterStyles,
    css`
      form > div {
        flex: 1 1 9rem;
        max-width: 16rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true }, query: { state: true }, desk: { state: true } };
  declare found: ArrearsList | null;
  declare query: URLSearchParams;
  /** Where a case opens for the reader. */
  declare desk: string;

  constructor() {
    super();
    this.found = null;
    this.query = new URLSearchParams(location.search);
    this.desk = "/desk";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.desk = who.roles.includes("handler") ? "/department" : "/desk"));
    void this.#load();
  }

  render(): TemplateResult {
    return html`<div class="row"><h1>拖欠账款</h1></div>
      <form class="card noprint" @submit=${(event: SubmitEvent) => this.#choose(event)}>
        ${this.#select("status", "状态", STATUSES)} ${this.#select("debtorKind", "欠款单位类型", DEBTOR_KINDS)}
        ${this.#select("undisputed", "争议", [["true", "无争议"], ["false", "有争议"]])} ${this.#select("overdue", "逾期", [["true", "只看逾期"]])}
        <div><label for="q">单位或编号</label><input id="q" name="q" maxlength="100" .value=${this.query.get("q") ?? ""} /></div>
        <button class="primary" ?disabled=${this.loading}>查看</button>
      </form>
      ${this.failureNotice()} ${this.loadingNotice()} ${this.found ? this.#body(this.found) : nothing}`;
  }

  #select(name: string, label: string, options: [string, string][]): TemplateResult {
    const now = this.query.get(name) ?? "";
    return html`<div>
      <label for=${name}>${label}</label
      ><select id=${name} name=${name}>
        <option value="">全部</option>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}
      </select>
    </div>`;
  }

  #body(found: ArrearsList): TemplateResult {
    const total = (of: (one: ArrearsList["sums"][number]) => number): number => found.sums.reduce((sum, one) => sum + of(one), 0);
    return html`<div class="figures">
        ${figure("办件", found.total)} ${figure("待登记金额", found.unrecorded)} ${figure("拖欠（万元）", wan(total((one) => one.amount)))}
        ${figure("已还（万元）", wan(total((one) => one.paid)), "good")} ${figure("尚欠（万元）", wan(total((one) => one.open)), "bad")}
      </div>
      <section class="card" aria-labelledby="list">
        <h2 id="list">清单（${found.total}）</h2>
        <p class="noprint"><a href=${`/api/arrears.xlsx?${this.query}`} download>下载 XLSX</a></p>
        ${found.items.length === 0
          ? html`<p>没有符合条件的办件。</p>`
          : table(
              "拖欠账款清单",
              ["办件", "欠款单位", "类型", "拖欠（元）", "已还（元）", "尚欠（元）", "争议", "应付日", "状态", "部门"],
              found.items.map((one) => this.#row(one)),
            )}
        ${pager(found, (by) => this.#turn(by), place(found))}
      </section>
      <section class="card" aria-labelledby="sums">
        <h2 id="sums">按欠款单位类型</h2>
        ${table(
          "按欠款单位类型",
          ["类型", "件数", "拖欠（元）", "已还（元）", "尚欠（元）", "逾期件数"],
          found.sums.map((one) => [one.label, one.cases, money(one.amount), money(one.paid), money(one.open), one.overdueCases]),
        )}
      </section>
      ${found.overdueInstalments.length > 0
        ? html`<section class="card" aria-labelledby="late">
            <h2 id="late">逾期的分期（${found.overdueInstalments.length}）</h2>
            ${table(
              "逾期的分期",
              ["办件", "欠款单位", "约定付款日", "约定（元）", "未付（元）"],
              found.overdueInstalments.map((one) => [this.#link(one.caseId, one.number), one.debtor ?? "—", one.due, money(one.amount), money(one.open)]),
            )}
          </section>`
        : nothing}`;
  }

  #link(id: string, number: string): TemplateResult {
    return this.desk === "/desk" ? caseLink(id, number) : html`<a href=${`${this.desk}?case=${id}`}>${number}</a>`;
  }

  #row(one: ArrearsRow): (string | number | TemplateResult)[] {
    return [
      this.#link(one.caseId, one.number),
      one.debtor ?? "—",
      one.debtorKindLabel ?? "—",
      money(one.amount),
      money(one.paid),
      money(one.open),
      one.amount === null ? "—" : disputed(one.undisputed),
      html`${one.due ?? "—"} ${one.overdue ? html`<span class="light overdue">逾期</span>` : nothing}`,
      one.statusLabel,
      one.department ?? "未定",
    ];
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    this.#go(filled(event.target as HTMLFormElement));
  }

  #turn(by: number): void {
    const query = new URLSearchParams(this.query);
    query.set("page", String((this.found?.page ?? 1) + by));
    this.#go(query);
  }

  #go(query: URLSearchParams): void {
    this.query = query;
    history.replaceState(null, "", `${location.pathname}?${query}`);
    void this.#load();
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<ArrearsList>("", `/api/arrears?${this.query}`, { signal }), "list");
    this.found = found ?? this.found;
  }
}

customElements.define("zt-arrears", ArrearsPage);
