import { css, html, nothing, type TemplateResult } from "lit";
import { boardStyles, figure, shareFigure, shown, table } from "../board/parts";
import { PageElement } from "../page";
import { call } from "../shared/api";
import { DAY_MILLIS, day } from "../shared/days";
import { filled } from "../shared/filled";
import { placeInput, placeOf, type Place } from "../shared/places";
import "./effect";
import { STAGES, known, type Figures, type Row } from "./types";

const SCALES = ["大型", "中型", "小型", "微型"];
/** Rows drawn as bars; the table has all. */
const DRAWN = 10;

/** 领导驾驶舱: from those whom items reach to the money. */
class CockpitPage extends PageElement {
  static styles = [
    boardStyles,
    css`
      form.narrow {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
      form.narrow > div {
        flex: 1 1 10rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, query: { state: true }, figures: { state: true }, places: { state: true } };
  declare query: URLSearchParams;
  declare figures: Figures | null;
  declare places: Place[];

  constructor() {
    super();
    const wanted = new URLSearchParams({ from: day(new Date(Date.now() - 90 * DAY_MILLIS)), to: day(new Date()) });
    new URLSearchParams(location.search).forEach((value, name) => wanted.set(name, value));
    this.query = wanted;
    this.figures = null;
    this.places = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<div class="row">
        <h1>领导驾驶舱</h1>
        <button @click=${() => print()}>打印或存为 PDF</button>
        <span class="noprint"><a href=${`/api/cockpit/notice.docx?${this.query}`} download>季度通报 DOCX</a> <a href=${`/api/cockpit/notice.xlsx?${this.query}`} download>XLSX</a></span>
      </div>
      ${this.#narrow()} ${this.failureNotice()} ${this.loadingNotice("正在统计…")} ${this.figures ? this.#body(this.figures) : nothing}`;
  }

