import { html, type TemplateResult } from "lit";
import type { Quoted } from "./quoted-leaf";
import type { Leaf } from "./types";

/**
 * The clause with the words of each leaf marked, those of the chosen one more strongly; a press on
 * marked words chooses their leaf.
 */
export const markedClause = (text: string, leaves: Leaf[], chosen: number, choose: (index: number) => void): TemplateResult[] => {
  const spans = leaves
    .map((leaf, index) => ({ index, start: leaf.quote === "" ? -1 : text.indexOf(leaf.quote), end: 0, quote: leaf.quote }))
    .filter((span) => span.start >= 0)
    .map((span) => ({ ...span, end: span.start + span.quote.length }));
  const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const words = text.slice(from, cuts[i + 1]);
    const over = spans.filter((span) => span.start <= from && from < span.end);
    if (over.length === 0) {
      return html`${words}`;
    }
    const strong = over.some((span) => span.index === chosen);
    return html`<mark class=${strong ? "chosen" : ""} @click=${() => choose(over[0]?.index ?? 0)}>${words}</mark>`;
  });
};

/** The words selected in the clause and where they stand in the policy's text; null for none, or words from elsewhere. */
export const selectedQuote = (shown: ShadowRoot & { getSelection?: () => Selection | null }, text: string, offset: number): Quoted | null => {
  const words = (shown.getSelection?.() ?? getSelection())?.toString() ?? "";
  const start = text.indexOf(words);
  return words === "" || start < 0 ? null : { quote: words, start: offset + start, end: offset + start + words.length };
};
