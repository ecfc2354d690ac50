import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import type { Result } from "./types";

interface Embargo {
  itemId: string;
  item: string | null;
  until: string;
}

/** For supervisors: corrections of published results, and items whose results are kept back. */
class ResultsKeeper extends PageElement {
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
        flex: 1 1 14rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, results: { attribute: false }, embargoes: { state: true }, done: { state: true } };
  declare results: Result[];
  declare embargoes: Embargo[];
  declare done: string;

  constructor() {
    super();
    this.results = [];
    this.embargoes = [];
    this.done = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<section class="card noprint" aria-labelledby="keeper">
      <h2 id="keeper">更正和公开日（督办）</h2>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.results.length > 0 ? html`${this.#correction()} ${this.#embargo()}` : nothing}
      ${this.embargoes.length === 0
        ? html`<p class="dim">没有设定公开日的事项。</p>`
        : html`<ul>
            ${this.embargoes.map(
              (one) => html`<li>
                ${one.item ?? one.itemId}：${one.until} 起公开
                <button type="button" ?disabled=${this.loading} @click=${() => void this.#set(one.itemId, null)}>取消</button>
              </li>`,
            )}
          </ul>`}
    </section>`;
  }

  #correction(): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#correct(event)}>
      <div>
        <label for="which">更正哪一条</label>
        <select id="which" name="which" required>
          <option value="">请选择</option>
          ${this.results.map((one) => html`<option value=${one.applicationId}>${one.name}，${one.item}</option>`)}
        </select>
      </div>
      <div><label for="text">更正的内容（公开，不能删除）</label><input id="text" name="text" required maxlength="500" /></div>
      <button class="primary" ?disabled=${this.loading}>附上更正</button>
    </form>`;
  }

  #embargo(): TemplateResult {
    const items = [...new Map(this.results.map((one) => [one.itemId, one.item])).entries()];
    return html`<form @submit=${(event: SubmitEvent) => void this.#keepBack(event)}>
      <div>
        <label for="item">暂不公开的事项</label>
        <select id="item" name="item" required>
          <option value="">请选择</option>
          ${items.map(([id, title]) => html`<option value=${id}>${title}</option>`)}
        </select>
      </div>
      <div><label for="until">这一天起公开</label><input id="until" name="until" type="date" required /></div>
      <button class="primary" ?disabled=${this.loading}>设定公开日</button>
    </form>`;
  }

  async #correct(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const body = { text: String(given.get("text")) };
    if (await this.during((signal) => call("", `/api/results/${String(given.get("which"))}/corrections`, { body, signal }), "correct")) {
      form.reset();
      this.#changed("更正已附在原条目下。");
    }
  }

  async #keepBack(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    await this.#set(String(given.get("item")), String(given.get("until")));
  }

  async #set(item: string, until: string | null): Promise<void> {
    const set = await this.during(
      (signal) => call<{ items: Embargo[] }>("", `/api/results/embargoes/${item}`, { method: "PUT", body: { until }, signal }),
      "embargo",
    );
    if (set) {
      this.embargoes = set.items;
      this.#changed(until === null ? "已取消公开日。" : `该事项的结果 ${until} 起公开。`);
    }
  }

  /** The page shows them anew. */
  #changed(done: string): void {
    this.done = done;
    this.dispatchEvent(new CustomEvent("changed"));
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<{ items: Embargo[] }>("", "/api/results/embargoes", { signal }));
    this.embargoes = found?.items ?? this.embargoes;
  }
}

customElements.define("zt-results-keeper", ResultsKeeper);
