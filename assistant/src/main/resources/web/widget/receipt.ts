import { html, type TemplateResult } from "lit";
import type { AppealWords } from "./appeal-words";
import type { Receipt } from "./conversation";

const line = (one: Receipt, words: AppealWords): string => words.line(one.number, one.trackingCode);

const progress = (one: Receipt, base: string): string => `${base}/my?number=${encodeURIComponent(one.number)}`;

/** After an appeal was filed: it was received, which is not yet 受理 (an act of the department). */
export function receiptView(one: Receipt, base: string, words: AppealWords): TemplateResult {
  return html`<div class="receipt notice" role="status" tabindex="-1">
    <strong>${words.received}</strong>
    <dl>
      <dt>${words.number}</dt>
      <dd class="number">${one.number}</dd>
      <dt>${words.code}</dt>
      <dd class="code">${one.trackingCode}</dd>
    </dl>
    <p>${words.keep}</p>
    <p class="row">
      <button type="button" @click=${(event: Event) => void copy(event.currentTarget as HTMLButtonElement, one, words)}>${words.copy}</button>
      <a class="button" href=${progress(one, base)} target="_blank" rel="noopener">${words.progress}</a>
    </p>
  </div>`;
}

/** Those of earlier conversations. */
export function receiptsView(list: Receipt[], base: string, words: AppealWords, forget: (one: Receipt) => void): TemplateResult {
  return html`<details class="receipts">
    <summary>${words.filed(list.length)}</summary>
    <ul>
      ${list.map(
        (one) => html`<li>
          ${one.title}<br />
          <span class="dim">${line(one, words)}</span>
          <span class="row">
            <button type="button" class="link" @click=${(event: Event) => void copy(event.currentTarget as HTMLButtonElement, one, words)}>${words.copy}</button>
            <a href=${progress(one, base)} target="_blank" rel="noopener">${words.progress}</a>
            <button type="button" class="link" @click=${() => forget(one)} aria-label=${words.forgetThis(one.number)}>${words.forget}</button>
          </span>
        </li>`,
      )}
    </ul>
  </details>`;
}

async function copy(button: HTMLButtonElement, one: Receipt, words: AppealWords): Promise<void> {
  try {
    await navigator.clipboard.writeText(line(one, words));
    button.textContent = words.copied;
  } catch {
    // Refused by the browser or the embedding page: select it, so that the keyboard can.
    const root = button.getRootNode() as ShadowRoot;
    const text = button.closest(".receipt, li")?.querySelector("dl, .dim");
    const selection = (root as unknown as { getSelection?: () => Selection | null }).getSelection?.() ?? getSelection();
    if (text && selection) {
      selection.selectAllChildren(text);
    }
    button.textContent = words.copyByHand;
  }
}
