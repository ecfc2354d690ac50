import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { placeInput, placeOf, type Place } from "../shared/places";

interface Value {
  value: string;
  label: string;
  count: number;
}

interface Subscribed {
  described: string;
  every: string;
  confirmed: boolean;
  endToken: string;
}

interface Muted {
  kind: string;
  unsubscribed: boolean;
}

type Facets = Record<string, Value[]>;

const EVERY: Record<string, string> = { daily: "每日", weekly: "每周" };

/** Subscribing to new items by mail, and what the links in mails lead to. */
class SubscribePage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
        gap: 0.8rem;
        align-items: end;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];
  static properties = { ...PageElement.properties, facets: { state: true }, places: { state: true }, said: { state: true }, one: { state: true }, muted: { state: true } };
  declare facets: Facets;
  declare places: Place[];
  declare said: string;
  declare one: Subscribed | null;
  declare muted: Muted | null;
  readonly #link = new URLSearchParams(location.hash.slice(1));

  constructor() {
    super();
    this.facets = {};
    this.places = [];
    this.said = "";
    this.one = null;
    this.muted = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#follow();
  }

  render(): TemplateResult {
    return html`<h1>订阅政策事项</h1>
      ${this.failureNotice()} ${this.said ? html`<p class="notice" role="status">${this.said}</p>` : nothing}
      ${this.muted ? this.#pushes(this.muted) : this.one ? this.#subscribed(this.one) : nothing} ${this.#form()}`;
  }

  #pushes(muted: Muted): TemplateResult {
    return html`<section class="card">
      <h2>退订“${muted.kind}”类推送</h2>
      ${muted.unsubscribed
        ? html`<p>已退订。其他种类照常；可在<a href="/enterprise">企业匹配</a>页改回。</p>`
        : html`<p>退订后，平台不再向贵企业推送这一类事项。</p><p><button class="primary" ?disabled=${this.loading} @click=${() => void this.#mute()}>退订</button></p>`}
    </section>`;
  }

  #subscribed(one: Subscribed): TemplateResult {
    return html`<section class="card">
      <h2>您的订阅</h2>
      <p>${one.described}（${EVERY[one.every] ?? one.every}）</p>
      <p><button ?disabled=${this.loading} @click=${() => void this.#end(one)}>退订</button> <span class="dim">退订后邮箱地址随之删除。</span></p>
    </section>`;
  }

  #form(): TemplateResult {
    return html`<section class="card" aria-labelledby="ask">
      <h2 id="ask">新的订阅</h2>
      <p class="dim">有新发布的事项符合所选内容时，发邮件告诉您。人人可订，不需要登录；确认邮箱后生效，每封信都可一键退订。</p>
      <form @submit=${(event: SubmitEvent) => void this.#ask(event)}>
        <div><label for="email">邮箱</label><input id="email" name="email" type="email" required maxlength="254" autocomplete="email" /></div>
        <div><label for="words">含有的字（选填）</label><input id="words" name="words" maxlength="100" placeholder="如 技术改造" /></div>
        ${this.#select("theme", "主题")} ${this.#select("kind", "种类")} ${this.#select("mode", "方式")} ${this.#select("industry", "行业")}
        <div><label for="region">地区（选填）</label>${placeInput("region", "region", this.places, (found) => (this.places = found))}</div>
        <div><label for="every">多久发一次</label><select id="every" name="every"><option value="weekly">每周</option><option value="daily">每日</option></select></div>
        <div class="wide"><button class="primary" ?disabled=${this.loading}>订阅</button></div>
      </form>
    </section>`;
  }

  #select(name: string, label: string): TemplateResult {
    return html`<div>
      <label for=${name}>${label}</label>
      <select id=${name} name=${name}><option value="">不限</option>${(this.facets[name] ?? []).map((one) => html`<option value=${one.value}>${one.label}（${one.count}）</option>`)}</select>
    </div>`;
  }

  /** What the link in a mail asks for. */
  async #follow(): Promise<void> {
    const [confirm, end, push] = ["confirm", "end", "push"].map((name) => this.#link.get(name));
    if (confirm) {
      this.one = await this.during((signal) => call<Subscribed>("", `/api/subscriptions/${encodeURIComponent(confirm)}/confirmation`, { method: "POST", signal }), "link");
      this.said = this.one ? "订阅已生效。" : "";
    } else if (end) {
      this.one = await this.during((signal) => call<Subscribed>("", `/api/subscriptions/${encodeURIComponent(end)}`, { signal }), "link");
    } else if (push) {
      this.muted = await this.during((signal) => call<Muted>("", this.#pushPath(push), { signal }), "link");
    }
    const failure = this.failure;
    const facets = await call<Facets>("", "/api/items/facets").catch(() => null);
    this.facets = facets ?? {};
    this.failure = failure;
  }

  #pushPath(token: string): string {
    return `/api/push-links/${encodeURIComponent(token)}/unsubscription`;
  }

  async #mute(): Promise<void> {
    const token = this.#link.get("push") ?? "";
    this.muted = (await this.during((signal) => call<Muted>("", this.#pushPath(token), { method: "POST", signal }))) ?? this.muted;
  }

  async #end(one: Subscribed): Promise<void> {
    const ended = await this.during((signal) => call("", `/api/subscriptions/${encodeURIComponent(one.endToken)}/unsubscription`, { method: "POST", signal }).then(() => true));
    if (ended) {
      this.one = null;
      this.said = "已退订，邮箱地址已删除。";
    }
  }

  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const text = (name: string): string | null => String(given.get(name) ?? "").trim() || null;
    this.said = "";
    const asked = await this.during(async (signal) => {
      const typed = text("region");
      const region = typed === null ? null : await placeOf(typed);
      if (typed !== null && region === null) {
        throw new Error(`没有找到“${typed}”，请从列表中选择。`);
      }
      const search = { words: text("words"), theme: text("theme"), kind: text("kind"), mode: text("mode"), industry: text("industry"), region };
      return call<{ message: string }>("", "/api/subscriptions", { body: { email: text("email"), search, every: text("every") }, signal });
    });
    if (asked) {
      this.said = asked.message;
      form.reset();
    }
  }
}

customElements.define("zt-subscribe", SubscribePage);
