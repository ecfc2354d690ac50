import { html, nothing, type TemplateResult } from "lit";
import { STATUS_LABELS, percent, type Citation } from "../app/shared/types";
import { answerBlocks, type Block } from "./answer-blocks";
import type { Turn } from "./conversation";
import type { Words } from "./words";

/** What the service said, without the ways to go on. */
export function answerView(turn: Turn, base: string, words: Words): TemplateResult {
  if (turn.outcome === "related" || (turn.outcome === null && turn.sentences.length === 0 && turn.citations.length > 0)) {
    return relatedView(turn, base, words);
  }
  return html`
    ${turn.sentences.length > 0 ? sentencesView(turn, base, words) : turn.text ? html`<p>${said(turn, words)}</p>` : nothing} ${notesView(turn, words)}
    ${turn.outcome === "answered" && turn.mode ? html`<p class="dim small mode">${words[turn.mode]}</p>` : nothing}
  `;
}

/** How a short question was read after the ones before, with a way to have it read by itself. */
export function understoodView(turn: Turn, busy: boolean, words: Words, again: () => void): TemplateResult | typeof nothing {
  if (!turn.understoodAs) {
    return nothing;
  }
  return carriedOver(turn)
    ? html`<p class="small dim">
        ${words.understood}“${turn.understoodAs}”。
        <button type="button" class="link" ?disabled=${busy} @click=${again}>${words.asAsked}</button>
      </p>`
    : html`<p class="small dim">理解为“${turn.understoodAs}”。</p>`;
}

const CARRIED_OVER = "carried_over";
const carriedOver = (turn: Turn): boolean => turn.notes.some((note) => note.kind === CARRIED_OVER);

/** The service's own words, in the frame's language where it has them. */
const said = (turn: Turn, words: Words): string => words.refused[turn.reason ?? turn.outcome ?? ""] ?? turn.text;

function sentencesView(turn: Turn, base: string, words: Words): TemplateResult {
  return html`
    ${answerBlocks(turn.sentences, turn.citations).map((block) => blockView(block, turn, base, words))}
    <details class="sources" ?open=${turn.outcome !== null}>
      <summary>${words.sources}（${turn.citations.length}）</summary>
      <ol>${turn.citations.map((citation) => html`<li value=${citation.marker}>${sourceView(citation, base)}</li>`)}</ol>
    </details>
  `;
}

function blockView({ intro, runs }: Block, turn: Turn, base: string, words: Words): TemplateResult {
  return html`${intro ? html`<p class="intro">${intro}</p>` : nothing}
    <p class=${intro ? "quoted" : "said"}>${runs.map((run) => html`${run.text}${run.markers.map((marker) => markerView(turn, marker, base, words))}`)}</p>`;
}

function markerView(turn: Turn, marker: number, base: string, words: Words): TemplateResult | typeof nothing {
  const citation = turn.citations.find((one) => one.marker === marker);
  return citation
    ? html`<a
        class="marker"
        href=${base + citation.url}
        target="_blank"
        rel="noopener"
        title=${citation.title + (citation.clause ? ` ${citation.clause}` : "")}
        aria-label=${`${words.source} ${marker}：${citation.title}`}
        >${marker}</a
      >`
    : nothing;
}

function sourceView(citation: Citation, base: string): TemplateResult {
  return html`<a href=${base + citation.url} target="_blank" rel="noopener">${citation.title}</a>
    ${citation.documentNumber ? html`<span class="dim">${citation.documentNumber}</span>` : nothing}
    ${citation.clause ? html`<span class="tag">${citation.clause}</span>` : nothing}
    ${citation.status !== "in_force" ? html`<span class="tag warn">${STATUS_LABELS[citation.status] ?? citation.status}</span>` : nothing}
    ${citation.ocr ? html`<span class="tag warn">由图片识别，可信度 ${percent(citation.ocr.confidence)}，请核对原件</span>` : nothing}
    ${citation.context ? html`<br /><span class="dim small">表中：${[...citation.context.header, ...citation.context.labels].filter(Boolean).join("，")}</span>` : nothing}`;
}

/** Whole clauses that nothing is claimed about. */
function relatedView(turn: Turn, base: string, words: Words): TemplateResult {
  return html`
    <p>${turn.outcome === null ? words.reading : said(turn, words) || "没有找到直接回答这个问题的规定。以下条款可能与它有关，请自行核对。"}</p>
    <ol class="clauses" aria-label=${words.related}>
      ${turn.citations.map(
        (citation) => html`<li>
          ${sourceView(citation, base)}
          <blockquote>${citation.quote}</blockquote>
        </li>`,
      )}
    </ol>
    ${notesView(turn, words)}
  `;
}

/** The program's own words stand apart from the policies'. */
function notesView(turn: Turn, words: Words): TemplateResult | typeof nothing {
  // What was carried over is said above the answer.
  const notes = turn.notes.filter((note) => note.kind !== CARRIED_OVER || !turn.understoodAs);
  return notes.length === 0
    ? nothing
    : html`<aside class="notes" aria-label="提示">
        <span class="small">${words.notes}</span>
        <ul>${notes.map((note) => html`<li>${note.text}</li>`)}</ul>
      </aside>`;
}
