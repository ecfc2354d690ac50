/** Every page with what it is for: the navigation and the start page show the same list. */
export interface Destination {
  href: string;
  text: string;
  about: string;
  /** Who may use it; everybody when absent. */
  roles?: string[];
}

export const DESTINATIONS: Destination[] = [
  { href: "/", text: "政策问答", about: "用自己的话问政策，每句回答都注明出处。" },
  { href: "/library", text: "政策库", about: "按层级、地区、主题、行业、种类和效力查找政策原文、解读和申报指南。" },
  { href: "/items", text: "事项库", about: "免申即享、易申快享和需要申请的事项：条件、金额、材料、申报期。" },
  { href: "/enterprise", text: "企业匹配", about: "本企业符合哪些事项、还差什么，平台掌握本企业的哪些数据。" },
  { href: "/publicity", text: "申报公示", about: "正在公示的申报；对拟支持的企业有异议的，不用登录就可以提出。" },
  { href: "/subscribe", text: "政策订阅", about: "按主题、地区和关键词订阅新发布的事项，发到邮箱，随时退订。" },
  { href: "/results", text: "兑付公开", about: "已批准并公示期满的奖补结果：谁、哪个事项、多少、何时。" },
  { href: "/my", text: "我的来件", about: "提交来件，查看进度、期限和答复，办结后评价。" },
  {
    href: "/desk",
    text: "坐席工作台",
    about: "按期限排队的来件，核对分办建议，起草并发出答复。",
    roles: ["agent", "supervisor", "administrator"],
  },
  {
    href: "/department",
    text: "部门办件",
    about: "本部门的办件：签收、退回、申请延期、答复。",
    roles: ["handler"],
  },
  {
    href: "/liaison",
    text: "包联和帮办",
    about: "包联企业的走访和反映，帮办代办的派单、接单和评单。",
    roles: ["agent", "handler", "supervisor", "administrator"],
  },
  {
    href: "/applications",
    text: "申报办理",
    about: "企业申报的受理、补正、审核、公示、批准和拨付，免申即享名单，等得最久的步骤。",
    roles: ["agent", "handler", "supervisor", "administrator"],
  },
  {
    href: "/arrears",
    text: "拖欠账款",
    about: "拖欠中小企业账款的办件：金额、欠款单位、付款期限、分期和还款，未还清的跟到还清。",
    roles: ["agent", "handler", "supervisor", "administrator"],
  },
  {
    href: "/supervisor",
    text: "督办看板",
    about: "今日数字、超期和临期、分办准确率、热点问题、日报和清单。",
    roles: ["supervisor", "administrator"],
  },
  {
    href: "/publish",
    text: "政策发布",
    about: "上传政策文件，核对识别结果后发布，关联解读和指南，查看公开时限。",
    roles: ["publisher", "administrator"],
  },
  {
    href: "/match-board",
    text: "匹配看板",
    about: "各事项惠及多少企业、缺哪些数据、哪些事项快到期。",
    roles: ["publisher", "supervisor", "administrator"],
  },
  {
    href: "/payments",
    text: "拨付对账",
    about: "导入拨付清单，核对逾期、重复、金额、收款人等问题，核实后登记；预算和使用。",
    roles: ["handler", "supervisor", "administrator"],
  },
  {
    href: "/inspection",
    text: "纪检监督",
    about: "查看申报、拨付和问题，不能办理；查阅有记录。",
    roles: ["inspector", "supervisor", "administrator"],
  },
  {
    href: "/cockpit",
    text: "领导驾驶舱",
    about: "从惠及、推送、已读到申报、批准、兑付，按事项、地区、行业、规模；效果和季度通报。",
    roles: ["supervisor", "administrator", "inspector"],
  },
  {
    href: "/visits",
    text: "回访抽查",
    about: "月度回访和季度抽查：按种子随机抽取、电话清单、回访结果和跟进办件。",
    roles: ["agent", "supervisor", "administrator"],
  },
  {
    href: "/gaps",
    text: "政策缺口",
    about: "没有答上或被评为没用的提问，按主题归并：缺什么条款、谁负责、是否已补上。",
    roles: ["publisher", "supervisor", "administrator"],
  },
  {
    href: "/departments",
    text: "部门目录",
    about: "部门的名称、职责和沿革；导入新的目录，核对更名和合并。",
    roles: ["supervisor", "administrator"],
  },
  {
    href: "/calendar",
    text: "工作日历",
    about: "各年的放假和调休；导入新的一年，期限随之重算。",
    roles: ["supervisor", "administrator"],
  },
  {
    href: "/admin",
    text: "系统管理",
    about: "账号、接口密钥和个人信息查阅记录。",
    roles: ["administrator"],
  },
];

export const allowed = (one: Destination, roles: string[]): boolean =>
  !one.roles || one.roles.some((role) => roles.includes(role));

export const loginFor = (path: string): string => `/login?next=${encodeURIComponent(path)}`;

/** Whether the address bar is at a page or below it. */
export const isHere = (href: string): boolean =>
  location.pathname === href || (href !== "/" && location.pathname.startsWith(`${href}/`));
