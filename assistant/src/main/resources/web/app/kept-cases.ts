/** Cases that the reader asked this browser to remember: the code opens them, so never without asking. */
export interface Kept {
  number: string;
  code: string;
  title: string;
}

const KEY = "zhitong-cases";
const MOST = 20;

export function kept(): Kept[] {
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(read) ? read.filter((one) => typeof one?.number === "string" && typeof one?.code === "string") : [];
  } catch {
    return [];
  }
}

export const keep = (one: Kept): Kept[] => save([one, ...kept().filter((other) => other.number !== one.number)].slice(0, MOST));

export const forget = (number: string): Kept[] => save(kept().filter((one) => one.number !== number));

function save(list: Kept[]): Kept[] {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Kept for this page only.
  }
  return list;
}

/** A number or code as a Chinese input method may have typed it: wide letters, dashes of any kind, blanks. */
export const plainCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[‐-―−﹣]/g, "-")
    .replace(/\s+/g, "")
    .toUpperCase();
