import { html, type TemplateResult } from "lit";
import type { Turn } from "./conversation";
import type { Words } from "./words";

/** Copy, print and share one answer. A shared link names the answer, and never the question. */
export function toolsView(turn: Turn, base: string, words: Words): TemplateResult {
  return html`<p class="row small tools">
    <button type="button" class="link" @click=${(event: Event) => void copied(event, plainText(turn, base), words.copied)}>${words.copy}</button>
    <button type="button" class="link" @click=${() => printed(turn, base, words)}>${words.print}</button>
    ${turn.id ? html`<button type="button" class="link" @click=${(event: Event) => void copied(event, shareLink(turn.id!, base), words.shared)}>${words.share}</button>` : ""}
  </p>`;
}

const absolute = (path: string, base: string): string => new URL(path, base === "" ? location.href : base).href;

const shareLink = (id: string, base: string): string => absolute(`/answers/${id}`, base);

/** The answer with its sources, as a letter would have it. */
function plainText(turn: Turn, base: string): string {
  const sources = turn.citations.map((one) => `[${one.marker}] 《${one.title}》${one.documentNumber ?? ""} ${one.clause ?? ""} ${absolute(one.url, base)}`);
  const said =
    turn.sentences.length > 0
      ? turn.sentences.map(({ text, markers }) => text + markers.map((marker) => `[${marker}]`).join("")).join("")
      : [turn.text, ...turn.citations.map((one) => `[${one.marker}] ${one.quote}`)].join("\n");
  const label = turn.mode === "generated" ? "（本内容由人工智能生成，已逐句核对引文）\n" : "";
  return `${label}${said}\n\n${sources.join("\n")}\n`;
}

async function copied(event: Event, text: string, said: string): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = said;
  } catch {
    // Refused by the browser or the page: shown, to be copied by hand.
    prompt("", text);
  }
}

/** On a page of its own, so that the embedding page is not printed. */
function printed(turn: Turn, base: string, words: Words): void {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  document.body.append(frame);
  const page = frame.contentDocument!;
  page.title = words.heading;
  const body = page.body;
  const add = (tag: string, text: string): void => {
    const element = page.createElement(tag);
    element.textContent = text;
    element.style.whiteSpace = "pre-wrap";
    body.append(element);
  };
  add("h1", turn.question);
  add("p", plainText(turn, base));
  frame.contentWindow!.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow!.print();
}
