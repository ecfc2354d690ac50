import { html, nothing, type TemplateResult } from "lit";

/** What stands in an empty window; `suggestions` are parted by |. */
export function examplesView(suggestions: string, ask: (text: string) => void): TemplateResult {
  const examples = suggestions.split("|").filter((text) => text.trim() !== "");
  return html`<p>您好，我可以根据已发布的政策文件回答问题，每句话都注明出处。找不到依据时不会作答，可以转为来件由部门答复。</p>
    ${examples.length === 0 ? nothing : html`<p class="dim">试试这样问：</p>`}
    ${examples.map((text) => html`<button type="button" class="option" @click=${() => ask(text)}>${text}</button>`)}`;
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
