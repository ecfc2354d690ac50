import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { autosaveForTab, autosaveReady, discard, save, saved } from "../app/shared/autosave";
import { controls, tokens } from "../app/shared/styles";
import { chatStyles } from "./chat-styles";
import type { Place } from "../app/shared/places";
import type { Receipt, Turn } from "./conversation";
import { Dialogue } from "./dialogue";
import "./file-appeal";
import { LogScroll } from "./log-scroll";
import "./place-choice";
import { LONGEST, boxView, type BoxActs } from "./question-box";
import { receiptsView } from "./receipt";
import { call } from "../app/shared/api";
import { talkText, turnView } from "./turn-view";
import { earlierView, examplesView, leavingView } from "./welcome";
import { wordsFor, type Words } from "./words";

const QUESTION = "question";
/** Stands for the text in the box where an appeal comes from no turn. */
const BOX = -1;

/**
 * Questions and cited answers. Attributes: `base` (address of the service, empty for the same site),
 * `region` (GB/T 2260 code), `heading`, `suggestions` (questions separated by |), `launcher` (words of
 * a button in the page's corner that opens the window), `public-terminal` (nothing outlasts the tab),
 * `lang` (`en` for a frame in English).
 */
export class ZhitongChat extends LitElement {
  static styles = [tokens, controls, chatStyles];
  static properties = {
    base: { type: String },
    region: { type: String },
    heading: { type: String },
    suggestions: { type: String },
    launcher: { type: String, reflect: true },
    publicTerminal: { type: Boolean, attribute: "public-terminal" },
    filing: { state: true },
    typed: { state: true },
    opened: { state: true },
    leaving: { state: true },
    lang: { type: String },
    examples: { state: true },
  };

  declare base: string;
  declare region: string;
  declare heading: string;
  declare suggestions: string;
  declare launcher: string | null;
  declare publicTerminal: boolean;
  /** Index of the turn whose appeal form is open. */
  declare filing: number | null;
  declare typed: string;
  declare opened: boolean;
  /** Whether 新对话 was pressed and is still to be confirmed. */
  declare leaving: boolean;
  /** Questions that the loaded policies answer, where the site names none. */
  declare examples: string[];
  readonly #scroll = new LogScroll(() => this.renderRoot.querySelector(".turns"));
  readonly #dialogue = new Dialogue(this, () => void this.updateComplete.then(() => this.#scroll.settle()));

