import { html, type TemplateResult } from "lit";
import { saveFile } from "./shared/save-file";

/** What can be done with a text: copied, kept as a file, printed, asked about. */
export function policyTools(title: string, text: string): TemplateResult {
  return html`<p class="row noprint" role="group" aria-label="这份文件">
    <button @click=${(event: Event) => void copy(event, text, "已复制全文")}>复制全文</button>
    <button @click=${() => download(title, text)}>下载文本</button>
    <button @click=${() => print()}>打印</button>
    <a class="button" href=${`/?ask=${encodeURIComponent(`《${title}》`)}`}>就这份文件提问</a>
  </p>`;
}

/** Copies the address of a clause, at the clause. */
export function clauseLink(path: string): TemplateResult {
  const address = (): string => {
    const url = new URL(location.pathname, location.href);
    url.searchParams.set("clause", path);
    return url.href;
  };
  return html`<button class="link noprint clause-link" aria-label=${`复制${path}的链接`} title="复制本条链接" @click=${(event: Event) => void copy(event, address(), "✓")}>#</button>`;
}

async function copy(event: Event, text: string, said: string): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement;
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = said;
  } catch {
    button.textContent = "浏览器不允许复制";
  }
  setTimeout(() => (button.textContent = before), 2_000);
}

function download(title: string, text: string): void {
  const name = `${title.replace(/[\\/:*?"<>|\s]+/g, " ").slice(0, 80)}.txt`;
  saveFile(new Blob([text], { type: "text/plain;charset=utf-8" }), name);
}
