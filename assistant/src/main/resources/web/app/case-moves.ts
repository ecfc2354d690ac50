import { css, html, nothing, type TemplateResult } from "lit";
import { choices, departmentNames, namesIn } from "./departments";
import { act, type Possible, type StaffCase } from "./desk-types";
import { PageElement, pageStyles } from "./page";

interface Field {
  name: string;
  label: string;
  kind: "line" | "area" | "days" | "department" | "list" | "level" | "finding";
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
    field("region", "地区代码（选填，六位）", "line", false),
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
  note: [field("text", "备注", "area")],
  supplement: [field("text", "企业补充的内容", "area")],
  withdraw: [field("reason", "撤回原因（选填）", "line", false)],
};

const CHOICES: Record<string, [string, string][]> = {
  level: [["province", "省级"], ["city", "市级"], ["county", "县级"]],
  finding: [["justified", "属实"], ["unjustified", "不属实"]],
};

/** They have places of their own on the page, or belong to the enterprise alone. */
const ELSEWHERE = new Set(["accept_suggestion", "change", "reply", "submit_reply", "rate", "suggested", "drafted"]);

/** Done by the enterprise, or for it on the telephone. */
const FOR_ENTERPRISE = new Set(["supplement", "withdraw"]);

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
    `,
  ];
  static properties = { ...PageElement.properties, file: { attribute: false }, busy: { type: Boolean }, open: { state: true }, names: { state: true } };
  declare file: StaffCase;
  declare busy: boolean;
  declare open: Possible | null;
  declare names: string[];
  #seen = "";

  constructor() {
    super();
    this.busy = false;
    this.open = null;
    this.names = [];
  }

  willUpdate(): void {
    const now = `${this.file.caseId} ${this.file.version}`;
    if (this.#seen !== now) {
      this.#seen = now;
      this.open = null;
    }
  }

  render(): TemplateResult | typeof nothing {
    const moves = this.file.possible.filter((one) => !ELSEWHERE.has(one.type));
    const own = moves.filter((one) => !FOR_ENTERPRISE.has(one.type));
    const theirs = moves.filter((one) => FOR_ENTERPRISE.has(one.type));
    if (moves.length === 0) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="moves">
      <h2 id="moves">办理</h2>
      ${this.file.extensionRequested ? html`<p class="notice">承办部门已申请延期，等待批准。</p>` : nothing}
      <div class="row">${own.map((move) => this.#button(move))}</div>
      ${theirs.length > 0 ? html`<p class="row"><span class="dim">代企业：</span>${theirs.map((move) => this.#button(move))}</p>` : nothing}
      ${this.open ? this.#form(this.open) : nothing}
    </section>`;
  }

  #button(move: Possible): TemplateResult {
    const fields = this.#fields(move);
    return html`<button
      ?disabled=${this.busy}
      aria-expanded=${fields.length > 0 ? String(this.open?.type === move.type) : nothing}
      @click=${() => void this.#choose(move, fields)}
    >${move.label}</button>`;
  }

  #fields(move: Possible): Field[] {
    return FORMS[move.type] ?? (move.needsReason ? [REASON] : []);
  }

  async #choose(move: Possible, fields: Field[]): Promise<void> {
    if (fields.length === 0) {
      this.dispatchEvent(act({ type: move.type }, `已${move.label}。`));
      return;
    }
    this.open = this.open?.type === move.type ? null : move;
    if (fields.some((one) => one.kind === "department")) {
      this.names = await departmentNames();
    }
    await this.focusOn("form input, form textarea, form select");
  }

  #form(move: Possible): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event, move)}>
      <h3>${move.label}</h3>
      ${this.#fields(move).map((one) => this.#input(one))}
      <div class="row">
        <button class="primary" ?disabled=${this.busy}>确定</button>
        <button type="button" @click=${() => (this.open = null)}>取消</button>
      </div>
    </form>`;
  }

  #input(one: Field): TemplateResult {
    const id = `m-${one.name}`;
    const label = html`<label for=${id}>${one.label}</label>`;
    switch (one.kind) {
      case "area":
        return html`<div>${label}<textarea id=${id} name=${one.name} rows="4" maxlength="20000" ?required=${one.required}></textarea></div>`;
      case "days":
        return html`<div>${label}<input id=${id} name=${one.name} type="number" min="1" max="30" ?required=${one.required} /></div>`;
      case "level":
      case "finding":
        return html`<div>${label}<select id=${id} name=${one.name} required>
            ${CHOICES[one.kind].map(([value, text]) => html`<option value=${value}>${text}</option>`)}
          </select></div>`;
      case "department":
        return html`<div>${label}<input id=${id} name=${one.name} list="names" autocomplete="off" ?required=${one.required} />
          ${choices("names", this.names)}</div>`;
      default:
        return html`<div>${label}<input id=${id} name=${one.name} maxlength="500" ?required=${one.required} /></div>`;
    }
  }

  #submit(event: SubmitEvent, move: Possible): void {
    event.preventDefault();
    const body: Record<string, unknown> = { type: move.type };
    const form = new FormData(event.target as HTMLFormElement);
    for (const one of this.#fields(move)) {
      const value = String(form.get(one.name) ?? "").trim();
      body[one.name] =
        value === "" ? null : one.kind === "days" ? Number(value) : one.kind === "list" ? namesIn(value) : value;
    }
    this.dispatchEvent(act(body, `已${move.label}。`));
  }
}

customElements.define("zt-case-moves", CaseMoves);
