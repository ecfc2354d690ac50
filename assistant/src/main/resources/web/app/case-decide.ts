import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "./case-twins";
import { choices, departmentNames, namesIn } from "./departments";
import { act, can, type StaffCase } from "./desk-types";
import { hitRates, type HitRates } from "./hit-rates";
import { PageElement, pageStyles } from "./page";
import { autosaveReady, discard, saved } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import { CATEGORY_LABELS } from "./shared/types";
import { suggestionView } from "./suggestion-view";

const CHANGE = "change";

/** What triage proposes, its acceptance in one press, or another decision with its reason. */
class CaseDecide extends PageElement {
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
  static properties = {
    ...PageElement.properties,
    file: { attribute: false },
    busy: { type: Boolean },
    changing: { state: true },
    names: { state: true },
    rates: { state: true },
  };
  declare file: StaffCase;
  declare busy: boolean;
  declare changing: boolean;
  declare names: string[];
  declare rates: HitRates | null;

  constructor() {
    super();
    this.busy = false;
    this.changing = false;
    this.names = [];
    this.rates = null;
  }

  async firstUpdated(): Promise<void> {
    void hitRates().then((rates) => (this.rates = rates));
    await autosaveReady();
    if (!this.changing && saved(this.file.caseId, CHANGE)) {
      await this.change();
    }
  }

  render(): TemplateResult {
    const file = this.file;
    return html`<section class="card" aria-labelledby="decide">
      <h2 id="decide">分办建议</h2>
      ${file.category?.decided
        ? html`<p class="notice">已定：<strong>${file.category.label}</strong>，牵头 <strong>${file.department?.name ?? "未定"}</strong>
            ${file.supporting.length > 0 ? html`，配合 ${file.supporting.join("、")}` : nothing}</p>`
        : nothing}
      ${file.suggestionHidden
        ? html`<p class="notice">这一件抽中独立判断：请直接选定类别和部门，确定后再显示系统建议。这样统计的准确率不受建议影响。</p>`
        : file.suggestion
          ? file.category?.decided
            ? html`<details><summary>当时的建议和理由</summary>${suggestionView(file.suggestion, this.rates)}</details>`
            : suggestionView(file.suggestion, this.rates)
          : html`<p class="dim">建议正在生成，请稍后刷新。</p>`}
      <zt-case-twins .file=${file} ?busy=${this.busy}></zt-case-twins>
      ${this.#buttons()}
    </section>`;
  }

  accept(): void {
    if (can(this.file, "accept_suggestion") && this.file.suggestion?.departments.length && !this.busy) {
      this.dispatchEvent(act({ type: "accept_suggestion" }, "已采纳建议。"));
    }
  }

  async change(): Promise<void> {
    if (!can(this.file, "change")) {
      return;
    }
    this.changing = !this.changing;
    this.names = await departmentNames();
    await this.focusOn("#category");
  }

  #buttons(): TemplateResult | typeof nothing {
    if (!can(this.file, "change")) {
      return nothing;
    }
    const shown = !this.file.suggestionHidden && can(this.file, "accept_suggestion") && this.file.suggestion?.departments.length;
    return html`
      <div class="row">
        ${shown ? html`<button class="primary" ?disabled=${this.busy} @click=${() => this.accept()}>采纳建议</button>` : nothing}
        <button class=${shown ? "" : "primary"} @click=${() => void this.change()} aria-expanded=${this.changing}>${this.file.suggestionHidden ? "独立判断" : "改定"}</button>
      </div>
      ${this.changing ? keyed(`${this.file.caseId} ${this.file.suggestion !== null}`, this.#form()) : nothing}
    `;
  }

  #form(): TemplateResult {
    const suggested = this.file.suggestionHidden ? null : this.file.suggestion;
    return html`<form @submit=${this.#submit}>
      ${autosave(this.file.caseId, CHANGE)}
      <div>
        <label for="category">类别</label>
        <select id="category" name="category" required>
          ${suggested ? nothing : html`<option value="">请选择</option>`}
          ${Object.entries(CATEGORY_LABELS).map(([code, label]) => html`<option value=${code} ?selected=${code === suggested?.category.code}>${label}</option>`)}
        </select>
      </div>
      <div>
        <label for="department">牵头部门</label>
        <input id="department" name="department" required list="departments" autocomplete="off" .value=${suggested?.departments[0]?.name ?? ""} />
        ${choices("departments", [...new Set([...(suggested?.departments.map((one) => one.name) ?? []), ...this.names])])}
      </div>
      <div><label for="supporting">配合部门（选填，用顿号分开）</label><input id="supporting" name="supporting" maxlength="300" /></div>
      <div>
        <label for="reason">${suggested ? "改定理由" : "判断依据（选填）"}</label>
        <input id="reason" name="reason" ?required=${suggested !== null} maxlength="500" />
      </div>
      <div class="row"><button class="primary" ?disabled=${this.busy}>确定</button><button type="button" @click=${() => this.#cancel()}>取消</button></div>
    </form>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const supporting = namesIn(String(form.get("supporting") ?? ""));
    this.dispatchEvent(
      act(
        {
          type: "change",
          category: form.get("category"),
          department: form.get("department"),
          reason: String(form.get("reason") ?? "").trim() || null,
          ...(supporting.length > 0 ? { supporting } : {}),
        },
        "已改定并记录。",
        () => this.#cancel(),
      ),
    );
  }

  #cancel(): void {
    discard(this.file.caseId, CHANGE);
    this.changing = false;
  }
}

customElements.define("zt-case-decide", CaseDecide);
