import { deepStrictEqual, strictEqual } from "node:assert";
import { adopt, autosaveFor, autosaveReady, autosaves, discard, discardAll, save, saved, savedCount, savedForms, type Change } from "../../main/resources/web/app/shared/autosave";
import { FakeStorage, fakeLocalStorage } from "./fakes";

async function as(person: string): Promise<void> {
  autosaveFor(Promise.resolve(person));
  await autosaveReady();
}

Deno.test("text_otherPersonRecordOrForm_isNotTheirs", async () => {
  fakeLocalStorage();
  await as("agent");
  save("case-1", "reply", { text: ["写了一半"] });
  deepStrictEqual(saved("case-1", "reply")?.values, { text: ["写了一半"] });
  strictEqual(saved("case-2", "reply"), null);
  strictEqual(saved("case-1", "note"), null);
  await as("agent2");
  strictEqual(saved("case-1", "reply"), null);
  strictEqual(savedCount(), 0);
});

Deno.test("forms_ofARecord_areThoseInWhichSomethingWaits", async () => {
  fakeLocalStorage();
  await as("agent");
  save("a:b", "reply", { text: ["一"] });
  save("a:b", "note", { text: ["二"] });
  save("a", "b:reply", { text: ["三"] });
  deepStrictEqual(savedForms("a:b").sort(), ["note", "reply"]);
  discard("a:b", "note");
  deepStrictEqual(savedForms("a:b"), ["reply"]);
  discardAll();
  strictEqual(savedCount(), 0);
});

Deno.test("text_ofAVisitor_endsWithTheTab", async () => {
  const lasting = fakeLocalStorage();
  const tab = new FakeStorage();
  Object.defineProperty(globalThis, "sessionStorage", { value: tab, configurable: true, writable: true });
  await as("");
  save("new", "appeal", { contact: ["13800138000"] });
  strictEqual(lasting.length, 0);
  strictEqual(tab.length, 1);
  deepStrictEqual(saved("new", "appeal")?.values, { contact: ["13800138000"] });
});

Deno.test("text_storageFull_isKeptForThePageAndToldSo", async () => {
  const storage = fakeLocalStorage();
  await as("agent");
  storage.full = true;
  strictEqual(save("case-1", "reply", { text: ["长文"] }), false);
  deepStrictEqual(saved("case-1", "reply")?.values, { text: ["长文"] });
  storage.full = false;
  strictEqual(save("case-1", "reply", { text: ["长文"] }), true);
});

Deno.test("copyFromElsewhere_olderThanHere_isNotTaken", async () => {
  fakeLocalStorage();
  await as("agent");
  save("case-1", "reply", { text: ["这里的"] }, new Date("2026-01-02T00:00:00Z"));
  adopt("case-1", "reply", { values: { text: ["旧的"] }, at: "2026-01-01T00:00:00Z" });
  strictEqual(saved("case-1", "reply")?.values.text[0], "这里的");
  adopt("case-1", "reply", { values: { text: ["新的"] }, at: "2026-01-03T00:00:00+00:00" });
  strictEqual(saved("case-1", "reply")?.values.text[0], "新的");
});

Deno.test("changes_savedAndDiscarded_areToldOnce", async () => {
  fakeLocalStorage();
  await as("agent");
  const told: Change[] = [];
  const listen = (event: Event): number => told.push((event as CustomEvent<Change>).detail);
  autosaves.addEventListener("change", listen);
  save("case-1", "reply", { text: ["一"] });
  discard("case-1", "reply");
  discard("case-1", "reply");
  autosaves.removeEventListener("change", listen);
  deepStrictEqual(told, [
    { record: "case-1", form: "reply", values: { text: ["一"] } },
    { record: "case-1", form: "reply", values: null },
  ]);
});
