import { html, type TemplateResult } from "lit";
import { today } from "../shared/days";
import type { Fact, Field } from "./types";

/** An input for a fact that the enterprise tells itself, by the field's type or by the condition that asks for it. */
export function statementInput(key: string, name: string, asked: { unit: string | null; flag: boolean } | undefined, fields: Field[]): TemplateResult {
  const field = fields.find((one) => one.key === key);
  const flag = field?.type === "FLAG" || asked?.flag === true;
  if (flag) {
    return html`<select name="value" aria-label=${name}><option value="true">是</option><option value="false">否</option></select>`;
  }
  const unit = field?.unit ?? asked?.unit ?? "";
  const date = field?.type === "DATE";
  return html`<input name="value" type=${date ? "date" : "text"} aria-label=${name} required placeholder=${unit === "share" ? "百分比，如 12%" : unit} />
    <input type="hidden" name="unit" .value=${unit} />
    ${field?.yearly ? html`<select name="period" aria-label="年度">${lastYears().map((year) => html`<option>${year}</option>`)}</select>` : ""}`;
}

const lastYears = (): string[] => Array.from({ length: 3 }, (_, i) => String(new Date().getFullYear() - 1 - i));

/** The fact that was typed in. */
export function statementFact(key: string, form: FormData, fields: Field[]): Fact {
  const field = fields.find((one) => one.key === key);
  const text = String(form.get("value") ?? "").trim();
  const unit = String(form.get("unit") ?? "");
  const period = form.get("period");
  return {
    field: key,
    value: value(text, field),
    ...(unit ? { unit } : {}),
    ...(period ? { period: String(period) } : {}),
    source: "企业自述",
    observedAt: today(),
  };
}

function value(text: string, field: Field | undefined): string | number | boolean {
  if (text === "true" || text === "false") {
    return text === "true";
  }
  const plain = text.replace(/,/g, "");
  if (/^-?\d+(\.\d+)?[%％]$/.test(plain)) {
    return Number(plain.slice(0, -1)) / 100;
  }
  return field?.type !== "TEXT" && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}