  constructor() {
    super();
    this.base = "";
    this.region = "";
    this.heading = "";
    this.lang = "";
    this.examples = [];
    this.suggestions = "";
    this.launcher = null;
    this.publicTerminal = false;
    this.filing = null;
    this.typed = "";
    this.opened = false;
    this.leaving = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  /** Another region or service has another conversation. */
  willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && ["base", "region", "publicTerminal"].some((name) => changed.has(name))) {
      this.#begin();
    }
  }

  get #words(): Words {
    return wordsFor(this.lang);
  }

  #begin(): void {
    this.#dialogue.words = this.#words;
    autosaveForTab(this.publicTerminal);
    this.#dialogue.open(this.base, this.region, this.id, this.publicTerminal);
    this.typed = "";
    void autosaveReady().then(() => {
      this.typed ||= saved(this.#dialogue.key, QUESTION)?.values.text?.[0] ?? "";
    });
    this.filing = null;
    void this.#suggest();
    if (this.#dialogue.turns.length > 0) {
      this.#scroll.begin();
      void this.updateComplete.then(() => this.#scroll.settle());
    }
  }

  async #suggest(): Promise<void> {
    const region = this.#dialogue.region;
    const given = this.suggestions.split("|").filter((text) => text.trim() !== "");
    const found = given.length > 0 ? null : await call<{ items: string[] }>(this.base, `/api/suggestions${region ? `?region=${region}` : ""}`).catch(() => null);
    this.examples = found?.items.slice(0, 4) ?? given;
  }

  render(): TemplateResult {
    if (this.launcher === null) {
      return this.#window();
    }
    return html`${this.opened ? this.#window() : nothing}
      <button class="launcher primary" aria-expanded=${this.opened} @click=${() => this.#toggle(!this.opened)}>
        ${this.opened ? this.#words.close : this.launcher || this.#words.launcher}
      </button>`;
  }

  #window(): TemplateResult {
    const turns = this.#dialogue.turns;
    const words = this.#words;
    const heading = this.heading || words.heading;
    return html`
      <section class="window" aria-label=${heading} @keydown=${this.#escape}>
        <header>
          <strong>${heading}</strong>
          <button type="button" class="link" @click=${() => this.#ask(".leaving button", true)} ?hidden=${turns.length === 0}>${words.renew}</button>
        </header>
        ${this.leaving ? leavingView(this.#dialogue.conversation.receipts.length > 0, this.#renew, () => this.#ask("header button", false)) : nothing}
        <div class="turns" role="log" aria-live="polite" aria-label=${words.log} tabindex="0" @wheel=${this.#scroll.byReader} @touchmove=${this.#scroll.byReader} @keydown=${this.#scroll.byReader}>
          ${turns.length === 0 ? this.#welcome() : turns.map((turn, index) => this.#turn(turn, index))}
          ${this.filing === BOX ? this.#appealForm(BOX, this.typed) : nothing}
        </div>
        ${this.region
          ? nothing
          : html`<zhitong-place-choice .base=${this.base} .place=${this.#dialogue.conversation.place} .words=${words} @chosen=${(event: CustomEvent<Place | null>) => this.#settle(event.detail)}></zhitong-place-choice>`}
        ${boxView(this.typed, this.#dialogue.busy, words, this.#boxActs)}
      </section>
    `;
  }

  #welcome(): TemplateResult {
    const { receipts, earlier } = this.#dialogue.conversation;
    return html`<div class="welcome">
      ${examplesView(this.examples, this.#words, (text) => void this.ask(text))}
      ${earlier.length === 0
        ? nothing
        : earlierView(
            earlier,
            this.#words,
            (index) => this.#dialogue.reopen(index),
            (index) => this.#dialogue.drop(index),
          )}
      ${receipts.length === 0 ? nothing : receiptsView(receipts, this.base, this.#words.appeal, (one) => this.#dialogue.forget(one))}
    </div>`;
  }

  #turn(turn: Turn, index: number): TemplateResult {
    return turnView(turn, index, this.#dialogue, this.base, this.#words, {
      ask: (question, anew) => void this.ask(question, anew),
      retry: () => this.#retry(turn),
      narrow: () => void (this.#type(turn.question), this.#focus("#question")),
      file: () => void this.#file(index),
      form: this.filing === index ? this.#appealForm(index, turn.question) : nothing,
    });
  }

  #settle(place: Place | null): void {
    this.#dialogue.settle(place);
    void this.#suggest();
  }

  #appealForm(index: number, question: string): TemplateResult {
    return html`<zhitong-file-appeal
      .base=${this.base}
      .region=${this.#dialogue.region ?? ""}
      .talk=${talkText(this.#dialogue.turns)}
      .words=${this.#words.appeal}
      .question=${question}
      .record=${`${this.#dialogue.key}:${question.slice(0, 100)}`}
      @filed=${(event: CustomEvent<Receipt>) => this.#filed(index, event.detail)}
      @received=${(event: CustomEvent<Receipt>) => this.#received(event.detail)}
      @cancelled=${() => this.#cancelled(index)}
    ></zhitong-file-appeal>`;
  }

  async #file(index: number): Promise<void> {
    this.filing = index;
    await this.updateComplete;
    this.renderRoot.querySelector("zhitong-file-appeal")?.scrollIntoView({ block: "nearest" });
  }

  #filed(index: number, receipt: Receipt): void {
    this.filing = null;
    this.#dialogue.filed(this.#dialogue.turns[index], receipt);
    if (index === BOX) {
      this.#type("");
    }
    this.#scroll.byReader();
    void this.#focus(".receipt", false);
  }

  #received(receipt: Receipt): void {
    this.#dialogue.received(receipt);
    this.requestUpdate();
  }

  #cancelled(index: number): void {
    this.filing = null;
    void this.#focus(index === BOX ? "#question" : `.file[data-turn="${index}"]`);
  }

  #type(text: string): void {
    this.typed = text;
    text === "" ? discard(this.#dialogue.key, QUESTION) : save(this.#dialogue.key, QUESTION, { text: [text] });
  }

  readonly #boxActs: BoxActs = {
    submit: (event) => this.#submit(event),
    type: (text) => this.#type(text),
    keydown: (event) => this.#keydown(event),
    stop: () => this.#stop(),
    file: () => void this.#file(BOX),
  };

  #submit(event: Event): void {
    event.preventDefault();
    const text = this.typed.trim();
    if (text !== "" && text.length <= LONGEST && !this.#dialogue.busy) {
      this.#type("");
      void this.ask(text);
    }
  }

  #keydown(event: KeyboardEvent): void {
    // 229: Safari's end of a composition.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      this.#submit(event);
    }
  }

  /** Ends what is innermost: the form, the question about a new conversation, the window in the corner. */
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing) {
      return;
    }
    if (this.filing !== null) {
      this.#cancelled(this.filing);
    } else if (this.leaving) {
      this.#ask("header button", false);
    } else if (this.launcher !== null) {
      this.#toggle(false);
    }
  };

  #toggle(opened: boolean): void {
    this.opened = opened;
    void this.#focus(opened ? "#question" : ".launcher");
  }

  #ask(focus: string, leaving: boolean): void {
    this.leaving = leaving;
    void this.#focus(focus);
  }

  readonly #renew = (): void => {
    this.leaving = false;
    this.filing = null;
    this.#dialogue.renew();
    void this.#focus("#question");
  };

  #stop(): void {
    this.#dialogue.stop();
    void this.#focus("#question");
  }

  #retry(turn: Turn): void {
    this.#scroll.begin();
    void this.#dialogue.retry(turn);
    void this.#focus("#question");
  }

  /** Asks as if the user had typed it; `anew` without what was said before. */
  async ask(question: string, anew = false): Promise<void> {
    this.#scroll.begin();
    const asked = this.#dialogue.ask(question, anew);
    // The button that was pressed is gone, or cannot be pressed now.
    await this.#focus("#question");
    await asked;
  }

  async #focus(selector: string, preventScroll = true): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll });
  }
}
