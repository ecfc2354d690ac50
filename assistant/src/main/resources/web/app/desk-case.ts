import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "./case-decide";
import "./case-draft";
import "./case-moves";
import { eventView } from "./case-event";
import "./case-presence";
import { arrearsView, meetingsView } from "./arrears/views";
import "./shared/attachments";
import { CHANNELS, when, type Act, type CaseEvent, type StaffCase } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { scoreLabel } from "./scores";
import { currentSession } from "./session";
import { ApiProblem, call } from "./shared/api";
import { LIGHTS } from "./shared/types";
import { pullWorkCopies } from "./work-copies";
import "./payment/claimed-application";

/** How the title of a case begins that says that money has not come. */
const CLAIM = "资金未到账：";

/** One case: what was asked, the decision, the moves, the reply, the log. A department has no use for the decision. */
class DeskCase extends PageElement {
  static styles = [
    pageStyles,
    css`
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 22rem;
        overflow-y: auto;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.1rem 1rem;
        margin: 0.4rem 0;
      }
      .top {
        justify-content: space-between;
        align-items: start;
      }
      @media print {
        zt-case-moves {
          display: none;
        }
      }
      dt {
        color: var(--zt-dim);
      }
      dd {
        margin: 0;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    caseId: { attribute: false },
    department: { type: Boolean },
    file: { state: true },
    done: { state: true },
    changes: { state: true },
    asSent: { state: true },
    who: { state: true },
  };
  declare caseId: string;
  declare department: boolean;
  declare file: StaffCase | null;
  declare done: string;
  /** What others did while the reader's act was being written; it was not taken for that. */
  declare changes: CaseEvent[];
  /** The case with its personal data as it was sent; asked for by a press, which the service keeps on record. */
  declare asSent: StaffCase | null;
  /** The reader's name: own files can be taken out. */
  declare who: string;

  constructor() {
    super();
    this.caseId = "";
    this.department = false;
    this.file = null;
    this.done = "";
    this.changes = [];
    this.asSent = null;
    this.who = "";
    this.addEventListener("attached", () => void this.#load());
    this.addEventListener("act", (event) => void this.#act((event as CustomEvent<Act>).detail));
    this.addEventListener("drafted", () => void this.#load());
  }

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.#unfold);
    void currentSession().then((who) => (this.who = who.displayName ?? who.name ?? ""));
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#unfold);
  }

  /** A printed case has its log. */
  readonly #unfold = (): void => {
    this.inside<HTMLDetailsElement>(".log")?.setAttribute("open", "");
  };

  willUpdate(changed: PropertyValues): void {
    if (changed.has("caseId") && this.caseId) {
      this.file = null;
      this.done = "";
      this.changes = [];
      this.asSent = null;
      void this.#load();
    }
  }

  render(): TemplateResult {
    const file = this.file;
    if (!file) {
      return html`${this.failureNotice()}
        <p class="card dim" role="status">${this.loading ? "正在载入…" : html`没有载入。<button @click=${() => void this.#load()}>重试</button>`}</p>`;
    }
    return html`
      <zt-case-presence .caseId=${file.caseId}></zt-case-presence>
      ${this.#head(file)} ${this.failureNotice()} ${this.#conflict()}
      ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${keyed(
        file.caseId,
        html`${this.department ? nothing : html`<zt-case-decide .file=${file} ?busy=${this.loading}></zt-case-decide>`}
          <zt-case-moves .file=${file} ?busy=${this.loading}></zt-case-moves>
          <zt-case-draft .file=${file} ?busy=${this.loading}></zt-case-draft>`,
      )}
      ${arrearsView(file.arrears)} ${meetingsView(file.caseId, file.meetings)} ${this.#parts(file)}
      ${this.#log(file)}
    `;
  }

  #log(file: StaffCase): TemplateResult {
    return html`<details class="card log">
      <summary>办理记录（${file.events.length}）</summary>
      <ol>
        ${file.events.map((one) => eventView(this.asSent?.events.find((sent) => sent.seq === one.seq) ?? one))}
      </ol>
      <p class="noprint"><a href=${`/api/cases/${file.caseId}/file`} download>下载全卷</a> <span class="dim">含个人信息，下载会留下查阅记录。</span></p>
    </details>`;
  }

  #conflict(): TemplateResult | typeof nothing {
    return this.changes.length === 0
      ? nothing
      : html`<div class="notice" role="status">
          <p>您打开之后，这件办件有 ${this.changes.length} 处变化；您填写的内容都还在，核对后可以再次提交。</p>
          <ol>${this.changes.map((event) => eventView(event))}</ol>
        </div>`;
  }

  #parts(file: StaffCase): TemplateResult | typeof nothing {
    const parts = (file.parts ?? []).filter((part) => part.role === "support");
    return parts.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="parts">
          <h2 id="parts">配合单位的意见</h2>
          ${parts.map((part) => html`<h3>${part.department} <span class="tag">${part.stateLabel}</span></h3>${part.text ? html`<p class="text">${part.text}</p>` : nothing}`)}
        </section>`;
  }

  #head(file: StaffCase): TemplateResult {
    const { title, text } = this.asSent ?? file;
    return html`<article class="card">
      <div class="row nowrap top">
        <h2>${title || "（无标题）"}</h2>
        <button @click=${() => print()}>打印或存为 PDF</button>
      </div>
      <p>
        <span class="tag">${file.stateLabel}</span>
        ${file.supervised ? html`<span class="tag bad">督办</span>` : nothing}
        ${file.urges > 0 ? html`<span class="tag warn">催办 ${file.urges} 次</span>` : nothing}
        ${file.returns > 0 ? html`<span class="tag warn">退回 ${file.returns} 次</span>` : nothing}
        ${file.review === "open" ? html`<span class="tag bad">待抽查复核</span>` : nothing}
        ${(file.themes ?? []).map((one) => html`<span class="tag warn">${one.label}</span>`)}
        ${file.typical ? html`<span class="tag">典型问题</span>` : nothing}
        ${file.takenOn ? html`<span class="tag bad">难事专办：${file.takenOn}</span>` : nothing}
        ${file.assignee ? html`<span class="tag">经办：${file.assignee}</span>` : nothing}
        <span class="dim">编号 ${file.number}${file.externalNumber ? `（工单 ${file.externalNumber}）` : ""} · ${when(file.askedAt)} · ${CHANNELS[file.channel] ?? file.channel}</span>
      </p>
      ${file.deadline
        ? html`<p>应于 <strong>${file.deadline.due}</strong> 前答复${file.deadline.provisional ? "（暂定）" : ""}
            <span class="light ${file.deadline.light}">${LIGHTS[file.deadline.light] ?? ""}</span>
            ${file.deadline.paused ? html`<span class="tag">等待企业补充，期限暂停</span>` : nothing}</p>`
        : nothing}
      ${file.mergedInto ? html`<p class="notice">已并入 <a href=${`/desk?case=${file.mergedInto.caseId}`}>${file.mergedInto.number}</a>（${file.mergedInto.stateLabel}），答复随主办件。</p>` : nothing}
      <p class="text" tabindex="0">${text}</p>
      ${title?.startsWith(CLAIM) ? html`<zt-claimed-application .caseId=${file.caseId}></zt-claimed-application>` : nothing}
      ${this.#supplements(file)}
      <zt-attachments .caseId=${file.caseId} .parts=${["appeal", "supplement", "note"]} .goesWith=${this.department ? "note" : "appeal"} .mine=${this.who} .version=${file.version} ?addable=${true}></zt-attachments>
      ${this.#contact((this.asSent ?? file).contact)} ${this.#disclosure(file)}
      ${file.score ? html`<p>企业评价：${scoreLabel(file.score)}</p>` : nothing}
    </article>`;
  }

  /** What came later belongs to the letter. */
  #supplements(file: StaffCase): TemplateResult[] {
    return (this.asSent ?? file).events
      .filter((event) => event.type === "supplement" && event.body?.text)
      .map((event) => html`<h3>补充材料 <span class="dim">${when(String(event.body?.occurredAt ?? event.at))}</span></h3><p class="text">${event.body?.text}</p>`);
  }

  /** Only where something is masked that the reader may see. */
  #disclosure(file: StaffCase): TemplateResult | typeof nothing {
    const { contact } = file;
    const hidden = contact && (contact.name || contact.phone || contact.email || /\*{2}/.test(JSON.stringify([file.title, file.text, file.events])));
    if (!hidden) {
      return nothing;
    }
    return this.asSent
      ? html`<button class="link" @click=${() => (this.asSent = null)}>遮蔽个人信息</button>`
      : html`<p class="row">
          <button class="link" ?disabled=${this.loading} @click=${() => void this.#disclose()}>显示个人信息</button>
          <span class="dim">来件中的号码和联系人已遮蔽；显示会留下查阅记录。</span>
        </p>`;
  }

