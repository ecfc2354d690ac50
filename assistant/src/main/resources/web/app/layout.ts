import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { controls, tokens } from "./shared/styles";
import type { Session } from "./shared/types";

let session: Promise<Session> | null = null;

/** Who is logged in; asked once a page. A failure counts as nobody. */
export function currentSession(): Promise<Session> {
  session ??= call<Session>("", "/api/session").catch(() => ({
    authenticated: false,
    name: null,
    displayName: null,
    roles: [],
  }));
  return session;
}

const LINKS: { href: string; text: string; roles?: string[] }[] = [
  { href: "/", text: "政策问答" },
  { href: "/library", text: "政策库" },
  { href: "/my", text: "我的来件" },
  { href: "/desk", text: "坐席工作台", roles: ["agent", "supervisor", "administrator"] },
  { href: "/supervisor", text: "督办看板", roles: ["supervisor", "administrator"] },
  { href: "/publish", text: "政策发布", roles: ["publisher", "administrator"] },
];

const SIZE_KEY = "zhitong-large";

/** Header, navigation and the frame of every page. */
class PageLayout extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--zt-soft);
      }
      header {
        background: var(--zt-bg);
        border-bottom: 3px solid var(--zt-accent);
      }
      .bar,
      main,
      footer {
        max-width: 1240px;
        margin: 0 auto;
        padding: 0.7rem 1.2rem;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.4rem;
        align-items: center;
      }
      .brand {
        font-size: 1.25em;
        font-weight: 700;
        color: var(--zt-accent);
        text-decoration: none;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.1rem;
        flex: 1;
      }
      nav a {
        color: var(--zt-text);
        text-decoration: none;
        padding: 0.25rem 0;
        border-bottom: 3px solid transparent;
      }
      nav a[aria-current] {
        border-color: var(--zt-accent);
        font-weight: 600;
      }
      .skip {
        position: absolute;
        left: -999px;
      }
      .skip:focus {
        left: 1rem;
        top: 0.5rem;
        background: var(--zt-bg);
        padding: 0.5rem;
        z-index: 2;
      }
      footer {
        color: var(--zt-dim);
        font-size: 0.88em;
      }
      @media print {
        header,
        footer {
          display: none;
        }
        :host {
          background: none;
        }
      }
    `,
  ];
  static properties = { session: { state: true }, large: { state: true } };
  declare session: Session | null;
  declare large: boolean;

  constructor() {
    super();
    this.session = null;
    this.large = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.session = who));
    try {
      this.#size(localStorage.getItem(SIZE_KEY) === "1");
    } catch {
      // Storage may be forbidden; the page then starts in its normal size.
    }
  }

  render(): TemplateResult {
    const roles = this.session?.roles ?? [];
    const shown = LINKS.filter((link) => !link.roles || link.roles.some((role) => roles.includes(role)));
    return html`
      <a class="skip" href="#content">跳到正文</a>
      <header>
        <div class="bar">
          <a class="brand" href="/">直通 Zhitong</a>
          <nav aria-label="主导航">
            ${shown.map(
              (link) =>
                html`<a href=${link.href} aria-current=${location.pathname === link.href ? "page" : nothing}>${link.text}</a>`,
            )}
          </nav>
          <button class="link" aria-pressed=${this.large} @click=${() => this.#size(!this.large)}>大字</button>
          ${this.session?.authenticated
            ? html`<span>${this.session.displayName ?? this.session.name}</span>
                <button class="link" @click=${this.#logOut}>退出</button>`
            : html`<a href=${`/login?next=${encodeURIComponent(location.pathname)}`}>工作人员登录</a>`}
        </div>
      </header>
      <main id="content" tabindex="-1"><slot></slot></main>
      <footer>回答与拟答复只引用已收录的政策原文，供参考；以文件正式文本和主管部门答复为准。</footer>
    `;
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
    await call("", "/api/session", { method: "DELETE" }).catch(() => undefined);
    location.href = "/";
  }
}

customElements.define("zt-layout", PageLayout);
