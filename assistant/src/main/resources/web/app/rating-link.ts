import { html, nothing, type TemplateResult } from "lit";
import { when } from "./desk-types";
import { PageElement } from "./page";
import { call } from "./shared/api";

/** The signed link by which an enterprise rates an answer, to be sent to it; fetched when asked for. */
class RatingLink extends PageElement {
  static properties = { ...PageElement.properties, caseId: { attribute: false }, link: { state: true }, copied: { state: true } };
  declare caseId: string;
  declare link: { url: string; expiresAt: string } | null;
  declare copied: boolean;

  constructor() {
    super();
    this.caseId = "";
    this.link = null;
    this.copied = false;
  }

  render(): TemplateResult {
    return html`${this.failureNotice()}
    ${this.link
      ? html`<label for="link">评价链接（${when(this.link.expiresAt).slice(0, 10)} 前有效，用短信或邮件发给企业）</label>
          <div class="row nowrap">
            <input id="link" readonly .value=${this.link.url} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
            <button @click=${() => void this.#copy()}>${this.copied ? "已复制" : "复制"}</button>
          </div>`
      : html`<button ?disabled=${this.loading} @click=${() => void this.#ask()}>取评价链接</button>`}
    ${this.copied ? html`<span class="visually-hidden" role="status">已复制</span>` : nothing}`;
  }

  async #ask(): Promise<void> {
    this.link = await this.during((signal) => call<{ url: string; expiresAt: string }>("", `/api/cases/${this.caseId}/rating-link`, { signal }));
    await this.focusOn("#link");
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link!.url);
      this.copied = true;
    } catch {
      await this.focusOn("#link");
    }
  }
}

customElements.define("zt-rating-link", RatingLink);
