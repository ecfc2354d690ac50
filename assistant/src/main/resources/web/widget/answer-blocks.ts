import type { Citation, Sentence } from "../app/shared/types";

/** Words with the markers that stand after them. */
export interface Run {
  text: string;
  markers: number[];
}

/** A paragraph of an answer; `intro` names the text that is quoted in it. */
export interface Block {
  intro: string | null;
  runs: Run[];
}

const same = (a: number[], b: number[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

/**
 * An answer's sentences as paragraphs: each quoted source has its own, named by its introduction.
 * Sentences that follow one another with the same markers have them once, after the last.
 */
export function answerBlocks(sentences: Sentence[], citations: Citation[]): Block[] {
  const blocks: Block[] = [];
  for (const { text, markers } of sentences) {
    const last = blocks[blocks.length - 1];
    if (isIntro(text, markers, citations)) {
      blocks.push({ intro: text.trim(), runs: [] });
    } else if (!last) {
      blocks.push({ intro: null, runs: [{ text, markers }] });
    } else {
      const run = last.runs[last.runs.length - 1];
      if (run && same(run.markers, markers)) {
        run.text += text;
      } else {
        last.runs.push({ text, markers });
      }
    }
  }
  return blocks.map(({ intro, runs }) => ({ intro, runs: runs.map((run) => ({ ...run, text: run.text.replace(/\s+$/, "") })) }));
}

/** It ends in a colon and is not in what it cites: it was put there to say whose words follow. */
function isIntro(text: string, markers: number[], citations: Citation[]): boolean {
  const words = text.trim();
  return /[：:]$/.test(words) && markers.length > 0 && !citations.some((one) => markers.includes(one.marker) && one.quote.includes(words));
}
