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
  returned: number;
  review: number;
  total: Counts;
  urgent: Page<Row>;
  back: Page<Row>;
}

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
  protected body({ open, received, returned, review, total, urgent, back }: Today): TemplateResult {
    return html`
      <div class="figures">
        ${figure("在办", open)} ${figure("待受理", received)}
        ${figure("超期未答", total.overdue, total.overdue > 0 ? "bad" : "")} ${figure("临期", total.atRisk, total.atRisk > 0 ? "warn" : "")}
        ${figure("退回待处理", returned, returned > 0 ? "warn" : "")} ${figure("待审核答复", review)}
        ${shareFigure("近 90 天按期率", total.punctuality, "good")}
      </div>
      <div class="two">
        <section class="card">
          <h2>超期和今日到期（${urgent.total}）</h2>
          ${this.#list(urgent, "没有超期或今日到期的办件。")}
          <p><a href=${`/desk?due=${today()}`}>到工作台处理</a></p>
        </section>
        <section class="card">
          <h2>被退回的办件（${back.total}）</h2>
          ${this.#list(back, "没有被退回的办件。")}
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
    const [open, received, review, { total }, urgent, back] = await Promise.all([
      count("open"),
      count("received"),
      count("awaiting_review"),
      call<DeadlinesReport>("", `/api/reports/deadlines?${this.query}`, { signal }),
      cases({ state: "open", due: today(), pageSize: "10" }),
      cases({ state: "returned", pageSize: "10" }),
    ]);
    return { open, received, returned: back.total, review, total, urgent, back };
  }
}

customElements.define("zt-board-today", TodayBoard);
