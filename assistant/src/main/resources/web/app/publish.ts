import { LitElement, html, type TemplateResult } from "lit";
import { pageStyles } from "./page";
import "./publish-list";
import "./publish-upload";

/** The publisher's page: a new text above, what is published below. */
class PublishPage extends LitElement {
  static styles = pageStyles;

  render(): TemplateResult {
    return html`
      <h1>政策发布</h1>
      <zt-publish-upload @published=${this.#reload}></zt-publish-upload>
      <zt-publish-list></zt-publish-list>
    `;
  }

  #reload(): void {
    void this.renderRoot.querySelector<HTMLElement & { reload(): Promise<void> }>("zt-publish-list")?.reload();
  }
}

customElements.define("zt-publish", PublishPage);
