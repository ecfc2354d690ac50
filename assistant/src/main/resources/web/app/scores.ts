import { css, html, type TemplateResult } from "lit";
import { limit } from "./shared/limit";

/** How satisfied, best first, as the service names them. */
export const SCORES: [string, string][] = [
  ["5", "很满意"],
  ["4", "满意"],
  ["3", "基本满意"],
  ["2", "不满意"],
  ["1", "很不满意"],
];

export const scoreStyles = css`
  fieldset {
    border: 1px solid var(--zt-line);
    border-radius: 8px;
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.2rem;
  }
  fieldset label {
    font-weight: 400;
  }
  fieldset input {
    width: auto;
  }
`;

export const scoreLabel = (score: number): string | undefined => SCORES.find(([one]) => Number(one) === score)?.[1];

/** What follows a rating, told to whoever gave it. */
export const afterRating = (score: number): string =>
  score <= 2 ? "感谢您的评价。您不满意，我们会在 3 个工作日内抽查复核，需要时重新办理，进展可在“我的来件”查看。" : "感谢您的评价。";

/** The fields `score` and `comment`. */
export const scoreFields = (): TemplateResult => html`
  <fieldset>
    <legend>满意程度</legend>
    ${SCORES.map(([score, label]) => html`<label><input type="radio" name="score" value=${score} required /> ${label}</label>`)}
  </fieldset>
  <label for="comment">说明（选填）</label>
  <textarea id="comment" name="comment" rows="2" @input=${limit(500)}></textarea>
`;
