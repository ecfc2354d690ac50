import { html, type TemplateResult } from "lit";
import { problemOf, readable, withTimeout } from "./api";
import { saveFile } from "./save-file";

const MILLIS = 60_000;

/** Two buttons that keep the table before them as a file: what is shown is what is kept. */
export const keepTable = (title: string): TemplateResult =>
  html`<p class="row exports">
    <span class="dim">导出此表：</span>
    ${["xlsx", "csv"].map(
      (format) => html`<button class="link" aria-label=${`导出${title}为 ${format.toUpperCase()}`} @click=${(event: Event) => void keep(event, title, format)}>${format.toUpperCase()}</button>`,
    )}
    <span class="bad" role="status"></span>
  </p>`;

async function keep(event: Event, title: string, format: string): Promise<void> {
  const row = (event.currentTarget as HTMLElement).parentElement!;
  const table = row.previousElementSibling?.querySelector("table");
  const said = row.querySelector<HTMLElement>("[role=status]")!;
  said.textContent = "";
  if (!table) {
    return;
  }
  const { signal, done } = withTimeout(undefined, MILLIS);
  try {
    const response = await fetch(`/api/tables/${format}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ title, header: texts(table.tHead?.rows[0]), rows: [...table.tBodies[0].rows].map((one) => texts(one).map(cell)) }),
      signal,
    });
    if (!response.ok) {
      throw await problemOf(response);
    }
    saveFile(await response.blob(), `${title}.${format}`);
  } catch (error) {
    said.textContent = readable(error).message;
  } finally {
    done();
  }
}

const texts = (row: HTMLTableRowElement | undefined): string[] =>
  [...(row?.cells ?? [])].map((one) => one.innerText.replace(/\s+/g, " ").trim());

const cell = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) && text.length < 15 ? Number(text) : text);
