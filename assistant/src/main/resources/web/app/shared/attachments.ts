import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { call, problemOf } from "./api";
import { saveFile } from "./save-file";
import { controls, tokens } from "./styles";
import { joined, reasons, sendEach, stored } from "./uploads";

export interface Attachment {
  attachmentId: string;
  name: string;
  type: string;
  size: number;
  part: string;
  by: string;
  at: string;
}

/** What the service takes, for the browser's own chooser; the service looks at the content. */
export const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.heic,.heif,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.ofd,.txt,.csv";
export const LARGEST = 10 * 1024 * 1024;

/** A file over a telephone's network may take a minute. */
const UPLOAD_MILLIS = 120_000;

const PARTS: Record<string, string> = { appeal: "来件", supplement: "补充", reply: "答复", note: "备注" };

export const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

const headersOf = (code: string): Record<string, string> => (code ? { "X-Tracking-Code": code } : {});

/** Sends one file to a case; for an enterprise without a login, by its tracking code. One that is not worth sending fails at once. */
export async function uploadAttachment(base: string, caseId: string, part: string, file: File, code: string, signal?: AbortSignal): Promise<Attachment> {
  requireSendable(file);
  const body = new FormData();
  body.append("caseId", caseId);
  body.append("part", part);
  body.append("file", file, file.name);
  return call<Attachment>(base, "/api/attachments", { body, headers: headersOf(code), timeoutMillis: UPLOAD_MILLIS, signal });
}

/** Why a file is not worth sending, or an empty text. */
export const refusal = (file: File): string => (file.size > LARGEST ? `“${file.name}”超过 10 MB，请压缩或拆分。` : file.size === 0 ? `“${file.name}”是空的。` : "");

/** Throws why a file is not worth sending. */
export function requireSendable(file: File): void {
  const why = refusal(file);
  if (why) {
    throw new Error(why);
  }
}

/**
 * The files of a case, with a way to add one where the reader may. `parts` are those that are shown;
 * what is added goes with `goesWith`.
 */
