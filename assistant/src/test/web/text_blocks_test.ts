import { deepStrictEqual } from "node:assert";
import { cellSpans, textBlocks } from "../../main/resources/web/app/shared/text-blocks";

const TEXT = "一、标准\n档次\t金额\n甲\t3元\n注1：限本地。\n完。";

Deno.test("textBlocks_tableAndNote_areBlocksOfTheirOwn", () => {
  deepStrictEqual(
    textBlocks(TEXT).map((block) => [block.kind, TEXT.slice(block.start, block.end)]),
    [
      ["text", "一、标准\n"],
      ["table", "档次\t金额\n甲\t3元\n"],
      ["note", "注1：限本地。\n"],
      ["text", "完。"],
    ],
  );
});

Deno.test("cellSpans_rowsOfATable_giveTheOffsetsOfTheirCells", () => {
  const [, table] = textBlocks(TEXT);
  deepStrictEqual(
    cellSpans(TEXT, table.start, table.end).map((row) => row.map((cell) => TEXT.slice(cell.start, cell.end))),
    [
      ["档次", "金额"],
      ["甲", "3元"],
    ],
  );
});

Deno.test("textBlocks_places_beginBlocksButCutNoTable", () => {
  const place = TEXT.indexOf("完。");
  const inTable = TEXT.indexOf("甲\t");
  const more = `${TEXT}\n又。`;
  deepStrictEqual(
    textBlocks(more, [inTable, more.indexOf("又。")]).map((block) => more.slice(block.start, block.end)),
    ["一、标准\n", "档次\t金额\n甲\t3元\n", "注1：限本地。\n", "完。\n", "又。"],
  );
  deepStrictEqual(textBlocks(TEXT, [place]).length, 4);
});
