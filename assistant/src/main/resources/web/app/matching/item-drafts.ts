import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import type { Page } from "../shared/types";
import { strengthTag, treeStyles, treeView } from "./tree-view";
import { leavesOf, type ItemBody, type ItemContent } from "./types";

interface PolicyRow {
  policyId: string;
  title: string;
  documentNumber: string | null;
}

/** Items found in a policy; each becomes a draft that a person goes through. */
class ItemDrafts extends PageElement {
  static styles = [pageStyles, treeStyles];
  static properties = { ...PageElement.properties, policies: { state: true }, items: { state: true }, policy: { state: true } };
  declare policies: PolicyRow[];
  declare items: ItemContent[] | null;
  declare policy: string;

  constructor() {
    super();
    this.policies = [];
    this.items = null;
    this.policy = new URLSearchParams(location.search).get("policy") ?? "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    if (this.policy) {
      void this.#extract(this.policy);
    }
    void this.#find("");
  }

  render(): TemplateResult {
    return html`
      <form class="card row nowrap" role="search" @submit=${this.#search}>
        <input name="q" aria-label="查找政策" placeholder="文号、标题或内容" /><button>查找政策</button>
      </form>
      ${this.failureNotice()} ${this.loadingNotice()}
      ${this.items === null
        ? html`<ul class="card">${this.policies.map(
            (one) => html`<li><button class="link" @click=${() => void this.#extract(one.policyId)}>${one.title}</button> <span class="dim">${one.documentNumber}</span></li>`,
          )}</ul>`
        : this.items.length === 0
          ? html`<p class="card">这份文件里没有找到可以申报的事项。<button class="link" @click=${() => (this.items = null)}>换一份</button></p>`
          : this.items.map((item) => this.#item(item))}
    `;
  }

  #item(item: ItemContent): TemplateResult {
    return html`<section class="card">
      <h2>${item.title}</h2>
      <p class="dim">${[item.mode, item.amount, item.department].filter(Boolean).join(" · ")}</p>
      ${item.doubts.length > 0 ? html`<p class="notice">先看：${item.doubts.join("；")}</p>` : nothing}
      ${treeView(item.conditions, (leaf) => html`${leaf.quote || "（发文机关所在地）"} ${strengthTag(leaf)}`)}
      <button class="primary" ?disabled=${this.loading || leavesOf(item.conditions).length === 0} @click=${() => void this.#draft(item)}>建为草稿并逐条确认</button>
    </section>`;
  }

  #search(event: SubmitEvent): void {
    event.preventDefault();
    this.items = null;
    void this.#find(String(new FormData(event.target as HTMLFormElement).get("q") ?? ""));
  }

  async #find(words: string): Promise<void> {
    const query = new URLSearchParams({ pageSize: "30", ...(words ? { q: words } : {}) });
    const page = await this.during((signal) => call<Page<PolicyRow>>("", `/api/policies?${query}`, { signal }), "policies");
    this.policies = page?.items ?? this.policies;
  }

  async #extract(policyId: string): Promise<void> {
    const found = await this.during((signal) => call<{ items: ItemContent[] }>("", "/api/items/extraction", { body: { policyId }, signal }));
    this.items = found?.items ?? this.items;
  }

  async #draft(item: ItemContent): Promise<void> {
    const body = await this.during((signal) => call<ItemBody>("", "/api/items", { body: item, signal }));
    if (body) {
      location.href = `/items/${body.itemId}/edit`;
    }
  }
}

customElements.define("zt-item-drafts", ItemDrafts);
