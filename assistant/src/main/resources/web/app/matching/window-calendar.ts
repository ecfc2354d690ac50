import { css, html, nothing, type TemplateResult } from "lit";
import type { Window } from "./types";

interface Windowed {
  itemId: string;
  title: string;
  window: Window | null;
}

const MONTHS = 12;

export const calendarStyles = css`
  .months th,
  .months td {
    min-width: 2.4em;
    text-align: center;
    padding: 0.2em;
  }
  .months tbody th {
    text-align: left;
    min-width: 12em;
    font-weight: 400;
  }
  .months .on {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
  }
`;

const key = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}`;

/** Which windows are open in which of the next twelve months. */
export function windowCalendar(items: Windowed[]): TemplateResult | typeof nothing {
  const today = new Date();
  const months = Array.from({ length: MONTHS }, (_, i) => key(new Date(today.getFullYear(), today.getMonth() + i, 1)));
  const rows = items.filter((item) => item.window?.from && item.window.to && item.window.to >= `${months[0]}-01`);
  if (rows.length === 0) {
    return nothing;
  }
  const open = (item: Windowed, month: string): boolean =>
    (item.window?.from ?? "").slice(0, 7) <= month && month <= (item.window?.to ?? "").slice(0, 7);
  return html`<section class="card" aria-labelledby="windows">
    <h2 id="windows">申报期日历</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="未来十二个月的申报期">
      <table class="months">
        <thead>
          <tr><th scope="col">事项</th>${months.map((month) => html`<th scope="col">${Number(month.slice(5))}月</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            (item) => html`<tr>
              <th scope="row"><a href=${`/items/${item.itemId}`}>${item.title}</a></th>
              ${months.map((month) =>
                open(item, month)
                  ? html`<td class="on" title=${`${item.window?.from} 至 ${item.window?.to}`}><span aria-label="申报期内">●</span></td>`
                  : html`<td></td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
