import { html, nothing, type TemplateResult } from "lit";
import { boardStyles, shareFigure, shown, table, type Share } from "../board/parts";
import { PageElement } from "../page";
import { call } from "../shared/api";
import "./push-card";
import type { Push } from "./types";

interface Row {
  itemId: string | null;
  name: string;
  pushed: number;
  opened: Share;
  precision: Share;
}

interface Accuracy {
  from: string;
  to: string;
  precision: Share;
  opened: Share;
  byItem: Row[];
  byDepartment: Row[];
  reasons: { reason: string; label: string; count: number }[];
}

/** Pushes that wait for a second person, and how accurate pushes were. */
class PushBoard extends PageElement {
  static styles = boardStyles;
  static properties = { ...PageElement.properties, waiting: { state: true }, accuracy: { state: true } };
  declare waiting: Push[];
  declare accuracy: Accuracy | null;

  constructor() {
    super();
    this.waiting = [];
    this.accuracy = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`${this.failureNotice()}
      ${this.waiting.length > 0
        ? html`<section class="card" aria-labelledby="waiting">
            <h2 id="waiting">待批准的推送（${this.waiting.length}）</h2>
            ${this.waiting.map((one) => html`<zt-push-card .push=${one} .titled=${true} @decided=${() => void this.#load()}></zt-push-card>`)}
          </section>`
        : nothing}
      <section class="card" aria-labelledby="accuracy">
        <h2 id="accuracy">推送准确率</h2>
        ${this.accuracy ? this.#accuracy(this.accuracy) : this.loadingNotice()}
      </section>`;
  }

  #accuracy(all: Accuracy): TemplateResult {
    if (all.opened.of === 0) {
      return html`<p class="dim">${all.from} 至 ${all.to} 没有推送。在事项页可以试算和推送。</p>`;
    }
    const head = ["", "推送", "已读", "准确率"];
    const row = (one: Row) => [one.itemId ? html`<a href=${`/items/${one.itemId}`}>${one.name}</a>` : one.name, one.pushed, shown(one.opened), shown(one.precision)];
    return html`<p class="dim">${all.from} 至 ${all.to}。准确率：已读的消息中，企业没有说“与我无关”的份额；没有读的不计。</p>
      <div class="figures">${shareFigure("准确率", all.precision, "good")} ${shareFigure("已读", all.opened)}</div>
      ${table("各事项的推送准确率", ["事项", ...head.slice(1)], all.byItem.map(row))}
      ${table("各部门的推送准确率", ["部门", ...head.slice(1)], all.byDepartment.map(row))}
      ${all.reasons.length > 0 ? table("与我无关的理由", ["理由", "条数"], all.reasons.map((one) => [one.label, one.count])) : nothing}`;
  }

  async #load(): Promise<void> {
    const loaded = await this.during((signal) =>
      Promise.all([
        call<{ items: Push[] }>("", "/api/pushes?state=awaiting_approval", { signal }),
        call<Accuracy>("", "/api/pushes/accuracy", { signal }),
      ]),
    );
    if (loaded) {
      [{ items: this.waiting }, this.accuracy] = loaded;
    }
  }
}

customElements.define("zt-push-board", PushBoard);
