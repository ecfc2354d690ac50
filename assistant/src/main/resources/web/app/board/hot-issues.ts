import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "../shared/api";
import type { Row } from "../desk-types";
import { percent, type Page } from "../shared/types";
import { ReportBoard, boardStyles, caseLink, exportsOf, table } from "./parts";

interface Named {
  name: string;
  count: number;
}

interface Issue {
  rank: number;
  title: string;
  keywords: string[];
  size: number;
  share: number;
  trend: { direction: string; label: string; previous: number | null; weeks: { from: string; count: number }[] };
  marks: string[];
  regions: Named[];
  departments: Named[];
  enterprises: number;
  caseIds: string[];
  examples: { caseId: string; number: string; title: string; text: string; askedAt: string }[];
}

interface HotIssuesReport {
  considered: number;
  inIssues: number;
  issues: Issue[];
  applications: { title: string; department: string; filed: number; late: number; rejected: number; unpaid: number; claims: number; marks: string[] }[];
}

/** Issues drawn as bars. */
const DRAWN = 10;
const NAMED = 5;
/** What one page of the list holds. */
const LISTED = 200;

/** What many appeals are about: title, size, trend, where, whose, examples. */
class HotIssuesBoard extends ReportBoard<HotIssuesReport> {
  static styles = [
    boardStyles,
    css`
      .issue {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(14rem, 2fr);
        gap: 1rem;
      }
      .issue > div {
        min-width: 0;
      }
      zt-chart.small {
        --chart-height: 9rem;
      }
      .mark {
        border-color: var(--zt-warn);
        color: var(--zt-warn);
        font-weight: 600;
      }
      @media (max-width: 820px) {
        .issue {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  static properties = { ...ReportBoard.properties, cases: { state: true } };
  /** By an issue's rank, once they were asked for. */
  declare cases: Record<number, Row[]>;

  constructor() {
    super();
    this.cases = {};
  }

  async #all(event: Event, issue: Issue): Promise<void> {
    if ((event.target as HTMLDetailsElement).open && !this.cases[issue.rank]) {
      const ids = issue.caseIds.slice(0, LISTED).join(",");
      const found = await call<Page<Row>>("", `/api/cases?ids=${ids}&pageSize=${LISTED}&sort=newest`).catch(() => null);
      this.cases = { ...this.cases, [issue.rank]: found?.items ?? [] };
    }
  }

  protected body(report: HotIssuesReport): TemplateResult {
    return html`${this.#issues(report)} ${this.#applications(report)}`;
  }

  /** Items whose applications go wrong. */
  #applications({ applications }: HotIssuesReport): TemplateResult {
    return html`<section class="card">
      <h2>申报集中的问题</h2>
      ${applications.length === 0
        ? html`<p>没有超期、驳回、逾期未拨付集中的事项，也没有企业反映资金未到账。</p>`
        : table(
            "申报集中的问题",
            ["事项", "部门", "申报", "超期未办", "驳回", "逾期未拨付", "反映未到账", "标注"],
            applications.map((one) => [one.title, one.department, one.filed, one.late, one.rejected, one.unpaid, one.claims, one.marks.join("、")]),
          )}
    </section>`;
  }

  #issues(report: HotIssuesReport): TemplateResult {
    if (report.issues.length === 0) {
      return html`<p class="card">这段时间的 ${report.considered} 件来件中，没有集中反映的问题。</p>`;
    }
    const drawn = report.issues.slice(0, DRAWN).reverse();
    return html`<p class="dim">比较了 ${report.considered} 件来件，其中 ${report.inIssues} 件属于下列 ${report.issues.length} 类。苗头性：此前少见、集中出现在期末；普遍性：涉及多个地区或多数周都有。排序看件数、彼此说的是不是同一件事、比平时多出多少，短时间内集中的靠前，因此件数少的可能排在件数多的前面。</p>
      <section class="card">
        <h2>件数</h2>
        <zt-chart
          label=${`热点问题件数：${report.issues.slice(0, DRAWN).map((one) => `${one.title} ${one.size} 件`).join("，")}`}
          .option=${{
            xAxis: { type: "value", minInterval: 1 },
            yAxis: { type: "category", data: drawn.map((one) => one.title), axisLabel: { width: 190, overflow: "truncate" } },
            series: [{ type: "bar", data: drawn.map((one) => one.size), barMaxWidth: 22, label: { show: true, position: "right" } }],
          }}
        ></zt-chart>
        ${table(
          "热点问题",
          ["主题", "件数", "占比", "走势", "上期", "标注"],
          report.issues.map((one) => [one.title, one.size, percent(one.share), one.trend.label, one.trend.previous ?? "—", one.marks.join("、") || "—"]),
        )}
        ${exportsOf("hot-issues", this.query)}
      </section>
      ${report.issues.map((issue) => this.#issue(issue))}`;
  }

  #issue(issue: Issue): TemplateResult {
    const names = (list: Named[]) => list.slice(0, NAMED).map((one) => `${one.name}（${one.count}）`).join("、");
    return html`<article class="card">
      <h2>${issue.rank}. ${issue.title} <span class="dim">${issue.size} 件</span> ${issue.marks.map((mark) => html`<span class="tag mark">${mark}</span>`)}</h2>
      <div class="issue">
        <div>
          ${issue.regions.length > 0 ? html`<p>地区：${names(issue.regions)}</p>` : nothing}
          ${issue.departments.length > 0 ? html`<p>部门：${names(issue.departments)}</p>` : nothing}
          <p class="dim">${issue.keywords.map((word) => html`<span class="tag">${word}</span>`)} ${issue.enterprises > 0 ? `涉及 ${issue.enterprises} 家企业` : ""}</p>
          <details>
            <summary>典型来件</summary>
            <ul>
              ${issue.examples.map((one) => html`<li>${caseLink(one.caseId, one.title || one.number)} <span class="dim">${one.askedAt.slice(0, 10)}</span><br />${one.text}</li>`)}
            </ul>
          </details>
          <details @toggle=${(event: Event) => void this.#all(event, issue)}>
            <summary>全部 ${issue.size} 件</summary>
            ${this.cases[issue.rank] ? html`<ul>${this.cases[issue.rank].map((row) => html`<li>${caseLink(row.caseId, row.title || row.snippet)} <span class="dim">${row.number} · ${row.stateLabel}${row.department ? ` · ${row.department}` : ""}</span></li>`)}</ul>` : html`<p class="dim">正在载入…</p>`}
          </details>
        </div>
        <div>
          <p class="dim">走势：${issue.trend.label}${issue.trend.previous === null ? "" : `（上期 ${issue.trend.previous} 件）`}</p>
          <zt-chart
            class="small"
            label=${`每周件数：${issue.trend.weeks.map((week) => `${week.from.slice(5)} ${week.count}`).join("，")}`}
            .option=${{
              grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true },
              xAxis: { type: "category", data: issue.trend.weeks.map((week) => week.from.slice(5)) },
              yAxis: { type: "value", minInterval: 1 },
              series: [{ type: "bar", data: issue.trend.weeks.map((week) => week.count) }],
            }}
          ></zt-chart>
        </div>
      </div>
    </article>`;
  }

  protected ask(signal: AbortSignal): Promise<HotIssuesReport> {
    // Comparing thousands of appeals takes longer than counting them.
    return call<HotIssuesReport>("", `/api/reports/hot-issues?${this.query}`, { timeoutMillis: 120_000, signal });
  }
}

customElements.define("zt-board-hot-issues", HotIssuesBoard);
