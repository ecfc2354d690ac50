import { LitElement, css, html, type TemplateResult } from "lit";
import { placeInput, placeOf, type Place } from "../app/shared/places";
import { controls, tokens } from "../app/shared/styles";
import { wordsFor, type Words } from "./words";

/** The place that a conversation is about; fires `chosen` with it, or null for any. */
class PlaceChoice extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        font-size: 0.9em;
        padding: 0.3em 1.1em 0;
      }
      form {
        display: flex;
        gap: 0.5em;
        align-items: center;
      }
      input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];
  static properties = { base: { attribute: false }, place: { attribute: false }, words: { attribute: false }, open: { state: true }, places: { state: true }, failure: { state: true } };
  declare base: string;
  declare place: Place | null;
  declare words: Words;
  declare open: boolean;
  declare places: Place[];
  declare failure: string;

  constructor() {
    super();
    this.base = "";
    this.place = null;
    this.words = wordsFor("zh");
    this.open = false;
    this.places = [];
    this.failure = "";
  }

  render(): TemplateResult {
    const words = this.words;
    if (!this.open) {
      return html`<span class="dim">${words.place}：</span><span class="chosen">${this.place?.name ?? words.anywhere}</span>
        <button type="button" class="link" @click=${() => this.#toggle(true)}>${words.change}</button>
        ${this.place ? html`<button type="button" class="link" @click=${() => this.#choose(null)}>${words.anywhere}</button>` : ""}`;
    }
    return html`<form @submit=${this.#submit} @keydown=${this.#escape}>
        <label class="visually-hidden" for="place">${words.change}</label>
        ${placeInput("place", "place", this.places, (places) => (this.places = places), this.base)}
        <button class="primary">${words.set}</button>
      </form>
      ${this.failure ? html`<p class="notice error" role="alert">${this.failure}</p>` : ""}`;
  }

  #toggle(open: boolean): void {
    this.open = open;
    this.failure = "";
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(open ? "#place" : "button")?.focus());
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.#toggle(false);
    }
  };

  #choose(place: Place | null): void {
    this.place = place;
    this.dispatchEvent(new CustomEvent("chosen", { detail: place }));
    this.#toggle(false);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get("place") ?? "").trim();
    if (typed === "") {
      this.#choose(null);
      return;
    }
    try {
      const code = await placeOf(typed, this.base);
      if (code === null) {
        this.failure = this.words.noPlace;
      } else {
        this.#choose({ code, name: typed.replace(/（\d{6}）$/, "") });
      }
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }
}

if (!customElements.get("zhitong-place-choice")) {
  customElements.define("zhitong-place-choice", PlaceChoice);
}
