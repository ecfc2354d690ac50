import { html, type TemplateResult } from "lit";
import type { Receipt } from "./conversation";

const line = (one: Receipt): string => `来件编号 ${one.number}，查询码 ${one.trackingCode}`;

const progress = (one: Receipt, base: string): string => `${base}/my?number=${encodeURIComponent(one.number)}`;

/** After an appeal was filed: it was received, which is not yet 受理 (an act of the department). */
export function receiptView(one: Receipt, base: string): TemplateResult {
  return html`<div class="receipt notice" role="status" tabindex="-1">
    <strong>已收到您的来件，等待受理。</strong>
    <dl>
      <dt>编号</dt>
      <dd class="number">${one.number}</dd>
      <dt>查询码</dt>
      <dd class="code">${one.trackingCode}</dd>
    </dl>
    <p>查询进度和评价都要用到，请保存。</p>
    <p class="row">
      <button type="button" @click=${(event: Event) => void copy(event.currentTarget as HTMLButtonElement, one)}>复制</button>
      <a class="button" href=${progress(one, base)} target="_blank" rel="noopener">查询进度</a>
    </p>
  </div>`;
}

/** Those of earlier conversations. */
export function receiptsView(list: Receipt[], base: string, forget: (one: Receipt) => void): TemplateResult {
  return html`<details class="receipts">
    <summary>在这里提交过的来件（${list.length}）</summary>
    <ul>
      ${list.map(
        (one) => html`<li>
          ${one.title}<br />
          <span class="dim">编号 ${one.number}，查询码 ${one.trackingCode}</span>
          <span class="row">
            <button type="button" class="link" @click=${(event: Event) => void copy(event.currentTarget as HTMLButtonElement, one)}>复制</button>
            <a href=${progress(one, base)} target="_blank" rel="noopener">查询进度</a>
            <button type="button" class="link" @click=${() => forget(one)} aria-label=${`不再保留 ${one.number}`}>不再保留</button>
          </span>
        </li>`,
      )}
    </ul>
  </details>`;
}

async function copy(button: HTMLButtonElement, one: Receipt): Promise<void> {
  try {
    await navigator.clipboard.writeText(line(one));
    button.textContent = "已复制";
  } catch {
    // Refused by the browser or the embedding page: select it, so that the keyboard can.
    const root = button.getRootNode() as ShadowRoot;
    const text = button.closest(".receipt, li")?.querySelector("dl, .dim");
    const selection = (root as unknown as { getSelection?: () => Selection | null }).getSelection?.() ?? getSelection();
    if (text && selection) {
      selection.selectAllChildren(text);
    }
    button.textContent = "请按 Ctrl+C 复制";
  }
}
