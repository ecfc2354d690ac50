import type { Suggestion } from "./shared/types";

export interface Row {
  caseId: string;
  number: string;
  title: string;
  snippet: string;
  stateLabel: string;
  category: { label: string; decided: boolean } | null;
  department: string | null;
  due: string | null;
  dueProvisional: boolean;
  light: string;
  askedAt: string;
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
  askedAt: string;
  category: { code: string; label: string; decided: boolean } | null;
  department: { id: string | null; name: string } | null;
  deadline: { workingDays: number; due: string; provisional: boolean; light: string } | null;
  suggestion: Suggestion | null;
  reply: string | null;
  score: number | null;
  possible: { type: string; label: string; needsReason: boolean }[];
  events: { seq: number; label: string; actorName: string | null; actor: string; at: string; reason: string | null }[];
}

export interface Draft {
  blocks: { text: string; markers: number[]; gap: boolean }[];
  citations: { marker: number; title: string; documentNumber: string | null; clause: string | null; quote: string; url: string }[];
  checks: { kind: string; ok: boolean; message: string }[];
}

export const LIGHTS: Record<string, string> = { overdue: "已超期", red: "临期", yellow: "过半", green: "正常", none: "" };
