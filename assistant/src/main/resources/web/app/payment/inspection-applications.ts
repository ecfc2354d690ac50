import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { pager, place } from "../shared/pager";
import { yuan, type Page } from "../shared/types";

interface Row {
  applicationId: string;
  number: string;
  itemTitle: string;
  enterpriseName: string;
  department: string | null;
  stateLabel: string;
  approvedYuan: number | null;
  paidYuan: number | null;
  paymentDue: string | null;
}

interface Log {
  applicationId: string;
  number: string;
  events: { seq: number; label: string; at: string; by: string; reason: string | null }[];
}

/** Applications and their logs, to look at. */
class InspectionApplications extends PageElement {
  static styles = [
    pageStyles,
    css`
      td {
        overflow-wrap: anywhere;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      form > div {
        flex: 1 1 12rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, found: { state: true }, log: { state: true } };
  declare found: Page<Row> | null;
  declare log: Log | null;
  #words = "";

  constructor() {
    super();
    this.found = null;
    this.log = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load(1);
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="applications">
      <h2 id="applications">申报和日志</h2>
      <form @submit=${(event: SubmitEvent) => void this.#search(event)}>
        <div><label for="q">编号或企业（选填）</label><input id="q" name="q" maxlength="50" /></div>
        <button ?disabled=${this.loading}>查找</button>
      </form>
      ${this.failureNotice()} ${this.found ? this.#table(this.found) : this.loadingNotice()} ${this.log ? keyed(this.log.applicationId, this.#events(this.log)) : nothing}
    </section>`;
  }

  #table(found: Page<Row>): TemplateResult {
    if (found.total === 0) {
      return html`<p class="dim">没有申报。</p>`;
    }
    return html`<div class="scroll" tabindex="0" role="region" aria-label="申报">
        <table>
          <thead><tr><th scope="col">申报</th><th scope="col">企业</th><th scope="col">部门</th><th scope="col">状态</th><th scope="col">核准（元）</th><th scope="col">已拨付（元）</th><th scope="col">应拨付日</th></tr></thead>
          <tbody>
            ${found.items.map(
              (one) => html`<tr>
                <th scope="row"><button class="link" @click=${() => void this.#open(one.applicationId)}>${one.number}</button><div class="dim">${one.itemTitle}</div></th>
                <td>${one.enterpriseName}</td>
                <td>${one.department ?? "—"}</td>
                <td>${one.stateLabel}</td>
                <td>${yuan(one.approvedYuan)}</td>
                <td>${yuan(one.paidYuan)}</td>
                <td>${one.paymentDue ?? "—"}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${pager(found, (by) => void this.#load(found.page + by), place(found))}`;
  }

  #events(log: Log): TemplateResult {
    return html`<h3 id="log" tabindex="-1">${log.number} 的日志</h3>
      <ol>
        ${log.events.map((one) => html`<li>${one.at.slice(0, 16).replace("T", " ")} ${one.label}，${one.by}${one.reason ? html`：${one.reason}` : nothing}</li>`)}
      </ol>`;
  }

  async #search(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.#words = String(new FormData(event.target as HTMLFormElement).get("q") ?? "").trim();
    await this.#load(1);
  }

  async #open(id: string): Promise<void> {
    this.log = (await this.during((signal) => call<Log>("", `/api/applications/${id}`, { signal }), "log")) ?? this.log;
    await this.focusOn("#log");
  }

  async #load(page: number): Promise<void> {
    const query = new URLSearchParams({ page: String(page) });
    if (this.#words) {
      query.set("q", this.#words);
    }
    this.found = (await this.during((signal) => call<Page<Row>>("", `/api/applications?${query}`, { signal }), "applications")) ?? this.found;
  }
}

customElements.define("zt-inspection-applications", InspectionApplications);
