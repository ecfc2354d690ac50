import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { when } from "./desk-types";
import { call } from "./shared/api";
import { controls, tokens } from "./shared/styles";

const EVERY_MILLIS = 60_000;

interface Message {
  id: string;
  caseId: string | null;
  applicationId?: string | null;
  itemId?: string | null;
  subject: string;
  at: string;
  read: boolean;
}

interface Box {
  unread: number;
  items: Message[];
}

/** What the reader is told of, at the head of every page. */
class InboxElement extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      :host {
        position: relative;
        display: inline-block;
      }
      details > div {
        position: absolute;
        right: 0;
        z-index: 10;
        width: min(24rem, 88vw);
        max-height: 60vh;
        overflow-y: auto;
        background: var(--zt-bg);
        color: var(--zt-text);
        border: 1px solid var(--zt-line);
        border-radius: 8px;
        padding: 0.4rem 0.8rem;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      li {
        padding: 0.35rem 0;
        border-bottom: 1px solid var(--zt-line);
      }
      summary {
        cursor: pointer;
      }
    `,
  ];
  static properties = { page: {}, box: { state: true } };
  /** Where a case opens for the reader. */
  declare page: string;
  declare box: Box | null;
  #timer = 0;

  constructor() {
    super();
    this.page = "/desk";
    this.box = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = window.setInterval(() => void this.#load(), EVERY_MILLIS);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render(): TemplateResult | typeof nothing {
    const { box } = this;
    if (!box) {
      return nothing;
    }
    return html`<details>
      <summary aria-label=${`消息，${box.unread} 条未读`}>消息${box.unread > 0 ? html` <span class="tag bad">${box.unread}</span>` : nothing}</summary>
      <div>
        ${box.items.length === 0
          ? html`<p class="dim">没有消息。</p>`
          : html`<p class="row"><span class="dim">最近的消息</span>${box.unread > 0 ? html`<button class="link" @click=${() => void this.#read({})}>全部已读</button>` : nothing}</p>
              <ul>
                ${box.items.slice(0, 30).map(
                  (one) => html`<li>
                    ${one.read ? nothing : html`<span class="tag warn">新</span>`}
                    <a href=${this.#place(one)} @click=${() => void this.#read({ id: one.id })}>${one.subject}</a>
                    <span class="dim">${when(one.at).slice(5)}</span>
                  </li>`,
                )}
              </ul>`}
      </div>
    </details>`;
  }

  /** An application opens on the page of whoever reads: the office's, or the enterprise's own. */
  #place(one: Message): string {
    if (one.itemId) {
      return `/items/${one.itemId}`;
    }
    if (!one.applicationId) {
      return `${this.page}?case=${one.caseId}`;
    }
    return this.page === "/my" ? `/enterprise?application=${one.applicationId}` : `/applications?id=${one.applicationId}`;
  }

  async #read(body: object): Promise<void> {
    await call("", "/api/inbox/read", { body }).catch(() => undefined);
    await this.#load();
  }

  async #load(): Promise<void> {
    if (!document.hidden || this.box === null) {
      this.box = await call<Box>("", "/api/inbox").catch(() => this.box);
    }
  }
}

customElements.define("zt-inbox", InboxElement);
