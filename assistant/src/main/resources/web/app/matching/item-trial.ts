import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { samples } from "./samples";
import { OUTCOMES, leavesOf, type Example, type Node, type Outcome } from "./types";

interface Evaluated {
  outcome: Outcome;
  unknownKind: string | null;
  leaves: { index: number; outcome: Outcome; reason: string }[];
}

interface Reached {
  met: number;
  unknown: number;
  not_met: number;
  missing: { field: string; name: string; count: number }[];
}

const PAUSE = 400;

/** Tries the conditions, as they stand, on three files, and counts whom they reach. */
class ItemTrial extends PageElement {
  static styles = [
    pageStyles,
    css`
      .files {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
        gap: 1rem;
      }
      textarea {
        font-family: monospace;
        font-size: 0.85em;
        min-height: 9em;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    tree: { attribute: false },
    examples: { attribute: false },
    results: { state: true },
    reach: { state: true },
    broken: { state: true },
  };
  declare tree: Node;
  declare examples: Example[];
  declare results: (Evaluated | null)[];
  declare reach: Reached | null;
  declare broken: number;
  #timer = 0;

  constructor() {
    super();
    this.tree = { type: "all", children: [] };
    this.examples = [];
    this.results = [];
    this.reach = null;
    this.broken = -1;
  }

  updated(changed: Map<string, unknown>): void {
    if (changed.has("tree") || changed.has("examples")) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#try(), PAUSE);
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="trial">
        <h2 id="trial">用三个样例试一试</h2>
        <p class="dim">每次修改都重新判断；发布时三个样例都要判断正确。</p>
        ${this.failureNotice()}
        <button @click=${() => this.#tell(samples(this.tree))}>按当前条件生成样例</button>
        <div class="files">${this.examples.map((example, i) => this.#file(example, i))}</div>
      </section>
      <section class="card" aria-labelledby="reach">
        <h2 id="reach">惠及面</h2>
        ${this.reach
          ? html`<p aria-live="polite">符合 <strong class="good">${this.reach.met}</strong> 家，待核实 <strong class="warn">${this.reach.unknown}</strong> 家，不符合 ${this.reach.not_met} 家。</p>
              ${this.reach.missing.length > 0 ? html`<p class="dim">待核实的企业缺：${this.reach.missing.slice(0, 5).map((one) => `${one.name}（${one.count} 家）`).join("、")}</p>` : nothing}`
          : this.loadingNotice("正在统计…")}
      </section>
    `;
  }

  #file(example: Example, index: number): TemplateResult {
    const result = this.results[index];
    const right = result && (result.outcome === example.expected || (example.expected === "met" && result.unknownKind === "evidence"));
    const leaves = leavesOf(this.tree);
    return html`<div>
      <h3>${example.name}</h3>
      <p>应为 ${OUTCOMES[example.expected][1]}，${result ? html`判断为 <strong class=${right ? "good" : "bad"}>${OUTCOMES[result.outcome][1]}${result.unknownKind === "evidence" ? "（只差材料核验）" : ""}</strong>` : "…"}</p>
      ${result
        ? html`<ol>${result.leaves.map((leaf) => html`<li><span class=${OUTCOMES[leaf.outcome][2]}>${OUTCOMES[leaf.outcome][0]}</span> ${leaves[leaf.index]?.quote || "（地点）"}</li>`)}</ol>`
        : nothing}
      <details>
        <summary>样例的数据</summary>
        <textarea aria-label=${`${example.name}的数据`} .value=${example.facts.map((fact) => JSON.stringify(fact)).join("\n")} @change=${(event: Event) => this.#facts(index, (event.target as HTMLTextAreaElement).value)}></textarea>
        ${this.broken === index ? html`<p class="bad" role="alert">有一行不是正确的 JSON，没有采用。</p>` : nothing}
      </details>
    </div>`;
  }

  #facts(index: number, text: string): void {
    try {
      const facts = text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
      this.broken = -1;
      this.#tell(this.examples.map((one, i) => (i === index ? { ...one, facts } : one)));
    } catch {
      this.broken = index;
    }
  }

  #tell(examples: Example[]): void {
    this.dispatchEvent(new CustomEvent("examples", { detail: examples }));
  }

  async #try(): Promise<void> {
    const tried = await this.during(
      (signal) =>
        Promise.all(
          this.examples.map((example) =>
            call<Evaluated>("", "/api/matching/evaluation", {
              body: {
                conditions: this.tree,
                facts: example.facts,
                closedFields: example.closedFields ?? [],
                closedRegisters: example.closedRegisters ?? [],
                asOf: example.asOf,
              },
              signal,
            }),
          ),
        ),
      "trial",
    );
    this.results = tried ?? this.results;
    this.reach =
      (await this.during((signal) => call<Reached>("", "/api/matching/reach", { body: { conditions: this.tree }, signal, timeoutMillis: 120_000 }), "reach")) ?? this.reach;
  }
}

customElements.define("zt-item-trial", ItemTrial);
