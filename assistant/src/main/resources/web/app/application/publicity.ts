import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { discard } from "../shared/autosave";
import { autosave } from "../shared/autosave-element";
import { limit } from "../shared/limit";
import { pager, place } from "../shared/pager";
import { amountWords } from "./types";

interface PublicRow {
  applicationId: string;
  number: string;
  itemId: string;
  itemTitle: string;
  enterpriseName: string | null;
  department: string | null;
  appliedYuan: number | null;
  until: string;
}

interface PublicPage {
  items: PublicRow[];
  total: number;
  page: number;
  pageSize: number;
}

/** 公示: who is about to get what, and how anybody objects. */
class PublicityPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        max-width: 40rem;
        margin: 0.5rem 0;
      }
      ul.list {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      ul.list > li {
        border-bottom: 1px solid var(--zt-line);
        padding: 0.6rem 0;
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true }, open: { state: true }, done: { state: true }, page: { state: true } };
  declare found: PublicPage | null;
  /** Id of the application that is objected to. */
  declare open: string;
  declare done: string;
  declare page: number;

  constructor() {
    super();
    this.found = null;
    this.open = "";
    this.done = "";
    this.page = 1;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    const { found } = this;
    return html`<h1>申报公示</h1>
      <p>公示期内，任何人都可以对拟支持的企业提出异议，不用登录。办理部门核实后才会批准。</p>
      ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing} ${this.failureNotice()} ${found ? this.#list(found) : this.loadingNotice()}`;
  }

  #list(found: PublicPage): TemplateResult {
    return html`<section class="card" aria-labelledby="list">
      <h2 id="list">正在公示（${found.total}）</h2>
      ${found.total === 0 ? html`<p>现在没有正在公示的申报。已批准的见“兑付公开”。</p>` : html`<ul class="list">${found.items.map((one) => this.#row(one))}</ul>`}
      ${pager(found, (by) => this.#turn(by), place(found))}
    </section>`;
  }

  #row(one: PublicRow): TemplateResult {
    const open = this.open === one.applicationId;
    return html`<li>
      <strong>${one.enterpriseName ?? "—"}</strong> <a href=${`/items/${one.itemId}`}>${one.itemTitle}</a>
      <div class="dim">${[amountWords(one.appliedYuan), one.department, `公示至 ${one.until}`, one.number].filter(Boolean).join("，")}</div>
      <button class="link" aria-expanded=${open} @click=${() => void this.#toggle(one)}>${open ? "收起" : "提出异议"}</button>
      ${open
        ? keyed(
            one.applicationId,
            html`<form @submit=${(event: SubmitEvent) => void this.#object(event, one)}>
              ${autosave(one.applicationId, "object")}
              <label for="text">异议内容</label><textarea id="text" name="text" rows="4" required @input=${limit(2000)}></textarea>
              <label for="contact">联系方式（便于核实，不公开）</label><input id="contact" name="contact" required maxlength="200" autocomplete="off" />
              <div><button class="primary" ?disabled=${this.loading}>提交异议</button></div>
            </form>`,
          )
        : nothing}
    </li>`;
  }

  async #toggle(one: PublicRow): Promise<void> {
    this.open = this.open === one.applicationId ? "" : one.applicationId;
    await this.focusOn("#text");
  }

  async #object(event: SubmitEvent, one: PublicRow): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = { type: "object", text: String(form.get("text")).trim(), contact: String(form.get("contact")).trim() };
    const sent = await this.during((signal) => call<{ message?: string }>("", `/api/applications/${one.applicationId}/events`, { body, signal }));
    if (sent) {
      discard(one.applicationId, "object");
      this.open = "";
      this.done = sent.message ?? "异议已收到，办理部门处理后才会批准。";
    }
  }

  #turn(by: number): void {
    this.page += by;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.found = (await this.during((signal) => call<PublicPage>("", `/api/applications/publicity?page=${this.page}`, { signal }), "list")) ?? this.found;
  }
}

customElements.define("zt-publicity", PublicityPage);
