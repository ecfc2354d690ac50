import { css, html, nothing, type TemplateResult } from "lit";
import type { Row } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";

/** A telephone, identity or card number, or an address: what the ordinary search never matches. */
export const looksPersonal = (text: string): boolean => /^[+\d][\d\s-]{6,24}[\dXx]$|^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** The search by a whole number, which is on record with its reason; fires `chosen` with a case's id. */
class IdentifierSearch extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.4rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, value: { attribute: false }, found: { state: true } };
  declare value: string;
  declare found: Row[] | null;

  constructor() {
    super();
    this.value = "";
    this.found = null;
  }

  render(): TemplateResult {
    return html`<div class="notice">
      <form @submit=${(event: SubmitEvent) => void this.#search(event)}>
        <label for="reason">“${this.value}”是个人信息，按整号查找须说明理由，并留下记录：</label>
        <input id="reason" name="reason" required maxlength="200" placeholder="如：来电人询问本人办件进展" />
        <div><button ?disabled=${this.loading}>按号码查找</button></div>
      </form>
      ${this.failureNotice()}
      ${this.found === null
        ? nothing
        : this.found.length === 0
          ? html`<p>没有这个号码的办件。</p>`
          : html`<ul>${this.found.map((row) => html`<li><button class="link" @click=${() => this.dispatchEvent(new CustomEvent("chosen", { detail: row.caseId, bubbles: true, composed: true }))}>${row.title || row.snippet}</button> <span class="dim">${row.number} · ${row.stateLabel}</span></li>`)}</ul>`}
    </div>`;
  }

  async #search(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get("reason");
    const found = await this.during((signal) => call<{ items: Row[] }>("", "/api/cases/search", { body: { value: this.value, reason }, signal }));
    this.found = found?.items ?? this.found;
  }
}

customElements.define("zt-identifier-search", IdentifierSearch);
