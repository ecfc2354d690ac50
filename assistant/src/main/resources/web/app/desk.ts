import { css, html, nothing, type TemplateResult } from "lit";
import "./case-queue";
import "./desk-case";
import "./desk-import";
import { PageElement, pageStyles } from "./page";
import { currentSession } from "./session";
import { call } from "./shared/api";
import { limit } from "./shared/limit";
import type { Suggestion } from "./shared/types";
import { Shortcuts, type Shortcut } from "./shortcuts";
import { startWorkCopies } from "./work-copies";
import { suggestionView } from "./suggestion-view";

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
      }
      .tools .card {
        padding: 0.5em 1em;
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
  static properties = { ...PageElement.properties, chosen: { state: true }, trial: { state: true }, office: { state: true } };
  declare chosen: string | null;
  declare trial: Suggestion | null;
  declare office: string | null;
  readonly #department = this.localName === "zt-department";
  readonly #shortcuts = new Shortcuts(this, this.#keys());

  constructor() {
    super();
    this.chosen = new URLSearchParams(location.search).get("case");
    this.trial = null;
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
      ${this.#department ? nothing : html`<div class="tools">${this.#try()}<zt-desk-import @imported=${() => void this.#queue()?.reload()}></zt-desk-import></div>`}
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

  #try(): TemplateResult {
    return html`<details class="card">
      <summary>粘贴一段来件，试看分办建议</summary>
      <form @submit=${this.#tried}>
        <label for="title">标题</label><input id="title" name="title" maxlength="200" />
        <label for="text">正文</label><textarea id="text" name="text" rows="4" required @input=${limit(20000)}></textarea>
        <div class="row"><button class="primary" ?disabled=${this.loading}>试看建议</button><span class="dim">不会立案</span></div>
      </form>
      ${this.trial ? suggestionView(this.trial) : nothing}
    </details>`;
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

  #choose(id: string): void {
    this.chosen = id;
    const address = new URLSearchParams(location.search);
    address.set("case", id);
    history.replaceState(null, "", `${location.pathname}?${address}`);
  }

  async #tried(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.trial = await this.during((signal) =>
      call<Suggestion>("", "/api/triage", { body: { title: form.get("title"), text: form.get("text") }, signal }),
    );
  }
}

customElements.define("zt-desk", DeskPage);
customElements.define("zt-department", class extends DeskPage {});
