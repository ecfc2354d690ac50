import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { ApiProblem, call } from "./shared/api";
import { keepTable } from "./shared/keep-table";
import { plainWords } from "./shared/wording";

interface RowError {
  row: number;
  field: string | null;
  problem: string;
}

const TYPES: Record<string, string> = {
  yaml: "application/yaml",
  yml: "application/yaml",
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A catalogue of thousands is checked and stored in one piece. */
const LOAD_MILLIS = 120_000;

/** A file with departments, loaded whole or not at all, with everything that is wrong in it; fires `loaded`. */
class DepartmentsLoad extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        max-width: 46rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, done: { state: true } };
  declare done: string;

  constructor() {
    super();
    this.done = "";
  }

  render(): TemplateResult {
    return html`<details class="card">
      <summary>导入部门目录（YAML、CSV 或 XLSX）</summary>
      <form @submit=${this.#submit}>
        <p class="dim">
          按编号新增或替换，没有写到的部门不变；文件中有一处错误就都不导入。表格第一行是列名：编号、名称、简称、曾用名、层级、行政区划、上级、电话、并入、职责，多个值用顿号分开。
        </p>
        <label for="file">目录文件</label>
        <input id="file" name="file" type="file" required accept=".yaml,.yml,.json,.csv,.xlsx" />
        <div><button class="primary" ?disabled=${this.loading}>${this.loading ? "正在核对…" : "核对并导入"}</button></div>
      </form>
      ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing} ${this.failureNotice()} ${this.#errors()}
    </details>`;
  }

  #errors(): TemplateResult | typeof nothing {
    const errors = this.failure instanceof ApiProblem ? ((this.failure.body.errors as RowError[] | undefined) ?? []) : [];
    return errors.length === 0
      ? nothing
      : html`<div class="scroll" tabindex="0" role="region" aria-label="有误的行">
            <table>
              <thead><tr><th scope="col">行（条）</th><th scope="col">字段</th><th scope="col">问题</th></tr></thead>
              <tbody>${errors.map((one) => html`<tr><th scope="row">${one.row}</th><td>${plainWords(one.field ?? "")}</td><td>${plainWords(one.problem)}</td></tr>`)}</tbody>
            </table>
          </div>
          ${keepTable("目录中有误的行")}`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.done = "";
    const file = new FormData(event.target as HTMLFormElement).get("file") as File;
    const type = TYPES[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? "application/yaml";
    const loaded = await this.during((signal) =>
      call<{ departments: number }>("", "/api/departments", {
        raw: file,
        method: "POST",
        headers: { "Content-Type": type },
        timeoutMillis: LOAD_MILLIS,
        signal,
      }),
    );
    if (loaded) {
      this.done = `已导入 ${loaded.departments} 个部门。`;
      this.dispatchEvent(new CustomEvent("loaded"));
    }
  }
}

customElements.define("zt-departments-load", DepartmentsLoad);
