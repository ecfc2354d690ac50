import { LitElement, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { savedForms } from "./shared/autosave";
import { controls, tokens } from "./shared/styles";

/** As docs/casework.md has it: who has not said so for a minute has gone. */
const EVERY_MILLIS = 20_000;

interface Present {
  name: string;
  department: string | null;
  writing: boolean;
}

/** Who else has the case open. */
class CasePresence extends LitElement {
  static styles = [tokens, controls];
  static properties = { caseId: { attribute: false }, others: { state: true } };
  declare caseId: string;
  declare others: Present[];
  #timer = 0;
  #told = "";

  constructor() {
    super();
    this.caseId = "";
    this.others = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => void this.#tell(), EVERY_MILLIS);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  updated(): void {
    if (this.caseId && this.#told !== this.caseId) {
      this.#told = this.caseId;
      void this.#tell();
    }
  }

  render(): TemplateResult | typeof nothing {
    return this.others.length === 0
      ? nothing
      : html`<p class="notice" role="status">
          ${this.others.map((one) => `${one.name}${one.department ? `（${one.department}）` : ""}${one.writing ? "正在填写" : "也在看"}`).join("，")}这件办件。
        </p>`;
  }

  async #tell(): Promise<void> {
    if (document.hidden || !this.caseId) {
      return;
    }
    const wanted = this.caseId;
    const found = await call<{ items: Present[] }>("", `/api/cases/${wanted}/presence`, { body: { writing: savedForms(wanted).length > 0 } }).catch(() => null);
    if (found && wanted === this.caseId) {
      this.others = found.items;
    }
  }
}

customElements.define("zt-case-presence", CasePresence);
