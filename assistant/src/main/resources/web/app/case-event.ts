import { html, nothing, type TemplateResult } from "lit";
import { CHOICES } from "./case-move-forms";
import { when, type CaseEvent } from "./desk-types";
import { yuan } from "./shared/types";

/** Events whose text stands nowhere else on the page. */
const TOLD = new Set(["note", "supplement", "review", "call", "record_repayment", "record_meeting"]);

const THEMES = new Map(CHOICES.theme);

const FINDINGS = new Map(CHOICES.finding);

/** What was decided with an event: to whom, by which law, for how long, how well. */
const details = ({ body }: CaseEvent): string => {
  const department = body?.department as { name?: string } | undefined;
  const told = [
    department?.name,
    body?.legalGround ? `依据${String(body.legalGround)}` : null,
    body?.days ? `${String(body.days)} 个工作日` : null,
    typeof body?.cents === "number" ? `${yuan(body.cents / 100)} 元` : null,
    body?.debtor,
    THEMES.get(String(body?.theme)),
    typeof body?.startsAt === "string" ? when(body.startsAt) : null,
    body?.intoNumber,
    body?.label,
    body?.fileName,
    typeof body?.name === "string" ? body.name : null,
    FINDINGS.get(String(body?.finding)),
  ].filter(Boolean);
  return told.length > 0 ? `（${told.join("，")}）` : "";
};

/** One entry of a case's log: when, who, what, and what was said with it. */
export const eventView = (event: CaseEvent): TemplateResult => {
  const said = TOLD.has(event.type) ? event.body?.text : null;
  return html`<li>
    ${when(String(event.body?.occurredAt ?? event.at))} ${event.actorName ?? event.actor} <strong>${event.label}</strong>${details(event)}${event.reason ? `：${event.reason}` : ""}
    ${said ? html`<p class="text">${said}</p>` : nothing}
  </li>`;
};
