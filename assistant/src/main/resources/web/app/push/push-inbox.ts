import { css, html, nothing, type TemplateResult } from "lit";
import { when } from "../desk-types";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";

interface Message {
  messageId: string;
  itemId: string;
  title: string;
  amount: string | null;
  kind: string;
  mode: string | null;
  department: string | null;
  window: string | null;
  met: boolean;
  missing: string | null;
  at: string;
  opened: boolean;
  relevant: boolean | null;
  reason: string | null;
}

interface Choice {
  mutedKinds: string[];
  mutedChannels: string[];
  digest: string;
}

interface Box {
  unread: number;
  items: Message[];
  choice: Choice;
}

const REASONS: [string, string][] = [
  ["not_met", "不符合条件"],
  ["other_business", "与本企业业务无关"],
  ["already_had", "已经享受或申报过"],
  ["wrong_data", "档案数据有误"],
  ["other", "其他"],
];
const KINDS = ["奖补", "减免", "权益", "资质", "其他"];
const CHANNELS: [string, string][] = [["mail", "邮件"], ["sms", "短信"], ["webhook", "其他平台"]];
const DIGESTS: [string, string][] = [["each", "逐条"], ["daily", "每日汇总"], ["weekly", "每周汇总"]];

/** What an enterprise was told: open, say that it is none of its concern, choose how to be told. */
class PushInbox extends PageElement {
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
        padding: 0.6rem 0;
      }
      fieldset {
        border: 1px solid var(--zt-line);
        border-radius: 8px;
        margin: 0.5rem 0;
      }
      fieldset label {
        display: inline-block;
        font-weight: normal;
        margin-right: 1rem;
      }
      input[type="checkbox"],
      input[type="radio"] {
        width: auto;
      }
      form.reason {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
        margin-top: 0.4rem;
      }
      form.reason > div {
        flex: 1 1 12rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, box: { state: true }, asked: { state: true }, saved: { state: true } };
  declare box: Box | null;
  /** The message whose reason is asked for. */
  declare asked: string;
  declare saved: boolean;

  constructor() {
    super();
    this.box = null;
    this.asked = "";
    this.saved = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.during((signal) => call<Box>("", "/api/pushes/inbox", { signal })).then((box) => (this.box = box ?? this.box));
  }

  render(): TemplateResult {
    const { box } = this;
    return html`<section class="card" aria-labelledby="told">
      <h2 id="told">推送给本企业的政策 ${box && box.unread > 0 ? html`<span class="tag bad">${box.unread} 条未读</span>` : nothing}</h2>
      ${this.failureNotice()} ${box ? nothing : this.loadingNotice()}
      ${box?.items.length === 0 ? html`<p class="dim">还没有推送。有新政策符合条件时会在这里告诉您。</p>` : nothing}
      ${box && box.items.length > 0 ? html`<ul>${box.items.map((one) => this.#message(one))}</ul>` : nothing}
      ${box ? this.#choice(box.choice) : nothing}
    </section>`;
  }

  #message(one: Message): TemplateResult {
    return html`<li>
      ${one.opened ? nothing : html`<span class="tag warn">新</span>`}
      <a href=${`/items/${one.itemId}`} @click=${() => this.#open(one)}><strong>${one.title}</strong></a>
      <span class="tag">${one.kind}</span>
      <div class="dim">
        ${[one.amount, one.window, one.department].filter(Boolean).join(" · ")}
        ${one.met ? "按已有数据，符合全部条件" : one.missing ? `只差“${one.missing}”一项数据，补充后即可判定` : "符合能核对的条件，其余凭材料核验"} · ${when(one.at)}
      </div>
      <div class="row" role="group" aria-label=${`对“${one.title}”的反馈`}>
        ${one.relevant === false
          ? html`<span class="dim">您说过与本企业无关（${REASONS.find(([code]) => code === one.reason)?.[1] ?? ""}）</span>`
          : one.relevant
            ? html`<span class="good">您说过有用</span>`
            : html`<button class="link" ?disabled=${this.loading} @click=${() => void this.#tell(one, { relevant: true })}>有用</button>`}
        <button class="link" aria-expanded=${this.asked === one.messageId} @click=${() => void this.#ask(one)}>与我无关</button>
      </div>
      ${this.asked === one.messageId
        ? html`<form class="reason" @submit=${(event: SubmitEvent) => void this.#irrelevant(event, one)}>
            <div><label for="reason">为什么与本企业无关</label><select id="reason" name="reason">${REASONS.map(([code, text]) => html`<option value=${code}>${text}</option>`)}</select></div>
            <div><label for="words">说明（选填）</label><input id="words" name="words" maxlength="500" /></div>
            <button class="primary" ?disabled=${this.loading}>提交</button>
          </form>`
        : nothing}
    </li>`;
  }

  #choice(choice: Choice): TemplateResult {
    const box = (name: string, value: string, text: string, on: boolean) =>
      html`<label><input type="checkbox" name=${name} value=${value} ?checked=${on} /> ${text}</label>`;
    return html`<details>
      <summary>接收方式和退订</summary>
      <form @submit=${(event: SubmitEvent) => void this.#choose(event)}>
        <fieldset><legend>接收哪些种类</legend>${KINDS.map((kind) => box("kind", kind, kind, !choice.mutedKinds.includes(kind)))}</fieldset>
        <fieldset><legend>用哪些方式</legend>${CHANNELS.map(([code, text]) => box("channel", code, text, !choice.mutedChannels.includes(code)))}</fieldset>
        <fieldset>
          <legend>多久发一次</legend>
          ${DIGESTS.map(([code, text]) => html`<label><input type="radio" name="digest" value=${code} ?checked=${choice.digest === code} /> ${text}</label>`)}
        </fieldset>
        <button ?disabled=${this.loading}>保存</button> ${this.saved ? html`<span class="good" role="status">已保存</span>` : nothing}
      </form>
    </details>`;
  }

  /** Not waited for: the page that opens must not. */
  #open(one: Message): void {
    void fetch(`/api/pushes/inbox/${one.messageId}/opening`, { method: "POST", keepalive: true }).catch(() => undefined);
  }

  async #ask(one: Message): Promise<void> {
    this.asked = this.asked === one.messageId ? "" : one.messageId;
    await this.focusOn("#reason");
  }

  async #irrelevant(event: SubmitEvent, one: Message): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    await this.#tell(one, { relevant: false, reason: form.get("reason"), words: String(form.get("words") ?? "").trim() || null });
  }

  async #tell(one: Message, body: object): Promise<void> {
    const told = await this.during((signal) => call<Box>("", `/api/pushes/inbox/${one.messageId}/feedback`, { body, signal }));
    if (told) {
      this.box = told;
      this.asked = "";
    }
  }

  async #choose(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const chosen = { kind: form.getAll("kind"), channel: form.getAll("channel") };
    const body = {
      mutedKinds: KINDS.filter((kind) => !chosen.kind.includes(kind)),
      mutedChannels: CHANNELS.map(([code]) => code).filter((code) => !chosen.channel.includes(code)),
      digest: String(form.get("digest") ?? "each"),
    };
    const saved = await this.during((signal) => call<Box>("", "/api/pushes/inbox/choice", { method: "PUT", body, signal }));
    this.saved = saved !== null;
    this.box = saved ?? this.box;
  }
}

customElements.define("zt-push-inbox", PushInbox);
