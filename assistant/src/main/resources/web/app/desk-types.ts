import type { ArrearsDetail, Meeting } from "./arrears/types";
import type { Suggestion } from "./shared/types";

export interface Row {
  caseId: string;
  number: string;
  title: string;
  snippet: string;
  state: string;
  stateLabel: string;
  category: { label: string; decided: boolean } | null;
  department: string | null;
  due: string | null;
  dueProvisional: boolean;
  light: string;
  askedAt: string;
  /** Not in a department's list. */
  enterprise?: string | null;
  urged?: boolean;
  supervised?: boolean;
  review?: string;
  typical?: boolean;
  assignee?: string | null;
  takenOn?: boolean;
  version?: number;
}

/** A department's own part of a case. */
export interface Part {
  role: string;
  department: string;
  state: string;
  stateLabel: string;
  text: string | null;
}

export interface Possible {
  type: string;
  label: string;
  needsReason: boolean;
}

export interface CaseEvent {
  seq: number;
  type: string;
  label: string;
  actorName: string | null;
  actor: string;
  at: string;
  reason: string | null;
  body: Record<string, unknown> | null;
}

export interface StaffCase {
  caseId: string;
  number: string;
  externalNumber: string | null;
  channel: string;
  state: string;
  stateLabel: string;
  version: number;
  title: string;
  text: string;
  /** Null where the sender is protected from the reader's department. */
  contact: { enterprise: string | null; name: string | null; phone: string | null; email: string | null } | null;
  askedAt: string;
  category: { code: string; label: string; decided: boolean } | null;
  department: { id: string | null; name: string } | null;
  supporting: string[];
  deadline: { workingDays: number; due: string; provisional: boolean; light: string; paused?: boolean } | null;
  extensionRequested: boolean;
  supervised: boolean;
  urges: number;
  returns: number;
  parts?: Part[];
  mergedInto?: { caseId: string; number: string; stateLabel: string } | null;
  review?: string;
  typical?: boolean;
  /** Whoever has it in hand, within the department or at the desk. */
  assignee?: string | null;
  /** The supervisor who took it on (难事专办). */
  takenOn?: string | null;
  suggestion: Suggestion | null;
  /** In a share of cases the decision comes first, so that accuracy is measured blind. */
  suggestionHidden?: boolean;
  draft: Draft | null;
  reply: string | null;
  score: number | null;
  themes?: { code: string; label: string }[];
  arrears?: ArrearsDetail | null;
  meetings?: Meeting[];
  possible: Possible[];
  events: CaseEvent[];
}

export interface DraftSource {
  marker: number;
  title: string;
  documentNumber: string | null;
  clause: string | null;
  quote: string;
  status: string;
  url: string;
}

export interface Check {
  kind: string;
  ok: boolean;
  message: string;
}

export interface DraftMatter {
  text: string;
  basis: string;
}

/** A past reply that words were taken from. */
export interface Precedent {
  number: string | null;
  source: string;
  department: string | null;
  title: string | null;
  answeredAt: string | null;
}

export interface Draft {
  blocks: { text: string; markers: number[]; gap: boolean }[];
  citations: DraftSource[];
  checks: Check[];
  /** Drafts made by earlier versions have neither. */
  matters?: DraftMatter[];
  precedents?: Precedent[];
  text: string;
  mode: string | null;
}

export const CHANNELS: Record<string, string> = {
  widget: "网页",
  form: "表单",
  hotline: "热线",
  import: "导入",
  api: "接口",
};

/** What `act` events carry: an event for the log, what to say when it is there, and what ends then and only then. */
export interface Act {
  body: Record<string, unknown>;
  done: string;
  sent?: () => void;
}

export const act = (body: Record<string, unknown>, done: string, sent?: () => void): CustomEvent<Act> =>
  new CustomEvent("act", { detail: { body, done, sent }, bubbles: true, composed: true });

/** Whether the reader may do this with a case now. */
export const can = (file: { possible: { type: string }[] }, type: string): boolean => file.possible.some((one) => one.type === type);

/** A case's title, or how its text begins. */
export const titleOf = (file: { title: string; text: string }): string => file.title || file.text.slice(0, 30);

/** Date and time where the service is; some of its times are UTC. */
export const when = (at: string): string => new Date(at).toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" }).slice(0, 16);
