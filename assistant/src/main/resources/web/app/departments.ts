import { html, type TemplateResult } from "lit";
import { call } from "./shared/api";
import type { Page } from "./shared/types";

let departments: Promise<string[]> | null = null;

/** Names of the catalogue, for choosing; asked once. */
export function departmentNames(): Promise<string[]> {
  departments ??= call<Page<{ name: string }>>("", "/api/departments")
    .then((list) => list.items.map((one) => one.name))
    .catch(() => {
      departments = null;
      return [];
    });
  return departments;
}

/** What an input with `list` offers. */
export const choices = (id: string, names: string[]): TemplateResult =>
  html`<datalist id=${id}>${names.map((name) => html`<option value=${name}></option>`)}</datalist>`;

/** Several names in one line, as people part them. */
export const namesIn = (line: string): string[] => line.split(/[、,，;；]/).map((one) => one.trim()).filter(Boolean);
