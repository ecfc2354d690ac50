import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { boardStyles, shown, table } from "../board/parts";
import { PageElement } from "../page";
import { currentSession } from "../session";
import { call } from "../shared/api";
import { today } from "../shared/days";
import { filled } from "../shared/filled";
import { questionFields } from "./question-fields";
import type { Round, RoundFile, Visit } from "./types";

/** 月度回访 and 季度抽查: draw, call, write down, follow up. */
class VisitsPage extends PageElement {
  static styles = [
    boardStyles,
    css`
      form.draw {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      form.draw > div {
        flex: 1 1 11rem;
      }
      fieldset {
        border: 1px solid var(--zt-line);
        border-radius: 8px;
        margin: 0.4rem 0;
      }
      fieldset label {
        display: inline-block;
        font-weight: normal;
        margin-right: 1rem;
      }
      input[type="radio"],
      input[type="checkbox"] {
        width: auto;
      }
      .seed {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, rounds: { state: true }, file: { state: true }, acting: { state: true }, draws: { state: true } };
  declare rounds: Round[] | null;
  declare file: RoundFile | null;
  /** The visit whose result or follow-up is being written. */
  declare acting: { visit: Visit; what: "result" | "follow-up" } | null;
  declare draws: boolean;

  constructor() {
    super();
    this.rounds = null;
    this.file = null;
    this.acting = null;
    this.draws = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.draws = who.roles.includes("supervisor") || who.roles.includes("administrator")));
    void this.#load();
  }

  render(): TemplateResult {
    return html`<h1>回访抽查</h1>
      ${this.failureNotice()} ${this.draws ? this.#draw() : nothing} ${this.#list()} ${this.file ? keyed(this.file.round.roundId, this.#open(this.file)) : nothing}`;
  }

  #draw(): TemplateResult {
    return html`<details class="card noprint">
      <summary>抽取名单</summary>
      <p class="dim">按地市和事项分层随机抽取；种子和总体摘要留档，凭它们可以重算。抽出后不能更改。</p>
      <form class="draw" @submit=${(event: SubmitEvent) => void this.#drawn(event)}>
        <div><label for="kind">种类</label><select id="kind" name="kind"><option value="monthly">月度回访</option><option value="quarterly">季度抽查</option></select></div>
        <div><label for="population">从哪些企业中</label><select id="population" name="population"><option value="pushed">期间收到推送的企业</option><option value="files">全部有档案的企业</option></select></div>
        <div><label for="from">自</label><input id="from" name="from" type="date" /></div>
        <div><label for="to">至</label><input id="to" name="to" type="date" /></div>
        <div><label for="region">地区代码（选填）</label><input id="region" name="region" pattern="[0-9]{6}" maxlength="6" placeholder="如 350100" /></div>
        <div><label for="perStratum">每层家数</label><input id="perStratum" name="perStratum" type="number" min="1" max="500" value="3" required /></div>
        <div><label for="seed">种子（选填）</label><input id="seed" name="seed" maxlength="100" placeholder="不填由系统生成" /></div>
        <div><label for="closesOn">截止日</label><input id="closesOn" name="closesOn" type="date" min=${today()} /></div>
        <button class="primary" ?disabled=${this.loading}>抽取</button>
      </form>
    </details>`;
  }

