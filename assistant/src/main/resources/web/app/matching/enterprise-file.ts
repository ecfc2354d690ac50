import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { today } from "../shared/days";
import { statementFact, statementInput } from "./own-statement";
import { fieldName, type Fact, type Field } from "./types";

interface File {
  creditCode: string;
  name: string;
  facts: Fact[];
  conflicts: { field: string; name: string; period: string | null }[];
  updatedAt: string;
}

interface Objection {
  id: string;
  field: string;
  period: string | null;
  words: string;
  caseNumber: string;
  at: string;
}

/** What is held of an enterprise, with sources; it may add what only it knows, and object. */
class EnterpriseFileView extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
        gap: 0.6rem;
        align-items: end;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    code: { attribute: false },
    reason: { attribute: false },
    own: { attribute: false },
    changes: { attribute: false },
    file: { state: true },
    fields: { state: true },
    objections: { state: true },
    disputed: { state: true },
    stating: { state: true },
    done: { state: true },
  };
  declare code: string;
  declare reason: string;
  declare own: boolean;
  declare changes: number;
  declare file: File | null;
  declare fields: Field[];
  declare objections: Objection[];
  declare disputed: Fact | null;
  declare stating: string;
  declare done: string;

  constructor() {
    super();
    this.code = "";
    this.reason = "";
    this.own = false;
    this.changes = 0;
    this.file = null;
    this.fields = [];
    this.objections = [];
    this.disputed = null;
    this.stating = "revenue";
    this.done = "";
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (this.code !== "" && (changed.has("code") || changed.has("changes"))) {
      void this.#load();
    }
  }

  render(): TemplateResult {
    if (!this.file) {
      return html`${this.failureNotice()} ${this.loadingNotice()}`;
    }
    return html`<section class="card" aria-labelledby="file">
      <h2 id="file">${this.file.name}的档案</h2>
      <p class="dim">${this.file.creditCode}，更新于 ${this.file.updatedAt.slice(0, 10)}。每项数据都注明来源和日期；不同来源说法不同的并列显示。</p>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.own ? this.#statement() : nothing}
      ${this.disputed ? this.#objection(this.disputed) : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label="档案数据">
        <table>
          <thead><tr><th scope="col">数据</th><th scope="col">年度</th><th scope="col">内容</th><th scope="col">有效期</th><th scope="col">来源</th><th scope="col">日期</th>${this.own ? html`<th scope="col">异议</th>` : nothing}</tr></thead>
          <tbody>${[...this.file.facts].sort((a, b) => this.#order(a) - this.#order(b)).map((fact) => this.#row(fact))}</tbody>
        </table>
      </div>
      ${this.objections.length > 0
        ? html`<h3>提出过的异议</h3><ul>${this.objections.map((one) => html`<li>${this.#name(one.field)}${one.period ? `（${one.period}年）` : ""}：${one.words} <span class="dim">办件编号 ${one.caseNumber}</span></li>`)}</ul>`
        : nothing}
    </section>`;
  }

  #row(fact: Fact): TemplateResult {
    const conflict = this.file!.conflicts.some((one) => one.field === fact.field && one.period === (fact.period ?? null));
    return html`<tr>
      <th scope="row">${this.#name(fact.field)} ${conflict ? html`<span class="tag warn">来源不一致</span>` : nothing}</th>
      <td>${fact.period ?? ""}</td>
      <td>${shown(fact)}</td>
      <td>${fact.validFrom || fact.validTo ? `${fact.validFrom ?? ""} 至 ${fact.validTo ?? "长期"}` : ""}${expired(fact) ? html` <span class="tag warn">已到期</span>` : nothing}</td>
      <td>${fact.source}</td>
      <td class="day">${fact.observedAt}</td>
      ${this.own ? html`<td><button class="link" aria-label=${`对${this.#name(fact.field)}提出异议`} @click=${() => this.#dispute(fact)}>有误</button></td>` : nothing}
    </tr>`;
  }

  #statement(): TemplateResult {
    const own = this.fields.filter((field) => field.own);
    const field = own.find((one) => one.key === this.stating);
    return html`<details>
      <summary>补充只有本企业知道的数据</summary>
      <form @submit=${this.#state}>
        <div><label for="field">数据</label>
          <select id="field" @change=${(event: Event) => (this.stating = (event.target as HTMLSelectElement).value)}>
            ${own.map((one) => html`<option value=${one.key} ?selected=${one.key === this.stating}>${one.name}</option>`)}
          </select></div>
        <div>${statementInput(this.stating, field?.name ?? "", undefined, this.fields)}</div>
        <button class="primary" ?disabled=${this.loading}>补充（标为企业自述）</button>
      </form>
    </details>`;
  }

  #objection(fact: Fact): TemplateResult {
    return html`<form class="card" @submit=${this.#object}>
      <div><label for="words">“${fact.period ? `${fact.period}年` : ""}${this.#name(fact.field)} ${shown(fact)}”哪里不对、应为多少</label>
        <textarea id="words" name="words" required maxlength="2000"></textarea></div>
      <div class="row"><button class="primary" ?disabled=${this.loading}>提交给${fact.source}</button><button type="button" @click=${() => (this.disputed = null)}>取消</button></div>
    </form>`;
  }

  #dispute(fact: Fact): void {
    this.disputed = fact;
    void this.focusOn("#words");
  }

  readonly #state = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fact = statementFact(this.stating, new FormData(event.target as HTMLFormElement), this.fields);
    const added = await this.during((signal) =>
      call("", `/api/enterprises/${this.code}/facts`, { method: "PATCH", body: { facts: [fact] }, signal }),
    );
    if (added) {
      this.done = `已补充：${this.#name(fact.field)}。`;
      this.dispatchEvent(new CustomEvent("added", { bubbles: true, composed: true }));
    }
  };

  readonly #object = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fact = this.disputed!;
    const words = String(new FormData(event.target as HTMLFormElement).get("words") ?? "");
    const body = { field: fact.field, ...(fact.period ? { period: fact.period } : {}), words };
    const made = await this.during((signal) => call<Objection>("", `/api/enterprises/${this.code}/objections`, { body, signal }));
    if (made) {
      this.disputed = null;
      this.done = `异议已提交，办件编号 ${made.caseNumber}。`;
      this.objections = [made, ...this.objections];
    }
  };

  #name(key: string): string {
    return fieldName(this.fields, key);
  }

  #order(fact: Fact): number {
    const at = this.fields.findIndex((field) => field.key === fact.field);
    return at < 0 ? this.fields.length : at;
  }

  async #load(): Promise<void> {
    const why = this.reason ? `?reason=${encodeURIComponent(this.reason)}` : "";
    const loaded = await this.during((signal) =>
      Promise.all([
        call<File>("", `/api/enterprises/${this.code}${why}`, { signal }),
        call<Field[]>("", "/api/enterprises/fields", { signal }),
        this.own ? call<Objection[]>("", `/api/enterprises/${this.code}/objections`, { signal }) : Promise.resolve([]),
      ]),
    );
    if (loaded) {
      [this.file, this.fields, this.objections] = loaded;
    }
  }
}

function shown(fact: Fact): string {
  if (typeof fact.value === "boolean") {
    return fact.value ? "是" : "否";
  }
  if (fact.unit === "share" && typeof fact.value === "number") {
    return `${Math.round(fact.value * 10000) / 100}%`;
  }
  return `${fact.value}${fact.unit ?? ""}`;
}

const expired = (fact: Fact): boolean => (fact.validTo ?? "9999") < today();

customElements.define("zt-enterprise-file", EnterpriseFileView);
