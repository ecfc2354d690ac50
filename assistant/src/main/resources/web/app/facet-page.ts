import { css } from "lit";
import { PageElement } from "./page";
import { call } from "./shared/api";
import type { Page } from "./shared/types";

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** Choices at the left, the list at the right; on a narrow screen one above the other. */
export const facetStyles = css`
  .grid {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: 1.2rem;
    align-items: start;
  }
  .list {
    padding: 0;
    margin: 0;
  }
  .list > li {
    list-style: none;
    border-bottom: 1px solid var(--zt-line);
    padding: 0.7rem 0;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0 0 0.8rem;
    min-width: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  .value {
    display: flex;
    width: 100%;
    justify-content: space-between;
    gap: 0.5rem;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--zt-text);
    padding: 0.15rem 0.5rem;
    text-align: left;
  }
  .value:hover {
    background: var(--zt-soft);
  }
  .value[aria-pressed="true"] {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
  }
  .value[aria-pressed="true"] .dim {
    color: inherit;
  }
  @media (max-width: 820px) {
    .grid {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;

/** A list with choices and their counts; they live in the address, so that a list can be sent on. */
export abstract class FacetPage<T> extends PageElement {
  static properties = { ...PageElement.properties, found: { state: true }, facets: { state: true }, narrow: { state: true } };
  declare found: Page<T> | null;
  declare facets: Record<string, FacetValue[]> | null;
  declare narrow: boolean;
  protected query = new URLSearchParams(location.search);
  readonly #screen = matchMedia("(max-width: 820px)");

  constructor(
    readonly path: string,
    readonly api: string,
  ) {
    super();
    this.found = null;
    this.facets = null;
    this.narrow = this.#screen.matches;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.#screen.addEventListener("change", this.#resized);
    addEventListener("popstate", this.#back);
    void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen.removeEventListener("change", this.#resized);
    removeEventListener("popstate", this.#back);
  }

  readonly #resized = (): void => {
    this.narrow = this.#screen.matches;
  };

  readonly #back = (): void => {
    this.query = new URLSearchParams(location.search);
    void this.load();
  };

  /** Empty takes a choice back. */
  protected choose(...choices: [name: string, value: string][]): void {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of choices) {
      value === "" ? query.delete(name) : query.set(name, value);
    }
    query.delete("page");
    this.#go(query);
  }

  protected turn(by: number): void {
    const query = new URLSearchParams(this.query);
    query.set("page", String((this.found?.page ?? 1) + by));
    this.#go(query);
  }

  #go(query: URLSearchParams): void {
    this.query = query;
    history.pushState(null, "", query.size === 0 ? this.path : `${this.path}?${query}`);
    void this.load();
  }

  protected async load(): Promise<void> {
    void this.during((signal) => call<Record<string, FacetValue[]>>("", `${this.api}/facets?${this.query}`, { signal }), "facets").then(
      (facets) => (this.facets = facets ?? this.facets),
    );
    this.found = (await this.during((signal) => call<Page<T>>("", `${this.api}?${this.query}`, { signal }))) ?? this.found;
  }
}
