import { html, type TemplateResult } from "lit";
import type { Question } from "./types";

/** The questions of a round, each with its options to choose from. */
export const questionFields = (questions: Question[], prefix = ""): TemplateResult[] =>
  questions.map(
    (one) => html`<fieldset>
      <legend>${one.text}</legend>
      ${one.options.map(
        (option, index) => html`<label for=${`${prefix}${one.key}-${index}`}><input type="radio" id=${`${prefix}${one.key}-${index}`} name=${one.key} value=${option} required /> ${option}</label>`,
      )}
    </fieldset>`,
  );
