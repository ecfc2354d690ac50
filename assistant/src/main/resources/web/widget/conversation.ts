import type { Place } from "../app/shared/places";
import type { Answer, Citation, Note, Sentence } from "../app/shared/types";

/** What stands in the window, kept in the browser so that a reload or a next page goes on. */
export interface Turn {
  /** The answer's id; null while it is coming, and where there is none. */
  id: string | null;
  /** What the reader said of it. */
  useful: boolean | null;
  /** Other questions that the text cited answers. */
  more: string[];
  question: string;
  sentences: Sentence[];
  citations: Citation[];
  /** Null while the answer is coming. */
  outcome: Answer["outcome"] | "failed" | null;
  mode: Answer["mode"];
  text: string;
  options: string[];
  reason: string | null;
  notes: Note[];
  understoodAs: string | null;
  /** Whether filing an appeal can help; not where the service itself cannot be reached. */
  appealable: boolean;
  filed?: Receipt;
}

/** What an appeal is found again with. */
export interface Receipt {
  number: string;
  trackingCode: string;
  title: string;
}

export interface Conversation {
  conversationId: string | null;
  turns: Turn[];
  /** Of all appeals filed here; a new conversation keeps them. */
  receipts: Receipt[];
  /** The place it is about, where the site does not say. */
  place: Place | null;
  /** What was talked about before, the newest first. */
  earlier: Talk[];
}

/** An ended conversation. */
export interface Talk {
  conversationId: string | null;
  turns: Turn[];
}

/** Old turns are dropped from the browser, never from the server's record. */
const KEPT_TURNS = 30;
const KEPT_RECEIPTS = 20;
const KEPT_TALKS = 10;
const PREFIX = "zhitong-conversation";

export const emptyConversation = (before?: Conversation): Conversation => ({
  conversationId: null,
  turns: [],
  receipts: before?.receipts ?? [],
  place: before?.place ?? null,
  earlier: before ? talks(before) : [],
});

const talks = ({ conversationId, turns, earlier }: Conversation): Talk[] => (turns.length === 0 ? earlier : [{ conversationId, turns }, ...earlier].slice(0, KEPT_TALKS));

export const newTurn = (question: string): Turn => ({
  id: null,
  useful: null,
  more: [],
  question,
  sentences: [],
  citations: [],
  outcome: null,
  mode: null,
  text: "",
  options: [],
  reason: null,
  notes: [],
  understoodAs: null,
  appealable: true,
});

/** Takes what the service answered into the turn. */
export function answered(turn: Turn, answer: Answer): void {
  Object.assign(turn, {
    id: answer.id,
    sentences: answer.sentences,
    citations: answer.citations,
    outcome: answer.outcome,
    mode: answer.mode,
    text: answer.text,
    options: answer.options ?? [],
    reason: answer.reason,
    notes: answer.notes ?? [],
    understoodAs: answer.understoodAs ?? null,
  });
}

export function failed(turn: Turn, message: string, appealable = true): void {
  Object.assign(turn, newTurn(turn.question), { outcome: "failed", text: message, appealable });
}

const open = new Map<string, Set<number>>();

/**
 * One conversation of one widget. Widgets of different services, regions or ids do not share theirs;
 * of several that are alike on one page, each has its own.
 */
export class ConversationStore {
  readonly key: string;
  readonly #name: string;
  readonly #place: number;

  constructor(
    base: string,
    region: string,
    id: string,
    readonly storage: () => Storage = () => localStorage,
  ) {
    this.#name = [PREFIX, base, region, id].map(encodeURIComponent).join(":");
    const taken = open.get(this.#name) ?? new Set();
    open.set(this.#name, taken);
    let place = 0;
    while (taken.has(place)) {
      place++;
    }
    taken.add(place);
    this.#place = place;
    this.key = place === 0 ? this.#name : `${this.#name}:${place}`;
  }

  /** Its place is free for the next widget. */
  close(): void {
    open.get(this.#name)?.delete(this.#place);
  }

  load(): Conversation {
    try {
      const stored = JSON.parse(this.storage().getItem(this.key) ?? "null") as Conversation | null;
      if (stored && Array.isArray(stored.turns)) {
        const turns = stored.turns.filter((turn) => typeof turn?.question === "string").map((turn) => ({ ...newTurn(turn.question), ...turn }));
        turns.filter((turn) => turn.outcome === null).forEach((turn) => failed(turn, "上次回答未完成，请重试。"));
        return {
          conversationId: stored.conversationId ?? null,
          turns,
          receipts: Array.isArray(stored.receipts) ? stored.receipts : [],
          place: stored.place ?? null,
          earlier: Array.isArray(stored.earlier) ? stored.earlier : [],
        };
      }
    } catch {
      // Storage may be forbidden, or hold something else: begin anew.
    }
    return emptyConversation();
  }

  save(conversation: Conversation): void {
    try {
      const kept = { ...conversation, turns: conversation.turns.slice(-KEPT_TURNS), receipts: conversation.receipts.slice(0, KEPT_RECEIPTS) };
      this.storage().setItem(this.key, JSON.stringify(kept));
    } catch {
      // Without storage the conversation lasts as long as the page.
    }
  }
}
