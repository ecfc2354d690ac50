import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import type { Page } from "./shared/types";

interface Attachment {
  policyId: string;
  label: string;
  title: string;
  url: string;
}

interface Linked {
  policyId: string;
  title: string;
  attachments: Attachment[];
  attachedTo: Attachment | null;
}

interface Found {
  policyId: string;
  title: string;
  documentNumber: string | null;
}

/** Attachments of a policy, and making a text the attachment of one. */
class PublishAttachments extends PageElement {
  static styles = pageStyles;
  static properties = { ...PageElement.properties, policyId: {}, policy: { state: true }, found: { state: true } };
  declare policyId: string;
  declare policy: Linked | null;
  declare found: Found[] | null;

  constructor() {
    super();
    this.policyId = "";
    this.policy = null;
    this.found = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    const policy = this.policy;
    if (!policy) {
      return html`${this.failureNotice()}${this.loadingNotice()}`;
    }
    return html`<h3>附件</h3>
      ${this.failureNotice()}
      ${policy.attachments.length > 0
        ? html`<ul>${policy.attachments.map(
            (one) => html`<li>${one.label}：<a href=${one.url}>${one.title}</a>
              <button type="button" class="link" aria-label=${`解除附件：${one.title}`} @click=${() => void this.#unlink(policy.policyId, one.policyId)}>解除</button></li>`,
          )}</ul>`
        : nothing}
      ${policy.attachedTo
        ? html`<p>这份文件是 <a href=${policy.attachedTo.url}>${policy.attachedTo.title}</a> 的${policy.attachedTo.label}。
            <button type="button" class="link" @click=${() => void this.#unlink(policy.attachedTo!.policyId, policy.policyId)}>解除附件关系</button></p>`
        : policy.attachments.length === 0
          ? this.#search()
          : nothing}`;
  }

  #search(): TemplateResult {
    return html`<form class="row" @submit=${this.#find}>
        <input name="parent" aria-label="它是哪份文件的附件" placeholder="如是附件，查找正文的标题或文号" required />
        <button ?disabled=${this.loading}>查找正文</button>
      </form>
      ${this.found?.length === 0 ? html`<p role="status">没有找到，请换个词。</p>` : nothing}
      ${this.found && this.found.length > 0
        ? html`<form class="row" @submit=${this.#link}>
            <label>正文 <select name="to" required>${this.found.map((one) => html`<option value=${one.policyId}>${one.title} ${one.documentNumber ?? ""}</option>`)}</select></label>
            <label>附件编号 <input name="label" value="附件1" maxlength="30" required /></label>
            <button class="primary" ?disabled=${this.loading}>归为附件</button>
          </form>`
        : nothing}`;
  }

  async #load(): Promise<void> {
    this.policy = await this.during((signal) => call<Linked>("", `/api/policies/${this.policyId}`, { signal }));
  }

  async #find(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const q = String(new FormData(event.target as HTMLFormElement).get("parent") ?? "").trim();
    const found = await this.during((signal) => call<Page<Found>>("", `/api/policies?${new URLSearchParams({ q, pageSize: "10" })}`, { signal }));
    this.found = found ? found.items.filter((one) => one.policyId !== this.policyId) : this.found;
  }

  async #link(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    await this.#change(`/api/policies/${String(form.get("to"))}/attachments/${this.policyId}`, { method: "PUT", body: { label: form.get("label") } });
  }

  #unlink(parent: string, attachment: string): Promise<void> {
    return this.#change(`/api/policies/${parent}/attachments/${attachment}`, { method: "DELETE" });
  }

  async #change(path: string, options: { method: string; body?: unknown }): Promise<void> {
    if (await this.during((signal) => call<Attachment[]>("", path, { ...options, signal }))) {
      this.found = null;
      await this.#load();
      this.dispatchEvent(new CustomEvent("published", { bubbles: true, composed: true }));
    }
  }
}

customElements.define("zt-publish-attachments", PublishAttachments);
