import { strictEqual } from "node:assert";
import { denyLeaf } from "../../main/resources/web/app/matching/edit-tree";
import { quotedLeaf } from "../../main/resources/web/app/matching/quoted-leaf";
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
