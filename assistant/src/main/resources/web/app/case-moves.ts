import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { choices, departmentNames, namesIn } from "./departments";
import { DEBTOR_KINDS } from "./arrears/types";
import { act, when, type Possible, type StaffCase } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { autosaveReady, autosaves, discard, saved, savedForms } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import { confirmed } from "./shared/confirm";
import { call } from "./shared/api";
import { limit } from "./shared/limit";
import { placeCode, placeInput, type Place } from "./shared/places";
import { SCORES } from "./scores";

interface Person {
  account: string;
  name: string;
  department: string | null;
}

interface Field {
  name: string;
  label: string;
  kind: "line" | "area" | "days" | "department" | "list" | "level" | "finding" | "score" | "place" | "person" | "note" | "called" | "money" | "date" | "time" | "count" | "theme" | "debtorKind" | "undisputed" | "instalments" | "meeting";
  required: boolean;
}

const field = (name: string, label: string, kind: Field["kind"] = "line", required = true): Field => ({ name, label, kind, required });
const REASON = field("reason", "理由");

/** What a move needs; a reason alone needs no entry. */
const FORMS: Record<string, Field[]> = {
  reassign: [field("department", "改派给", "department"), REASON],
  arbitrate: [field("department", "裁定由哪个部门承办", "department"), REASON],
  transfer: [
    field("level", "转办到的层级", "level"),
    field("region", "地区（选填，输入名称后选择）", "place", false),
    field("department", "接办部门（选填）", "department", false),
    REASON,
  ],
  add_support: [field("supporting", "配合单位（用顿号分开）", "list")],
  part_reply: [field("text", "配合意见", "area"), field("department", "代哪个部门填写（部门自己填写时不填）", "department", false)],
  part_return: [REASON, field("department", "代哪个部门填写（部门自己填写时不填）", "department", false)],
  merge: [field("into", "主办件的编号")],
  reject: [field("legalGround", "不予受理的法律依据"), REASON],
  request_extension: [field("days", "延期工作日数（1 到 30）", "days"), REASON],
  grant_extension: [field("days", "批准的工作日数（不填则按申请）", "days", false)],
  order_rectification: [field("days", "整改工作日数", "days"), REASON],
  review: [field("finding", "复核结论", "finding"), field("text", "复核情况", "area")],
  note: [field("text", "备注（输入 @ 和姓名可提醒同事）", "note")],
  call: [field("finding", "回访结果", "called"), field("text", "通话情况（选填）", "area", false)],
  assign: [field("person", "由谁经办（不选为取消指定）", "person", false)],
  supplement: [field("text", "企业补充的内容", "area")],
  rate: [field("score", "满意程度", "score"), field("comment", "企业的说法（选填）", "area", false)],
  mark_theme: [field("theme", "专题", "theme")],
  unmark_theme: [field("theme", "专题", "theme"), REASON],
  record_arrears: [
    field("arrears.amount", "拖欠金额（元）", "money"),
    field("arrears.debtor", "欠款单位名称"),
    field("arrears.debtorKind", "欠款单位类型", "debtorKind"),
    field("arrears.contract", "合同编号或名称（选填）", "line", false),
    field("arrears.undisputed", "双方有无争议", "undisputed", false),
    field("arrears.deliveredOn", "交付、验收或结算日期（选填，付款期限由此起算）", "date", false),
    field("arrears.agreedDays", "合同约定的付款天数（选填）", "count", false),
    field("arrears.instalments", "商定的分期（选填，每行一期：日期 金额，如 2026-06-30 5000）", "instalments", false),
  ],
  record_repayment: [field("repayment.amount", "到账金额（元）", "money"), field("repayment.paidOn", "到账日期", "date"), field("text", "说明（选填）", "line", false)],
  set_meeting: [
    field("meeting.number", "改期的会议（约定新会议时不选）", "meeting", false),
    field("meeting.url", "会议链接（https:// 开头）"),
    field("meeting.startsAt", "开始时间", "time"),
    field("meeting.minutes", "时长（分钟）", "count"),
    field("meeting.parties", "参加方（用顿号分开）", "list"),
    field("meeting.topic", "议题（选填）", "line", false),
  ],
  cancel_meeting: [field("meeting.number", "哪次会议", "meeting"), REASON],
  record_meeting: [field("meeting.number", "哪次会议", "meeting"), field("text", "会议结果", "area")],
  withdraw: [field("reason", "撤回原因（选填）", "line", false)],
};

const CHOICES: Record<string, [string, string][]> = {
  level: [["province", "省级"], ["city", "市级"], ["county", "县级"]],
  called: [["reached", "已接通"], ["no_answer", "无人接听"], ["declined", "不愿评价"], ["wrong_number", "号码有误"]],
  finding: [["justified", "属实"], ["unjustified", "不属实"]],
  score: [["", "请选择"], ...SCORES],
  theme: [["arrears", "拖欠账款"], ["inspection", "涉企检查"]],
  debtorKind: DEBTOR_KINDS,
  undisputed: [["", "未核实"], ["true", "无争议"], ["false", "有争议"]],
};

const NUMBERS = new Set<Field["kind"]>(["days", "score", "count", "meeting"]);

/** One a line: day and amount; what is not understood is sent as it stands, and the service says what is wrong. */
const instalmentsIn = (text: string): { due: string; amount: string }[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [due, amount] = line.split(/[\s，,：:]+/);
      return { due, amount: (amount ?? "").replace(/元$/, "") };
    });

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
    const body: Record<string, unknown> = { type: move.type };
    const form = new FormData(event.target as HTMLFormElement);
    for (const one of this.#fields(move)) {
      const value = String(form.get(one.name) ?? "").trim();
      const [group, name] = one.name.includes(".") ? one.name.split(".") : [null, one.name];
      const into = group === null ? body : ((body[group] ??= {}) as Record<string, unknown>);
      into[name] =
        value === "" ? null : one.kind === "undisputed" ? value === "true" : one.kind === "instalments" ? instalmentsIn(value) : NUMBERS.has(one.kind) ? Number(value) : one.kind === "list" ? namesIn(value) : one.kind === "place" ? placeCode(value) : value;
    }
    this.dispatchEvent(act(body, `已${move.label}。`, () => this.#cancel(move)));
  }

  /** Ends a form together with what was typed in it: it was sent, or is not wanted any more. */
  #cancel(move: Possible): void {
    discard(this.file.caseId, move.type);
    this.open = null;
  }
}

customElements.define("zt-case-moves", CaseMoves);
