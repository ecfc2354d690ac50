import { css, html, nothing, type TemplateResult } from "lit";
import { call } from "./shared/api";
import { currentSession } from "./session";
import { PageElement, pageStyles } from "./page";

/** Only a path of this site may follow a login. */
function next(): string {
  const wanted = new URLSearchParams(location.search).get("next") ?? "/";
  return /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}

class LoginPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        max-width: 25rem;
        margin: 6vh auto;
        display: grid;
        gap: 0.9rem;
      }
      .show {
        font-weight: 400;
      }
      .show input {
        width: auto;
      }
    `,
  ];
  static properties = { ...PageElement.properties, shown: { state: true }, issuer: { state: true } };
  declare shown: boolean;
  declare issuer: string | null;

  constructor() {
    super();
    this.shown = false;
    this.issuer = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.issuer = who.singleSignOn ?? null));
  }

  render(): TemplateResult {
    return html`<form class="card" @submit=${this.#submit}>
      <h1>登录</h1>
      <div><label for="name">账号</label><input id="name" name="name" required autocomplete="username" autofocus /></div>
      <div>
        <label for="password">密码</label>
        <input id="password" name="password" type=${this.shown ? "text" : "password"} required autocomplete="current-password" />
        <label class="show"><input type="checkbox" @change=${() => (this.shown = !this.shown)} /> 显示输入的内容</label>
      </div>
      ${this.failureNotice()}
      <button class="primary" ?disabled=${this.loading}>${this.loading ? "正在登录…" : "登录"}</button>
      ${this.issuer ? html`<a class="button" href="/api/session/oidc">用${this.issuer}登录</a>` : nothing}
      <p class="dim">首次启动时，工作人员账号和初始密码显示在服务的启动窗口中；忘记密码请联系管理员。查询来件不必登录，凭编号和查询码即可在<a href="/my">我的来件</a>查询。</p>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const session = await this.during((signal) =>
      call("", "/api/session", { body: { name: form.get("name"), password: form.get("password") }, signal }),
    );
    if (session) {
      location.href = next();
    }
  }
}

customElements.define("zt-login", LoginPage);
