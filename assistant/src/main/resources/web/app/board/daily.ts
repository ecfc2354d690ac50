import { css, html, nothing, type TemplateResult } from "lit";
import { yuan } from "../shared/types";
import { call } from "../shared/api";
import { DAY_MILLIS, day, today } from "../shared/days";
import { ReportBoard, boardStyles, caseLink, figure, shareFigure, table, type Share } from "./parts";

interface DayFigures {
  workingDay: boolean;
  flow: { asked: number; decided: number; dispatched: number; returned: number; answered: number; answeredOnTime: number; closed: number; reopened: number; satisfied: Share };
  standing: { open: number; overdue: number; backlog: number; atRisk: number; paused: number };
}

interface ApplicationFigures {
  filed: number;
  approved: number;
  rejected: number;
  paidYuan: number;
  claims: number;
  /** As of now; null for a day that is over. */
  pending: number | null;
  overdue: number | null;
}

interface Line {
  caseId: string;
  title: string;
  department: string;
  due: string;
  workingDaysOver: number;
}

interface DailyReport {
  date: string;
  today: DayFigures;
  before: DayFigures;
  overdue: Line[];
  atRisk: Line[];
  notable: { caseId: string; title: string; department: string; flags: string[] }[];
  hot: { title: string; size: number; trend: string; marks: string[] }[];
  applications: { today: ApplicationFigures; before: ApplicationFigures };
  lateApplications: { number: string; itemTitle: string; turn: string; due: string }[];
}

/** A day that is no working day may be past the due day by none. */
const overdue = ({ workingDaysOver, due }: Line, date: string): string =>
  workingDaysOver > 0 ? `超过 ${workingDaysOver} 个` : due < date ? "已过期，不满 1 个" : `还有 ${-workingDaysOver} 个`;

/** 一日一报告: the day beside the one before, what is late, what gathers, what needs a person's eye. */
class DailyBoard extends ReportBoard<DailyReport> {
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
  static properties = { ...ReportBoard.properties, date: { state: true } };
  declare date: string;

  constructor() {
    super();
    const given = new URLSearchParams(location.search).get("date") ?? "";
    this.date = /^\d{4}-\d{2}-\d{2}$/.test(given) ? given : day(new Date(Date.now() - DAY_MILLIS));
  }

  render(): TemplateResult {
    return html`<form class="noprint" @submit=${this.#choose}>
        <div><label for="date">日期</label><input id="date" name="date" type="date" required max=${today()} .value=${this.date} /></div>
        <button class="primary">查看</button>
      </form>
      ${super.render()}`;
  }

  protected body(report: DailyReport): TemplateResult {
    const { flow, standing } = report.today;
    const query = `date=${report.date}`;
    return html`<h2>${report.date} 日报${report.today.workingDay ? "" : "（非工作日）"}</h2>
      <p class="row exports">
        <a href=${`/api/reports/daily.xlsx?${query}`} download>XLSX</a><a href=${`/api/reports/daily.csv?${query}`} download>CSV</a
        ><a href=${`/api/reports/daily.txt?${query}`} target="_blank">公文式文本</a>
      </p>
      <div class="figures">
        ${figure("收到来件", flow.asked, "", `前一日 ${report.before.flow.asked}`)} ${figure("答复", flow.answered, "", `其中按期 ${flow.answeredOnTime}`)}
        ${figure("退回", flow.returned, flow.returned > 0 ? "warn" : "", `前一日 ${report.before.flow.returned}`)} ${figure("办结", flow.closed, "", `重办 ${flow.reopened}`)}
        ${shareFigure("满意率", flow.satisfied)} ${figure("在办", standing.open)}
        ${figure("超期未答", standing.overdue, standing.overdue > 0 ? "bad" : "")} ${figure("临期", standing.atRisk, standing.atRisk > 0 ? "warn" : "")}
        ${standing.backlog > 0 ? figure("补录未阅", standing.backlog, "", "补录时已到期，还没有人打开") : ""}
        ${figure("时限暂停", standing.paused, "", "等待企业补充材料")}
      </div>
      ${this.#applications(report)} ${this.#lines("超期未答", report.overdue, "没有超期未答的办件。")} ${this.#lines("临期", report.atRisk, "没有临期的办件。")}
      <section class="card">
        <h3>需关注的来件（${report.notable.length}）</h3>
        ${report.notable.length === 0
          ? html`<p>当日来件中没有紧急、群体等提示。</p>`
          : table("需关注的来件", ["来件", "部门", "提示"], report.notable.map((one) => [caseLink(one.caseId, one.title), one.department, one.flags.join("、")]))}
      </section>
      ${report.hot.length > 0
        ? html`<section class="card">
            <h3>近 30 天热点</h3>
            ${table("近 30 天热点", ["主题", "件数", "走势", "标注"], report.hot.map((one) => [one.title, one.size, one.trend, one.marks.join("、") || "—"]))}
          </section>`
        : nothing}`;
  }

  #applications({ applications, lateApplications }: DailyReport): TemplateResult {
    const { today: now, before } = applications;
    return html`<section class="card">
      <h3>政策申报</h3>
      <p>
        提交 <strong>${now.filed}</strong>（前一日 ${before.filed}），批准 <strong>${now.approved}</strong>（前一日 ${before.approved}），驳回 ${now.rejected}，拨付 ${yuan(now.paidYuan)} 元，反映资金未到账 ${now.claims}${now.pending === null
          ? "。"
          : html`。现在<a href="/applications">办理中 ${now.pending} 件</a>，其中超期 <strong class=${now.overdue ? "bad" : ""}>${now.overdue}</strong> 件。`}
      </p>
      ${lateApplications.length > 0 ? table("超期申报", ["申报", "事项", "现在由谁办", "期限"], lateApplications.map((one) => [one.number, one.itemTitle, one.turn, one.due])) : nothing}
    </section>`;
  }

  #lines(name: string, lines: Line[], none: string): TemplateResult {
    return html`<section class="card">
      <h3>${name}（${lines.length}）</h3>
      ${lines.length === 0
        ? html`<p>${none}</p>`
        : table(
            name,
            ["办件", "牵头部门", "到期日", "工作日"],
            lines.map((one) => [caseLink(one.caseId, one.title), one.department, one.due, overdue(one, this.date)]),
          )}
    </section>`;
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    this.date = String(new FormData(event.target as HTMLFormElement).get("date"));
    history.replaceState(null, "", `${location.pathname}?date=${this.date}`);
    void this.load();
  }

  protected ask(signal: AbortSignal): Promise<DailyReport> {
    // Its issues compare thirty days of appeals.
    return call<DailyReport>("", `/api/reports/daily?date=${this.date}`, { timeoutMillis: 120_000, signal });
  }
}

customElements.define("zt-board-daily", DailyBoard);
