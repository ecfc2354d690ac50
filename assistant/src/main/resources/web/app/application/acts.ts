import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { autosaveReady, discard, saved, savedForms } from "../shared/autosave";
import { autosave } from "../shared/autosave-element";
import { confirmed } from "../shared/confirm";
import { today } from "../shared/days";
import { limit } from "../shared/limit";
import { ELSEWHERE, FORMS, bodyOf, consequences, type Field } from "./act-forms";
import type { Application, Possible, Step } from "./types";

/** A clause of the item's policy. */
interface Clause {
  path: string | null;
  heading: string | null;
  text: string;
}

/** What is to be sent; whoever shows the application sends it. */
export interface ApplicationAct {
  body: Record<string, unknown>;
  done: string;
  sent: () => void;
}

/** The acts that the service allows now, each with what it needs. */
class ApplicationActs extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        margin-top: 0.8rem;
        max-width: 42rem;
      }
      form > * {
        min-width: 0;
      }
    `,
  ];
  static properties = { ...PageElement.properties, one: { attribute: false }, busy: { attribute: false }, open: { state: true }, clauses: { state: true } };
  declare one: Application;
  declare busy: boolean;
  declare open: Possible | null;
  declare clauses: Clause[];

  constructor() {
    super();
    this.busy = false;
    this.open = null;
    this.clauses = [];
  }

  /** What was being written when the page went away stands open again. */
  async firstUpdated(): Promise<void> {
    await autosaveReady();
    const waiting = savedForms(this.one.applicationId);
    const act = this.one.possible.find((each) => FORMS[each.type] && waiting.includes(each.type));
    if (act && this.open === null) {
      await this.#unfold(act);
    }
  }

  render(): TemplateResult | typeof nothing {
    const acts = this.one.possible.filter((each) => !ELSEWHERE.has(each.type));
    return acts.length === 0 && !this.open
      ? nothing
      : html`<section class="card noprint" aria-labelledby="acts">
          <h3 id="acts">办理</h3>
          <div class="row">${acts.map((act) => this.#button(act))}</div>
          ${this.open ? keyed(this.open.type, this.#form(this.open, acts)) : nothing}
        </section>`;
  }

  #button(act: Possible): TemplateResult {
    const form = FORMS[act.type] !== undefined;
    const waits = form && this.open?.type !== act.type && saved(this.one.applicationId, act.type);
    return html`<button ?disabled=${this.busy} aria-expanded=${form ? String(this.open?.type === act.type) : nothing} @click=${() => void this.#choose(act)}>${act.label}${waits ? "（未提交）" : ""}</button>`;
  }

  async #choose(act: Possible): Promise<void> {
    if (FORMS[act.type]) {
      if (this.open?.type === act.type) {
        this.open = null;
      } else {
        await this.#unfold(act);
      }
    } else if (await confirmed({ title: `${act.label}？`, lines: consequences(this.one, act.type), yes: act.label })) {
      this.#send({ type: act.type }, act);
    }
  }

  async #unfold(act: Possible): Promise<void> {
    this.open = act;
    if (act.type === "reject" && this.one.item.policyId) {
      const found = await this.during((signal) => call<Clause[]>("", `/api/policies/${this.one.item.policyId}/clauses`, { signal }), "clauses");
      this.clauses = found ?? [];
    }
    await this.focusOn("form input, form textarea, form select");
  }

  #form(act: Possible, acts: Possible[]): TemplateResult {
    const possible = acts.some((each) => each.type === act.type);
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event, act)}>
      <h3>${act.label}</h3>
      ${possible ? nothing : html`<p class="notice error" role="alert">申报现在处于“${this.one.stateLabel}”，不能${act.label}。填写的内容还在，可以复制后取消。</p>`}
      ${autosave(this.one.applicationId, act.type)} ${FORMS[act.type].map((each) => this.#input(each))} ${this.failureNotice()}
      <div class="row">
        <button class="primary" ?disabled=${this.busy || !possible}>确定</button>
        <button type="button" @click=${() => this.#end(act.type)}>取消</button>
      </div>
    </form>`;
  }

  #input(one: Field): TemplateResult | typeof nothing {
    const id = `f-${one.name}`;
    const label = html`<label for=${id}>${one.label}</label>`;
    switch (one.kind) {
      case "area":
        return html`<div>${label}<textarea id=${id} name=${one.name} rows="4" ?required=${one.required} @input=${limit(4000)}></textarea></div>`;
      case "quote":
        return html`<div>${label}<textarea id=${id} name=${one.name} rows="4" ?required=${one.required} @input=${limit(4000)}></textarea></div>`;
      case "money":
        return html`<div>${label}<input id=${id} name=${one.name} inputmode="decimal" autocomplete="off" ?required=${one.required} value=${this.#proposed(one)} /></div>`;
      case "count":
        return html`<div>${label}<input id=${id} name=${one.name} type="number" min="1" max="60" ?required=${one.required} /></div>`;
      case "date":
        return html`<div>${label}<input id=${id} name=${one.name} type="date" max=${today()} ?required=${one.required} /></div>`;
      case "verdict":
        return this.#choice(one, [["", "请选择"], ["agree", "同意"], ["disagree", "不同意"], ["send_back", "退回"]]);
      case "upheld":
        return this.#choice(one, [["", "请选择"], ["false", "不成立"], ["true", "成立"]]);
      case "objection":
        return this.#choice(one, this.one.objections.filter((each) => each.open).map((each) => [String(each.seq), (each.text ?? "").slice(0, 40)]));
      case "back":
        return this.#choice(one, [["", "上一步"], ...this.#before().map((each): [string, string] => [String(each.index), `第 ${each.index + 1} 步 ${each.department}`])]);
      case "clause":
        return this.clauses.length === 0 ? html`<div>${label}<input id=${id} name=${one.name} maxlength="200" /></div>` : this.#clause(one);
      default:
        return html`<div>${label}<input id=${id} name=${one.name} maxlength="500" ?required=${one.required} /></div>`;
    }
  }

  /** Steps that were taken already: one can only go back. */
  #before(): Step[] {
    const current = this.one.steps.find((each) => each.current);
    return this.one.steps.filter((each) => current !== undefined && each.index < current.index);
  }

  #choice(one: Field, options: [string, string][]): TemplateResult {
    return html`<div>
      <label for=${`f-${one.name}`}>${one.label}</label
      ><select id=${`f-${one.name}`} name=${one.name} ?required=${one.required}>
        ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select>
    </div>`;
  }

  /** A clause brings its own words along, which can be cut to the sentence that counts. */
  #clause(one: Field): TemplateResult {
    return html`<div>
      <label for="f-clause">${one.label}</label
      ><select id="f-clause" name=${one.name} @change=${(event: Event) => this.#quote((event.target as HTMLSelectElement).selectedIndex - 1)}>
        <option value="">请选择</option>
        ${this.clauses.map((each) => html`<option value=${each.path ?? ""}>${each.path ?? ""} ${(each.heading ?? each.text).slice(0, 40)}</option>`)}
      </select>
    </div>`;
  }

  #quote(index: number): void {
    const quote = this.renderRoot.querySelector<HTMLTextAreaElement>("#f-quote");
    if (quote && index >= 0) {
      quote.value = this.clauses[index].text.trim();
      quote.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  #proposed(one: Field): string {
    const { money } = this.one;
    const proposed = this.open?.type === "approve" ? (money.appliedYuan ?? money.capYuan) : this.open?.type === "pay" ? money.leftYuan : null;
    return one.name === "amount" && proposed !== null ? String(proposed) : "";
  }

  #submit(event: SubmitEvent, act: Possible): void {
    event.preventDefault();
    this.#send(bodyOf(act.type, FORMS[act.type], new FormData(event.target as HTMLFormElement)), act);
  }

  #send(body: Record<string, unknown>, act: Possible): void {
    const detail: ApplicationAct = { body, done: `已${act.label}。`, sent: () => this.#end(act.type) };
    this.dispatchEvent(new CustomEvent("application-act", { detail, bubbles: true, composed: true }));
  }

  /** Ends a form together with what was typed in it: it was sent, or is not wanted any more. */
  #end(type: string): void {
    discard(this.one.applicationId, type);
    this.open = null;
  }
}

customElements.define("zt-application-acts", ApplicationActs);
