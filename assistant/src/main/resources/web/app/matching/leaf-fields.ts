import { html, nothing, type TemplateResult } from "lit";
import "./field-chooser";
import type { Field, Leaf, Value } from "./types";

const OPS: [string, string][] = [
  [">=", "不低于"],
  [">", "高于"],
  ["<=", "不超过"],
  ["<", "低于"],
  ["=", "等于"],
  ["!=", "不等于"],
  ["between", "介于"],
  ["in", "属于"],
  ["not_in", "不属于"],
  ["in_region", "位于"],
  ["not_in_region", "不位于"],
  ["in_industry", "行业属于"],
  ["not_in_industry", "行业不属于"],
  ["has", "具有（当日有效）"],
  ["obtained", "获得（期间内）"],
  ["never", "未曾"],
];
const PERIODS: [string, string][] = [
  ["", "不限"],
  ["last_year", "上年度"],
  ["current", "本年度"],
  ["last_n_years:2", "近两年"],
  ["last_n_years:3", "近三年"],
  ["avg_n_years:2", "近两年平均"],
  ["avg_n_years:3", "近三年平均"],
  ["each_n_years:2", "近两年每年"],
  ["each_n_years:3", "近三年每年"],
];
const MODES: [string, string][] = [
  ["data", "由数据判断"],
  ["evidence", "看提交的材料"],
  ["judgement", "人工认定"],
  ["implied", "原文未写（发文机关所在地）"],
];
const STRENGTHS: [string, string][] = [
  ["hard", "必须"],
  ["principle", "原则上"],
  ["priority", "优先"],
];

/** The parts that have a key of their own on the page. */
export type LeafPart = "field" | "op" | "value" | "period" | "";

const select = (label: string, part: LeafPart, options: [string, string][], value: string, change: (value: string) => void): TemplateResult => {
  const known = options.some(([key]) => key === value) ? options : [[value, value] as [string, string], ...options];
  return html`<label class="cell">${label}
    <select data-part=${part} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
      ${known.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
    </select></label>`;
};

/** What was typed, in the type that the operator takes. */
function typed(text: string, leaf: Leaf, field: Field | undefined): Value {
  const code = /region|industry/.test(leaf.op ?? "");
  const one = (part: string): string | number => {
    if (/^-?\d+(\.\d+)?[%％]$/.test(part)) {
      return Number((Number(part.slice(0, -1)) / 100).toFixed(8));
    }
    return /^-?\d+(\.\d+)?$/.test(part) && !code ? Number(part) : part;
  };
  if (field?.type === "FLAG" || typeof leaf.value === "boolean") {
    return text === "true" || text === "是";
  }
  const parts = text.split(/[、,，;；\s]+/).filter(Boolean);
  return parts.length > 1 || leaf.op === "between" ? parts.map(one) : one(text.trim());
}

const shown = (value: Value | undefined): string => (Array.isArray(value) ? value.join("、") : String(value ?? ""));

/**
 * Inputs for one leaf, by the field's type.
 *
 * @param plain without what only an item's conditions have: how they are decided, and how strictly
 */
export function leafFields(leaf: Leaf, fields: Field[], change: (leaf: Leaf) => void, plain = false): TemplateResult {
  const field = fields.find((one) => one.key === leaf.field);
  const set = (part: Partial<Leaf>) => change({ ...leaf, ...part });
  const open = leaf.mode === "evidence" || leaf.mode === "judgement";
  const flag = field?.type === "FLAG" || typeof leaf.value === "boolean";
  return html`<div class="cells">
    <zt-field-chooser class="chooser" .fields=${fields} .value=${leaf.field} @choose=${(event: CustomEvent<string>) => set(withUnit(event.detail, fields))}></zt-field-chooser>
    ${plain ? nothing : select("判断方式", "", MODES, leaf.mode, (mode) => change(ofMode(leaf, mode)))}
    ${open
      ? html`<label class="cell wide">需要说明什么<input data-part="value" .value=${leaf.what ?? ""} @change=${(event: Event) => set({ what: (event.target as HTMLInputElement).value })} /></label>`
      : html`
          ${select("比较", "op", OPS, leaf.op ?? "=", (op) => set({ op }))}
          ${flag
            ? select("值", "value", [["true", "是"], ["false", "否"]], String(leaf.value ?? true), (text) => set({ value: text === "true" }))
            : html`<label class="cell">值${field?.type === "REGION" ? "（区划代码）" : ""}
                <input data-part="value" inputmode=${field?.type === "NUMBER" ? "decimal" : "text"} .value=${shown(leaf.value)} @change=${(event: Event) => set({ value: typed((event.target as HTMLInputElement).value, leaf, field) })} /></label>`}
          <label class="cell">单位<input data-part="" .value=${leaf.unit === "share" ? "比例" : (leaf.unit ?? "")} placeholder="万元、比例、年" @change=${(event: Event) => set({ unit: unitOf((event.target as HTMLInputElement).value) })} /></label>
          ${select("期间", "period", PERIODS, leaf.period ?? "", (period) => set({ period: period || undefined }))}
        `}
    ${plain ? nothing : select("强度", "", STRENGTHS, leaf.strength, (strength) => set({ strength }))}
  </div>`;
}

/** A share is written as a number from 0 to 1; people call it 比例. */
const unitOf = (text: string): string | undefined => (/^(?:比例|占比|百分比|[%％])$/.test(text.trim()) ? "share" : text.trim() || undefined);

/** Another field has another unit, or none; of a field of one's own nothing is known. */
function withUnit(key: string, fields: Field[]): Partial<Leaf> {
  const field = fields.find((one) => one.key === key);
  return field ? { field: key, unit: field.unit ?? undefined } : { field: key };
}

function ofMode(leaf: Leaf, mode: string): Leaf {
  if (mode === "evidence" || mode === "judgement") {
    const { op: _op, value: _value, unit: _unit, period: _period, ...rest } = leaf;
    return { ...rest, mode, what: leaf.what ?? leaf.quote };
  }
  const { what: _what, ...rest } = leaf;
  return { ...rest, mode, op: leaf.op ?? "=", value: leaf.value ?? true };
}
