import { html, nothing, type TemplateResult } from "lit";
import { KIND_LABELS, LEVEL_LABELS } from "./shared/types";

type Kind = "line" | "date" | "level" | "kind" | "list";

export interface MetadataField {
  name: string;
  label: string;
  kind: Kind;
  hint?: string;
  /** Shown beside the text to everybody. */
  fact?: boolean;
}

/** What a publisher may correct, in the order in which a text gives it. */
export const METADATA: MetadataField[] = [
  { name: "title", label: "标题", kind: "line" },
  { name: "documentNumber", label: "发文字号", kind: "line", fact: true },
  { name: "indexNumber", label: "索引号", kind: "line", fact: true },
  { name: "issuer", label: "发布机构", kind: "line", fact: true },
  { name: "level", label: "层级", kind: "level" },
  { name: "region", label: "地区代码", kind: "line", hint: "六位行政区划代码，国家级为 000000" },
  { name: "kind", label: "种类", kind: "kind" },
  { name: "issuedOn", label: "成文日期", kind: "date", fact: true },
  { name: "publishedOn", label: "发布日期", kind: "date", fact: true },
  { name: "effectiveFrom", label: "施行日期", kind: "date", fact: true },
  { name: "effectiveTo", label: "有效期至", kind: "date", fact: true },
  { name: "themes", label: "主题", kind: "list", hint: "用顿号分开" },
  { name: "industries", label: "行业门类", kind: "list", hint: "字母，用顿号分开，如 C、F" },
  { name: "explains", label: "所解读或配套的政策", kind: "line", hint: "解读和指南填政策的标题或文号，发布后互相关联" },
  { name: "sourceUrl", label: "原文网址", kind: "line" },
];

export type Metadata = Record<string, unknown>;

/** A field's value as its input shows it. */
export const asText = (value: unknown): string => (Array.isArray(value) ? value.join("、") : value === null || value === undefined ? "" : String(value));

/** One input; its name is the field's. */
export function metadataInput(field: MetadataField, metadata: Metadata): TemplateResult {
  const value = asText(metadata[field.name]);
  const id = `f-${field.name}`;
  if (field.kind === "level" || field.kind === "kind") {
    const options = Object.entries(field.kind === "level" ? LEVEL_LABELS : KIND_LABELS);
    return html`<select id=${id} name=${field.name}>
      ${field.kind === "level" || value === "" ? html`<option value="">未定</option>` : nothing}
      ${options.map(([code, label]) => html`<option value=${code} ?selected=${code === value}>${label}</option>`)}
    </select>`;
  }
  return html`<input id=${id} name=${field.name} type=${field.kind === "date" ? "date" : "text"} .value=${value} placeholder=${field.hint ?? ""} />`;
}

/** What differs from what was there; null where it was emptied. */
export function changed(form: HTMLFormElement, before: Metadata): Metadata {
  const after = new FormData(form);
  const out: Metadata = {};
  for (const field of METADATA) {
    const text = String(after.get(field.name) ?? "").trim();
    if (text !== asText(before[field.name])) {
      const list = text.split(/[、,，;；\s]+/).filter(Boolean);
      out[field.name] = field.kind === "list" ? list : text === "" ? null : text;
    }
  }
  return out;
}
