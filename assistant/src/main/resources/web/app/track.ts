import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "../widget/file-appeal";
import type { ArrearsDetail, Meeting } from "./arrears/types";
import { arrearsView, meetingsView } from "./arrears/views";
import { can, titleOf, when } from "./desk-types";
import { forget, keep, kept, plainCode, type Kept } from "./kept-cases";
import "./my-cases";
import { PageElement, pageStyles } from "./page";
import { currentSession } from "./session";
import { call } from "./shared/api";
import { discard } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import "./shared/attachments";
import { limit } from "./shared/limit";
import { LIGHTS } from "./shared/types";
import "./rate-link";
import { afterRating, scoreFields, scoreLabel, scoreStyles } from "./scores";

interface EnterpriseCase {
  caseId: string;
  number: string;
  state: string;
  stateLabel: string;
  version: number;
  title: string;
  text: string;
  askedAt: string;
  category: { label: string; decided: boolean } | null;
  department: string | null;
  deadline: { due: string; provisional: boolean; light: string } | null;
  reply: string | null;
  score: number | null;
  arrears: ArrearsDetail | null;
  meetings: Meeting[];
  possible: { type: string; label: string }[];
  steps: { label: string; at: string; reason: string | null }[];
}

/** An enterprise's own cases: file, look up by number and tracking code, supplement, withdraw, rate. */
class TrackPage extends PageElement {
  static styles = [
    pageStyles,
    scoreStyles,
    css`
      .reply,
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      form.look {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
        gap: 0.8rem;
        align-items: end;
      }
      .check {
        font-weight: 400;
      }
      .check input {
        width: auto;
      }
      ol {
        padding-left: 1.3rem;
      }
      form.act {
        display: grid;
        gap: 0.5rem;
        max-width: 40rem;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    found: { state: true },
    list: { state: true },
    filing: { state: true },
    filed: { state: true },
    done: { state: true },
    enterprise: { state: true },
  };
  declare found: EnterpriseCase | null;
  declare list: Kept[];
  declare filing: boolean;
  declare filed: { number: string; trackingCode: string; title: string } | null;
  declare done: string;
  declare enterprise: boolean;
  #code = "";
  /** Number of a case that is known to be the account's own. */
  #own = "";
  /** From a link that came with the answer; behind # so that no server log keeps it. */
  readonly #token = new URLSearchParams(location.hash.slice(1)).get("rate");

  constructor() {
    super();
    this.found = null;
    this.list = kept();
    this.filing = new URLSearchParams(location.search).has("new");
    this.filed = null;
    this.done = "";
    this.enterprise = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.enterprise = who.roles.includes("enterprise")));
  }

  render(): TemplateResult {
    const number = new URLSearchParams(location.search).get("number") ?? "";
    return html`
      <h1>我的来件</h1>
      ${this.#token ? html`<zt-rate-link .token=${this.#token}></zt-rate-link>` : nothing}
      <form class="card look" @submit=${this.#look}>
        <div><label for="number">来件编号</label><input id="number" name="number" required .value=${number} /></div>
        <div><label for="code">查询码</label><input id="code" name="code" required autocomplete="off" /></div>
        <label class="check"><input type="checkbox" name="keep" /> 在本机记住（公用电脑请勿勾选）</label>
        <button class="primary" ?disabled=${this.loading}>查询</button>
      </form>
      ${this.enterprise ? html`<zt-my-cases @chosen=${(event: CustomEvent<Kept>) => {
            this.#own = event.detail.number;
            void this.#open(event.detail);
          }}></zt-my-cases>` : nothing}
      ${this.#remembered()} ${this.failureNotice()} ${this.loadingNotice("正在查询…")}
      ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.found ? keyed(this.found.caseId, this.#case(this.found)) : nothing} ${this.#new()}
    `;
  }

  #remembered(): TemplateResult | typeof nothing {
    if (this.list.length === 0) {
      return nothing;
    }
    return html`<section class="card" aria-label="本机记住的来件">
      <h2>本机记住的来件</h2>
      <ul>
        ${this.list.map(
          (one) => html`<li>
            <button class="link" @click=${() => this.#open(one)}>${one.title}</button>
            <span class="dim">${one.number}</span>
            <button class="link" aria-label=${`不再记住 ${one.number}`} @click=${() => (this.list = forget(one.number))}>不再记住</button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #new(): TemplateResult {
    if (this.filed) {
      return html`<section class="card" role="status">
        <h2>来件已提交</h2>
        <p>编号 <strong>${this.filed.number}</strong>，查询码 <strong>${this.filed.trackingCode}</strong>。请记下，查询和评价都要用到。</p>
        <p class="row">
          <button @click=${(event: Event) => void this.#copy(event.currentTarget as HTMLButtonElement)}>复制</button>
          <button @click=${() => this.#remember()} ?disabled=${this.list.some((one) => one.number === this.filed!.number)}>在本机记住</button>
          <button @click=${() => print()}>打印</button>
        </p>
        <button @click=${() => this.#open({ number: this.filed!.number, code: this.filed!.trackingCode, title: "" })}>查看进度</button>
      </section>`;
    }
    return html`<section class="card">
      <h2>提交新的来件</h2>
      ${this.filing
        ? html`<zhitong-file-appeal
            @filed=${(event: CustomEvent<{ number: string; trackingCode: string; title: string }>) => {
              this.filed = event.detail;
              this.filing = false;
              this.#mine()?.reload();
            }}
            @cancelled=${() => (this.filing = false)}
          ></zhitong-file-appeal>`
        : html`<p>咨询 2 个、建议 5 个、诉求 10 个工作日内答复。</p><button @click=${() => (this.filing = true)}>填写来件</button>`}
    </section>`;
  }

  #case(found: EnterpriseCase): TemplateResult {
    const answered = found.reply !== null;
    return html`<section class="card" aria-live="polite">
      <h2>${titleOf(found)}</h2>
      <p>
        <span class="tag">${found.stateLabel}</span>
        ${found.category ? html`<span class="tag">${found.category.label}</span>` : nothing}
        ${found.department ? html`承办单位：${found.department}` : nothing}
      </p>
      ${found.deadline && !answered
        ? html`<p>应于 <strong>${found.deadline.due}</strong> 前答复${found.deadline.provisional ? "（暂定，该年工作日历尚未公布）" : ""}
            <span class="light ${found.deadline.light}">${LIGHTS[found.deadline.light] ?? ""}</span></p>`
        : nothing}
      <p class="text">${found.text}</p>
      <zt-attachments .caseId=${found.caseId} .parts=${["appeal", "supplement"]} .goesWith=${can(found, "supplement") ? "supplement" : "appeal"} .code=${this.#code} .version=${found.version} mine="企业" ?addable=${!answered && can(found, "withdraw")}></zt-attachments>
      ${answered
        ? html`<h3>答复</h3><p class="reply notice">${found.reply}</p>
            <zt-attachments .caseId=${found.caseId} .parts=${["reply"]} label="答复附件" .code=${this.#code} .version=${found.version}></zt-attachments>`
        : nothing}
      ${can(found, "rate") && !found.score ? this.#rating(found) : nothing}
      ${found.score ? html`<p>您的评价：${scoreLabel(found.score)}</p>` : nothing}
      ${can(found, "supplement")
        ? html`<form class="act" @submit=${(event: SubmitEvent) => this.#send(event, found, "supplement", "补充材料已提交。")}>
            ${this.#wanted(found)}
            ${autosave(found.caseId, "supplement")}
            <label for="text">${found.state === "awaiting_information" ? "补充材料" : "还有要补充的？"}</label>
            <textarea id="text" name="text" rows="4" required @input=${limit(20000)}></textarea>
            <div><button class="primary" ?disabled=${this.loading}>提交补充</button></div>
          </form>`
        : nothing}
      ${can(found, "urge")
        ? html`<form class="act" @submit=${(event: SubmitEvent) => this.#send(event, found, "urge", "已催办，承办单位会收到提醒。")}>
            <div><button ?disabled=${this.loading}>催办</button> <span class="dim">每个工作日可以催办一次。</span></div>
          </form>`
        : nothing}
      ${can(found, "withdraw")
        ? html`<details><summary class="dim">不需要办理了？</summary>
            <form class="act" @submit=${(event: SubmitEvent) => this.#send(event, found, "withdraw", "来件已撤回。")}>
              ${autosave(found.caseId, "withdraw")}
              <label for="reason">撤回原因（选填）</label><input id="reason" name="reason" maxlength="500" />
              <div><button ?disabled=${this.loading}>撤回来件</button></div>
            </form></details>`
        : nothing}
      ${this.enterprise && this.#own !== found.number && this.filed?.number !== found.number ? html`<p><button @click=${() => void this.#claim(found)} ?disabled=${this.loading}>归入我的账号</button></p>` : nothing}
      ${arrearsView(found.arrears)} ${meetingsView(found.caseId, found.meetings, this.#code)}
      <h3>办理过程</h3>
      <ol>
        ${found.steps.map((step) => html`<li>${when(step.at)} ${step.label}${step.reason ? `：${step.reason}` : ""}</li>`)}
      </ol>
    </section>`;
  }

  /** What the office asked for, where it is to be answered. */
  #wanted(found: EnterpriseCase): TemplateResult | typeof nothing {
    const asked = found.state === "awaiting_information" ? found.steps.filter((step) => step.label === "要求补充" && step.reason).pop() : undefined;
    return asked ? html`<p class="notice"><strong>请补充：</strong>${asked.reason}</p>` : nothing;
  }

  #rating(found: EnterpriseCase): TemplateResult {
    return html`<form class="act" @submit=${(event: SubmitEvent) => this.#send(event, found, "rate", afterRating(Number(new FormData(event.target as HTMLFormElement).get("score"))))}>
      <h3>请评价本次办理</h3>
      ${autosave(found.caseId, "rate")}
      ${scoreFields()}
      <div><button class="primary" ?disabled=${this.loading}>提交评价</button></div>
    </form>`;
  }

  async #look(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#code = plainCode(String(form.get("code") ?? ""));
    this.done = "";
    await this.#load(plainCode(String(form.get("number") ?? "")));
    if (this.found && form.has("keep")) {
      this.list = keep({ number: this.found.number, code: this.#code, title: titleOf(this.found) });
    }
  }

  #mine(): (HTMLElement & { reload(): void }) | null {
    return this.renderRoot.querySelector<HTMLElement & { reload(): void }>("zt-my-cases");
  }

  #remember(): void {
    const { number, trackingCode, title } = this.filed!;
    this.list = keep({ number, code: trackingCode, title });
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(`来件编号 ${this.filed!.number}，查询码 ${this.filed!.trackingCode}`);
      button.textContent = "已复制";
    } catch {
      button.textContent = "请选中后复制";
    }
  }

  async #claim(found: EnterpriseCase): Promise<void> {
    const claimed = await this.during((signal) =>
      call("", "/api/cases/mine", { body: { number: found.number, trackingCode: this.#code }, signal }),
    );
    if (claimed) {
      this.done = "已归入您的账号。";
      this.#own = found.number;
      this.#mine()?.reload();
    }
  }

  async #open(one: Kept): Promise<void> {
    this.#code = one.code;
    this.done = "";
    await this.#load(one.number);
  }

  async #load(number: string): Promise<void> {
    this.found = await this.during((signal) =>
      call<EnterpriseCase>("", "/api/cases/lookup", { body: { number, trackingCode: this.#code }, signal }),
    );
  }

  async #send(event: SubmitEvent, found: EnterpriseCase, type: string, done: string): Promise<void> {
    event.preventDefault();
    const body: Record<string, unknown> = { type, basedOn: found.version, trackingCode: this.#code };
    new FormData(event.target as HTMLFormElement).forEach((value, name) => {
      body[name] = name === "score" ? Number(value) : String(value).trim() || null;
    });
    const sent = await this.during((signal) => call("", `/api/cases/${found.caseId}/events`, { body, signal }));
    if (sent !== null) {
      discard(found.caseId, type);
      this.done = done;
      await this.#load(found.number);
    }
  }
}

customElements.define("zt-track", TrackPage);
