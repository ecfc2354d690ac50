import { html, nothing, type TemplateResult } from "lit";
import type { Answer, Asked } from "./types";

/** Name and id of the input for what is asked. */
export const inputName = (one: Asked): string => `a-${one.field.replace(/[^\w]/g, "_")}-${hash(one.field)}-${one.period ?? ""}`;

/** Fields that an item made up have Chinese names, which \w leaves out. */
const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 99_991, 7);

/** An input that fits what is asked, with what was answered before. */
export function answerInput(one: Asked, kept?: Answer): TemplateResult {
  const name = inputName(one);
  const value = kept ? kept.value : "";
  if (one.type === "flag") {
    return html`<select id=${name} name=${name}>
      <option value="">请选择</option>
      <option value="true" ?selected=${value === true || value === "true"}>是</option>
      <option value="false" ?selected=${value === false || value === "false"}>否</option>
    </select>`;
  }
  const share = one.unit === "share";
  const text = value === "" ? "" : share && typeof value === "number" ? String(Math.round(value * 1_000_000) / 10_000) : String(value);
  const number = one.type === "number";
  return html`<input id=${name} name=${name} type=${one.type === "date" ? "date" : "text"} inputmode=${number ? "decimal" : nothing} maxlength="500" autocomplete="off" value=${text} />
    ${share ? html`<span class="dim">%</span>` : one.unit ? html`<span class="dim">${one.unit}</span>` : nothing}`;
}

/** What was filled in; a field that is empty is no answer. */
export function answersIn(form: HTMLFormElement, asked: Asked[]): Answer[] {
  const data = new FormData(form);
  return asked.flatMap((one) => {
    const text = String(data.get(inputName(one)) ?? "").trim();
    return text === "" ? [] : [{ field: one.field, value: valueOf(text, one), ...(one.unit ? { unit: one.unit } : {}), ...(one.period ? { period: one.period } : {}) }];
  });
}

/** As the service wants it: shares from 0 to 1, numbers as such, whatever is no number as it was typed. */
export function valueOf(text: string, one: Pick<Asked, "type" | "unit">): string | number | boolean {
  if (one.type === "flag") {
    return text === "true";
  }
  const plain = text.replace(/[,，\s]/g, "");
  const percent = /^-?\d+(\.\d+)?[%％]$/.test(plain);
  const digits = percent ? plain.slice(0, -1) : plain;
  if (one.type !== "number" || !/^-?\d+(\.\d+)?$/.test(digits)) {
    return text;
  }
  return one.unit === "share" || percent ? Number(digits) / 100 : Number(digits);
}
