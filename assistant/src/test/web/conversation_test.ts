import { deepStrictEqual, strictEqual } from "node:assert";
import { ConversationStore, answered, emptyConversation, newTurn } from "../../main/resources/web/widget/conversation";
import type { Answer } from "../../main/resources/web/app/shared/types";
import { FakeStorage } from "./fakes";

const store = (storage: Storage, region: string, id = ""): ConversationStore => new ConversationStore("https://service", region, id, () => storage);

Deno.test("conversation_otherRegion_isAnother", () => {
  const storage = new FakeStorage();
  const a = store(storage, "990100");
  const b = store(storage, "990200");
  a.save({ ...emptyConversation(), turns: [newTurn("澜州的问题")] });
  strictEqual(b.load().turns.length, 0);
  strictEqual(a.load().turns[0].question, "澜州的问题");
  a.close();
  b.close();
});

Deno.test("conversations_alikeOnOnePage_haveOneEach", () => {
  const storage = new FakeStorage();
  const first = store(storage, "");
  const second = store(storage, "");
  first.save({ ...emptyConversation(), turns: [newTurn("第一个窗口")] });
  strictEqual(second.load().turns.length, 0);
  first.close();
  second.close();
  const again = store(storage, "");
  strictEqual(again.load().turns[0].question, "第一个窗口");
  again.close();
});

Deno.test("turn_unansweredWhenThePageWent_isFailed", () => {
  const storage = new FakeStorage();
  const one = store(storage, "");
  one.save({ ...emptyConversation(), turns: [newTurn("没有等到回答")] });
  const turn = one.load().turns[0];
  strictEqual(turn.outcome, "failed");
  strictEqual(turn.text, "上次回答未完成，请重试。");
  one.close();
});

Deno.test("conversation_longerThanKept_losesItsOldestTurnsButNoReceipt", () => {
  const storage = new FakeStorage();
  const one = store(storage, "");
  const turns = Array.from({ length: 40 }, (_, i) => newTurn(`问题 ${i}`));
  const receipts = [{ number: "ZT1", trackingCode: "ABC", title: "来件" }];
  one.save({ ...emptyConversation(), conversationId: "c", turns, receipts });
  const kept = one.load();
  strictEqual(kept.turns.length, 30);
  strictEqual(kept.turns[0].question, "问题 10");
  deepStrictEqual(kept.receipts, receipts);
  one.close();
});

Deno.test("conversation_storageHoldsSomethingElse_beginsAnew", () => {
  const storage = new FakeStorage();
  const one = store(storage, "");
  for (const text of ["nonsense", "[]", '{"turns":{}}', '{"turns":[null,{"question":1}]}']) {
    storage.setItem(one.key, text);
    strictEqual(one.load().turns.length, 0, text);
  }
  storage.full = true;
  one.save(emptyConversation());
  one.close();
});

Deno.test("answer_ofAnEarlierService_hasNoNotes", () => {
  const turn = newTurn("问题");
  const answer = { id: "1", conversationId: "c", outcome: "answered", mode: "extractive", text: "答", options: [], sentences: [], citations: [], reason: null, tookMillis: 1 };
  answered(turn, answer as Answer);
  deepStrictEqual([turn.notes, turn.understoodAs, turn.outcome], [[], null, "answered"]);
});
