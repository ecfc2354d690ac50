import { LitElement, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { controls, tokens } from "./shared/styles";

interface Found {
  answerTotal: number;
  draftTotal: number;
  drafts: { caseId: string; number: string; stateLabel: string; answered: boolean }[];
  replyTotal: number;
}

/** What rests on a policy that is about to end. */
class Reliance extends LitElement {
  static styles = [tokens, controls];
  static properties = { policyId: { attribute: false }, found: { state: true } };
  declare policyId: string;
  declare found: Found | null;

  constructor() {
    super();
    this.policyId = "";
    this.found = null;
  }

  async firstUpdated(): Promise<void> {
    this.found = await call<Found>("", `/api/policies/${this.policyId}/reliance`).catch(() => null);
  }

  render(): TemplateResult | typeof nothing {
    const { found } = this;
    if (!found || found.answerTotal + found.draftTotal + found.replyTotal === 0) {
      return nothing;
    }
    const open = found.drafts.filter((one) => !one.answered);
    return html`<p class="notice">
      引用过它的：回答 ${found.answerTotal} 条，拟答复 ${found.draftTotal} 件，历史答复 ${found.replyTotal} 件。
      ${open.length > 0 ? html`<br />还没有发出的拟答复：${open.slice(0, 20).map((one) => html`<a href=${`/desk?case=${one.caseId}`}>${one.number}</a>（${one.stateLabel}） `)}` : nothing}
    </p>`;
  }
}

customElements.define("zt-reliance", Reliance);
