import { html, nothing, type TemplateResult } from "lit";
import { ApiProblem } from "../shared/api";
import { answerText } from "./timeline";
import type { Asked, Known, Lacking } from "./types";

/** Conditions that stand in the way, each with its words. */
export function unmetView(unmet: Lacking[]): TemplateResult | typeof nothing {
  return unmet.length === 0
    ? nothing
    : html`<div class="notice error">
        <p><strong>按已有数据不符合以下条件，不能提交：</strong></p>
        <ul>${unmet.map((one) => html`<li>${one.words}${one.reason ? html` <span class="dim">${one.reason}</span>` : nothing}${one.quote ? html`<blockquote>原文：“${one.quote}”</blockquote>` : nothing}</li>`)}</ul>
        <p>数据有误的，请在下面的企业档案中更正或提出异议。</p>
      </div>`;
}

/** What the file holds, with where it comes from. */
export function knownView(known: Known[]): TemplateResult | typeof nothing {
  return known.length === 0
    ? nothing
    : html`<details>
        <summary>已从企业档案取得 ${known.length} 项，不用再填</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="档案中的数据">
          <table>
            <thead><tr><th scope="col">数据</th><th scope="col">内容</th><th scope="col">来源和日期</th></tr></thead>
            <tbody>${known.map((one) => html`<tr><th scope="row">${one.name}</th><td>${answerText(one)}</td><td class="dim">${one.source} ${one.observedAt}</td></tr>`)}</tbody>
          </table>
        </div>
      </details>`;
}

/** What an office looks up itself. */
export function byOfficeView(all: Lacking[]): TemplateResult | typeof nothing {
  return all.length === 0
    ? nothing
    : html`<details>
        <summary>由部门核实 ${all.length} 项，不用填写</summary>
        <ul>${all.map((one) => html`<li>${one.words}</li>`)}</ul>
      </details>`;
}

/** What is lacking by name, as the service lists it. */
export function lackingWords(failure: Error | null): string[] {
  if (!(failure instanceof ApiProblem) || failure.status !== 400) {
    return [];
  }
  const data = (failure.body.missing ?? []) as Asked[];
  const files = (failure.body.missingAttachments ?? []) as { name: string }[];
  return [...data.map((one) => `请填写“${one.name}”${one.period ? `（${one.period} 年）` : ""}`), ...files.map((one) => `请上传“${one.name}”`)];
}
