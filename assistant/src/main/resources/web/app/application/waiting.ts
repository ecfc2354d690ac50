import { html, type TemplateResult } from "lit";
import { boardStyles, figure, table } from "../board/parts";
import { PageElement } from "../page";
import { call } from "../shared/api";

interface WaitingBody {
  groups: { itemId: string; itemTitle: string; department: string | null; state: string; stateLabel: string; step: number | null; count: number; medianDays: number; p90Days: number; longestDays: number }[];
  count: number;
  medianDays: number | null;
  p90Days: number | null;
}

/** Which steps wait longest, for supervisors. */
class ApplicationsWaiting extends PageElement {
  static styles = boardStyles;
  static properties = { ...PageElement.properties, found: { state: true } };
  declare found: WaitingBody | null;

  constructor() {
    super();
    this.found = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.during((signal) => call<WaitingBody>("", "/api/applications/waiting", { signal })).then((found) => (this.found = found));
  }

  render(): TemplateResult {
    const { found } = this;
    if (!found) {
      return html`${this.failureNotice()} ${this.loadingNotice("正在统计…")}`;
    }
    return html`<div class="figures">
        ${figure("办理中", found.count)} ${figure("已等中位数", found.medianDays === null ? "—" : `${found.medianDays} 个工作日`)} ${figure("已等 90 分位", found.p90Days === null ? "—" : `${found.p90Days} 个工作日`)}
      </div>
      <section class="card" aria-labelledby="waiting">
        <h2 id="waiting">等得最久的步骤</h2>
        ${found.groups.length === 0
          ? html`<p>没有等待办理的申报。</p>`
          : table(
              "等得最久的步骤",
              ["事项", "步骤", "由谁办", "件数", "中位（工作日）", "90 分位", "最长"],
              found.groups.map((one) => [
                html`<a href=${`/items/${one.itemId}`}>${one.itemTitle}</a>`,
                `${one.stateLabel}${one.step === null ? "" : `第 ${one.step + 1} 步`}`,
                one.department ?? "督办",
                one.count,
                one.medianDays,
                one.p90Days,
                one.longestDays,
              ]),
            )}
      </section>`;
  }
}

customElements.define("zt-applications-waiting", ApplicationsWaiting);
