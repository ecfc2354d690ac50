import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { CHOICES, FORMS, REASON, requestOf, type Field } from "./case-move-forms";
import { choices, departmentNames } from "./departments";
import { act, when, type Possible, type StaffCase } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { autosaveReady, autosaves, discard, saved, savedForms } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import { confirmed } from "./shared/confirm";
import { call } from "./shared/api";
import { limit } from "./shared/limit";
import { placeInput, type Place } from "./shared/places";

interface Person {
  account: string;
  name: string;
  department: string | null;
}

/** They have places of their own on the page, or belong to the enterprise alone. */
const ELSEWHERE = new Set(["accept_suggestion", "change", "reply", "submit_reply", "suggested", "drafted"]);

/** Done at once; everything else without a form is asked about. */
const HARMLESS = new Set(["start", "mark_typical", "unmark_typical"]);

/** Done by the enterprise, or for it on the telephone. */
const FOR_ENTERPRISE = new Set(["supplement", "rate", "withdraw"]);

/** Everything else that may be done with a case now; the service says what that is. */
class CaseMoves extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        margin-top: 0.8rem;
        max-width: 40rem;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, file: { attribute: false }, busy: { type: Boolean }, open: { state: true }, names: { state: true }, places: { state: true }, people: { state: true } };
  declare file: StaffCase;
  declare busy: boolean;
  declare open: Possible | null;
  declare names: string[];
  declare places: Place[];
  /** Colleagues on the case, once they are needed. */
  declare people: Person[];

  constructor() {
    super();
    this.busy = false;
    this.people = [];
    this.open = null;
    this.names = [];
    this.places = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    autosaves.addEventListener("change", this.#redraw);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    autosaves.removeEventListener("change", this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  /** What was being written when the page went away stands open again. */
  async firstUpdated(): Promise<void> {
    await autosaveReady();
    const waiting = savedForms(this.file.caseId);
    const move = this.file.possible.find((one) => FORMS[one.type] !== undefined && waiting.includes(one.type));
    if (move && this.open === null) {
      await this.#unfold(move);
    }
  }

  render(): TemplateResult | typeof nothing {
    const moves = this.file.possible.filter((one) => !ELSEWHERE.has(one.type));
    const own = moves.filter((one) => !FOR_ENTERPRISE.has(one.type));
    const theirs = moves.filter((one) => FOR_ENTERPRISE.has(one.type));
    if (moves.length === 0 && !this.open) {
      return this.#stranded(moves);
    }
    return html`<section class="card" aria-labelledby="moves">
      <h2 id="moves">办理</h2>
      ${this.file.extensionRequested ? this.#extension() : nothing}
      <div class="row">${own.map((move) => this.#button(move))}</div>
      ${theirs.length > 0 ? html`<p class="row"><span class="dim">代企业：</span>${theirs.map((move) => this.#button(move))}</p>` : nothing}
      ${this.open ? keyed(this.open.type, this.#form(this.open, moves)) : nothing} ${this.#stranded(moves)}
    </section>`;
  }

  /** What was written for a step that is no longer to be taken: it can still be read and copied. */
  #stranded(moves: Possible[]): TemplateResult | typeof nothing {
    const left = savedForms(this.file.caseId).filter((form) => FORMS[form] && form !== this.open?.type && !moves.some((one) => one.type === form));
    return left.length === 0
      ? nothing
      : html`<div class="notice">
          ${left.map(
            (form) => html`<p>您写过、还没有提交的内容（现在不能办理这一步）：</p>
              <p class="text">${Object.values(saved(this.file.caseId, form)?.values ?? {}).flat().join("\n")}</p>
              <button class="link" @click=${() => this.#drop(form)}>不再保留</button>`,
          )}
        </div>`;
  }

  #drop(form: string): void {
    discard(this.file.caseId, form);
  }

  /** How long and why, for whoever grants it. */
  #extension(): TemplateResult {
    const asked = this.file.events.filter((event) => event.type === "request_extension").pop();
    const days = asked?.body?.days ? `${String(asked.body.days)} 个工作日` : "";
    return html`<p class="notice">承办部门申请延期${days}，等待批准。${asked?.reason ? `理由：${asked.reason}` : ""}</p>`;
  }

  #button(move: Possible): TemplateResult {
    const fields = this.#fields(move);
    return html`<button
      ?disabled=${this.busy}
      aria-expanded=${fields.length > 0 ? String(this.open?.type === move.type) : nothing}
      @click=${() => void this.#choose(move, fields)}
    >${move.label}${fields.length > 0 && this.open?.type !== move.type && saved(this.file.caseId, move.type) ? "（未提交）" : ""}</button>`;
  }

  #fields(move: Possible): Field[] {
    return FORMS[move.type] ?? (move.needsReason ? [REASON] : []);
  }

  async #choose(move: Possible, fields: Field[]): Promise<void> {
    if (fields.length === 0) {
      if (HARMLESS.has(move.type) || (await confirmed({ title: `${move.label}？`, lines: this.#consequences(move), yes: move.label }))) {
        this.dispatchEvent(act({ type: move.type }, `已${move.label}。`));
      }
      return;
    }
    if (this.open?.type === move.type) {
      this.open = null;
    } else {
      await this.#unfold(move);
    }
  }

  /** What one press does, before it is done: none of these can be taken back. */
  #consequences(move: Possible): string[] {
    const { department, supporting, deadline, number } = this.file;
    const to = [department?.name, ...supporting].filter(Boolean).join("、");
    const lines: Record<string, string[]> = {
      dispatch: [`派给：${to || "未定"}`, deadline ? `应于 ${deadline.due} 前答复` : ""],
      urge: [`提醒：${to || "未定部门"}`],
      supervise: [`列为督办，提醒：${to || "未定部门"}`],
      accept: ["受理后企业会看到，期限照常计算。"],
      close: ["办结后企业不能再评价。"],
    };
    return [`来件 ${number}`, ...(lines[move.type] ?? [])].filter(Boolean);
  }

  async #unfold(move: Possible): Promise<void> {
    this.open = move;
    if (this.#fields(move).some((one) => one.kind === "department")) {
      this.names = await departmentNames();
    }
    if (this.#fields(move).some((one) => one.kind === "person" || one.kind === "note")) {
      const found = await this.during((signal) => call<{ items: Person[] }>("", `/api/cases/${this.file.caseId}/people`, { signal }), "people");
      this.people = found?.items ?? [];
    }
    await this.focusOn("form input, form textarea, form select");
  }

  #form(move: Possible, moves: Possible[]): TemplateResult {
    const possible = moves.some((one) => one.type === move.type);
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event, move)}>
      <h3>${move.label}</h3>
      ${possible ? nothing : html`<p class="notice error" role="alert">办件现在处于“${this.file.stateLabel}”，不能${move.label}。填写的内容还在，可以复制后取消。</p>`}
      ${autosave(this.file.caseId, move.type)} ${this.#fields(move).map((one) => this.#input(one))}
      <div class="row">
        <button class="primary" ?disabled=${this.busy || !possible}>确定</button>
        <button type="button" @click=${() => this.#cancel(move)}>取消</button>
      </div>
    </form>`;
  }

  #input(one: Field): TemplateResult {
    const id = `m-${one.name.replace(".", "-")}`;
    const label = html`<label for=${id}>${one.label}</label>`;
    switch (one.kind) {
      case "area":
        return html`<div>${label}<textarea id=${id} name=${one.name} rows="4" @input=${limit(20000)} ?required=${one.required}></textarea></div>`;
      case "days":
        return html`<div>${label}<input id=${id} name=${one.name} type="number" min="1" max="30" ?required=${one.required} /></div>`;
      case "money":
        return html`<div>${label}<input id=${id} name=${one.name} type="number" min="0.01" step="0.01" ?required=${one.required} .value=${this.#mentioned(one)} /></div>`;
      case "count":
        return html`<div>${label}<input id=${id} name=${one.name} type="number" min="1" max="3650" ?required=${one.required} /></div>`;
      case "date":
        return html`<div>${label}<input id=${id} name=${one.name} type="date" ?required=${one.required} /></div>`;
      case "time":
        return html`<div>${label}<input id=${id} name=${one.name} type="datetime-local" ?required=${one.required} /></div>`;
      case "instalments":
        return html`<div>${label}<textarea id=${id} name=${one.name} rows="3" maxlength="3000"></textarea></div>`;
      case "meeting":
        return html`<div>${label}<select id=${id} name=${one.name} ?required=${one.required}>
            ${one.required ? nothing : html`<option value="">（新的会议）</option>`}
            ${(this.file.meetings ?? []).filter((each) => each.status === "set").map((each) => html`<option value=${each.number}>${when(each.startsAt)} ${each.topic ?? ""}</option>`)}
          </select></div>`;
      case "undisputed":
        return html`<div>${label}<select id=${id} name=${one.name}>${CHOICES.undisputed.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></div>`;
      case "theme":
      case "debtorKind":
      case "level":
      case "score":
      case "finding":
      case "called":
        return html`<div>${label}<select id=${id} name=${one.name} required>
            ${CHOICES[one.kind].map(([value, text]) => html`<option value=${value}>${text}</option>`)}
          </select></div>`;
      case "person":
        return html`<div>${label}<select id=${id} name=${one.name}>
            <option value="">（不指定）</option>
            ${this.people.map((person) => html`<option value=${person.account}>${person.name}${person.department ? `（${person.department}）` : ""} ${person.account}</option>`)}
          </select></div>`;
      case "note":
        return html`<div>${label}<textarea id=${id} name=${one.name} rows="4" @input=${limit(20000)} ?required=${one.required}></textarea>
          ${this.people.length > 0
            ? html`<details><summary>@ 同事（${this.people.length}）</summary><p class="row">${this.people.slice(0, 40).map((person) => html`<button type="button" class="link" @click=${(event: Event) => this.#call(event, person)}>@${person.name}</button>`)}</p></details>`
            : nothing}</div>`;
      case "place":
        return html`<div>${label}${placeInput(id, one.name, this.places, (places) => (this.places = places))}</div>`;
      case "department":
        return html`<div>${label}<input id=${id} name=${one.name} list="names" autocomplete="off" ?required=${one.required} />
          ${choices("names", this.names)}</div>`;
      default:
        return html`<div>${label}<input id=${id} name=${one.name} maxlength=${one.name === "meeting.url" ? 2000 : 500} ?required=${one.required} /></div>`;
    }
  }

  /** What the appeal named, to begin with. */
  #mentioned(one: Field): string {
    const mentioned = this.file.arrears?.mentioned;
    return one.name === "arrears.amount" && mentioned ? String(mentioned) : "";
  }

  /** Names may be borne by several: the account tells them apart. */
  #call(event: Event, person: Person): void {
    const field = (event.target as HTMLElement).closest("form")!.querySelector("textarea")!;
    const twins = this.people.filter((other) => other.name === person.name).length > 1;
    field.setRangeText(`@${twins ? person.account : person.name} `, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  #submit(event: SubmitEvent, move: Possible): void {
    event.preventDefault();
    const body = requestOf(move.type, this.#fields(move), new FormData(event.target as HTMLFormElement));
    this.dispatchEvent(act(body, `已${move.label}。`, () => this.#cancel(move)));
  }

  /** Ends a form together with what was typed in it: it was sent, or is not wanted any more. */
  #cancel(move: Possible): void {
    discard(this.file.caseId, move.type);
    this.open = null;
  }
}

customElements.define("zt-case-moves", CaseMoves);
