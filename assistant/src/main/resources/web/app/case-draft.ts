import { html, nothing, type TemplateResult } from "lit";
import { caseDraftStyles } from "./case-draft-styles";
import { act, can, when, type Check, type Draft, type DraftSource, type StaffCase } from "./desk-types";
import { draftSources } from "./draft-sources";
import { PageElement, pageStyles } from "./page";
import "./phrases";
import "./shared/attachments";
import { ReplyText } from "./reply-text";
import { currentSession } from "./session";
import { call } from "./shared/api";
import { confirmed } from "./shared/confirm";
import { changes } from "./shared/diff";

/** A model may take a minute. */
const DRAFT_MILLIS = 90_000;
/** What the service takes as a reply. */
const LONGEST = 20_000;
/** Checks follow a pause in typing. */
const PAUSE_MILLIS = 1_500;

const MODES: Record<string, string> = { generated: "由语言模型起草，已逐句核对", extractive: "摘自政策原文" };

/** The reply beside its sources: draft, edit, see what was changed, check, submit, approve, send. */
class CaseDraft extends PageElement {
  static styles = [pageStyles, caseDraftStyles];
  static properties = {
    ...PageElement.properties,
    file: { attribute: false },
    busy: { type: Boolean },
    draft: { state: true },
    drafting: { state: true },
    checks: { state: true },
    tracked: { state: true },
    who: { state: true },
  };
  declare file: StaffCase;
  declare busy: boolean;
  declare draft: Draft | null;
  declare drafting: boolean;
  declare checks: Check[];
  declare tracked: boolean;
  declare who: string;
  readonly #reply = new ReplyText(this);
  #seen = "";
  #pause = 0;

