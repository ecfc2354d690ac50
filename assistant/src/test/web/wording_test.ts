import { strictEqual } from "node:assert";
import { plainWords } from "../../main/resources/web/app/shared/wording";

const CASES: [string, string][] = [
  ["askedAt（提出时间）请用 ISO 8601，如 2025-09-26T09:30:00+08:00。", "提出时间请写成 2025-09-26 09:30 的形式。"],
  ['没有找到标题或内容所在的列，请用 mapping 指明，如 {"text":"诉求内容"}。现有列：单号、详情。', "没有找到标题或内容所在的列，请在“列的对应”中指明。现有列：单号、详情。"],
  ["没有 into 指定的办件，请核对。", "没有这个编号的办件，请核对。"],
  ["region（地区）请用 GB/T 2260 六位代码，如 350100。", "地区请用六位行政区划代码，如 350100。"],
  ["承办人须有 department（所在部门的名称或编号）。", "承办人须有所在部门的名称或编号。"],
  ["from（起始日期）不能晚于 to（截止日期）。", "起始日期不能晚于截止日期。"],
  ["请先登录，或在请求头 Authorization 中提供有效令牌。", "请先登录。"],
  ["请先登录，或提供查询码 trackingCode。", "请先登录，或提供查询码。"],
  ["scopes 不能为空。", "权限范围不能为空。"],
  ["title 和 text 不能都为空，请至少填写一项。", "标题和正文不能都为空，请至少填写一项。"],
  // What is no field's name stays.
  ["请另存为 XLSX 或 CSV（UTF-8 或 GB18030 编码）后再上传。", "请另存为 XLSX 或 CSV（UTF-8 或 GB18030 编码）后再上传。"],
  ["部门目录须以 departments: 开头，其下列出各部门", "部门目录须以 departments: 开头，其下列出各部门"],
  ["网络连接不上，请检查网络后重试。", "网络连接不上，请检查网络后重试。"],
];

for (const [said, shown] of CASES) {
  Deno.test(`words_${said.slice(0, 16)}_areThePages`, () => strictEqual(plainWords(said), shown));
}
