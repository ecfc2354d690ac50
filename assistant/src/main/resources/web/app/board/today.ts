import { css, html, type TemplateResult } from "lit";
import type { Row } from "../desk-types";
import { call } from "../shared/api";
import { today } from "../shared/days";
import { LIGHTS, type Page } from "../shared/types";
import { ReportBoard, boardStyles, caseLink, figure, shareFigure } from "./parts";
import type { Counts, DeadlinesReport } from "./punctuality";

interface Today {
  open: number;
  received: number;
  review: number;
  dissatisfied: number;
  total: Counts;
  overdue: number;
  atRisk: number;
  urgent: Page<Row>;
  back: Page<Row>;
  extensions: Page<Row>;
}

/** Returned once, or twice, which a supervisor decides. */
const BACK = "returned,contested";

/** The day in numbers, and what is late or about to be: each line opens the case. */
class TodayBoard extends ReportBoard<Today> {
  static styles = [
    boardStyles,
    css`
      ul {
        list-style: none;
        padding: 0;
      }
      li {
        border-bottom: 1px solid var(--zt-line);
        padding: 0.4rem 0;
      }
    `,
  ];
  protected body({ open, received, review, dissatisfied, total, overdue, atRisk, urgent, back, extensions }: Today): TemplateResult {
    return html`
      <div class="figures">
        ${figure("在办", open, "", "", "/desk?state=open")} ${figure("待受理", received, "", "", "/desk?state=received")}
        ${figure("超期未答", overdue, overdue > 0 ? "bad" : "", "", "/desk?due=overdue")} ${figure("临期", atRisk, atRisk > 0 ? "warn" : "", "今日或下一工作日到期", "/desk?due=at_risk")}
        ${figure("退回和异议待裁定", back.total, back.total > 0 ? "warn" : "", "", `/desk?state=${BACK}`)}
        ${figure("延期待批准", extensions.total, extensions.total > 0 ? "warn" : "", "", "/desk?state=extension_requested")}
        ${figure("待审核答复", review, review > 0 ? "warn" : "", "", "/desk?state=awaiting_review")}
        ${figure("不满意待复核", dissatisfied, dissatisfied > 0 ? "warn" : "", "", "/desk?mark=review")}
        ${shareFigure("近 90 天按期率", total.punctuality, "good")}
      </div>
      <div class="two">
        <section class="card">
          <h2>超期和今日到期（${urgent.total}）</h2>
          ${this.#list(urgent, "没有超期或今日到期的办件。")}
          <p><a href=${`/desk?due=${today()}`}>到工作台处理</a></p>
        </section>
        <section class="card">
          <h2>退回和异议待裁定（${back.total}）</h2>
          ${this.#list(back, "没有被退回的办件。")}
        </section>
        <section class="card">
          <h2>延期申请待批准（${extensions.total}）</h2>
          ${this.#list(extensions, "没有等待批准的延期申请。")}
        </section>
      </div>
    `;
  }

  #list(page: Page<Row>, none: string): TemplateResult {
    return page.total === 0
      ? html`<p class="dim">${none}</p>`
      : html`<ul>
          ${page.items.map(
            (row) => html`<li>
              ${caseLink(row.caseId, row.title || row.snippet)}
              <span class="light ${row.light}">${LIGHTS[row.light] ?? ""}</span><br />
              <span class="dim">${row.stateLabel} · ${row.department ?? "未定部门"}${row.due ? ` · ${row.due} 到期` : ""}</span>
            </li>`,
          )}
        </ul>`;
  }

  protected async ask(signal: AbortSignal): Promise<Today> {
    const cases = (values: Record<string, string>) => call<Page<Row>>("", `/api/cases?${new URLSearchParams(values)}`, { signal });
    const count = (state: string) => cases({ state, pageSize: "1" }).then((page) => page.total);
    const late = (due: string) => cases({ due, pageSize: "1" }).then((page) => page.total);
    const [open, received, review, dissatisfied, { total }, urgent, back, extensions, overdue, atRisk] = await Promise.all([
      count("open"),
      count("received"),
      count("awaiting_review"),
      cases({ review: "open", pageSize: "1" }).then((page) => page.total),
      call<DeadlinesReport>("", `/api/reports/deadlines?${this.query}`, { signal }),
      cases({ state: "open", due: today(), pageSize: "10" }),
      cases({ state: BACK, pageSize: "10" }),
      cases({ state: "extension_requested", pageSize: "10" }),
      late("overdue"),
      late("at_risk"),
    ]);
    return { open, received, review, dissatisfied, total, overdue, atRisk, urgent, back, extensions };
  }
}

customElements.define("zt-board-today", TodayBoard);
