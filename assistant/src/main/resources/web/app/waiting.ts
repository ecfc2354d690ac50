import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { controls, tokens } from "./shared/styles";

const EVERY_MILLIS = 60_000;

interface Waits {
  label: string;
  pressing: boolean;
  filter: Record<string, string>;
  count: number;
}

/** As the queue's own address has a list: marks are one field there. */
export function addressOf(filter: Record<string, string>): string {
  const { review, mine, takenOn, ...others } = filter;
  const mark = review ? "review" : mine ? "mine" : takenOn ? "takenOn" : "";
  return String(new URLSearchParams(mark ? { ...others, mark } : others));
}

/** What waits for the reader, at the head of the first page; each opens its list. */
class Waiting extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.9rem;
        margin: 0.3rem 0 0.6rem;
      }
      b {
        font-size: 1.1em;
      }
    `,
  ];
  static properties = { page: {}, list: { state: true } };
  declare page: string;
  declare list: Waits[];
  #timer = 0;

  constructor() {
    super();
    this.page = "/desk";
    this.list = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    this.#timer = window.setInterval(() => void (document.hidden || this.load()), EVERY_MILLIS);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  render(): TemplateResult | typeof nothing {
    const waiting = this.list.filter((one) => one.count > 0);
    return waiting.length === 0
      ? nothing
      : html`<nav aria-label="待办">
          ${waiting.map((one) => html`<a href=${`${this.page}?${addressOf(one.filter)}`}>${one.label} <b class=${one.pressing ? "warn" : ""}>${one.count}</b></a>`)}
        </nav>`;
  }

  async load(): Promise<void> {
    const found = await call<{ items: Waits[] }>("", "/api/cases/waiting").catch(() => null);
    this.list = found?.items ?? this.list;
  }
}

customElements.define("zt-waiting", Waiting);
