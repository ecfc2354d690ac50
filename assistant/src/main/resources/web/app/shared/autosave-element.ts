import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { autosaveReady, discard, save, saved, type Saved } from "./autosave";
import { changedValues, fill, valuesOf, withLaterBoxes, type Values } from "./form-values";
import { holdPage } from "./leave-guard";
import { controls, tokens } from "./styles";

const time = (at: string): string => new Date(at).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(5, 16);

/**
 * Stands in a form and keeps what is typed there under `record` and `name`; puts it back when the form
 * comes again and says so, with a way to begin anew. The form fires `restored` then. A form stands for
 * one record: whoever shows several keys it by the record's id.
 */
class AutosaveElement extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      p {
        margin: 0;
      }
    `,
  ];
  static properties = {
    record: { attribute: false },
    name: { attribute: false },
    found: { state: true },
    fleeting: { state: true },
  };
  declare record: string;
  declare name: string;
  declare found: Saved | null;
  /** Whether it could not be kept beyond this page. */
  declare fleeting: boolean;
  #form: HTMLFormElement | null = null;
  #before: Values = {};

  constructor() {
    super();
    this.record = "";
    this.name = "";
    this.found = null;
    this.fleeting = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#form = this.closest("form");
    // The fields' own values are set in the same rendering, some after this element.
    queueMicrotask(() => {
      if (this.#form) {
        this.#before = valuesOf(this.#form);
        this.#form.addEventListener("input", this.#typed);
        this.#form.addEventListener("change", this.#typed);
        this.#form.addEventListener("reset", this.#emptied);
        void autosaveReady().then(() => this.#restore());
      }
    });
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#form?.removeEventListener("input", this.#typed);
    this.#form?.removeEventListener("change", this.#typed);
    this.#form?.removeEventListener("reset", this.#emptied);
    holdPage(this, false);
  }

  render(): TemplateResult | typeof nothing {
    if (this.fleeting) {
      return html`<p class="warn" role="status">浏览器不允许保存，离开本页会丢失所填的内容。</p>`;
    }
    return this.found
      ? html`<p class="notice" role="status">
          已恢复您 ${time(this.found.at)} 填写、还没有提交的内容。
          <button type="button" class="link" @click=${() => this.#clear()}>清空重填</button>
        </p>`
      : nothing;
  }

  #restore(): void {
    const found = saved(this.record, this.name);
    const untouched = Object.keys(this.#changed()).length === 0;
    if (found && untouched && this.isConnected) {
      fill(this.#form!, found.values);
      this.found = found;
      this.#form!.dispatchEvent(new CustomEvent("restored"));
    }
  }

  #changed(): Values {
    return changedValues(withLaterBoxes(this.#before, this.#form!), valuesOf(this.#form!));
  }

  #clear(): void {
    discard(this.record, this.name);
    fill(this.#form!, withLaterBoxes(this.#before, this.#form!));
    this.found = null;
    this.#form!.dispatchEvent(new CustomEvent("restored"));
  }

  readonly #emptied = (): void => {
    discard(this.record, this.name);
    this.found = null;
    this.fleeting = false;
    holdPage(this, false);
  };

  readonly #typed = (): void => {
    const values = this.#changed();
    if (Object.keys(values).length === 0) {
      discard(this.record, this.name);
      this.fleeting = false;
    } else {
      this.fleeting = !save(this.record, this.name, values);
    }
    holdPage(this, this.fleeting);
  };
}

if (!customElements.get("zt-autosave")) {
  customElements.define("zt-autosave", AutosaveElement);
}

/** Keeps the form it stands in. */
export const autosave = (record: string, name: string): TemplateResult =>
  html`<zt-autosave class="wide" .record=${record} .name=${name}></zt-autosave>`;
