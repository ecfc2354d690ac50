import { html, nothing, type TemplateResult } from "lit";
import type { Draft, DraftMatter, DraftSource, Precedent } from "./desk-types";
import { STATUS_LABELS } from "./shared/types";

const BASES: Record<string, { label: string; tone: string }> = {
  policy: { label: "有政策依据", tone: "good" },
  precedent: { label: "参照往复", tone: "" },
  none: { label: "无依据，待填写", tone: "warn" },
};

/** Past replies that are shown before the rest is asked for. */
const PRECEDENTS_SHOWN = 5;

/** What a draft rests on: the appeal's matters, the clauses it cites, the past replies it follows. */
export function draftSources(draft: Draft | null, insert: (source: DraftSource) => void): TemplateResult {
  return html`${matterList(draft?.matters ?? [])} ${citationList(draft, insert)} ${precedentList(draft?.precedents ?? [])}`;
}

function matterList(matters: DraftMatter[]): TemplateResult | typeof nothing {
  return matters.length === 0
    ? nothing
    : html`<h3 id="matters">来件的事项</h3>
        <ol class="sources" aria-labelledby="matters">
          ${matters.map((one) => {
            const basis = BASES[one.basis];
            return html`<li>${one.text} <span class="tag ${basis?.tone ?? ""}">${basis?.label ?? one.basis}</span></li>`;
          })}
        </ol>`;
}

function citationList(draft: Draft | null, insert: (source: DraftSource) => void): TemplateResult {
  const citations = draft?.citations ?? [];
  return html`<h3>依据</h3>
    ${citations.length === 0 ? html`<p class="dim">${draft ? "没有找到可引用的条款。" : "生成拟答复后，所引的条款列在这里；也可以直接填写答复。"}</p>` : nothing}
    <ol class="sources">
      ${citations.map(
        (one) => html`<li>
          <strong>[${one.marker}]</strong> <a href=${one.url} target="_blank">${one.title}</a>
          <span class="dim">${one.documentNumber ?? ""} ${one.clause ?? ""}</span>
          ${one.status !== "in_force" ? html`<span class="tag warn">${STATUS_LABELS[one.status] ?? one.status}</span>` : nothing}<br />
          <q>${one.quote}</q>
          <button class="link" @click=${() => insert(one)} aria-label=${`在光标处引用第 ${one.marker} 条`}>在光标处引用</button>
        </li>`,
      )}
    </ol>`;
}

function precedentList(past: Precedent[]): TemplateResult | typeof nothing {
  return past.length === 0
    ? nothing
    : html`<h3 id="precedents">参照的往复</h3>
        <p class="dim">拟稿中没有政策原文的语句改写自这些已发出的答复，其中的人名、号码、地点和数额已去除，请核对是否仍然适用。</p>
        <ol class="sources" aria-labelledby="precedents">
          ${past.slice(0, PRECEDENTS_SHOWN).map(precedent)}
        </ol>
        ${past.length > PRECEDENTS_SHOWN
          ? html`<details>
              <summary>另有 ${past.length - PRECEDENTS_SHOWN} 件</summary>
              <ol class="sources">
                ${past.slice(PRECEDENTS_SHOWN).map(precedent)}
              </ol>
            </details>`
          : nothing}`;
}

function precedent(one: Precedent): TemplateResult {
  const about = [one.department, one.number, one.answeredAt?.slice(0, 10)].filter((part) => part);
  return html`<li>${one.title ?? "（无标题）"} <span class="dim">${about.join(" · ")}${one.source === "history" ? " · 历史办件" : ""}</span></li>`;
}
