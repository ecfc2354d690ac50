/** Shapes of payments and results, as the service gives them. */

export interface RowFinding {
  kind: string;
  kindLabel: string;
  sheet: string | null;
  row: number | null;
  applicationId: string | null;
  number: string | null;
  message: string;
  held: boolean;
}

export interface Outcome {
  batchId: string | null;
  dryRun: boolean;
  unchanged: boolean;
  rows: number;
  matched: number;
  findings: RowFinding[];
  unread: { sheet: string | null; row: number; why: string }[];
  notes: string[];
  message: string;
}

export interface Entry {
  entryId: string | null;
  fileName: string | null;
  sheet: string | null;
  row: number | null;
  number: string | null;
  creditCode: string | null;
  payee: string | null;
  item: string | null;
  amount: number;
  paidOn: string | null;
  voucher: string | null;
  state: string | null;
  stateLabel: string | null;
  applicationId: string | null;
  applicationNumber: string | null;
  itemTitle: string | null;
  enterprise: string | null;
  findings: { kind: string; kindLabel: string; message: string }[];
  resolvedBy: string | null;
  reason: string | null;
}

export interface Budget {
  itemId: string;
  year: number;
  title: string;
  budget: number | null;
  approved: number;
  paid: number;
  left: number | null;
  warning: string | null;
}

export interface Result {
  applicationId: string;
  name: string;
  creditCode: string;
  itemId: string;
  item: string;
  regionName: string | null;
  amount: number | null;
  paid: number;
  day: string;
  stateLabel: string;
  corrections: { text: string; at: string }[];
}

export interface Reading {
  at: string;
  actor: string;
  actorName: string;
  address: string;
  whatLabel: string;
}

export const KINDS: [kind: string, label: string][] = [
  ["late", "逾期拨付"],
  ["twice", "重复拨付"],
  ["amount", "金额不符"],
  ["payee", "收款人不符"],
  ["not_approved", "未批准"],
  ["unpaid", "应拨未拨"],
  ["unknown", "无法对应"],
];

export const STATES: [state: string, label: string][] = [
  ["open", "待核实"],
  ["booked", "已登记"],
  ["accepted", "核实后登记"],
  ["corrected", "更正后登记"],
  ["ignored", "不计"],
];

export const rowName = (sheet: string | null, row: number | null): string => (row === null ? "不在文件中" : `${sheet ? `“${sheet}”` : ""}第 ${row} 行`);
