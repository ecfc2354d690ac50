import { html, nothing, type TemplateResult } from "lit";
import { CHANNELS } from "../desk-types";
import { call } from "../shared/api";
import { keepTable } from "../shared/keep-table";
import { percent } from "../shared/types";
import { ReportBoard, exportsOf, figure, shade, shareFigure, shown, table, type Share } from "./parts";
import { spans, type Span } from "./spans";

interface Accuracy {
  decisions: number;
  category: Share;
  departmentTop1: Share;
  departmentTop3: Share;
}

interface Line extends Accuracy {
  name: string;
  returned: number;
}

interface Bin {
  from: number;
  to: number;
  count: number;
  confidence: number;
  accuracy: number | null;
}

interface TriageReport extends Accuracy {
  withoutSuggestion: number;
  coverage: Share;
  accepted: Share;
  /** Of cases decided before the suggestion was shown. */
  blind?: Accuracy | null;
  reliability?: { category: Bin[]; department: Bin[] } | null;
  confusion: { labels: string[]; counts: number[][] };
  byDepartment: Line[];
  byModel: Line[];
  byChannel: Line[];
  returns?: { department: string; reason: string; count: number; asSuggested: number }[];
  departmentConfusions: { decided: string; suggested: string; count: number }[];
}

interface Step extends Span {
  report: TriageReport;
}

/** How right suggestions were, by what people decided; the blind figure stands first. */
class AccuracyBoard extends ReportBoard<TriageReport> {
  static properties = { ...ReportBoard.properties, trend: { state: true } };
  declare trend: Step[];

  constructor() {
    super();
    this.trend = [];
  }

  protected body(report: TriageReport): TemplateResult {
    if (report.decisions === 0) {
      return html`<p class="card">这段时间还没有人工确定的来件。坐席采纳或改定建议后，这里会显示准确率。</p>`;
    }
    return html`
      ${this.#blind(report)}
      <h2>看到建议后的决定</h2>
      <p class="dim">按人工最终确定的结果计算。人工是在看到建议后作出决定的，因此数字偏高。</p>
      <div class="figures">
        ${figure("已确定", report.decisions)} ${shareFigure("给出建议", report.coverage)}
        ${shareFigure("整件采纳", report.accepted)} ${this.#shares(report)}
      </div>
      <div class="two">
        <section class="card"><h2>类别混淆矩阵</h2>${this.#matrix(report.confusion)}</section>
        <section class="card"><h2>走势</h2>${this.#trend()}</section>
        ${report.reliability ? this.#reliability(report.reliability) : nothing}
      </div>
      <section class="card">${this.#lines(report.byDepartment, "按部门", "部门")}${exportsOf("triage", this.query)}</section>
      ${report.departmentConfusions.length > 0
        ? html`<section class="card">
            ${table("最常见的部门改定", ["人工确定", "系统建议", "件数"], report.departmentConfusions.map((one) => [one.decided, one.suggested || "（无）", one.count]))}
            ${exportsOf("triage", this.query)}
          </section>`
        : nothing}
      ${report.returns && report.returns.length > 0
        ? html`<section class="card">
            ${table("退回的办件", ["退回的部门", "理由", "件数", "其中按建议派的"], report.returns.map((one) => [one.department, one.reason, one.count, one.asSuggested]))}
            ${exportsOf("triage", this.query)}
          </section>`
        : nothing}
      <section class="card">${this.#lines(report.byModel, "按模型版本", "模型版本")}${this.#lines(report.byChannel, "按渠道", "渠道")}${exportsOf("triage", this.query)}</section>
    `;
  }

