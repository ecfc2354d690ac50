import { deepStrictEqual, strictEqual } from "node:assert";
import type { Citation } from "../../main/resources/web/app/shared/types";
import { answerBlocks } from "../../main/resources/web/widget/answer-blocks";

const cited = (marker: number, quote: string): Citation => ({ marker, quote }) as Citation;

Deno.test("blocks_listItems_haveOneMarkerAfterTheLast", () => {
  const sentences = ["《申报指南》二：", "应当提交以下材料：\n", "1.申请表；\n", "2.合同。\n"].map((text) => ({ text, markers: [1] }));
  const blocks = answerBlocks(sentences, [cited(1, "应当提交以下材料：\n1.申请表；\n2.合同。")]);
  deepStrictEqual(blocks, [{ intro: "《申报指南》二：", runs: [{ text: "应当提交以下材料：\n1.申请表；\n2.合同。", markers: [1] }] }]);
});

Deno.test("blocks_twoSources_areTwoParagraphs", () => {
  const sentences = [
    { text: "《甲》一：", markers: [1] },
    { text: "奖励20万元。", markers: [1] },
    { text: "《乙》二：", markers: [2] },
    { text: "奖励30万元。", markers: [2] },
  ];
  const blocks = answerBlocks(sentences, [cited(1, "奖励20万元。"), cited(2, "奖励30万元。")]);
  deepStrictEqual(blocks.map((block) => block.intro), ["《甲》一：", "《乙》二："]);
});

Deno.test("blocks_prose_staysOneParagraphWithItsMarkers", () => {
  const sentences = [
    { text: "可以申请。", markers: [1] },
    { text: "期限为五天。", markers: [2] },
  ];
  const [block] = answerBlocks(sentences, [cited(1, "可以申请"), cited(2, "期限为五天")]);
  strictEqual(block.intro, null);
  deepStrictEqual(block.runs.map((run) => run.markers), [[1], [2]]);
});

Deno.test("blocks_quotedWordsEndingInAColon_areNoIntroduction", () => {
  const [block] = answerBlocks([{ text: "具备下列条件：", markers: [1] }], [cited(1, "具备下列条件：\n(一)成立一年以上")]);
  strictEqual(block.intro, null);
});
