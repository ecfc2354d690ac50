import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "./reliance";
import { PageElement, pageStyles } from "./page";
import { METADATA, changed, metadataInput, type Metadata } from "./policy-fields";
import { call } from "./shared/api";
import { discard } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import { keepTable } from "./shared/keep-table";
import "./publish-attachments";
import { pager, place } from "./shared/pager";
import { KIND_LABELS, STATUS_LABELS, type Page } from "./shared/types";

interface Clocked {
  policyId: string;
  title: string;
  documentNumber: string | null;
  url: string;
  issuedOn: string | null;
  dueOn: string | null;
  publishedOn: string | null;
  workingDays: number | null;
  state: string;
  interpreted: boolean;
  guided: boolean;
}

interface Item {
  policyId: string;
  title: string;
  documentNumber: string | null;
  kind: string;
  status: string;
  statusLabel: string;
  url: string;
}

interface Policy {
  policyId: string;
  title: string;
  metadata: Metadata;
}

const STATES: Record<string, [string, string]> = {
  on_time: ["green", "按时公开"],
  late: ["red", "超过时限"],
  unknown: ["none", ""],
};

/** What is published: the clock of each policy, correction, links, withdrawal. */
class PublishList extends PageElement {
  static styles = [
    pageStyles,
    css`
      form.fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
        gap: 0.6rem;
      }
      form[role="search"] {
        margin-bottom: 0.8rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .date {
        white-space: nowrap;
      }
      .tall {
        max-height: 32rem;
        overflow-y: auto;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    clocks: { state: true },
    found: { state: true },
    editing: { state: true },
    withdrawing: { state: true },
    done: { state: true },
  };
  declare clocks: Clocked[] | null;
  declare found: Page<Item> | null;
  declare editing: Policy | null;
  declare withdrawing: Item | null;
  declare done: string;
  #filter: Record<string, string> = {};
  #page = 1;

  constructor() {
    super();
    this.clocks = null;
    this.found = null;
    this.editing = null;
    this.withdrawing = null;
    this.done = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  render(): TemplateResult {
    return html`
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.#library()} ${this.editing ? keyed(this.editing.policyId, this.#edit(this.editing)) : nothing}
      ${this.withdrawing ? keyed(this.withdrawing.policyId, this.#withdraw(this.withdrawing)) : nothing}
      ${this.#clockTable()}
    `;
  }

  #library(): TemplateResult {
    return html`<section class="card" aria-labelledby="out">
      <h2 id="out">已发布的文件</h2>
      <form class="row nowrap" role="search" @submit=${this.#search}>
        <input name="q" aria-label="查找已发布的文件" placeholder="文号、标题或内容" />
        <select name="kind" aria-label="列表类别">
          <option value="">全部种类</option>
          ${Object.entries(KIND_LABELS).map(([code, label]) => html`<option value=${code}>${label}</option>`)}
        </select>
        <select name="status" aria-label="列表状态">
          <option value="">全部效力</option>
          ${Object.entries(STATUS_LABELS).map(([code, label]) => html`<option value=${code}>${label}</option>`)}
        </select>
        <button>查找</button>
      </form>
      ${!this.found
        ? this.loadingNotice()
        : this.found.total === 0
          ? html`<p>没有符合条件的文件。</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="文件列表">
              <table>
                <thead><tr><th scope="col">文件</th><th scope="col">种类</th><th scope="col">效力</th><th scope="col" class="noprint">操作</th></tr></thead>
                <tbody>${this.found.items.map((item) => this.#item(item))}</tbody>
              </table>
            </div>
            <p class="dim">共 ${this.found.total} 份，附件列在正文名下。</p>
            ${pager(this.found, (by) => void this.#turn(by), place(this.found))}`}
    </section>`;
  }

  #item(item: Item): TemplateResult {
    return html`<tr>
      <th scope="row"><a href=${item.url}>${item.title}</a> <span class="dim">${item.documentNumber ?? ""}</span></th>
      <td>${KIND_LABELS[item.kind] ?? item.kind}</td>
      <td>${item.statusLabel}</td>
      <td class="noprint">
        <div class="row nowrap">
          <button class="link" aria-label=${`改正和关联：${item.title}`} @click=${() => void this.#open(item)}>改正和关联</button>
          <button class="link" aria-label=${`撤回：${item.title}`} @click=${() => this.#ask(item)}>撤回</button>
        </div>
      </td>
    </tr>`;
  }

  #edit(policy: Policy): TemplateResult {
    return html`<section class="card" aria-labelledby="edit">
      <h2 id="edit">改正：${policy.title}</h2>
      <p class="dim">正文不变。解读和指南在“所解读或配套的政策”中填写政策的标题或文号，即与该政策互相关联。清空一项表示没有。</p>
      <form class="fields" @submit=${this.#save}>
        ${autosave(policy.policyId, "metadata")}
        ${METADATA.map((field) => html`<div><label for=${`f-${field.name}`}>${field.label}</label>${metadataInput(field, policy.metadata)}</div>`)}
        <div class="row wide">
          <button class="primary" ?disabled=${this.loading}>保存改正</button>
          <button type="button" @click=${() => this.#cancel("metadata")}>取消</button>
        </div>
      </form>
      <zt-publish-attachments .policyId=${policy.policyId} @published=${() => void this.reload()}></zt-publish-attachments>
    </section>`;
  }

  #withdraw(item: Item): TemplateResult {
    return html`<section class="card" aria-labelledby="withdraw">
      <h2 id="withdraw">撤回：${item.title}</h2>
      <form @submit=${this.#gone}>
        ${autosave(item.policyId, "withdrawal")}
        <p>撤回后不再出现在回答、检索和列表中；被它废止的文件恢复效力。</p>
        <zt-reliance .policyId=${item.policyId}></zt-reliance>
        <label for="reason">撤回原因</label><input id="reason" name="reason" required maxlength="500" />
        <p class="row">
          <button class="primary" ?disabled=${this.loading}>确定撤回</button>
          <button type="button" @click=${() => this.#cancel("withdrawal")}>取消</button>
        </p>
      </form>
    </section>`;
  }

  #clockTable(): TemplateResult | typeof nothing {
    if (!this.clocks || this.clocks.length === 0) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="clock">
      <h2 id="clock">公开时限（成文后 5 个工作日）</h2>
      <div class="scroll tall" tabindex="0" role="region" aria-label="各政策的公开时限">
        <table>
          <thead>
            <tr><th scope="col">政策</th><th scope="col">成文</th><th scope="col">应于</th><th scope="col">发布</th><th scope="col">用时</th><th scope="col">解读</th><th scope="col">指南</th></tr>
          </thead>
          <tbody>
            ${this.clocks.map((one) => {
              const [light, label] = STATES[one.state] ?? STATES.unknown;
              return html`<tr>
                <th scope="row"><a href=${one.url}>${one.title}</a></th>
                <td class="date">${one.issuedOn ?? "未注明"}</td>
                <td class="date">${one.dueOn ?? "—"}</td>
                <td class="date">${one.publishedOn ?? "未注明"}</td>
                <td>${one.workingDays === null ? "—" : `${one.workingDays} 个工作日`} <span class="light ${light}">${label}</span></td>
                <td>${one.interpreted ? "已关联" : html`<span class="dim">没有</span>`}</td>
                <td>${one.guided ? "已关联" : html`<span class="dim">没有</span>`}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${keepTable("公开时限")}
    </section>`;
  }

  async reload(): Promise<void> {
    void this.during((signal) => call<Page<Clocked>>("", "/api/policies/publishing-clock?limit=50", { signal }), "clock").then(
      (list) => (this.clocks = list?.items ?? this.clocks),
    );
    const query = new URLSearchParams({ ...this.#filter, page: String(this.#page), pageSize: "20" });
    const found = await this.during((signal) => call<Page<Item>>("", `/api/policies?${query}`, { signal }));
    this.found = found ?? this.found;
  }

  #search(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#filter = Object.fromEntries(["q", "kind", "status"].map((name) => [name, String(form.get(name) ?? "").trim()]).filter(([, value]) => value !== ""));
    this.#page = 1;
    void this.reload();
  }

  async #turn(by: number): Promise<void> {
    this.#page += by;
    await this.reload();
  }

  /** What was typed is given up by this press alone. */
  #cancel(form: "metadata" | "withdrawal"): void {
    discard((form === "metadata" ? this.editing : this.withdrawing)!.policyId, form);
    this.editing = null;
    this.withdrawing = null;
  }

  async #open(item: Item): Promise<void> {
    this.done = "";
    this.withdrawing = null;
    this.editing = await this.during((signal) => call<Policy>("", `/api/policies/${item.policyId}`, { signal }), "open");
    await this.focusOn("#f-title");
  }

  async #ask(item: Item): Promise<void> {
    this.done = "";
    this.editing = null;
    this.withdrawing = item;
    await this.focusOn("#reason");
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const policy = this.editing!;
    const changes = changed(event.target as HTMLFormElement, policy.metadata);
    if (Object.keys(changes).length === 0) {
      discard(policy.policyId, "metadata");
      this.editing = null;
      this.done = "没有改动。";
      return;
    }
    const saved = await this.during((signal) =>
      call("", `/api/policies/${policy.policyId}/metadata`, { method: "PATCH", body: changes, signal }),
    );
    if (saved) {
      discard(policy.policyId, "metadata");
      this.editing = null;
      this.done = `已改正：${policy.title}。`;
      await this.reload();
    }
  }

  async #gone(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const item = this.withdrawing!;
    const reason = new FormData(event.target as HTMLFormElement).get("reason");
    const gone = await this.during((signal) => call("", `/api/policies/${item.policyId}/withdrawal`, { body: { reason }, signal }));
    if (gone) {
      discard(item.policyId, "withdrawal");
      this.withdrawing = null;
      this.done = `已撤回：${item.title}。`;
      await this.reload();
    }
  }
}

customElements.define("zt-publish-list", PublishList);
