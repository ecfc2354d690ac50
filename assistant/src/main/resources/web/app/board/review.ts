import { html, nothing, type TemplateResult } from "lit";
import { call } from "../shared/api";
import { percent, type Page } from "../shared/types";
import { ReportBoard, caseLink, table } from "./parts";

interface Unsure {
  caseId: string;
  number: string;
  title: string;
  reasons: string[];
  category: string | null;
  categoryConfidence: number;
  confidence: number;
  candidates: string[];
}

/** The least sure; the rest follows when these are decided. */
const SHOWN = 30;

/** Undecided cases on which triage abstained or had doubts, for a second pair of eyes. */
class ReviewBoard extends ReportBoard<Page<Unsure>> {
  protected body({ items, total }: Page<Unsure>): TemplateResult {
    const period = new URLSearchParams(this.query);
    return html`<p class="dim">
        ${period.get("from")} 至 ${period.get("to")}提出、还没有确定的来件中，系统弃权或有疑点的，把握最低的排在前面。${total > SHOWN ? `共 ${total} 件，这里是前 ${SHOWN} 件。` : nothing}
      </p>
      ${items.length === 0
        ? html`<p class="card">没有等待复核的来件。</p>`
        : html`<section class="card">
            ${table(
              "待复核的来件",
              ["来件", "类别", "牵头部门", "需要复核的原因"],
              items.map((one) => [
                caseLink(one.caseId, one.title || one.number),
                one.category ? `${one.category} ${percent(one.categoryConfidence)}` : "无",
                one.candidates.length > 0 ? `${one.candidates[0]} ${percent(one.confidence)}` : "无",
                one.reasons.join("；") || "把握不足",
              ]),
            )}
          </section>`}`;
  }

  protected ask(signal: AbortSignal): Promise<Page<Unsure>> {
    return call<Page<Unsure>>("", `/api/reports/low-confidence?undecided=true&pageSize=${SHOWN}&${this.query}`, { signal });
  }
}

customElements.define("zt-board-review", ReviewBoard);
