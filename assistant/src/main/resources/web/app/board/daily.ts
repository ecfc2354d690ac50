import { css, html, nothing, type TemplateResult } from "lit";
import type { Row } from "../desk-types";
import { call } from "../shared/api";
import { DAY_MILLIS, day, today } from "../shared/days";
import { LIGHTS, type Page } from "../shared/types";
import { BoardElement, boardStyles, exportsOf, figure, shareFigure, table, type Share } from "./parts";
import type { DeadlinesReport } from "./punctuality";

interface Day {
  deadlines: DeadlinesReport;
  triage: { decisions: number; accepted: Share; departmentTop1: Share };
  satisfaction: { total: { ratings: number; satisfied: Share } };
  late: Page<Row>;
  returned: Page<Row>;
}

/** One day's report for those who steer: what came, what was done, what is late; made to be printed. */
class DailyBoard extends BoardElement {
  static styles = [
    boardStyles,
    css`
      form {
        display: flex;
        gap: 0.8rem;
        align-items: end;
        margin-bottom: 1rem;
      }
      form > div {
        max-width: 15rem;
      }
    `,
  ];
  static properties = { ...BoardElement.properties, date: { state: true }, found: { state: true } };
  declare date: string;
  declare found: Day | null;

  constructor() {
    super();
    const given = new URLSearchParams(location.search).get("date") ?? "";
    this.date = /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : day(new Date(Date.now() - DAY_MILLIS));
    this.found = null;
  }

  render(): TemplateResult {
    return html`<form class="noprint" @submit=${this.#choose}>
        <div><label for="date">日期</label><input id="date" name="date" type="date" required max=${today()} .value=${this.date} /></div>
        <button class="primary">查看</button>
      </form>
      <h2>${this.date} 日报</h2>
      ${this.found ? this.#report(this.found) : this.waiting()}`;
  }

  #report({ deadlines, triage, satisfaction, late, returned }: Day): TemplateResult {
    const total = deadlines.total;
    const busiest = deadlines.byDepartment.slice(0, 10);
    const range = `from=${this.date}&to=${this.date}`;
    return html`${this.failureNotice()}
      <div class="figures">
        ${figure("当日来件", total.cases)} ${figure("已答复", total.answeredOnTime + total.answeredLate)} ${figure("当日分办", triage.decisions)}
        ${shareFigure("建议采纳", triage.accepted)} ${figure("当日评价", satisfaction.total.ratings)} ${shareFigure("满意率", satisfaction.total.satisfied)}
      </div>
      <p>
        ${this.date} 收到来件 ${total.cases} 件，分办 ${triage.decisions} 件，收到评价 ${satisfaction.total.ratings} 件。截至目前，全部办件中超期未答 ${late.total} 件，被退回待处理
        ${returned.total} 件${late.total > 0 ? "，请督促承办单位尽快答复" : ""}。
      </p>
      ${busiest.length > 0
        ? html`<section class="card">
            ${table(
              "当日来件的牵头部门",
              ["部门", "件数", "已按期答复", "超期未答", "在办未到期"],
              busiest.map(({ department, counts }) => [department, counts.cases, counts.answeredOnTime, counts.overdue, counts.open]),
            )}
            ${exportsOf("deadlines", range)}
          </section>`
        : nothing}
      <section class="card">
        <h3>超期未答（${late.total}）</h3>
        ${late.total === 0
          ? html`<p>没有超期未答的办件。</p>`
          : table(
              `到期最早的 ${late.items.length} 件`,
              ["办件", "牵头部门", "到期日", "状态"],
              late.items.map((row) => [
                html`<a href=${`/desk?case=${row.caseId}`}>${row.title || row.snippet}</a>`,
                row.department ?? "未定",
                html`${row.due ?? ""} <span class="light ${row.light}">${LIGHTS[row.light] ?? ""}</span>`,
                row.stateLabel,
              ]),
            )}
      </section>`;
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    this.date = String(new FormData(event.target as HTMLFormElement).get("date"));
    history.replaceState(null, "", `${location.pathname}?date=${this.date}`);
    void this.load();
  }

  protected async load(): Promise<void> {
    const range = `from=${this.date}&to=${this.date}`;
    const found = await this.during(async (signal) => {
      const [deadlines, triage, satisfaction, late, returned] = await Promise.all([
        call<Day["deadlines"]>("", `/api/reports/deadlines?${range}`, { signal }),
        call<Day["triage"]>("", `/api/reports/triage?${range}`, { signal }),
        call<Day["satisfaction"]>("", `/api/reports/satisfaction?${range}`, { signal }),
        call<Page<Row>>("", "/api/cases?state=open&due=overdue&pageSize=20", { signal }),
        call<Page<Row>>("", "/api/cases?state=returned&pageSize=1", { signal }),
      ]);
      return { deadlines, triage, satisfaction, late, returned };
    });
    this.found = found ?? this.found;
  }
}

customElements.define("zt-board-daily", DailyBoard);
