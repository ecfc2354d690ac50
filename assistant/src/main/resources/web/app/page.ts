import { css, LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { ApiProblem, isAbort } from "./shared/api";
import { controls, tokens } from "./shared/styles";

/** On paper: what was written, not what can be pressed, and nothing cut off by a scroll bar, whatever a page's own style says of its height. */
const paper = css`
  @media print {
    button,
    form,
    details:not([open]),
    .noprint {
      display: none !important;
    }
    .scroll,
    .tall,
    .text {
      max-height: none !important;
      overflow: visible !important;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    tr,
    li {
      break-inside: avoid;
    }
  }
`;

export const pageStyles: CSSResultGroup = [tokens, controls, paper];

/** A row of fields that narrow the list below it. */
export const filterStyles = css`
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.7rem;
    align-items: end;
    margin-bottom: 0.6rem;
  }
`;

/** Parts of one page, each with an address of its own. */
export const tabStyles = css`
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin-bottom: 1rem;
    border-bottom: 1px solid var(--zt-line);
  }
  nav a {
    text-decoration: none;
    color: var(--zt-text);
    padding: 0.4rem 0.9rem;
    border-radius: 8px 8px 0 0;
  }
  nav a[aria-current] {
    background: var(--zt-accent);
    color: var(--zt-accent-text);
    font-weight: 600;
  }
`;

/** What every page has: its calls end with it, and a failure is shown with a way on. */
export abstract class PageElement extends LitElement {
  static styles: CSSResultGroup = pageStyles;
  static properties: Record<string, object> = { failure: { state: true }, loading: { state: true } };
  declare failure: Error | null;
  declare loading: boolean;
  readonly #running = new Map<string, AbortController>();

  constructor() {
    super();
    this.failure = null;
    this.loading = false;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running.forEach((controller) => controller.abort());
  }

  /**
   * Runs work with the loading mark on; a fault becomes the page's failure. Work of the same name
   * that still runs is aborted: an older answer must not overwrite a newer one. Null after either.
   */
  protected async during<T>(work: (signal: AbortSignal) => Promise<T>, name = "page"): Promise<T | null> {
    this.#running.get(name)?.abort();
    const controller = new AbortController();
    this.#running.set(name, controller);
    this.loading = true;
    this.failure = null;
    try {
      return await work(controller.signal);
    } catch (error) {
      if (!isAbort(error)) {
        this.failure = error as Error;
      }
      return null;
    } finally {
      if (this.#running.get(name) === controller) {
        this.#running.delete(name);
      }
      this.loading = this.#running.size > 0;
    }
  }

  /** To a field that has just come. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected loadingNotice(text = "正在载入…"): TemplateResult | typeof nothing {
    return this.loading ? html`<p class="dim" role="status">${text}</p>` : nothing;
  }

  protected failureNotice(): TemplateResult | typeof nothing {
    if (!this.failure) {
      return nothing;
    }
    const status = this.failure instanceof ApiProblem ? this.failure.status : 0;
    return html`<p class="notice error" role="alert">
      ${this.failure.message}
      ${status === 401 || status === 403
        ? html`<a href=${`/login?next=${encodeURIComponent(location.pathname + location.search)}`}>前往登录</a>`
        : nothing}
    </p>`;
  }
}
