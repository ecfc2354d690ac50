import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { afterRating, scoreFields, scoreLabel, scoreStyles } from "./scores";
import { call } from "./shared/api";
import { discard } from "./shared/autosave";
import { autosave } from "./shared/autosave-element";

interface Rated {
  number: string;
  title: string;
  department: string | null;
  reply: string;
  score: number | null;
  open: boolean;
}

/** A rating by the signed link that came with the answer: no number, no code, no login. */
class RateLink extends PageElement {
  static styles = [
    pageStyles,
    scoreStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        max-width: 40rem;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, token: { attribute: false }, rated: { state: true }, done: { state: true } };
  declare token: string;
  declare rated: Rated | null;
  declare done: string;

  constructor() {
    super();
    this.token = "";
    this.rated = null;
    this.done = "";
  }

  firstUpdated(): void {
    void this.#load();
  }

  render(): TemplateResult {
    const rated = this.rated;
    return html`<section class="card" aria-live="polite">
      <h2>评价答复</h2>
      ${this.failureNotice()} ${rated ? nothing : this.loadingNotice()}
      ${rated
        ? html`<h3>${rated.title}</h3>
            <p class="dim">编号 ${rated.number}${rated.department ? ` · ${rated.department}` : ""}</p>
            <p class="text notice">${rated.reply}</p>
            ${rated.score ? html`<p>您的评价：${scoreLabel(rated.score)}</p>` : nothing}
            ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
            ${rated.open && !this.done
              ? html`<form @submit=${this.#submit}>
                  ${autosave(rated.number, "rate")} ${scoreFields()}
                  <div><button class="primary" ?disabled=${this.loading}>提交评价</button></div>
                </form>`
              : nothing}`
        : nothing}
    </section>`;
  }

  #path(): string {
    return `/api/ratings/${encodeURIComponent(this.token)}`;
  }

  async #load(): Promise<void> {
    this.rated = await this.during((signal) => call<Rated>("", this.#path(), { signal }));
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body = { score: Number(form.get("score")), comment: String(form.get("comment") ?? "").trim() || null };
    const rated = await this.during((signal) => call<Rated>("", this.#path(), { body, signal }));
    if (rated) {
      discard(rated.number, "rate");
      this.rated = rated;
      this.done = afterRating(body.score);
    }
  }
}

customElements.define("zt-rate-link", RateLink);
