import { html, type TemplateResult } from "lit";
import { SCORES } from "../scores";
import { call } from "../shared/api";
import { ReportBoard, exportsOf, figure, shareFigure, shown, table, type Share } from "./parts";

export interface Counts {
  cases: number;
  answeredOnTime: number;
  answeredLate: number;
  overdue: number;
  backlog: number;
  atRisk: number;
  open: number;
  undated: number;
  paused: number;
  punctuality: Share;
}

export interface DeadlinesReport {
  total: Counts;
  byDepartment: { department: string; counts: Counts }[];
}

interface Ratings {
  ratings: number;
  scores: number[];
  satisfied: Share;
  mean: number | null;
}

interface SatisfactionReport {
  total: Ratings;
  byDepartment: { department: string; counts: Ratings }[];
}

/** Bars for the busiest; the table has all. */
const BARS = 12;
/** Worst first, as the report counts them. */
const SCORE_LABELS = SCORES.map(([, label]) => label).reverse();

/** Punctuality, in all and by department. */
class Punctuality extends ReportBoard<DeadlinesReport> {
  protected body({ total, byDepartment }: DeadlinesReport): TemplateResult {
    const busiest = byDepartment.slice(0, BARS).reverse();
    const bar = (name: string, pick: (counts: Counts) => number) => ({
      name,
      type: "bar",
      stack: "all",
      data: busiest.map((line) => pick(line.counts)),
    });
    return html`
      <div class="figures">
        ${figure("来件", total.cases)} ${shareFigure("按期率", total.punctuality, "good")}
        ${figure("超期答复", total.answeredLate, total.answeredLate > 0 ? "warn" : "")}
        ${figure("超期未答", total.overdue, total.overdue > 0 ? "bad" : "")} ${figure("临期", total.atRisk, total.atRisk > 0 ? "warn" : "")}
        ${total.backlog > 0 ? figure("补录未阅", total.backlog, "", "补录时已到期，还没有人打开") : ""}
        ${figure("在办未到期", total.open)} ${figure("时限暂停", total.paused, "", "等待企业补充材料")}
        ${figure("未定时限", total.undated, "", "还没有确定类别")}
      </div>
      ${byDepartment.length === 0
        ? html`<p class="card">这段时间没有来件。</p>`
        : html`<section class="card">
              <h2>各部门办件</h2>
              <zt-chart
                label=${`各部门办件数，按时限情况分段，件数最多的 ${busiest.length} 个部门，数字见下表`}
                .option=${{
                  legend: {},
                  xAxis: { type: "value", minInterval: 1 },
                  yAxis: { type: "category", data: busiest.map((line) => line.department), axisLabel: { width: Math.min(170, innerWidth / 4), overflow: "truncate" } },
                  series: [
                    bar("在办未到期", (counts) => counts.open),
                    bar("临期", (counts) => counts.atRisk),
                    bar("时限暂停", (counts) => counts.paused),
                    bar("未定时限", (counts) => counts.undated),
                    bar("按期答复", (counts) => counts.answeredOnTime),
                    bar("超期答复", (counts) => counts.answeredLate),
                    bar("超期未答", (counts) => counts.overdue),
                    bar("补录未阅", (counts) => counts.backlog),
                  ],
                }}
              ></zt-chart>
            </section>
            <section class="card">
              ${table(
                "按部门",
                ["部门", "件数", "按期", "超期答复", "超期未答", "补录未阅", "临期", "在办未到期", "时限暂停", "未定时限", "按期率"],
                byDepartment.map(({ department, counts }) => [
                  department,
                  counts.cases,
                  counts.answeredOnTime,
                  counts.answeredLate,
                  counts.overdue,
                  counts.backlog,
                  counts.atRisk,
                  counts.open,
                  counts.paused,
                  counts.undated,
                  shown(counts.punctuality),
                ]),
              )}
              ${exportsOf("deadlines", this.query)}
            </section>`}
    `;
  }

  protected ask(signal: AbortSignal): Promise<DeadlinesReport> {
    return call<DeadlinesReport>("", `/api/reports/deadlines?${this.query}`, { signal });
  }
}

/** What enterprises said, in all and by department. */
class Satisfaction extends ReportBoard<SatisfactionReport> {
  protected body({ total, byDepartment }: SatisfactionReport): TemplateResult {
    return html`
      <div class="figures">
        ${figure("评价", total.ratings)} ${shareFigure("满意率", total.satisfied, "good")}
        ${figure("平均分（满分 5）", total.mean === null ? "—" : total.mean.toFixed(2))}
      </div>
      ${total.ratings === 0
        ? html`<p class="card">这段时间还没有企业评价。</p>`
        : html`<section class="card">
              <h2>评价分布</h2>
              <zt-chart
                label=${`评价分布：${SCORE_LABELS.map((name, i) => `${name} ${total.scores[i]} 件`).join("，")}`}
                .option=${{
                  xAxis: { type: "category", data: SCORE_LABELS },
                  yAxis: { type: "value", minInterval: 1 },
                  series: [{ type: "bar", data: total.scores, barMaxWidth: 60, label: { show: true, position: "top" } }],
                }}
              ></zt-chart>
            </section>
            <section class="card">
              ${table(
                "按部门",
                ["部门", "评价", ...SCORE_LABELS, "满意率", "平均分"],
                byDepartment.map(({ department, counts }) => [
                  department,
                  counts.ratings,
                  ...counts.scores,
                  shown(counts.satisfied),
                  counts.mean === null ? "—" : counts.mean.toFixed(2),
                ]),
              )}
              ${exportsOf("satisfaction", this.query)}
            </section>`}
    `;
  }

  protected ask(signal: AbortSignal): Promise<SatisfactionReport> {
    return call<SatisfactionReport>("", `/api/reports/satisfaction?${this.query}`, { signal });
  }
}

customElements.define("zt-board-punctuality", Punctuality);
customElements.define("zt-board-satisfaction", Satisfaction);