  async #disclose(): Promise<void> {
    const wanted = this.caseId;
    const asSent = await this.during((signal) => call<StaffCase>("", `/api/cases/${wanted}?personalData=true`, { signal }), "disclose");
    if (asSent && wanted === this.caseId) {
      this.asSent = asSent;
    }
  }

  #contact(contact: StaffCase["contact"]): TemplateResult | typeof nothing {
    if (!contact || !(contact.enterprise || contact.name || contact.phone || contact.email)) {
      return nothing;
    }
    const reach = [contact.phone, contact.email].filter(Boolean);
    return html`<dl>
      ${contact.enterprise ? html`<dt>企业</dt><dd>${contact.enterprise}</dd>` : nothing}
      ${contact.name ? html`<dt>联系人</dt><dd>${contact.name}</dd>` : nothing}
      ${reach.length > 0 ? html`<dt>联系方式</dt><dd>${reach.join("，")}</dd>` : nothing}
    </dl>`;
  }

  /** For keyboard shortcuts. */
  inside<T extends HTMLElement>(name: string): T | null {
    return this.renderRoot.querySelector<T>(name);
  }

  async #act({ body, done, sent }: Act): Promise<void> {
    this.done = "";
    const next = await this.during((signal) =>
      call<StaffCase>("", `/api/cases/${this.caseId}/events`, { body: { ...body, basedOn: this.file?.version }, signal }),
    );
    if (next) {
      this.file = next;
      this.done = done;
      this.changes = [];
      sent?.();
      this.dispatchEvent(new CustomEvent("changed"));
    } else if (this.failure instanceof ApiProblem && this.failure.status === 409) {
      // Somebody else was faster: show what is true now, and what came between; forms keep what was typed.
      const failure = this.failure;
      this.changes = (failure.body.changes as CaseEvent[] | undefined) ?? [];
      await this.#load();
      this.failure = failure;
    }
  }

  async #load(): Promise<void> {
    const wanted = this.caseId;
    // What was typed elsewhere is here before the forms are.
    const pulled = this.file === null ? pullWorkCopies(wanted) : undefined;
    const file = await this.during((signal) => call<StaffCase>("", `/api/cases/${wanted}`, { signal }), "load");
    await pulled;
    if (file && wanted === this.caseId) {
      this.file = file;
      void call("", "/api/inbox/read", { body: { caseId: wanted } }).catch(() => undefined);
    }
  }
}

customElements.define("zt-desk-case", DeskCase);
