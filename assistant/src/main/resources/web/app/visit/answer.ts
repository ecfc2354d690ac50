import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { questionFields } from "./question-fields";
import type { Question } from "./types";

interface Sheet {
  kindLabel: string;
  itemTitle: string | null;
  closesOn: string;
  answered: boolean;
  questions: Question[];
}

/** An enterprise answers by the link that it was sent. */
class VisitAnswer extends PageElement {
  static styles = [
    pageStyles,
    css`
      fieldset {
        border: 1px solid var(--zt-line);
        border-radius: 8px;
        margin: 0 0 0.8rem;
      }
      fieldset label {
        font-weight: normal;
        padding: 0.3rem 0;
      }
      input[type="radio"] {
        width: auto;
      }
    `,
  ];
  static properties = { ...PageElement.properties, sheet: { state: true } };
  declare sheet: Sheet | null;
  readonly #path = `/api/visit-links/${encodeURIComponent(new URLSearchParams(location.hash.slice(1)).get("t") ?? "")}`;

  constructor() {
    super();
    this.sheet = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.during((signal) => call<Sheet>("", this.#path, { signal })).then((sheet) => (this.sheet = sheet));
  }

  render(): TemplateResult {
    const { sheet } = this;
    return html`<h1>${sheet?.kindLabel ?? "回访"}</h1>
      ${this.failureNotice()} ${sheet ? nothing : this.loadingNotice()}
      ${sheet?.answered
        ? html`<p class="notice" role="status">已收到您的回答，谢谢。</p>`
        : sheet
          ? html`<p>${sheet.itemTitle ? html`关于“${sheet.itemTitle}”，` : nothing}请在 ${sheet.closesOn} 前回答，约需一分钟。回答只用于改进政策服务。</p>
              <form class="card" @submit=${(event: SubmitEvent) => void this.#answer(event)}>
                ${questionFields(sheet.questions)}
                <div><label for="comment">还想说什么（选填，请勿写个人信息）</label><textarea id="comment" name="comment" rows="3" maxlength="2000"></textarea></div>
                <p><button class="primary" ?disabled=${this.loading}>提交</button></p>
              </form>`
          : nothing}`;
  }

  async #answer(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { comment, ...answers } = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    this.sheet = (await this.during((signal) => call<Sheet>("", this.#path, { body: { answers, comment: comment.trim() || null }, signal }))) ?? this.sheet;
  }
}

customElements.define("zt-visit-answer", VisitAnswer);
