import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { currentSession } from "../session";
import { call } from "../shared/api";
import "../application/rule";
import "../push/push-item";
import { strengthTag, treeStyles, treeView } from "./tree-view";
import { STATES, windowWords, type ItemBody } from "./types";

/** One item in plain words; on paper it is the 明白卡. */
class ItemPage extends PageElement {
  static styles = [
    pageStyles,
    treeStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: 6em 1fr;
        gap: 0.4rem 1rem;
      }
      dt {
        color: var(--zt-dim);
      }
      dd {
        margin: 0;
      }
      .row {
        margin-bottom: 0.8rem;
      }
      .amount {
        font-size: 1.15em;
        font-weight: 600;
      }
      @media print {
        .card {
          border: 0;
          padding: 0;
        }
        blockquote {
          font-size: 0.85em;
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, body: { state: true }, tags: { state: true }, staff: { state: true }, sees: { state: true } };
  declare body: ItemBody | null;
  /** Tags of enterprises that the conditions name. */
  declare tags: { tagId: string; name: string }[];
  declare staff: boolean;
  /** Whether the reader sees pushes. */
  declare sees: boolean;

  constructor() {
    super();
    this.body = null;
    this.tags = [];
    this.staff = false;
    this.sees = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => {
      this.staff = who.roles.includes("publisher") || who.roles.includes("administrator");
      this.sees = this.staff || who.roles.includes("supervisor");
    });
    this.#opened();
    void this.#load();
  }

  render(): TemplateResult {
    if (!this.body) {
      return html`${this.failureNotice()} ${this.loadingNotice()}<p><a href="/items">返回事项库</a></p>`;
    }
    const { item, words, policy, state } = this.body;
    return html`
      <p class="noprint"><a href="/items">事项库</a></p>
      <h1>${item.title}</h1>
      <p>
        ${item.mode ? html`<span class="tag">${item.mode}</span>` : nothing}${item.kind ? html`<span class="tag">${item.kind}</span>` : nothing}
        ${state === "published" ? nothing : html`<span class="tag warn">${STATES[state]}</span>`}
      </p>
      <div class="row noprint">
        <button @click=${() => print()}>打印明白卡</button>
        <a class="button" href=${`/enterprise?item=${this.body.itemId}`}>看本企业是否符合</a>
        ${state === "published" && item.mode !== "免申即享" ? html`<a class="button primary" href=${`/enterprise?apply=${this.body.itemId}`}>去申报</a>` : nothing}
        ${this.staff ? html`<a class="button" href=${`/items/${this.body.itemId}/edit`}>编辑</a>` : nothing}
      </div>
      <section class="card">
        <dl>
          ${item.amount ? html`<dt>能得到什么</dt><dd class="amount">${item.amount}</dd>` : nothing}
          ${item.object ? html`<dt>面向谁</dt><dd>${item.object}</dd>` : nothing}
          ${this.tags.length > 0 ? html`<dt>企业标签</dt><dd>${this.tags.map((tag) => html`<span class="tag">${tag.name}</span>`)}</dd>` : nothing}
          <dt>什么时候</dt><dd>${windowWords(item.window)}${item.window?.from ? html` <span class="dim">（${item.window.from} 至 ${item.window.to ?? "不限"}）</span>` : nothing}</dd>
          ${item.department ? html`<dt>找哪个部门</dt><dd>${item.department}</dd>` : nothing}
          <dt>怎么办</dt><dd>${this.#how(item.mode)}</dd>
          ${item.policyId ? html`<dt>依据</dt><dd>${this.#source()}</dd>` : nothing}
          ${policy.endsOn ? html`<dt>有效期</dt><dd>自 ${policy.endsOn} 起不再受理</dd>` : nothing}
        </dl>
      </section>
      <section class="card" aria-labelledby="conditions">
        <h2 id="conditions">申报条件</h2>
        ${treeView(item.conditions, (leaf, index) => html`${words[index]} ${strengthTag(leaf)}${leaf.quote ? html`<blockquote>原文：${leaf.quote}</blockquote>` : html`<blockquote>原文没有写明地点，按发文机关所在地</blockquote>`}`)}
      </section>
      ${this.#tiers()}
      ${item.materials.length > 0
        ? html`<section class="card" aria-labelledby="materials"><h2 id="materials">准备哪些材料</h2><ol>${item.materials.map((one) => html`<li>${one}</li>`)}</ol></section>`
        : nothing}
      ${item.exclusions.length > 0
        ? html`<section class="card" aria-labelledby="exclusions"><h2 id="exclusions">不能同时享受</h2>
            <ul>${item.exclusions.map((one) => html`<li><span class="tag">${one.kind}</span>${one.quote}</li>`)}</ul></section>`
        : nothing}
      ${this.staff && state === "published" ? html`<zt-application-rule .item=${this.body.itemId}></zt-application-rule>` : nothing}
      ${this.sees && state === "published" ? html`<zt-push-item .item=${this.body.itemId} .may=${this.staff}></zt-push-item>` : nothing}
    `;
  }

  #how(mode: string | null): string {
    return mode === "免申即享"
      ? "不用申请，部门核对数据后直接兑现。"
      : mode === "易申快享"
        ? "只需确认或提交少量材料。"
        : "按要求提交材料申请。";
  }

  #source(): TemplateResult {
    const { item, policy } = this.body!;
    const span = item.start === null || item.end === null ? "" : `?start=${item.start}&end=${item.end}`;
    return html`<a href=${`/policies/${item.policyId}${span}`}>${policy.title ?? "政策原文"}</a> ${item.clause ?? ""}`;
  }

  #tiers(): TemplateResult | typeof nothing {
    const tiers = this.body!.item.tiers;
    return tiers.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="tiers">
          <h2 id="tiers">分档标准</h2>
          <table>
            <thead><tr><th scope="col">情形</th><th scope="col">标准</th></tr></thead>
            <tbody>${tiers.map((tier) => html`<tr><td>${this.#tierWords(tier.conditions)}</td><td>${tier.amount}</td></tr>`)}</tbody>
          </table>
        </section>`;
  }

  #tierWords(node: ItemBody["item"]["conditions"]): string {
    return node.type === "leaf" ? node.quote || (node.what ?? "") : node.children.map((one) => this.#tierWords(one)).join("；");
  }

  /** A link in a message brings the reader: its message counts as read. */
  #opened(): void {
    const token = new URLSearchParams(location.hash.slice(1)).get("p");
    if (token) {
      void call("", `/api/push-links/${encodeURIComponent(token)}/opening`, { method: "POST" }).catch(() => undefined);
      history.replaceState(null, "", location.pathname + location.search);
    }
  }

  async #load(): Promise<void> {
    const id = encodeURIComponent(location.pathname.split("/").filter(Boolean).pop() ?? "");
    this.body = (await this.during((signal) => call<ItemBody>("", `/api/items/${id}`, { signal }))) ?? this.body;
    if (this.body) {
      document.title = `${this.body.item.title} - 直通`;
      if (this.body.state === "published") {
        this.tags = (await this.during((signal) => call<{ tagId: string; name: string }[]>("", `/api/items/${id}/tags`, { signal }), "tags")) ?? this.tags;
      }
    }
  }
}

customElements.define("zt-item", ItemPage);
