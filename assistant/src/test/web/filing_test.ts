import { deepStrictEqual, rejects, strictEqual } from "node:assert";
import { autosaveFor, autosaveReady, sentRequest } from "../../main/resources/web/app/shared/autosave";
import { fileOnce } from "../../main/resources/web/app/shared/filing";
import { fakeLocalStorage } from "./fakes";

/** The service: a key is one text's; `lose` answers get lost after the text has arrived. */
class FakeIntake {
  readonly cases: { key: string; body: string }[] = [];
  lose = 0;
  unreachable = 0;

  constructor() {
    globalThis.fetch = (_url: unknown, init?: RequestInit) => this.#take(new Headers(init!.headers).get("Idempotency-Key")!, String(init!.body));
  }

  async #take(key: string, body: string): Promise<Response> {
    if (this.unreachable-- > 0) {
      throw new TypeError("no connection");
    }
    let number = this.cases.findIndex((one) => one.key === key);
    if (number >= 0 && this.cases[number].body !== body) {
      return new Response(JSON.stringify({ detail: "已用于另一件", header: "Idempotency-Key" }), { status: 409 });
    }
    if (number < 0) {
      number = this.cases.push({ key, body }) - 1;
    }
    if (this.lose-- > 0) {
      throw new TypeError("connection lost");
    }
    return new Response(JSON.stringify({ caseId: String(number), number: `N${number}`, trackingCode: "C" }), { status: 201 });
  }
}

async function begin(): Promise<FakeIntake> {
  fakeLocalStorage();
  autosaveFor(Promise.resolve("agent"));
  await autosaveReady();
  return new FakeIntake();
}

const says = (words: string) => (error: unknown) => (error as Error).message.includes(words);
const file = (text: string, record = "new") => fileOnce("", record, "appeal", { text });

Deno.test("filing_answerLostAndSentAgainFromAnotherPage_isOneCase", async () => {
  const intake = await begin();
  intake.lose = 1;
  await rejects(() => file("停电"), says("网络连接不上"));
  const again = await file("停电");
  strictEqual(intake.cases.length, 1);
  deepStrictEqual([again.filed.number, again.earlier], ["N0", false]);
  strictEqual(sentRequest("new", "appeal"), null);
});

Deno.test("filing_answerLostThenTextChanged_givesTheFirstReceiptAndFilesNothing", async () => {
  const intake = await begin();
  intake.lose = 1;
  await rejects(() => file("停电"), says("网络连接不上"));
  const changed = await file("停电两天");
  strictEqual(intake.cases.length, 1);
  deepStrictEqual([changed.filed.number, changed.earlier], ["N0", true]);
  const another = await file("停电两天");
  deepStrictEqual([another.filed.number, another.earlier, intake.cases.length], ["N1", false, 2]);
});

Deno.test("filing_firstNeverArrived_filesTheChangedTextAlone", async () => {
  const intake = await begin();
  intake.unreachable = 1;
  await rejects(() => file("停电"), says("网络连接不上"));
  intake.lose = 1;
  await rejects(() => file("停电两天"), says("网络连接不上"));
  const third = await file("停电三天");
  deepStrictEqual([third.filed.number, third.earlier], ["N0", true]);
  deepStrictEqual(intake.cases.map((one) => one.body), ['{"text":"停电两天"}']);
});

Deno.test("filing_afterOneThatWasAnswered_isAnotherCase", async () => {
  const intake = await begin();
  await file("停电");
  await file("停电");
  strictEqual(intake.cases.length, 2);
  strictEqual(new Set(intake.cases.map((one) => one.key)).size, 2);
});

Deno.test("filing_keyOfATextNoLongerKnown_isReplacedForTheNextTry", async () => {
  const intake = await begin();
  intake.unreachable = 1;
  await rejects(() => file("停电"), says("网络连接不上"));
  intake.cases.push({ key: sentRequest("new", "appeal")!.key, body: "{}" });
  await rejects(() => file("停电"), says("已用于另一件"));
  strictEqual((await file("停电")).filed.number, "N1");
});
