import { html, nothing, type TemplateResult } from "lit";
import { call } from "../shared/api";
import { percent } from "../shared/types";
import { ReportBoard, exportsOf, figure, shareFigure, shown, table, type Share } from "./parts";

interface Counts {
  replies: number;
  drafted: Share;
  unchanged: Share;
  /** Quartiles of what was changed, 0 to 1; null where nothing was drafted. */
  editShare: { low: number; median: number; high: number } | null;
  editDistance: number | null;
}

interface Line {
  name: string;
  counts: Counts;
}

interface DraftsReport {
  total: Counts;
  byDepartment: Line[];
  byCategory: Line[];
}

const edited = ({ editShare }: Counts): string => (editShare === null ? "—" : percent(editShare.median));
const characters = ({ editDistance }: Counts): string => (editDistance === null ? "—" : String(Math.round(editDistance)));

/** What became of drafts: sent as they stood, or changed, and by how much. */
class DraftsBoard extends ReportBoard<DraftsReport> {
  protected body({ total, byDepartment, byCategory }: DraftsReport): TemplateResult {
    const span = total.editShare;
    return html`
      <div class="figures">
        ${figure("答复", total.replies)} ${shareFigure("有拟稿", total.drafted)} ${shareFigure("原样发出", total.unchanged, "good")}
        ${figure("改动比例（中位）", edited(total), "", span ? `一半的答复在 ${percent(span.low)} 至 ${percent(span.high)}` : "")}
        ${figure("改动字数（中位）", characters(total))}
      </div>
      <p class="dim">
        按答复发出的时间统计。改动比例为 0 是原样发出，100% 是全部重写。${total.drafted.hits === 0 ? "这段时间发出的答复都没有先生成拟答复，所以没有改动的数字。" : nothing}
      </p>
      ${total.replies === 0
        ? html`<p class="card">这段时间没有发出答复。</p>`
        : html`<section class="card">${this.#lines("拟答复使用情况，按部门", "部门", byDepartment)}</section>
            <section class="card">${this.#lines("拟答复使用情况，按类别", "类别", byCategory)} ${exportsOf("drafts", this.query)}</section>`}
    `;
  }

  #lines(caption: string, first: string, lines: Line[]): TemplateResult {
    return table(
      caption,
      [first, "答复数", "有拟稿", "原样发出", "改动比例（中位）", "改动字数（中位）"],
      lines.map(({ name, counts }) => [name, counts.replies, shown(counts.drafted), shown(counts.unchanged), edited(counts), characters(counts)]),
    );
  }

  protected ask(signal: AbortSignal): Promise<DraftsReport> {
    return call<DraftsReport>("", `/api/reports/drafts?${this.query}`, { signal });
  }
}

customElements.define("zt-board-drafts", DraftsBoard);
