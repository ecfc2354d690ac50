import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { when } from "../desk-types";
import { call } from "../shared/api";
import { percent, type Page } from "../shared/types";
import { share, worseThan, type Model, type Tally } from "./model-figures";
import { BoardElement, boardStyles, table } from "./parts";

interface Decision {
  decidedAt: string;
  decidedBy: string;
  kind: string;
  modelId: string | null;
  reason: string | null;
}

interface Job {
  id: string;
  state: string;
  stage: string | null;
  progress?: number;
  modelId: string | null;
  message: string | null;
}

const POLL_MILLIS = 2000;
const TRAIN_MILLIS = 120_000;
const TYPES: Record<string, string> = {
  jsonl: "application/x-ndjson",
  ndjson: "application/x-ndjson",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Candidates beside the model in use; training, promotion and the way back, each with its reason. */
class ModelsBoard extends BoardElement {
  static styles = [
    boardStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        max-width: 40rem;
      }
    `,
  ];
  static properties = {
    ...BoardElement.properties,
    models: { state: true },
    decisions: { state: true },
    deciding: { state: true },
    job: { state: true },
    done: { state: true },
  };
  declare models: Model[] | null;
  declare decisions: Decision[];
  declare deciding: Model | "rollback" | null;
  declare job: Job | null;
  declare done: string;
  #timer = 0;

  constructor() {
    super();
    this.models = null;
    this.decisions = [];
    this.deciding = null;
    this.job = null;
    this.done = "";
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    if (!this.models) {
      return this.waiting();
    }
    return html`
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      <section class="card">
        <h2>模型比较</h2>
        ${this.models.length === 0
          ? html`<p>还没有用本地来件训练的模型，现在按部门职责、政策条款和随附的范例分办。上传历史来件即可训练。</p>`
          : html`<p class="dim">数字为交叉验证所得：训练时没有见过的来件上的准确率。</p>
              ${table(
                "模型",
                ["模型", "状态", "来件", "类别准确", "部门准确", "部门前三", "类别校准误差", ""],
                this.models.map((model) => this.#row(model)),
              )}`}
        ${this.models.some((one) => one.inUse) ? html`<p><button @click=${() => (this.deciding = "rollback")}>退回上一个模型</button></p>` : nothing}
        ${this.deciding ? keyed(this.deciding === "rollback" ? "" : this.deciding.id, this.#deciding(this.deciding)) : nothing}
      </section>
      ${this.#comparisons()} ${this.#training()}
      ${this.decisions.length > 0
        ? html`<section class="card">
            ${table(
              "启用和退回的记录",
              ["时间", "决定人", "决定", "理由"],
              this.decisions.map((one) => [
                when(one.decidedAt),
                one.decidedBy,
                `${one.kind === "rollback" ? "退回到" : "启用"} ${one.modelId ? one.modelId.slice(0, 8) : "未训练的初始状态"}`,
                one.reason ?? "",
              ]),
            )}
          </section>`
        : nothing}
    `;
  }

  #row(model: Model): (string | number | TemplateResult)[] {
    const { category, department, data } = model.figures ?? {};
    return [
      html`${when(model.createdAt)}<br /><span class="dim">${model.id.slice(0, 8)} · ${model.createdBy}</span>`,
      model.inUse ? html`<strong class="good">在用</strong>` : model.readable ? "候选" : html`<span class="warn">版本不符</span>`,
      data?.rows ?? category?.rows ?? 0,
      share(category?.top1),
      share(department?.top1),
      share(department?.top3),
      share(category?.ece),
      model.inUse || !model.readable ? "" : html`<button @click=${() => (this.deciding = model)}>启用</button>`,
    ];
  }

  #comparisons(): TemplateResult | typeof nothing {
    const compared = (this.models ?? []).filter((one) => !one.inUse && one.figures?.comparison?.departmentTop1);
    if (compared.length === 0) {
      return nothing;
    }
    const line = (model: Model, name: string, tally: Tally | undefined) =>
      tally ? [[`${model.id.slice(0, 8)} ${name}`, tally.rows, percent(tally.candidate), percent(tally.inUse), tally.onlyCandidateRight, tally.onlyInUseRight]] : [];
    return html`<section class="card">
      ${table(
        "候选与在用模型，在双方都没有学过的同一批来件上",
        ["候选", "来件", "候选准确", "在用准确", "只有候选对", "只有在用对"],
        compared.flatMap((model) => [
          ...line(model, "类别", model.figures?.comparison?.category),
          ...line(model, "部门", model.figures?.comparison?.departmentTop1),
          ...line(model, "部门前三", model.figures?.comparison?.departmentTop3),
        ]),
      )}
      ${compared.map((model) => (model.figures?.comparison?.note ? html`<p class="warn">${model.id.slice(0, 8)}：${model.figures.comparison.note}</p>` : nothing))}
    </section>`;
  }

  #deciding(what: Model | "rollback"): TemplateResult {
    const worse = what === "rollback" ? [] : worseThan(this.models?.find((one) => one.inUse), what);
    return html`<form @submit=${this.#decide}>
      <h3>${what === "rollback" ? "退回上一个模型" : `启用模型 ${what.id.slice(0, 8)}`}</h3>
      ${worse.length > 0 ? html`<p class="notice warn" role="alert">这个模型不如在用的：${worse.join("；")}。启用后新的来件会更多分错，确有理由再启用。</p>` : nothing}
      <label for="reason">理由（记入启用记录）</label>
      <input id="reason" name="reason" required maxlength="500" />
      <div class="row">
        <button class="primary" ?disabled=${this.loading}>${worse.length > 0 ? "仍要启用" : "确定"}</button>
        <button type="button" @click=${() => (this.deciding = null)}>取消</button>
      </div>
    </form>`;
  }

  #training(): TemplateResult {
    const running = this.job?.state === "running";
    return html`<section class="card noprint">
      <h2>训练候选模型</h2>
      <form @submit=${this.#train}>
        <label for="history">历史来件（XLSX、CSV，或每行 id、title、text、category、department 的 JSON Lines）</label>
        <input id="history" name="history" type="file" accept=".jsonl,.ndjson,.csv,.xlsx" required />
        <label for="hub">自行答复的总入口单位（选填，不学也不推荐其为承办部门）</label>
        <input id="hub" name="hub" maxlength="100" />
        <div><button class="primary" ?disabled=${this.loading || running}>开始训练</button></div>
      </form>
      ${this.job
        ? html`<p class="notice ${this.job.state === "failed" ? "error" : ""}" role="status">
            ${running ? `正在训练：${this.job.stage ?? ""}` : this.job.state === "finished" ? "训练完成，候选模型已列入上表。" : `训练没有完成：${this.job.message ?? ""}`}
            ${running ? html`<progress max="1" .value=${this.job.progress ?? 0} aria-label="训练进度"></progress>` : nothing}
          </p>`
        : nothing}
    </section>`;
  }

  async #decide(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get("reason")).trim();
    const what = this.deciding!;
    const path = what === "rollback" ? "/api/triage/models/rollback" : `/api/triage/models/${what.id}/promotion`;
    const decided = await this.during((signal) => call("", path, { body: { reason }, signal }));
    if (decided !== null) {
      this.deciding = null;
      this.done = what === "rollback" ? "已退回上一个模型。" : "已启用，新的来件按这个模型分办。";
      await this.load();
    }
  }

  async #train(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const hub = String(form.get("hub") ?? "").trim();
    const file = form.get("history") as File;
    const ending = file.name.slice(file.name.lastIndexOf(".") + 1).toLowerCase();
    this.job = await this.during((signal) =>
      call<Job>("", `/api/triage/models${hub ? `?hub=${encodeURIComponent(hub)}` : ""}`, {
        raw: file,
        headers: { "Content-Type": TYPES[ending] ?? TYPES.jsonl },
        timeoutMillis: TRAIN_MILLIS,
        signal,
      }),
    );
    this.#follow();
  }

  #follow(): void {
    clearTimeout(this.#timer);
    if (this.job?.state === "running") {
      this.#timer = window.setTimeout(async () => {
        const id = this.job!.id;
        this.job = (await this.during((signal) => call<Job>("", `/api/triage/models/jobs/${id}`, { signal }), "job")) ?? this.job;
        this.#follow();
      }, POLL_MILLIS);
    } else if (this.job?.state === "finished") {
      void this.load();
    }
  }

  protected async load(): Promise<void> {
    const models = await this.during((signal) => call<Page<Model>>("", "/api/triage/models", { signal }));
    this.models = models?.items ?? this.models;
    // The record is extra: the page stands without it.
    this.decisions = await call<Page<Decision>>("", "/api/triage/models/decisions").then(
      (list) => list.items,
      () => [],
    );
  }
}

customElements.define("zt-board-models", ModelsBoard);
