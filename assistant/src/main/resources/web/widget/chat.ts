import { LitElement, html, nothing, type TemplateResult } from "lit";
import { isAbort } from "../app/shared/api";
import { postForEvents, type ServerEvent } from "../app/shared/sse";
import { controls, tokens } from "../app/shared/styles";
import { STATUS_LABELS, type Answer, type Citation, type Sentence } from "../app/shared/types";
import { clear, load, newTurn, save, type Conversation, type Turn } from "./conversation";
import { chatStyles } from "./chat-styles";
import "./file-appeal";

const STAGES: Record<string, string> = {
  screen: "正在理解问题…",
  rewrite: "正在结合上文…",
  retrieve: "正在检索政策…",
  compose: "正在组织回答…",
  verify: "正在逐句核对引文…",
  record: "正在完成…",
};

/**
 * Questions and cited answers. Attributes: `base` (address of the service, empty for the same site),
 * `region` (GB/T 2260 code), `heading`, `suggestions` (questions separated by |).
 */
export class ZhitongChat extends LitElement {
  static styles = [tokens, controls, chatStyles];
  static properties = {
    base: { type: String },
    region: { type: String },
    heading: { type: String },
    suggestions: { type: String },
    conversation: { state: true },
    stage: { state: true },
    busy: { state: true },
    filing: { state: true },
  };

  declare base: string;
  declare region: string;
  declare heading: string;
  declare suggestions: string;
  declare conversation: Conversation;
  declare stage: string;
  declare busy: boolean;
  declare filing: number | null;
  #running: AbortController | null = null;

