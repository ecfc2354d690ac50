import { DAY_MILLIS } from "./shared/days";

const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}`;
const LINE = new RegExp(`^(${DATE})(?:\\s*(?:至|到|~|—|–)+\\s*(${DATE}))?$`);

/** No holiday is longer; a wrong year in the last day would else make thousands. */
const LONGEST = 31;

/** Dates of lines that each hold one, or a first and a last. Says which line it cannot read. */
export function datesIn(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => span(line));
}

function span(line: string): string[] {
  const found = LINE.exec(line);
  const first = found ? time(found[1]) : NaN;
  const last = found?.[2] ? time(found[2]) : first;
  const length = (last - first) / DAY_MILLIS + 1;
  if (!(length >= 1 && length <= LONGEST)) {
    throw new Error(`看不懂“${line}”，请写成 2027-01-01 或 2027-01-01 至 2027-01-03。`);
  }
  return Array.from({ length }, (_, i) => new Date(first + i * DAY_MILLIS).toISOString().slice(0, 10));
}

/** NaN for a day that its month has not. */
function time(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  const at = Date.UTC(year, month - 1, day);
  return new Date(at).getUTCDate() === day && month <= 12 ? at : NaN;
}
