import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { call } from "../app/shared/api";
import { controls, tokens } from "../app/shared/styles";
import { wordsFor, type Words } from "./words";

/** 有用 or 没用 for one answer; the latter asks why. Fires `given` with whether it was useful. */
class AnswerFeedback extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        font-size: 0.9em;
      }
      fieldset {
        border: 1px solid var(--zt-line);
        border-radius: 8px;
        margin: 0.4em 0;
      }
      label {
        display: inline-block;
        margin-right: 0.8em;
      }
    `,
  ];
  static properties = { base: { attribute: false }, answer: { attribute: false }, given: { attribute: false }, words: { attribute: false }, asking: { state: true }, failure: { state: true } };
  declare base: string;
  /** The answer's id. */
  declare answer: string;
  declare given: boolean | null;
  declare words: Words;
  declare asking: boolean;
  declare failure: string;

  constructor() {
    super();
    this.base = "";
    this.answer = "";
    this.given = null;
    this.words = wordsFor("zh");
    this.asking = false;
    this.failure = "";
  }

  render(): TemplateResult {
    const words = this.words;
    if (this.given !== null && !this.asking) {
      return html`<p class="dim" role="status">${words.thanks}</p>`;
    }
    return html`<div class="row" role="group" aria-label=${words.useful}>
        <span class="dim">${words.useful}</span>
        <button type="button" class="link" @click=${() => void this.#send(true, null)}>${words.yes}</button>
        <button type="button" class="link" aria-expanded=${this.asking} @click=${() => this.#ask()}>${words.no}</button>
      </div>
      ${this.asking
        ? html`<form @submit=${this.#submit}>
            <fieldset>
              <legend>${words.why}</legend>
              ${words.reasons.map((reason, index) => html`<label><input type="radio" name="reason" value=${reason} ?autofocus=${index === 0} /> ${reason}</label>`)}
              <label for="other">${words.other}</label>
              <input id="other" name="other" maxlength="300" autocomplete="off" />
            </fieldset>
            <button class="primary">${words.submit}</button>
          </form>`
        : nothing}
      ${this.failure ? html`<p class="notice error" role="alert">${this.failure}</p>` : nothing}`;
  }

  #ask(): void {
    this.asking = !this.asking;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("input[type=radio]")?.focus());
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const reason = [form.get("reason"), form.get("other")].map((one) => String(one ?? "").trim()).filter(Boolean).join("：");
    void this.#send(false, reason === "" ? null : reason);
  }

  async #send(useful: boolean, reason: string | null): Promise<void> {
    try {
      await call(this.base, `/api/questions/${this.answer}/feedback`, { body: { useful, reason } });
      this.asking = false;
      this.given = useful;
      this.failure = "";
      this.dispatchEvent(new CustomEvent("given", { detail: useful }));
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }
}

if (!customElements.get("zhitong-answer-feedback")) {
  customElements.define("zhitong-answer-feedback", AnswerFeedback);
}
