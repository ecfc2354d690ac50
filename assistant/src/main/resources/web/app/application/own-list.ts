import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "../page";
import { scoreFields, scoreLabel, scoreStyles } from "../scores";
import { ApiProblem, call } from "../shared/api";
import { discard } from "../shared/autosave";
import { autosave } from "../shared/autosave-element";
import { confirmed } from "../shared/confirm";
import { limit } from "../shared/limit";
import { pager, place } from "../shared/pager";
import { LIGHTS } from "../shared/types";
import "./files";
import { answersView, clockView, moneyView, stepsView, timelineStyles, timelineView } from "./timeline";
import { amountWords, isDraft, may, type Application, type ApplicationPage, type ApplicationRow } from "./types";

interface Claim {
  caseId: string;
  number: string;
  stateLabel: string;
  open: boolean;
}

/** The office has it in hand. */
const PENDING = ["submitted", "reviewing", "publicity", "objection", "approved"];

const GRANTED = ["approved", "paid", "closed"];

/** An enterprise's applications, each with every step, and what it may do now. */
class OwnApplications extends PageElement {
  static styles = [
    pageStyles,
    timelineStyles,
    scoreStyles,
    css`
      ul.list {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      ul.list > li {
        border-bottom: 1px solid var(--zt-line);
        padding: 0.6rem 0;
      }
      form {
        display: grid;
        gap: 0.5rem;
        max-width: 40rem;
        margin: 0.6rem 0;
      }
    `,
  ];
  static properties = { ...PageElement.properties, code: { attribute: false }, changes: { attribute: false }, found: { state: true }, open: { state: true }, claims: { state: true }, done: { state: true }, page: { state: true } };
  declare code: string;
  /** Counts what was done elsewhere on the page. */
  declare changes: number;
  declare found: ApplicationPage | null;
  declare open: Application | null;
  declare claims: Claim[];
  declare done: string;
  declare page: number;

  constructor() {
    super();
    this.code = "";
    this.changes = 0;
    this.found = null;
    this.open = null;
    this.claims = [];
    this.done = "";
    this.page = 1;
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (this.code && (changed.has("code") || changed.has("changes"))) {
      void this.#load();
    }
  }

