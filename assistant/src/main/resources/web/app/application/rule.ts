import { css, html, nothing, type TemplateResult } from "lit";
import { namesIn } from "../departments";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { autosave } from "../shared/autosave-element";
import { discard } from "../shared/autosave";

interface Plan {
  department: string | null;
  steps: string[];
  acceptDays: number;
  workingDays: number;
  publicityDays: number;
  calendarDays: boolean;
  capYuan: number | null;
  objectionWay: string | null;
}

/** How an item's applications are handled: who reviews, how long, how long it is made public. */
class ApplicationRule extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: 0.6rem;
        align-items: end;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];
  static properties = { ...PageElement.properties, item: { attribute: false }, plan: { state: true }, done: { state: true } };
  declare item: string;
  declare plan: Plan | null;
  declare done: string;

  constructor() {
    super();
    this.item = "";
    this.plan = null;
    this.done = "";
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("item") && this.item) {
      void this.during((signal) => call<Plan>("", `/api/applications/rules/${this.item}`, { signal }), "load").then((plan) => (this.plan = plan));
    }
  }

  render(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan) {
      return nothing;
    }
    const number = (name: string, label: string, value: number, least: number): TemplateResult =>
      html`<div><label for=${name}>${label}</label><input id=${name} name=${name} type="number" min=${least} max="365" required .value=${String(value)} /></div>`;
    return html`<details class="card noprint">
      <summary>申报怎样办理</summary>
      <p class="dim">依次由 ${plan.steps.join("、") || "督办"} 审核，受理后 ${plan.workingDays} 个工作日内拨付，公示 ${plan.publicityDays} 天。修改只对以后提交的申报有效。</p>
      <form @submit=${(event: SubmitEvent) => void this.#save(event)}>
        ${autosave(this.item, "application-rule")}
        <div class="wide"><label for="steps">依次审核的部门（用顿号分开）</label><input id="steps" name="steps" maxlength="500" .value=${plan.steps.join("、")} /></div>
        ${number("acceptDays", "受理（工作日）", plan.acceptDays, 1)} ${number("workingDays", "受理到拨付（工作日）", plan.workingDays, 1)} ${number("publicityDays", "公示天数（0 为不公示）", plan.publicityDays, 0)}
        <div><label for="calendarDays">公示按</label><select id="calendarDays" name="calendarDays"><option value="false" ?selected=${!plan.calendarDays}>工作日</option><option value="true" ?selected=${plan.calendarDays}>日历日</option></select></div>
        <div><label for="capYuan">批准上限（元，选填）</label><input id="capYuan" name="capYuan" inputmode="decimal" autocomplete="off" .value=${plan.capYuan === null ? "" : String(plan.capYuan)} /></div>
        <div class="wide"><label for="objectionWay">驳回时告知的救济途径</label><textarea id="objectionWay" name="objectionWay" rows="2" maxlength="500" .value=${plan.objectionWay ?? ""}></textarea></div>
        <div class="wide row"><button class="primary" ?disabled=${this.loading}>保存</button>${this.done ? html`<span role="status">${this.done}</span>` : nothing}</div>
      </form>
      ${this.failureNotice()}
    </details>`;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    const body = {
      steps: namesIn(text("steps")),
      acceptDays: Number(text("acceptDays")),
      workingDays: Number(text("workingDays")),
      publicityDays: Number(text("publicityDays")),
      calendarDays: text("calendarDays") === "true",
      capYuan: text("capYuan") === "" ? null : text("capYuan").replace(/[,，\s]/g, ""),
      objectionWay: text("objectionWay") || null,
    };
    const plan = await this.during((signal) => call<Plan>("", `/api/applications/rules/${this.item}`, { method: "PUT", body, signal }));
    if (plan) {
      discard(this.item, "application-rule");
      this.plan = plan;
      this.done = "已保存。";
    }
  }
}

customElements.define("zt-application-rule", ApplicationRule);
