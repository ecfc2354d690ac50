import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { controls, tokens } from "./styles";

export interface Question {
  title: string;
  /** One line each. */
  lines?: string[];
  yes: string;
  no?: string;
  /** A second way to go on. */
  other?: string;
}

export type Decision = "yes" | "other" | "no";

/** A question before something that hurts; `no` by Esc, too, and it has the focus. */
class ConfirmElement extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      dialog {
        border: 1px solid var(--zt-line);
        border-radius: 12px;
        background: var(--zt-bg);
        color: var(--zt-text);
        max-width: min(34rem, 92vw);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
    `,
  ];
  question: Question = { title: "", yes: "确定" };
  decide: (decision: Decision) => void = () => undefined;

  render(): TemplateResult {
    const { title, lines, yes, no, other } = this.question;
    return html`<dialog aria-labelledby="title" @close=${() => this.#gone("no")}>
      <h2 id="title">${title}</h2>
      ${lines && lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
      <div class="row">
        <button autofocus @click=${() => this.#gone("no")}>${no ?? "取消"}</button>
        ${other ? html`<button @click=${() => this.#gone("other")}>${other}</button>` : nothing}
        <button class="primary" @click=${() => this.#gone("yes")}>${yes}</button>
      </div>
    </dialog>`;
  }

  firstUpdated(): void {
    this.renderRoot.querySelector("dialog")!.showModal();
  }

  #gone(decision: Decision): void {
    this.decide(decision);
    this.remove();
  }
}

if (!customElements.get("zt-confirm")) {
  customElements.define("zt-confirm", ConfirmElement);
}

/** Asks, and resolves with what was pressed; the focus goes back to where it was. */
export function ask(question: Question): Promise<Decision> {
  const element = document.createElement("zt-confirm") as ConfirmElement;
  element.question = question;
  return new Promise((resolve) => {
    element.decide = resolve;
    document.body.append(element);
  });
}

export const confirmed = async (question: Question): Promise<boolean> => (await ask(question)) === "yes";
