/** A stretch of a stored text that is shown as one thing. */
export interface TextBlock {
  kind: "text" | "table" | "note";
  start: number;
  end: number;
}

/** Offsets of a table's cells, row by row. */
export interface CellSpan {
  start: number;
  end: number;
}

const NOTE = /^注\d{0,3}[：:]/;

/**
 * Cuts a text into tables (lines with tabs between cells), notes and what is neither, in order and without gaps.
 * At the places, which are beginnings of lines, a block begins; a table is cut there only before its first row.
 */
export function textBlocks(text: string, places: number[] = []): TextBlock[] {
  const cuts = new Set(places);
  const blocks: TextBlock[] = [];
  let start = 0;
  while (start < text.length) {
    const line = text.indexOf("\n", start);
    const end = line < 0 ? text.length : line + 1;
    const words = text.slice(start, end);
    const kind = words.includes("\t") ? "table" : NOTE.test(words) ? "note" : "text";
    const last = blocks.at(-1);
    if (last && last.kind === kind && kind !== "note" && !(cuts.has(start) && kind === "text")) {
      last.end = end;
    } else {
      blocks.push({ kind, start, end });
    }
    start = end;
  }
  return blocks;
}

/** The cells of the rows of a table that stands between two offsets. */
export function cellSpans(text: string, from: number, to: number): CellSpan[][] {
  const rows: CellSpan[][] = [];
  let start = from;
  while (start < to) {
    const line = text.indexOf("\n", start);
    const end = line < 0 || line >= to ? to : line;
    const cells: CellSpan[] = [];
    let at = start;
    while (at <= end) {
      const tab = text.indexOf("\t", at);
      const stop = tab < 0 || tab > end ? end : tab;
      cells.push({ start: at, end: stop });
      at = stop + 1;
    }
    rows.push(cells);
    start = end + 1;
  }
  return rows;
}
