import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { leafResult } from "./leaf-result";
import { statementInput, statementFact } from "./own-statement";
import { treeStyles, treeView } from "./tree-view";
import { OUTCOMES, closedWords, fieldName, type Field, type Leaf, type Node, type Outcome, type Window } from "./types";

interface Match {
  itemId: string;
  title: string;
  outcome: Outcome;
  unknownKind: string | null;
  met: number;
  notMet: number;
  unknown: number;
  missing: string[];
  window: (Window & { open: boolean }) | null;
  mode: string | null;
  amount: string | null;
}

interface Question {
  field: string;
  name: string;
  decides: number;
  narrows: number;
  own: boolean;
  unit: string | null;
  flag: boolean;
}

interface Explanation {
  itemId: string;
  clause: string | null;
  policyId: string | null;
  conditions: Node;
}

const SHOWN = 8;

/** What an enterprise can have: by outcome, condition by condition, and what to add. */
class EnterpriseMatches extends PageElement {
  static styles = [
    pageStyles,
    treeStyles,
    css`
      .list {
        padding: 0;
        margin: 0;
      }
      .list > li {
        list-style: none;
        border-bottom: 1px solid var(--zt-line);
        padding: 0.6rem 0;
      }
      .tabs button[aria-pressed="true"] {
        background: var(--zt-accent);
        color: var(--zt-accent-text);
      }
      .question {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 22rem);
        gap: 0.6rem;
        align-items: center;
        border-bottom: 1px solid var(--zt-line);
        padding: 0.4rem 0;
      }
      @media (max-width: 640px) {
        .question {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    code: { attribute: false },
    reason: { attribute: false },
    own: { attribute: false },
    changes: { attribute: false },
    found: { state: true },
    questions: { state: true },
    fields: { state: true },
    shown: { state: true },
    explained: { state: true },
  };
  declare code: string;
  declare reason: string;
  declare own: boolean;
  declare changes: number;
  declare found: Match[] | null;
  declare questions: Question[];
  declare fields: Field[];
  declare shown: Outcome;
  declare explained: Explanation | null;

  constructor() {
    super();
    this.code = "";
    this.reason = "";
    this.own = false;
    this.changes = 0;
    this.found = null;
    this.questions = [];
    this.fields = [];
    this.shown = "met";
    this.explained = null;
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (this.code !== "" && (changed.has("code") || changed.has("changes"))) {
      void this.#load(changed.has("code"));
    }
  }

  render(): TemplateResult {
    const matches = this.found;
    if (!matches) {
      return html`${this.failureNotice()} ${this.loadingNotice("正在匹配…")}`;
    }
    const of = (outcome: Outcome) => matches.filter((match) => match.outcome === outcome);
    return html`
      <section class="card" aria-labelledby="matches">
        <h2 id="matches">能享受哪些政策</h2>
        ${this.failureNotice()}
        <div class="row tabs" role="group" aria-label="结果">
          ${(["met", "unknown", "not_met"] as Outcome[]).map(
            (outcome) => html`<button aria-pressed=${this.shown === outcome} @click=${() => (this.shown = outcome)}>
              ${OUTCOMES[outcome][0]} ${OUTCOMES[outcome][1]} ${of(outcome).length}
            </button>`,
          )}
        </div>
        ${this.#list(of(this.shown))}
        ${of(this.shown).length === 0 ? html`<p class="dim">没有。</p>` : nothing}
      </section>
      ${this.#toAdd()}
    `;
  }

  /** Longer lists fold, so that what to add stays in sight. */
  #list(matches: Match[]): TemplateResult {
    const rest = matches.slice(SHOWN);
    const open = rest.some((match) => match.itemId === this.explained?.itemId);
    const list = (some: Match[]) => html`<ul class="list">${some.map((match) => this.#match(match))}</ul>`;
    return html`<div aria-live="polite">
      ${list(matches.slice(0, SHOWN))}
      ${rest.length > 0 ? html`<details ?open=${open}><summary>其余 ${rest.length} 项</summary>${list(rest)}</details>` : nothing}
    </div>`;
  }

  #match(match: Match): TemplateResult {
    const open = this.explained?.itemId === match.itemId;
    const tone = OUTCOMES[match.outcome][2];
    return html`<li>
      <span class="mark ${tone}" aria-hidden="true">${OUTCOMES[match.outcome][0]}</span>
      <a href=${`/items/${match.itemId}`}><strong>${match.title}</strong></a>
      ${match.mode ? html`<span class="tag">${match.mode}</span>` : nothing}
      ${match.window && !match.window.open ? html`<span class="tag warn">${closedWords(match.window)}</span>` : nothing}
      <div class="dim">
        ${match.amount ?? ""} ✓${match.met} ?${match.unknown} ✗${match.notMet}
        ${match.unknownKind === "evidence" ? "，只差材料核验" : nothing}
        ${match.missing.length > 0 ? html`，缺：${match.missing.map((key) => this.#name(key)).join("、")}` : nothing}
      </div>
      ${this.own && match.outcome !== "not_met" && match.mode !== "免申即享" && (!match.window || match.window.open)
        ? html`<button class="primary" aria-label=${`去申报 ${match.title}`} @click=${() => this.#apply(match.itemId)}>去申报</button>`
        : nothing}
      <button class="link" aria-expanded=${open} @click=${() => void this.#explain(match.itemId)}>${open ? "收起" : "逐条看为什么"}</button>
      ${open ? treeView(this.explained!.conditions, (leaf) => leafResult(leaf, this.fields, leaf.quote ? this.#source(leaf) : nothing)) : nothing}
    </li>`;
  }

  #apply(itemId: string): void {
    this.dispatchEvent(new CustomEvent("apply", { detail: itemId, bubbles: true, composed: true }));
    scrollTo({ top: 0 });
  }

  #source(leaf: Leaf): TemplateResult {
    const policy = this.explained?.policyId;
    const words = html`条款原文：“${leaf.quote}”${this.explained?.clause ? `（${this.explained.clause}）` : ""}`;
    return policy ? html`<a href=${`/policies/${policy}${leaf.start === undefined ? "" : `?start=${leaf.start}&end=${leaf.end}`}`}>${words}</a>` : words;
  }

  #name(key: string): string {
    return fieldName(this.fields, key);
  }

  /** Which facts settle most items; the enterprise's own can be told here. */
  #toAdd(): TemplateResult | typeof nothing {
    const useful = this.questions.filter((one) => one.narrows > 0).slice(0, 8);
    return useful.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="add">
          <h2 id="add">补这几项，可多定几项政策</h2>
          ${useful.map(
            (one) => html`<div class="question">
              <span><strong>${one.name}</strong> <span class="dim">补这一项，可定 ${Math.max(one.decides, one.narrows)} 项政策</span></span>
              ${this.own && one.own
                ? html`<form class="row nowrap" @submit=${(event: SubmitEvent) => void this.#state(event, one.field)}>
                    ${statementInput(one.field, one.name, one, this.fields)}<button>补充</button>
                  </form>`
                : html`<span class="dim">${one.own ? "由企业自行补充" : "由主管部门提供"}</span>`}
            </div>`,
          )}
        </section>`;
  }

  async #state(event: SubmitEvent, field: string): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const fact = statementFact(field, new FormData(form), this.fields);
    const added = await this.during((signal) =>
      call("", `/api/enterprises/${this.code}/facts`, { method: "PATCH", body: { facts: [fact] }, signal }),
    );
    if (added) {
      this.dispatchEvent(new CustomEvent("added", { bubbles: true, composed: true }));
    }
  }

  async #explain(itemId: string): Promise<void> {
    if (this.explained?.itemId === itemId) {
      this.explained = null;
      return;
    }
    this.explained =
      (await this.during((signal) => call<Explanation>("", `/api/enterprises/${this.code}/matches/${itemId}${this.#why()}`, { signal }), "explain")) ?? null;
  }

  #why(): string {
    return this.reason ? `?reason=${encodeURIComponent(this.reason)}` : "";
  }

  async #load(first: boolean): Promise<void> {
    const loaded = await this.during((signal) =>
      Promise.all([
        call<{ items: Match[] }>("", `/api/enterprises/${this.code}/matches${this.#why()}`, { signal }),
        call<Question[]>("", `/api/enterprises/${this.code}/questions${this.#why()}`, { signal }),
        call<Field[]>("", "/api/enterprises/fields", { signal }),
      ]),
    );
    if (!loaded) {
      return;
    }
    [{ items: this.found }, this.questions, this.fields] = loaded;
    const wanted = new URLSearchParams(location.search).get("item");
    const match = this.found.find((one) => one.itemId === wanted);
    if (first && match) {
      this.shown = match.outcome;
      await this.#explain(match.itemId);
    } else if (this.explained) {
      const again = this.explained.itemId;
      this.explained = null;
      this.shown = this.found.find((one) => one.itemId === again)?.outcome ?? this.shown;
      await this.#explain(again);
    } else if (first && !this.found.some((one) => one.outcome === "met")) {
      this.shown = "unknown";
    }
  }
}

customElements.define("zt-enterprise-matches", EnterpriseMatches);
