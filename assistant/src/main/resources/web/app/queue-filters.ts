import { CHANNELS } from "./desk-types";
import { today } from "./shared/days";
import { CATEGORY_LABELS } from "./shared/types";

/** What a list of cases is narrowed and sorted by, as the API names it; an empty value does not narrow. */
export interface Filters {
  state: string;
  due: string;
  mark: string;
  q: string;
  department: string;
  category: string;
  channel: string;
  region: string;
  askedFrom: string;
  askedTo: string;
  sort: string;
  pageSize: string;
  page: number;
}

type Choices = [value: string, label: string][];

export const STATES: Choices = [
  ["open", "未答复"],
  ["received", "待受理"],
  ["awaiting_information", "待补充"],
  ["awaiting_dispatch", "待派单"],
  ["dispatched", "已派单"],
  ["in_progress", "办理中"],
  ["extension_requested", "延期申请"],
  ["returned,contested", "退回和异议"],
  ["returned", "退回"],
  ["contested", "异议裁定"],
  ["reassigned", "改派"],
  ["reopened", "重办"],
  ["rectifying", "限期整改"],
  ["awaiting_review", "待审核"],
  ["answered", "已答复"],
  ["awaiting_follow_up", "待回访"],
  ["closed", "办结"],
  ["merged", "已并单"],
  ["rejected", "不予受理"],
  ["withdrawn", "撤回"],
  ["all", "全部"],
];

export const DUES: Choices = [
  ["", "任何期限"],
  ["overdue", "已超期"],
  ["today", "今日到期"],
  ["backlog", "补录未阅（补录时已到期，还没有人打开）"],
  ["at_risk", "临期（今日或下一工作日到期）"],
  [today(), "今日及以前到期"],
];

/** Lists that cut across states. */
export const MARKS: Choices = [
  ["", "不限标记"],
  ["review", "待抽查复核"],
  ["typical", "典型问题"],
  ["mine", "由我经办"],
  ["takenOn", "难事专办"],
];

export const CATEGORIES: Choices = [["", "不限类别"], ...Object.entries(CATEGORY_LABELS)];
export const SOURCES: Choices = [["", "不限渠道"], ...Object.entries(CHANNELS)];
export const SORTS: Choices = [
  ["due", "按到期日"],
  ["newest", "最新提出在前"],
  ["oldest", "最早提出在前"],
];
export const SIZES: Choices = [
  ["20", "每页 20 件"],
  ["50", "每页 50 件"],
  ["100", "每页 100 件"],
];

const START: Filters = { state: "open", due: "", mark: "", q: "", department: "", category: "", channel: "", region: "", askedFrom: "", askedTo: "", sort: "due", pageSize: "20", page: 1 };

const NAMES = Object.keys(START) as (keyof Filters)[];

/** As an address has them; other parameters of the page are not looked at. */
export function filtersIn(address: URLSearchParams): Filters {
  const filters = { ...START };
  for (const name of NAMES) {
    const value = address.get(name);
    if (value !== null) {
      Object.assign(filters, { [name]: name === "page" ? Math.max(1, Number.parseInt(value, 10) || 1) : value });
    }
  }
  return filters;
}

/** Puts them into an address, each that differs from how the page begins. */
export function intoAddress(filters: Filters, address: URLSearchParams): URLSearchParams {
  const out = new URLSearchParams(address);
  for (const name of NAMES) {
    filters[name] === START[name] ? out.delete(name) : out.set(name, String(filters[name]));
  }
  return out;
}

/** What the API is asked. Marks cut across states. */
export function queryOf(filters: Filters): URLSearchParams {
  const { mark, state, page, ...others } = filters;
  // These two are kept by state, the others cut across.
  const within = mark === "mine" || mark === "takenOn";
  const query = new URLSearchParams({ page: String(page) });
  Object.entries(others)
    .filter(([, value]) => value !== "")
    .forEach(([name, value]) => query.set(name, value));
  if ((mark === "" || within) && state !== "all") {
    query.set("state", state);
  }
  if (mark !== "") {
    query.set(mark, mark === "review" ? "open" : "true");
  }
  return query;
}

/** How many of the folded fields narrow the list. */
export const furtherFilters = (filters: Filters): number =>
  (["mark", "department", "category", "channel", "region", "askedFrom", "askedTo"] as const).filter((name) => filters[name] !== "").length;
