import { problemOf, readable, withTimeout, ApiProblem } from "./api";

/** Answers that come as lines of JSON: each as soon as it is there. */
export async function eachLine<T>(path: string, form: FormData, signal: AbortSignal, take: (line: T) => void): Promise<void> {
  try {
    const response = await fetch(path, { method: "POST", body: form, signal, headers: { Accept: "application/x-ndjson" } });
    if (!response.ok || !response.body) {
      throw await problemOf(response);
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop() ?? "";
      lines.filter(Boolean).forEach((line) => take(JSON.parse(line) as T));
    }
  } catch (error) {
    throw readable(error);
  }
}

/** A page of a scanned file that is being read. */
export interface PageLine {
  page: number;
  pages: number;
}

type Line<T> = ({ event: "page" } & PageLine) | { event: "answer"; status: number; body: T } | { event: "problem"; problem: Record<string, unknown> };

/** A request about one file that may take minutes: told page by page, and over when nothing was heard for too long. */
export async function callByPage<T>(path: string, form: FormData, silence: number, signal: AbortSignal, page: (at: PageLine) => void): Promise<T> {
  let answer: Line<T> | null = null;
  let limit = withTimeout(signal, silence);
  const stop = new AbortController();
  const watch = (): void => {
    limit.signal.addEventListener("abort", () => stop.abort(limit.signal.reason));
  };
  watch();
  try {
    await eachLine<Line<T>>(path, form, stop.signal, (line) => {
      limit.done();
      limit = withTimeout(signal, silence);
      watch();
      if (line.event === "page") {
        page(line);
      } else {
        answer = line;
      }
    });
  } finally {
    limit.done();
  }
  return bodyOf<T>(answer);
}

function bodyOf<T>(line: Line<T> | null): T {
  if (line?.event === "answer") {
    return line.body;
  }
  const problem = line?.event === "problem" ? line.problem : null;
  throw problem
    ? new ApiProblem(Number(problem.status), String(problem.type), String(problem.detail), problem)
    : new ApiProblem(0, "network", "识别中断，结果没有收到，请重新上传。");
}