  constructor() {
    super();
    this.base = "";
    this.region = "";
    this.heading = "政企直通 · 政策问答";
    this.suggestions = "";
    this.conversation = { conversationId: null, turns: [] };
    this.stage = "";
    this.busy = false;
    this.filing = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.conversation = load(this.base);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  render(): TemplateResult {
    const turns = this.conversation.turns;
    return html`
      <section class="window" aria-label=${this.heading}>
        <header>
          <strong>${this.heading}</strong>
          <button class="link" @click=${this.#restart} ?hidden=${turns.length === 0}>新对话</button>
        </header>
        <div class="turns" role="log" aria-live="polite" aria-label="对话内容" tabindex="0">
          ${turns.length === 0 ? this.#welcome() : turns.map((turn, index) => this.#turn(turn, index))}
        </div>
        <form @submit=${this.#submit}>
          <label class="visually-hidden" for="question">您的问题</label>
          <textarea
            id="question"
            rows="2"
            maxlength="1000"
            placeholder="请输入您的问题，例如：招用高校毕业生有什么补贴？"
            @keydown=${this.#keydown}
          ></textarea>
          ${this.busy
            ? html`<button type="button" @click=${() => this.#running?.abort()}>停止</button>`
            : html`<button class="primary" type="submit">发送</button>`}
        </form>
        <p class="foot dim">回答只引用已收录的政策原文，点击编号可核对出处。</p>
      </section>
    `;
  }

  #welcome(): TemplateResult {
    const examples = this.suggestions.split("|").filter((text) => text.trim() !== "");
    return html`
      <div class="welcome">
        <p>您好，我可以根据已发布的政策文件回答问题，每句话都注明出处。找不到依据时不会作答，可以转为来件由部门答复。</p>
        ${examples.length === 0 ? nothing : html`<p class="dim">试试这样问：</p>`}
        ${examples.map(
          (text) => html`<button class="option" @click=${() => this.ask(text)}>${text}</button>`,
        )}
      </div>
    `;
  }

  #turn(turn: Turn, index: number): TemplateResult {
    return html`
      <div class="question"><span class="visually-hidden">您问：</span>${turn.question}</div>
      <div class="answer">
        <span class="visually-hidden">回答：</span>
        ${turn.sentences.length > 0 ? this.#sentences(turn) : html`<p>${turn.text}</p>`}
        ${turn.outcome === null ? html`<p class="dim stage"><span class="dot"></span>${this.stage}</p>` : nothing}
        ${turn.options.map(
          (option) =>
            html`<button class="option" ?disabled=${this.busy} @click=${() => this.ask(option)}>${option}</button>`,
        )}
        ${turn.mode === null || turn.outcome !== "answered"
          ? nothing
          : html`<p class="dim small">
              ${turn.mode === "generated" ? "由语言模型撰写，逐句核对后显示" : "直接摘自政策原文"}
            </p>`}
        ${this.#appeal(turn, index)}
      </div>
    `;
  }

  #sentences(turn: Turn): TemplateResult {
    return html`
      <p>
        ${turn.sentences.map(
          (sentence) =>
            html`${sentence.text}${sentence.markers.map((marker) => this.#marker(turn, marker))}`,
        )}
      </p>
      <details class="sources" ?open=${turn.outcome !== null}>
        <summary>出处（${turn.citations.length}）</summary>
        <ol>
          ${turn.citations.map((citation) => this.#source(citation))}
        </ol>
      </details>
    `;
  }

  #marker(turn: Turn, marker: number): TemplateResult | typeof nothing {
    const citation = turn.citations.find((one) => one.marker === marker);
    return citation
      ? html`<a
          class="marker"
          href=${this.base + citation.url}
          target="_blank"
          rel="noopener"
          title=${citation.title + (citation.clause ? ` ${citation.clause}` : "")}
          aria-label=${`出处 ${marker}：${citation.title}`}
          >${marker}</a
        >`
      : nothing;
  }

  #source(citation: Citation): TemplateResult {
    return html`<li value=${citation.marker}>
      <a href=${this.base + citation.url} target="_blank" rel="noopener">${citation.title}</a>
      ${citation.documentNumber ? html`<span class="dim">${citation.documentNumber}</span>` : nothing}
      ${citation.clause ? html`<span class="tag">${citation.clause}</span>` : nothing}
      ${citation.status !== "in_force"
        ? html`<span class="tag warn">${STATUS_LABELS[citation.status] ?? citation.status}</span>`
        : nothing}
    </li>`;
  }

  #appeal(turn: Turn, index: number): TemplateResult | typeof nothing {
    if (turn.filed) {
      return html`<p class="notice" role="status">
        来件已受理，编号 <strong>${turn.filed.number}</strong>，查询码
        <strong>${turn.filed.trackingCode}</strong>。请妥善保存，可在
        <a href=${`${this.base}/my?number=${encodeURIComponent(turn.filed.number)}`} target="_blank" rel="noopener">我的来件</a>
        查询进度。
      </p>`;
    }
    if (this.filing === index) {
      return html`<zhitong-file-appeal
        .base=${this.base}
        .region=${this.region}
        .question=${turn.question}
        @filed=${(event: CustomEvent<{ number: string; trackingCode: string }>) => {
          turn.filed = event.detail;
          this.filing = null;
          this.#changed();
        }}
        @cancelled=${() => (this.filing = null)}
      ></zhitong-file-appeal>`;
    }
    if (turn.outcome === null || this.busy) {
      return nothing;
    }
    const emphasised = turn.outcome === "refused" || turn.outcome === "failed";
    return html`<button class=${emphasised ? "primary" : "link"} @click=${() => (this.filing = index)}>
      ${emphasised ? "转为来件，请部门答复" : "没有解决？提交来件"}
    </button>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("#question")!;
    const text = field.value.trim();
    if (text !== "" && !this.busy) {
      field.value = "";
      void this.ask(text);
    }
  }

  #keydown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    }
  }

  #restart(): void {
    this.#running?.abort();
    this.conversation = { conversationId: null, turns: [] };
    clear(this.base);
  }

  /** Asks as if the user had typed it. */
  async ask(question: string): Promise<void> {
    const turn = newTurn(question);
    this.conversation.turns.push(turn);
    this.busy = true;
    this.stage = "正在连接…";
    this.#changed();
    this.#running = new AbortController();
    try {
      await postForEvents(
        `${this.base}/api/questions`,
        {
          question,
          conversationId: this.conversation.conversationId,
          region: this.region === "" ? null : this.region,
        },
        (event) => this.#received(turn, event),
        this.#running.signal,
      );
      if (turn.outcome === null) {
        this.#fail(turn, "连接中断，回答没有完成，请重试。");
      }
    } catch (error) {
      this.#fail(turn, isAbort(error) ? "已停止。" : (error as Error).message);
    } finally {
      this.busy = false;
      this.#running = null;
      this.#changed();
    }
  }

  #received(turn: Turn, event: ServerEvent): void {
    const data = JSON.parse(event.data);
    if (event.name === "stage") {
      this.stage = STAGES[data.name as string] ?? "正在处理…";
    } else if (event.name === "sentence") {
      const sentence = data as Sentence & { citations: Citation[] };
      turn.sentences.push({ text: sentence.text, markers: sentence.markers });
      turn.citations.push(...sentence.citations);
      this.#changed();
    } else if (event.name === "answer") {
      const answer = data as Answer;
      this.conversation.conversationId = answer.conversationId;
      Object.assign(turn, {
        sentences: answer.sentences,
        citations: answer.citations,
        outcome: answer.outcome,
        mode: answer.mode,
        text: answer.text,
        options: answer.options,
      });
      this.#changed();
    } else if (event.name === "problem") {
      this.#fail(turn, String(data.detail ?? "回答失败，请稍后重试。"));
    }
  }

  #fail(turn: Turn, message: string): void {
    turn.outcome = "failed";
    turn.sentences = [];
    turn.citations = [];
    turn.text = message;
    this.#changed();
  }

  #changed(): void {
    this.conversation = { ...this.conversation };
    save(this.base, this.conversation);
    void this.updateComplete.then(() => {
      const log = this.renderRoot.querySelector(".turns");
      log?.scrollTo({ top: log.scrollHeight, behavior: "smooth" });
    });
  }
}
