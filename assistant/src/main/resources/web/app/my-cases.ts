import { html, type TemplateResult } from "lit";
import { titleOf } from "./desk-types";
import { PageElement } from "./page";
import { call } from "./shared/api";
import { pager, place } from "./shared/pager";
import { LIGHTS, type Page } from "./shared/types";

interface Mine {
  trackingCode: string;
  appeal: { number: string; title: string; text: string; stateLabel: string; askedAt: string; reply: string | null; deadline: { due: string; light: string } | null };
}

/** The cases of an enterprise's account; fires `chosen` with number and code. */
class MyCases extends PageElement {
  static properties = { ...PageElement.properties, found: { state: true }, page: { state: true } };
  declare found: Page<Mine> | null;
  declare page: number;

  constructor() {
    super();
    this.found = null;
    this.page = 1;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="mine">
      <h2 id="mine">本账号的来件</h2>
      ${this.failureNotice()} ${this.found ? this.#table(this.found) : this.loadingNotice()}
    </section>`;
  }

  #table(found: Page<Mine>): TemplateResult {
    if (found.total === 0) {
      return html`<p>还没有来件。登录后提交的来件会列在这里；此前提交的，可凭编号和查询码查到后归入本账号。</p>`;
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label="来件列表">
        <table>
          <thead><tr><th scope="col">来件</th><th scope="col">状态</th><th scope="col">答复期限</th><th scope="col">提交</th></tr></thead>
          <tbody>${found.items.map((one) => this.#row(one))}</tbody>
        </table>
      </div>
      ${pager(found, (by) => this.#turn(by), place(found))}`;
  }

  #row({ trackingCode, appeal: one }: Mine): TemplateResult {
    return html`<tr>
      <th scope="row">
        <button class="link" @click=${() => this.dispatchEvent(new CustomEvent("chosen", { detail: { number: one.number, code: trackingCode, title: one.title } }))}>
          ${titleOf(one)}
        </button>
        <span class="dim">${one.number}</span>
      </th>
      <td>${one.stateLabel}</td>
      <td>${one.deadline && one.reply === null ? html`${one.deadline.due} <span class="light ${one.deadline.light}">${LIGHTS[one.deadline.light] ?? ""}</span>` : "—"}</td>
      <td class="day">${one.askedAt.slice(0, 10)}</td>
    </tr>`;
  }

  #turn(by: number): void {
    this.page += by;
    void this.reload();
  }

  async reload(): Promise<void> {
    const found = await this.during((signal) => call<Page<Mine>>("", `/api/cases/mine?page=${this.page}`, { signal }));
    this.found = found ?? this.found;
  }
}

customElements.define("zt-my-cases", MyCases);
