import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import type { Row } from "./desk-types";
import { call } from "./shared/api";
import { controls, tokens } from "./shared/styles";

interface Outcome {
  caseId: string;
  number: string | null;
  title: string | null;
  possible: boolean;
  message: string | null;
  after: string | null;
}

interface Result {
  possible: number;
  refused: number;
  items: Outcome[];
}

/** Acts that need no look at the single case, with the one word each needs. */
const ACTS: [type: string, label: string, asks: "" | "reason" | "text" | "person"][] = [
  ["accept", "受理", ""],
  ["accept_suggestion", "采纳建议", ""],
  ["dispatch", "派单", ""],
  ["assign", "指定经办人", "person"],
  ["urge", "催办", "reason"],
  ["supervise", "督办", "reason"],
  ["follow_up", "转回访", ""],
  ["close", "办结", ""],
  ["note", "备注", "text"],
];

const ASKED = { reason: "理由", text: "备注", person: "经办人账号" };

/** What is done with the cases that were picked: chosen, looked at case by case, then done. */
class QueueBulk extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      select,
      input {
        width: auto;
      }
      ul {
        max-height: 14rem;
        overflow-y: auto;
        padding-left: 1.1rem;
      }
    `,
  ];
  static properties = {
    rows: { attribute: false },
    type: { state: true },
    value: { state: true },
    result: { state: true },
    done: { state: true },
    busy: { state: true },
    failure: { state: true },
  };
  declare rows: Row[];
  declare type: string;
  declare value: string;
  declare result: Result | null;
  /** Whether the result is of the act itself. */
  declare done: boolean;
  declare busy: boolean;
  declare failure: string;

  constructor() {
    super();
    this.rows = [];
    this.type = "accept";
    this.value = "";
    this.result = null;
    this.done = false;
    this.busy = false;
    this.failure = "";
  }

  render(): TemplateResult {
    const asks = ACTS.find(([type]) => type === this.type)?.[2] ?? "";
    const label = ACTS.find(([type]) => type === this.type)?.[1] ?? "";
    return html`<section aria-label="批量办理">
      <p class="row">
        <span>已选 ${this.rows.length} 件</span>
        <select aria-label="批量操作" @change=${(event: Event) => this.#pick((event.target as HTMLSelectElement).value)}>
          ${ACTS.map(([type, text]) => html`<option value=${type} .selected=${type === this.type}>${text}</option>`)}
        </select>
        ${asks === ""
          ? nothing
          : html`<input aria-label=${ASKED[asks]} placeholder=${ASKED[asks]} maxlength="500" .value=${this.value} @input=${(event: Event) => this.#say((event.target as HTMLInputElement).value)} />`}
        <button ?disabled=${this.busy || this.rows.length === 0 || (asks !== "" && this.value.trim() === "")} @click=${() => void this.#run(true)}>预览</button>
      </p>
      ${this.failure ? html`<p class="notice error" role="alert">${this.failure}</p>` : nothing}
      ${this.result ? this.#shown(this.result, label) : nothing}
    </section>`;
  }

  #shown(result: Result, label: string): TemplateResult {
    const refused = result.items.filter((one) => !one.possible);
    return html`<div class="notice" role="status">
      <p>${this.done ? `已${label} ${result.possible} 件` : `可以${label} ${result.possible} 件`}${result.refused > 0 ? `，${result.refused} 件不能：` : "。"}</p>
      ${refused.length > 0 ? html`<ul>${refused.map((one) => html`<li>${one.number ?? ""} ${one.title ?? ""}：${one.message}</li>`)}</ul>` : nothing}
      ${!this.done && result.possible > 0 ? html`<button class="primary" ?disabled=${this.busy} @click=${() => void this.#run(false)}>${label}这 ${result.possible} 件</button>` : nothing}
    </div>`;
  }

  #pick(type: string): void {
    this.type = type;
    this.result = null;
  }

  #say(value: string): void {
    this.value = value;
    this.result = null;
  }

  async #run(preview: boolean): Promise<void> {
    this.busy = true;
    this.failure = "";
    const asks = ACTS.find(([type]) => type === this.type)?.[2] ?? "";
    const act: Record<string, string> = { type: this.type };
    if (asks !== "") {
      act[asks] = this.value.trim();
    }
    // Only what the preview let through is done.
    const able = preview || !this.result ? null : new Set(this.result.items.filter((one) => one.possible).map((one) => one.caseId));
    const cases = this.rows.filter((row) => able === null || able.has(row.caseId)).map((row) => ({ caseId: row.caseId, basedOn: row.version }));
    try {
      this.result = await call<Result>("", "/api/cases/bulk", { body: { act, cases, preview }, timeoutMillis: 120_000 });
      this.done = !preview;
      if (!preview) {
        this.dispatchEvent(new CustomEvent("done"));
      }
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define("zt-queue-bulk", QueueBulk);
