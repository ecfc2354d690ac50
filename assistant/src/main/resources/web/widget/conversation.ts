import type { Answer, Citation, Sentence } from "../app/shared/types";

/** What stands in the window, kept in the browser so that a reload or a next page goes on. */
export interface Turn {
  question: string;
  sentences: Sentence[];
  citations: Citation[];
  /** Null while the answer is coming. */
  outcome: Answer["outcome"] | "failed" | null;
  mode: Answer["mode"];
  text: string;
  options: string[];
  filed?: { number: string; trackingCode: string };
}

export interface Conversation {
  conversationId: string | null;
  turns: Turn[];
}

const KEY = "zhitong-conversation";
/** Old turns are dropped from the browser, never from the server's record. */
const KEPT_TURNS = 30;

export function load(base: string): Conversation {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY + base) ?? "null") as Conversation | null;
    if (stored && Array.isArray(stored.turns)) {
      stored.turns
        .filter((turn) => turn.outcome === null)
        .forEach((turn) => {
          turn.outcome = "failed";
          turn.text = "上次回答未完成，请重新提问。";
        });
      return stored;
    }
  } catch {
    // Storage may be forbidden, or hold something else: begin anew.
  }
  return { conversationId: null, turns: [] };
}

export function save(base: string, conversation: Conversation): void {
  try {
    localStorage.setItem(
      KEY + base,
      JSON.stringify({ ...conversation, turns: conversation.turns.slice(-KEPT_TURNS) }),
    );
  } catch {
    // Without storage the conversation lasts as long as the page.
  }
}

export function clear(base: string): void {
  try {
    localStorage.removeItem(KEY + base);
  } catch {
    // Nothing was kept.
  }
}

export const newTurn = (question: string): Turn => ({
  question,
  sentences: [],
  citations: [],
  outcome: null,
  mode: null,
  text: "",
  options: [],
});
