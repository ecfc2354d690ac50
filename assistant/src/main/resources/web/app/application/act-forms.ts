import type { Application } from "./types";

export type Kind = "area" | "line" | "money" | "count" | "date" | "verdict" | "back" | "upheld" | "objection" | "clause" | "quote";

export interface Field {
  name: string;
  label: string;
  kind: Kind;
  required: boolean;
}

const field = (name: string, label: string, kind: Kind, required = true): Field => ({ name, label, kind, required });

/** What an act needs; one without an entry is done after a question. */
export const FORMS: Record<string, Field[]> = {
  request_correction: [field("reason", "要补正什么（企业会看到）", "area"), field("days", "补正期限（工作日，不填按规则）", "count", false)],
  review: [field("verdict", "审核意见", "verdict"), field("text", "说明", "area"), field("backTo", "退回到哪一步（只在退回时有用）", "back", false)],
  start_expert_review: [field("reason", "为什么需要专家评审", "area")],
  end_expert_review: [field("text", "评审结果", "area")],
  publicise: [field("days", "公示天数（不填按规则）", "count", false)],
  resolve_objection: [field("objection", "处理哪一条异议", "objection"), field("upheld", "异议是否成立", "upheld"), field("text", "核查情况", "area")],
  approve: [field("amount", "批准金额（元，没有资金的不填）", "money", false), field("text", "说明（选填）", "area", false)],
  reject: [
    field("reason", "驳回的理由（企业会看到）", "area"),
    field("clause", "依据的条款", "clause", false),
    field("quote", "条款原文（逐字）", "quote"),
    field("way", "救济途径（不填按规则）", "area", false),
  ],
  pay: [field("amount", "拨付金额（元）", "money"), field("paidOn", "拨付日期", "date"), field("voucher", "凭证号", "line"), field("batch", "批次（选填）", "line", false)],
  refund: [field("amount", "退回金额（元）", "money"), field("paidOn", "退回日期", "date"), field("voucher", "凭证号（选填）", "line", false), field("reason", "为什么退回", "area")],
  withdraw: [field("reason", "撤回原因（选填）", "line", false)],
  correct: [field("text", "企业补正的说明", "area"), field("amount", "更正申请金额（元，不变则不填）", "money", false)],
  urge: [field("reason", "催办的话（选填）", "line", false)],
  supervise: [field("reason", "督办理由", "area")],
  note: [field("text", "备注（企业看不到）", "area")],
};

/** Done elsewhere, or by the enterprise alone. */
export const ELSEWHERE = new Set(["save", "submit", "rate", "object"]);

/** What one press does, before it is done. */
export function consequences(one: Application, type: string): string[] {
  const lines: Record<string, string[]> = {
    accept: ["受理后开始计算办理期限，企业会看到。"],
    close: ["办结后不再办理。"],
  };
  return [`${one.item.title}（${one.number}）`, one.enterprise.name ?? one.enterprise.creditCode, ...(lines[type] ?? [])];
}

/** What was typed, as the service wants it. */
export function bodyOf(type: string, fields: Field[], form: FormData): Record<string, unknown> {
  const body: Record<string, unknown> = { type };
  for (const one of fields) {
    const text = String(form.get(one.name) ?? "").trim();
    body[one.name] = text === "" ? null : value(text, one.kind);
  }
  if (type === "review" && body.verdict !== "send_back") {
    body.backTo = null;
  }
  return body;
}

function value(text: string, kind: Kind): unknown {
  switch (kind) {
    case "count":
    case "back":
    case "objection":
      return Number(text);
    case "upheld":
      return text === "true";
    case "money":
      return text.replace(/[,，\s]/g, "");
    default:
      return text;
  }
}
