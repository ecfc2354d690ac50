import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { yuan } from "../shared/types";

interface Claimed {
  applicationId: string | null;
  number: string | null;
  itemTitle: string | null;
  stateLabel: string | null;
  approved: number | null;
  paid: number | null;
  paymentDue: string | null;
}

/** On a case that says that money has not come: the application that it is about. */
class ClaimedApplication extends PageElement {
  static styles = [pageStyles];
  static properties = { ...PageElement.properties, caseId: { type: String }, claimed: { state: true } };
  declare caseId: string;
  declare claimed: Claimed | null;

  constructor() {
    super();
    this.caseId = "";
    this.claimed = null;
  }

  updated(changed: Map<string, unknown>): void {
    if (changed.has("caseId") && this.caseId) {
      void this.#load();
    }
  }

  render(): TemplateResult {
    const one = this.claimed;
    return html`${this.failureNotice()}
      ${one?.applicationId
        ? html`<p class="notice">
            所反映的申报：${one.number}（${one.itemTitle}），${one.stateLabel}，核准 ${yuan(one.approved)} 元，已拨付 ${yuan(one.paid)} 元${one.paymentDue ? `，应于 ${one.paymentDue} 前拨付` : ""}。
          </p>`
        : nothing}`;
  }

  async #load(): Promise<void> {
    this.claimed = await this.during((signal) => call<Claimed>("", `/api/payment-claims/cases/${this.caseId}`, { signal }));
  }
}

customElements.define("zt-claimed-application", ClaimedApplication);
