import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { PageElement, pageStyles } from "./page";
import { currentSession } from "./session";
import { call } from "./shared/api";
import { autosave } from "./shared/autosave-element";
import { discard } from "./shared/autosave";
import { today } from "./shared/days";
import { filled } from "./shared/filled";

interface Liaison {
  liaisonId: string;
  enterprise: string;
  officer: string;
  officerName: string;
  nextVisit: string | null;
  lastVisit: string | null;
  cases: number;
  openCases: number;
}

interface Visit {
  visitId: string;
  plannedOn: string;
  doneOn: string | null;
  note: string | null;
}

interface Matter {
  matterId: string;
  kindLabel: string;
  text: string;
  at: string;
  caseId: string | null;
  number: string | null;
  stateLabel: string | null;
}

interface LiaisonFile {
  liaisonId: string;
  enterprise: string;
  officerName: string;
  visits: Visit[];
  matters: Matter[];
}

interface Errand {
  errandId: string;
  caseId: string | null;
  enterprise: string | null;
  title: string;
  details: string;
  department: string | null;
  stateLabel: string;
  officerName: string | null;
  result: string | null;
  score: number | null;
  due: string | null;
  version: number;
  possible: string[];
}

const KINDS: [string, string][] = [["problem", "问题"], ["need", "需求"], ["suggestion", "建议"]];
const ACTS: Record<string, string> = { accept: "接单", finish: "办结", rate: "评单", cancel: "取消" };

