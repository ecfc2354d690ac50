import { css, html, nothing, type TemplateResult } from "lit";
import "./case-queue";
import "./desk-call";
import "./desk-case";
import "./desk-import";
import { PageElement, pageStyles } from "./page";
import { currentSession } from "./session";
import { Shortcuts, type Shortcut } from "./shortcuts";
import "./waiting";
import { startWorkCopies } from "./work-copies";

type Queue = HTMLElement & { step(by: number): void; focusSearch(): void; reload(): Promise<void> };
type Case = HTMLElement & { inside(name: string): (HTMLElement & Record<string, () => void>) | null };

/** The agent's desk, and the department's: the queue by deadline and one case beside it. */
class DeskPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: minmax(19rem, 25rem) minmax(0, 1fr);
        gap: 1.2rem;
        align-items: start;
      }
      .top {
        justify-content: space-between;
      }
      h1 {
        margin: 0.2em 0;
      }
      .tools {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: 0 1.2rem;
        align-items: start;
      }
      dialog {
        border: 1px solid var(--zt-line);
        border-radius: 12px;
        background: var(--zt-bg);
        color: var(--zt-text);
        max-width: min(34rem, 92vw);
      }
      dialog td,
      dialog th {
        border: 0;
      }
      kbd {
        border: 1px solid var(--zt-line);
        border-radius: 5px;
        padding: 0 0.5em;
        background: var(--zt-soft);
      }
      dialog label {
        font-weight: 400;
      }
      dialog input {
        width: auto;
      }
      @media print {
        .grid {
          display: block;
        }
        .top,
        .tools,
        zt-case-queue {
          display: none;
        }
      }
      @media (max-width: 900px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, chosen: { state: true }, office: { state: true } };
  declare chosen: string | null;
  declare office: string | null;
  readonly #department = this.localName === "zt-department";
  readonly #shortcuts = new Shortcuts(this, this.#keys());

  constructor() {
    super();
    this.chosen = new URLSearchParams(location.search).get("case");
    this.office = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    startWorkCopies();
    void currentSession().then((who) => (this.office = who.department));
  }

  #keys(): Shortcut[] {
    const inCase = (part: string, act: string) => () => this.#case()?.inside(part)?.[act]?.();
    const decide: Shortcut[] = this.#department
      ? []
      : [
          { key: "a", about: "采纳建议", run: inCase("zt-case-decide", "accept") },
          { key: "c", about: "改定类别或部门", run: inCase("zt-case-decide", "change") },
        ];
    return [
      { key: "j", about: "下一件", run: () => this.#queue()?.step(1) },
      { key: "k", about: "上一件", run: () => this.#queue()?.step(-1) },
      ...decide,
      { key: "d", about: "生成拟答复", run: inCase("zt-case-draft", "make") },
      { key: "r", about: "到答复正文", run: inCase("zt-case-draft", "focusReply") },
      { key: "/", about: "查找", run: () => this.#queue()?.focusSearch() },
      { key: "?", about: "显示本说明", run: () => this.#help() },
    ];
  }

  render(): TemplateResult {
    return html`
      <div class="row top">
        <h1>${this.#department ? "部门办件" : "坐席工作台"}</h1>
        <button @click=${() => this.#help()}>快捷键 <kbd>?</kbd></button>
      </div>
      ${this.#department && this.office ? html`<p class="dim">${this.office}</p>` : nothing}
      ${this.failureNotice()}
      <zt-waiting page=${this.#department ? "/department" : "/desk"}></zt-waiting>
      ${this.#department ? nothing : html`<div class="tools"><zt-desk-call @filed=${(event: CustomEvent<string>) => this.#taken(event.detail)}></zt-desk-call><zt-desk-import @imported=${() => void this.#queue()?.reload()}></zt-desk-import></div>`}
      <div class="grid">
        <zt-case-queue ?department=${this.#department} .chosen=${this.chosen} @chosen=${(event: CustomEvent<string>) => this.#choose(event.detail)}></zt-case-queue>
        <div>
          ${this.chosen
            ? html`<zt-desk-case .caseId=${this.chosen} ?department=${this.#department} @changed=${() => void this.#queue()?.reload()}></zt-desk-case>`
            : html`<p class="card dim">从队列中选择一件；也可以按 <kbd>j</kbd> 打开最急的一件。</p>`}
        </div>
      </div>
      ${this.#dialog()}
    `;
  }

  #dialog(): TemplateResult {
    return html`<dialog aria-labelledby="help">
      <h2 id="help">快捷键</h2>
      <table>
        <tbody>${this.#shortcuts.list.map((one) => html`<tr><th scope="row"><kbd>${one.key}</kbd></th><td>${one.about}</td></tr>`)}</tbody>
      </table>
      <p><label><input type="checkbox" .checked=${this.#shortcuts.on} @change=${() => this.#shortcuts.toggle()} /> 启用单键快捷键（正在输入文字时不起作用）</label></p>
      <form method="dialog"><button class="primary">关闭</button></form>
    </dialog>`;
  }

  #help(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  #queue(): Queue | null {
    return this.renderRoot.querySelector<Queue>("zt-case-queue");
  }

  #case(): Case | null {
    return this.renderRoot.querySelector<Case>("zt-desk-case");
  }

  /** A call that was written down is decided at once. */
  #taken(id: string): void {
    this.#choose(id);
    void this.#queue()?.reload();
  }

  #choose(id: string): void {
    this.chosen = id;
    const address = new URLSearchParams(location.search);
    address.set("case", id);
    history.replaceState(null, "", `${location.pathname}?${address}`);
  }
}

customElements.define("zt-desk", DeskPage);
customElements.define("zt-department", class extends DeskPage {});
