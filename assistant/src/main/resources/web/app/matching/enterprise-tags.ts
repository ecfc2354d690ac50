import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { leafResult } from "./leaf-result";
import { treeStyles, treeView } from "./tree-view";
import { OUTCOMES, type Field, type Node, type Outcome } from "./types";

interface TagMatch {
  tagId: string;
  name: string;
  outcome: Outcome;
  conditions: Node;
}

/** Which tags an enterprise bears by its file, each with why. */
class EnterpriseTagsView extends PageElement {
  static styles = [
    pageStyles,
    treeStyles,
    css`
      details.one {
        border-bottom: 1px solid var(--zt-line);
        padding: 0.3rem 0;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    code: { attribute: false },
    reason: { attribute: false },
    changes: { attribute: false },
    found: { state: true },
    fields: { state: true },
  };
  declare code: string;
  declare reason: string;
  declare changes: number;
  declare found: TagMatch[] | null;
  declare fields: Field[];

  constructor() {
    super();
    this.code = "";
    this.reason = "";
    this.changes = 0;
    this.found = null;
    this.fields = [];
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (this.code !== "" && (changed.has("code") || changed.has("changes"))) {
      void this.#load();
    }
  }

  render(): TemplateResult | typeof nothing {
    if (!this.found) {
      return html`${this.failureNotice()} ${this.loadingNotice()}`;
    }
    const of = (outcome: Outcome) => this.found!.filter((one) => one.outcome === outcome);
    const lacking = of("not_met");
    return this.found.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="tags">
          <h2 id="tags">企业标签</h2>
          <p class="dim">按档案逐条判断，点开看依据；档案有变，标签随之改变。</p>
          ${this.failureNotice()}
          ${[...of("met"), ...of("unknown")].map((one) => this.#tag(one))}
          ${lacking.length > 0 ? html`<details><summary>不具有的 ${lacking.length} 个</summary>${lacking.map((one) => this.#tag(one))}</details>` : nothing}
        </section>`;
  }

  #tag(tag: TagMatch): TemplateResult {
    const [mark, label, tone] = OUTCOMES[tag.outcome];
    return html`<details class="one">
      <summary><span class="mark ${tone}" aria-hidden="true">${mark}</span>${tag.name} <span class="dim">${label}</span></summary>
      ${treeView(tag.conditions, (leaf) => leafResult(leaf, this.fields, nothing))}
    </details>`;
  }

  async #load(): Promise<void> {
    const why = this.reason ? `?reason=${encodeURIComponent(this.reason)}` : "";
    const loaded = await this.during((signal) =>
      Promise.all([
        call<{ items: TagMatch[] }>("", `/api/enterprises/${this.code}/tags${why}`, { signal }),
        call<Field[]>("", "/api/enterprises/fields", { signal }),
      ]),
    );
    if (loaded) {
      [{ items: this.found }, this.fields] = loaded;
    }
  }
}

customElements.define("zt-enterprise-tags", EnterpriseTagsView);
