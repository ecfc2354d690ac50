import type { ReactiveController, ReactiveControllerHost } from "lit";
import { call } from "../app/shared/api";
import type { Place } from "../app/shared/places";
import { postForEvents, type ServerEvent } from "../app/shared/sse";
import type { Answer, Citation, Sentence } from "../app/shared/types";
import { ConversationStore, answered, emptyConversation, failed, newTurn, type Conversation, type Receipt, type Turn } from "./conversation";
import { explain } from "./service-failure";
import { wordsFor, type Words } from "./words";

/** The conversation of one widget with the service: asks, takes events as they come, keeps what was said. */
export class Dialogue implements ReactiveController {
  conversation: Conversation = emptyConversation();
  busy = false;
  stage = "";
  words: Words = wordsFor("zh");
  #base = "";
  #region = "";
  #store: ConversationStore | null = null;
  #running: AbortController | null = null;

  constructor(
    readonly host: ReactiveControllerHost,
    /** After each change. */
    readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get key(): string {
    return this.#store?.key ?? "";
  }

  /** The site's, else what the asker chose; null for any. */
  get region(): string | null {
    return this.#region || (this.conversation.place?.code ?? null);
  }

  get turns(): Turn[] {
    return this.conversation.turns;
  }

  open(base: string, region: string, id: string, publicTerminal: boolean): void {
    this.close();
    this.#base = base;
    this.#region = region;
    this.#store = new ConversationStore(base, region, id, () => (publicTerminal ? sessionStorage : localStorage));
    this.conversation = this.#store.load();
    this.host.requestUpdate();
  }

  close(): void {
    this.stop();
    this.#store?.close();
    this.#store = null;
  }

  stop(): void {
    this.#running?.abort();
  }

  /** Receipts outlast what was said: they are the only way back to a case. */
  renew(): void {
    this.stop();
    this.conversation = emptyConversation(this.conversation);
    this.#keep();
  }

  /** Goes on with an earlier conversation; this one becomes the newest of them. */
  reopen(index: number): void {
    const talk = this.conversation.earlier[index];
    const rest = { ...this.conversation, earlier: this.conversation.earlier.filter((_, i) => i !== index) };
    this.conversation = { ...emptyConversation(rest), conversationId: talk.conversationId, turns: talk.turns };
    this.#keep();
  }

  /** Here and, where the service holds it, there. */
  drop(index: number): void {
    const { conversationId } = this.conversation.earlier[index];
    this.conversation.earlier = this.conversation.earlier.filter((_, i) => i !== index);
    if (conversationId) {
      void call(this.#base, `/api/questions/conversations/${conversationId}`, { method: "DELETE" }).catch(() => undefined);
    }
    this.#keep();
  }

  settle(place: Place | null): void {
    this.conversation.place = place;
    this.#keep();
  }

  judged(turn: Turn, useful: boolean): void {
    turn.useful = useful;
    this.#keep();
  }

  /** `anew`: without what was said before. */
  async ask(question: string, anew = false): Promise<void> {
    const turn = newTurn(question);
    this.turns.push(turn);
    await this.#run(turn, anew ? null : this.conversation.conversationId);
  }

  async retry(turn: Turn): Promise<void> {
    Object.assign(turn, newTurn(turn.question));
    await this.#run(turn, this.conversation.conversationId);
  }

  /** An appeal was filed from a turn, or from no turn at all. */
  filed(turn: Turn | undefined, receipt: Receipt): void {
    if (turn) {
      turn.filed = receipt;
    } else {
      this.turns.push({ ...newTurn(receipt.title), outcome: "refused", filed: receipt });
    }
    this.received(receipt);
  }

  /** A receipt to keep, of whatever was filed. */
  received(receipt: Receipt): void {
    this.conversation.receipts = [receipt, ...this.conversation.receipts];
    this.#keep();
  }

  forget(receipt: Receipt): void {
    this.conversation.receipts = this.conversation.receipts.filter((one) => one.number !== receipt.number);
    this.#keep();
  }

  async #run(turn: Turn, conversationId: string | null): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    this.busy = true;
    this.stage = "正在连接…";
    this.#keep();
    const body = { question: turn.question, conversationId, region: this.region };
    try {
      await postForEvents(`${this.#base}/api/questions`, body, (event) => this.#received(turn, event), running.signal);
      if (turn.outcome === null) {
        failed(turn, "连接中断，回答没有完成，请重试。");
      }
    } catch (error) {
      const { message, appealable } = await explain(error, this.#base);
      failed(turn, message, appealable);
    } finally {
      if (this.#running === running) {
        this.busy = false;
        this.#running = null;
      }
      this.#keep();
    }
  }

  #received(turn: Turn, event: ServerEvent): void {
    const data = JSON.parse(event.data);
    if (event.name === "stage") {
      this.stage = this.words.stages[data.name as string] ?? "正在处理…";
      this.host.requestUpdate();
      return;
    }
    if (event.name === "sentence") {
      const sentence = data as Sentence & { citations: Citation[] };
      // Clauses that were shown as related while the answer was made give way to it.
      turn.citations = turn.sentences.length === 0 ? sentence.citations : [...turn.citations, ...sentence.citations];
      turn.sentences.push({ text: sentence.text, markers: sentence.markers });
    } else if (event.name === "related") {
      turn.citations = (data as { citations: Citation[] }).citations;
    } else if (event.name === "answer" && turn.outcome !== "failed") {
      this.conversation.conversationId = (data as Answer).conversationId;
      answered(turn, data as Answer);
      void this.#more(turn);
    } else if (event.name === "problem") {
      failed(turn, String(data.detail ?? "回答失败，请稍后重试。"));
    }
    this.#keep();
  }

  /** What else the text cited answers; an answer is good without it. */
  async #more(turn: Turn): Promise<void> {
    if (turn.citations.length === 0) {
      return;
    }
    const found = await call<{ items: string[] }>(this.#base, `/api/suggestions?policy=${turn.citations[0].policyId}`).catch(() => null);
    turn.more = (found?.items ?? []).filter((one) => one !== turn.question).slice(0, 3);
    this.#keep();
  }

  #keep(): void {
    this.#store?.save(this.conversation);
    this.host.requestUpdate();
    this.changed();
  }
}
