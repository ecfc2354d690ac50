import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { KIND_LABELS, LEVEL_LABELS, STATUS_LABELS } from "./shared/types";
import { PageElement, pageStyles } from "./page";
import { policyText, policyTextStyles, type Clause, type ShownText } from "./policy-text";
import { METADATA } from "./policy-fields";
import { policyTools } from "./policy-tools";

interface Policy extends ShownText {
  policyId: string;
  title: string;
  metadata: Record<string, unknown>;
  status: string;
  startsOn: string | null;
  endedOn: string | null;
  endedBy: string | null;
  explains: string | null;
  related: { policyId: string; title: string; kind: string; relation: string; url: string }[];
  attachments: Attachment[];
  attachedTo: Attachment | null;
  warnings: string[];
  withdrawal: { at: string; reason: string } | null;
}

interface Attachment {
  policyId: string;
  label: string;
  title: string;
  url: string;
}

const FACTS = METADATA.filter((field) => field.fact);

const ROLES: Record<string, string> = { lead: "牵头", support: "配合", responsible: "责任" };
const RELATIONS: Record<string, string> = {
  ended_by_this: "被本文件终止",
  version: "其他版本",
  duplicate: "相同文本",
};

/** One policy: outline, validity, text; with start and end in the address the cited words are marked. */
class PolicyPage extends PageElement {
  static styles = [
    pageStyles,
    policyTextStyles,
    css`
      .grid {
        display: grid;
        grid-template-columns: minmax(12rem, 19rem) minmax(0, 1fr);
        gap: 1.2rem;
        align-items: start;
      }
      .outline {
        position: sticky;
        top: 0.6rem;
        max-height: 94vh;
        overflow-y: auto;
      }
      .outline a {
        display: block;
        text-decoration: none;
        padding: 0.15rem 0;
      }
      .d1 {
        padding-left: 1em;
      }
      .d2 {
        padding-left: 2em;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.2rem 1rem;
        margin: 0.5rem 0;
      }
      dd {
        margin: 0;
      }
      dt {
        color: var(--zt-dim);
      }
      @media print {
        .grid {
          display: block;
        }
        .outline {
          display: none;
        }
      }
      @media (max-width: 820px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
        .outline {
          position: static;
          max-height: 50vh;
        }
      }
    `,
  ];
  static properties = { ...PageElement.properties, policy: { state: true }, clauses: { state: true } };
  declare policy: Policy | null;
  declare clauses: Clause[];
  readonly narrow = matchMedia("(max-width: 820px)").matches;
  readonly #query = new URLSearchParams(location.search);

  constructor() {
    super();
    this.policy = null;
    this.clauses = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    if (!this.policy) {
      return html`${this.failureNotice()} ${this.loading ? html`<p class="dim">正在载入…</p>` : nothing}
        <p><a href="/library">返回政策库</a></p>`;
    }
    const policy = this.policy;
    return html`
      <h1>${policy.title}</h1>
      ${this.#validity(policy)} ${policyTools(policy.title, policy.text)}
      <div class="grid">
        <details class="card outline" ?open=${!this.narrow}>
          <summary>大纲</summary>
          ${this.clauses.some((clause) => clause.path !== null)
            ? this.clauses.filter((clause) => clause.path !== null).map((clause) => this.#entry(clause))
            : html`<p class="dim">这份文件没有分条。</p>`}
        </details>
        <div>
          ${this.#facts(policy)} ${this.#related(policy)}
          ${this.#scanned(policy)}
          <article class="card text">${policyText(policy, this.clauses, this.#query)}</article>
        </div>
      </div>
    `;
  }

