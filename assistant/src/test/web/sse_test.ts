import { deepStrictEqual, rejects, strictEqual } from "node:assert";
import { ApiProblem } from "../../main/resources/web/app/shared/api";
import { postForEvents, type ServerEvent } from "../../main/resources/web/app/shared/sse";

/** The service's answer, in the pieces in which it arrives. */
function answers(pieces: string[] | Uint8Array[], status = 200, type = "text/event-stream"): void {
  const encoder = new TextEncoder();
  globalThis.fetch = () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        pieces.forEach((piece) => controller.enqueue(typeof piece === "string" ? encoder.encode(piece) : piece));
        controller.close();
      },
    });
    return Promise.resolve(new Response(body, { status, headers: { "Content-Type": type } }));
  };
}

async function events(): Promise<ServerEvent[]> {
  const list: ServerEvent[] = [];
  await postForEvents("http://service/api/questions", {}, (event) => list.push(event));
  return list;
}

Deno.test("events_cutAnywhere_areWhole", async () => {
  const stream = "event: stage\ndata: {\"name\":\"检索\"}\n\n: 15 s\n\nevent: answer\r\ndata: 第一行\r\ndata: 第二行\r\n\r\n";
  const bytes = new TextEncoder().encode(stream);
  const expected = [
    { name: "stage", data: '{"name":"检索"}' },
    { name: "answer", data: "第一行\n第二行" },
  ];
  for (let size = 1; size <= bytes.length; size += 7) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      pieces.push(bytes.slice(at, at + size));
    }
    answers(pieces);
    deepStrictEqual(await events(), expected, `in pieces of ${size}`);
  }
});

Deno.test("events_lastWithoutBlankLine_isTaken", async () => {
  answers(["event: answer\ndata: {}"]);
  deepStrictEqual(await events(), [{ name: "answer", data: "{}" }]);
});

Deno.test("events_withoutName_areMessages", async () => {
  answers(["data:x\n\n"]);
  deepStrictEqual(await events(), [{ name: "message", data: "x" }]);
});

Deno.test("stream_faultBeforeIt_isAProblemWithItsSentence", async () => {
  answers(['{"type":"urn:zhitong:problem:rate-limited","detail":"提问太频繁，请稍后再试。"}'], 429, "application/problem+json");
  await rejects(events, (error: unknown) => {
    strictEqual(error instanceof ApiProblem && error.status, 429);
    strictEqual((error as Error).message, "提问太频繁，请稍后再试。");
    return true;
  });
});

Deno.test("stream_noConnection_isANetworkProblem", async () => {
  globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  await rejects(events, (error: unknown) => error instanceof ApiProblem && error.type === "network");
});
