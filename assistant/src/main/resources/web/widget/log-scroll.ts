/** Keeps the newest question at the top of the log, so that its answer is read from its beginning; ends when the reader scrolls. */
export class LogScroll {
  #follow = false;

  constructor(readonly log: () => HTMLElement | null) {}

  /** A question was asked. */
  begin(): void {
    this.#follow = true;
  }

  /** By wheel, finger or key: from now on the reader decides. */
  readonly byReader = (): void => {
    this.#follow = false;
  };

  /** After something was added. */
  settle(): void {
    const log = this.log();
    const question = log?.querySelectorAll<HTMLElement>(".question");
    const last = question?.[question.length - 1];
    if (this.#follow && log && last) {
      log.scrollTop += last.getBoundingClientRect().top - log.getBoundingClientRect().top - 8;
    }
  }
}
