import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles, tabStyles } from "../page";
import { currentSession } from "../session";
import "./direct";
import "./queue";
import "./waiting";

/** Who sees a part of the page. */
const TABS: [path: string, text: string, roles: string[]][] = [
  ["/applications", "申报办理", ["agent", "handler", "supervisor", "administrator"]],
  ["/applications/direct", "免申即享名单", ["handler", "supervisor", "administrator"]],
  ["/applications/waiting", "等待最久", ["supervisor", "administrator"]],
];

const PARTS: Record<string, TemplateResult> = {
  "/applications/direct": html`<zt-direct-lists></zt-direct-lists>`,
  "/applications/waiting": html`<zt-applications-waiting></zt-applications-waiting>`,
};

/** Staff's page of applications: the queue, and what waits longest. */
class ApplicationsPage extends PageElement {
  static styles = [pageStyles, tabStyles];
  static properties = { ...PageElement.properties, roles: { state: true } };
  declare roles: string[];

  constructor() {
    super();
    this.roles = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.roles = who.roles));
  }

  render(): TemplateResult {
    const here = location.pathname.replace(/\/$/, "");
    const tabs = TABS.filter(([, , roles]) => roles.some((role) => this.roles.includes(role)));
    return html`<h1>申报办理</h1>
      ${tabs.length > 1 ? html`<nav aria-label="申报">${tabs.map(([path, text]) => html`<a href=${path} aria-current=${path === here ? "page" : nothing}>${text}</a>`)}</nav>` : nothing}
      ${PARTS[here] ?? html`<zt-applications-queue></zt-applications-queue>`}`;
  }
}

customElements.define("zt-applications", ApplicationsPage);
