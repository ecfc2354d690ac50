import type { Share } from "../board/parts";

/** Shapes of the cockpit, as the service gives them. */

export interface Row {
  key: string;
  name: string;
  reach: number;
  pushed: number;
  opened: number;
  applied: number;
  approved: number;
  paid: number;
  approvedAmount: number;
  paidAmount: number;
  medianDays: number | null;
  mostDays: number | null;
  inTime: Share;
  takeUp: Share;
}

export interface Figures {
  from: string;
  to: string;
  reachOn: string;
  total: Row;
  byItem: Row[];
  byRegion: Row[];
  byIndustry: Row[];
  byScale: Row[];
  byMonth: Row[];
  reached: number;
  silent: number;
  silentExamples: { creditCode: string; name: string; items: number }[];
}

export interface Comparison {
  fieldName: string;
  beforeYear: number;
  afterYear: number;
  groups: { name: string; enterprises: number; compared: number; before: number | null; after: number | null; change: number | null }[];
  warning: string;
}

/** The stages in order, by what a row has of each. */
export const STAGES: [keyof Row, string][] = [
  ["reach", "符合"],
  ["pushed", "推送"],
  ["opened", "已读"],
  ["applied", "申报"],
  ["approved", "批准"],
  ["paid", "兑付"],
];

export const known = (row: Row): [string, number][] => STAGES.map(([stage, label]) => [label, row[stage] as number]);
