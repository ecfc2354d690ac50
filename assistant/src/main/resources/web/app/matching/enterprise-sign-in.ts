import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";

/** An enterprise signs in by a code that goes to the address its file has. */
class EnterpriseSignIn extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.8rem;
        max-width: 26rem;
      }
    `,
  ];
  static properties = { ...PageElement.properties, sent: { state: true } };
  declare sent: string;

  constructor() {
    super();
    this.sent = "";
  }

  render(): TemplateResult {
    return html`<section class="card">
      <h2>企业登录</h2>
      <form @submit=${this.#submit}>
        <div><label for="credit">统一社会信用代码</label><input id="credit" name="creditCode" required maxlength="18" autocomplete="username" ?readonly=${this.sent !== ""} /></div>
        ${this.sent
          ? html`<p class="notice" role="status">如果该企业登记了联系邮箱，验证码已经发出，10 分钟内有效。</p>
              <div><label for="code">验证码</label><input id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="6" /></div>`
          : nothing}
        ${this.failureNotice()}
        <button class="primary" ?disabled=${this.loading}>${this.sent ? "登录" : "获取验证码"}</button>
        <p class="dim">没有登记邮箱的，请联系办事窗口。已有账号的，<a href="/login?next=/enterprise">用账号登录</a>。</p>
      </form>
    </section>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const creditCode = String(form.get("creditCode") ?? "").trim();
    if (this.sent === "") {
      const sent = await this.during((signal) => call("", "/api/session/enterprise/code", { body: { creditCode }, signal }));
      this.sent = sent ? creditCode : "";
      await this.focusOn("#code");
      return;
    }
    const signedIn = await this.during((signal) =>
      call("", "/api/session/enterprise", { body: { creditCode, code: String(form.get("code") ?? "") }, signal }),
    );
    if (signedIn) {
      location.reload();
    }
  }
}

customElements.define("zt-enterprise-sign-in", EnterpriseSignIn);
