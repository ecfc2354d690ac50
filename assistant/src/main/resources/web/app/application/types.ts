import type { Value, Window } from "../matching/types";
import { yuan } from "../shared/types";

/** Shapes of applications (docs/applications.md); amounts in 元. */

export interface Known {
  field: string;
  name: string;
  value: string;
  unit: string | null;
  period: string | null;
  source: string;
  observedAt: string;
}

export interface Asked {
  field: string;
  name: string;
  type: string;
  unit: string | null;
  period: string | null;
  why: string;
  quote: string;
  required: boolean;
}

export interface Evidence {
  part: string;
  name: string;
  quote: string | null;
  required: boolean;
}

export interface Lacking {
  index: number;
  words: string;
  reason: string;
  quote: string;
  clause: string | null;
}

export interface FormView {
  itemId: string;
  title: string;
  clause: string | null;
  policyId: string | null;
  amount: string | null;
  mode: string | null;
  department: string | null;
  window: Window | null;
  windowOpen: boolean;
  creditCode: string;
  enterpriseName: string;
  form: {
    outcome: string;
    outcomeLabel: string;
    known: Known[];
    asked: Asked[];
    evidence: Evidence[];
    unmet: Lacking[];
    verifiedByOffice: Lacking[];
  };
}

export interface Answer {
  field: string;
  value: Value;
  unit?: string | null;
  period?: string | null;
}

export interface NamedAnswer extends Answer {
  name: string;
}

export interface Step {
  index: number;
  department: string;
  current: boolean;
  done: boolean;
  verdict: string | null;
  verdictLabel: string | null;
  text: string | null;
  at: string | null;
}

export interface ApplicationEvent {
  seq: number;
  type: string;
  label: string;
  at: string;
  by: string | null;
  reason: string | null;
  details: Record<string, unknown>;
}

export interface Objection {
  seq: number;
  at: string;
  text: string | null;
  contact: string | null;
  open: boolean;
}

export interface Possible {
  type: string;
  label: string;
}

export interface Application {
  applicationId: string;
  number: string;
  mode: string;
  modeLabel: string;
  version: number;
  state: string;
  stateLabel: string;
  stateSince: string;
  turn: string | null;
  item: { itemId: string; version: number; title: string; policyId: string | null };
  enterprise: { creditCode: string; name: string | null; region: string | null; industry: string | null; scale: string | null };
  department: string | null;
  steps: Step[];
  clock: {
    due: string | null;
    workingDays: number | null;
    provisional: boolean;
    light: string;
    paused: boolean;
    correctUntil: string | null;
    publicityUntil: string | null;
    publicityOver: boolean;
    paymentDue: string | null;
  };
  money: { appliedYuan: number | null; capYuan: number | null; approvedYuan: number | null; paidYuan: number | null; leftYuan: number | null; paidOn: string | null };
  answers: NamedAnswer[];
  objections: Objection[];
  submittedAt: string | null;
  urges: number;
  supervised: boolean;
  score: number | null;
  events: ApplicationEvent[];
  possible: Possible[];
}

export interface ApplicationRow {
  applicationId: string;
  number: string;
  mode: string;
  itemId: string;
  itemTitle: string;
  creditCode: string;
  enterpriseName: string | null;
  department: string | null;
  turn: string | null;
  state: string;
  stateLabel: string;
  due: string | null;
  dueProvisional: boolean;
  light: string;
  paused: boolean;
  publicityUntil: string | null;
  paymentDue: string | null;
  appliedYuan: number | null;
  approvedYuan: number | null;
  paidYuan: number | null;
  submittedAt: string | null;
  stateSince: string;
  urges: number;
  supervised: boolean;
}

export interface ApplicationPage {
  items: ApplicationRow[];
  total: number;
  page: number;
  pageSize: number;
}

/** Where an application can stand, in the order of its way. */
export const STATES: [string, string][] = [
  ["draft", "待提交"],
  ["submitted", "待受理"],
  ["correction", "待补正"],
  ["reviewing", "审核中"],
  ["publicity", "公示中"],
  ["objection", "异议处理"],
  ["approved", "待拨付"],
  ["paid", "已拨付"],
  ["closed", "已办结"],
  ["rejected", "已驳回"],
  ["withdrawn", "已撤回"],
];

/** Whether the reader may do something now. */
export const may = (one: Application, type: string): boolean => one.possible.some((possible) => possible.type === type);

export const isDraft = (one: { state: string }): boolean => one.state === "draft";

/** 元 in words for whoever reads a list. */
export const amountWords = (amount: number | null): string => (amount === null ? "" : `${yuan(amount)} 元`);
