import { css, html, nothing, type TemplateResult } from "lit";
import { yuan } from "../shared/types";
import { when } from "../desk-types";
import { LIGHTS } from "../shared/types";
import type { Application, ApplicationEvent, NamedAnswer } from "./types";

export const timelineStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    padding: 0;
    margin: 0.6rem 0;
    list-style: none;
  }
  .steps li {
    border: 1px solid var(--zt-line);
    border-radius: 8px;
    padding: 0.2rem 0.7rem;
    background: var(--zt-soft);
    overflow-wrap: anywhere;
  }
  .steps li.done {
    border-color: var(--zt-good);
  }
  .steps li[aria-current] {
    border-color: var(--zt-accent);
    border-width: 2px;
    font-weight: 600;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  dl.facts {
    display: grid;
    grid-template-columns: minmax(6em, auto) minmax(0, 1fr);
    gap: 0.25rem 1rem;
    margin: 0.5rem 0;
  }
  dl.facts dt {
    color: var(--zt-dim);
  }
  dl.facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

const DONE_AFTER: Record<string, string[]> = {
  受理: ["reviewing", "publicity", "objection", "approved", "paid", "closed"],
  公示: ["approved", "paid", "closed"],
  批准: ["approved", "paid", "closed"],
  拨付: ["paid", "closed"],
};

/** The way of an application, with where it is now. */
export function stepsView(one: Application): TemplateResult {
  const over = ["rejected", "withdrawn"].includes(one.state);
  const step = (name: string, now: boolean, done: boolean, note = ""): TemplateResult =>
    html`<li class=${done ? "done" : ""} aria-current=${now ? "step" : nothing}>${done ? html`<span class="good" aria-hidden="true">✓ </span>` : nothing}${name}${note ? html` <span class="dim">${note}</span>` : nothing}</li>`;
  const after = (name: string): boolean => DONE_AFTER[name].includes(one.state);
  const publicised = one.clock.publicityUntil !== null || ["publicity", "objection"].includes(one.state);
  return html`<ol class="steps" aria-label="办理进度">
    ${step("提交", one.state === "draft", one.state !== "draft")}
    ${step("受理", one.state === "submitted", after("受理"))}
    ${one.state === "correction" ? step("补正", true, false, one.clock.correctUntil ? `${one.clock.correctUntil} 前` : "") : nothing}
    ${one.steps.map((each) => step(`${each.department}审核`, each.current, each.done && !over, each.verdictLabel ?? ""))}
    ${publicised ? step(one.state === "objection" ? "异议处理" : "公示", ["publicity", "objection"].includes(one.state), after("公示"), one.clock.publicityUntil ? `至 ${one.clock.publicityUntil}` : "") : nothing}
    ${over ? step(one.stateLabel, true, false) : html`${step("批准", false, after("批准"))}${one.money.approvedYuan === null && after("批准") ? nothing : step("拨付", one.state === "approved", after("拨付"), one.clock.paymentDue && !after("拨付") ? `${one.clock.paymentDue} 前` : (one.money.paidOn ?? ""))}`}
  </ol>`;
}

/** Until when what is to be done now. */
export function clockView(one: Application): TemplateResult | typeof nothing {
  const { clock } = one;
  if (clock.paused) {
    return html`<p><span class="tag">${one.stateLabel}，期限暂停</span></p>`;
  }
  return clock.due === null
    ? nothing
    : html`<p>应于 <strong>${clock.due}</strong> 前办理${clock.provisional ? "（暂定）" : ""} <span class="light ${clock.light}">${LIGHTS[clock.light] ?? ""}</span></p>`;
}

export function moneyView({ money }: Application): TemplateResult | typeof nothing {
  const rows: [string, number | null][] = [
    ["申请金额", money.appliedYuan],
    ["批准金额", money.approvedYuan],
    ["已拨付", money.paidYuan ? money.paidYuan : null],
    ["尚未拨付", money.approvedYuan !== null && money.leftYuan ? money.leftYuan : null],
  ];
  const shown = rows.filter(([, amount]) => amount !== null);
  return shown.length === 0
    ? nothing
    : html`<dl class="facts">${shown.map(([name, amount]) => html`<dt>${name}</dt><dd><strong>${yuan(amount)}</strong> 元${name === "已拨付" && money.paidOn ? html`（${money.paidOn}）` : nothing}</dd>`)}</dl>`;
}

export const answerText = (one: { value: unknown; unit?: string | null; period?: string | null }): string => {
  const value = typeof one.value === "boolean" ? (one.value ? "是" : "否") : one.unit === "share" && typeof one.value === "number" ? `${Math.round(one.value * 10_000) / 100}%` : String(one.value);
  return `${one.period ? `${one.period} 年 ` : ""}${value}${one.unit && one.unit !== "share" ? ` ${one.unit}` : ""}`;
};

export function answersView(answers: NamedAnswer[]): TemplateResult {
  return answers.length === 0
    ? html`<p class="dim">没有另外填写。</p>`
    : html`<dl class="facts">${answers.map((one) => html`<dt>${one.name}</dt><dd>${answerText(one)}</dd>`)}</dl>`;
}

/** What an event records, in words. */
function details({ details: body }: ApplicationEvent): string {
  const told = [
    body.department,
    body.verdict ? VERDICTS[String(body.verdict)] : null,
    typeof body.amountYuan === "number" ? `${yuan(body.amountYuan)} 元` : null,
    body.paidOn,
    body.voucher ? `凭证 ${String(body.voucher)}` : null,
    body.until ? `至 ${String(body.until)}` : null,
    body.upheld === undefined ? null : body.upheld ? "异议成立" : "异议不成立",
    body.fileName,
    body.label,
  ].filter(Boolean);
  return told.length > 0 ? `（${told.join("，")}）` : "";
}

const VERDICTS: Record<string, string> = { agree: "同意", disagree: "不同意", send_back: "退回" };

/** Every step with its day; the newest last. */
export function timelineView(one: Application): TemplateResult {
  return html`<ol>${one.events.map((event) => eventView(event))}</ol>`;
}

export function eventView(event: ApplicationEvent): TemplateResult {
  const { text, comment, clause, quote, way } = event.details as Record<string, string | undefined>;
  return html`<li>
    ${when(event.at)} ${event.by ?? ""} <strong>${event.label}</strong>${details(event)}${event.reason ? `：${event.reason}` : ""}
    ${text ? html`<p class="text">${text}</p>` : nothing} ${comment ? html`<p class="text">${comment}</p>` : nothing}
    ${quote ? html`<blockquote>依据${clause ? ` ${clause}` : ""}：“${quote}”</blockquote>` : nothing} ${way ? html`<p class="dim">${way}</p>` : nothing}
  </li>`;
}
