import { css, html, nothing, type TemplateResult } from "lit";
import { hitRates, type HitRates } from "./hit-rates";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { discard } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import { fileOnce, type Filing } from "./shared/filing";
import { limit } from "./shared/limit";
import { chosenWays, notifyChoice, notifyWays, type NotifyWay } from "./shared/notify-ways";
import { placeInput, placeOf, type Place } from "./shared/places";
import type { Suggestion } from "./shared/types";
import { suggestionView } from "./suggestion-view";

/** In the form's order; a line with its length, unless another kind. */
const LINES: [name: string, label: string, most: number][] = [
  ["enterprise", "企业名称", 100],
  ["contactName", "来电人", 50],
  ["contactPhone", "回电号码", 30],
  ["contactEmail", "电子邮箱", 100],
  ["externalNumber", "工单编号", 100],
];

/** A call, written down while it lasts: a look at the suggestion, then a case; fires `filed` with its id. */
class DeskCall extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: 0.5rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .card {
        padding: 0.5em 1em;
      }
    `,
  ];
  static properties = { ...PageElement.properties, trial: { state: true }, filing: { state: true }, places: { state: true }, rates: { state: true }, ways: { state: true } };
  declare trial: Suggestion | null;
  declare filing: Filing | null;
  declare places: Place[];
  declare rates: HitRates | null;
  declare ways: NotifyWay[];

  constructor() {
    super();
    this.trial = null;
    this.filing = null;
    this.places = [];
    this.rates = null;
    this.ways = [];
  }

  firstUpdated(): void {
    void notifyWays().then((ways) => (this.ways = ways));
  }

  render(): TemplateResult {
    return html`<details class="card">
      <summary>来电登记（也可试看分办建议）</summary>
      <form @submit=${this.#submit}>
        ${autosave("desk", "call")}
        <div class="wide"><label for="title">标题</label><input id="title" name="title" maxlength="200" required /></div>
        <div class="wide"><label for="text">诉求内容</label><textarea id="text" name="text" rows="4" required @input=${limit(20000)}></textarea></div>
        ${LINES.map(([name, label, most]) => html`<div><label for=${name}>${label}（选填）</label><input id=${name} name=${name} maxlength=${most} autocomplete="off" /></div>`)}
        <div><label for="region">事情在哪里（选填）</label>${placeInput("region", "region", this.places, (places) => (this.places = places))}</div>
        <div><label for="askedAt">来电时间（不填为现在）</label><input id="askedAt" name="askedAt" type="datetime-local" /></div>
        ${notifyChoice(this.ways, "怎样告知来电人受理、补充材料、答复和超期（填了号码、邮箱才会发）")}
        <div class="row wide">
          <button class="primary" ?disabled=${this.loading}>登记立案</button>
          <button type="button" ?disabled=${this.loading} @click=${(event: Event) => void this.#try(event)}>试看建议（不立案）</button>
        </div>
      </form>
      ${this.failureNotice()}
      ${this.filing
        ? html`<p class="notice" role="status">
            ${this.filing.earlier ? "上一次登记的其实已经立案" : "已立案"}：编号 <strong>${this.filing.filed.number}</strong>，查询码
            <strong>${this.filing.filed.trackingCode}</strong>，可告知来电人，用于查询和评价。
            ${this.filing.earlier ? "这次没有再立案；之后改动的内容仍在表单中，可以补充到那一件，确是另一件时请再次登记。" : nothing}
          </p>`
        : nothing}
      ${this.trial ? suggestionView(this.trial, this.rates) : nothing}
    </details>`;
  }

  async #try(event: Event): Promise<void> {
    const form = new FormData((event.target as HTMLElement).closest("form")!);
    this.rates = await hitRates();
    this.trial = await this.during((signal) => call<Suggestion>("", "/api/triage", { body: { title: form.get("title"), text: form.get("text") }, signal }));
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim() || null]));
    const filing = await this.during(async (signal) => {
      const region = given.region ? await placeOf(given.region) : null;
      if (given.region && region === null) {
        throw new Error(`没有找到“${given.region}”，或有几处同名，请从提示中选择，或不填。`);
      }
      // The field's time is Shanghai's, as everything here.
      const askedAt = given.askedAt ? `${given.askedAt}:00+08:00` : null;
      const notifyBy = chosenWays(form, this.ways, given.contactPhone, given.contactEmail);
      const body = { ...given, channel: "hotline", region, askedAt, notifyBy };
      return fileOnce("", "desk", "call", body, signal);
    });
    if (filing) {
      this.filing = filing;
      if (!filing.earlier) {
        discard("desk", "call");
        element.reset();
        this.trial = null;
      }
      this.dispatchEvent(new CustomEvent("filed", { detail: filing.filed.caseId }));
    }
  }
}

customElements.define("zt-desk-call", DeskCall);
