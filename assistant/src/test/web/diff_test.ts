import { deepStrictEqual, strictEqual } from "node:assert";
import { changes } from "../../main/resources/web/app/shared/diff";

const told = (from: string, to: string): string =>
  changes(from, to)
    .map((one) => (one.kind === "same" ? one.text : one.kind === "added" ? `[+${one.text}]` : `[-${one.text}]`))
    .join("");

Deno.test("changes_equalTexts_areOneStretchThatStayed", () => {
  deepStrictEqual(changes("现答复如下。", "现答复如下。"), [{ kind: "same", text: "现答复如下。" }]);
});

Deno.test("changes_wordReplaced_removesBeforeItAdds", () => {
  strictEqual(told("奖励20万元。", "奖励30万元。"), "奖励[-2][+3]0万元。");
});

Deno.test("changes_emptyTexts_areAllAddedOrAllRemoved", () => {
  strictEqual(told("", "新的"), "[+新的]");
  strictEqual(told("旧的", ""), "[-旧的]");
  deepStrictEqual(changes("", ""), []);
});

Deno.test("changes_anyTwoTexts_giveBothBack", () => {
  const pairs = [
    ["一、二、三", "二、三、四"],
    ["甲乙丙丁", "丁丙乙甲"],
    ["字𠮷字", "𠮷字𠮷"],
    ["aab", "aba"],
  ];
  for (const [from, to] of pairs) {
    const list = changes(from, to);
    strictEqual(list.filter((one) => one.kind !== "added").map((one) => one.text).join(""), from);
    strictEqual(list.filter((one) => one.kind !== "removed").map((one) => one.text).join(""), to);
  }
});

Deno.test("changes_textsWithoutAnythingInCommon_endInTime", () => {
  const list = changes("甲".repeat(9_000), "乙".repeat(9_000));
  deepStrictEqual(list.map((one) => one.kind), ["removed", "added"]);
});

Deno.test("changes_randomEdits_areTheFewest", () => {
  let seed = 7;
  const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
  for (let round = 0; round < 300; round++) {
    const from = Array.from({ length: next(12) }, () => "甲乙丙"[next(3)]).join("");
    const to = Array.from({ length: next(12) }, () => "甲乙丙"[next(3)]).join("");
    const list = changes(from, to);
    strictEqual(list.filter((one) => one.kind !== "added").map((one) => one.text).join(""), from);
    strictEqual(list.filter((one) => one.kind !== "removed").map((one) => one.text).join(""), to);
    const edits = list.filter((one) => one.kind !== "same").reduce((sum, one) => sum + one.text.length, 0);
    strictEqual(edits, from.length + to.length - 2 * longestCommon(from, to), `${from} ${to}`);
  }
});

function longestCommon(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i][j] = a[i - 1] === b[j - 1] ? table[i - 1][j - 1] + 1 : Math.max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table[a.length][b.length];
}