  render(): TemplateResult | typeof nothing {
    const { found } = this;
    if (!found) {
      // Where applications are handled elsewhere there is nothing to list.
      return this.failure instanceof ApiProblem && this.failure.status !== 404 ? this.failureNotice() : nothing;
    }
    return html`<section class="card" aria-labelledby="own">
      <h2 id="own" tabindex="-1">我的申报（${found.total}）</h2>
      ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing} ${this.open ? nothing : this.failureNotice()}
      ${found.total === 0
        ? html`<p class="dim">还没有申报。在下面“能享受哪些政策”中选一项，按“去申报”。</p>`
        : html`<ul class="list">${found.items.map((one) => this.#row(one))}</ul>`}
      ${pager(found, (by) => this.#turn(by), place(found))}
    </section>`;
  }

  #row(one: ApplicationRow): TemplateResult {
    const open = this.open?.applicationId === one.applicationId;
    const waits = one.state === "correction";
    return html`<li>
      <strong>${one.itemTitle}</strong> <span class="tag ${waits ? "warn" : ""}">${one.stateLabel}</span>${one.mode === "direct" ? html`<span class="tag">免申即享</span>` : nothing}
      ${one.light !== "none" && one.due ? html`<span class="dim">${one.due} 前办理</span> <span class="light ${one.light}">${LIGHTS[one.light] ?? ""}</span>` : nothing}
      <div class="dim">
        ${[
          one.number,
          one.turn && PENDING.includes(one.state) ? `现在由${one.turn}办理` : "",
          one.approvedYuan !== null ? `批准 ${amountWords(one.approvedYuan)}` : one.appliedYuan !== null ? `申请 ${amountWords(one.appliedYuan)}` : "",
          one.paidYuan ? `已拨付 ${amountWords(one.paidYuan)}` : "",
        ]
          .filter(Boolean)
          .join("，")}
      </div>
      <div class="row">
        ${isDraft(one)
          ? html`<button class="primary" @click=${() => this.#apply(one.itemId)}>继续填写</button><button class="link" @click=${() => void this.#discard(one)}>删除草稿</button>`
          : html`<button class="link" aria-expanded=${open} @click=${() => void this.#toggle(one)}>${open ? "收起" : waits ? "去补正" : "查看进度"}</button>`}
      </div>
      ${open ? keyed(one.applicationId, this.#detail(this.open!)) : nothing}
    </li>`;
  }

  #detail(one: Application): TemplateResult {
    const asked = one.events.filter((event) => event.type === "request_correction").pop();
    return html`<div>
      ${this.failureNotice()} ${stepsView(one)} ${clockView(one)} ${moneyView(one)}
      ${one.state === "correction"
        ? html`<div class="notice">
            <p><strong>请补正${one.clock.correctUntil ? `（${one.clock.correctUntil} 前）` : ""}：</strong></p>
            <p class="text">${asked?.reason ?? String(asked?.details.text ?? "")}</p>
          </div>`
        : nothing}
      ${may(one, "correct") ? this.#correction(one) : nothing}
            <zt-application-files .application=${one.applicationId} .addable=${may(one, "correct") || one.state === "submitted"} .version=${one.version}></zt-application-files>
      <details><summary>填写的内容（${one.answers.length}）</summary>${answersView(one.answers)}</details>
      <details open><summary>办理过程</summary>${timelineView(one)}</details>
      ${this.#money(one)}
      ${may(one, "rate") && one.score === null
        ? html`<form @submit=${(event: SubmitEvent) => void this.#act(event, one, "rate", "感谢您的评价。")}>
            <h3>请评价这次办理</h3>
            ${autosave(one.applicationId, "rate")} ${scoreFields()}
            <div><button class="primary" ?disabled=${this.loading}>提交评价</button></div>
          </form>`
        : one.score !== null
          ? html`<p>您的评价：${scoreLabel(one.score)}</p>`
          : nothing}
      <div class="row">
        ${may(one, "urge") ? html`<button ?disabled=${this.loading} @click=${() => void this.#send(one, { type: "urge" }, "已催办，办理部门会收到提醒。")}>催办</button>` : nothing}
        ${may(one, "withdraw") ? html`<button ?disabled=${this.loading} @click=${() => void this.#withdraw(one)}>撤回申报</button>` : nothing}
      </div>
    </div>`;
  }

  #correction(one: Application): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#act(event, one, "correct", "补正已提交。")}>
      ${autosave(one.applicationId, "correct")}
      <label for="text">补正说明（材料在下面上传）</label>
      <textarea id="text" name="text" rows="4" required @input=${limit(4000)}></textarea>
      <label for="corrected">更正申请金额（元，不变则不填）</label><input id="corrected" name="amount" inputmode="decimal" autocomplete="off" />
      <div><button class="primary" ?disabled=${this.loading}>提交补正</button></div>
    </form>`;
  }

  /** Money that was promised and has not come becomes a case of its own. */
  #money(one: Application): TemplateResult | typeof nothing {
    if (!GRANTED.includes(one.state) || one.money.approvedYuan === null) {
      return nothing;
    }
    const waiting = this.claims.some((claim) => claim.open);
    return html`${this.claims.map((claim) => html`<p>您反映过资金没有到账：办件 ${claim.number}，${claim.stateLabel}。</p>`)}
      ${waiting
        ? nothing
        : html`<details>
            <summary>资金没有到账？</summary>
            <form @submit=${(event: SubmitEvent) => void this.#claim(event, one)}>
              ${autosave(one.applicationId, "claim")}
              <label for="claim">情况说明</label><textarea id="claim" name="text" rows="3" required @input=${limit(2000)}></textarea>
              <div><button ?disabled=${this.loading}>反映没有到账</button></div>
            </form>
          </details>`}`;
  }

  async #claim(event: SubmitEvent, one: Application): Promise<void> {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("text") ?? "").trim();
    const claim = await this.during((signal) => call<Claim>("", `/api/payment-claims/applications/${one.applicationId}`, { body: { text }, signal }));
    if (claim) {
      discard(one.applicationId, "claim");
      this.done = `已立为办件 ${claim.number}，可在“我的来件”查看。`;
      await this.#claimsOf(one);
    }
  }

  async #claimsOf(one: Application): Promise<void> {
    this.claims = [];
    if (GRANTED.includes(one.state) && one.money.approvedYuan !== null) {
      // Not every platform has payments.
      const found = await call<{ items: Claim[] }>("", `/api/payment-claims/applications/${one.applicationId}`).catch(() => null);
      this.claims = found?.items ?? [];
    }
  }

  #apply(itemId: string): void {
    this.dispatchEvent(new CustomEvent("apply", { detail: itemId, bubbles: true, composed: true }));
  }

  async #discard(one: ApplicationRow): Promise<void> {
    if (await confirmed({ title: "删除这份草稿？", lines: [one.itemTitle, "填写的内容和上传的材料不再保留。"], yes: "删除草稿" })) {
      const done = await this.during((signal) => call("", `/api/applications/${one.applicationId}/events`, { body: { type: "withdraw" }, signal }));
      if (done) {
        discard(`${this.code}:${one.itemId}`, "apply");
        await this.#load();
      }
    }
  }

  async #withdraw(one: Application): Promise<void> {
    if (await confirmed({ title: "撤回申报？", lines: [`${one.item.title}（${one.number}）`, "撤回后不再审核；还在申报期的，可以重新申报。"], yes: "撤回申报" })) {
      await this.#send(one, { type: "withdraw" }, "申报已撤回。");
    }
  }

  async #act(event: SubmitEvent, one: Application, type: string, done: string): Promise<void> {
    event.preventDefault();
    const body: Record<string, unknown> = { type };
    new FormData(event.target as HTMLFormElement).forEach((value, name) => {
      const text = String(value).trim();
      body[name] = text === "" ? null : name === "score" ? Number(text) : name === "amount" ? text.replace(/[,，\s]/g, "") : text;
    });
    if (await this.#send(one, body, done)) {
      discard(one.applicationId, type);
    }
  }

  async #send(one: Application, body: Record<string, unknown>, done: string): Promise<boolean> {
    this.done = "";
    const after = await this.during((signal) => call<Application>("", `/api/applications/${one.applicationId}/events`, { body: { ...body, basedOn: one.version }, signal }));
    if (after) {
      this.open = after;
      this.done = done;
      await this.#load();
      return true;
    }
    if (this.failure instanceof ApiProblem && this.failure.status === 409) {
      const { failure } = this;
      await this.#show(one.applicationId);
      this.failure = failure;
    }
    return false;
  }

  async #toggle(one: ApplicationRow): Promise<void> {
    if (this.open?.applicationId === one.applicationId) {
      this.open = null;
    } else {
      await this.#show(one.applicationId);
    }
  }

  async #show(id: string): Promise<void> {
    const found = await this.during((signal) => call<Application>("", `/api/applications/${id}`, { signal }), "show");
    if (found) {
      this.open = found;
      await this.#claimsOf(found);
    }
  }

  #turn(by: number): void {
    this.page += by;
    void this.#load();
  }

  async #load(): Promise<void> {
    const failure = this.failure;
    const found = await this.during((signal) => call<ApplicationPage>("", `/api/applications?creditCode=${this.code}&page=${this.page}`, { signal }), "list");
    this.found = found ?? this.found;
    this.failure = this.failure ?? failure;
    const wanted = new URLSearchParams(location.search).get("application");
    if (wanted && !this.open && found?.items.some((one) => one.applicationId === wanted)) {
      await this.#show(wanted);
    }
  }
}

customElements.define("zt-own-applications", OwnApplications);
