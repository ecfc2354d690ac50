import { html, nothing, type TemplateResult } from "lit";
import { strengthTag } from "./tree-view";
import { OUTCOMES, fieldName, type Fact, type Field, type Leaf } from "./types";

/** A fact in a line, with its source and day. */
const factWords = (fact: Fact, fields: Field[]): string =>
  `${fact.period ? `${fact.period}年 ` : ""}${fieldName(fields, fact.field)} ${String(fact.value)}${fact.unit && fact.unit !== "share" ? fact.unit : ""}（${fact.source ?? ""} ${fact.observedAt ?? ""}）`;

/**
 * A condition with its outcome, why, and the facts it rests on.
 *
 * @param source where it stands, below the rest
 */
export const leafResult = (leaf: Leaf, fields: Field[], source: TemplateResult | typeof nothing): TemplateResult => {
  const [mark, label, tone] = OUTCOMES[leaf.outcome ?? "unknown"];
  return html`<span class="mark ${tone}" role="img" aria-label=${label}>${mark}</span>${leaf.words ?? leaf.quote} ${strengthTag(leaf)}
    <blockquote>
      ${leaf.reason}${leaf.facts && leaf.facts.length > 0 ? html`：${leaf.facts.map((fact) => factWords(fact, fields))}` : nothing}
      ${source === nothing ? nothing : html`<br />${source}`}
    </blockquote>`;
};
