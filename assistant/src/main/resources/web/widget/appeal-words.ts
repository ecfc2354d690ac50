/** What the form of an appeal and its receipt say. */
export interface AppealWords {
  form: string;
  title: string;
  text: string;
  where: string;
  enterprise: string;
  creditCode: string;
  creditCodeHint: string;
  phone: string;
  phoneHint: string;
  email: string;
  notify: string;
  /** By the codes of ways; the service's own names where one is missing. */
  ways: Record<string, string>;
  files: string;
  talk: string;
  sending: string;
  submit: string;
  cancel: string;
  kept: string;
  noPlace: (name: string) => string;
  /** `files` names each file that was not stored, and why. */
  notAttached: (number: string, code: string, files: string) => string;
  receivedBefore: (number: string, code: string) => string;
  received: string;
  number: string;
  code: string;
  keep: string;
  copy: string;
  copied: string;
  copyByHand: string;
  progress: string;
  filed: (count: number) => string;
  line: (number: string, code: string) => string;
  forget: string;
  forgetThis: (number: string) => string;
}

export const CHINESE_APPEAL: AppealWords = {
  form: "提交来件",
  title: "标题",
  text: "具体情况",
  where: "事情在哪里（县区或城市，输入名称后选择）",
  enterprise: "企业名称（选填）",
  creditCode: "统一社会信用代码（选填）",
  creditCodeHint: "18 位统一社会信用代码，见营业执照",
  phone: "联系电话（选填，仅承办单位可见）",
  phoneHint: "请填写座机或手机号码，如 0591-87654321 或 13800138000",
  email: "电子邮箱（选填，用于告知受理和答复）",
  notify: "受理、补充材料、答复和超期怎样告知（填了电话、邮箱才会发；登录后的站内消息总有）",
  ways: {},
  files: "附件（选填，如合同、照片；每个 10 MB 以内，最多 10 个）",
  talk: "附上这次对话和看到的条款",
  sending: "正在提交…",
  submit: "提交来件",
  cancel: "取消",
  kept: "内容仍在表单中，可以再次提交。",
  noPlace: (name) => `没有找到“${name}”，或有几处同名，请从提示中选择，或不填。`,
  notAttached: (number, code, files) =>
    `来件已收到（编号 ${number}，查询码 ${code}），但有文件没有传上。${files} 可以去掉或换掉它们后再次提交，来件不会重复。`,
  receivedBefore: (number, code) =>
    `您上一次提交的来件其实已经收到：编号 ${number}，查询码 ${code}，请记下；这次没有再提交。之后改动的内容仍在表单中：要补充到那一件，请用编号和查询码查询后补充；确要另交一件，请再次提交。`,
  received: "已收到您的来件，等待受理。",
  number: "编号",
  code: "查询码",
  keep: "查询进度和评价都要用到，请保存。",
  copy: "复制",
  copied: "已复制",
  copyByHand: "请按 Ctrl+C 复制",
  progress: "查询进度",
  filed: (count) => `在这里提交过的来件（${count}）`,
  line: (number, code) => `来件编号 ${number}，查询码 ${code}`,
  forget: "不再保留",
  forgetThis: (number) => `不再保留 ${number}`,
};

export const ENGLISH_APPEAL: AppealWords = {
  form: "File an appeal",
  title: "Title (in Chinese, please)",
  text: "What happened (in Chinese, please)",
  where: "Where (type a county or city in Chinese, then choose it)",
  enterprise: "Name of the enterprise (optional)",
  creditCode: "Unified social credit code (optional)",
  creditCodeHint: "18 characters, as on the business licence",
  phone: "Telephone (optional; only the office that handles it sees it)",
  phoneHint: "A landline or mobile number, like 0591-87654321 or 13800138000",
  email: "E-mail (optional; for word of acceptance and the reply)",
  notify: "How to tell you of acceptance, questions, the reply and delays (needs the telephone or e-mail above)",
  ways: { sms: "Text message", mail: "E-mail", webhook: "Message of the platform" },
  files: "Files (optional, contracts or photos; at most 10, each up to 10 MB)",
  talk: "Send this conversation and the clauses shown along",
  sending: "Sending…",
  submit: "File the appeal",
  cancel: "Cancel",
  kept: "What you wrote is still in the form; you can send it again.",
  noPlace: (name) => `No place is called “${name}”, or several are: please choose from the list, or leave it empty.`,
  notAttached: (number, code, files) =>
    `Your appeal was received (number ${number}, code ${code}), but some files were not: ${files} You can take them out or replace them and send again; the appeal will not be filed twice.`,
  receivedBefore: (number, code) =>
    `What you sent before had been received after all: number ${number}, code ${code}; please keep them. Nothing was filed this time. What you changed since is still in the form: to add it to that appeal, look it up with number and code; to file another one, send again.`,
  received: "Your appeal was received and waits to be accepted.",
  number: "Number",
  code: "Code",
  keep: "You need both to follow it and to rate the reply: please keep them.",
  copy: "Copy",
  copied: "Copied",
  copyByHand: "Press Ctrl+C",
  progress: "Follow it",
  filed: (count) => `Appeals filed here (${count})`,
  line: (number, code) => `Number ${number}, code ${code}`,
  forget: "Forget it",
  forgetThis: (number) => `Forget ${number}`,
};