  #shares(one: Accuracy): TemplateResult {
    return html`${shareFigure("类别准确", one.category, "good")}
    ${shareFigure("部门准确", one.departmentTop1, "good")}
    ${shareFigure("部门在前三", one.departmentTop3)}`;
  }

  #blind(report: TriageReport): TemplateResult | typeof nothing {
    const blind = report.blind;
    if (!blind) {
      return nothing;
    }
    return html`<h2>独立判断的准确率</h2>
      <p class="dim">抽取一部分来件，人工在看到建议之前先作决定；这一组数字不受建议影响，最可信。</p>
      ${blind.decisions === 0
        ? html`<p class="card">这段时间还没有独立判断的来件。</p>`
        : html`<div class="figures">${figure("独立判断", blind.decisions)} ${this.#shares(blind)}</div>`}`;
  }

  #matrix({ labels, counts }: TriageReport["confusion"]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="类别混淆矩阵"><table class="matrix">
      <caption class="dim">行为人工确定，列为系统建议；百分比为该行中的占比</caption>
      <thead><tr><td></td>${labels.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
      <tbody>
        ${counts.map((row, i) => {
          const sum = row.reduce((a, b) => a + b, 0);
          return html`<tr>
            <th scope="row">${labels[i]}</th>
            ${row.map((n, j) => html`<td class="${shade(sum === 0 ? 0 : n / sum)} ${i === j ? "hit" : ""}">${n}${sum === 0 ? nothing : html`<br /><span class="small">${percent(n / sum)}</span>`}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table></div>${keepTable("类别混淆矩阵")}`;
  }

  #trend(): TemplateResult {
    const steps = this.trend.filter((step) => step.report.decisions > 0);
    if (steps.length < 2) {
      return html`<p class="dim">${this.loading ? "正在统计…" : "决定的来件太少，还看不出走势。"}</p>`;
    }
    const line = (name: string, pick: (report: TriageReport) => Share) => ({
      name,
      type: "line",
      data: steps.map((step) => {
        const value = pick(step.report).value;
        return value === null ? null : Math.round(value * 100);
      }),
    });
    return html`<zt-chart
        label="类别准确和部门准确的走势，数字见下"
        .option=${{
          legend: {},
          xAxis: { type: "category", data: steps.map((step) => step.label) },
          yAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value}%" } },
          series: [line("类别准确", (r) => r.category), line("部门准确", (r) => r.departmentTop1), line("部门在前三", (r) => r.departmentTop3)],
        }}
      ></zt-chart>
      <details>
        <summary>数字</summary>
        ${table("走势", ["时间", "件数", "类别准确", "部门准确"], steps.map((s) => [s.label, s.report.decisions, shown(s.report.category), shown(s.report.departmentTop1)]))}
      </details>`;
  }

  #reliability({ category, department }: NonNullable<TriageReport["reliability"]>): TemplateResult {
    const points = (bins: Bin[]) =>
      bins.filter((bin) => bin.count > 0 && bin.accuracy !== null).map((bin) => [Math.round(bin.confidence * 100), Math.round(bin.accuracy! * 100)]);
    const axis = (name: string, nameGap: number) => ({ type: "value", min: 0, max: 100, name, nameLocation: "middle", nameGap, axisLabel: { formatter: "{value}%" } });
    const rows = (name: string, bins: Bin[]) =>
      bins.filter((bin) => bin.count > 0).map((bin) => [`${name} ${percent(bin.from)} 至 ${percent(bin.to)}`, bin.count, percent(bin.confidence), bin.accuracy === null ? "—" : percent(bin.accuracy)]);
    return html`<section class="card">
      <h2>把握与实际</h2>
      <p class="dim">系统给出的把握应与实际准确率一致，落在虚线上最好；在虚线之下是过于自信。</p>
      <zt-chart
        label="把握与实际准确率的对照，数字见下表"
        .option=${{
          legend: {},
          // Names stand outside what the grid reckons with.
          grid: { left: 34, right: 24, top: 40, bottom: 30, containLabel: true },
          xAxis: axis("系统把握", 28),
          yAxis: axis("实际准确", 46),
          series: [
            { name: "理想", type: "line", data: [[0, 0], [100, 100]], lineStyle: { type: "dashed" }, symbol: "none" },
            { name: "类别", type: "line", data: points(category), symbolSize: 9 },
            { name: "部门", type: "line", data: points(department), symbolSize: 9 },
          ],
        }}
      ></zt-chart>
      <details>
        <summary>数字</summary>
        ${table("把握与实际", ["把握", "件数", "平均把握", "实际准确"], [...rows("类别", category), ...rows("部门", department)])}
      </details>
    </section>`;
  }

  #lines(lines: Line[], caption: string, name: string): TemplateResult {
    return table(
      caption,
      [name, "件数", "类别准确", "部门准确", "部门在前三", "曾退回"],
      lines.map((line) => [CHANNELS[line.name] ?? (line.name.startsWith("day-one") ? "初始规则（未训练）" : line.name), line.decisions, shown(line.category), shown(line.departmentTop1), shown(line.departmentTop3), line.returned]),
    );
  }

  protected ask(signal: AbortSignal): Promise<TriageReport> {
    return this.#asked(this.query, signal);
  }

  protected async load(): Promise<TriageReport | null> {
    const query = this.query;
    const report = await super.load();
    if (report && report.decisions > 0) {
      const trend = await this.during(
        (signal) => Promise.all(spans(query).map(async (span) => ({ ...span, report: await this.#asked(span.query, signal) }))),
        "trend",
      );
      this.trend = trend ?? [];
    }
    return report;
  }

  #asked(query: string, signal: AbortSignal): Promise<TriageReport> {
    return call<TriageReport>("", `/api/reports/triage?${query}`, { signal });
  }
}

customElements.define("zt-board-accuracy", AccuracyBoard);
