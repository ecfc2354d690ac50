import { html, type TemplateResult } from "lit";
import type { Row, StaffCase } from "../desk-types";
import { call } from "../shared/api";
import { percent, type Page } from "../shared/types";
import { BoardElement, table } from "./parts";

/** Undecided cases looked at; the rest follows when these are decided. */
const LOOKED_AT = 30;

/** Cases on which triage abstained or was least sure, for a second pair of eyes. */
class ReviewBoard extends BoardElement {
  static properties = { ...BoardElement.properties, cases: { state: true }, total: { state: true } };
  declare cases: StaffCase[] | null;
  declare total: number;

  constructor() {
    super();
    this.cases = null;
    this.total = 0;
  }

  render(): TemplateResult {
    if (!this.cases) {
      return this.waiting();
    }
    const sorted = this.cases
      .filter((one) => one.suggestion !== null && !one.suggestionHidden)
      .sort((a, b) => sureness(a) - sureness(b));
    return html`${this.failureNotice()}
      <p class="dim">待受理的来件中，系统弃权或把握最低的排在前面。${this.total > LOOKED_AT ? `共 ${this.total} 件待受理，这里是期限最近的 ${LOOKED_AT} 件。` : ""}</p>
      ${sorted.length === 0
        ? html`<p class="card">没有等待受理的来件。</p>`
        : html`<section class="card">
            ${table(
              "待复核的来件",
              ["来件", "类别", "牵头部门", "需要复核的原因"],
              sorted.map((one) => [
                html`<a href=${`/desk?case=${one.caseId}`}>${one.title || one.text.slice(0, 30)}</a>`,
                `${one.suggestion!.category.label} ${percent(one.suggestion!.category.confidence)}`,
                one.suggestion!.departments[0] ? `${one.suggestion!.departments[0].name} ${percent(one.suggestion!.departments[0].confidence)}` : "无",
                one.suggestion!.abstained ? one.suggestion!.reviewReasons.join("；") || "把握不足" : "—",
              ]),
            )}
          </section>`}`;
  }

  protected async load(): Promise<void> {
    const cases = await this.during(async (signal) => {
      const page = await call<Page<Row>>("", `/api/cases?state=received&pageSize=${LOOKED_AT}`, { signal });
      this.total = page.total;
      return Promise.all(page.items.map((row) => call<StaffCase>("", `/api/cases/${row.caseId}`, { signal })));
    });
    this.cases = cases ?? this.cases;
  }
}

const sureness = (one: StaffCase): number =>
  one.suggestion!.abstained ? -1 : Math.min(one.suggestion!.category.confidence, one.suggestion!.departments[0]?.confidence ?? 0);

customElements.define("zt-board-review", ReviewBoard);
