import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { percent } from "./shared/types";
import { PageElement, pageStyles } from "./page";

interface Share {
  hits: number;
  of: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

interface Line {
  name: string;
  decisions: number;
  category: Share;
  departmentTop1: Share;
  departmentTop3: Share;
  returned: number;
}

interface TriageReport {
  decisions: number;
  withoutSuggestion: number;
  coverage: Share;
  accepted: Share;
  category: Share;
  departmentTop1: Share;
  departmentTop3: Share;
  confusion: { labels: string[]; counts: number[][] };
  byDepartment: Line[];
  byModel: Line[];
  departmentConfusions: { decided: string; suggested: string; count: number }[];
}

interface Counts {
  cases: number;
  answeredOnTime: number;
  answeredLate: number;
  overdue: number;
  atRisk: number;
  open: number;
  punctuality: Share;
}

interface DeadlinesReport {
  total: Counts;
  byDepartment: { department: string; counts: Counts }[];
}

interface SatisfactionReport {
  total: { ratings: number; scores: number[]; satisfied: Share; mean: number | null };
}

const shown = (share: Share): string =>
  share.value === null || share.of === 0 ? "—" : `${percent(share.value)}（${share.hits}/${share.of}）`;
const day = (date: Date): string => date.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
const DAY_MILLIS = 86_400_000;

/** Triage accuracy from people's decisions, punctuality, satisfaction, for a period. */
class SupervisorPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr));
        gap: 0.8rem;
        margin-bottom: 1rem;
      }
      .figure {
        margin: 0;
      }
      .figure b {
        display: block;
        font-size: 1.2em;
        overflow-wrap: anywhere;
      }
      .matrix td {
        text-align: center;
        font-size: 1.1em;
      }
      .wide {
        overflow-x: auto;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.8rem;
        align-items: end;
      }
      form > div {
        max-width: 15rem;
      }
      td.hit {
        box-shadow: inset 0 0 0 2px var(--zt-good);
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    triage: { state: true },
    deadlines: { state: true },
    satisfaction: { state: true },
  };
  declare triage: TriageReport | null;
  declare deadlines: DeadlinesReport | null;
  declare satisfaction: SatisfactionReport | null;
  #query = new URLSearchParams({ from: day(new Date(Date.now() - 90 * DAY_MILLIS)), to: day(new Date()) });

  constructor() {
    super();
    this.triage = null;
    this.deadlines = null;
    this.satisfaction = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`
      <h1>督办看板</h1>
      <form class="card" @submit=${this.#choose}>
        <div><label for="from">自</label><input id="from" name="from" type="date" required .value=${this.#query.get("from") ?? ""} /></div>
        <div><label for="to">至</label><input id="to" name="to" type="date" required .value=${this.#query.get("to") ?? ""} /></div>
        <div><label for="department">部门（选填）</label><input id="department" name="department" .value=${this.#query.get("department") ?? ""} /></div>
        <button class="primary" ?disabled=${this.loading}>查看</button>
        ${this.loading ? html`<span class="dim" role="status">正在统计…</span>` : nothing}
      </form>
      ${this.failureNotice()} ${this.deadlines ? this.#punctuality(this.deadlines) : nothing}
      ${this.triage ? this.#accuracy(this.triage) : nothing} ${this.satisfaction ? this.#ratings(this.satisfaction) : nothing}
    `;
  }

  #figure(name: string, value: string | number, tone = ""): TemplateResult {
    return html`<div class="card figure">${name}<b class=${tone}>${value}</b></div>`;
  }

  #exports(report: string): TemplateResult {
    return html`<p class="row">
      导出：<a href=${`/api/reports/${report}.xlsx?${this.#query}`}>XLSX</a><a href=${`/api/reports/${report}.csv?${this.#query}`}>CSV</a>
    </p>`;
  }

  #punctuality(report: DeadlinesReport): TemplateResult {
    const total = report.total;
    return html`<section>
      <h2>办理时限</h2>
      <div class="figures">
        ${this.#figure("来件", total.cases)} ${this.#figure("按期率", shown(total.punctuality), "good")}
        ${this.#figure("超期答复", total.answeredLate, total.answeredLate > 0 ? "warn" : "")}
        ${this.#figure("超期未答", total.overdue, total.overdue > 0 ? "bad" : "")}
        ${this.#figure("临期", total.atRisk, total.atRisk > 0 ? "warn" : "")} ${this.#figure("在办", total.open)}
      </div>
      <details class="card">
        <summary>按部门</summary>
        <div class="wide">
          <table>
            <thead><tr><th>部门</th><th>件数</th><th>按期</th><th>超期答复</th><th>超期未答</th><th>临期</th><th>按期率</th></tr></thead>
            <tbody>
              ${report.byDepartment.map(
                ({ department, counts }) =>
                  html`<tr><td>${department}</td><td>${counts.cases}</td><td>${counts.answeredOnTime}</td><td>${counts.answeredLate}</td><td>${counts.overdue}</td><td>${counts.atRisk}</td><td>${shown(counts.punctuality)}</td></tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${this.#exports("deadlines")}
      </details>
    </section>`;
  }

  #accuracy(report: TriageReport): TemplateResult {
    if (report.decisions === 0) {
      return html`<section><h2>分办准确率</h2><p class="card">这段时间还没有人工确定的来件。坐席采纳或改定建议后，这里会显示准确率。</p></section>`;
    }
    return html`<section>
      <h2>分办准确率</h2>
      <p class="dim">按人工最终确定的结果计算。人工是在看到建议后作出决定的，因此数字偏高。</p>
      <div class="figures">
        ${this.#figure("已确定", report.decisions)} ${this.#figure("给出建议", shown(report.coverage))}
        ${this.#figure("整件采纳", shown(report.accepted))} ${this.#figure("类别准确", shown(report.category), "good")}
        ${this.#figure("部门准确", shown(report.departmentTop1), "good")} ${this.#figure("部门在前三", shown(report.departmentTop3))}
      </div>
      <div class="card">
        <h3>类别混淆矩阵</h3>
        ${this.#matrix(report.confusion)}
      </div>
      <details class="card" open>
        <summary>按部门</summary>
        ${this.#lines(report.byDepartment, "部门")}
      </details>
      <details class="card">
        <summary>按模型版本</summary>
        ${this.#lines(report.byModel, "模型版本")}
      </details>
      ${report.departmentConfusions.length > 0
        ? html`<details class="card" open>
            <summary>最常见的部门改定</summary>
            <table>
              <thead><tr><th>人工确定</th><th>系统建议</th><th>件数</th></tr></thead>
              <tbody>${report.departmentConfusions.map((one) => html`<tr><td>${one.decided}</td><td>${one.suggested || "（无）"}</td><td>${one.count}</td></tr>`)}</tbody>
            </table>
          </details>`
        : nothing}
      ${this.#exports("triage")}
    </section>`;
  }

  #matrix({ labels, counts }: TriageReport["confusion"]): TemplateResult {
    return html`<table class="matrix">
      <caption class="dim">行为人工确定，列为系统建议</caption>
      <thead><tr><td></td>${labels.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
      <tbody>
        ${counts.map((row, i) => {
          const sum = row.reduce((a, b) => a + b, 0);
          return html`<tr>
            <th scope="row">${labels[i]}</th>
            ${row.map((n, j) => html`<td class=${i === j ? "hit" : ""}>${n}<br /><span class="dim">${sum === 0 ? "" : percent(n / sum)}</span></td>`)}
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  #lines(lines: Line[], name: string): TemplateResult {
    return html`<div class="wide"><table>
      <thead><tr><th>${name}</th><th>件数</th><th>类别准确</th><th>部门准确</th><th>部门在前三</th><th>曾退回</th></tr></thead>
      <tbody>
        ${lines.map((line) => html`<tr><td>${line.name}</td><td>${line.decisions}</td><td>${shown(line.category)}</td><td>${shown(line.departmentTop1)}</td><td>${shown(line.departmentTop3)}</td><td>${line.returned}</td></tr>`)}
      </tbody>
    </table></div>`;
  }

  #ratings(report: SatisfactionReport): TemplateResult {
    const total = report.total;
    return html`<section>
      <h2>满意度</h2>
      <div class="figures">
        ${this.#figure("评价", total.ratings)} ${this.#figure("满意率", shown(total.satisfied), "good")}
        ${this.#figure("平均分", total.mean === null ? "—" : total.mean.toFixed(2))}
      </div>
      ${this.#exports("satisfaction")}
    </section>`;
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#query = new URLSearchParams();
    for (const name of ["from", "to", "department"]) {
      const value = String(form.get(name) ?? "").trim();
      if (value !== "") {
        this.#query.set(name, value);
      }
    }
    void this.#load();
  }

  async #load(): Promise<void> {
    const reports = await this.during(() =>
      Promise.all([
        call<TriageReport>("", `/api/reports/triage?${this.#query}`),
        call<DeadlinesReport>("", `/api/reports/deadlines?${this.#query}`),
        call<SatisfactionReport>("", `/api/reports/satisfaction?${this.#query}`),
      ]),
    );
    if (reports) {
      [this.triage, this.deadlines, this.satisfaction] = reports;
    }
  }
}

customElements.define("zt-supervisor", SupervisorPage);
