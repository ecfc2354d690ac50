import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { when } from "../desk-types";
import { filterWords, type Push } from "./types";

/** One push: whom it is for, what it says, the second person's decision, and how far it has come. */
class PushCard extends PageElement {
  static styles = [
    pageStyles,
    css`
      pre {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font: inherit;
        background: var(--zt-soft);
        padding: 0.6rem;
        border-radius: 8px;
        margin: 0.3rem 0;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
        margin-top: 0.5rem;
      }
      form > div {
        flex: 1 1 14rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, push: { attribute: false }, titled: { attribute: false } };
  declare push: Push | null;
  /** Whether the item's name is said: not on the item's own page. */
  declare titled: boolean;

  constructor() {
    super();
    this.push = null;
    this.titled = false;
  }

  render(): TemplateResult | typeof nothing {
    const push = this.push;
    if (!push) {
      return nothing;
    }
    const tone = push.state === "awaiting_approval" ? "warn" : push.state === "rejected" ? "bad" : "";
    return html`
      <p class="row">
        ${this.titled ? html`<a href=${`/items/${push.itemId}`}><strong>${push.title}</strong></a>` : nothing}
        <span class=${`tag ${tone}`}>${push.stateLabel}</span>
        <strong>${push.state === "queued" ? `已推送 ${push.progress.queued} 家` : `将推送 ${push.recipients} 家`}</strong>
        <span class="dim">${filterWords(push.filter)}；${push.createdBy} ${when(push.createdAt)}${push.decidedBy ? `；${push.state === "rejected" ? "未批准" : "批准"}：${push.decidedBy}` : ""}</span>
      </p>
      ${push.reason ? html`<p class="notice">理由：${push.reason}</p>` : nothing} ${this.failureNotice()}
      ${push.skipped.length > 0 ? html`<p class="dim">不推送：${push.skipped.map((one) => `${one.label} ${one.count} 家`).join("，")}。</p>` : nothing}
      ${push.state === "queued" ? this.#progress(push) : this.#preview(push)} ${this.#decision(push)}
    `;
  }

  #preview(push: Push): TemplateResult {
    return html`<details ?open=${push.state === "preview"}>
      <summary>发给谁、发什么</summary>
      ${push.examples.length > 0
        ? html`<p>例如：${push.examples.map((one) => `${one.name}（${one.creditCode}）`).join("、")}${push.recipients > push.examples.length ? " 等" : ""}</p>`
        : html`<p class="dim">没有要推送的企业。</p>`}
      <p>邮件：${push.texts.mailSubject}</p>
      <pre>${push.texts.mail}</pre>
      <p>短信：</p>
      <pre>${push.texts.sms}</pre>
    </details>`;
  }

  #progress(push: Push): TemplateResult {
    const { progress } = push;
    return html`<p>已读 ${progress.opened} 家，说“与我无关” ${progress.irrelevant} 家。</p>
      ${progress.channels.length === 0
        ? html`<p class="dim">没有开通或企业没有登记邮件、短信，消息在企业的“企业匹配”页。</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="发送进度">
            <table>
              <thead><tr><th scope="col">方式</th><th scope="col">待发</th><th scope="col">已发</th><th scope="col">已送达</th><th scope="col">失败</th></tr></thead>
              <tbody>
                ${progress.channels.map((one) => html`<tr><th scope="row">${one.label}</th><td>${one.waiting}</td><td>${one.sent}</td><td>${one.delivered}</td><td class=${one.failed > 0 ? "bad" : ""}>${one.failed}</td></tr>`)}
              </tbody>
            </table>
          </div>`}`;
  }

  #decision(push: Push): TemplateResult | typeof nothing {
    if (push.state !== "awaiting_approval") {
      return nothing;
    }
    if (!push.approvable) {
      return html`<p class="dim">由另一位发布员、督办或管理员批准后发送。</p>`;
    }
    return html`<form @submit=${(event: SubmitEvent) => void this.#decide(event, push)}>
      <div><label for=${`why-${push.pushId}`}>不批准的理由</label><input id=${`why-${push.pushId}`} name="reason" maxlength="500" /></div>
      <button name="decision" value="reject" ?disabled=${this.loading}>不批准</button>
      <button name="decision" value="approve" class="primary" ?disabled=${this.loading}>批准并发送</button>
    </form>`;
  }

  async #decide(event: SubmitEvent, push: Push): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get("reason") ?? "").trim();
    const decision = (event.submitter as HTMLButtonElement | null)?.value ?? "reject";
    const decided = await this.during((signal) =>
      call<Push>("", `/api/pushes/${push.pushId}/approval`, { body: { decision, reason: reason || null }, signal, timeoutMillis: 120_000 }),
    );
    if (decided) {
      this.push = decided;
      this.dispatchEvent(new CustomEvent("decided", { bubbles: true, composed: true }));
    }
  }
}

customElements.define("zt-push-card", PushCard);
