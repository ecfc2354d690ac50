import { html, nothing, type TemplateResult } from "lit";
import { when } from "../desk-types";
import { saveFile } from "../shared/save-file";
import { problemOf } from "../shared/api";
import { confirmed } from "../shared/confirm";
import { yuan } from "../shared/types";
import { disputed, type ArrearsDetail, type Meeting } from "./types";

/** What is owed, by when it was to be paid, and what came of it: the same for desk and enterprise. */
export function arrearsView(owed: ArrearsDetail | null | undefined): TemplateResult | typeof nothing {
  if (!owed) {
    return nothing;
  }
  return html`<section class="card" aria-labelledby="arrears">
    <h2 id="arrears">拖欠账款</h2>
    ${owed.amount === null
      ? html`<p>还没有登记金额和欠款单位${owed.mentioned === null ? "" : `；来件中写到 ${yuan(owed.mentioned)} 元`}。</p>`
      : html`<p>
            拖欠 <strong>${yuan(owed.amount)}</strong> 元，已还 ${yuan(owed.paid)} 元，尚欠 <strong class=${owed.open ? "bad" : "good"}>${yuan(owed.open)}</strong> 元
          </p>
          <p>
            ${owed.debtor ?? "（已清除）"} <span class="tag">${owed.debtorKindLabel}</span><span class="tag ${owed.undisputed === false ? "warn" : ""}">${disputed(owed.undisputed)}</span>
            ${owed.contract ? html`<span class="dim">合同 ${owed.contract}</span>` : nothing}
          </p>
          ${owed.term
            ? html`<p>
                自 ${owed.deliveredOn} 起 ${owed.term.days} 日内，应于 <strong>${owed.term.due}</strong> 前支付${owed.term.provisional ? "（暂定）" : ""}
                ${owed.term.overdue ? html`<span class="light overdue">已逾期</span>` : nothing}
                ${owed.term.note ? html`<span class="dim">${owed.term.note}</span>` : nothing}
              </p>`
            : html`<p class="dim">没有交付、验收或结算日期，不能计算付款期限。</p>`}
          ${owed.instalments.length > 0
            ? html`<h3>商定的分期</h3>
                <ul>
                  ${owed.instalments.map(
                    (one) => html`<li>
                      ${one.due} 前 ${yuan(one.amount)} 元：${one.open === 0 ? html`<span class="good">已付</span>` : html`未付 ${yuan(one.open)} 元 ${one.overdue ? html`<span class="light overdue">逾期</span>` : nothing}`}
                    </li>`,
                  )}
                </ul>`
            : nothing}
          ${owed.repayments.length > 0
            ? html`<h3>已还</h3>
                <ul>${owed.repayments.map((one) => html`<li>${one.paidOn} 到账 ${yuan(one.amount)} 元</li>`)}</ul>`
            : nothing}`}
    <details>
      <summary>投诉处理时限</summary>
      <p>${owed.complaint.passOnBy} 前转交，${owed.complaint.resultBy} 前形成处理结果（经批准延长的，最迟 ${owed.complaint.longestBy}）。</p>
      <p class="dim">${owed.complaint.note}</p>
    </details>
  </section>`;
}

/** Meetings with their links and calendar files; with the enterprise's code where it looks. */
export function meetingsView(caseId: string, meetings: Meeting[] | undefined, code = ""): TemplateResult | typeof nothing {
  if (!meetings || meetings.length === 0) {
    return nothing;
  }
  return html`<section class="card" aria-labelledby="meetings">
    <h2 id="meetings">会议</h2>
    <ul>
      ${meetings.map(
        (one) => html`<li>
          <strong>${when(one.startsAt)}</strong> ${one.minutes} 分钟 ${one.topic ?? ""} <span class="tag ${one.status === "set" ? "warn" : ""}">${one.statusLabel}</span>
          <div class="dim">${one.parties.join("、")}</div>
          ${one.status === "set" && one.url ? html`<div><a class="wrap" href=${one.url} target="_blank" rel="noopener noreferrer">进入会议</a></div>` : nothing}
          ${one.outcome ? html`<div>${one.outcome}</div>` : nothing}
          <div><button class="link noprint" @click=${() => void download(caseId, one, code)}>${one.status === "cancelled" ? "下载取消通知（日历文件）" : "加入日历"}</button></div>
        </li>`,
      )}
    </ul>
  </section>`;
}

async function download(caseId: string, meeting: Meeting, code: string): Promise<void> {
  try {
    const response = await fetch(`/api/cases/${caseId}/meetings/${meeting.number}.ics`, { headers: code ? { "X-Tracking-Code": code } : {} });
    if (!response.ok) {
      throw await problemOf(response);
    }
    saveFile(await response.blob(), `meeting-${meeting.number}.ics`);
  } catch (error) {
    await confirmed({ title: "日历文件没有下载成功", lines: [(error as Error).message], yes: "知道了" });
  }
}
