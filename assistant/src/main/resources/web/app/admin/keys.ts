import { css, html, nothing, type TemplateResult } from "lit";
import { when } from "../desk-types";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { confirmed } from "../shared/confirm";
import { formStyles } from "./form-styles";

interface Key {
  id: string;
  name: string;
  key: string | null;
  hint: string;
  scopes: string[];
  perMinute: number;
  createdBy: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

const SCOPES: Record<string, string> = {
  search: "检索、提问和读取政策",
  "cases:write": "提交、导入来件",
  "cases:read": "查看办件",
  triage: "分办建议",
  "reports:read": "读取报表",
  "policies:write": "发布和撤下政策",
};

const time = (at: string | null): string => (at ? when(at) : "");

/** Keys for systems: make, shown once, and revoke. */
class AdminKeys extends PageElement {
  static styles = [
    pageStyles,
    formStyles,
    css`
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static properties = { ...PageElement.properties, keys: { state: true }, made: { state: true }, done: { state: true } };
  declare keys: Key[] | null;
  declare made: Key | null;
  declare done: string;

  constructor() {
    super();
    this.keys = null;
    this.made = null;
    this.done = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="keys">
      <h2 id="keys">接口密钥</h2>
      <p class="dim">供热线、门户等系统调用接口，放在请求头 Authorization: Bearer 中；只能用于所给的范围。</p>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.made ? html`<p class="notice" role="status">“${this.made.name}”的密钥是 <code>${this.made.key}</code>，只显示这一次，请立即保存。</p>` : nothing}
      ${this.keys ? this.#table(this.keys) : this.loadingNotice()}
      <details>
        <summary>新建密钥</summary>
        <form @submit=${this.#make}>
          <div><label for="key-name">用途或使用的系统</label><input id="key-name" name="name" required maxlength="100" /></div>
          <div><label for="per">每分钟请求数上限</label><input id="per" name="perMinute" type="number" min="1" max="100000" value="600" required /></div>
          <div><label for="until">失效日期（选填）</label><input id="until" name="until" type="date" /></div>
          <fieldset class="wide">
            <legend>权限范围</legend>
            ${Object.entries(SCOPES).map(([scope, label]) => html`<label><input type="checkbox" name="scopes" value=${scope} /> ${label}</label>`)}
          </fieldset>
          <div class="wide"><button class="primary" ?disabled=${this.loading}>新建密钥</button></div>
        </form>
      </details>
    </section>`;
  }

  #table(keys: Key[]): TemplateResult {
    return keys.length === 0
      ? html`<p>还没有密钥。</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="密钥列表">
          <table>
            <thead><tr><th scope="col">用途</th><th scope="col">密钥</th><th scope="col">范围</th><th scope="col">每分钟</th><th scope="col">新建</th><th scope="col">最近使用</th><th scope="col">状态</th></tr></thead>
            <tbody>
              ${keys.map(
                (one) => html`<tr>
                  <th scope="row">${one.name}</th>
                  <td><code>${one.hint}…</code></td>
                  <td>${one.scopes.map((scope) => SCOPES[scope] ?? scope).join("、")}</td>
                  <td>${one.perMinute}</td>
                  <td>${time(one.createdAt)} ${one.createdBy}</td>
                  <td>${time(one.lastUsedAt) || "没有用过"}</td>
                  <td>
                    ${one.revokedAt
                      ? html`<span class="dim">已吊销</span>`
                      : html`${one.expiresAt ? html`${one.expiresAt.slice(0, 10)} 失效 ` : nothing}<button class="link" aria-label=${`吊销 ${one.name}`} @click=${() => void this.#revoke(one)}>吊销</button>`}
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`;
  }

  async #make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const until = String(form.get("until") ?? "");
    this.made = await this.during((signal) =>
      call<Key>("", "/api/keys", {
        body: {
          name: String(form.get("name")).trim(),
          scopes: form.getAll("scopes"),
          perMinute: Number(form.get("perMinute")),
          expiresAt: until === "" ? null : `${until}T23:59:59+08:00`,
        },
        signal,
      }),
    );
    if (this.made) {
      element.reset();
      await this.#load();
    }
  }

  async #revoke(one: Key): Promise<void> {
    if (!(await confirmed({ title: `吊销“${one.name}”？`, lines: ["用它的系统立即不能再调用接口，不能恢复。"], yes: "确定吊销" }))) {
      return;
    }
    this.made = null;
    this.done = "";
    const revoked = await this.during((signal) => call<undefined>("", `/api/keys/${one.id}`, { method: "DELETE", signal }));
    // Nothing came back, but no fault either; a load after a fault would clear its message.
    if (revoked !== null) {
      this.done = `已吊销“${one.name}”。`;
      await this.#load();
    }
  }

  async #load(): Promise<void> {
    const list = await this.during((signal) => call<{ items: Key[] }>("", "/api/keys", { signal }), "list");
    this.keys = list?.items ?? this.keys;
  }
}

customElements.define("zt-admin-keys", AdminKeys);
