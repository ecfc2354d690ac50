import { html, nothing, type TemplateResult } from "lit";
import { act, can, titleOf, type StaffCase } from "./desk-types";
import { PageElement } from "./page";
import { call } from "./shared/api";
import { percent, type Likeness } from "./shared/types";

interface Twin extends Likeness {
  number: string;
  title: string;
  state: string;
  stateLabel: string;
}

/** A case that has ended takes no other in. */
const ENDED = new Set(["closed", "merged", "rejected", "withdrawn"]);

/** More than these nobody reads. */
const SHOWN = 5;

/** Letters of the last 90 days that are this one again, to be merged, and those about the same matter. */
class CaseTwins extends PageElement {
  static properties = {
    ...PageElement.properties,
    file: { attribute: false },
    busy: { type: Boolean },
    duplicates: { state: true },
    related: { state: true },
  };
  declare file: StaffCase;
  declare busy: boolean;
  declare duplicates: Twin[];
  declare related: Twin[];
  #seen = "";

  constructor() {
    super();
    this.busy = false;
    this.duplicates = [];
    this.related = [];
  }

  willUpdate(): void {
    // A suggestion that was hidden brings its likenesses when it is shown.
    const now = `${this.file.caseId} ${this.file.suggestion !== null}`;
    if (this.#seen !== now) {
      this.#seen = now;
      this.duplicates = [];
      this.related = [];
      void this.#load();
    }
  }

  render(): TemplateResult {
    return html`${this.failureNotice()}
      ${this.#list("疑似重复来件", "是同一来件再次提交，可以并单一并答复。", this.duplicates, true)}
      ${this.#list("同类来件", "说的是同一类事情，可以参考其分办和答复。", this.related, false)}`;
  }

  #list(title: string, about: string, twins: Twin[], merging: boolean): TemplateResult | typeof nothing {
    if (twins.length === 0) {
      return nothing;
    }
    return html`<h3>${title}</h3>
      <p class="dim">${about}</p>
      <ul>
        ${twins.map(
          (twin) => html`<li>
            <a href=${`/desk?case=${twin.caseId}`}>${twin.title}</a>
            <span class="tag">${twin.stateLabel}</span> <span class="dim">${twin.number} · 相似 ${percent(twin.similarity)}</span>
            ${merging && can(this.file, "merge") && !ENDED.has(twin.state)
              ? html`<button class="link" ?disabled=${this.busy} aria-label=${`并入 ${twin.number}`} @click=${() => this.#merge(twin)}>并入这一件</button>`
              : nothing}
          </li>`,
        )}
      </ul>`;
  }

  #merge(twin: Twin): void {
    this.dispatchEvent(act({ type: "merge", into: twin.caseId }, `已并入 ${twin.number}。`));
  }

  async #load(): Promise<void> {
    const suggestion = this.file.suggestion;
    const found = await this.during((signal) =>
      Promise.all([suggestion?.duplicates ?? [], suggestion?.related ?? []].map((list) => this.#twins(list, signal))),
    );
    if (found) {
      [this.duplicates, this.related] = found;
    }
  }

  #twins(list: Likeness[], signal: AbortSignal): Promise<Twin[]> {
    return Promise.all(
      list.slice(0, SHOWN).map((one) =>
        call<StaffCase>("", `/api/cases/${one.caseId}`, { signal }).then((other) => ({
          ...one,
          number: other.number,
          title: titleOf(other),
          state: other.state,
          stateLabel: other.stateLabel,
        })),
      ),
    );
  }
}

customElements.define("zt-case-twins", CaseTwins);
