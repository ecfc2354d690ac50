import { LitElement, html, type TemplateResult } from "lit";
import { pageStyles } from "../page";
import "./accounts";
import "./audit";
import "./changes";
import "./keys";
import "./tags";

/** The administrator's page: who may, which systems may, and who looked. */
class AdminPage extends LitElement {
  static styles = pageStyles;

  render(): TemplateResult {
    return html`
      <h1>系统管理</h1>
      <zt-admin-accounts></zt-admin-accounts>
      <zt-admin-keys></zt-admin-keys>
      <zt-admin-tags></zt-admin-tags>
      <zt-admin-changes></zt-admin-changes>
      <zt-admin-audit></zt-admin-audit>
    `;
  }
}

customElements.define("zt-admin", AdminPage);
