import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";

interface Claim {
  caseId: string;
  number: string;
  at: string;
  stateLabel: string;
  open: boolean;
}

/** Says that the money of an application has not come, and shows what became of it. */
class PaymentClaims extends PageElement {
  static styles = [pageStyles];
  static properties = { ...PageElement.properties, application: { type: String }, claims: { state: true }, may: { type: Boolean } };
  declare application: string;
  /** Whether who looks may say so: the enterprise, or an agent for it. */
  declare may: boolean;
  declare claims: Claim[] | null;

  constructor() {
    super();
    this.application = "";
    this.may = false;
    this.claims = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    const claims = this.claims ?? [];
    const open = claims.some((one) => one.open);
    return html`${this.failureNotice()}
      ${claims.map((one) => html`<p>资金未到账：${one.at.slice(0, 10)} 反映，办件 ${one.number}，<span class=${`tag ${one.open ? "warn" : ""}`}>${one.stateLabel}</span></p>`)}
      ${this.may && this.claims !== null && !open
        ? html`<details>
            <summary>资金没有到账？</summary>
            <form @submit=${(event: SubmitEvent) => void this.#claim(event)}>
              <label for="claim">说明（选填）</label><textarea id="claim" name="text" rows="2" maxlength="1000"></textarea>
              <p><button class="primary" ?disabled=${this.loading}>反映资金未到账</button></p>
            </form>
          </details>`
        : nothing}`;
  }

  async #claim(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("text") ?? "");
    const done = await this.during((signal) => call<Claim>("", `/api/payment-claims/applications/${this.application}`, { body: { text }, signal }), "claim");
    if (done) {
      await this.#load();
    }
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<{ items: Claim[] }>("", `/api/payment-claims/applications/${this.application}`, { signal }), "claims");
    this.claims = found?.items ?? this.claims;
  }
}

customElements.define("zt-payment-claims", PaymentClaims);