  #list(): TemplateResult {
    if (this.rounds === null) {
      return html`${this.loadingNotice()}`;
    }
    return html`<section class="card" aria-labelledby="rounds">
      <h2 id="rounds">各次回访</h2>
      ${this.rounds.length === 0
        ? html`<p class="dim">还没有抽取过名单。</p>`
        : table(
            "各次回访",
            ["回访", "总体", "抽取", "已回访", "联系不上", "截止"],
            this.rounds.map((one) => [
              html`<button class="link" @click=${() => void this.#show(one.roundId)}>${one.title}</button>`,
              one.frame,
              one.visits,
              one.done,
              one.unreachable,
              one.closesOn,
            ]),
          )}
    </section>`;
  }

  #open(file: RoundFile): TemplateResult {
    const { round } = file;
    return html`<section class="card" aria-labelledby="round">
        <h2 id="round" tabindex="-1">${round.title}</h2>
        <p class="dim seed">
          ${round.kindLabel}，${round.populationLabel} ${round.frame} 家中每层抽 ${round.perStratum} 家，${round.drawnBy} ${round.drawnAt.slice(0, 16).replace("T", " ")} 抽取。种子 ${round.seed}，总体摘要 ${round.digest}
        </p>
        <p class="noprint"><a class="button" href=${`/api/visit-rounds/${round.roundId}/phones.xlsx`} download>电话清单 XLSX</a> <span class="dim">含企业手机，下载留痕。</span></p>
        ${round.done > 0 ? this.#results(file) : html`<p class="dim">还没有回访结果。</p>`}
      </section>
      <section class="card" aria-labelledby="drawn">
        <h2 id="drawn">名单（${file.visits.length}）</h2>
        <div class="scroll" tabindex="0" role="region" aria-label="名单">
          <table>
            <thead><tr><th scope="col">企业</th><th scope="col">地区</th><th scope="col">事项</th><th scope="col">状态</th><th scope="col">办理</th></tr></thead>
            <tbody>${file.visits.map((one) => this.#row(one))}</tbody>
          </table>
        </div>
        ${this.acting ? keyed(this.acting.visit.visitId + this.acting.what, this.#form(file, this.acting)) : nothing}
      </section>`;
  }

  #results(file: RoundFile): TemplateResult {
    return table(
      "逐题结果",
      ["问题", "回答"],
      file.results.map((one) => [one.text, one.options.map((option) => `${option.option} ${shown(option.share)}`).join("，")]),
    );
  }

  #row(one: Visit): TemplateResult {
    const tone = one.state === "done" ? "" : "warn";
    return html`<tr>
      <th scope="row">${one.enterprise ?? one.creditCode}</th>
      <td>${one.regionName ?? "—"}</td>
      <td>${one.itemTitle ?? "—"}</td>
      <td><span class=${`tag ${tone}`}>${one.stateLabel}</span>${one.comment ? html`<div class="dim">${one.comment}</div>` : nothing}</td>
      <td class="row">
        ${one.state === "done" ? nothing : html`<button @click=${() => void this.#act(one, "result")}>登记结果</button>`}
        ${one.caseId ? html`<a href=${`/desk?case=${one.caseId}`}>办件 ${one.caseNumber}</a>` : html`<button @click=${() => void this.#act(one, "follow-up")}>立为办件</button>`}
      </td>
    </tr>`;
  }

  #form(file: RoundFile, { visit, what }: { visit: Visit; what: string }): TemplateResult {
    if (what === "follow-up") {
      return html`<form class="card" @submit=${(event: SubmitEvent) => void this.#followUp(event, visit)}>
        <label for="text">${visit.enterprise ?? visit.creditCode} 反映的问题</label><textarea id="text" name="text" rows="3" required maxlength="2000" .value=${visit.comment ?? ""}></textarea>
        <p><button class="primary" ?disabled=${this.loading}>立为办件</button></p>
      </form>`;
    }
    return html`<form class="card" @submit=${(event: SubmitEvent) => void this.#told(event, visit)}>
      <h3 id="acting" tabindex="-1">${visit.enterprise ?? visit.creditCode}：回访结果</h3>
      ${questionFields(file.questions, "q-")}
      <label for="comment">意见（选填）</label><textarea id="comment" name="comment" rows="2" maxlength="2000"></textarea>
      <p class="row">
        <button class="primary" ?disabled=${this.loading}>登记</button>
        <button type="button" ?disabled=${this.loading} @click=${() => void this.#post(visit, "result", { unreachable: true })}>联系不上</button>
      </p>
    </form>`;
  }

  async #act(visit: Visit, what: "result" | "follow-up"): Promise<void> {
    this.acting = { visit, what };
    await this.focusOn(what === "result" ? "#acting" : "#text");
  }

  async #told(event: SubmitEvent, visit: Visit): Promise<void> {
    event.preventDefault();
    const { comment, ...answers } = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
    await this.#post(visit, "result", { answers, comment: comment.trim() || null });
  }

  async #followUp(event: SubmitEvent, visit: Visit): Promise<void> {
    event.preventDefault();
    await this.#post(visit, "follow-up", { text: new FormData(event.target as HTMLFormElement).get("text") });
  }

  async #post(visit: Visit, what: string, body: object): Promise<void> {
    const done = await this.during((signal) => call("", `/api/visits/${visit.visitId}/${what}`, { body, signal }));
    if (done && this.file) {
      this.acting = null;
      await this.#show(this.file.round.roundId);
      await this.#load();
    }
  }

  async #drawn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = Object.fromEntries(filled(event.target as HTMLFormElement));
    const round = await this.during((signal) => call<Round>("", "/api/visit-rounds", { body: { ...given, perStratum: Number(given.perStratum) }, signal, timeoutMillis: 120_000 }));
    if (round) {
      await this.#load();
      await this.#show(round.roundId);
    }
  }

  async #show(id: string): Promise<void> {
    this.file = (await this.during((signal) => call<RoundFile>("", `/api/visit-rounds/${id}`, { signal }), "round")) ?? this.file;
    await this.focusOn("#round");
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<{ items: Round[] }>("", "/api/visit-rounds", { signal }), "rounds");
    this.rounds = found?.items ?? this.rounds ?? [];
  }
}

customElements.define("zt-visits", VisitsPage);
