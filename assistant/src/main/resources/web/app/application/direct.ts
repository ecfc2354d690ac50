import { css, html, nothing, type TemplateResult } from "lit";
import { boardStyles, table } from "../board/parts";
import { when } from "../desk-types";
import { PageElement } from "../page";
import { call } from "../shared/api";
import { confirmed } from "../shared/confirm";
import { limit } from "../shared/limit";

interface Listed {
  creditCode: string;
  name: string | null;
  applicationId: string | null;
  skip: string | null;
}

interface DirectList {
  listId: string | null;
  itemId: string;
  itemTitle: string;
  state: string;
  stateLabel: string;
  total: number;
  /** Those that meet the conditions, but had it already. */
  had: number | null;
  entries: Listed[];
  createdBy: string | null;
  createdAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
}

/** 免申即享: a list is tried, proposed, and confirmed by another person. */
class DirectLists extends PageElement {
  static styles = [
    boardStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        max-width: 40rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, items: { state: true }, lists: { state: true }, trial: { state: true }, open: { state: true }, done: { state: true }, refusing: { state: true } };
  /** Items that are given without a request. */
  declare items: { itemId: string; title: string }[] | null;
  declare lists: DirectList[];
  declare trial: DirectList | null;
  declare open: DirectList | null;
  declare done: string;
  declare refusing: boolean;

  constructor() {
    super();
    this.items = null;
    this.lists = [];
    this.trial = null;
    this.open = null;
    this.done = "";
    this.refusing = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing} ${this.#propose()} ${this.trial ? this.#trial(this.trial) : nothing}
      <section class="card" aria-labelledby="lists">
        <h2 id="lists">名单</h2>
        ${this.lists.length === 0
          ? html`<p class="dim">还没有名单。</p>`
          : table(
              "名单",
              ["事项", "企业", "状态", "提出", "复核"],
              this.lists.map((one) => [
                html`<button class="link" @click=${() => void this.#show(one)}>${one.itemTitle}</button>`,
                one.total,
                one.stateLabel,
                `${one.createdBy ?? ""} ${one.createdAt ? when(one.createdAt) : ""}`,
                one.decidedBy ? `${one.decidedBy} ${one.decidedAt ? when(one.decidedAt) : ""}${one.reason ? `：${one.reason}` : ""}` : "—",
              ]),
            )}
      </section>
      ${this.open ? this.#opened(this.open) : nothing}`;
  }

  #propose(): TemplateResult {
    return html`<form class="card" @submit=${(event: SubmitEvent) => void this.#try(event)}>
      <h2>提出名单</h2>
      <p class="dim">按今天的档案列出符合条件、还没有享受过的企业；先试算，再提出，由另一人复核后公示。</p>
      ${this.items !== null && this.items.length === 0
        ? html`<p>没有已发布的免申即享事项。</p>`
        : html`<label for="item">免申即享事项</label>
            <select id="item" name="itemId" required>${(this.items ?? []).map((one) => html`<option value=${one.itemId}>${one.title}</option>`)}</select>
            <div><button class="primary" ?disabled=${this.loading}>试算</button></div>`}
    </form>`;
  }

