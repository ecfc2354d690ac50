import { css, html, nothing, type TemplateResult } from "lit";
import type { StaffCase } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { confirmed } from "./shared/confirm";
import { today } from "./shared/days";

interface Phrase {
  id: string;
  title: string;
  text: string;
  kind: string;
  category: string | null;
  shared: boolean;
  own: boolean;
}

/** A phrase with the case's own words; what the case does not have stays a gap to be filled. */
export function filledPhrase(text: string, file: StaffCase): string {
  const values: Record<string, string | null | undefined> = {
    编号: file.number,
    标题: file.title,
    企业: file.contact?.enterprise,
    // A masked name is no salutation.
    联系人: file.contact?.name?.includes("*") ? null : file.contact?.name,
    承办单位: file.department?.name,
    类别: file.category?.label,
    期限: file.deadline?.due,
    今日: today(),
    经办人: file.assignee,
  };
  return text.replace(/\{([^{}]{1,20})\}/g, (whole, name: string) => (name in values ? values[name] || `【${name}】` : whole));
}

/** 常用语 and templates for a reply; fires `phrase` with the text to put in. */
class Phrases extends PageElement {
  static styles = [
    pageStyles,
    css`
      ul {
        list-style: none;
        padding: 0;
        max-height: 16rem;
        overflow-y: auto;
      }
      form {
        display: grid;
        gap: 0.4rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, file: { attribute: false }, text: { attribute: false }, list: { state: true }, adding: { state: true } };
  declare file: StaffCase;
  /** What is being written, to be kept as a phrase. */
  declare text: string;
  declare list: Phrase[] | null;
  declare adding: boolean;

  constructor() {
    super();
    this.text = "";
    this.list = null;
    this.adding = false;
  }

  render(): TemplateResult {
    return html`<details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && this.list === null && void this.#load()}>
      <summary>常用语和模板</summary>
      ${this.failureNotice()} ${this.loadingNotice()}
      ${this.list === null
        ? nothing
        : html`<ul>
              ${this.list.map(
                (one) => html`<li class="row nowrap">
                  <button class="link" title=${one.text} @click=${() => this.#use(one)}>${one.kind === "template" ? "模板：" : ""}${one.title}</button>
                  ${one.shared ? html`<span class="tag">共用</span>` : nothing}
                  ${one.own ? html`<button class="link" aria-label=${`删除 ${one.title}`} @click=${() => void this.#drop(one)}>删除</button>` : nothing}
                </li>`,
              )}
            </ul>
            ${this.list.length === 0 ? html`<p class="dim">还没有常用语。</p>` : nothing} ${this.#form()}`}
    </details>`;
  }

  #form(): TemplateResult {
    if (!this.adding) {
      return html`<button @click=${() => (this.adding = true)}>新增常用语</button>`;
    }
    return html`<form @submit=${(event: SubmitEvent) => void this.#add(event)}>
      <label for="title">名称</label><input id="title" name="title" maxlength="60" required />
      <label for="words">内容（可用 {编号}、{企业}、{承办单位}、{期限}、{今日} 等，使用时代入）</label>
      <textarea id="words" name="text" rows="4" maxlength="5000" required .value=${this.text.length <= 5000 ? this.text : ""}></textarea>
      <label><input type="checkbox" name="template" /> 作为本类别（${this.file.category?.label ?? "不限"}）的答复模板</label>
      <label><input type="checkbox" name="shared" /> 共用（承办人为本部门，督办为全体）</label>
      <div class="row"><button class="primary" ?disabled=${this.loading}>保存</button><button type="button" @click=${() => (this.adding = false)}>取消</button></div>
    </form>`;
  }

  #use(one: Phrase): void {
    this.dispatchEvent(new CustomEvent("phrase", { detail: filledPhrase(one.text, this.file) }));
  }

  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const template = form.has("template");
    const body = {
      title: form.get("title"),
      text: form.get("text"),
      kind: template ? "template" : "phrase",
      category: template ? (this.file.category?.code ?? null) : null,
      shared: form.has("shared"),
    };
    if (await this.during((signal) => call<Phrase>("", "/api/phrases", { body, signal }))) {
      this.adding = false;
      await this.#load();
    }
  }

  async #drop(one: Phrase): Promise<void> {
    if (await confirmed({ title: `删除“${one.title}”？`, lines: [one.text.slice(0, 80)], yes: "删除" })) {
      await this.during((signal) => call("", `/api/phrases/${one.id}`, { method: "DELETE", signal }));
      await this.#load();
    }
  }

  async #load(): Promise<void> {
    const category = this.file.category?.code;
    const found = await this.during((signal) => call<{ items: Phrase[] }>("", `/api/phrases${category ? `?category=${category}` : ""}`, { signal }));
    this.list = found?.items ?? this.list ?? [];
  }
}

customElements.define("zt-phrases", Phrases);
