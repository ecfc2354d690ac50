import { deepStrictEqual, rejects, strictEqual } from "node:assert";
import { ApiProblem } from "../../main/resources/web/app/shared/api";
import { joined, reasons, sendEach, stored } from "../../main/resources/web/app/shared/uploads";

const file = (name: string) => new File(["内容"], name);

/** Gives each file the id of its name; throws what is given for it. */
function service(faults: Record<string, Error> = {}) {
  const sent: string[] = [];
  const send = async (one: File) => {
    sent.push(one.name);
    if (faults[one.name]) {
      throw faults[one.name];
    }
    return { attachmentId: one.name };
  };
  return { sent, send };
}

Deno.test("files_oneRefused_othersAreSentAndEachIsNamed", async () => {
  const { sent, send } = service({ "b.docm": new ApiProblem(400, "", "这种文件不能上传。") });
  const begun: string[] = [];
  const outcomes = await sendEach([file("a.pdf"), file("b.docm"), file("c.png")], send, (one, index) => begun.push(`${index} ${one.name}`));
  deepStrictEqual(sent, ["a.pdf", "b.docm", "c.png"]);
  deepStrictEqual(begun, ["0 a.pdf", "1 b.docm", "2 c.png"]);
  strictEqual(stored(outcomes), "已上传 2 个：a.pdf、c.png。");
  deepStrictEqual(reasons(outcomes), ["b.docm：这种文件不能上传。"]);
});

Deno.test("files_connectionLost_othersAreNotTriedButNamed", async () => {
  const { sent, send } = service({ "b.pdf": new ApiProblem(0, "network", "网络连接不上，请检查网络后重试。") });
  const outcomes = await sendEach([file("a.pdf"), file("b.pdf"), file("c.pdf")], send);
  deepStrictEqual(sent, ["a.pdf", "b.pdf"]);
  deepStrictEqual(
    outcomes.map((one) => one.added?.attachmentId ?? null),
    ["a.pdf", null, null],
  );
  deepStrictEqual(
    reasons(outcomes).map((line) => line.split("：")[0]),
    ["b.pdf", "c.pdf"],
  );
});

Deno.test("files_pageLeft_endsWithoutOutcome", async () => {
  const { send } = service({ "a.pdf": new DOMException("left", "AbortError") });
  await rejects(() => sendEach([file("a.pdf")], send), (error: unknown) => (error as Error).name === "AbortError");
});

Deno.test("list_fileThatHadBeenThere_standsInItOnce", async () => {
  const outcomes = await sendEach([file("a.pdf"), file("b.pdf")], service().send);
  deepStrictEqual(
    joined([{ attachmentId: "a.pdf" }], outcomes).map((one) => one.attachmentId),
    ["a.pdf", "b.pdf"],
  );
  strictEqual(stored(await sendEach([file("x")], service({ x: new ApiProblem(413, "", "过大") }).send)), "");
});
