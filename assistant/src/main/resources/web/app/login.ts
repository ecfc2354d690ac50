import { css, html, type TemplateResult } from "lit";
import { call } from "./shared/api";
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
        max-width: 24rem;
        margin: 8vh auto;
        display: grid;
        gap: 0.9rem;
      }
    `,
  ];

  render(): TemplateResult {
    return html`<form class="card" @submit=${this.#submit}>
      <h1>工作人员登录</h1>
      <div><label for="name">账号</label><input id="name" name="name" required autocomplete="username" /></div>
      <div><label for="password">密码</label><input id="password" name="password" type="password" required autocomplete="current-password" /></div>
      ${this.failureNotice()}
      <button class="primary" ?disabled=${this.loading}>${this.loading ? "正在登录…" : "登录"}</button>
      <p class="dim">首次启动时，账号和初始密码显示在服务的启动窗口中。</p>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const session = await this.during(() =>
      call("", "/api/session", { body: { name: form.get("name"), password: form.get("password") } }),
    );
    if (session) {
      location.href = next();
    }
  }
}

customElements.define("zt-login", LoginPage);
