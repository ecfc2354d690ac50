import { today } from "../shared/days";
import { isGroup, type Example, type Fact, type Leaf, type Node, type Value } from "./types";

/** Files to begin with, made from the conditions: one that meets them, one that does not, one with a gap. */

const DAY = today();
const LAST_YEAR = String(new Date().getFullYear() - 1);

const first = (value: Value | undefined): string | number | boolean => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));

function fact(leaf: Leaf, value: string | number | boolean): Fact {
  const made: Fact = { field: leaf.field, value, source: "样例", observedAt: DAY };
  if (leaf.unit) {
    made.unit = leaf.unit;
  }
  if (leaf.period === "last_year") {
    made.period = LAST_YEAR;
  }
  return made;
}

function years(leaf: Leaf, value: string | number | boolean): Fact[] {
  const several = /^(?:last|avg|each)_n_years:(\d+)$/.exec(leaf.period ?? "");
  if (!several || typeof value !== "number") {
    return [fact(leaf, value)];
  }
  const year = new Date().getFullYear();
  return Array.from({ length: Number(several[1]) }, (_, i) => ({ ...fact(leaf, value), period: String(year - 1 - i) }));
}

function number(leaf: Leaf, good: boolean): number {
  const at = Number(first(leaf.value));
  const up = at + Math.max(1, Math.abs(at));
  const down = at > 0 ? at / 2 : at - 1;
  switch (leaf.op) {
    case ">":
      return good ? up : at;
    case ">=":
      return good ? at : down;
    case "<":
      return good ? down : at;
    default:
      return good ? at : up;
  }
}

/** Facts by which a leaf holds, or does not. */
function factsFor(leaf: Leaf, good: boolean): Fact[] {
  const value = first(leaf.value);
  if (leaf.field === "age_years" && typeof value === "number") {
    const born = new Date();
    born.setFullYear(born.getFullYear() - Math.ceil(number(leaf, good)), 0, 1);
    return [{ field: "established", value: born.toISOString().slice(0, 10), source: "样例", observedAt: DAY }];
  }
  if (typeof value === "boolean") {
    return [fact(leaf, (leaf.op === "=") === good ? value : !value)];
  }
  switch (leaf.op) {
    case "has":
    case "obtained":
      return good ? [{ ...fact(leaf, value), validFrom: `${LAST_YEAR}-11-01`, validTo: `${Number(LAST_YEAR) + 3}-10-31` }] : [];
    case "never":
      return good ? [] : [{ ...fact(leaf, value), validFrom: `${LAST_YEAR}-05-01` }];
    case "in_region":
      return [fact(leaf, good ? value : value === "110000" ? "310000" : "110000")];
    case "in_industry":
      return [fact(leaf, good ? value : "T97")];
    case "in":
    case "=":
      return years(leaf, good ? value : typeof value === "number" ? value + 1 : "其他");
    case "not_in":
    case "!=":
    case "not_in_region":
    case "not_in_industry":
      return [fact(leaf, good ? (leaf.op === "not_in_region" ? "110000" : "其他") : value)];
    case "between":
      return years(leaf, typeof value === "number" ? (good ? value : value - 1) : good ? value : "1990-01-01");
    default:
      return typeof value === "number" ? years(leaf, number(leaf, good)) : [fact(leaf, value)];
  }
}

function gather(node: Node, good: boolean): Fact[] {
  if (!isGroup(node)) {
    return node.op === undefined || node.strength === "priority" ? [] : factsFor(node, good);
  }
  if (node.type === "any" && good) {
    return node.children.slice(0, 1).flatMap((child) => gather(child, true));
  }
  return node.children.flatMap((child) => gather(child, good !== (node.type === "none")));
}

/** A leaf that every applicant has to meet by its data, for the file that fails and the one with a gap. */
function deciding(tree: Node): Leaf | undefined {
  const direct = isGroup(tree) && tree.type === "all" ? tree.children : [tree];
  const hard = direct.filter((node): node is Leaf => !isGroup(node) && node.op !== undefined && node.strength === "hard");
  return hard.find((leaf) => factsFor(leaf, false).length > 0 && leaf.field !== "region") ?? hard.find((leaf) => factsFor(leaf, false).length > 0);
}

export function samples(tree: Node): Example[] {
  const met = gather(tree, true);
  const leaf = deciding(tree);
  const field = leaf?.field === "age_years" ? "established" : leaf?.field;
  const others = met.filter((one) => one.field !== field);
  const made = (name: string, expected: Example["expected"], facts: Fact[]): Example => ({
    name,
    expected,
    facts,
    closedFields: [],
    closedRegisters: [],
    asOf: DAY,
  });
  return [
    made("符合的样例", "met", met),
    made("不符合的样例", "not_met", leaf ? [...others, ...factsFor(leaf, false)] : met),
    made("待核实的样例", "unknown", others),
  ];
}
