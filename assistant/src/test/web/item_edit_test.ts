import { strictEqual } from "node:assert";
import { denyLeaf } from "../../main/resources/web/app/matching/edit-tree";
import { fieldOptions } from "../../main/resources/web/app/matching/field-search";
import { foundIn, quotedLeaf } from "../../main/resources/web/app/matching/quoted-leaf";
import { isGroup, type Field, type Leaf, type Node } from "../../main/resources/web/app/matching/types";

const leaf = (field: string): Leaf => ({ type: "leaf", field, quote: field, strength: "hard", mode: "data" });
const shown = (node: Node): string => (isGroup(node) ? `${node.type}(${node.children.map(shown).join(" ")})` : node.field);
const money = { key: "revenue", name: "营业收入", type: "NUMBER", unit: "万元" } as Field;
const quoted = (words: string): string => {
  const found = quotedLeaf(words, [money]);
  return [found.field, found.op, found.value, found.unit].join(" ");
};

Deno.test("denyLeaf_ofALeaf_putsItIntoANegativeListOfItsOwn", () => {
  const [a, b] = [leaf("a"), leaf("b")];
  strictEqual(shown(denyLeaf({ type: "all", children: [a, b] }, [a, b], 1)), "all(a none(b))");
});

Deno.test("denyLeaf_besideANegativeList_joinsIt", () => {
  const [a, b, c] = [leaf("a"), leaf("b"), leaf("c")];
  const tree: Node = { type: "all", children: [a, { type: "none", children: [b] }, c] };
  strictEqual(shown(denyLeaf(tree, [a, b, c], 2)), "all(a none(b c))");
});

Deno.test("denyLeaf_ofTheOnlyOneInAList_takesItOut", () => {
  const [a, b] = [leaf("a"), leaf("b")];
  const tree: Node = { type: "all", children: [a, { type: "none", children: [b] }] };
  strictEqual(shown(denyLeaf(tree, [a, b], 1)), "all(a b)");
});

Deno.test("quotedLeaf_ofANumber_readsFieldComparisonValueAndUnit", () => {
  strictEqual(quoted("营业收入不低于500万元"), "revenue >= 500 万元");
  strictEqual(quoted("营业收入不超过1.5亿元"), "revenue <= 15000 万元");
  strictEqual(quoted("营业收入低于20万元"), "revenue < 20 万元");
});

const catalogue = [
  { ...money, initials: "yysr", otherNames: ["销售收入"] },
  { key: "revenue_growth", name: "营业收入增长率", initials: "yysrzzl", otherNames: [] as string[] },
  { key: "application_count", name: "本年申报数", initials: "bnsbs", otherNames: [] as string[] },
] as Field[];
const options = (typed: string): string => fieldOptions(catalogue, typed).map((one) => one.key).join(" ");

Deno.test("fieldOptions_byNameKeyInitialsAndOtherNames_findTheField", () => {
  strictEqual(options("本年"), "application_count custom:本年");
  strictEqual(options("bnsb"), "application_count");
  strictEqual(options("APPL"), "application_count");
  strictEqual(options("销售收入"), "revenue custom:销售收入");
});

Deno.test("fieldOptions_ofSeveral_putTheNearestFirst", () => {
  strictEqual(options("营业收入"), "revenue revenue_growth");
  strictEqual(options("zzl"), "revenue_growth");
  strictEqual(options(""), "revenue revenue_growth application_count");
});

Deno.test("fieldOptions_ofLettersThatNoFieldHas_areNone", () => {
  strictEqual(options("xyz"), "");
});

Deno.test("foundIn_oneCondition_getsTheMarkedWordsAndLosesTheImpliedPlace", () => {
  const implied: Leaf = { ...leaf("region"), quote: "", mode: "implied" };
  const tree: Node = { type: "all", children: [implied, { ...leaf("staff"), quote: "职工", start: 2, end: 4 }] };
  const found = foundIn(tree, { quote: "（一）职工", start: 100, end: 105 }) as Leaf;
  strictEqual([found.field, found.quote, found.start, found.end].join(" "), "staff （一）职工 100 105");
  strictEqual(foundIn(implied, { quote: "x", start: 0, end: 1 }), null);
});

Deno.test("foundIn_severalConditions_standWhereTheirOwnWordsDo", () => {
  const tree: Node = { type: "any", children: [{ ...leaf("a"), start: 0, end: 1 }, { ...leaf("b"), start: 3, end: 4 }] };
  const found = foundIn(tree, { quote: "a或者b", start: 10, end: 14 })!;
  strictEqual(shown(found), "any(a b)");
  strictEqual(isGroup(found) && (found.children[1] as Leaf).start, 13);
});
