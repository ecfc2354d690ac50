import { ApiProblem, isAbort } from "./api";

/**
 * What became of one file.
 *
 * `added` is null where it was not stored; then `why` is a sentence that says why not.
 */
export interface Outcome<T> {
  file: File;
  added: T | null;
  why: string;
}

const LOST = "网络中断，没有上传，请稍后再选一次。";

/**
 * Sends files one after the other. One that is refused does not stop those after it; only where the service cannot be
 * reached are the others not tried, since each would wait for its own time-out.
 */
export async function sendEach<T>(files: File[], send: (file: File) => Promise<T>, begins: (file: File, index: number) => void = () => {}): Promise<Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  let lost = false;
  for (const [index, file] of files.entries()) {
    if (lost) {
      outcomes.push({ file, added: null, why: LOST });
      continue;
    }
    begins(file, index);
    try {
      outcomes.push({ file, added: await send(file), why: "" });
    } catch (error) {
      if (isAbort(error)) {
        throw error;
      }
      lost = error instanceof ApiProblem && error.status === 0;
      outcomes.push({ file, added: null, why: (error as Error).message });
    }
  }
  return outcomes;
}

export const refused = <T>(outcomes: Outcome<T>[]): Outcome<T>[] => outcomes.filter((one) => one.added === null);

/** Those that were stored, as a sentence that names them; empty for none. */
export function stored<T>(outcomes: Outcome<T>[]): string {
  const names = outcomes.filter((one) => one.added !== null).map((one) => one.file.name);
  return names.length === 0 ? "" : `已上传 ${names.length} 个：${names.join("、")}。`;
}

/** Those that were not, each with its reason, to be shown line by line. */
export const reasons = <T>(outcomes: Outcome<T>[]): string[] => refused(outcomes).map(({ file, why }) => `${file.name}：${why}`);

/** A list with what was added; one that had been there, and was sent again, stands in it once. */
export function joined<T extends { attachmentId: string }>(list: T[], outcomes: Outcome<T>[]): T[] {
  const added = outcomes.flatMap((one) => (one.added === null ? [] : [one.added]));
  return [...new Map([...list, ...added].map((one) => [one.attachmentId, one])).values()];
}
