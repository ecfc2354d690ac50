import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { call } from "../app/shared/api";
import { discard } from "../app/shared/autosave";
import { autosave } from "../app/shared/autosave-element";
import { ACCEPTED, refusal, uploadAttachment } from "../app/shared/attachments";
import { limit } from "../app/shared/limit";
import { placeInput, placeOf, type Place } from "../app/shared/places";
import { requestKey } from "../app/shared/request-key";
import { controls, tokens } from "../app/shared/styles";

/** A form that files an appeal; fires `filed` with number, tracking code and title, or `cancelled`. What is typed is kept under `record`. */
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
    sending: { state: true },
    places: { state: true },
    failure: { state: true },
  };

  declare base: string;
  declare region: string;
  declare question: string;
  declare record: string;
  /** What was asked and shown before, to go along if the sender wants it. */
  declare talk: string;
  declare sending: boolean;
  declare places: Place[];
  declare failure: string;
  /** One key a form, so that pressing twice or retrying after a time-out files once. */
  #key = requestKey();
  readonly #sent = new Set<File>();

  constructor() {
    super();
    this.base = "";
    this.region = "";
    this.question = "";
    this.record = "new";
    this.talk = "";
    this.sending = false;
    this.places = [];
    this.failure = "";
  }

  firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>("#title")?.focus();
  }

  render(): TemplateResult {
    return html`<form @submit=${this.#submit} aria-label="提交来件">
      ${autosave(this.record, "appeal")}
      <div>
        <label for="title">标题</label>
        <input id="title" name="title" required maxlength="100" .value=${this.question.slice(0, 100)} />
      </div>
      <div>
        <label for="text">具体情况</label>
        <textarea id="text" name="text" rows="4" required @input=${limit(5000)} .value=${this.question}></textarea>
      </div>
      ${this.region
        ? nothing
        : html`<div>
            <label for="region">事情在哪里（县区或城市，输入名称后选择）</label>
            ${placeInput("region", "region", this.places, (places) => (this.places = places), this.base)}
          </div>`}
      <div>
        <label for="enterprise">企业名称（选填）</label>
        <input id="enterprise" name="enterprise" maxlength="100" autocomplete="organization" />
      </div>
      <div>
        <label for="creditCode">统一社会信用代码（选填）</label>
        <input id="creditCode" name="creditCode" maxlength="18" autocomplete="off" pattern="[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{18}" title="18 位统一社会信用代码，见营业执照" />
      </div>
      <div>
        <label for="contact">联系电话（选填，仅承办单位可见）</label>
        <input id="contact" name="contact" maxlength="30" inputmode="tel" autocomplete="tel" pattern="[0-9０-９+＋\\-－\\(\\)（） 转]{7,30}" title="请填写座机或手机号码，如 0591-87654321 或 13800138000" />
      </div>
      <div>
        <label for="email">电子邮箱（选填，用于告知受理和答复）</label>
        <input id="email" name="email" type="email" maxlength="100" autocomplete="email" />
      </div>
      <div>
        <label for="files">附件（选填，如合同、照片；每个 10 MB 以内，最多 10 个）</label>
        <input id="files" type="file" multiple accept=${ACCEPTED} />
      </div>
      ${this.talk
        ? html`<details>
            <summary><label><input type="checkbox" name="talk" value="yes" checked /> 附上这次对话和看到的条款</label></summary>
            <pre class="talk">${this.talk}</pre>
          </details>`
        : nothing}
      ${this.failure ? html`<p class="notice error" role="alert">${this.failure}</p>` : nothing}
      <div class="row">
        <button class="primary" type="submit" ?disabled=${this.sending}>${this.sending ? "正在提交…" : "提交来件"}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("cancelled"))}>取消</button>
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
        throw new Error(`没有找到“${where}”，或有几处同名，请从提示中选择，或不填。`);
      }
      const title = String(form.get("title") ?? "").trim();
      const filed = await call<{ caseId: string; number: string; trackingCode: string }>(this.base, "/api/cases", {
        body: {
          channel: "widget",
          title,
          text: this.#text(form),
          enterprise: String(form.get("enterprise") ?? "").trim() || null,
          contactPhone: String(form.get("contact") ?? "").trim() || null,
          contactEmail: String(form.get("email") ?? "").trim() || null,
          creditCode: String(form.get("creditCode") ?? "").trim().toUpperCase() || null,
          region,
        },
        headers: { "Idempotency-Key": this.#key },
      });
      if (!(await this.#attach(filed))) {
        return;
      }
      discard(this.record, "appeal");
      this.dispatchEvent(new CustomEvent("filed", { detail: { number: filed.number, trackingCode: filed.trackingCode, title } }));
    } catch (error) {
      this.failure = `${(error as Error).message} 内容仍在表单中，可以再次提交。`;
    } finally {
      this.sending = false;
    }
  }

  /** Each file once, also when a later one failed and the form is sent again. */
  async #attach(filed: { caseId: string; number: string; trackingCode: string }): Promise<boolean> {
    const files = [...(this.renderRoot.querySelector<HTMLInputElement>("#files")?.files ?? [])];
    for (const file of files.filter((one) => !this.#sent.has(one))) {
      try {
        await uploadAttachment(this.base, filed.caseId, "appeal", file, filed.trackingCode);
        this.#sent.add(file);
      } catch (error) {
        this.failure = `来件已收到（编号 ${filed.number}，查询码 ${filed.trackingCode}），但“${file.name}”没有传上：${(error as Error).message}可以去掉这个文件后再次提交，来件不会重复。`;
        return false;
      }
    }
    return true;
  }
}

if (!customElements.get("zhitong-file-appeal")) {
  customElements.define("zhitong-file-appeal", FileAppeal);
}
