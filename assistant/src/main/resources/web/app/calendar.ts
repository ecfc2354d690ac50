import { css, html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { datesIn } from "./calendar-dates";
import { when } from "./desk-types";
import { PageElement, pageStyles } from "./page";
import { call } from "./shared/api";
import { discard } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";
import { keepTable } from "./shared/keep-table";
import type { Page } from "./shared/types";

interface Day {
  date: string;
  isOffDay: boolean;
}

interface Year {
  year: number;
  loaded: boolean;
  daysOff: number;
  daysWorked: number;
  importedBy: string | null;
  importedAt: string | null;
  days: Day[];
}

/** The years of the working-day calendar, and a new one: typed in from the announcement, or as a file. */
class CalendarPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        max-width: 46rem;
      }
      .year {
        max-width: 9rem;
      }
      .days {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, years: { state: true }, done: { state: true } };
  declare years: Year[] | null;
  declare done: string;

  constructor() {
    super();
    this.years = null;
    this.done = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`
      <h1>工作日历</h1>
      <p class="dim">办理时限按工作日计算，含放假和调休上班。没有日历的年份按周一至周五计算，跨入该年的期限标为“暂定”，导入后自动重算。</p>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.years ? html`${this.#table(this.years)} ${this.#typed(this.years)}` : this.loadingNotice()} ${this.#file()}
    `;
  }

  #table(years: Year[]): TemplateResult {
    return html`<section class="card" aria-labelledby="years">
      <h2 id="years">已有的年份</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="各年的放假和调休">
        <table>
          <thead><tr><th scope="col">年份</th><th scope="col">放假</th><th scope="col">调休上班</th><th scope="col">来源</th><th scope="col">具体日期</th></tr></thead>
          <tbody>
            ${years.map(
              (one) => html`<tr>
                <th scope="row">${one.year} ${one.loaded ? nothing : html`<span class="tag warn">没有日期，视为未公布</span>`}</th>
                <td>${one.daysOff} 天</td>
                <td>${one.daysWorked} 天</td>
                <td>${one.importedBy ? `${one.importedBy} 于 ${when(one.importedAt!)} 导入` : "随系统提供"}</td>
                <td class="days">
                  <details>
                    <summary>${one.year} 年的日期</summary>
                    <p>放假：${one.days.filter((day) => day.isOffDay).map((day) => day.date).join("、") || "无"}</p>
                    <p>调休上班：${one.days.filter((day) => !day.isOffDay).map((day) => day.date).join("、") || "无"}</p>
                  </details>
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${keepTable("工作日历")}
    </section>`;
  }

  #typed(years: Year[]): unknown {
    const next = Math.max(new Date().getFullYear(), ...years.map((one) => one.year)) + 1;
    // The dates of one year do not stand under the next one when it was saved.
    return keyed(next, html`<section class="card" aria-labelledby="typed">
      <h2 id="typed">按放假通知填写一年</h2>
      <form @submit=${this.#submitTyped}>
        <div class="year"><label for="year">年份</label><input id="year" name="year" type="number" min="2000" max="2100" required .value=${String(next)} /></div>
        <div>
          <label for="off">放假的日子（每行一段，如 ${next}-01-01 至 ${next}-01-03；含其中的周末）</label>
          <textarea id="off" name="off" rows="7" required></textarea>
        </div>
        <div>
          <label for="worked">调休上班的周末（每行一天，如 ${next}-01-04；没有则不填）</label>
          <textarea id="worked" name="worked" rows="3"></textarea>
        </div>
        ${autosave("calendar", String(next))}
        <div><button class="primary" ?disabled=${this.loading}>保存这一年</button></div>
      </form>
    </section>`);
  }

  #file(): TemplateResult {
    return html`<details class="card">
      <summary>用文件导入（holiday-cn 格式的 JSON）</summary>
      <form @submit=${this.#submitFile}>
        <label for="json">日历文件，如 {"year": 2027, "days": [{"date": "2027-01-01", "isOffDay": true}]}</label>
        <input id="json" name="file" type="file" required accept=".json" />
        <div><button ?disabled=${this.loading}>导入</button></div>
      </form>
    </details>`;
  }

  #submitTyped(event: SubmitEvent): void {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const name = element.querySelector<HTMLElement & { name: string }>("zt-autosave")!.name;
    void this.#put(() => {
      const days = (name: string, isOffDay: boolean) => datesIn(String(form.get(name))).map((date) => ({ date, isOffDay }));
      return Promise.resolve({ year: Number(form.get("year")), days: [...days("off", true), ...days("worked", false)] });
    }).then((saved) => {
      if (saved) {
        discard("calendar", name);
      }
    });
  }

  #submitFile(event: SubmitEvent): void {
    event.preventDefault();
    const file = new FormData(event.target as HTMLFormElement).get("file") as File;
    void this.#put(async () => {
      try {
        return JSON.parse(await file.text()) as { year: number };
      } catch {
        throw new Error("文件不是 JSON，请核对后重试。");
      }
    });
  }

  async #put(read: () => Promise<{ year: number }>): Promise<boolean> {
    this.done = "";
    const saved = await this.during(async (signal) => {
      const body = await read();
      return call<{ year: number; days: number; loaded: boolean }>("", `/api/calendar/${body.year}`, { method: "PUT", body, signal });
    });
    if (saved) {
      this.done = `已保存 ${saved.year} 年的日历，${saved.days} 个特殊日子。${saved.loaded ? "跨入该年的期限正在重算。" : "文件里没有该年的日子，仍视为未公布。"}`;
      await this.#load();
    }
    return saved !== null;
  }

  async #load(): Promise<void> {
    const list = await this.during((signal) => call<Page<Year>>("", "/api/calendar", { signal }), "list");
    this.years = list?.items ?? this.years;
  }
}

customElements.define("zt-calendar", CalendarPage);
