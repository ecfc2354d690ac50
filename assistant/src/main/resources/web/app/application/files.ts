import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call, problemOf } from "../shared/api";
import { ACCEPTED, requireSendable, sizeOf, type Attachment } from "../shared/attachments";
import { saveFile } from "../shared/save-file";
import { joined, reasons, sendEach, stored } from "../shared/uploads";
import type { Evidence } from "./types";

const UPLOAD_MILLIS = 120_000;

async function upload(owner: string, part: string, file: File, signal: AbortSignal): Promise<Attachment> {
  requireSendable(file);
  const body = new FormData();
  body.append("ownerKind", "application");
  body.append("ownerId", owner);
  body.append("part", part);
  body.append("file", file, file.name);
  return call<Attachment>("", "/api/attachments", { body, timeoutMillis: UPLOAD_MILLIS, signal });
}

/**
 * The files of an application by what they prove. Where there is none yet it asks `needed` for an
 * application's id, since a file has to belong to one.
 */
class ApplicationFiles extends PageElement {
  static styles = [
    pageStyles,
    css`
      ul {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      li {
        border-bottom: 1px solid var(--zt-line);
        padding: 0.5rem 0;
        overflow-wrap: anywhere;
      }
      input[type="file"] {
        max-width: 100%;
      }
    `,
  ];
  static properties = {
    ...PageElement.properties,
    application: { attribute: false },
    evidence: { attribute: false },
    needed: { attribute: false },
    addable: { attribute: false },
    version: { attribute: false },
    list: { state: true },
    busy: { state: true },
    done: { state: true },
    refused: { state: true },
    unread: { state: true },
  };
  declare application: string | null;
  declare evidence: Evidence[];
  declare needed: (() => Promise<string | null>) | null;
  declare addable: boolean;
  declare version: number;
  declare list: Attachment[];
  declare busy: string;
  /** What was stored of the last choice. */
  declare done: string;
  /** Why files of the last choice were not stored, a line each. */
  declare refused: string[];
  /** Whether the list could not be read. */
  declare unread: boolean;
  #asked = "";

  constructor() {
    super();
    this.application = null;
    this.evidence = [];
    this.needed = null;
    this.addable = false;
    this.version = 0;
    this.list = [];
    this.busy = "";
    this.done = "";
    this.refused = [];
    this.unread = false;
  }

  willUpdate(): void {
    const wanted = `${this.application} ${this.version}`;
    if (this.application && this.#asked !== wanted) {
      this.#asked = wanted;
      void this.#load();
    }
  }

  render(): TemplateResult {
    const named = this.evidence.map((one) => one.part);
    const rest = this.list.filter((one) => !named.includes(one.part));
    return html`
      <ul>
        ${this.evidence.map((one) => this.#line(one))}
        ${this.addable || rest.length > 0
          ? html`<li>
              <strong>${this.evidence.length > 0 ? "其他材料" : "上传的材料"}</strong> ${rest.map((file) => this.#file(file))} ${this.#chooser({ part: "other", name: "其他材料", quote: null, required: false })}
            </li>`
          : nothing}
      </ul>
      ${this.busy ? html`<p role="status" class="dim">${this.busy}</p>` : nothing}
      ${this.done ? html`<p role="status" class="dim">${this.done}</p>` : nothing}
      ${this.refused.length > 0 ? html`<div class="notice error" role="alert">${this.refused.map((line) => html`<div>${line}</div>`)}</div>` : nothing}
      ${this.failureNotice()}
      ${this.unread ? html`<p><button type="button" class="link" @click=${() => void this.#load()}>材料的列表没有读到，重试</button></p>` : nothing}
    `;
  }

  #line(one: Evidence): TemplateResult {
    const files = this.list.filter((file) => file.part === one.part);
    const lacks = one.required && files.length === 0;
    return html`<li>
      <strong>${one.name}</strong> ${one.required ? html`<span class="tag ${lacks ? "warn" : ""}">${lacks ? "必需，未上传" : "必需"}</span>` : html`<span class="tag">选填</span>`}
      ${one.quote && one.quote !== one.name ? html`<div class="dim">原文：${one.quote}</div>` : nothing} ${files.map((file) => this.#file(file))} ${this.#chooser(one)}
    </li>`;
  }

  #file(file: Attachment): TemplateResult {
    return html`<div>
      <button type="button" class="link" @click=${() => void this.#open(file)}>${file.name}</button> <span class="dim">${sizeOf(file.size)}，${file.by}</span>
      ${this.addable && file.by === "企业" ? html`<button type="button" class="link" aria-label=${`移除 ${file.name}`} @click=${() => void this.#remove(file)}>移除</button>` : nothing}
    </div>`;
  }

  #chooser(one: Evidence): TemplateResult | typeof nothing {
    return this.addable
      ? html`<div><input type="file" multiple accept=${ACCEPTED} aria-label=${`上传 ${one.name}`} ?disabled=${this.busy !== ""} @change=${(event: Event) => void this.#add(event.target as HTMLInputElement, one)} /></div>`
      : nothing;
  }

  /** Parts for which a file is still lacking. */
  lacking(): Evidence[] {
    return this.evidence.filter((one) => one.required && !this.list.some((file) => file.part === one.part));
  }

  async #load(): Promise<void> {
    const found = await this.during((signal) => call<{ items: Attachment[] }>("", `/api/attachments?ownerKind=application&ownerId=${this.application}`, { signal }), "files");
    this.unread = found === null;
    this.list = found?.items ?? this.list;
  }

  async #add(input: HTMLInputElement, one: Evidence): Promise<void> {
    const files = [...(input.files ?? [])];
    this.done = "";
    this.refused = [];
    const owner = this.application ?? (await this.needed?.()) ?? null;
    const outcomes = await this.during(
      (signal) =>
        sendEach(
          owner === null ? [] : files,
          (file) => upload(owner!, one.part, file, signal),
          (file, index) => (this.busy = `正在上传 ${index + 1}/${files.length}：${file.name}`),
        ),
      "upload",
    );
    this.list = joined(this.list, outcomes ?? []);
    this.done = stored(outcomes ?? []);
    this.refused = reasons(outcomes ?? []);
    this.busy = "";
    input.value = "";
    this.dispatchEvent(new CustomEvent("filed", { bubbles: true, composed: true }));
  }

  async #remove(file: Attachment): Promise<void> {
    const done = await this.during((signal) => call("", `/api/attachments/${file.attachmentId}`, { method: "DELETE", signal }).then(() => true), "remove");
    if (done) {
      this.list = this.list.filter((one) => one !== file);
      this.dispatchEvent(new CustomEvent("filed", { bubbles: true, composed: true }));
    }
  }

  async #open(file: Attachment): Promise<void> {
    await this.during(async (signal) => {
      const response = await fetch(`/api/attachments/${file.attachmentId}`, { signal });
      if (!response.ok) {
        throw await problemOf(response);
      }
      saveFile(await response.blob(), file.name);
    }, "open");
  }
}

customElements.define("zt-application-files", ApplicationFiles);