  #trial(trial: DirectList): TemplateResult {
    return html`<section class="card" aria-labelledby="trial">
      <h2 id="trial" tabindex="-1">试算：${trial.itemTitle}</h2>
      <p>将列入 <strong>${trial.total}</strong> 家${trial.had ? `，另有 ${trial.had} 家符合条件、已经享受过或在办` : ""}。还没有保存。</p>
      ${this.#entries(trial)}
      <div class="row"><button class="primary" ?disabled=${this.loading || trial.total === 0} @click=${() => void this.#keep(trial)}>提出名单，交另一人复核</button><button @click=${() => (this.trial = null)}>取消</button></div>
    </section>`;
  }

  #entries(list: DirectList): TemplateResult {
    const shown = list.entries.length;
    return html`${shown === 0 ? html`<p class="dim">没有企业。</p>` : table("企业", ["企业", "统一社会信用代码", "申报"], list.entries.map((one) => [one.name ?? "（已清除）", one.creditCode, one.skip ?? (one.applicationId ? html`<a href=${`/applications?id=${one.applicationId}`}>查看</a>` : "—")]))}
    ${shown < list.total ? html`<p class="dim">显示前 ${shown} 家，共 ${list.total} 家。</p>` : nothing}`;
  }

  #opened(list: DirectList): TemplateResult {
    return html`<section class="card" aria-labelledby="opened">
      <h2 id="opened" tabindex="-1">${list.itemTitle} <span class="tag">${list.stateLabel}</span></h2>
      ${this.#entries(list)}
      ${list.state === "proposed"
        ? html`<div class="row"><button class="primary" ?disabled=${this.loading} @click=${() => void this.#confirm(list)}>确认并公示</button><button ?disabled=${this.loading} @click=${() => (this.refusing = !this.refusing)}>退回</button></div>
            ${this.refusing
              ? html`<form @submit=${(event: SubmitEvent) => void this.#dismiss(event, list)}>
                  <label for="reason">退回的理由</label><textarea id="reason" name="reason" rows="3" required @input=${limit(500)}></textarea>
                  <div><button ?disabled=${this.loading}>确定退回</button></div>
                </form>`
              : nothing}`
        : nothing}
    </section>`;
  }

  async #try(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.done = "";
    const itemId = new FormData(event.target as HTMLFormElement).get("itemId");
    this.trial = await this.during((signal) => call<DirectList>("", "/api/applications/direct-lists", { body: { itemId, dryRun: true }, timeoutMillis: 120_000, signal }));
    await this.focusOn("#trial");
  }

  async #keep(trial: DirectList): Promise<void> {
    const kept = await this.during((signal) => call<DirectList>("", "/api/applications/direct-lists", { body: { itemId: trial.itemId }, timeoutMillis: 120_000, signal }));
    if (kept) {
      this.trial = null;
      this.done = `名单已提出（${kept.total} 家），等另一人复核。`;
      await this.#load();
    }
  }

  async #confirm(list: DirectList): Promise<void> {
    if (await confirmed({ title: "确认名单？", lines: [list.itemTitle, `${list.total} 家企业各成为一件公示中的申报。`], yes: "确认并公示" })) {
      await this.#decide(list, { decision: "confirm" }, "名单已确认，开始公示。");
    }
  }

  async #dismiss(event: SubmitEvent, list: DirectList): Promise<void> {
    event.preventDefault();
    await this.#decide(list, { decision: "dismiss", reason: new FormData(event.target as HTMLFormElement).get("reason") }, "名单已退回。");
  }

  async #decide(list: DirectList, body: object, done: string): Promise<void> {
    this.done = "";
    const after = await this.during((signal) => call<DirectList>("", `/api/applications/direct-lists/${list.listId}/confirmation`, { body, timeoutMillis: 120_000, signal }));
    if (after) {
      this.open = after;
      this.refusing = false;
      this.done = done;
      await this.#load();
    }
  }

  async #show(list: DirectList): Promise<void> {
    this.refusing = false;
    this.open = await this.during((signal) => call<DirectList>("", `/api/applications/direct-lists/${list.listId}`, { signal }), "show");
    await this.focusOn("#opened");
  }

  async #load(): Promise<void> {
    const found = await this.during(
      (signal) =>
        Promise.all([
          call<{ items: DirectList[] }>("", "/api/applications/direct-lists", { signal }),
          call<{ items: { itemId: string; title: string }[] }>("", `/api/items?mode=${encodeURIComponent("免申即享")}&pageSize=200`, { signal }),
        ]),
      "load",
    );
    if (found) {
      this.lists = found[0].items;
      this.items = found[1].items;
    }
  }
}

customElements.define("zt-direct-lists", DirectLists);
