import { html, nothing, type TemplateResult } from "lit";
import type { Talk } from "./conversation";
import type { Words } from "./words";

/** What stands in an empty window. */
export function examplesView(examples: string[], words: Words, ask: (text: string) => void): TemplateResult {
  return html`<p>${words.welcome}</p>
    ${examples.length === 0 ? nothing : html`<p class="dim">${words.tryThese}</p>`}
    ${examples.map((text) => html`<button type="button" class="option" @click=${() => ask(text)}>${text}</button>`)}`;
}

/** Conversations that were ended on this device. */
export function earlierView(talks: Talk[], words: Words, open: (index: number) => void, drop: (index: number) => void): TemplateResult {
  return html`<details class="receipts">
    <summary>${words.earlier}（${talks.length}）</summary>
    <ul>
      ${talks.map(
        ({ turns }, index) => html`<li>
          ${turns[0]?.question}
          <span class="row">
            <button type="button" class="link" @click=${() => open(index)}>${words.open}</button>
            <button type="button" class="link" @click=${() => drop(index)}>${words.drop}</button>
          </span>
        </li>`,
      )}
    </ul>
  </details>`;
}

/** Asked before a conversation is cleared away. */
export function leavingView(filed: boolean, renew: () => void, stay: () => void): TemplateResult {
  return html`<div class="leaving" role="alert">
    开始新对话后，这里的问答不再显示${filed ? "；提交过的来件编号和查询码会保留" : ""}。
    <span class="row">
      <button type="button" class="primary" @click=${renew}>开始新对话</button>
      <button type="button" @click=${stay}>继续这一个</button>
    </span>
  </div>`;
}
