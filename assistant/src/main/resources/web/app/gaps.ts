import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { choices, departmentNames } from "./departments";
import { PageElement, filterStyles, pageStyles } from "./page";
import { call } from "./shared/api";
import { pager } from "./shared/pager";
import type { Page } from "./shared/types";

interface Gap {
  id: string;
  title: string;
  state: string;
  missing: string | null;
  owner: string | null;
  questions: number;
  unhelpful: number;
  lastAskedAt: string | null;
  checkedAt: string | null;
  found: { title: string; clause: string; quote: string }[];
  examples: { questionId: string; question: string; outcome: string; reason: string | null }[];
}

const STATES: Record<string, string> = { open: "待处理", assigned: "已交办", published: "已发布", answered: "已能回答", dismissed: "不收录" };
const OUTCOMES: Record<string, string> = { answered: "已答", related: "只有相关条款", refused: "没有答", clarify: "反问" };
const PAGE_SIZE = 20;

/** What people asked in vain, by topic: the publishers' and supervisors' worklist. */
class GapsPage extends PageElement {
  static styles = [
    pageStyles,
    filterStyles,
    css`
      .card form {
        margin-top: 0.6rem;
      }
      .grow {
        flex: 1 1 16rem;
      }
      h2 {
        margin: 0;
        font-size: 1.05em;
      }
    `,
  ];
  static properties = { ...PageElement.properties, list: { state: true }, wanted: { state: true }, departments: { state: true }, said: { state: true } };
  declare list: Page<Gap> | null;
  declare wanted: string;
  declare departments: string[];
  declare said: string;

  constructor() {
    super();
    this.list = null;
    this.wanted = "open";
    this.departments = [];
    this.said = "";
  }

  firstUpdated(_: PropertyValues): void {
    void this.#load(1);
    void departmentNames().then((names) => (this.departments = names));
  }

  async #load(page: number): Promise<void> {
    const state = this.wanted === "" ? "" : `&state=${this.wanted}`;
    this.list = (await this.during((signal) => call<Page<Gap>>("", `/api/knowledge-gaps?page=${page}&pageSize=${PAGE_SIZE}${state}`, { signal }))) ?? this.list;
  }

  render(): TemplateResult {
    return html`
      <h1>政策缺口</h1>
      <p class="dim">没有答上、只给出相关条款或被评为没用的提问，按主题归并。补上政策后系统会自动再问一次，答得上即转为“已能回答”。</p>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <div>
          <label for="state">状态</label>
          <select id="state" @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
            ${Object.entries(STATES).map(([code, label]) => html`<option value=${code} ?selected=${code === this.wanted}>${label}</option>`)}
            <option value="">全部</option>
          </select>
        </div>
        <a class="button" href="/api/knowledge-gaps/questions.jsonl" download="questions.jsonl">导出为评测题</a>
      </form>
      ${choices("departments", this.departments)} ${this.failureNotice()} ${this.loadingNotice()}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${this.list?.items.map((gap) => keyed(gap.id, this.#gap(gap)))}
      ${this.list && this.list.items.length === 0 ? html`<p>没有这样的主题。</p>` : nothing}
      ${this.list ? pager(this.list, (by) => void this.#load(this.list!.page + by)) : nothing}
    `;
  }

  #choose(state: string): void {
    this.wanted = state;
    void this.#load(1);
  }

  #gap(gap: Gap): TemplateResult {
    return html`<article class="card">
      <h2>${gap.title}</h2>
      <p class="small dim">
        <span class="tag">${STATES[gap.state] ?? gap.state}</span> 提问 ${gap.questions} 次，评为没用 ${gap.unhelpful} 次
        ${gap.lastAskedAt ? html`，最近 ${gap.lastAskedAt.slice(0, 10)}` : nothing}${gap.checkedAt ? html`，上次再问 ${gap.checkedAt.slice(0, 16).replace("T", " ")}` : nothing}
      </p>
      <ul>
        ${gap.examples.map((one) => html`<li>${one.question} <span class="dim">（${OUTCOMES[one.outcome] ?? one.outcome}${one.reason ? `，${one.reason}` : ""}）</span></li>`)}
      </ul>
      ${gap.found.length > 0 ? html`<p>现在的依据：${gap.found.map((one) => html`《${one.title}》${one.clause} `)}</p>` : nothing}
      <form @submit=${(event: SubmitEvent) => void this.#save(event, gap)}>
        <div class="grow"><label for=${`missing-${gap.id}`}>缺少的条款</label><input id=${`missing-${gap.id}`} name="missing" maxlength="1000" .value=${gap.missing ?? ""} /></div>
        <div><label for=${`owner-${gap.id}`}>责任部门</label><input id=${`owner-${gap.id}`} name="owner" maxlength="100" list="departments" .value=${gap.owner ?? ""} /></div>
        <div>
          <label for=${`state-${gap.id}`}>状态</label>
          <select id=${`state-${gap.id}`} name="state">
            ${Object.entries(STATES).map(([code, label]) => html`<option value=${code} ?selected=${code === gap.state}>${label}</option>`)}
          </select>
        </div>
        <button class="primary" ?disabled=${this.loading}>保存</button>
        <button type="button" ?disabled=${this.loading} @click=${() => void this.#check(gap)}>再问一次</button>
      </form>
    </article>`;
  }

  async #save(event: SubmitEvent, gap: Gap): Promise<void> {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    await this.#changed(`/api/knowledge-gaps/${gap.id}`, "PATCH", body, "已保存。");
  }

  async #check(gap: Gap): Promise<void> {
    await this.#changed(`/api/knowledge-gaps/${gap.id}/check`, "POST", {}, "已再问一次。");
  }

  async #changed(path: string, method: string, body: object, said: string): Promise<void> {
    const gap = await this.during((signal) => call<Gap>("", path, { method, body, signal }));
    if (gap && this.list) {
      this.list = { ...this.list, items: this.list.items.map((one) => (one.id === gap.id ? gap : one)) };
      this.said = said;
    }
  }
}

customElements.define("zt-gaps", GapsPage);
