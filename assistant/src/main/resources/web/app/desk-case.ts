import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { ApiProblem, call } from "./shared/api";
import { CATEGORY_LABELS } from "./shared/types";
import { LIGHTS, type Draft, type StaffCase } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { suggestionView } from "./suggestion-view";

/** Moves that need nothing but a reason, or not even that; the rest has its own form. */
const PLAIN = new Set(["accept", "dispatch", "start", "follow_up", "close", "return", "reopen", "send_back", "request_information", "urge", "supervise", "grant_extension", "refuse_extension"]);

/** One case: what was asked, what triage proposes, the decision, the draft beside its sources. */
class DeskCase extends PageElement {
  static styles = [
    pageStyles,
    css`
      .text,
      .draft {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .side {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 1rem;
      }
      .gap {
        background: var(--zt-mark);
        border-bottom: 2px dashed var(--zt-warn);
      }
      form.change {
        display: grid;
        gap: 0.6rem;
        margin-top: 0.8rem;
      }
      @media (max-width: 900px) {
        .side {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    caseId: { attribute: false },
    file: { state: true },
    draft: { state: true },
    reply: { state: true },
    changing: { state: true },
    reasonFor: { state: true },
    done: { state: true },
  };
  declare caseId: string;
  declare file: StaffCase | null;
  declare draft: Draft | null;
  declare reply: string;
  declare changing: boolean;
  declare reasonFor: { type: string; label: string } | null;
  declare done: string;

  constructor() {
    super();
    this.caseId = "";
    this.#clear();
  }

  #clear(): void {
    this.file = null;
    this.draft = null;
    this.reply = "";
    this.changing = false;
    this.reasonFor = null;
    this.done = "";
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has("caseId") && this.caseId) {
      this.#clear();
      void this.#load();
    }
  }

  render(): TemplateResult {
    const file = this.file;
    if (!file) {
      return html`${this.failureNotice()}<p class="card dim">${this.loading ? "正在载入…" : "没有载入。"}</p>`;
    }
    return html`
      <article class="card">
        <h2>${file.title || "（无标题）"}</h2>
        <p>
          <span class="tag">${file.stateLabel}</span> 编号 ${file.number}
          <span class="dim">${file.askedAt.slice(0, 16).replace("T", " ")} · ${file.channel}</span>
          ${file.deadline ? html`· 应于 <strong>${file.deadline.due}</strong> 前答复 <span class="warn">${LIGHTS[file.deadline.light] ?? ""}</span>` : nothing}
        </p>
        <p class="text">${file.text}</p>
        ${file.category?.decided ? html`<p>已定：<strong>${file.category.label}</strong>，牵头 <strong>${file.department?.name ?? "未定"}</strong></p>` : nothing}
      </article>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      <section class="card">
        <h2>分办建议</h2>
        ${file.suggestion ? suggestionView(file.suggestion) : html`<p class="dim">建议正在生成，请稍后刷新。</p>`}
        ${this.#decide(file)}
      </section>
      ${this.#moves(file)}
      <section class="card">
        <h2>拟答复</h2>
        ${file.reply ? html`<h3>已发出的答复</h3><p class="draft">${file.reply}</p>` : nothing}
        <button ?disabled=${this.loading} @click=${this.#makeDraft}>${this.draft ? "重新生成" : "生成拟答复"}</button>
        ${this.draft ? this.#draftView(this.draft, file) : nothing}
      </section>
      <details class="card">
        <summary>办理记录（${file.events.length}）</summary>
        <ol>
          ${file.events.map((event) => html`<li>${event.at.slice(0, 16).replace("T", " ")} ${event.actorName ?? event.actor} ${event.label}${event.reason ? `：${event.reason}` : ""}</li>`)}
        </ol>
      </details>
    `;
  }

  #can(type: string): boolean {
    return this.file?.possible.some((one) => one.type === type) ?? false;
  }

  #decide(file: StaffCase): TemplateResult | typeof nothing {
    if (!this.#can("change")) {
      return nothing;
    }
    return html`
      <div class="row">
        ${this.#can("accept_suggestion") && file.suggestion && file.suggestion.departments.length > 0
          ? html`<button class="primary" ?disabled=${this.loading} @click=${() => this.#act({ type: "accept_suggestion" }, "已采纳建议。")}>采纳建议</button>`
          : nothing}
        <button @click=${() => (this.changing = !this.changing)} aria-expanded=${this.changing}>改定</button>
      </div>
      ${this.changing ? this.#changeForm(file) : nothing}
    `;
  }

  #changeForm(file: StaffCase): TemplateResult {
    const suggested = file.suggestion;
    return html`<form class="change" @submit=${this.#change}>
      <div>
        <label for="category">类别</label>
        <select id="category" name="category">
          ${Object.entries(CATEGORY_LABELS).map(([code, label]) => html`<option value=${code} ?selected=${code === suggested?.category.code}>${label}</option>`)}
        </select>
      </div>
      <div>
        <label for="department">牵头部门</label>
        <input id="department" name="department" required list="departments" .value=${suggested?.departments[0]?.name ?? ""} />
        <datalist id="departments">${suggested?.departments.map((one) => html`<option value=${one.name}></option>`)}</datalist>
      </div>
      <div><label for="reason">改定理由</label><input id="reason" name="reason" required maxlength="500" /></div>
      <div class="row"><button class="primary" ?disabled=${this.loading}>确定</button></div>
    </form>`;
  }

  #moves(file: StaffCase): TemplateResult | typeof nothing {
    const moves = file.possible.filter((one) => PLAIN.has(one.type));
    if (moves.length === 0) {
      return nothing;
    }
    return html`<section class="card">
      <h2>办理</h2>
      <div class="row">
        ${moves.map(
          (move) => html`<button
            ?disabled=${this.loading}
            @click=${() => (move.needsReason ? (this.reasonFor = move) : void this.#act({ type: move.type }, `已${move.label}。`))}
          >${move.label}</button>`,
        )}
      </div>
      ${this.reasonFor
        ? html`<form class="change" @submit=${this.#reasoned}>
            <div><label for="why">${this.reasonFor.label}的理由</label><input id="why" name="why" required maxlength="500" /></div>
            <div class="row"><button class="primary">确定</button><button type="button" @click=${() => (this.reasonFor = null)}>取消</button></div>
          </form>`
        : nothing}
    </section>`;
  }

  #draftView(draft: Draft, file: StaffCase): TemplateResult {
    return html`
      <div class="side">
        <div>
          <h3>草稿</h3>
          <div class="draft">
            ${draft.blocks.map((block) => html`<p class=${block.gap ? "gap" : ""}>${block.text}${block.markers.map((marker) => html`<sup>[${marker}]</sup>`)}</p>`)}
          </div>
          <ul>
            ${draft.checks.map((check) => html`<li class=${check.ok ? "good" : "warn"}>${check.ok ? "✓" : "!"} ${check.message}</li>`)}
          </ul>
        </div>
        <div>
          <h3>依据</h3>
          ${draft.citations.length === 0 ? html`<p class="dim">没有找到可引用的条款。</p>` : nothing}
          <ol>
            ${draft.citations.map((one) => html`<li value=${one.marker}><a href=${one.url} target="_blank">${one.title}</a> ${one.documentNumber ?? ""} ${one.clause ?? ""}<br /><q>${one.quote}</q></li>`)}
          </ol>
        </div>
      </div>
      ${this.#can("reply") || this.#can("submit_reply")
        ? html`<label for="reply">答复正文（请补全标出的内容）</label>
            <textarea id="reply" rows="12" .value=${this.reply} @input=${(event: InputEvent) => (this.reply = (event.target as HTMLTextAreaElement).value)}></textarea>
            <div class="row">
              ${this.#can("submit_reply") ? html`<button @click=${() => this.#act({ type: "submit_reply", text: this.reply }, "已送审。")}>送审</button>` : nothing}
              ${this.#can("reply") ? html`<button class="primary" @click=${() => this.#act({ type: "reply", text: this.reply }, "答复已发出。")}>发出答复</button>` : nothing}
            </div>`
        : html`<p class="dim">办件处于“${file.stateLabel}”，签收办理后可发出答复。</p>`}
    `;
  }

  #change(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void this.#act(
      { type: "change", category: form.get("category"), department: form.get("department"), reason: form.get("reason") },
      "已改定并记录。",
    );
  }

  #reasoned(event: SubmitEvent): void {
    event.preventDefault();
    const why = new FormData(event.target as HTMLFormElement).get("why");
    const move = this.reasonFor!;
    void this.#act({ type: move.type, reason: why }, `已${move.label}。`);
  }

  async #act(body: Record<string, unknown>, done: string): Promise<void> {
    const next = await this.during(() =>
      call<StaffCase>("", `/api/cases/${this.caseId}/events`, { body: { ...body, basedOn: this.file?.version } }),
    );
    if (next) {
      this.file = next;
      this.changing = false;
      this.reasonFor = null;
      this.done = done;
      this.dispatchEvent(new CustomEvent("changed"));
    } else if (this.failure instanceof ApiProblem && this.failure.status === 409) {
      const failure = this.failure;
      await this.#load();
      this.failure = failure;
    }
  }

  async #makeDraft(): Promise<void> {
    const draft = await this.during(() =>
      call<Draft>("", `/api/cases/${this.caseId}/draft`, { body: {}, timeoutMillis: 90_000 }),
    );
    if (draft) {
      this.draft = draft;
      this.reply = draft.blocks.map((block) => block.text).join("\n");
      await this.#load();
    }
  }

  async #load(): Promise<void> {
    const wanted = this.caseId;
    const file = await this.during(() => call<StaffCase>("", `/api/cases/${wanted}`));
    if (wanted === this.caseId) {
      this.file = file;
    }
  }
}

customElements.define("zt-desk-case", DeskCase);
