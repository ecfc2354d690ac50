import { problemOf, readable, withTimeout } from "./api";

export interface ServerEvent {
  name: string;
  data: string;
}

/** An answer may wait for a model; silence this long means that the line is dead (comments come every 15 s). */
const SILENCE_MILLIS = 90_000;

/**
 * Posts and reads the reply as server-sent events. EventSource cannot post. Returns when the stream
 * ends; throws an ApiProblem for a fault before it begins.
 */
export async function postForEvents(
  url: string,
  body: unknown,
  onEvent: (event: ServerEvent) => void,
  signal?: AbortSignal,
): Promise<void> {
  const limit = withTimeout(signal, SILENCE_MILLIS);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify(body),
      signal: limit.signal,
    });
    if (!response.ok || !response.body) {
      throw await problemOf(response);
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      rest += value;
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? "";
      blocks.forEach((block) => emit(block, onEvent));
    }
    emit(rest, onEvent);
  } catch (error) {
    throw readable(error);
  } finally {
    limit.done();
  }
}

function emit(block: string, onEvent: (event: ServerEvent) => void): void {
  let name = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith("event:")) {
      name = line.slice(6).trim();
    } else if (line.startsWith("data:")) {
      data.push(line.slice(5).replace(/^ /, ""));
    }
  }
  if (data.length > 0) {
    onEvent({ name, data: data.join("\n") });
  }
}
