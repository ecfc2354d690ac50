import type { ReactiveController, ReactiveControllerHost } from "lit";
import { autosaveReady, discard, save, saved } from "./shared/autosave";
import { holdPage } from "./shared/leave-guard";

const REPLY = "reply";
/** What a new draft took the place of. */
const REPLACED = "reply-replaced";

const textOf = (record: string, form: string): string | null => saved(record, form)?.values.text?.[0] ?? null;

/** The reply to one case as it is being written, kept at every key until it was sent. */
export class ReplyText implements ReactiveController {
  value = "";
  /** Time of a text that was found again; null where none was. */
  restoredFrom: string | null = null;
  /** What the writer had before a new draft came. */
  replaced: string | null = null;
  /** Whether the browser refuses to keep it. */
  fleeting = false;
  #record = "";
  #given = "";

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    holdPage(this, false);
  }

  /** Begins with the text that the case has, or with what was typed for it before. */
  async open(record: string, given: string): Promise<void> {
    this.#record = record;
    this.#given = given;
    this.value = given;
    this.restoredFrom = null;
    this.replaced = null;
    await autosaveReady();
    const kept = textOf(record, REPLY);
    if (record === this.#record && this.value === given) {
      this.replaced = textOf(record, REPLACED);
      if (kept !== null && kept !== given) {
        this.value = kept;
        this.restoredFrom = saved(record, REPLY)!.at;
      }
      this.host.requestUpdate();
    }
  }

  write(text: string): void {
    this.value = text;
    if (text === this.#given) {
      discard(this.#record, REPLY);
      this.fleeting = false;
    } else {
      this.fleeting = !save(this.#record, REPLY, { text: [text] });
    }
    holdPage(this, this.fleeting);
    this.host.requestUpdate();
  }

  /** A new draft; what the writer had can be called back. */
  replace(draft: string, own: string | null): void {
    if (own !== null) {
      save(this.#record, REPLACED, { text: [own] });
      this.replaced = own;
    }
    this.#given = draft;
    this.restoredFrom = null;
    this.write(draft);
  }

  /** Back to the text as it was given. */
  reset(): void {
    this.restoredFrom = null;
    this.write(this.#given);
  }

  callBack(): void {
    const own = this.replaced ?? this.value;
    this.replaced = null;
    discard(this.#record, REPLACED);
    this.write(own);
  }

  /** It is in the log now. */
  sent(): void {
    this.#given = this.value;
    this.restoredFrom = null;
    this.replaced = null;
    discard(this.#record, REPLACED);
    this.write(this.value);
  }
}