  #narrow(): TemplateResult {
    const value = (name: string): string => this.query.get(name) ?? "";
    return html`<form class="card narrow" @submit=${(event: SubmitEvent) => void this.#choose(event)}>
      <div><label for="from">自</label><input id="from" name="from" type="date" required .value=${value("from")} /></div>
      <div><label for="to">至</label><input id="to" name="to" type="date" required .value=${value("to")} /></div>
      <div><label for="region">地区（选填）</label>${placeInput("region", "region", this.places, (found) => (this.places = found))}</div>
      <div><label for="industry">行业代码（选填）</label><input id="industry" name="industry" maxlength="5" pattern="[A-T][0-9]{0,4}" placeholder="如 C" .value=${value("industry")} /></div>
      <div><label for="scale">规模</label><select id="scale" name="scale"><option value="">不限</option>${SCALES.map((one) => html`<option ?selected=${value("scale") === one}>${one}</option>`)}</select></div>
      <button class="primary" ?disabled=${this.loading}>查看</button>
    </form>`;
  }

  #body(all: Figures): TemplateResult {
    const { total } = all;
    return html`
      <p class="dim">${all.from} 至 ${all.to}；符合数按 ${all.reachOn} 的档案。以“企业×事项”计，一家企业符合三个事项记三。${this.#scope()}</p>
      <div class="figures">
        ${figure("符合的企业", all.reached)} ${STAGES.map(([stage, label]) => figure(label, total[stage] as number))}
        ${figure("批准金额（万元）", total.approvedAmount)} ${figure("兑付金额（万元）", total.paidAmount)}
        ${total.medianDays === null ? nothing : figure("申报到到账（天）", total.medianDays, "", `中位数；九成在 ${total.mostDays} 天内`)}
        ${shareFigure("按期拨付率", total.inTime, "good")} ${shareFigure("申报率", total.takeUp, "good")}
        ${figure("从未申报的企业", all.silent, all.silent > 0 ? "warn" : "", "符合条件，期间没有申报任何事项")}
      </div>
      <section class="card" aria-labelledby="funnel">
        <h2 id="funnel">从符合到兑付</h2>
        <div class="two"><zt-chart label=${known(total).map(([label, count]) => `${label} ${count}`).join("，")} .option=${this.#funnel(total)}></zt-chart>${this.#stages(total)}</div>
      </section>
      ${this.#group("按事项", "事项", all.byItem)} ${this.#group("按地区", "地区", all.byRegion)} ${this.#group("按行业", "行业", all.byIndustry)}
      ${this.#group("按规模", "规模", all.byScale)} ${this.#months(all.byMonth)}
      ${this.#silent(all)}
      <zt-cockpit-effect query=${String(this.query)}></zt-cockpit-effect>
    `;
  }

  #scope(): string {
    const parts = [["region", "地区"], ["industry", "行业"], ["scale", "规模"], ["itemId", "事项"]].filter(([name]) => this.query.get(name));
    return parts.length === 0 ? "" : `范围：${parts.map(([name, label]) => `${label} ${this.query.get(name)}`).join("，")}。`;
  }

  /** Each stage with its share of the one before: where most are lost. */
  #stages(total: Row): TemplateResult {
    const stages = known(total);
    return table(
      "各阶段",
      ["阶段", "数量", "占上一阶段"],
      stages.map(([label, count], index) => {
        const before = index === 0 ? 0 : stages[index - 1][1];
        return [label, count, before === 0 ? "—" : `${Math.round((100 * count) / before)}%`];
      }),
    );
  }

  #funnel(total: Row): object {
    const stages = [...known(total)].reverse();
    return {
      xAxis: { type: "value", minInterval: 1 },
      yAxis: { type: "category", data: stages.map(([label]) => label) },
      series: [{ type: "bar", data: stages.map(([, count]) => count), label: { show: true, position: "right" }, barMaxWidth: 28 }],
    };
  }

  #group(title: string, first: string, rows: Row[]): TemplateResult | typeof nothing {
    if (rows.length === 0) {
      return nothing;
    }
    const drawn = rows.slice(0, DRAWN).reverse();
    const option = {
      legend: {},
      xAxis: { type: "value", minInterval: 1 },
      yAxis: { type: "category", data: drawn.map((row) => (row.name.length > 12 ? `${row.name.slice(0, 12)}…` : row.name)) },
      series: STAGES.map(([stage, label]) => ({ type: "bar", name: label, data: drawn.map((row) => row[stage]) })),
    };
    return html`<section class="card">
      <h2>${title}</h2>
      <zt-chart label=${`${title}，数字见下表`} .option=${option}></zt-chart>
      ${this.#table(title, first, rows)}
    </section>`;
  }

  #table(title: string, first: string, rows: Row[]): TemplateResult {
    return table(
      title,
      [first, ...STAGES.map(([, label]) => label), "批准金额（万元）", "兑付金额（万元）", "到账天数（中位/九成）", "按期拨付率", "申报率"],
      rows.map((row) => [
        first === "事项" ? html`<a href=${`/items/${row.key}`}>${row.name}</a>` : row.name,
        ...STAGES.map(([stage]) => row[stage] as number),
        row.approvedAmount,
        row.paidAmount,
        row.medianDays === null ? "—" : `${row.medianDays} / ${row.mostDays}`,
        shown(row.inTime),
        shown(row.takeUp),
      ]),
    );
  }

  #months(rows: Row[]): TemplateResult | typeof nothing {
    if (rows.length === 0) {
      return nothing;
    }
    const stages = STAGES.slice(1);
    const option = {
      legend: {},
      xAxis: { type: "category", data: rows.map((row) => row.name) },
      yAxis: { type: "value", minInterval: 1 },
      series: stages.map(([stage, label]) => ({ type: "line", name: label, data: rows.map((row) => row[stage]) })),
    };
    return html`<section class="card">
      <h2>按月份</h2>
      <zt-chart label="按月份，数字见下表" .option=${option}></zt-chart>
      ${table("按月份", ["月份", ...stages.map(([, label]) => label)], rows.map((row) => [row.name, ...stages.map(([stage]) => row[stage] as number)]))}
    </section>`;
  }

  #silent(all: Figures): TemplateResult {
    return html`<section class="card" aria-labelledby="silent">
      <h2 id="silent">从未申报的企业</h2>
      <p class="dim">符合 ${all.reached} 家企业中，${all.silent} 家期间没有申报任何事项；符合事项最多的在前。</p>
      ${all.silentExamples.length === 0 ? html`<p>没有。</p>` : table("从未申报的企业", ["企业", "信用代码", "符合的事项"], all.silentExamples.map((one) => [one.name, one.creditCode, one.items]))}
    </section>`;
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
    const item = this.query.get("itemId");
    if (item) {
      chosen.set("itemId", item);
    }
    this.query = chosen;
    history.replaceState(null, "", `${location.pathname}?${this.query}`);
    await this.#load();
  }

  async #load(): Promise<void> {
    this.figures = (await this.during((signal) => call<Figures>("", `/api/cockpit?${this.query}`, { signal, timeoutMillis: 120_000 }))) ?? this.figures;
  }
}

customElements.define("zt-cockpit", CockpitPage);
