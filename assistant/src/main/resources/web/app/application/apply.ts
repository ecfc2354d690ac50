import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { ApiProblem, call } from "../shared/api";
import { discard } from "../shared/autosave";
import { autosave } from "../shared/autosave-element";
import { requestKey } from "../shared/request-key";
import { closedWords } from "../matching/types";
import "./files";
import { answerInput, answersIn, inputName } from "./answers";
import { byOfficeView, knownView, lackingWords, unmetView } from "./form-views";
import type { Answer, Application, ApplicationPage, Asked, FormView } from "./types";

/** Long enough not to send every letter. */
const SAVE_AFTER_MILLIS = 1500;

/** The form for one item: what the file holds is shown, only what is missing is asked. */
class ApplyElement extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.8rem;
        max-width: 46rem;
      }
      form > * {
        min-width: 0;
      }
      blockquote {
        margin: 0.2rem 0;
        padding-left: 0.8rem;
        border-left: 3px solid var(--zt-line);
        color: var(--zt-dim);
        overflow-wrap: anywhere;
      }
      .field {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      .field > * {
        flex: 0 1 22rem;
        min-width: 0;
      }
      .field > .dim {
        flex: 0 0 auto;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    item: { attribute: false },
    code: { attribute: false },
    view: { state: true },
    draft: { state: true },
    savedAt: { state: true },
    unsaved: { state: true },
    missing: { state: true },
  };
  declare item: string;
  declare code: string;
  declare view: FormView | null;
  /** As the service keeps it; null until something was typed or uploaded. */
  declare draft: Application | null;
  declare savedAt: string;
  /** Why the service does not keep the draft; this browser does. */
  declare unsaved: string;
  /** What the service said is lacking when it was sent in. */
  declare missing: string[];
  #timer = 0;
  /** One saving after another: two at once would begin two drafts. */
  #saving: Promise<unknown> = Promise.resolve();
  #sent = "";
  readonly #key = requestKey();
  /** Whether a draft was asked for before. */
  #beginning = false;

  constructor() {
    super();
    this.item = "";
    this.code = "";
    this.view = null;
    this.draft = null;
    this.savedAt = "";
    this.unsaved = "";
    this.missing = [];
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (this.item && this.code && (changed.has("item") || changed.has("code"))) {
      void this.#load();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    const { view } = this;
    if (!view) {
      return html`<section class="card">${this.failureNotice()} ${this.loadingNotice("正在取档案中的数据…")}</section>`;
    }
    const { form } = view;
    const stopped = !view.windowOpen;
    return html`<section class="card" aria-labelledby="apply">
      <h2 id="apply" tabindex="-1">申报：${view.title}</h2>
      <p>
        ${view.mode ? html`<span class="tag">${view.mode}</span>` : nothing}${view.enterpriseName} <span class="dim">${view.creditCode}</span>
        ${view.department ? html`<span class="dim">办理部门：${view.department}</span>` : nothing}
      </p>
      ${view.amount ? html`<p>${view.amount}</p>` : nothing}
      ${stopped ? html`<p class="notice error" role="alert">${closedWords(view.window)}，现在不能提交；可以先填写保存。</p>` : nothing} ${unmetView(form.unmet)} ${knownView(form.known)}
      ${byOfficeView(form.verifiedByOffice)}
      <form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event)} @input=${() => this.#typed()} @restored=${() => this.#typed()}>
        ${autosave(`${this.code}:${this.item}`, "apply")}
        ${form.asked.length > 0 ? html`<h3>请填写（${form.asked.length} 项）</h3>` : html`<p class="good">需要的数据档案中都有，不用另外填写。</p>`}
        ${form.asked.map((one) => this.#asked(one))}
        <div>
          <label for="amount">申请金额（元，选填）</label>
          <div class="field"><input id="amount" name="amount" inputmode="decimal" autocomplete="off" value=${String(this.draft?.money.appliedYuan ?? "")} /></div>
        </div>
        <h3>材料</h3>
        <zt-application-files
          .application=${this.draft?.applicationId ?? null}
          .evidence=${form.evidence}
          .addable=${true}
          .needed=${() => this.#begun()}
          @filed=${() => void this.#refresh()}
        ></zt-application-files>
        ${this.missing.length > 0 ? html`<div class="notice error" role="alert">还不能提交：<ul>${this.missing.map((one) => html`<li>${one}</li>`)}</ul></div>` : this.failureNotice()}
        <div class="row">
          <button class="primary" ?disabled=${this.loading || stopped || form.unmet.length > 0}>提交申报</button>
          <button type="button" ?disabled=${this.loading} @click=${() => void this.#saveNow()}>保存草稿</button>
          <button type="button" @click=${() => this.#close()}>关闭</button>
          <span class="dim" role="status">${this.savedAt ? `草稿 ${this.savedAt} 已保存` : ""}</span>
        </div>
        ${this.unsaved ? html`<p class="warn" role="status">草稿暂存在本机：${this.unsaved}</p>` : nothing}
      </form>
    </section>`;
  }

  #asked(one: Asked): TemplateResult {
    const kept = this.draft?.answers.find((answer) => answer.field === one.field && (answer.period ?? null) === one.period);
    return html`<div>
      <label for=${inputName(one)}>${one.name}${one.period ? `（${one.period} 年）` : ""}${one.required ? "" : "（选填）"}</label>
      <div class="field">${answerInput(one, kept)}</div>
      <blockquote>${one.why}${one.quote ? `（原文：“${one.quote}”）` : ""}</blockquote>
    </div>`;
  }

  #form(): HTMLFormElement {
    return this.renderRoot.querySelector("form")!;
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#saveNow(), SAVE_AFTER_MILLIS);
  }

  /** What stands in the form: answers, and an amount where one is typed. */
  #filled(): { answers: Answer[]; amount: number | string | null } {
    const form = this.#form();
    const amount = String(new FormData(form).get("amount") ?? "").replace(/[,，\s]/g, "");
    return { answers: answersIn(form, this.view!.form.asked), amount: amount === "" ? null : amount };
  }

  /** One saving at a time; a fault is told, and what was typed stays in the form and in this browser. */
  async #saveNow(): Promise<Application | null> {
    clearTimeout(this.#timer);
    const saving = this.#saving.then(() => this.#save());
    this.#saving = saving.catch(() => undefined);
    return saving;
  }

  async #save(): Promise<Application | null> {
    if (!this.isConnected || !this.view) {
      return this.draft;
    }
    const filled = this.#filled();
    const now = JSON.stringify(filled);
    if (this.draft && now === this.#sent) {
      return this.draft;
    }
    try {
      if (this.draft) {
        this.draft = await call<Application>("", `/api/applications/${this.draft.applicationId}/events`, { body: { type: "save", ...filled } });
      } else {
        const body = { itemId: this.item, creditCode: this.code, ...filled };
        // Of an earlier try the answer may have been lost, not the draft.
        const lost = this.#beginning ? await draftOf(this.item, this.code) : null;
        this.#beginning = true;
        const begun = lost ?? (await call<{ applicationId: string }>("", "/api/applications?draft=true", { body, headers: { "Idempotency-Key": requestKey() } }));
        this.draft = await call<Application>("", `/api/applications/${begun.applicationId}`);
        if (lost) {
          this.draft = await call<Application>("", `/api/applications/${begun.applicationId}/events`, { body: { type: "save", ...filled } });
        }
        this.dispatchEvent(new CustomEvent("applied", { bubbles: true, composed: true }));
      }
      this.#sent = now;
      this.unsaved = "";
      this.savedAt = new Date().toLocaleTimeString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 5);
    } catch (error) {
      this.unsaved = (error as Error).message;
    }
    return this.draft;
  }

  /** A file belongs to an application: one is begun for it. */
  async #begun(): Promise<string | null> {
    const draft = this.draft ?? (await this.#saveNow());
    if (!draft) {
      this.failure = new ApiProblem(0, "draft", this.unsaved || "草稿没有保存，不能上传，请稍后再试。");
    }
    return draft?.applicationId ?? null;
  }

  async #refresh(): Promise<void> {
    if (this.draft) {
      this.draft = (await this.during((signal) => call<Application>("", `/api/applications/${this.draft!.applicationId}`, { signal }), "refresh")) ?? this.draft;
    }
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    clearTimeout(this.#timer);
    await this.#saving;
    this.missing = [];
    const filled = this.#filled();
    const draft = this.draft;
    const sent = await this.during((signal) =>
      draft
        ? call<Application>("", `/api/applications/${draft.applicationId}/events`, { body: { type: "submit", basedOn: draft.version, ...filled }, signal })
        : call<{ applicationId: string; number: string }>("", "/api/applications", { body: { itemId: this.item, creditCode: this.code, ...filled }, headers: { "Idempotency-Key": this.#key }, signal }),
    );
    if (sent) {
      discard(`${this.code}:${this.item}`, "apply");
      this.dispatchEvent(new CustomEvent("submitted", { detail: { id: sent.applicationId, number: sent.number, title: this.view!.title }, bubbles: true, composed: true }));
    } else {
      this.missing = lackingWords(this.failure);
      await this.focusOn("[role=alert]");
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("closed", { bubbles: true, composed: true }));
  }

  async #load(): Promise<void> {
    this.view = null;
    this.draft = null;
    this.missing = [];
    const [item, code] = [this.item, this.code];
    const loaded = await this.during(
      (signal) =>
        Promise.all([
          call<FormView>("", `/api/applications/form?itemId=${item}&creditCode=${code}`, { signal }),
          draftOf(item, code, signal).then((found) => (found ? call<Application>("", `/api/applications/${found.applicationId}`, { signal }) : null)),
        ]),
      "load",
    );
    if (loaded && item === this.item && code === this.code) {
      // The draft first: the form's fields begin with what it holds.
      this.draft = loaded[1];
      this.view = loaded[0];
      await this.focusOn("#apply");
    }
  }
}

/** The draft that is open for an item. */
const draftOf = (item: string, code: string, signal?: AbortSignal): Promise<{ applicationId: string } | null> =>
  call<ApplicationPage>("", `/api/applications?item=${item}&creditCode=${code}&state=draft`, { signal }).then((found) => found.items[0] ?? null);

customElements.define("zt-apply", ApplyElement);
