/** Sentences of the service that a page's reader could do nothing with, in words of the page. */
const SENTENCES: [RegExp, string][] = [
  [/，或在请求头 Authorization 中提供有效令牌/g, ""],
  [/，或提供查询码 trackingCode/g, "，或提供查询码"],
  [/请用 ISO 8601，如 [-\dT:+]+/g, "请写成 2025-09-26 09:30 的形式"],
  [/应为 ISO 8601 时间，例如 [-\dT:+]+/g, "请写成 2025-09-26 09:30 的形式"],
  [/请用 mapping 指明，如 \{[^}]*\}/g, "请在“列的对应”中指明"],
  [/请用 columns 指明，例如 [\w=,\p{Script=Han}]+/gu, "请改好列名"],
  [/没有 into 指定的办件/g, "没有这个编号的办件"],
  [/into（主办件的编号或 caseId）/g, "主办件的编号"],
  [/请核对 into/g, "请核对主办件的编号"],
  [/请给出 basedOn：您看到的办件 version|basedOn 不是这件办件的 version/g, "页面上的办件不是最新的"],
  [/，可用的 type 见接口说明/g, ""],
  [/须为接口说明所列的取值：/g, "有误："],
  [/ ?GB\/T 2260 六位代码/g, "六位行政区划代码"],
  [/（submit_reply）/g, ""],
];

const NAMES: Record<string, string> = {
  askedAt: "提出时间",
  occurredAt: "发生时间",
  expiresAt: "失效时间",
  externalNumber: "工单编号",
  enterprise: "企业名称",
  contactName: "联系人",
  contactPhone: "联系电话",
  contactEmail: "电子邮箱",
  department: "部门",
  departments: "部门",
  supporting: "配合部门",
  category: "类别",
  region: "地区",
  channel: "渠道",
  title: "标题",
  text: "正文",
  reason: "理由",
  level: "层级",
  kind: "种类",
  status: "效力",
  state: "状态",
  due: "期限",
  from: "起始日期",
  to: "截止日期",
  date: "日期",
  scopes: "权限范围",
  roles: "角色",
  mapping: "列的对应",
  columns: "列名",
  file: "文件",
  files: "文件",
  metadata: "元数据",
  query: "检索词",
  page: "页码",
  pageSize: "每页件数",
  limit: "件数",
  issuedOn: "成文日期",
};

/** A name of its own, not a part of a longer one, of an address or of an example. */
const NAME = new RegExp(` ?(?<![A-Za-z0-9_./{"'-])(${Object.keys(NAMES).join("|")})(?![A-Za-z0-9_./}"'=:-]) ?`, "g");

/**
 * What the service said, for people: it names fields in English for those who program against it, mostly
 * with the Chinese word in brackets behind.
 */
export function plainWords(detail: string): string {
  let words = detail;
  for (const [pattern, instead] of SENTENCES) {
    words = words.replace(pattern, instead);
  }
  return words
    .replace(/ ?[a-z][A-Za-z.]*（([^（）]*)）/g, "$1")
    .replace(NAME, (_, name: string) => NAMES[name])
    .trim();
}
