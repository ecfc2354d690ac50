import { css, html, nothing, type TemplateResult } from "lit";
import { clauseLink } from "./policy-tools";
import { cellSpans, textBlocks } from "./shared/text-blocks";

/** What of a policy is shown as its text. */
export interface ShownText {
  text: string;
  pages: ScannedPage[];
  pictures: Picture[];
}

interface ScannedPage {
  number: number;
  source: string;
  confidence: number | null;
  start: number | null;
  picture: string | null;
}

interface Picture {
  number: number;
  place: number;
  alt: string;
  width: number;
  height: number;
  url: string;
}

/** A clause with its anchor. */
export interface Clause {
  path: string | null;
  heading: string;
  start: number;
  end: number;
  depth: number;
  responsibilities: { department: string; role: string }[];
}

export const policyTextStyles = css`
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font-size: 1.05em;
  }
  mark {
    scroll-margin: 30vh;
    outline: 2px solid var(--zt-mark);
  }
  .clause {
    scroll-margin: 12vh;
  }
  .clause.heading {
    font-weight: 600;
  }
  .clause.cited {
    box-shadow: -4px 0 0 var(--zt-accent);
  }
  .clause-link {
    padding: 0 0.3em;
    opacity: 0.6;
  }
  .clause-link:focus-visible,
  .clause-link:hover {
    opacity: 1;
  }
  .text .scroll {
    white-space: normal;
  }
  .text table {
    white-space: normal;
    margin: 0.4rem 0;
  }
  .note {
    color: var(--zt-dim);
  }
  figure {
    margin: 0.6rem 0;
    white-space: normal;
  }
  .text img {
    max-width: 100%;
    height: auto;
  }
  .scan {
    margin: 0.4rem 0;
    padding: 0.2rem 0.6rem;
    border-left: 3px solid var(--zt-accent);
    color: var(--zt-dim);
    font-size: 0.9rem;
    white-space: normal;
  }
`;

/** The longest line that is a clause's heading and no sentence. */
const LONGEST_HEADING = 40;

/** Where the heading ends that begins here; the same offset where a sentence begins. */
function headingEnd(text: string, start: number): number {
  const line = text.indexOf("\n", start);
  const end = line < 0 ? text.length : line;
  const words = text.slice(start, end);
  return words.length <= LONGEST_HEADING && !/[。；：，;:\t]/.test(words) ? end : start;
}

/** The text: tables as tables, notes as notes, pictures at their places; words that the address cites are marked. */
export function policyText(policy: ShownText, clauses: Clause[], query: URLSearchParams): TemplateResult[] {
  const text = policy.text;
  const pieces = piecesOf(text, clauses, query);
  const inserts = insertsOf(policy);
  const shown: TemplateResult[] = [];
  const insertsUpTo = (place: number): void => {
    while (inserts[0] && inserts[0].place <= place) {
      shown.push(inserts.shift()!.shown);
    }
  };
  for (const block of textBlocks(text, inserts.map((one) => one.place))) {
    insertsUpTo(block.start);
    if (block.kind === "table") {
      shown.push(table(text, block.start, block.end, pieces));
    } else {
      const words = pieces(block.start, block.end);
      shown.push(block.kind === "note" ? html`<small class="note">${words}</small>` : html`${words}`);
    }
  }
  insertsUpTo(text.length);
  return shown;
}

interface Insert {
  place: number;
  shown: TemplateResult;
}

/** What stands between the lines, in order: where a scanned page begins, and pictures. */
function insertsOf(policy: ShownText): Insert[] {
  const scans = policy.pages
    .filter((page) => page.source === "ocr" && page.start !== null)
    .map((page): Insert => ({ place: page.start!, shown: pageMark(page) }));
  const pictures = policy.pictures.map((picture): Insert => ({ place: picture.place, shown: figure(picture) }));
  return [...scans, ...pictures].sort((a, b) => a.place - b.place);
}

function figure(picture: Picture): TemplateResult {
  return html`<figure>
    <img src=${picture.url} alt=${picture.alt || "文中的图片"} width=${picture.width} height=${picture.height} loading="lazy" />
    ${picture.alt ? html`<figcaption class="note">${picture.alt}</figcaption>` : nothing}
  </figure>`;
}

/** Where a page begins that was read from its picture: how sure that is, and the picture to compare. */
function pageMark(page: ScannedPage): TemplateResult {
  const sure = `第 ${page.number} 页 · 文字识别（OCR），可信度 ${(page.confidence ?? 0).toFixed(2)}`;
  return page.picture
    ? html`<details class="scan"><summary>${sure} · 对照原件</summary><img src=${page.picture} alt=${`原件第 ${page.number} 页`} loading="lazy" /></details>`
    : html`<p class="scan">${sure}</p>`;
}

type Pieces = (first: number, last: number) => TemplateResult[];

function table(text: string, from: number, to: number, pieces: Pieces): TemplateResult {
  const [head, ...rows] = cellSpans(text, from, to);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="文中的表格">
    <table>
      <thead><tr>${(head ?? []).map((cell) => html`<th scope="col">${pieces(cell.start, cell.end)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${pieces(cell.start, cell.end)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** Stretches of the text, cut at clause starts (anchors), ends of headings and at the cited words (mark). */
function piecesOf(text: string, clauses: Clause[], query: URLSearchParams): Pieces {
  const from = offset(query, "start", text.length);
  const to = offset(query, "end", text.length);
  const marked = from !== null && to !== null && from < to;
  const cited = query.get("clause");
  const anchors = new Map(clauses.filter((c) => c.path !== null).map((c) => [c.start, c]));
  const headings = new Map([...anchors.keys()].map((start) => [start, headingEnd(text, start)]));
  const cuts = [...new Set([...anchors.keys(), ...headings.values(), ...(marked ? [from, to] : [])])].sort((a, b) => a - b);
  return (first, last) => {
    const sorted = [first, ...cuts.filter((cut) => cut > first && cut < last), last];
    return sorted.slice(0, -1).map((start, index) => {
      const piece = text.slice(start, sorted[index + 1]);
      const clause = anchors.get(start);
      const inside = marked && start >= from && start < to;
      const words = inside ? html`<mark>${piece}</mark>` : html`${piece}`;
      const heading = clause && (headings.get(start) ?? start) > start;
      return clause
        ? html`<span class="clause ${clause.path === cited ? "cited" : ""} ${heading ? "heading" : ""}" id=${`c${start}`} tabindex="-1" role=${heading ? "heading" : nothing} aria-level=${heading ? Math.min(clause.depth + 2, 6) : nothing}>${words}</span
          >${heading && clause.path ? clauseLink(clause.path) : nothing}`
        : words;
    });
  };
}

function offset(query: URLSearchParams, name: string, max: number): number | null {
  const value = Number.parseInt(query.get(name) ?? "", 10);
  return Number.isInteger(value) && value >= 0 && value <= max ? value : null;
}
