import { html, nothing, type TemplateResult } from "lit";
import { call } from "../shared/api";
import { ReportBoard, caseLink, exportsOf, table } from "./parts";

interface ListsReport {
  enterprises: {
    name: string;
    cases: number;
    demands: number;
    unanswered: number;
    overdue: number;
    dissatisfied: number;
    departments: string[];
    reasons: string[];
  }[];
  needs: { caseId: string | null; applicationId: string | null; number: string; enterprise: string | null; category: string; title: string; text: string; department: string | null; state: string; due: string | null }[];
  tasks: { caseId: string | null; applicationId: string | null; number: string; title: string; department: string | null; supporting: string[]; state: string; due: string | null; reasons: string[]; action: string }[];
}

const STEP = 100;

/** To the case, or to the application. */
const linkOf = (one: { caseId: string | null; applicationId: string | null; number: string }, title: string): TemplateResult =>
  one.applicationId ? html`<a href=${`/applications?q=${one.number}`}>${title}</a>` : caseLink(one.caseId ?? "", title);

/** 三张清单: enterprises to look after, what enterprises need, what departments must settle together. */
class ListsBoard extends ReportBoard<ListsReport> {
  static properties = { ...ReportBoard.properties, most: { state: true } };
  /** Rows shown of each list: a month of a province has thousands. */
  declare most: number;

  constructor() {
    super();
    this.most = STEP;
  }

  /** A list's beginning, and the way to more of it. */
  #part<T>(title: string, header: string[], all: T[], row: (one: T) => (string | number | TemplateResult)[]): TemplateResult {
    const left = all.length - this.most;
    return html`${table(title, header, all.slice(0, this.most).map(row))}
      ${left > 0
        ? html`<p class="row noprint">
            <span class="dim">已显示 ${this.most} 行，共 ${all.length} 行；全部见上面的 XLSX、CSV。</span>
            <button type="button" @click=${() => (this.most += STEP)}>再显示 ${Math.min(STEP, left)} 行</button>
          </p>`
        : nothing}`;
  }

  protected body({ enterprises, needs, tasks }: ListsReport): TemplateResult {
    return html`${exportsOf("lists", this.query)}
      <section class="card">
        <h2>重点企业清单（${enterprises.length}）</h2>
        ${enterprises.length === 0
          ? html`<p>这段时间没有需要重点关注的企业。</p>`
          : this.#part(
              "重点企业清单",
              ["企业", "来件", "诉求", "未答复", "超期", "不满意", "涉及部门", "列入原因"],
              enterprises,
              (one) => [one.name, one.cases, one.demands, one.unanswered, one.overdue, one.dissatisfied, one.departments.join("、"), one.reasons.join("；")],
            )}
      </section>
      <section class="card">
        <h2>企业需求清单（${needs.length}）</h2>
        ${needs.length === 0
          ? html`<p>没有未答复的诉求和建议，也没有等待办理的申报。</p>`
          : this.#part(
              "企业需求清单",
              ["需求", "企业", "类别", "部门", "状态", "期限"],
              needs,
              (one) => [linkOf(one, one.title || one.text), one.enterprise ?? "未填写", one.category, one.department ?? "未定", one.state, one.due ?? "—"],
            )}
      </section>
      <section class="card">
        <h2>协调任务清单（${tasks.length}）</h2>
        ${tasks.length === 0
          ? html`<p>没有需要协调的办件和申报。</p>`
          : this.#part(
              "协调任务清单",
              ["办件或申报", "牵头", "配合", "状态", "期限", "原因", "建议措施"],
              tasks,
              (one) => [linkOf(one, one.title), one.department ?? "未定", one.supporting.join("、"), one.state, one.due ?? "—", one.reasons.join("；"), one.action],
            )}
      </section>`;
  }

  protected ask(signal: AbortSignal): Promise<ListsReport> {
    return call<ListsReport>("", `/api/reports/lists?${this.query}`, { signal });
  }
}

customElements.define("zt-board-lists", ListsBoard);
