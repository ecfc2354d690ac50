import { html, type TemplateResult } from "lit";
import type { LeafPart } from "./leaf-fields";

/** What each key does on the publisher's desk, as the page tells it. */
const KEYS: [string, string][] = [
  ["↑ ↓", "选条件"],
  ["回车", "确认并到下一条"],
  ["1 2 3", "所在组改为 全部 / 任一 / 不得"],
  ["J", "与上一条组成“任一”"],
  ["X", "移入“不得”，或移出"],
  ["F O V P", "改 字段 / 比较 / 值 / 期间；回车确认并到下一条，Esc 返回"],
  ["N / Q", "选中的字建新条件 / 作为本条引文"],
  ["Alt+↑ ↓", "移动"],
  ["Delete", "删除"],
  ["Ctrl+Z", "撤销"],
  ["Ctrl+S", "保存"],
];

/** Keys that go to a part of the chosen condition. */
export const PARTS: Record<string, LeafPart> = { f: "field", o: "op", v: "value", p: "period" };

export const keysView = (): TemplateResult =>
  html`<details><summary>按键</summary><dl class="keys">${KEYS.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`)}</dl></details>`;

/** Whether Enter presses it; on a condition's sentence it confirms the condition. */
export const isPressed = (target: HTMLElement): boolean => /^(BUTTON|A|SUMMARY)$/.test(target.tagName) && !target.classList.contains("sentence");
