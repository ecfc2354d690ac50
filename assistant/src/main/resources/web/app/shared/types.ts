/** Shapes of the HTTP contract that pages use. */

export interface Citation {
  marker: number;
  policyId: string;
  title: string;
  documentNumber: string | null;
  issuer: string | null;
  clause: string | null;
  quote: string;
  start: number;
  end: number;
  status: string;
  url: string;
  sourceUrl: string | null;
  /** A table row's header and row labels. */
  context?: { header: string[]; labels: string[] } | null;
  /** Where the text was read from a picture. */
  ocr?: { confidence: number } | null;
}

export interface Sentence {
  text: string;
  markers: number[];
}

/** The program's own remark, made by rules; it is no sentence of the answer. */
export interface Note {
  kind: string;
  text: string;
}

export interface Answer {
  id: string;
  conversationId: string;
  outcome: "answered" | "related" | "refused" | "clarify";
  mode: "generated" | "extractive" | null;
  text: string;
  options: string[];
  sentences: Sentence[];
  citations: Citation[];
  reason: string | null;
  notes?: Note[];
  /** How a short question was read after the ones before. */
  understoodAs?: string | null;
  tookMillis: number;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

export interface Reason {
  kind: "duty" | "history" | "clause" | "model";
  text: string;
  citation: string | null;
}

export interface DepartmentGuess {
  id: string | null;
  name: string;
  confidence: number;
  reasons: Reason[];
}

export interface Likeness {
  caseId: string;
  similarity: number;
}

export interface Suggestion {
  category: { code: string; label: string; confidence: number };
  departments: DepartmentGuess[];
  supporting: DepartmentGuess[];
  deadline: { workingDays: number; due: string; provisional: boolean };
  /** The same letter again. */
  duplicates: Likeness[];
  /** About the same matter in other words. */
  related?: Likeness[];
  flags: { kind: string; words: string[] }[];
  abstained: boolean;
  reviewReasons: string[];
  sensitive: string[];
  /** Where an appeal brings several. */
  matters?: { text: string; departments: DepartmentGuess[] }[];
  reporterProtected?: boolean;
}

export interface Session {
  authenticated: boolean;
  name: string | null;
  displayName: string | null;
  department: string | null;
  roles: string[];
  /** The password was set by an administrator. */
  passwordChangeDue?: boolean;
  /** Name of the single sign-on; null where there is none. */
  singleSignOn?: string | null;
}

export const CATEGORY_LABELS: Record<string, string> = {
  consultation: "咨询",
  suggestion: "建议",
  demand: "诉求",
};

export const STATUS_LABELS: Record<string, string> = {
  in_force: "有效",
  expired: "失效",
  repealed: "废止",
  amended: "已修订",
};

export const KIND_LABELS: Record<string, string> = {
  policy: "政策文件",
  interpretation: "政策解读",
  guide: "申报指南",
  reply: "建议提案答复",
  other: "其他",
};

export const LEVEL_LABELS: Record<string, string> = {
  national: "国家",
  province: "省级",
  city: "市级",
  county: "县级",
};

export const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** Colours of deadlines, in words. */
export const LIGHTS: Record<string, string> = { overdue: "已超期", red: "今日到期", yellow: "过半", green: "正常", none: "" };

/** 元 with separators, as accounts write them. */
export const yuan = (amount: number | null): string =>
  amount === null ? "—" : amount.toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