  constructor() {
    super();
    this.busy = false;
    this.draft = null;
    this.drafting = false;
    this.checks = [];
    this.tracked = false;
    this.who = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.who = who.displayName ?? who.name ?? ""));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  /** A case that is loaded again, after an event, must not lose what was written. */
  willUpdate(): void {
    if (this.#seen !== this.file.caseId) {
      this.#seen = this.file.caseId;
      this.draft = this.file.draft?.blocks ? this.file.draft : null;
      this.checks = this.draft?.checks ?? [];
      this.tracked = this.file.state === "awaiting_review";
      void this.#reply.open(this.file.caseId, this.file.reply ?? this.draft?.text ?? "");
    }
  }

  render(): TemplateResult {
    const sent = this.file.reply !== null && this.file.state !== "awaiting_review" && !can(this.file, "reply");
    return html`<section class="card" aria-labelledby="draft">
      <h2 id="draft">${sent ? "答复" : "拟答复"}</h2>
      ${sent
        ? html`<p class="text notice">${this.file.reply}</p>
            <zt-attachments .caseId=${this.file.caseId} .parts=${["reply"]} label="答复附件" .version=${this.file.version}></zt-attachments>`
        : nothing}
      ${this.failureNotice()} ${sent ? html`${this.#unsent()} ${this.#sentChanges()}` : html`${this.#notes()} ${this.#editor()}`}
    </section>`;
  }

  /** Somebody else's reply went out; what the reader wrote is still to be had. */
  #unsent(): TemplateResult | typeof nothing {
    return this.#reply.restoredFrom === null || this.#reply.value === this.file.reply
      ? nothing
      : html`<div class="notice">
          <p>您写过另一份答复，没有发出：</p>
          <p class="text">${this.#reply.value}</p>
          <button class="link" @click=${() => this.#reply.reset()}>不再保留</button>
        </div>`;
  }

  #notes(): TemplateResult {
    const reply = this.#reply;
    const given = this.file.reply !== null ? "已提交的答复" : this.draft ? "拟答复" : "空白";
    return html`${reply.fleeting ? html`<p class="warn" role="status">浏览器不允许保存，离开本页会丢失所写的答复。</p>` : nothing}
    ${reply.restoredFrom !== null
      ? html`<p class="notice" role="status">
          已恢复您 ${when(reply.restoredFrom).slice(5)} 写的、还没有发出的答复。
          <button class="link" @click=${() => this.#change(() => reply.reset())}>改回${given}</button>
        </p>`
      : nothing}
    ${reply.replaced !== null
      ? html`<p class="notice" role="status">已换成新的拟答复。<button class="link" @click=${() => this.#change(() => reply.callBack())}>恢复我写的文字</button></p>`
      : nothing}`;
  }

  #sentChanges(): TemplateResult | typeof nothing {
    const draft = this.draft;
    return draft && draft.text !== this.file.reply
      ? html`<details><summary>与拟答复相比的改动</summary>${this.#tracked(draft.text, this.file.reply ?? "")}</details>`
      : nothing;
  }

  #editor(): TemplateResult {
    const writable = can(this.file, "reply") || can(this.file, "submit_reply");
    const text = this.#reply.value;
    return html`
      <div class="row">
        <button ?disabled=${this.drafting || this.busy} @click=${() => void this.make()}>
          ${this.drafting ? "正在起草…" : this.draft ? "重新生成" : "生成拟答复"}
        </button>
        ${this.draft
          ? html`<button aria-pressed=${this.tracked} @click=${() => (this.tracked = !this.tracked)}>看改动</button>
              <span class="dim">${MODES[this.draft.mode ?? ""] ?? "没有找到可引用的条款"}</span>`
          : nothing}
      </div>
      ${writable || this.draft || text !== ""
        ? html`<div class="side">
            <div>
              ${this.tracked && this.draft ? this.#tracked(this.draft.text, text) : nothing}
              <label for="reply">答复正文</label>
              <textarea
                id="reply"
                aria-describedby="gaps"
                ?readonly=${!writable}
                .value=${text}
                @input=${(event: InputEvent) => this.#change(() => this.#reply.write((event.target as HTMLTextAreaElement).value))}
              ></textarea>
              <p class="text paper">${text}</p>
              ${this.#gaps(text)} ${this.#checkList()}
            </div>
            <div>${draftSources(this.draft, (source) => void this.#insert(source))}</div>
          </div>`
        : nothing}
      ${writable || this.draft || text !== ""
        ? html`<zt-phrases .file=${this.file} .text=${text} @phrase=${(event: CustomEvent<string>) => void this.#put(event.detail)}></zt-phrases>`
        : nothing}
      <zt-attachments .caseId=${this.file.caseId} .parts=${["reply"]} label="答复附件" .mine=${this.who} .version=${this.file.version} ?addable=${writable}></zt-attachments>
      ${this.#sending(writable)}
    `;
  }

  #gaps(text: string): TemplateResult {
    const gaps = text.match(/【[^】]*】/g) ?? [];
    const over = text.length > LONGEST ? `，最多 ${LONGEST} 字，请删短` : "";
    return html`<p id="gaps" class=${gaps.length > 0 || over ? "warn" : "dim"}>
      ${text.length} 字${over}${gaps.length > 0 ? `，还有 ${gaps.length} 处待填写：${gaps.slice(0, 4).join("")}` : ""}
    </p>`;
  }

  #checkList(): TemplateResult | typeof nothing {
    return this.checks.length === 0
      ? nothing
      : html`<ul class="checks" aria-label="发出前的检查">
          ${this.checks.map((check) => html`<li class=${check.ok ? "good" : "warn"}>${check.ok ? "✓" : "！"} ${check.message}</li>`)}
        </ul>`;
  }

  #tracked(from: string, to: string): TemplateResult {
    const list = changes(from, to);
    const edited = list.some((one) => one.kind !== "same");
    return html`<h3>与拟稿相比</h3>
      <p class="text card">
        ${edited
          ? list.map((one) => (one.kind === "added" ? html`<ins>${one.text}</ins>` : one.kind === "removed" ? html`<del>${one.text}</del>` : one.text))
          : html`<span class="dim">没有改动。</span>`}
      </p>`;
  }

  #sending(writable: boolean): TemplateResult {
    if (!writable) {
      return html`<p class="dim">办件处于“${this.file.stateLabel}”，现在不能由您发出答复。</p>`;
    }
    const reviewing = this.file.state === "awaiting_review";
    const empty = this.#reply.value.trim() === "" || this.#reply.value.length > LONGEST;
    return html`<details>
        <summary>答复中有个人信息，或有其他来件并入时</summary>
        <label><input type="checkbox" id="checked" /> 答复中的手机号、身份证号等已逐项核对，确需写明</label>
        <label for="followers">发给并入办件的答复（不含主办件来件人的名称、联系方式；不填则与上面相同）</label>
        <textarea id="followers" maxlength="20000" rows="3"></textarea>
      </details>
      <div class="row">
      <button ?disabled=${this.loading || empty} @click=${() => void this.#check()}>检查</button>
      ${can(this.file, "submit_reply")
        ? html`<button ?disabled=${this.busy || empty} @click=${() => void this.#send("submit_reply", "已送审。")}>送审</button>`
        : nothing}
      ${can(this.file, "reply")
        ? html`<button class="primary" ?disabled=${this.busy || empty} @click=${() => void this.#send("reply", reviewing ? "已审核通过，答复已发出。" : "答复已发出。")}>
            ${reviewing ? "审核通过并发出" : "发出答复"}
          </button>`
        : nothing}
    </div>`;
  }

  /** Checks that are shown follow the text. */
  #change(change: () => void): void {
    change();
    clearTimeout(this.#pause);
    if (this.checks.length > 0 && this.#reply.value.trim() !== "") {
      this.#pause = window.setTimeout(() => void this.#check(), PAUSE_MILLIS);
    }
  }

  async #send(type: string, done: string): Promise<void> {
    clearTimeout(this.#pause);
    const doubts = await this.#doubts();
    const yes = type === "reply" ? "仍然发出" : "仍然送审";
    if (doubts.length > 0 && !(await confirmed({ title: "发出前请核对", lines: doubts, yes, no: "回去修改" }))) {
      this.focusReply();
      return;
    }
    // A reply under review is shown masked: unchanged, it goes out as it was submitted.
    const unchanged = type === "reply" && this.file.state === "awaiting_review" && this.#reply.value === this.file.reply;
    const others = this.renderRoot.querySelector<HTMLTextAreaElement>("#followers")?.value.trim() ?? "";
    const checked = this.renderRoot.querySelector<HTMLInputElement>("#checked")?.checked ?? false;
    this.dispatchEvent(
      act(
        {
          type,
          ...(unchanged ? {} : { text: this.#reply.value }),
          ...(checked ? { personalDataChecked: true } : {}),
          ...(others === "" ? {} : { followersText: others }),
        },
        done,
        () => this.#reply.sent(),
      ),
    );
  }

  /** What speaks against sending the text as it stands. A check that cannot be made stops nobody. */
  async #doubts(): Promise<string[]> {
    await this.#check();
    const open = (this.file.parts ?? []).filter((part) => part.role === "support" && part.state === "pending");
    return [...this.checks.filter((one) => !one.ok).map((one) => one.message), ...open.map((part) => `配合单位${part.department}还没有提交意见。`)];
  }

  async #insert(source: DraftSource): Promise<void> {
    const number = source.documentNumber ? `（${source.documentNumber}）` : "";
    await this.#put(`《${source.title.replace(/^《|》$/g, "")}》${number}${source.clause ?? ""}规定：“${source.quote}”`);
  }

  /** Puts words in where the writer was. */
  async #put(words: string): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("#reply")!;
    const at = field.selectionEnd;
    const text = this.#reply.value;
    this.#change(() => this.#reply.write(text.slice(0, at) + words + text.slice(at)));
    await this.updateComplete;
    field.focus();
    field.setSelectionRange(at + words.length, at + words.length);
  }

  async make(): Promise<void> {
    const id = this.file.caseId;
    const text = this.#reply.value;
    const own = text.trim() !== "" && text !== this.draft?.text ? text : null;
    if (this.drafting || this.busy || !(await this.#mayReplace(own))) {
      return;
    }
    clearTimeout(this.#pause);
    this.drafting = true;
    const draft = await this.during((signal) =>
      call<Draft>("", `/api/cases/${id}/draft`, { body: {}, timeoutMillis: DRAFT_MILLIS, signal }),
    );
    this.drafting = false;
    if (draft && id === this.file.caseId) {
      // Typing goes on while a draft is made.
      const now = this.#reply.value;
      this.#reply.replace(draft.text, now.trim() !== "" && now !== this.draft?.text ? now : null);
      this.draft = draft;
      this.checks = draft.checks;
      this.dispatchEvent(new CustomEvent("drafted", { bubbles: true, composed: true }));
    }
  }

  async #mayReplace(own: string | null): Promise<boolean> {
    const lines = [`您写的 ${own?.length} 字会换成新的拟答复，之后可以恢复。`];
    return own === null || confirmed({ title: "重新生成拟答复？", lines, yes: "重新生成", no: "保留我写的" });
  }

  focusReply(): void {
    this.renderRoot.querySelector<HTMLElement>("#reply")?.focus();
  }

  async #check(): Promise<void> {
    const checks = await this.during(
      (signal) => call<Check[]>("", `/api/cases/${this.file.caseId}/draft/checks`, { body: { text: this.#reply.value }, signal }),
      "checks",
    );
    this.checks = checks ?? this.checks;
  }
}

customElements.define("zt-case-draft", CaseDraft);
