import { html, nothing, type TemplateResult } from "lit";
import { hitRate, type HitRates } from "./hit-rates";
import { percent, type DepartmentGuess, type Suggestion } from "./shared/types";

const REASON_KINDS: Record<string, string> = { duty: "职责", history: "先例", clause: "条款", model: "用词" };

const IDENTIFIERS: Record<string, string> = {
  mobile: "手机号",
  id_card: "身份证号",
  bank_card: "银行卡号",
  landline: "座机号",
  email: "邮箱",
  plate: "车牌号",
};

/** Candidates beyond these are seldom the one. */
const SHOWN = 4;

/** What triage proposes, with reasons that a person can check, and how often it was right when as sure. */
export function suggestionView(suggestion: Suggestion, rates: HitRates | null): TemplateResult {
  const right = (part: "category" | "department", confidence: number): string => (rates ? `；${hitRate(rates, part, confidence)}` : "");
  return html`
    ${suggestion.abstained
      ? html`<p class="notice error">把握不足，请人工判断。${suggestion.reviewReasons.join("；")}</p>`
      : nothing}
    <p>
      类别 <strong>${suggestion.category.label}</strong>
      <span class="dim">（把握 ${percent(suggestion.category.confidence)}${right("category", suggestion.category.confidence)}）</span>，
      ${suggestion.deadline.workingDays} 个工作日，应于 <strong>${suggestion.deadline.due}</strong> 前答复
      ${suggestion.deadline.provisional ? html`<span class="warn">（暂定：该年工作日历未公布）</span>` : nothing}
    </p>
    ${suggestion.flags.length > 0
      ? html`<p>${suggestion.flags.map((flag) => html`<span class="tag bad">${flag.kind}：${flag.words.join("、")}</span>`)}</p>`
      : nothing}
    ${suggestion.sensitive.length > 0 ? html`<p class="warn">含个人信息：${suggestion.sensitive.map((kind) => IDENTIFIERS[kind] ?? kind).join("、")}</p>` : nothing}
    <ol>
      ${suggestion.departments.slice(0, SHOWN).map((department, place) => candidate(department, place === 0 ? right("department", department.confidence) : ""))}
    </ol>
    ${suggestion.departments.length > SHOWN
      ? html`<details>
          <summary class="dim">其余 ${suggestion.departments.length - SHOWN} 个候选</summary>
          <ol start=${SHOWN + 1}>${suggestion.departments.slice(SHOWN).map((department) => candidate(department, ""))}</ol>
        </details>`
      : nothing}
    ${suggestion.reporterProtected ? html`<p class="notice">来件人要求保密或属于举报，承办部门看不到来件人信息。</p>` : nothing}
    ${(suggestion.matters?.length ?? 0) > 1
      ? html`<h3>来件包含 ${suggestion.matters!.length} 个事项</h3>
          <ol>
            ${suggestion.matters!.map((matter) => html`<li>${matter.text}<br /><span class="dim">${matter.departments.slice(0, 2).map((one) => `${one.name} ${percent(one.confidence)}`).join("、")}</span></li>`)}
          </ol>`
      : nothing}
    ${suggestion.supporting.length > 0
      ? html`<p>配合部门：${suggestion.supporting.map((one) => one.name).join("、")}</p>`
      : nothing}
  `;
}

function candidate(department: DepartmentGuess, right: string): TemplateResult {
  return html`<li>
    <strong>${department.name}</strong> <span class="dim">${percent(department.confidence)}${right}</span>
    <ul>
      ${department.reasons.map((reason) => {
        const kind = REASON_KINDS[reason.kind] ?? reason.kind;
        const text = reason.text.startsWith(`${kind}：`) ? reason.text.slice(kind.length + 1) : reason.text;
        return html`<li>
          <span class="tag">${kind}</span>
          ${reason.citation && reason.citation.startsWith("/") ? html`<a href=${reason.citation} target="_blank">${text}</a>` : text}
        </li>`;
      })}
    </ul>
  </li>`;
}
