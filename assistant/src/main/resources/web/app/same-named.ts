import { html, type TemplateResult } from "lit";
import { call } from "./shared/api";

/** A published policy with the same number and title under another file name. */
export interface SameNamed {
  policyId: string;
  title: string;
  relation: string;
  url: string;
}

/** What a new file is to the one that is published. */
export type Sameness = "replace" | "version" | "copy";

const CHOICES: [Sameness, string][] = [
  ["replace", "是同一份，用新文件代替原来的"],
  ["version", "是新版本，原来的标为已修订"],
  ["copy", "是副本，两份都保留"],
];

/** The three ways, as buttons. */
export function samenessButtons(name: string, choose: (one: Sameness) => void): TemplateResult {
  return html`<div class="row">
    ${CHOICES.map(([one, label]) => html`<button type="button" aria-label=${`${label}：${name}`} @click=${() => choose(one)}>${label}</button>`)}
  </div>`;
}

/** The three ways, as a choice in a form. */
export function samenessField(same: SameNamed[]): TemplateResult {
  return html`<fieldset class="notice error">
    <legend>
      文号和标题与已发布的相同：${same.map((one) => html`<a href=${one.url} target="_blank">${one.title}</a>${one.relation === "duplicate" ? "（正文也相同）" : "（正文不同）"} `)}
    </legend>
    ${CHOICES.map(([one, label]) => html`<label><input type="radio" name="sameness" value=${one} required /> ${label}</label>`)}
  </fieldset>`;
}

/** The day before, so that the old text ends where the new one begins. */
function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Does to the older policies what was chosen, once the new one is stored. */
export async function settleSame(choice: Sameness, newer: string, same: SameNamed[], signal?: AbortSignal): Promise<void> {
  if (choice === "copy") {
    return;
  }
  const { metadata } = await call<{ metadata: Record<string, string | null> }>("", `/api/policies/${newer}`, { signal });
  const begins = metadata.effectiveFrom ?? metadata.issuedOn ?? new Date().toISOString().slice(0, 10);
  for (const one of same) {
    if (choice === "replace") {
      await call("", `/api/policies/${one.policyId}/withdrawal`, { body: { reason: "同一份文件重新上传，由新文件代替" }, signal });
    } else {
      await call("", `/api/policies/${one.policyId}/metadata`, {
        method: "PATCH",
        body: { status: "amended", effectiveTo: dayBefore(begins) },
        signal,
      });
    }
  }
}
