import { LitElement, html, nothing, type TemplateResult } from "lit";
import { DESTINATIONS, allowed, isHere, loginFor } from "./destinations";
import "./inbox";
import { layoutStyles } from "./layout-styles";
import { currentSession } from "./session";
import { call } from "./shared/api";
import { autosaveFor, discardAll, savedCount } from "./shared/autosave";
import { ask } from "./shared/confirm";
import { controls, tokens } from "./shared/styles";
import type { Session } from "./shared/types";

const SIZE_KEY = "zhitong-large";
const ACCOUNT = "/account";

autosaveFor(currentSession().then((who) => who.name ?? ""));

/** Header, navigation and the frame of every page. */
class PageLayout extends LitElement {
  static styles = [tokens, controls, layoutStyles];
  static properties = { session: { state: true }, large: { state: true }, open: { state: true } };
  declare session: Session | null;
  declare large: boolean;
  declare open: boolean;

  constructor() {
    super();
    this.session = null;
    this.large = false;
    this.open = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => this.#known(who));
    try {
      this.#size(localStorage.getItem(SIZE_KEY) === "1");
    } catch {
      // Storage may be forbidden; the page then starts in its normal size.
    }
  }

  render(): TemplateResult {
    const roles = this.session?.roles ?? [];
    return html`
      <header>
        <button class="skip" @click=${this.#skip}>跳到正文</button>
        <div class="bar">
          <a class="brand" href="/">直通 <span lang="en">Zhitong</span></a>
          <button class="menu" aria-expanded=${this.open} aria-controls="nav" @click=${() => (this.open = !this.open)}>菜单</button>
          <nav id="nav" aria-label="主导航" class=${this.open ? "open" : ""}>
            ${DESTINATIONS.filter((one) => allowed(one, roles)).map(
              (link) => html`<a href=${link.href} aria-current=${isHere(link.href) ? "page" : nothing}>${link.text}</a>`,
            )}
          </nav>
          <div class="who">
            <button class="link" aria-pressed=${this.large} @click=${() => this.#size(!this.large)}>大字</button>
            ${this.session?.authenticated
              ? html`<zt-inbox page=${roles.includes("enterprise") ? "/my" : roles.includes("agent") ? "/desk" : "/department"}></zt-inbox>
                  <a href=${ACCOUNT} aria-current=${isHere(ACCOUNT) ? "page" : nothing}>${this.session.displayName ?? this.session.name}</a>
                  <button class="link" @click=${this.#logOut}>退出</button>`
              : html`<a href=${loginFor(location.pathname === "/login" ? "/" : location.pathname + location.search)}>登录</a>`}
          </div>
        </div>
      </header>
      <main id="content" tabindex="-1"><slot></slot></main>
      <footer>回答与拟答复只引用已收录的政策原文，供参考；以文件正式文本和主管部门答复为准。</footer>
    `;
  }

  /** Until the first password is changed no other page works. */
  #known(who: Session): void {
    this.session = who;
    if (who.passwordChangeDue && !isHere(ACCOUNT)) {
      location.replace(ACCOUNT);
    }
  }

  /** The target is in a shadow root, where a link's fragment does not reach. */
  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>("main")?.focus();
  }

  #size(large: boolean): void {
    this.large = large;
    document.documentElement.classList.toggle("large", large);
    try {
      localStorage.setItem(SIZE_KEY, large ? "1" : "0");
    } catch {
      // Kept for this page only.
    }
  }

  async #logOut(): Promise<void> {
    const waiting = savedCount();
    if (waiting > 0) {
      const lines = ["保留：存在本机，您下次登录后恢复。", "清除：多人共用这台电脑时请选择清除。"];
      const decision = await ask({ title: `有 ${waiting} 份没有提交的内容`, lines, yes: "保留并退出", other: "清除并退出" });
      if (decision === "no") {
        return;
      }
      if (decision === "other") {
        discardAll();
      }
    }
    await call("", "/api/session", { method: "DELETE" }).catch(() => undefined);
    location.href = "/";
  }
}

customElements.define("zt-layout", PageLayout);
