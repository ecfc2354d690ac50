import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { currentSession } from "../session";
import "./budgets";
import "./payment-import";
import "./payment-list";

interface Loading extends HTMLElement {
  load(): Promise<void>;
}

/** 拨付: lists come in, what is wrong with them is decided, budgets are watched. */
class PaymentsPage extends PageElement {
  static styles = [pageStyles];
  static properties = { ...PageElement.properties, roles: { state: true } };
  declare roles: string[] | null;

  constructor() {
    super();
    this.roles = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.roles = who.roles));
  }

  render(): TemplateResult {
    const roles = this.roles ?? [];
    const supervises = roles.includes("supervisor") || roles.includes("administrator");
    const acts = supervises || roles.includes("handler");
    return html`<h1>拨付对账</h1>
      ${this.roles === null
        ? this.loadingNotice()
        : html`${acts ? html`<zt-payment-import @imported=${() => this.#again()}></zt-payment-import>` : nothing}
            <zt-payment-list ?decides=${acts}></zt-payment-list>
            <zt-payment-budgets ?sets=${supervises}></zt-payment-budgets>`}`;
  }

  #again(): void {
    this.renderRoot.querySelectorAll<Loading>("zt-payment-list, zt-payment-budgets").forEach((one) => void one.load());
  }
}

customElements.define("zt-payments", PaymentsPage);
