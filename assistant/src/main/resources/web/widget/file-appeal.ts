import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { discard } from "../app/shared/autosave";
import { autosave } from "../app/shared/autosave-element";
import { ACCEPTED, refusal, uploadAttachment } from "../app/shared/attachments";
import { fileOnce, type Filed } from "../app/shared/filing";
import { limit } from "../app/shared/limit";
import { chosenWays, notifyChoice, notifyWays, type NotifyWay } from "../app/shared/notify-ways";
import { placeInput, placeOf, type Place } from "../app/shared/places";
import { controls, tokens } from "../app/shared/styles";
import { reasons, sendEach } from "../app/shared/uploads";
import { CHINESE_APPEAL, type AppealWords } from "./appeal-words";

/** A form that files an appeal; fires `filed` with number, tracking code and title, `received` with those of an earlier text whose answer was lost, or `cancelled`. What is typed is kept under `record`. */
class FileAppeal extends LitElement {
  static styles = [
    tokens,
    controls,
    css`
      form {
        display: grid;
        gap: 0.6em;
        max-width: 46em;
        margin-top: 0.6em;
        border-top: 1px solid var(--zt-line);
        padding-top: 0.6em;
      }
      .talk {
        white-space: pre-wrap;
        max-height: 10em;
        overflow-y: auto;
        font: inherit;
        font-size: 0.9em;
      }
    `,
  ];
  static properties = {
    base: { attribute: false },
    region: { attribute: false },
    question: { attribute: false },
    record: { attribute: false },
    talk: { attribute: false },
    words: { attribute: false },
    sending: { state: true },
    places: { state: true },
    ways: { state: true },
    failure: { state: true },
  };

  declare base: string;
  declare region: string;
  declare question: string;
  declare record: string;
  /** What was asked and shown before, to go along if the sender wants it. */
  declare talk: string;
  declare words: AppealWords;
  declare sending: boolean;
  declare places: Place[];
  declare ways: NotifyWay[];
  declare failure: string;
  readonly #sent = new Set<File>();

  constructor() {
    super();
    this.base = "";
    this.region = "";
    this.question = "";
    this.record = "new";
    this.talk = "";
    this.words = CHINESE_APPEAL;
    this.sending = false;
    this.places = [];
    this.ways = [];
    this.failure = "";
  }

  firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>("#title")?.focus();
    void notifyWays(this.base).then((ways) => (this.ways = ways));
  }

  render(): TemplateResult {
    const words = this.words;
    return html`<form @submit=${this.#submit} aria-label=${words.form}>
      ${autosave(this.record, "appeal")}
      <div>
        <label for="title">${words.title}</label>
        <input id="title" name="title" required maxlength="100" .value=${this.question.slice(0, 100)} />
      </div>
      <div>
        <label for="text">${words.text}</label>
        <textarea id="text" name="text" rows="4" required @input=${limit(5000)} .value=${this.question}></textarea>
      </div>
      ${this.region
        ? nothing
        : html`<div>
            <label for="region">${words.where}</label>
            ${placeInput("region", "region", this.places, (places) => (this.places = places), this.base)}
          </div>`}
      <div>
        <label for="enterprise">${words.enterprise}</label>
        <input id="enterprise" name="enterprise" maxlength="100" autocomplete="organization" />
      </div>
      <div>
        <label for="creditCode">${words.creditCode}</label>
        <input id="creditCode" name="creditCode" maxlength="18" autocomplete="off" pattern="[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{18}" title=${words.creditCodeHint} />
      </div>
      <div>
        <label for="contact">${words.phone}</label>
        <input id="contact" name="contact" maxlength="30" inputmode="tel" autocomplete="tel" pattern="[0-9０-９+＋\\-－\\(\\)（） 转]{7,30}" title=${words.phoneHint} />
      </div>
      <div>
        <label for="email">${words.email}</label>
        <input id="email" name="email" type="email" maxlength="100" autocomplete="email" />
      </div>
      ${notifyChoice(this.ways, words.notify, words.ways)}
      <div>
        <label for="files">${words.files}</label>
        <input id="files" type="file" multiple accept=${ACCEPTED} />
      </div>
      ${this.talk
        ? html`<details>
            <summary><label><input type="checkbox" name="talk" value="yes" checked /> ${words.talk}</label></summary>
            <pre class="talk">${this.talk}</pre>
          </details>`
        : nothing}
      ${this.failure ? html`<p class="notice error" role="alert">${this.failure}</p>` : nothing}
      <div class="row">
        <button class="primary" type="submit" ?disabled=${this.sending}>${this.sending ? words.sending : words.submit}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("cancelled"))}>${words.cancel}</button>
      </div>
    </form>`;
  }

  #text(form: FormData): string {
    const text = String(form.get("text") ?? "").trim();
    return form.get("talk") && this.talk ? `${text}\n\n【此前的对话】\n${this.talk}`.slice(0, 5000) : text;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const where = String(form.get("region") ?? "").trim();
    const files = [...(this.renderRoot.querySelector<HTMLInputElement>("#files")?.files ?? [])];
    const refused = files.map(refusal).find((why) => why !== "");
    if (refused) {
      this.failure = refused;
      return;
    }
    this.sending = true;
    this.failure = "";
    try {
      const region = this.region || (where === "" ? null : await placeOf(where, this.base));
      if (where !== "" && region === null) {
        throw new Error(this.words.noPlace(where));
      }
      const title = String(form.get("title") ?? "").trim();
      const contactPhone = String(form.get("contact") ?? "").trim() || null;
      const contactEmail = String(form.get("email") ?? "").trim() || null;
      const { filed, earlier } = await fileOnce(this.base, this.record, "appeal", {
        channel: "widget",
        title,
        text: this.#text(form),
        enterprise: String(form.get("enterprise") ?? "").trim() || null,
        contactPhone,
        contactEmail,
        notifyBy: chosenWays(form, this.ways, contactPhone, contactEmail),
        creditCode: String(form.get("creditCode") ?? "").trim().toUpperCase() || null,
        region,
      });
      if (earlier) {
        this.failure = this.words.receivedBefore(filed.number, filed.trackingCode);
        this.dispatchEvent(new CustomEvent("received", { detail: { number: filed.number, trackingCode: filed.trackingCode, title } }));
        return;
      }
      if (!(await this.#attach(filed))) {
        return;
      }
      discard(this.record, "appeal");
      this.dispatchEvent(new CustomEvent("filed", { detail: { number: filed.number, trackingCode: filed.trackingCode, title } }));
    } catch (error) {
      this.failure = `${(error as Error).message} ${this.words.kept}`;
    } finally {
      this.sending = false;
    }
  }

  /** Each file once, also when a later one failed and the form is sent again. */
  async #attach(filed: Filed): Promise<boolean> {
    const files = [...(this.renderRoot.querySelector<HTMLInputElement>("#files")?.files ?? [])];
    const outcomes = await sendEach(
      files.filter((one) => !this.#sent.has(one)),
      (file) => uploadAttachment(this.base, filed.caseId, "appeal", file, filed.trackingCode),
    );
    outcomes.filter((one) => one.added !== null).forEach((one) => this.#sent.add(one.file));
    const lines = reasons(outcomes);
    if (lines.length > 0) {
      this.failure = this.words.notAttached(filed.number, filed.trackingCode, lines.join(" "));
    }
    return lines.length === 0;
  }
}

if (!customElements.get("zhitong-file-appeal")) {
  customElements.define("zhitong-file-appeal", FileAppeal);
}
