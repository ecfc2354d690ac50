import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { PageElement, pageStyles } from "./page";

interface EnterpriseCase {
  caseId: string;
  number: string;
  stateLabel: string;
  version: number;
  title: string;
  text: string;
  askedAt: string;
  category: { label: string } | null;
  department: string | null;
  deadline: { due: string; provisional: boolean } | null;
  reply: string | null;
  score: number | null;
  possible: { type: string; label: string }[];
  steps: { label: string; at: string; reason: string | null }[];
}

/** An enterprise's own case, by number and tracking code. */
class TrackPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .reply {
        white-space: pre-wrap;
      }
      form.look {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: 0.8rem;
        align-items: end;
      }
      ol {
        padding-left: 1.3rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true } };
  declare found: EnterpriseCase | null;
  #code = "";

  constructor() {
    super();
    this.found = null;
  }

  render(): TemplateResult {
    const number = new URLSearchParams(location.search).get("number") ?? "";
    return html`
      <h1>我的来件</h1>
      <form class="card look" @submit=${this.#look}>
        <div><label for="number">来件编号</label><input id="number" name="number" required .value=${number} /></div>
        <div><label for="code">查询码</label><input id="code" name="code" required autocomplete="off" /></div>
        <button class="primary" ?disabled=${this.loading}>查询</button>
      </form>
      ${this.failureNotice()} ${this.found ? this.#case(this.found) : nothing}
    `;
  }

  #case(found: EnterpriseCase): TemplateResult {
    return html`<section class="card" aria-live="polite">
      <h2>${found.title || found.text.slice(0, 30)}</h2>
      <p>
        <span class="tag">${found.stateLabel}</span>
        ${found.category ? html`<span class="tag">${found.category.label}</span>` : nothing}
        ${found.department ? html`承办单位：${found.department}` : nothing}
        ${found.deadline ? html` 应于 <strong>${found.deadline.due}</strong> 前答复${found.deadline.provisional ? "（暂定）" : ""}` : nothing}
      </p>
      <p>${found.text}</p>
      ${found.reply ? html`<h3>答复</h3><p class="reply notice">${found.reply}</p>` : nothing}
      ${found.possible.some((one) => one.type === "rate") ? this.#rating(found) : nothing}
      ${found.score ? html`<p>您的评价：${"★".repeat(found.score)}</p>` : nothing}
      <h3>办理过程</h3>
      <ol>
        ${found.steps.map((step) => html`<li>${step.at.slice(0, 16).replace("T", " ")} ${step.label}${step.reason ? `：${step.reason}` : ""}</li>`)}
      </ol>
    </section>`;
  }

  #rating(found: EnterpriseCase): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => this.#rate(event, found)}>
      <h3>请评价本次办理</h3>
      <label for="score">满意程度</label>
      <select id="score" name="score">
        <option value="5">非常满意</option>
        <option value="4">满意</option>
        <option value="3">基本满意</option>
        <option value="2">不满意</option>
        <option value="1">非常不满意</option>
      </select>
      <label for="comment">说明（选填）</label>
      <textarea id="comment" name="comment" rows="2" maxlength="500"></textarea>
      <button class="primary">提交评价</button>
    </form>`;
  }

  async #look(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.#code = String(form.get("code") ?? "").trim();
    await this.#load(String(form.get("number") ?? "").trim());
  }

  async #load(number: string): Promise<void> {
    this.found = await this.during(() =>
      call<EnterpriseCase>("", "/api/cases/lookup", { body: { number, trackingCode: this.#code } }),
    );
  }

  async #rate(event: SubmitEvent, found: EnterpriseCase): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const done = await this.during(() =>
      call("", `/api/cases/${found.caseId}/events`, {
        body: {
          type: "rate",
          basedOn: found.version,
          score: Number(form.get("score")),
          comment: form.get("comment") || null,
          trackingCode: this.#code,
        },
      }),
    );
    if (done !== null) {
      await this.#load(found.number);
    }
  }
}

customElements.define("zt-track", TrackPage);
