import { CHINESE_APPEAL, ENGLISH_APPEAL, type AppealWords } from "./appeal-words";

/** What the frame says; texts of policies stay as they were published. */
export interface Words {
  heading: string;
  renew: string;
  you: string;
  answer: string;
  log: string;
  ask: string;
  placeholder: string;
  send: string;
  stop: string;
  foot: string;
  welcome: string;
  tryThese: string;
  retry: string;
  narrower: string;
  file: string;
  fileAnyway: string;
  sources: string;
  source: string;
  related: string;
  reading: string;
  generated: string;
  extractive: string;
  notes: string;
  understood: string;
  asAsked: string;
  useful: string;
  yes: string;
  no: string;
  why: string;
  reasons: string[];
  other: string;
  submit: string;
  thanks: string;
  copy: string;
  copied: string;
  print: string;
  share: string;
  shared: string;
  more: string;
  place: string;
  anywhere: string;
  change: string;
  set: string;
  noPlace: string;
  earlier: string;
  open: string;
  drop: string;
  person: string;
  call: string;
  launcher: string;
  close: string;
  appeal: AppealWords;
  stages: Record<string, string>;
  /** For what the service says in Chinese of itself; empty to show its own words. */
  refused: Record<string, string>;
}

const CHINESE: Words = {
  heading: "政企直通 · 政策问答",
  renew: "新对话",
  you: "您问：",
  answer: "回答：",
  log: "对话内容",
  ask: "您的问题",
  placeholder: "请输入您的问题，例如：招用高校毕业生有什么补贴？",
  send: "发送",
  stop: "停止",
  foot: "回答只引用已收录的政策原文，点击编号可核对出处。",
  welcome: "您好，我可以根据已发布的政策文件回答问题，每句话都注明出处。找不到依据时不会作答，可以转为来件由部门答复。",
  tryThese: "试试这样问：",
  retry: "重试",
  narrower: "问得更具体一些",
  file: "转为来件，请部门答复",
  fileAnyway: "没有解决？提交来件",
  sources: "出处",
  source: "出处",
  related: "可能有关的条款",
  reading: "找到以下可能有关的条款，正在核对其中有没有直接的答案…",
  generated: "由人工智能（语言模型）生成，逐句核对后显示",
  extractive: "直接摘自政策原文",
  notes: "提示（由程序给出，不是政策原文）",
  understood: "按上文理解为",
  asAsked: "不是，按原话重新回答",
  useful: "这次回答有用吗？",
  yes: "有用",
  no: "没用",
  why: "哪里没有帮到您？",
  reasons: ["答非所问", "不完整", "已经过时", "看不懂"],
  other: "其他原因（选填，请不要写个人信息）",
  submit: "提交",
  thanks: "感谢您的评价。",
  copy: "复制",
  copied: "已复制",
  print: "打印",
  share: "分享链接",
  shared: "链接已复制，不含您的提问",
  more: "还可以问：",
  place: "地区",
  anywhere: "不限地区",
  change: "选择地区",
  set: "确定",
  noPlace: "没有找到这个地区，或有几处同名，请从提示中选择。",
  earlier: "以前的对话",
  open: "打开",
  drop: "删除",
  person: "需要人工？",
  call: "可以拨打 12345，或转为来件由部门答复；来件会附上这次对话和看到的条款。",
  launcher: "政策问答",
  close: "收起",
  appeal: CHINESE_APPEAL,
  stages: {
    screen: "正在理解问题…",
    rewrite: "正在结合上文…",
    retrieve: "正在检索政策…",
    read: "正在阅读条款…",
    compose: "正在组织回答…",
    verify: "正在逐句核对引文…",
    record: "正在完成…",
  },
  refused: {},
};

const ENGLISH: Words = {
  heading: "Policy questions",
  renew: "New conversation",
  you: "You asked: ",
  answer: "Answer: ",
  log: "Conversation",
  ask: "Your question",
  placeholder: "Ask in Chinese, for example: 招用高校毕业生有什么补贴？",
  send: "Send",
  stop: "Stop",
  foot: "Answers quote published policies only, in Chinese. Press a number to check its source.",
  welcome: "Ask about published policies, in Chinese; every sentence of an answer names its source. Where the policies do not say, you can file an appeal and a department will reply.",
  tryThese: "For example:",
  retry: "Try again",
  narrower: "Ask more precisely",
  file: "File an appeal to the department",
  fileAnyway: "Not solved? File an appeal",
  sources: "Sources",
  source: "Source",
  related: "Clauses that may be related",
  reading: "These clauses may be related; checking whether one of them answers…",
  generated: "Written by AI (a language model), checked sentence by sentence",
  extractive: "Quoted from the policy's text",
  notes: "Remarks of the program, not of the policy",
  understood: "Understood, with what was said before, as",
  asAsked: "No, answer it as I wrote it",
  useful: "Was this useful?",
  yes: "Useful",
  no: "Not useful",
  why: "What was wrong?",
  reasons: ["答非所问 (off the point)", "不完整 (incomplete)", "已经过时 (outdated)", "看不懂 (unclear)"],
  other: "Another reason (optional; no personal data please)",
  submit: "Submit",
  thanks: "Thank you.",
  copy: "Copy",
  copied: "Copied",
  print: "Print",
  share: "Share link",
  shared: "Link copied; it does not hold your question",
  more: "Related questions:",
  place: "Place",
  anywhere: "Any place",
  change: "Choose a place",
  set: "Set",
  noPlace: "No such place, or several of that name: please choose from the list.",
  earlier: "Earlier conversations",
  open: "Open",
  drop: "Delete",
  person: "Need a person?",
  call: "Call 12345, or file an appeal: this conversation and the clauses shown go with it.",
  launcher: "Policy questions",
  close: "Close",
  appeal: ENGLISH_APPEAL,
  stages: {
    screen: "Reading the question…",
    rewrite: "Looking at what was said before…",
    retrieve: "Searching the policies…",
    read: "Reading clauses…",
    compose: "Writing the answer…",
    verify: "Checking each quote…",
    record: "Finishing…",
  },
  refused: {
    related: "No clause answers this directly. These clauses may be related; nothing is claimed about them.",
    no_evidence: "No policy here answers this question. Please add the place or the policy's name, or file an appeal.",
    out_of_scope: "This is not a question about policies for enterprises. You can file an appeal instead.",
    small_talk: "Hello! Please ask about a policy, in Chinese.",
    unsafe: "This cannot be answered here.",
    clarify: "Several places or policies fit. Which one do you mean?",
  },
};

/** By the element's `lang`, else the page's; a page that says neither has the browser's. */
export function wordsFor(lang: string): Words {
  const wanted = lang || document.documentElement.lang || navigator.language || "zh";
  return /^zh/i.test(wanted) || !/^en/i.test(wanted) ? CHINESE : ENGLISH;
}
