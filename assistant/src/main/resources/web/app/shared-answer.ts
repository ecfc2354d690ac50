import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { STATUS_LABELS, type Citation } from "./shared/types";

interface SharedAnswer {
  outcome: string;
  mode: string | null;
  text: string;
  citations: Citation[];
  answeredOn: string;
}

/** An answer that somebody sent the link of: what was said and shown, never what was asked. */
class SharedAnswerPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .said,
      blockquote {
        white-space: pre-line;
      }
      blockquote {
        margin: 0.3rem 0 0.8rem;
        padding-left: 0.8rem;
        border-left: 3px solid var(--zt-line);
      }
    `,
  ];
  static properties = { ...PageElement.properties, answer: { state: true } };
  declare answer: SharedAnswer | null;

  constructor() {
    super();
    this.answer = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const id = location.pathname.split("/").pop() ?? "";
    void this.during((signal) => call<SharedAnswer>("", `/api/questions/${encodeURIComponent(id)}`, { signal })).then((answer) => (this.answer = answer));
  }

  render(): TemplateResult {
    const answer = this.answer;
    return html`<h1>政策回答</h1>
      ${this.failureNotice()} ${this.loadingNotice()}
      ${answer
        ? html`<p class="dim">回答于 ${answer.answeredOn}。${answer.mode === "generated" ? "本内容由人工智能（语言模型）生成，已逐句核对引文。" : "内容直接摘自政策原文。"}分享的链接不含提问。</p>
            <article class="card"><p class="said">${answer.text}</p></article>
            <h2>条款原文</h2>
            <ol>
              ${answer.citations.map(
                (one) => html`<li value=${one.marker}>
                  <a href=${one.url}>${one.title}</a> ${one.documentNumber ?? ""} ${one.clause ? html`<span class="tag">${one.clause}</span>` : nothing}
                  ${one.status === "in_force" ? nothing : html`<span class="tag warn">${STATUS_LABELS[one.status] ?? one.status}</span>`}
                  <blockquote>${one.quote}</blockquote>
                </li>`,
              )}
            </ol>
            <p class="noprint"><button @click=${() => print()}>打印</button> <a href="/">去提问</a></p>`
        : nothing}`;
  }
}

customElements.define("zt-answer", SharedAnswerPage);
