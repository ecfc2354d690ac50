import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { currentSession } from "../session";
import { call } from "../shared/api";
import { filled } from "../shared/filled";
import { pager, place } from "../shared/pager";
import { placeInput, placeOf, type Place } from "../shared/places";
import { yuan, type Page } from "../shared/types";
import "./results-keeper";
import type { Result } from "./types";

/** 兑付公开: who got what, for everybody. */
class ResultsPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      form > div {
        flex: 1 1 10rem;
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, query: { state: true }, found: { state: true }, places: { state: true }, keeps: { state: true } };
  declare query: URLSearchParams;
  declare found: Page<Result> | null;
  declare places: Place[];
  declare keeps: boolean;

  constructor() {
    super();
    this.query = new URLSearchParams(location.search);
    this.found = null;
    this.places = [];
    this.keeps = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    void currentSession().then((who) => (this.keeps = who.roles.includes("supervisor")));
  }

  render(): TemplateResult {
    const filters = new URLSearchParams(this.query);
    filters.delete("page");
    return html`<h1>兑付公开</h1>
      <p class="dim">批准并公示期满的奖补结果。个体工商户的名称和信用代码按规定遮蔽；有更正的附在原条目下。</p>
      <form class="card" @submit=${(event: SubmitEvent) => void this.#choose(event)}>
        <div><label for="region">地区（选填）</label>${placeInput("region", "region", this.places, (found) => (this.places = found))}</div>
        <div><label for="year">批准年度（选填）</label><input id="year" name="year" type="number" min="2000" max="2100" .value=${this.query.get("year") ?? ""} /></div>
        <button class="primary" ?disabled=${this.loading}>查看</button>
        <span class="noprint"><a href=${`/api/results.xlsx?${filters}`} download>下载 XLSX</a> <a href=${`/api/results.csv?${filters}`} download>CSV</a></span>
      </form>
      ${this.failureNotice()} ${this.loadingNotice()} ${this.found ? this.#table(this.found) : nothing}
      ${this.keeps ? html`<zt-results-keeper .results=${this.found?.items ?? []} @changed=${() => void this.#load()}></zt-results-keeper>` : nothing}`;
  }

  #table(found: Page<Result>): TemplateResult {
    if (found.total === 0) {
      return html`<p>没有符合的结果。</p>`;
    }
    return html`<p class="dim" role="status">共 ${found.total} 条</p>
      <div class="scroll" tabindex="0" role="region" aria-label="兑付结果">
        <table>
          <thead><tr><th scope="col">名称</th><th scope="col">事项</th><th scope="col">地区</th><th scope="col">金额（元）</th><th scope="col">日期</th><th scope="col">状态</th></tr></thead>
          <tbody>
            ${found.items.map(
              (one) => html`<tr>
                <th scope="row">${one.name}<div class="dim">${one.creditCode}</div></th>
                <td>${one.item}${one.corrections.map((correction) => html`<div class="dim">更正（${correction.at.slice(0, 10)}）：${correction.text}</div>`)}</td>
                <td>${one.regionName ?? "—"}</td>
                <td>${yuan(one.amount)}</td>
                <td>${one.day}</td>
                <td>${one.stateLabel}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${pager(found, (by) => void this.#turn(found.page + by), place(found))}`;
  }

  async #choose(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = filled(event.target as HTMLFormElement);
    const typed = chosen.get("region");
    if (typed) {
      const region = await this.during(() => placeOf(typed), "place");
      if (region === null) {
        this.failure ??= new Error(`没有找到“${typed}”，请从列表中选择。`);
        return;
      }
      chosen.set("region", region);
    }
    const item = this.query.get("item");
    if (item) {
      chosen.set("item", item);
    }
    this.query = chosen;
    await this.#load();
  }

  async #turn(page: number): Promise<void> {
    this.query.set("page", String(page));
    await this.#load();
  }

  async #load(): Promise<void> {
    this.found = (await this.during((signal) => call<Page<Result>>("", `/api/results?${this.query}`, { signal }))) ?? this.found;
  }
}

customElements.define("zt-results", ResultsPage);
