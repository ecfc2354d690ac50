import { LitElement, html, nothing, type TemplateResult } from "lit";
import { fieldOptions, type FieldOption } from "./field-search";
import { fieldName, type Field } from "./types";

let made = 0;

/**
 * A combobox with a list (ARIA authoring practices): letters narrow it, arrows walk through it, Enter takes the marked
 * field, Esc gives up. Stands in the page's own tree, so that the page's keys and styles reach its input. Fires
 * `choose` with the field's key.
 */
class FieldChooser extends LitElement {
  static properties = { fields: { attribute: false }, value: { attribute: false }, open: { state: true }, typed: { state: true }, active: { state: true } };
  declare fields: Field[];
  declare value: string;
  declare open: boolean;
  /** What narrows the list; null where nothing was typed yet. */
  declare typed: string | null;
  declare active: number;
  readonly #id = `field-chooser-${++made}`;

  constructor() {
    super();
    this.fields = [];
    this.value = "";
    this.open = false;
    this.typed = null;
    this.active = 0;
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  render(): TemplateResult {
    const options = this.#options();
    const open = this.open;
    return html`<label class="cell" for=${this.#id}>字段</label>
      <input
        id=${this.#id}
        data-part="field"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls=${`${this.#id}-list`}
        aria-activedescendant=${open && options.length > 0 ? `${this.#id}-${this.active}` : nothing}
        placeholder="名称、字段名或拼音首字母"
        .value=${this.typed ?? fieldName(this.fields, this.value)}
        @input=${(event: InputEvent) => this.#search((event.target as HTMLInputElement).value)}
        @keydown=${this.#key}
        @blur=${this.#close}
      />
      <ul id=${`${this.#id}-list`} role="listbox" aria-label="字段" ?hidden=${!open}>
        ${options.map(
          (option, index) => html`<li
            id=${`${this.#id}-${index}`}
            role="option"
            aria-selected=${index === this.active}
            @pointerdown=${(event: PointerEvent) => event.preventDefault()}
            @click=${() => this.#take(option)}
          >${option.name}${option.key.startsWith("custom:") ? nothing : html` <span class="dim">${option.key}</span>`}</li>`,
        )}
      </ul>
      <span class="visually-hidden" role="status">${open ? (options.length === 0 ? "没有这样的字段" : `${options.length} 个字段`) : nothing}</span>`;
  }

  updated(): void {
    this.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  #options(): FieldOption[] {
    return this.open ? fieldOptions(this.fields, this.typed ?? "") : [];
  }

  #search(text: string): void {
    this.open = true;
    this.typed = text;
    this.active = 0;
  }

  readonly #key = (event: KeyboardEvent): void => {
    // Keys of an input method are its own.
    if (event.isComposing) {
      return;
    }
    const options = this.#options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#walk(event.key === "ArrowDown" ? 1 : -1, options.length);
    } else if (event.key === "Enter" && this.open) {
      event.preventDefault();
      const option = options[this.active];
      if (option) {
        this.#take(option);
      } else {
        // Nothing was chosen, so nothing is to be confirmed.
        event.stopPropagation();
      }
    } else if (event.key === "Enter") {
      event.preventDefault();
    } else if (event.key === "Escape") {
      this.#close();
    }
  };

  #walk(by: number, count: number): void {
    if (!this.open) {
      this.open = true;
      const at = this.fields.findIndex((field) => field.key === this.value);
      this.active = Math.min(this.fields.length - 1, Math.max(0, at + by));
    } else {
      this.active = Math.min(count - 1, Math.max(0, this.active + by));
    }
  }

  #take(option: FieldOption): void {
    this.#close();
    if (option.key !== this.value) {
      this.dispatchEvent(new CustomEvent("choose", { detail: option.key }));
    }
  }

  /** What was typed and not taken is given up. */
  readonly #close = (): void => {
    this.open = false;
    this.typed = null;
    const input = this.querySelector("input");
    if (input) {
      input.value = fieldName(this.fields, this.value);
    }
  };
}

customElements.define("zt-field-chooser", FieldChooser);
