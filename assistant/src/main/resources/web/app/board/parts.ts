import { css, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { keepTable } from "../shared/keep-table";
import { percent } from "../shared/types";

/** A share with its Wilson interval, as the service counts it. */
export interface Share {
  hits: number;
  of: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

export const shown = (share: Share | null | undefined): string =>
  !share || share.value === null || share.of === 0 ? "—" : `${percent(share.value)}（${share.hits}/${share.of}）`;

/** The interval in words: how far to trust a share. */
const interval = (share: Share | null | undefined): string =>
  !share || share.low === null || share.high === null ? "" : `95% 区间 ${percent(share.low)} 至 ${percent(share.high)}`;

/** With an address the figure opens the list that it counts. */
export const figure = (name: string, value: string | number, tone = "", note = "", href = ""): TemplateResult =>
  html`<div class="card figure">
    <span>${name}</span><b class=${tone}>${href && value !== 0 ? html`<a href=${href} aria-label=${`${name} ${value}，查看清单`}>${value}</a>` : value}</b>${note ? html`<span class="dim small">${note}</span>` : nothing}
  </div>`;

/** A share as a figure: the percentage large, what it rests on small. */
export const shareFigure = (name: string, share: Share | null | undefined, tone = ""): TemplateResult => {
  const none = !share || share.value === null || share.of === 0;
  return figure(name, none ? "—" : percent(share.value!), tone, none ? "" : `${share.hits}/${share.of}，${interval(share)}`);
};

/** Exports of a report: one sheet a table. */
export const exportsOf = (report: string, query: string): TemplateResult =>
  html`<p class="row exports">
    <span class="dim">完整报表：</span><a href=${`/api/reports/${report}.xlsx?${query}`} download>XLSX</a
    ><a href=${`/api/reports/${report}.csv?${query}`} download>CSV</a>
  </p>`;

/** Shades of a cell by its share: classes, because the security policy forbids style attributes. */
export const shade = (share: number): string => `h${Math.round(Math.max(0, Math.min(1, share)) * 10)}`;

const shades = unsafeCSS(
  Array.from({ length: 11 }, (_, n) => `td.h${n}{background:color-mix(in srgb,var(--zt-accent) ${n * 4}%,transparent)}`).join(""),
);

export const boardStyles = [
  pageStyles,
  css`
    ${shades}
    .figures {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9.4rem, 44%), 1fr));
      gap: 0.8rem;
      margin-bottom: 1rem;
    }
    .figure {
      margin: 0;
      padding: 0.7rem 1rem;
    }
    .figure b {
      display: block;
      font-size: 1.35em;
      overflow-wrap: anywhere;
    }
    .tall {
      max-height: 30rem;
      overflow: auto;
    }
    .tall thead th {
      position: sticky;
      top: 0;
      z-index: 1;
    }
    .small {
      font-size: 0.85em;
    }
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
      gap: 0 1rem;
    }
    .two > * {
      min-width: 0;
    }
    .number {
      text-align: right;
      white-space: nowrap;
    }
    .matrix td {
      text-align: center;
    }
    .matrix td.hit {
      box-shadow: inset 0 0 0 2px var(--zt-good);
    }
    caption {
      text-align: left;
      padding-bottom: 0.3rem;
    }
    @media print {
      .figure,
      zt-chart {
        break-inside: avoid;
      }
      .card {
        border-color: #999;
      }
      .two {
        display: block;
      }
      details:not([open]) {
        display: none;
      }
      .exports,
      .noprint {
        display: none;
      }
    }
  `,
];

/** One report of the board for a period; loads again when the period changes. */
export abstract class BoardElement extends PageElement {
  static styles = boardStyles;
  static properties = { ...PageElement.properties, query: { type: String } };
  declare query: string;

  constructor() {
    super();
    this.query = "";
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has("query")) {
      void this.load();
    }
  }

  protected abstract load(): Promise<unknown>;

  /** What stands where figures will be. */
  protected waiting(): TemplateResult {
    return html`${this.failureNotice()} ${this.loadingNotice("正在统计…")}
      ${this.failure ? html`<button @click=${() => void this.load()}>重试</button>` : nothing}`;
  }
}

/** A board that shows one report of the service. */
export abstract class ReportBoard<Report> extends BoardElement {
  static properties = { ...BoardElement.properties, report: { state: true } };
  declare report: Report | null;

  constructor() {
    super();
    this.report = null;
  }

  render(): TemplateResult {
    return this.report ? html`${this.failureNotice()} ${this.body(this.report)}` : this.waiting();
  }

  protected abstract body(report: Report): TemplateResult;

  protected abstract ask(signal: AbortSignal): Promise<Report>;

  /** What came; null after a fault, when the figures before stay. */
  protected async load(): Promise<Report | null> {
    const report = await this.during((signal) => this.ask(signal));
    this.report = report ?? this.report;
    return report;
  }
}

/** A case by its title, which opens it. */
export const caseLink = (id: string, title: string): TemplateResult => html`<a href=${`/desk?case=${id}`}>${title}</a>`;

/** Numbers stand right; a day is not broken. */
const classOf = (cell: string | number | TemplateResult): string =>
  typeof cell === "number" ? "number" : typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell) ? "day" : "";

/** A table whose first column names the rows. */
export function table(caption: string, head: string[], rows: (string | number | TemplateResult)[][]): TemplateResult {
  return html`<div class="scroll tall" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="dim">${caption}</caption>
      <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${row.map((cell, index) =>
              index === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${classOf(cell)}>${cell}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
  ${keepTable(caption)}`;
}
