import { count } from "./edit-tree";
import { isGroup, type Field, type Leaf, type Node } from "./types";

/** Words of a comparison, those first that hold others within them. */
const COMPARISONS: [RegExp, string][] = [
  [/不低于|不少于|不小于/, ">="],
  [/不超过|不高于|不多于|以下|至多/, "<="],
  [/低于|不足|少于|小于/, "<"],
  [/超过|高于|大于|多于/, ">"],
];
const NUMBER = /(\d{1,12}(?:\.\d{1,6})?)\s{0,2}(亿元|%|％)?/;

/** A condition as a person's marked words suggest it, for the person to confirm or correct. */
export function quotedLeaf(words: string, fields: Field[]): Leaf {
  const named = fields.filter((one) => words.includes(one.name)).sort((a, b) => b.name.length - a.name.length)[0];
  const number = NUMBER.exec(words);
  const leaf: Leaf = { type: "leaf", field: named?.key ?? "region", op: "=", value: "", quote: words, strength: "hard", mode: "data" };
  if (named?.type === "FLAG") {
    return { ...leaf, value: true };
  }
  if (!number?.[1] || (named && named.type !== "NUMBER")) {
    return leaf;
  }
  const share = number[2] === "%" || number[2] === "％";
  const value = Number((Number(number[1]) * (number[2] === "亿元" ? 10_000 : share ? 0.01 : 1)).toFixed(8));
  const unit = share ? "share" : named?.unit;
  return { ...leaf, op: COMPARISONS.find(([pattern]) => pattern.test(words))?.[1] ?? ">=", value, ...(unit ? { unit } : {}) };
}

/** Words marked in a text, and where they stand. */
export interface Quoted {
  quote: string;
  start: number;
  end: number;
}

/**
 * What was found in marked words alone, as it stands in the whole text; the place that the issuer implies is not in
 * the words. One condition gets all of them. Null where nothing is left.
 */
export function foundIn(conditions: Node, quoted: Quoted): Node | null {
  const kept = withoutImplied(conditions);
  if (kept === null) {
    return null;
  }
  const single = count(kept) === 1;
  const placed = (node: Node): Node => {
    if (isGroup(node)) {
      return { ...node, children: node.children.map(placed) };
    }
    if (single) {
      return { ...node, ...quoted };
    }
    return node.start === undefined || node.end === undefined ? node : { ...node, start: node.start + quoted.start, end: node.end + quoted.start };
  };
  return placed(kept);
}

function withoutImplied(node: Node): Node | null {
  if (!isGroup(node)) {
    return node.mode === "implied" ? null : node;
  }
  const children = node.children.map(withoutImplied).filter((child): child is Node => child !== null);
  const only = children[0];
  if (only === undefined) {
    return null;
  }
  return children.length === 1 && (node.type === "all" || node.type === "any") ? only : { ...node, children };
}
