import { css, html, nothing, type TemplateResult } from "lit";
import { filterStyles, PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { confirmed } from "../shared/confirm";
import { placeInput, placeOf, type Place } from "../shared/places";
import "./push-card";
import type { Push } from "./types";

const SCALES = ["大型", "中型", "小型", "微型"];

/** Pushing one item: a dry run first, then in earnest; below, what was pushed before. */
class PushItem extends PageElement {
  static styles = [
    pageStyles,
    filterStyles,
    css`
      form > div {
        flex: 1 1 10rem;
      }
      li {
        border-top: 1px solid var(--zt-line);
        padding: 0.5rem 0;
        list-style: none;
      }
      ul {
        padding: 0;
      }
      label:has(.check) {
        font-weight: normal;
      }
      .check {
        width: auto;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    item: { attribute: false },
    may: { attribute: false },
    places: { state: true },
    tried: { state: true },
    earlier: { state: true },
    done: { state: true },
  };
  declare item: string;
  /** Whether the reader pushes, or only sees. */
  declare may: boolean;
  declare places: Place[];
  /** The last dry run, with what it was asked. */
  declare tried: { push: Push; filter: object } | null;
  declare earlier: Push[];
  declare done: string;

  constructor() {
    super();
    this.item = "";
    this.may = false;
    this.places = [];
    this.tried = null;
    this.earlier = [];
    this.done = "";
  }

  firstUpdated(): void {
    void this.#load();
  }

  render(): TemplateResult {
    return html`<section class="card noprint" aria-labelledby="push">
      <h2 id="push">推送给企业</h2>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.may ? this.#form() : nothing}
      <div aria-live="polite">${this.loadingNotice("正在匹配和计数…")} ${this.tried ? this.#tried(this.tried.push) : nothing}</div>
      ${this.earlier.length > 0
        ? html`<h3>推送记录</h3><ul>${this.earlier.map((one) => html`<li><zt-push-card .push=${one}></zt-push-card></li>`)}</ul>`
        : html`<p class="dim">还没有推送过。</p>`}
    </section>`;
  }

  #form(): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#try(event)} @input=${() => (this.tried = null)}>
      <div><label for="region">地区（选填）</label>${placeInput("region", "region", this.places, (found) => (this.places = found))}</div>
      <div><label for="industry">行业代码（选填）</label><input id="industry" name="industry" maxlength="5" placeholder="如 C 或 C34" pattern="[A-T][0-9]{0,4}" /></div>
      <div><label for="scale">规模</label><select id="scale" name="scale"><option value="">不限</option>${SCALES.map((one) => html`<option>${one}</option>`)}</select></div>
      <label><input type="checkbox" name="oneFactAway" class="check" /> 也发给只差一项数据的</label>
      <label><input type="checkbox" name="evidenceLeft" class="check" /> 也发给只差材料核验的</label>
      <button class="primary" ?disabled=${this.loading}>试算</button>
    </form>
    <p class="dim">先试算，看发给谁、发什么；同一版事项对一家企业只发一次。</p>`;
  }

  #tried(push: Push): TemplateResult {
    return html`<zt-push-card .push=${push}></zt-push-card>
      <p><button class="primary" ?disabled=${this.loading || push.recipients === 0} @click=${() => void this.#send(push)}>推送给 ${push.recipients} 家</button></p>`;
  }

  async #try(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(form.get(name) ?? "").trim();
    this.done = "";
    this.tried = await this.during(async (signal) => {
      const region = text("region") === "" ? null : await placeOf(text("region"));
      if (text("region") !== "" && region === null) {
        throw new Error(`没有找到“${text("region")}”，请从列表中选择。`);
      }
      const filter = { region, industry: text("industry") || null, scale: text("scale") || null, oneFactAway: form.get("oneFactAway") !== null, evidenceLeft: form.get("evidenceLeft") !== null };
      return { push: await this.#post(filter, true, signal), filter };
    });
  }

  async #send(push: Push): Promise<void> {
    const sure = await confirmed({ title: `推送给 ${push.recipients} 家企业？`, lines: ["发出后不能收回。", "家数多的须由另一人批准后才发送。"], yes: "推送" });
    const filter = this.tried?.filter;
    if (!sure || !filter) {
      return;
    }
    const sent = await this.during((signal) => this.#post(filter, false, signal));
    if (sent) {
      this.done = sent.state === "queued" ? `已进入发送：${sent.recipients} 家。` : `${sent.recipients} 家，已提交，由另一人批准后发送。`;
      this.tried = null;
      await this.#load();
    }
  }

  #post(filter: object, dryRun: boolean, signal: AbortSignal): Promise<Push> {
    return call<Push>("", "/api/pushes", { body: { itemId: this.item, filter, dryRun }, signal, timeoutMillis: 120_000 });
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<{ items: Push[] }>("", `/api/pushes?itemId=${this.item}`, { signal }), "earlier");
    this.earlier = (found?.items ?? this.earlier).filter((one) => one.state !== "preview");
  }
}

customElements.define("zt-push-item", PushItem);
