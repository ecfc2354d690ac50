import { DEBTOR_KINDS } from "./arrears/types";
import { namesIn } from "./departments";
import { SCORES } from "./scores";
import { placeCode } from "./shared/places";

/** One thing that a move asks for. A dot in its name says which part of the request it belongs to. */
export interface Field {
  name: string;
  label: string;
  kind: "line" | "area" | "days" | "department" | "list" | "level" | "finding" | "score" | "place" | "person" | "note" | "called" | "money" | "date" | "time" | "count" | "theme" | "debtorKind" | "undisputed" | "instalments" | "meeting";
  required: boolean;
}

const field = (name: string, label: string, kind: Field["kind"] = "line", required = true): Field => ({ name, label, kind, required });
export const REASON = field("reason", "理由");

/** What a move needs; a reason alone needs no entry. */
export const FORMS: Record<string, Field[]> = {
  reassign: [field("department", "改派给", "department"), REASON],
  arbitrate: [field("department", "裁定由哪个部门承办", "department"), REASON],
  transfer: [
    field("level", "转办到的层级", "level"),
    field("region", "地区（选填，输入名称后选择）", "place", false),
    field("department", "接办部门（选填）", "department", false),
    REASON,
  ],
  add_support: [field("supporting", "配合单位（用顿号分开）", "list")],
  part_reply: [field("text", "配合意见", "area"), field("department", "代哪个部门填写（部门自己填写时不填）", "department", false)],
  part_return: [REASON, field("department", "代哪个部门填写（部门自己填写时不填）", "department", false)],
  merge: [field("into", "主办件的编号")],
  reject: [field("legalGround", "不予受理的法律依据"), REASON],
  request_extension: [field("days", "延期工作日数（1 到 30）", "days"), REASON],
  grant_extension: [field("days", "批准的工作日数（不填则按申请）", "days", false)],
  order_rectification: [field("days", "整改工作日数", "days"), REASON],
  review: [field("finding", "复核结论", "finding"), field("text", "复核情况", "area")],
  note: [field("text", "备注（输入 @ 和姓名可提醒同事）", "note")],
  call: [field("finding", "回访结果", "called"), field("text", "通话情况（选填）", "area", false)],
  assign: [field("person", "由谁经办（不选为取消指定）", "person", false)],
  supplement: [field("text", "企业补充的内容", "area")],
  rate: [field("score", "满意程度", "score"), field("comment", "企业的说法（选填）", "area", false)],
  mark_theme: [field("theme", "专题", "theme")],
  unmark_theme: [field("theme", "专题", "theme"), REASON],
  record_arrears: [
    field("arrears.amount", "拖欠金额（元）", "money"),
    field("arrears.debtor", "欠款单位名称"),
    field("arrears.debtorKind", "欠款单位类型", "debtorKind"),
    field("arrears.contract", "合同编号或名称（选填）", "line", false),
    field("arrears.undisputed", "双方有无争议", "undisputed", false),
    field("arrears.deliveredOn", "交付、验收或结算日期（选填，付款期限由此起算）", "date", false),
    field("arrears.agreedDays", "合同约定的付款天数（选填）", "count", false),
    field("arrears.instalments", "商定的分期（选填，每行一期：日期 金额，如 2026-06-30 5000）", "instalments", false),
  ],
  record_repayment: [field("repayment.amount", "到账金额（元）", "money"), field("repayment.paidOn", "到账日期", "date"), field("text", "说明（选填）", "line", false)],
  set_meeting: [
    field("meeting.number", "改期的会议（约定新会议时不选）", "meeting", false),
    field("meeting.url", "会议链接（https:// 开头）"),
    field("meeting.startsAt", "开始时间", "time"),
    field("meeting.minutes", "时长（分钟）", "count"),
    field("meeting.parties", "参加方（用顿号分开）", "list"),
    field("meeting.topic", "议题（选填）", "line", false),
  ],
  cancel_meeting: [field("meeting.number", "哪次会议", "meeting"), REASON],
  record_meeting: [field("meeting.number", "哪次会议", "meeting"), field("text", "会议结果", "area")],
  withdraw: [field("reason", "撤回原因（选填）", "line", false)],
};

/** What may be chosen, by the kind of the field. */
export const CHOICES: Record<string, [string, string][]> = {
  level: [["province", "省级"], ["city", "市级"], ["county", "县级"]],
  called: [["reached", "已接通"], ["no_answer", "无人接听"], ["declined", "不愿评价"], ["wrong_number", "号码有误"]],
  finding: [["justified", "属实"], ["unjustified", "不属实"]],
  score: [["", "请选择"], ...SCORES],
  theme: [["arrears", "拖欠账款"], ["inspection", "涉企检查"]],
  debtorKind: DEBTOR_KINDS,
  undisputed: [["", "未核实"], ["true", "无争议"], ["false", "有争议"]],
};

const NUMBERS = new Set<Field["kind"]>(["days", "score", "count", "meeting"]);

/** One a line: day and amount; what is not understood is sent as it stands, and the service says what is wrong. */
const instalmentsIn = (text: string): { due: string; amount: string }[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [due, amount] = line.split(/[\s，,：:]+/);
      return { due, amount: (amount ?? "").replace(/元$/, "") };
    });

/** What a field says, as the service takes it; null where it was left empty. */
const valueOf = (kind: Field["kind"], text: string): unknown => {
  if (text === "") {
    return null;
  }
  switch (kind) {
    case "undisputed":
      return text === "true";
    case "instalments":
      return instalmentsIn(text);
    case "list":
      return namesIn(text);
    case "place":
      return placeCode(text);
    default:
      return NUMBERS.has(kind) ? Number(text) : text;
  }
};

/** The request for a move, from the form that was filled for it. */
export const requestOf = (type: string, fields: Field[], form: FormData): Record<string, unknown> => {
  const body: Record<string, unknown> = { type };
  for (const one of fields) {
    const value = String(form.get(one.name) ?? "").trim();
    const [group, name] = one.name.includes(".") ? one.name.split(".") : [null, one.name];
    const into = group === null ? body : ((body[group] ??= {}) as Record<string, unknown>);
    into[name] = valueOf(one.kind, value);
  }
  return body;
};
