import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "../page";
import { currentSession } from "../session";
import type { Session } from "../shared/types";
import "./enterprise-file";
import "./enterprise-matches";
import "./enterprise-sign-in";
import "./enterprise-tags";
import "../push/push-inbox";
import "../application/apply";
import "../application/own-list";

/** An enterprise's own page: what it can have and why, and what is held of it. */
class EnterprisePage extends PageElement {
  static styles = pageStyles;
  static properties = { ...PageElement.properties, session: { state: true }, code: { state: true }, changes: { state: true }, applying: { state: true }, done: { state: true } };
  declare session: Session | null;
  declare code: string;
  /** Counts what was added, so that the matches are asked for anew. */
  declare changes: number;
  /** The item that is being applied for. */
  declare applying: string;
  declare done: string;
  readonly #query = new URLSearchParams(location.search);

  constructor() {
    super();
    this.session = null;
    this.code = "";
    this.changes = 0;
    this.applying = this.#query.get("apply") ?? "";
    this.done = "";
    this.addEventListener("apply", (event) => this.#apply((event as CustomEvent<string>).detail));
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => {
      this.session = who;
      this.code = who.roles.includes("enterprise") ? (who.name ?? "") : (this.#query.get("code") ?? "");
    });
  }

  /** An address of its own, so that a reload comes back to the form. */
  #apply(itemId: string): void {
    this.applying = itemId;
    this.done = "";
    const query = new URLSearchParams(location.search);
    query.delete("apply");
    if (itemId) {
      query.set("apply", itemId);
    }
    history.replaceState(null, "", `${location.pathname}${query.size > 0 ? `?${query}` : ""}`);
  }

  render(): TemplateResult {
    if (!this.session) {
      return html`<h1>企业档案与匹配</h1>${this.loadingNotice()}`;
    }
    const staff = this.session.authenticated && !this.session.roles.includes("enterprise");
    const reason = this.#query.get("reason") ?? "";
    if (!this.session.authenticated) {
      return html`<h1>企业档案与匹配</h1>
        <p>登录后可以看到本企业符合哪些政策事项、还差什么，以及平台掌握本企业的哪些数据。</p>
        <zt-enterprise-sign-in></zt-enterprise-sign-in>`;
    }
    if (staff && this.code === "") {
      return html`<h1>企业档案与匹配</h1>
        <form class="card" method="get" action="/enterprise">
          <p>查看企业档案会留下记录，请写明事由。</p>
          <label for="code">统一社会信用代码</label><input id="code" name="code" required maxlength="18" />
          <label for="reason">事由</label><input id="reason" name="reason" required maxlength="200" />
          <p><button class="primary">查看</button></p>
        </form>`;
    }
    return html`
      <h1>企业档案与匹配</h1>
      ${staff ? nothing : html`<zt-push-inbox></zt-push-inbox>`}
      ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.applying && !staff
        ? keyed(this.applying, html`<zt-apply
            .item=${this.applying}
            .code=${this.code}
            @applied=${() => this.changes++}
            @closed=${() => this.#apply("")}
            @submitted=${(event: CustomEvent<{ number: string; title: string }>) => {
              this.#apply("");
              this.done = `“${event.detail.title}”已提交，编号 ${event.detail.number}。进度见“我的申报”。`;
              this.changes++;
            }}
          ></zt-apply>`)
        : nothing}
      ${staff ? nothing : html`<zt-own-applications .code=${this.code} .changes=${this.changes}></zt-own-applications>`}
      <zt-enterprise-matches .code=${this.code} .reason=${reason} .own=${!staff} .changes=${this.changes} @added=${() => this.changes++}></zt-enterprise-matches>
      <zt-enterprise-tags .code=${this.code} .reason=${reason} .changes=${this.changes}></zt-enterprise-tags>
      <zt-enterprise-file .code=${this.code} .reason=${reason} .own=${!staff} .changes=${this.changes} @added=${() => this.changes++}></zt-enterprise-file>
      ${staff ? html`<p><a href="/enterprise">看另一家企业</a></p>` : nothing}
    `;
  }
}

customElements.define("zt-enterprise", EnterprisePage);
