import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { when } from "../desk-types";
import { PageElement, pageStyles } from "../page";
import { scoreLabel } from "../scores";
import { ApiProblem, call } from "../shared/api";
import "./acts";
import type { ApplicationAct } from "./acts";
import "./files";
import { answerText, answersView, clockView, eventView, moneyView, stepsView, timelineStyles, timelineView } from "./timeline";
import type { Application, ApplicationEvent, FormView, Lacking } from "./types";

/** One application for those who work on it: what was stated beside what the file holds and the clause asks. */
class ApplicationDetail extends PageElement {
  static styles = [
    pageStyles,
    timelineStyles,
    css`
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: 0 1rem;
      }
      .two > * {
        min-width: 0;
      }
      blockquote {
        margin: 0.2rem 0;
        padding-left: 0.8rem;
        border-left: 3px solid var(--zt-line);
        color: var(--zt-dim);
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, application: { attribute: false }, one: { state: true }, form: { state: true }, done: { state: true }, changes: { state: true } };
  /** Its id. */
  declare application: string;
  declare one: Application | null;
  /** What the file holds today; null where the reader may not see it. */
  declare form: FormView | null;
  declare done: string;
  /** What others did meanwhile; the reader's act was not taken for that. */
  declare changes: ApplicationEvent[];

  constructor() {
    super();
    this.application = "";
    this.one = null;
    this.form = null;
    this.done = "";
    this.changes = [];
    this.addEventListener("application-act", (event) => void this.#act((event as CustomEvent<ApplicationAct>).detail));
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("application") && this.application) {
      this.one = null;
      this.form = null;
      this.done = "";
      this.changes = [];
      void this.#load();
    }
  }

  render(): TemplateResult {
    const { one } = this;
    if (!one) {
      return html`<section class="card">${this.failureNotice()} ${this.loadingNotice()}</section>`;
    }
    return html`<section class="card" aria-labelledby="title">
        <h2 id="title" tabindex="-1">${one.item.title}</h2>
        <p>
          <span class="tag">${one.stateLabel}</span><span class="tag">${one.modeLabel}</span>
          ${one.supervised ? html`<span class="tag bad">督办</span>` : nothing}${one.urges > 0 ? html`<span class="tag warn">催办 ${one.urges} 次</span>` : nothing}
          <span class="dim">编号 ${one.number}${one.submittedAt ? ` · ${when(one.submittedAt)} 提交` : ""}</span>
        </p>
        <p><strong>${one.enterprise.name ?? "（已清除）"}</strong> <span class="dim">${one.enterprise.creditCode} ${one.enterprise.scale ?? ""}</span></p>
        ${stepsView(one)} ${clockView(one)} ${moneyView(one)}
        <p><a href=${`/items/${one.item.itemId}`}>事项</a>${one.item.policyId ? html`　<a href=${`/policies/${one.item.policyId}`}>政策原文</a>` : nothing}</p>
        ${one.score !== null ? html`<p>企业评价：${scoreLabel(one.score)}</p>` : nothing}
      </section>
      ${this.failureNotice()} ${this.#conflict()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${keyed(one.applicationId, html`<zt-application-acts .one=${one} .busy=${this.loading}></zt-application-acts>`)}
      <div class="two">
        <section class="card" aria-labelledby="stated"><h3 id="stated">企业填写的</h3>${answersView(one.answers)}
          <h3>材料</h3>
          <zt-application-files .application=${one.applicationId} .evidence=${this.form?.form.evidence ?? []} .version=${one.version}></zt-application-files>
        </section>
        ${this.#file()}
      </div>
      ${this.#objections(one)}
      <details class="card" open><summary>办理过程（${one.events.length}）</summary>${timelineView(one)}</details>`;
  }

  /** The file's facts with their sources, and the conditions that are not settled, each with its clause. */
  #file(): TemplateResult | typeof nothing {
    if (!this.form) {
      return nothing;
    }
    const { form, clause } = this.form;
    const conditions = (title: string, all: Lacking[], tone: string): TemplateResult | typeof nothing =>
      all.length === 0
        ? nothing
        : html`<h4>${title}</h4>
            <ul>${all.map((one) => html`<li><span class=${tone}>${one.words}</span>${one.quote ? html`<blockquote>${one.clause ?? clause ?? ""} “${one.quote}”</blockquote>` : nothing}</li>`)}</ul>`;
    return html`<section class="card" aria-labelledby="held">
      <h3 id="held">企业档案（今天的匹配：${form.outcomeLabel}）</h3>
      ${form.known.length === 0
        ? html`<p class="dim">档案中没有这个事项用到的数据。</p>`
        : html`<dl class="facts">${form.known.map((one) => html`<dt>${one.name}</dt><dd>${answerText(one)} <span class="dim">${one.source} ${one.observedAt}</span></dd>`)}</dl>`}
      ${conditions("不符合", form.unmet, "bad")} ${conditions("要由部门核实", form.verifiedByOffice, "warn")}
    </section>`;
  }

  #objections(one: Application): TemplateResult | typeof nothing {
    return one.objections.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="objections">
          <h3 id="objections">公示期间的异议（${one.objections.length}）</h3>
          <ul>
            ${one.objections.map((each) => html`<li>${when(each.at)} <span class="tag ${each.open ? "warn" : ""}">${each.open ? "待处理" : "已处理"}</span> ${each.text} <span class="dim">${each.contact ?? ""}</span></li>`)}
          </ul>
        </section>`;
  }

  #conflict(): TemplateResult | typeof nothing {
    return this.changes.length === 0
      ? nothing
      : html`<div class="notice" role="status">
          <p>您打开之后，这件申报有 ${this.changes.length} 处变化；您填写的内容都还在下面，核对后可以再次提交。</p>
          <ol>${this.changes.map((event) => eventView(event))}</ol>
        </div>`;
  }

  async #act({ body, done, sent }: ApplicationAct): Promise<void> {
    const { one } = this;
    this.done = "";
    const after = await this.during((signal) => call<Application>("", `/api/applications/${one!.applicationId}/events`, { body: { ...body, basedOn: one!.version }, signal }));
    if (after) {
      this.one = after;
      this.done = done;
      this.changes = [];
      sent();
      this.dispatchEvent(new CustomEvent("changed", { bubbles: true, composed: true }));
    } else if (this.failure instanceof ApiProblem && this.failure.status === 409) {
      // Somebody else was faster: show what is true now, and what came between; forms keep what was typed.
      const { failure } = this;
      this.changes = (failure.body.changes as ApplicationEvent[] | undefined) ?? [];
      await this.#load();
      this.failure = failure;
    }
  }

  async #load(): Promise<void> {
    const wanted = this.application;
    const one = await this.during((signal) => call<Application>("", `/api/applications/${wanted}`, { signal }), "load");
    if (!one || wanted !== this.application) {
      return;
    }
    this.one = one;
    // A supervisor need not see files; the application is shown all the same.
    const form = await call<FormView>("", `/api/applications/form?itemId=${one.item.itemId}&creditCode=${one.enterprise.creditCode}`).catch(() => null);
    if (wanted === this.application) {
      this.form = form;
    }
  }
}

customElements.define("zt-application", ApplicationDetail);