  #validity(policy: Policy): TemplateResult {
    if (policy.withdrawal) {
      return html`<p class="notice error">本文件已撤回：${policy.withdrawal.reason}</p>`;
    }
    const inForce = policy.status === "in_force";
    return html`<p class="notice ${inForce ? "" : "error"}">
      效力：<strong>${STATUS_LABELS[policy.status] ?? policy.status}</strong>
      ${policy.startsOn && inForce ? `，自 ${policy.startsOn} 起施行` : ""}
      ${policy.endedOn ? html`，${inForce ? "将" : ""}自 ${policy.endedOn} 起不再有效` : nothing}
      ${policy.endedBy ? html`（<a href=${`/policies/${policy.endedBy}`}>见新的文件</a>）` : nothing}
    </p>`;
  }

  #facts(policy: Policy): TemplateResult {
    const meta = policy.metadata;
    const level = meta.level as string | null;
    const kind = meta.kind as string | null;
    return html`<div class="card">
      <dl>
        ${FACTS.filter(({ name }) => meta[name]).map(({ name, label }) => html`<dt>${label}</dt><dd>${String(meta[name])}</dd>`)}
        ${level ? html`<dt>层级</dt><dd>${LEVEL_LABELS[level] ?? level}</dd>` : nothing}
        ${kind ? html`<dt>种类</dt><dd>${KIND_LABELS[kind] ?? kind}</dd>` : nothing}
        ${meta.sourceUrl && /^https?:/.test(String(meta.sourceUrl))
          ? html`<dt>来源</dt><dd><a href=${String(meta.sourceUrl)} rel="noopener noreferrer" target="_blank">${String(meta.sourceUrl)}</a></dd>`
          : nothing}
      </dl>
      ${policy.warnings.length > 0
        ? html`<details><summary class="warn">识别时有 ${policy.warnings.length} 处存疑</summary><ul>${policy.warnings.map((w) => html`<li>${w}</li>`)}</ul></details>`
        : nothing}
    </div>`;
  }

  #related(policy: Policy): TemplateResult | typeof nothing {
    if (policy.related.length === 0 && !policy.explains && policy.attachments.length === 0 && !policy.attachedTo) {
      return nothing;
    }
    const groups: [string, Policy["related"]][] = [
      ["政策解读", policy.related.filter((one) => one.relation === "explained_by" && one.kind === "interpretation")],
      ["申报指南", policy.related.filter((one) => one.relation === "explained_by" && one.kind !== "interpretation")],
      ...Object.entries(RELATIONS).map(([relation, label]): [string, Policy["related"]] => [label, policy.related.filter((one) => one.relation === relation)]),
    ];
    return html`<section class="card" aria-labelledby="related">
      <h2 id="related">相关文件</h2>
      ${policy.explains ? html`<p>本文件解读或配套的政策：<a href=${`/policies/${policy.explains}`}>查看原文</a></p>` : nothing}
      ${policy.attachedTo ? html`<p>本文件是 <a href=${policy.attachedTo.url}>${policy.attachedTo.title}</a> 的${policy.attachedTo.label}。</p>` : nothing}
      ${policy.attachments.length > 0
        ? html`<ul aria-label="附件">${policy.attachments.map((one) => html`<li>${one.label}：<a href=${one.url}>${one.title}</a></li>`)}</ul>`
        : nothing}
      <dl>
        ${groups
          .filter(([, list]) => list.length > 0)
          .map(([label, list]) => html`<dt>${label}</dt><dd>${list.map((one) => html`<div><a href=${one.url}>${one.title}</a></div>`)}</dd>`)}
      </dl>
    </section>`;
  }

  #entry(clause: Clause): TemplateResult {
    const numeral = (clause.path ?? "").split("、").filter(Boolean).pop();
    return html`<a
      class=${`d${Math.min(clause.depth, 2)}`}
      href=${`#c${clause.start}`}
      @click=${(event: Event) => {
        event.preventDefault();
        this.#show(this.renderRoot.querySelector(`#c${clause.start}`));
      }}
      >${numeral} ${clause.heading.slice(0, 28)}
      ${clause.responsibilities.length > 0
        ? html`<span class="dim">${clause.responsibilities.slice(0, 3).map((r) => `${r.department}${r.role === "responsible" ? "" : `(${ROLES[r.role]})`}`).join("、")}${clause.responsibilities.length > 3 ? "等" : ""}</span>`
        : nothing}
    </a>`;
  }

  /** Which pages were read from pictures, and how sure that is. */
  #scanned(policy: Policy): TemplateResult | typeof nothing {
    const read = (policy.pages ?? []).filter((page) => page.source === "ocr");
    if (read.length === 0) {
      return nothing;
    }
    const least = Math.min(...read.map((page) => page.confidence ?? 0));
    return html`<p class="notice">
      第 ${read.map((page) => page.number).join("、")} 页是扫描件，文字由识别（OCR）得到，可信度 ${least.toFixed(2)}${read.length > 1 ? " 以上" : ""}，数字和名称请以原件为准。
    </p>`;
  }

  #show(target: Element | null): void {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target?.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
    (target as HTMLElement | null)?.focus({ preventScroll: true });
  }

  async #load(): Promise<void> {
    const id = encodeURIComponent(location.pathname.split("/").filter(Boolean).pop() ?? "");
    const loaded = await this.during((signal) =>
      Promise.all([
        call<Policy>("", `/api/policies/${id}`, { signal }),
        call<Clause[]>("", `/api/policies/${id}/clauses`, { signal }),
      ]),
    );
    if (loaded) {
      [this.policy, this.clauses] = loaded;
      document.title = `${this.policy.title} - 直通`;
      await this.updateComplete;
      const mark = this.renderRoot.querySelector("mark");
      const cited = this.renderRoot.querySelector(".cited");
      (mark ?? cited)?.scrollIntoView({ block: "center" });
    }
  }
}

customElements.define("zt-policy", PolicyPage);