class AttachmentsElement extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      ul {
        list-style: none;
        padding: 0;
        margin: 0.3em 0;
      }
      li {
        overflow-wrap: anywhere;
      }
      input[type="file"] {
        width: auto;
        max-width: 100%;
      }
      .dim {
        font-size: 0.9em;
      }
    `,
  ];
  static properties = {
    caseId: { attribute: false },
    parts: { attribute: false },
    goesWith: { attribute: false },
    code: { attribute: false },
    label: {},
    addable: { type: Boolean },
    mine: { attribute: false },
    version: { attribute: false },
    list: { state: true },
    busy: { state: true },
    done: { state: true },
    failures: { state: true },
    unread: { state: true },
  };
  declare caseId: string;
  declare parts: string[];
  declare goesWith: string;
  declare code: string;
  declare label: string;
  declare addable: boolean;
  /** Display name of the reader: own files can be taken out. */
  declare mine: string;
  /** The list is asked for again when the case has changed. */
  declare version: number;
  declare list: Attachment[];
  declare busy: string;
  /** What was stored of the last choice. */
  declare done: string;
  /** Why something failed, a line each. */
  declare failures: string[];
  /** Why the list could not be read; empty when it was. */
  declare unread: string;
  #asked = "";
  /** The case whose files are shown. */
  #shown = "";

  constructor() {
    super();
    this.caseId = "";
    this.parts = ["appeal"];
    this.goesWith = "";
    this.code = "";
    this.label = "附件";
    this.addable = false;
    this.mine = "";
    this.version = 0;
    this.list = [];
    this.busy = "";
    this.done = "";
    this.failures = [];
    this.unread = "";
  }

  willUpdate(): void {
    const wanted = `${this.caseId} ${this.version}`;
    if (this.caseId && this.#asked !== wanted) {
      this.#asked = wanted;
      void this.#load();
    }
  }

  render(): TemplateResult | typeof nothing {
    const shown = this.list.filter((one) => this.parts.includes(one.part));
    if (shown.length === 0 && !this.addable && !this.unread) {
      return nothing;
    }
    return html`<div>
      ${shown.length > 0 ? html`<strong>${this.label}（${shown.length}）</strong><ul>${shown.map((one) => this.#line(one))}</ul>` : nothing}
      ${this.addable
        ? html`<p class="row">
            <label for="file">添加${this.label}</label>
            <input id="file" type="file" multiple accept=${ACCEPTED} ?disabled=${this.busy !== ""} @change=${(event: Event) => void this.#add(event.target as HTMLInputElement)} />
            <span class="dim">图片、PDF、Office 文档，每个 10 MB 以内。</span>
          </p>`
        : nothing}
      ${this.busy ? html`<p role="status" class="dim">${this.busy}</p>` : nothing}
      ${this.done ? html`<p role="status" class="dim">${this.done}</p>` : nothing}
      ${this.failures.length > 0 ? html`<div class="notice error" role="alert">${this.failures.map((line) => html`<div>${line}</div>`)}</div>` : nothing}
      ${this.unread
        ? html`<p class="notice error" role="alert">${this.label}的列表没有读到：${this.unread} <button type="button" class="link" @click=${() => void this.#load()}>重试</button></p>`
        : nothing}
    </div>`;
  }

  #line(one: Attachment): TemplateResult {
    const removable = this.mine !== "" && one.by === this.mine;
    return html`<li>
      <button type="button" class="link" @click=${() => void this.#open(one)}>${one.name}</button>
      <span class="dim">${this.parts.length > 1 ? `${PARTS[one.part] ?? ""} · ` : ""}${sizeOf(one.size)} · ${one.by}</span>
      ${removable ? html`<button type="button" class="link" aria-label=${`移除 ${one.name}`} @click=${() => void this.#remove(one)}>移除</button>` : nothing}
    </li>`;
  }

  async #load(): Promise<void> {
    const wanted = this.caseId;
    if (this.#shown !== wanted) {
      this.#shown = wanted;
      this.list = [];
      this.done = "";
      this.failures = [];
    }
    this.unread = "";
    try {
      const found = await call<{ items: Attachment[] }>("", `/api/attachments?caseId=${wanted}`, { headers: headersOf(this.code) });
      if (wanted === this.caseId) {
        this.list = found.items;
      }
    } catch (error) {
      if (wanted === this.caseId) {
        this.unread = (error as Error).message;
      }
    }
  }

  async #add(input: HTMLInputElement): Promise<void> {
    this.failures = [];
    this.done = "";
    const files = [...(input.files ?? [])];
    const to = this.caseId;
    const outcomes = await sendEach(
      files,
      (file) => uploadAttachment("", to, this.goesWith || this.parts[0], file, this.code),
      (file, index) => (this.busy = `正在上传 ${index + 1}/${files.length}：${file.name}`),
    );
    this.busy = "";
    input.value = "";
    if (to === this.caseId) {
      this.list = joined(this.list, outcomes);
      this.done = stored(outcomes);
      this.failures = reasons(outcomes);
    }
    this.dispatchEvent(new CustomEvent("attached", { bubbles: true, composed: true }));
  }

  async #remove(one: Attachment): Promise<void> {
    try {
      await call("", `/api/attachments/${one.attachmentId}`, { method: "DELETE", headers: headersOf(this.code) });
      this.list = this.list.filter((other) => other !== one);
      this.failures = [];
    } catch (error) {
      this.failures = [`${one.name}：${(error as Error).message}`];
    }
  }

  /** By a request of our own, since a link cannot bear the tracking code. */
  async #open(one: Attachment): Promise<void> {
    this.failures = [];
    const response = await fetch(`/api/attachments/${one.attachmentId}`, { headers: headersOf(this.code) }).catch(() => null);
    if (!response?.ok) {
      this.failures = [`${one.name}：${response ? (await problemOf(response)).message : "网络连接不上，请检查网络后重试。"}`];
      return;
    }
    saveFile(await response.blob(), one.name);
  }
}

if (!customElements.get("zt-attachments")) {
  customElements.define("zt-attachments", AttachmentsElement);
}
