import { css, html, nothing, type TemplateResult } from "lit";
import { act, can, type Check, type Draft, type DraftSource, type StaffCase } from "./desk-types";
import { draftSources } from "./draft-sources";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { changes } from "./shared/diff";

/** A model may take a minute. */
const DRAFT_MILLIS = 90_000;

/** The reply beside its sources: draft, edit, see what was changed, check, submit, approve, send. */
class CaseDraft extends PageElement {
  static styles = [
    pageStyles,
    css`
      .side {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 1rem;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .side label {
        margin-top: 0.6rem;
      }
      textarea {
        min-height: 22rem;
        line-height: 1.7;
        resize: vertical;
      }
      #followers {
        min-height: 5rem;
      }
      ins {
        background: color-mix(in srgb, var(--zt-good) 18%, transparent);
        text-decoration: underline;
      }
      del {
        background: color-mix(in srgb, var(--zt-bad) 14%, transparent);
      }
      .sources {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      .sources li {
        border-bottom: 1px solid var(--zt-line);
        padding: 0.5rem 0;
      }
      .checks {
        list-style: none;
        padding: 0;
      }
      .paper {
        display: none;
      }
      @media print {
        .side {
          display: block;
        }
        .paper {
          display: block;
        }
        textarea,
        label {
          display: none;
        }
      }
      @media (max-width: 1000px) {
        .side {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    file: { attribute: false },
    busy: { type: Boolean },
    draft: { state: true },
    text: { state: true },
    checks: { state: true },
    tracked: { state: true },
  };
  declare file: StaffCase;
  declare busy: boolean;
  declare draft: Draft | null;
  declare text: string;
  declare checks: Check[];
  declare tracked: boolean;
  #seen = "";

  constructor() {
    super();
    this.busy = false;
    this.draft = null;
    this.text = "";
    this.checks = [];
    this.tracked = false;
  }

  /** A case that is loaded again, after an event, must not lose what was written. */
  willUpdate(): void {
    if (this.#seen !== this.file.caseId) {
      this.#seen = this.file.caseId;
      this.draft = this.file.draft?.blocks ? this.file.draft : null;
      this.text = this.file.reply ?? this.draft?.text ?? "";
      this.checks = this.draft?.checks ?? [];
      this.tracked = this.file.state === "awaiting_review";
    }
  }

  render(): TemplateResult {
    const sent = this.file.reply !== null && this.file.state !== "awaiting_review" && !can(this.file, "reply");
    return html`<section class="card" aria-labelledby="draft">
      <h2 id="draft">${sent ? "答复" : "拟答复"}</h2>
      ${sent ? html`<p class="text notice">${this.file.reply}</p>` : nothing}
      ${this.failureNotice()} ${sent ? this.#sentChanges() : this.#editor()}
    </section>`;
  }

  #sentChanges(): TemplateResult | typeof nothing {
    const draft = this.draft;
    return draft && draft.text !== this.file.reply
      ? html`<details><summary>与拟答复相比的改动</summary>${this.#tracked(draft.text, this.file.reply ?? "")}</details>`
      : nothing;
  }

  #editor(): TemplateResult {
    const writable = can(this.file, "reply") || can(this.file, "submit_reply");
    return html`
      <div class="row">
        <button ?disabled=${this.loading || this.busy} @click=${() => void this.make()}>
          ${this.loading ? "正在起草…" : this.draft ? "重新生成" : "生成拟答复"}
        </button>
        ${this.draft
          ? html`<button aria-pressed=${this.tracked} @click=${() => (this.tracked = !this.tracked)}>看改动</button>
              <span class="dim">${this.draft.mode === "generated" ? "由语言模型起草，已逐句核对" : this.draft.mode === "extractive" ? "摘自政策原文" : "没有找到可引用的条款"}</span>`
          : nothing}
      </div>
      ${writable || this.draft || this.text !== ""
        ? html`<div class="side">
            <div>
              ${this.tracked && this.draft ? this.#tracked(this.draft.text, this.text) : nothing}
              <label for="reply">答复正文</label>
              <textarea
                id="reply"
                maxlength="20000"
                aria-describedby="gaps"
                ?readonly=${!writable}
                .value=${this.text}
                @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
              ></textarea>
              <p class="text paper">${this.text}</p>
              ${this.#gaps()} ${this.#checkList()}
            </div>
            <div>${draftSources(this.draft, (source) => void this.#insert(source))}</div>
          </div>`
        : nothing}
      ${this.#sending(writable)}
    `;
  }

  #gaps(): TemplateResult {
    const gaps = this.text.match(/【[^】]*】/g) ?? [];
    return html`<p id="gaps" class=${gaps.length > 0 ? "warn" : "dim"}>
      ${this.text.length} 字${gaps.length > 0 ? `，还有 ${gaps.length} 处待填写：${gaps.slice(0, 4).join("")}` : ""}
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
    const empty = this.text.trim() === "";
    return html`<details>
        <summary>答复中有个人信息，或有其他来件并入时</summary>
        <label><input type="checkbox" id="checked" /> 答复中的手机号、身份证号等已逐项核对，确需写明</label>
        <label for="followers">发给并入办件的答复（不含主办件来件人的名称、联系方式；不填则与上面相同）</label>
        <textarea id="followers" maxlength="20000" rows="3"></textarea>
      </details>
      <div class="row">
      <button ?disabled=${this.loading || empty} @click=${() => void this.#check()}>检查</button>
      ${can(this.file, "submit_reply")
        ? html`<button ?disabled=${this.busy || empty} @click=${() => this.#send("submit_reply", "已送审。")}>送审</button>`
        : nothing}
      ${can(this.file, "reply")
        ? html`<button class="primary" ?disabled=${this.busy || empty} @click=${() => this.#send("reply", reviewing ? "已审核通过，答复已发出。" : "答复已发出。")}>
            ${reviewing ? "审核通过并发出" : "发出答复"}
          </button>`
        : nothing}
    </div>`;
  }

  #send(type: string, done: string): void {
    // A reply under review is shown masked: unchanged, it goes out as it was submitted.
    const unchanged = type === "reply" && this.file.state === "awaiting_review" && this.text === this.file.reply;
    const others = this.renderRoot.querySelector<HTMLTextAreaElement>("#followers")?.value.trim() ?? "";
    const checked = this.renderRoot.querySelector<HTMLInputElement>("#checked")?.checked ?? false;
    this.dispatchEvent(
      act(
        {
          type,
          ...(unchanged ? {} : { text: this.text }),
          ...(checked ? { personalDataChecked: true } : {}),
          ...(others === "" ? {} : { followersText: others }),
        },
        done,
      ),
    );
  }

  async #insert(source: DraftSource): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("#reply")!;
    const number = source.documentNumber ? `（${source.documentNumber}）` : "";
    const words = `《${source.title.replace(/^《|》$/g, "")}》${number}${source.clause ?? ""}规定：“${source.quote}”`;
    const at = field.selectionEnd;
    this.text = this.text.slice(0, at) + words + this.text.slice(at);
    await this.updateComplete;
    field.focus();
    field.setSelectionRange(at + words.length, at + words.length);
  }

  async make(): Promise<void> {
    const id = this.file.caseId;
    const draft = await this.during((signal) =>
      call<Draft>("", `/api/cases/${id}/draft`, { body: {}, timeoutMillis: DRAFT_MILLIS, signal }),
    );
    if (draft && id === this.file.caseId) {
      this.draft = draft;
      this.text = draft.text;
      this.checks = draft.checks;
      this.dispatchEvent(new CustomEvent("drafted", { bubbles: true, composed: true }));
    }
  }

  focusReply(): void {
    this.renderRoot.querySelector<HTMLElement>("#reply")?.focus();
  }

  async #check(): Promise<void> {
    const checks = await this.during((signal) =>
      call<Check[]>("", `/api/cases/${this.file.caseId}/draft/checks`, { body: { text: this.text }, signal }),
    );
    this.checks = checks ?? this.checks;
  }
}

customElements.define("zt-case-draft", CaseDraft);
