import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import "../push/push-board";
import type { EnterpriseTag } from "./types";

interface ItemReach {
  itemId: string;
  title: string;
  mode: string | null;
  department: string | null;
  met: number;
  unknown: number;
  notMet: number;
  windowFrom: string | null;
  windowTo: string | null;
  endsOn: string | null;
}

interface Board {
  asOf: string;
  enterprises: number;
  items: ItemReach[];
  gaps: { field: string; name: string; source: string; pairs: number }[];
  expiring: ItemReach[];
}

/** Whom the items reach, which data are missing most, and what ends soon. */
class MatchBoardPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      .bar {
        display: flex;
        height: 1em;
        min-width: 8em;
        border-radius: 4px;
        overflow: hidden;
        background: var(--zt-line);
      }
      .bar span {
        display: block;
        height: 100%;
      }
      .bar .met {
        background: var(--zt-good);
      }
      .bar .unknown {
        background: var(--zt-warn);
      }
      td.number {
        text-align: right;
        white-space: nowrap;
      }
    `,
  ];
  static properties = { ...PageElement.properties, board: { state: true }, tags: { state: true }, tag: { state: true } };
  declare board: Board | null;
  declare tags: EnterpriseTag[];
  /** Only enterprises that bear it are counted; empty for all. */
  declare tag: string;

  constructor() {
    super();
    this.board = null;
    this.tags = [];
    this.tag = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load("");
    void this.during((signal) => call<{ items: EnterpriseTag[] }>("", "/api/tags", { signal }), "tags").then((found) => (this.tags = found?.items ?? this.tags));
  }

  render(): TemplateResult {
    const board = this.board;
    if (!board) {
      return html`<h1>匹配看板</h1>${this.failureNotice()} ${this.loadingNotice("正在统计…")}`;
    }
    return html`
      <h1>匹配看板</h1>
      <p class="dim" aria-live="polite">${board.asOf}，${board.enterprises} 家${this.#tagged()}企业，${board.items.length} 个已发布的事项。</p>
      ${this.failureNotice()} ${this.tags.length > 0 ? this.#choice() : nothing}
      <zt-push-board></zt-push-board>
      ${this.#gaps(board)} ${this.#expiring(board)} ${this.#reach(board)}
    `;
  }

  #choice(): TemplateResult {
    return html`<p class="noprint"><label for="tag">只看具有标签的企业</label>
      <select id="tag" aria-busy=${this.loading} @change=${(event: Event) => void this.#load((event.target as HTMLSelectElement).value)}>
        <option value="">全部企业</option>
        ${this.tags.map((one) => html`<option value=${one.tagId} ?selected=${one.tagId === this.tag}>${one.name}</option>`)}
      </select></p>`;
  }

  #tagged(): string {
    const tag = this.tags.find((one) => one.tagId === this.tag);
    return tag ? `具有“${tag.name}”的` : "";
  }

  async #load(tag: string): Promise<void> {
    const query = tag ? `?tag=${encodeURIComponent(tag)}` : "";
    const board = await this.during((signal) => call<Board>("", `/api/matching/board${query}`, { signal, timeoutMillis: 120_000 }));
    if (board) {
      this.board = board;
      this.tag = tag;
    }
  }

  #reach(board: Board): TemplateResult {
    return html`<section class="card" aria-labelledby="reach">
      <h2 id="reach">惠及面</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="各事项的惠及面">
        <table>
          <thead><tr><th scope="col">事项</th><th scope="col">方式</th><th scope="col">符合</th><th scope="col">待核实</th><th scope="col">不符合</th><th scope="col">比例</th></tr></thead>
          <tbody>${board.items.map((item) => this.#row(item, board.enterprises))}</tbody>
        </table>
      </div>
    </section>`;
  }

  #row(item: ItemReach, all: number): TemplateResult {
    const share = (n: number): string => `width: ${all === 0 ? 0 : (100 * n) / all}%`;
    return html`<tr>
      <th scope="row"><a href=${`/items/${item.itemId}/edit`}>${item.title}</a></th>
      <td>${item.mode}</td>
      <td class="number good">${item.met}</td>
      <td class="number warn">${item.unknown}</td>
      <td class="number">${item.notMet}</td>
      <td><div class="bar" role="img" aria-label=${`符合 ${item.met}，待核实 ${item.unknown}`}><span class="met" style=${share(item.met)}></span><span class="unknown" style=${share(item.unknown)}></span></div></td>
    </tr>`;
  }

  #gaps(board: Board): TemplateResult | typeof nothing {
    return board.gaps.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="gaps">
          <h2 id="gaps">缺哪些数据</h2>
          <p class="dim">接入后能判定最多的“企业×事项”。</p>
          <table>
            <thead><tr><th scope="col">数据</th><th scope="col">来源部门</th><th scope="col">待核实的对数</th></tr></thead>
            <tbody>${board.gaps.slice(0, 12).map((gap) => html`<tr><th scope="row">${gap.name}</th><td>${gap.source}</td><td class="number">${gap.pairs}</td></tr>`)}</tbody>
          </table>
        </section>`;
  }

  #expiring(board: Board): TemplateResult {
    return html`<section class="card" aria-labelledby="expiring">
      <h2 id="expiring">三个月内到期</h2>
      ${board.expiring.length === 0
        ? html`<p>没有。</p>`
        : html`<ul>${board.expiring.map(
            (item) => html`<li><a href=${`/items/${item.itemId}`}>${item.title}</a>
              <span class="dim">${item.endsOn ? `政策自 ${item.endsOn} 起失效` : ""} ${item.windowTo ? `申报期至 ${item.windowTo}` : ""}</span></li>`,
          )}</ul>`}
    </section>`;
  }
}

customElements.define("zt-match-board", MatchBoardPage);
