import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface Shortcut {
  key: string;
  about: string;
  run: () => unknown;
}

const KEY = "zhitong-shortcuts";
const TYPING = "input, select, textarea, [contenteditable], dialog[open]";

/** Single keys that act while nobody types; they can be turned off (WCAG 2.1.4). */
export class Shortcuts implements ReactiveController {
  on = true;

  constructor(
    readonly host: ReactiveControllerHost,
    readonly list: Shortcut[],
  ) {
    host.addController(this);
    try {
      this.on = localStorage.getItem(KEY) !== "off";
    } catch {
      // Storage may be forbidden; the keys then start on.
    }
  }

  hostConnected(): void {
    addEventListener("keydown", this.#pressed);
  }

  hostDisconnected(): void {
    removeEventListener("keydown", this.#pressed);
  }

  toggle(): void {
    this.on = !this.on;
    this.host.requestUpdate();
    try {
      localStorage.setItem(KEY, this.on ? "on" : "off");
    } catch {
      // Kept for this page only.
    }
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const typing = event.composedPath().some((one) => one instanceof Element && one.matches(TYPING));
    if (!this.on || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const found = this.list.find((one) => one.key === event.key);
    if (found) {
      event.preventDefault();
      void found.run();
    }
  };
}
