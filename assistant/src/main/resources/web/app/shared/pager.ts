import { html, nothing, type TemplateResult } from "lit";
import type { Page } from "./types";

export const pagesOf = (found: Page<unknown>): number => Math.ceil(found.total / found.pageSize);

/** The way to the page before and after, where there are several; `turn` gets -1 or 1. */
export function pager(found: Page<unknown>, turn: (by: number) => void, between: TemplateResult | typeof nothing = nothing): TemplateResult | typeof nothing {
  const pages = pagesOf(found);
  return pages > 1
    ? html`<nav class="row" aria-label="翻页">
        <button ?disabled=${found.page <= 1} @click=${() => turn(-1)}>上一页</button>
        ${between}
        <button ?disabled=${found.page >= pages} @click=${() => turn(1)}>下一页</button>
      </nav>`
    : nothing;
}

/** Which page of how many, for a list that does not say it elsewhere. */
export const place = (found: Page<unknown>): TemplateResult => html`<span>${found.page} / ${pagesOf(found)}</span>`;
