import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { rowName, type Outcome } from "./types";

/** Tens of thousands of rows take their time. */
const IMPORT_MILLIS = 300_000;
const SHOWN = 200;

/** A payment list: looked at first, then brought in; fires `imported`. */
class PaymentImport extends PageElement {
  static styles = [
    pageStyles,
    css`
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, outcome: { state: true } };
  declare outcome: Outcome | null;
  #file: File | null = null;

  constructor() {
    super();
    this.outcome = null;
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="import">
      <h2 id="import">导入拨付清单</h2>
      <p class="dim">XLSX、CSV 或 JSON Lines，最多 50000 行、20 MB。先试算，看清问题再导入；同一份清单重复导入不会重复登记。</p>
      <form @submit=${(event: SubmitEvent) => void this.#submit(event)}>
        <label for="file">拨付清单</label>
        <input id="file" type="file" required accept=".xlsx,.csv,.jsonl,.ndjson,.json,.txt" @change=${(event: Event) => void this.#chosen(event)} />
        ${this.failureNotice()} ${this.loadingNotice("正在核对…")} ${this.outcome ? this.#outcome(this.outcome) : nothing}
        ${this.outcome?.dryRun && !this.outcome.unchanged ? html`<p><button class="primary" ?disabled=${this.loading}>导入，登记 ${this.outcome.matched} 行</button></p>` : nothing}
      </form>
    </section>`;
  }

  #outcome(outcome: Outcome): TemplateResult {
    return html`<p class="notice" role="status">${outcome.message}</p>
      ${outcome.notes.map((note) => html`<p class="dim">${note}</p>`)}
      ${outcome.findings.length === 0 ? html`<p>没有发现问题。</p>` : this.#findings(outcome)}
      ${outcome.unread.length === 0
        ? nothing
        : html`<h3>未读的行（${outcome.unread.length}）</h3>
            <p class="dim">有问题的改好以后重新导入；已登记的行不会重复登记。</p>
            <ul>${outcome.unread.slice(0, SHOWN).map((one) => html`<li>${rowName(one.sheet, one.row)}：${one.why}</li>`)}</ul>`}`;
  }

  #findings({ findings, unread }: Outcome): TemplateResult {
    const unreadRows = new Set(unread.map((one) => rowName(one.sheet, one.row)));
    return html`<h3>问题（${findings.length}）</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="问题">
        <table>
          <thead><tr><th scope="col">行</th><th scope="col">问题</th><th scope="col">说明</th><th scope="col">登记</th></tr></thead>
          <tbody>
            ${findings.slice(0, SHOWN).map(
              (one) => html`<tr>
                <th scope="row">${rowName(one.sheet, one.row)}</th>
                <td><span class="tag warn">${one.kindLabel}</span></td>
                <td>${one.message}</td>
                <td>${one.row === null ? "—" : one.held ? (unreadRows.has(rowName(one.sheet, one.row)) ? "未读" : "待核实") : "已登记"}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${findings.length > SHOWN ? html`<p class="dim">只列出前 ${SHOWN} 条，其余导入后可在下面查看或下载。</p>` : nothing}`;
  }

  async #chosen(event: Event): Promise<void> {
    this.#file = (event.target as HTMLInputElement).files?.[0] ?? null;
    this.outcome = null;
    if (this.#file) {
      this.outcome = await this.during((signal) => this.#send(true, signal));
    }
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const done = this.#file ? await this.during((signal) => this.#send(false, signal)) : null;
    if (done) {
      this.outcome = done;
      this.dispatchEvent(new CustomEvent("imported"));
    }
  }

  #send(dryRun: boolean, signal: AbortSignal): Promise<Outcome> {
    const form = new FormData();
    form.set("file", this.#file!);
    return call<Outcome>("", `/api/payments/import?dryRun=${dryRun}`, { method: "POST", body: form, timeoutMillis: IMPORT_MILLIS, signal });
  }
}

customElements.define("zt-payment-import", PaymentImport);
