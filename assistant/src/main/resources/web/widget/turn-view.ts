import { html, nothing, type TemplateResult } from "lit";
import "./answer-feedback";
import { toolsView } from "./answer-tools";
import { answerView, understoodView } from "./answer-view";
import type { Turn } from "./conversation";
import type { Dialogue } from "./dialogue";
import { receiptView } from "./receipt";
import type { Words } from "./words";

/** What can be done with a turn. */
export interface TurnActs {
  ask(question: string, anew?: boolean): void;
  retry(): void;
  narrow(): void;
  file(): void;
  /** The open appeal form of the turn, if it is open. */
  form: TemplateResult | typeof nothing;
}

/** One question with what came of it and the ways to go on. */
export function turnView(turn: Turn, index: number, dialogue: Dialogue, base: string, words: Words, acts: TurnActs): TemplateResult {
  return html`
    <div class="question"><span class="visually-hidden">${words.you}</span>${turn.question}</div>
    <div class="answer">
      <span class="visually-hidden">${words.answer}</span>
      ${understoodView(turn, dialogue.busy, words, () => acts.ask(turn.question, true))} ${answerView(turn, base, words)}
      ${turn.outcome === null ? html`<p class="dim stage"><span class="dot"></span>${dialogue.stage}</p>` : nothing}
      ${turn.options.map((option) => html`<button type="button" class="option" ?disabled=${dialogue.busy} @click=${() => acts.ask(option)}>${option}</button>`)}
      ${after(turn, dialogue, base, words, acts)} ${ways(turn, index, dialogue, base, words, acts)}
    </div>
  `;
}

/** Of an answer, or of clauses that were shown. */
function after(turn: Turn, dialogue: Dialogue, base: string, words: Words, acts: TurnActs): TemplateResult | typeof nothing {
  if (!turn.id || turn.reason === "small_talk" || turn.outcome === "clarify") {
    return nothing;
  }
  return html`${turn.citations.length > 0 ? toolsView(turn, base, words) : nothing}
    <zhitong-answer-feedback
      .base=${base}
      .answer=${turn.id}
      .given=${turn.useful}
      .words=${words}
      @given=${(event: CustomEvent<boolean>) => dialogue.judged(turn, event.detail)}
    ></zhitong-answer-feedback>
    ${turn.more.length > 0
      ? html`<div class="more">
          <span class="dim small">${words.more}</span>
          ${turn.more.map((one) => html`<button type="button" class="option" ?disabled=${dialogue.busy} @click=${() => acts.ask(one)}>${one}</button>`)}
        </div>`
      : nothing}`;
}

/** How to go on from an answer. */
function ways(turn: Turn, index: number, dialogue: Dialogue, base: string, words: Words, acts: TurnActs): TemplateResult | typeof nothing {
  if (turn.filed) {
    return receiptView(turn.filed, base, words.appeal);
  }
  if (acts.form !== nothing) {
    return html`${acts.form}`;
  }
  if (turn.outcome === null || dialogue.busy || turn.reason === "small_talk") {
    return nothing;
  }
  const unanswered = turn.outcome !== "answered" && turn.outcome !== "clarify";
  return html`<p class="row ways">
      ${turn.outcome === "failed" ? html`<button type="button" class="primary" @click=${acts.retry}>${words.retry}</button>` : nothing}
      ${turn.outcome === "related" ? html`<button type="button" @click=${acts.narrow}>${words.narrower}</button>` : nothing}
      ${turn.appealable
        ? html`<button type="button" class="file ${unanswered ? "primary" : "link"}" data-turn=${index} @click=${acts.file}>${unanswered ? words.file : words.fileAnyway}</button>`
        : nothing}
    </p>
    ${turn.outcome === "refused" ? html`<p class="dim small">${words.person}${words.call}</p>` : nothing}`;
}

/** What was said and shown, to go with an appeal: whoever answers it need not ask again. */
export function talkText(turns: Turn[]): string {
  return turns
    .filter((turn) => turn.outcome !== null && turn.outcome !== "failed")
    .slice(-5)
    .map((turn) => {
      const shown = turn.citations.map((one) => `《${one.title}》${one.clause ?? ""}`).join("；");
      return `问：${turn.question}\n答：${shown === "" ? turn.text.slice(0, 120) : `已显示 ${shown}`}`;
    })
    .join("\n");
}
