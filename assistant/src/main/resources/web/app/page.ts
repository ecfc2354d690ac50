import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { ApiProblem } from "./shared/api";
import { controls, tokens } from "./shared/styles";

export const pageStyles: CSSResultGroup = [tokens, controls];

/** What every page has: a failure to show, with a way on for those who are not logged in. */
export abstract class PageElement extends LitElement {
  static styles: CSSResultGroup = pageStyles;
  static properties: Record<string, object> = { failure: { state: true }, loading: { state: true } };
  declare failure: Error | null;
  declare loading: boolean;

  constructor() {
    super();
    this.failure = null;
    this.loading = false;
  }

  /** Runs work with the loading mark on; a fault becomes the page's failure. */
  protected async during<T>(work: () => Promise<T>): Promise<T | null> {
    this.loading = true;
    this.failure = null;
    try {
      return await work();
    } catch (error) {
      this.failure = error as Error;
      return null;
    } finally {
      this.loading = false;
    }
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
