import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "./words";

/** What the service takes as a question; a longer text is an appeal. */
export const LONGEST = 1000;

export interface BoxActs {
  submit(event: Event): void;
  type(text: string): void;
  keydown(event: KeyboardEvent): void;
  stop(): void;
  file(): void;
}

/** Where questions are typed; nothing that is too long is cut. */
export function boxView(typed: string, busy: boolean, words: Words, acts: BoxActs): TemplateResult {
  const over = typed.length > LONGEST;
  return html`<form class="ask" @submit=${acts.submit}>
      <label class="visually-hidden" for="question">${words.ask}</label>
      <textarea
        id="question"
        rows="2"
        aria-describedby="length"
        aria-invalid=${over ? "true" : nothing}
        placeholder=${words.placeholder}
        .value=${typed}
        @input=${(event: Event) => acts.type((event.target as HTMLTextAreaElement).value)}
        @keydown=${acts.keydown}
      ></textarea>
      ${busy ? html`<button type="button" @click=${acts.stop}>${words.stop}</button>` : html`<button class="primary" type="submit" ?disabled=${over}>${words.send}</button>`}
    </form>
    <p id="length" class="foot ${over ? "bad" : "dim"}" role=${over ? "status" : nothing}>
      ${over
        ? html`问题最多 ${LONGEST} 字，现在 ${typed.length} 字，多出的没有删去。请删短，或<button type="button" class="link" @click=${acts.file}>作为来件提交</button>。`
        : words.foot}
    </p>`;
}