/** 包联 and 帮办代办: whom one looks after, visits, what was raised, and errands. */
class LiaisonPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
      }
      form > div {
        flex: 1 1 12rem;
      }
      form > .wide {
        flex-basis: 100%;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, list: { state: true }, file: { state: true }, errands: { state: true }, roles: { state: true }, acting: { state: true } };
  declare list: Liaison[] | null;
  declare file: LiaisonFile | null;
  declare errands: Errand[];
  declare roles: string[];
  /** An errand's act that asks for words. */
  declare acting: { errand: Errand; type: string } | null;

  constructor() {
    super();
    this.list = null;
    this.file = null;
    this.errands = [];
    this.roles = [];
    this.acting = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.roles = who.roles));
    void this.#load();
  }

  render(): TemplateResult {
    return html`<h1>包联和帮办</h1>
      ${this.failureNotice()} ${this.#enterprises()} ${this.file ? keyed(this.file.liaisonId, this.#open(this.file)) : nothing} ${this.#errands()}`;
  }

  #enterprises(): TemplateResult {
    return html`<section class="card" aria-labelledby="mine">
      <h2 id="mine">包联企业</h2>
      ${this.list === null
        ? this.loadingNotice()
        : this.list.length === 0
          ? html`<p class="dim">还没有包联的企业。</p>`
          : html`<div class="scroll" tabindex="0" role="region" aria-label="包联企业">
              <table>
                <thead><tr><th scope="col">企业</th><th scope="col">干部</th><th scope="col">下次走访</th><th scope="col">上次走访</th><th scope="col">在办/全部来件</th></tr></thead>
                <tbody>
                  ${this.list.map(
                    (one) => html`<tr>
                      <th scope="row"><button class="link" @click=${() => void this.#show(one.liaisonId)}>${one.enterprise}</button></th>
                      <td>${one.officerName}</td>
                      <td class="day">${one.nextVisit ?? "未安排"}</td>
                      <td class="day">${one.lastVisit ?? "—"}</td>
                      <td>${one.openCases}/${one.cases}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>`}
      ${this.roles.includes("supervisor")
        ? html`<form @submit=${(event: SubmitEvent) => void this.#link(event)}>
            ${autosave("liaison", "link")}
            <div><label for="enterprise">企业</label><input id="enterprise" name="enterprise" required maxlength="200" /></div>
            <div><label for="creditCode">统一社会信用代码（选填）</label><input id="creditCode" name="creditCode" maxlength="18" /></div>
            <div><label for="officer">包联干部账号</label><input id="officer" name="officer" required maxlength="100" /></div>
            <button ?disabled=${this.loading}>指定</button>
          </form>`
        : nothing}
    </section>`;
  }

  #open(file: LiaisonFile): TemplateResult {
    return html`<section class="card" aria-labelledby="file">
      <h2 id="file">${file.enterprise} <span class="dim">${file.officerName}</span></h2>
      <h3>走访</h3>
      <ul>${file.visits.map((one) => html`<li>${one.doneOn ?? `${one.plannedOn}（已安排）`} ${one.note ?? ""}${one.doneOn ? nothing : this.#visited(file, one)}</li>`)}</ul>
      <form @submit=${(event: SubmitEvent) => void this.#send(event, file, "visits")}>
        <div><label for="date">安排走访</label><input id="date" name="date" type="date" min=${today()} required /></div>
        <button ?disabled=${this.loading}>安排</button>
      </form>
      <h3>反映的问题、需求和建议</h3>
      <ul>
        ${file.matters.map((one) => html`<li><span class="tag">${one.kindLabel}</span> ${one.text} ${one.caseId ? html`<a href=${`/desk?case=${one.caseId}`}>${one.number}</a>（${one.stateLabel}）` : nothing}</li>`)}
      </ul>
      <form @submit=${(event: SubmitEvent) => void this.#send(event, file, "matters")}>
        ${autosave(file.liaisonId, "matter")}
        <div><label for="kind">类型</label><select id="kind" name="kind">${KINDS.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></div>
        <div class="wide"><label for="text">内容</label><textarea id="text" name="text" rows="3" required maxlength="5000"></textarea></div>
        <label><input type="checkbox" name="file" value="true" /> 立为办件，按期限办理</label>
        <button class="primary" ?disabled=${this.loading}>登记</button>
      </form>
    </section>`;
  }

  #visited(file: LiaisonFile, one: Visit): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#send(event, file, "visits")}>
      ${autosave(file.liaisonId, `visit-${one.plannedOn.replaceAll("-", "")}`)}
      <input type="hidden" name="visitId" value=${one.visitId} /><input type="hidden" name="date" value=${today()} />
      <div><label for=${`n-${one.visitId}`}>走访情况</label><input id=${`n-${one.visitId}`} name="note" required maxlength="2000" /></div>
      <button ?disabled=${this.loading}>登记完成</button>
    </form>`;
  }

  #errands(): TemplateResult {
    return html`<section class="card" aria-labelledby="errands">
      <h2 id="errands">帮办代办</h2>
      ${this.errands.length === 0
        ? html`<p class="dim">没有帮办任务。</p>`
        : html`<ul>
            ${this.errands.map(
              (one) => html`<li>
                <strong>${one.title}</strong> <span class="tag">${one.stateLabel}</span> <span class="dim">${[one.enterprise, one.department, one.officerName, one.due ? `${one.due} 前` : ""].filter(Boolean).join(" · ")}</span>
                <p class="text">${one.details}${one.result ? `\n办结情况：${one.result}` : ""}${one.score ? `\n评单：${one.score} 分` : ""}</p>
                <p class="row">${one.possible.map((type) => html`<button ?disabled=${this.loading} @click=${() => void this.#act(one, type)}>${ACTS[type]}</button>`)}</p>
                ${this.acting?.errand.errandId === one.errandId ? this.#words(this.acting) : nothing}
              </li>`,
            )}
          </ul>`}
      ${this.roles.includes("agent") || this.roles.includes("supervisor")
        ? html`<details><summary>派单</summary>
            <form @submit=${(event: SubmitEvent) => void this.#dispatch(event)}>
              ${autosave("liaison", "errand")}
              <div><label for="title">事项</label><input id="title" name="title" required maxlength="200" /></div>
              <div><label for="forWhom">企业（选填）</label><input id="forWhom" name="enterprise" maxlength="200" /></div>
              <div><label for="department">接单部门（选填）</label><input id="department" name="department" maxlength="100" /></div>
              <div><label for="who">帮办员账号（选填）</label><input id="who" name="officer" maxlength="100" /></div>
              <div><label for="due">希望办结</label><input id="due" name="due" type="date" /></div>
              <div class="wide"><label for="details">具体要求</label><textarea id="details" name="details" rows="3" required maxlength="5000"></textarea></div>
              <button class="primary" ?disabled=${this.loading}>派单</button>
            </form></details>`
        : nothing}
    </section>`;
  }

  #words({ errand, type }: { errand: Errand; type: string }): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#told(event, errand, type)}>
      ${type === "rate" ? html`<div><label for="score">评分（1 到 5）</label><input id="score" name="score" type="number" min="1" max="5" required /></div>` : nothing}
      <div><label for="words">${type === "finish" ? "办结情况" : type === "rate" ? "评语（选填）" : "取消原因"}</label><input id="words" name="text" maxlength="2000" ?required=${type !== "rate"} /></div>
      <button class="primary" ?disabled=${this.loading}>${ACTS[type]}</button>
    </form>`;
  }

  async #act(errand: Errand, type: string): Promise<void> {
    if (type === "accept") {
      await this.#post(`/api/errands/${errand.errandId}/events`, { type, basedOn: errand.version });
    } else {
      this.acting = { errand, type };
      await this.focusOn("#score, #words");
    }
  }

  async #told(event: SubmitEvent, errand: Errand, type: string): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const score = form.get("score");
    if (await this.#post(`/api/errands/${errand.errandId}/events`, { type, basedOn: errand.version, text: form.get("text"), score: score ? Number(score) : null })) {
      this.acting = null;
    }
  }

  async #dispatch(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (await this.#post("/api/errands", Object.fromEntries(filled(form)))) {
      discard("liaison", "errand");
      form.reset();
    }
  }

  async #link(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (await this.#post("/api/liaisons", Object.fromEntries(filled(form)))) {
      discard("liaison", "link");
      form.reset();
    }
  }

  async #send(event: SubmitEvent, file: LiaisonFile, what: string): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = Object.fromEntries(filled(form));
    if (await this.#post(`/api/liaisons/${file.liaisonId}/${what}`, { ...given, ...(what === "matters" ? { file: given.file === "true" } : {}) })) {
      discard(file.liaisonId, "matter");
      form.reset();
      await this.#show(file.liaisonId);
    }
  }

  async #post(path: string, body: object): Promise<boolean> {
    const done = await this.during((signal) => call("", path, { body, signal }), "post");
    if (done !== null) {
      await this.#load();
    }
    return done !== null;
  }

  async #show(id: string): Promise<void> {
    this.file = (await this.during((signal) => call<LiaisonFile>("", `/api/liaisons/${id}`, { signal }), "file")) ?? this.file;
  }

  async #load(): Promise<void> {
    const [list, errands] = await Promise.all([
      this.during((signal) => call<{ items: Liaison[] }>("", "/api/liaisons", { signal }), "list"),
      this.during((signal) => call<{ items: Errand[] }>("", "/api/errands", { signal }), "errands"),
    ]);
    this.list = list?.items ?? this.list ?? [];
    this.errands = errands?.items ?? this.errands;
  }
}

customElements.define("zt-liaison", LiaisonPage);
