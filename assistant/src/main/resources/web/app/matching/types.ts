import { today } from "../shared/days";

/** Shapes of items, conditions, files and matches (DESIGN, contracts). */

export type Value = string | number | boolean | (string | number)[];

export interface Fact {
  field: string;
  value: string | number | boolean;
  unit?: string;
  period?: string;
  validFrom?: string;
  validTo?: string;
  source?: string;
  observedAt?: string;
}

export interface Leaf {
  type: "leaf";
  field: string;
  op?: string;
  value?: Value;
  unit?: string;
  period?: string;
  quote: string;
  start?: number;
  end?: number;
  strength: string;
  mode: string;
  what?: string;
  /** Of an explanation only. */
  index?: number;
  outcome?: Outcome;
  reason?: string;
  words?: string;
  facts?: Fact[];
}

export interface Group {
  type: "all" | "any" | "none" | "at_least";
  n?: number;
  children: Node[];
}

export type Node = Leaf | Group;
export type Outcome = "met" | "not_met" | "unknown";

export interface Window {
  from: string | null;
  to: string | null;
  text: string | null;
}

export interface ItemContent {
  title: string;
  text: string;
  clause: string | null;
  start: number | null;
  end: number | null;
  object: string | null;
  conditions: Node;
  amount: string | null;
  materials: string[];
  window: Window | null;
  mode: string | null;
  department: string | null;
  kind: string | null;
  tiers: { conditions: Node; amount: string }[];
  doubts: string[];
  policyId: string | null;
  region: string | null;
  exclusions: { itemId: string | null; kind: string; quote: string }[];
}

export interface Missing {
  kind: string;
  leaf: number | null;
  text: string;
}

export interface ItemBody {
  itemId: string;
  version: number;
  state: "draft" | "published" | "stopped";
  publishedVersion: number | null;
  item: ItemContent;
  confirmed: number[];
  missing: Missing[];
  words: string[];
  policy: { title: string | null; issuer: string | null; level: string | null; endsOn: string | null };
}

export interface Example {
  name: string;
  expected: Outcome;
  facts: Fact[];
  closedFields: string[];
  closedRegisters: string[];
  asOf: string | null;
}

/** A named condition of enterprises. */
export interface EnterpriseTag {
  tagId: string;
  name: string;
  version: number;
  conditions: Node;
  words: string[];
}

export interface Field {
  key: string;
  name: string;
  type: "NUMBER" | "TEXT" | "FLAG" | "DATE" | "REGION" | "INDUSTRY";
  unit: string | null;
  yearly: boolean;
  source: string;
  own: boolean;
  otherNames: string[];
  /** First letters of its name as it is read. */
  initials: string;
}

/** What people call a field; one that an item made up names itself. */
export const fieldName = (fields: Field[], key: string): string => fields.find((field) => field.key === key)?.name ?? key.replace(/^custom:/, "");

export const OUTCOMES: Record<Outcome, [mark: string, label: string, tone: string]> = {
  met: ["✓", "符合", "good"],
  unknown: ["?", "待核实", "warn"],
  not_met: ["✗", "不符合", "bad"],
};

export const STATES: Record<string, string> = { draft: "草稿", published: "已发布", stopped: "已停止" };

export const GROUPS: Record<Group["type"], string> = {
  all: "以下全部满足",
  any: "满足以下任一",
  none: "不得有以下情形",
  at_least: "至少满足几项",
};

export const isGroup = (node: Node): node is Group => node.type !== "leaf";

/** Leaves in order, depth first, as they are numbered everywhere. */
export function leavesOf(node: Node): Leaf[] {
  return isGroup(node) ? node.children.flatMap(leavesOf) : [node];
}

/** Why a window is not open: not yet, or no more. */
export const closedWords = (window: Window | null): string => {
  const over = window?.to !== null && window?.to !== undefined && window.to < today();
  return `${over ? "已截止" : "未到申报期"}：${windowWords(window)}`;
};

export const windowWords = (window: Window | null): string =>
  !window ? "常年受理" : (window.text ?? [window.from, window.to].filter(Boolean).join(" 至 "));
