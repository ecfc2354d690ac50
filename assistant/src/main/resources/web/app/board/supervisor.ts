import { css, html, nothing, type TemplateResult } from "lit";
import { html as staticHtml, literal, type StaticValue } from "lit/static-html.js";
import { PageElement, pageStyles, tabStyles } from "../page";
import { DAY_MILLIS, day } from "../shared/days";
import { filled } from "../shared/filled";
import "./accuracy";
import "./hot-issues";
import "./inspections";
import "./daily";
import "./drafts";
import "./lists";
import "./models";
import "./punctuality";
import "./review";
import "./today";

interface Section {
  path: string;
  text: string;
  element: StaticValue;
  /** Whether it counts over a period. */
  period: boolean;
}

const SECTIONS: Section[] = [
  { path: "/supervisor", text: "今日", element: literal`zt-board-today`, period: false },
  { path: "/supervisor/daily", text: "日报", element: literal`zt-board-daily`, period: false },
  { path: "/supervisor/triage", text: "分办准确率", element: literal`zt-board-accuracy`, period: true },
  { path: "/supervisor/deadlines", text: "办理时限", element: literal`zt-board-punctuality`, period: true },
  { path: "/supervisor/satisfaction", text: "满意度", element: literal`zt-board-satisfaction`, period: true },
  { path: "/supervisor/drafts", text: "拟答复", element: literal`zt-board-drafts`, period: true },
  { path: "/supervisor/hot-issues", text: "热点问题", element: literal`zt-board-hot-issues`, period: true },
  { path: "/supervisor/lists", text: "三张清单", element: literal`zt-board-lists`, period: true },
  { path: "/supervisor/inspections", text: "重复检查", element: literal`zt-board-inspections`, period: false },
  { path: "/supervisor/review", text: "低把握复核", element: literal`zt-board-review`, period: false },
  { path: "/supervisor/models", text: "模型", element: literal`zt-board-models`, period: false },
];

/** The board: one report at a time, each with an address of its own. */
class SupervisorPage extends PageElement {
  static styles = [
    pageStyles,
    tabStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.8rem;
        align-items: end;
      }
      form > div {
        max-width: 15rem;
      }
      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, query: { state: true } };
  declare query: URLSearchParams;

  constructor() {
    super();
    const given = new URLSearchParams(location.search);
    const wanted = new URLSearchParams({ from: day(new Date(Date.now() - 90 * DAY_MILLIS)), to: day(new Date()) });
    for (const name of ["from", "to", "department"]) {
      const value = given.get(name);
      if (value) {
        wanted.set(name, value);
      }
    }
    this.query = wanted;
  }

  render(): TemplateResult {
    const here = SECTIONS.find((one) => one.path === location.pathname.replace(/\/$/, "")) ?? SECTIONS[0];
    return html`
      <div class="row">
        <h1>督办看板${here.period ? html`：${here.text}` : nothing}</h1>
        <button @click=${() => print()}>打印或存为 PDF</button>
      </div>
      <nav aria-label="看板">
        ${SECTIONS.map((one) => html`<a href=${one.period ? `${one.path}?${this.query}` : one.path} aria-current=${one === here ? "page" : nothing}>${one.text}</a>`)}
      </nav>
      ${here.period ? this.#period() : nothing}
      ${staticHtml`<${here.element} query=${String(this.query)}></${here.element}>`}
    `;
  }

  #period(): TemplateResult {
    return html`<form class="card" @submit=${this.#choose}>
        <div><label for="from">自</label><input id="from" name="from" type="date" required .value=${this.query.get("from") ?? ""} /></div>
        <div><label for="to">至</label><input id="to" name="to" type="date" required .value=${this.query.get("to") ?? ""} /></div>
        <div><label for="department">部门（选填）</label><input id="department" name="department" .value=${this.query.get("department") ?? ""} /></div>
        <button class="primary">查看</button>
      </form>
      <p class="dim">时间范围：${this.query.get("from")} 至 ${this.query.get("to")}${this.query.get("department") ? `，部门：${this.query.get("department")}` : ""}</p>`;
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault();
    this.query = filled(event.target as HTMLFormElement);
    history.replaceState(null, "", `${location.pathname}?${this.query}`);
  }
}

customElements.define("zt-supervisor", SupervisorPage);
