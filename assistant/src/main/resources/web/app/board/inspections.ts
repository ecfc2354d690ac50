import { html, type TemplateResult } from "lit";
import { when } from "../desk-types";
import { call } from "../shared/api";
import { BoardElement, caseLink, table } from "./parts";

interface RepeatedBody {
  days: number;
  least: number;
  total: number;
  items: { enterprise: string; size: number; cases: { caseId: string; number: string; askedAt: string; department: string | null; stateLabel: string }[] }[];
}

/** 重复检查: enterprises about whose inspections several appeals came. */
class InspectionsBoard extends BoardElement {
  static properties = { ...BoardElement.properties, found: { state: true } };
  declare found: RepeatedBody | null;

  constructor() {
    super();
    this.found = null;
    void this.load();
  }

  protected async load(): Promise<void> {
    this.found = (await this.during((signal) => call<RepeatedBody>("", "/api/inspections/repeated", { signal }), "load")) ?? this.found;
  }

  render(): TemplateResult {
    const { found } = this;
    return found === null
      ? this.waiting()
      : html`<section class="card" aria-labelledby="repeated">
          <h2 id="repeated">重复检查（${found.total} 家）</h2>
          <p class="dim">近 ${found.days} 天内，同一企业有 ${found.least} 件及以上涉企检查来件的；按来件的企业名称，和来件中写到的企业名称归并。</p>
          ${found.items.length === 0
            ? html`<p>没有。</p>`
            : table(
                "重复检查",
                ["企业", "件数", "办件"],
                found.items.map((one) => [
                  one.enterprise,
                  one.size,
                  html`<ul>${one.cases.map((each) => html`<li>${caseLink(each.caseId, each.number)} ${when(each.askedAt)} ${each.department ?? "未定部门"}，${each.stateLabel}</li>`)}</ul>`,
                ]),
              )}
        </section>`;
  }
}

customElements.define("zt-board-inspections", InspectionsBoard);
