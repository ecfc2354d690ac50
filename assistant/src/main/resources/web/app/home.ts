import { css, html, nothing, type TemplateResult } from "lit";
import { ZhitongChat } from "../widget/chat";
import { DESTINATIONS, allowed, loginFor, type Destination } from "./destinations";
import { PageElement, pageStyles } from "./page";
import { currentSession } from "./session";
import { call } from "./shared/api";
import type { Session } from "./shared/types";

if (!customElements.get("zhitong-chat")) {
  customElements.define("zhitong-chat", ZhitongChat);
}

/** The start page: ask, look up, follow; and the way to every other page. */
class HomePage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: 1.2rem;
        align-items: start;
      }
      zhitong-chat {
        --zhitong-size: 1rem;
        height: min(70vh, 42rem);
      }
      .tiles {
        list-style: none;
        padding: 0;
        margin: 0.4rem 0 1rem;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
        gap: 0.8rem;
      }
      .tile {
        display: block;
        height: 100%;
        margin: 0;
        padding: 0.8rem 1rem;
        color: inherit;
        text-decoration: none;
        border-left: 4px solid var(--zt-accent);
      }
      .tile:hover strong {
        text-decoration: underline;
      }
      .tile strong {
        color: var(--zt-accent);
        font-size: 1.08em;
      }
      pre {
        white-space: pre-wrap;
        background: var(--zt-soft);
        padding: 0.7rem;
        border-radius: 8px;
        overflow-wrap: anywhere;
        font-size: 0.85em;
      }
      @media (max-width: 820px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, session: { state: true }, pinned: { state: true } };
  declare session: Session | null;
  /** The widget's script under a name that does not change its content. */
  declare pinned: { path: string; integrity: string } | null;

  constructor() {
    super();
    this.session = null;
    this.pinned = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.session = who));
  }

  /** From a policy's page: its title stands in the box. */
  firstUpdated(): void {
    const asked = new URLSearchParams(location.search).get("ask");
    const chat = this.renderRoot.querySelector<ZhitongChat>("zhitong-chat");
    if (asked && chat) {
      chat.typed = asked.slice(0, 300);
      void chat.updateComplete.then(() => chat.renderRoot.querySelector<HTMLElement>("#question")?.focus());
    }
  }

  render(): TemplateResult {
    const roles = this.session?.roles ?? [];
    const staff = DESTINATIONS.filter((one) => one.roles);
    const mine = staff.filter((one) => allowed(one, roles));
    const others = staff.filter((one) => !allowed(one, roles));
    return html`
      <h1>政策问一问，来件有回音</h1>
      ${mine.length > 0
        ? html`<section aria-labelledby="work"><h2 id="work">我的工作</h2>${this.#tiles(mine)}</section>`
        : nothing}
      <div class="grid">
        <zhitong-chat></zhitong-chat>
        <div>${this.#side()}</div>
      </div>
      ${mine.length === 0
        ? html`<section aria-labelledby="staff">
            <h2 id="staff">工作人员入口</h2>
            ${this.#tiles(others)}
          </section>`
        : nothing}
    `;
  }

  async #pin(): Promise<void> {
    this.pinned ??= await call<{ path: string; integrity: string }>("", "/widget.json").catch(() => null);
  }

  #tiles(list: Destination[]): TemplateResult {
    return html`<ul class="tiles">
      ${list.map((one) => {
        const open = allowed(one, this.session?.roles ?? []);
        return html`<li>
          <a class="card tile" href=${open ? one.href : loginFor(one.href)}>
            <strong>${one.text}</strong>${open ? nothing : html` <span class="tag">需登录</span>`}<br />
            <span class="dim">${one.about}</span>
          </a>
        </li>`;
      })}
    </ul>`;
  }

  #side(): TemplateResult {
    return html`
      <form class="card" action="/library" role="search">
        <h2><label for="q">查政策原文</label></h2>
        <div class="row nowrap">
          <input id="q" name="q" placeholder="文号、标题或内容" />
          <button class="primary">查找</button>
        </div>
        <p class="dim">也可以在<a href="/library">政策库</a>中按层级、地区、主题和行业筛选。</p>
      </form>
      <form class="card" action="/my">
        <h2><label for="number">查我的来件</label></h2>
        <div class="row nowrap">
          <input id="number" name="number" placeholder="来件编号" />
          <button>查询</button>
        </div>
        <p class="dim">查看进度、答复期限和答复内容，也可以<a href="/my?new=1">提交新的来件</a>。</p>
      </form>
      <details class="card" @toggle=${() => void this.#pin()}>
        <summary>嵌入到您的网站</summary>
        <p>在页面中放入一行脚本和一个标签：</p>
        <pre tabindex="0">${`<script src="${location.origin}/widget.js" defer></script>\n<zhitong-chat>政策问答暂时打不开，请致电 12345。</zhitong-chat>`}</pre>
        <p>需要右下角的浮动按钮时写 <code>&lt;zhitong-chat launcher="政策问答"&gt;</code>；公用电脑写 <code>public-terminal</code>。</p>
        ${this.pinned
          ? html`<p>需要固定版本并校验脚本的，用：</p>
              <pre tabindex="0">${`<script src="${location.origin}${this.pinned.path}" integrity="${this.pinned.integrity}" crossorigin="anonymous" defer></script>`}</pre>`
          : nothing}
        <p class="dim">站点需由管理员加入允许来源。<a href="/q/swagger-ui">接口说明</a></p>
      </details>
    `;
  }
}

customElements.define("zt-home", HomePage);
