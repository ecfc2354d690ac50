export interface Instalment {
  due: string;
  amount: number;
  open: number;
  overdue: boolean;
}

/** What is owed on one case; amounts in 元, null before they were recorded. */
export interface ArrearsDetail {
  mentioned: number | null;
  amount: number | null;
  paid: number | null;
  open: number | null;
  debtor: string | null;
  debtorKindLabel: string | null;
  contract: string | null;
  undisputed: boolean | null;
  deliveredOn: string | null;
  agreedDays: number | null;
  term: { days: number; due: string; provisional: boolean; overdue: boolean; note: string | null } | null;
  instalments: Instalment[];
  repayments: { paidOn: string; amount: number }[];
  complaint: { passOnBy: string; resultBy: string; longestBy: string; note: string };
}

export interface Meeting {
  number: number;
  url: string | null;
  topic: string | null;
  startsAt: string;
  minutes: number;
  parties: string[];
  status: string;
  statusLabel: string;
  outcome: string | null;
}

export interface ArrearsRow {
  caseId: string;
  number: string;
  askedAt: string;
  department: string | null;
  enterprise: string | null;
  status: string;
  statusLabel: string;
  amount: number | null;
  paid: number | null;
  open: number | null;
  debtor: string | null;
  debtorKindLabel: string | null;
  contract: string | null;
  undisputed: boolean | null;
  due: string | null;
  overdue: boolean;
}

export interface ArrearsSum {
  debtorKind: string;
  label: string;
  cases: number;
  amount: number;
  paid: number;
  open: number;
  overdueCases: number;
}

export interface ArrearsList {
  items: ArrearsRow[];
  total: number;
  page: number;
  pageSize: number;
  sums: ArrearsSum[];
  unrecorded: number;
  overdueInstalments: { caseId: string; number: string; debtor: string | null; due: string; amount: number; open: number }[];
}

export const DEBTOR_KINDS: [string, string][] = [
  ["state_organ", "机关"],
  ["public_institution", "事业单位"],
  ["large_enterprise", "大型企业"],
  ["other", "其他"],
];

export const disputed = (undisputed: boolean | null): string => (undisputed === null ? "未核实" : undisputed ? "无争议" : "有争议");
