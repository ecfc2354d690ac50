import { css, html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "./page";
import { ROLE_LABELS, currentSession } from "./session";
import { call } from "./shared/api";
import type { Session } from "./shared/types";

/** Who I am here, and a new password. */
class AccountPage extends PageElement {
  static styles = [
    pageStyles,
    css`
      form {
        display: grid;
        gap: 0.8rem;
        max-width: 26rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.3rem 1.2rem;
      }
      dt {
        color: var(--zt-dim);
      }
      dd {
        margin: 0;
      }
    `,
  ];
  static properties = { ...PageElement.properties, session: { state: true }, changed: { state: true }, mismatch: { state: true } };
  declare session: Session | null;
  declare changed: boolean;
  declare mismatch: boolean;

  constructor() {
    super();
    this.session = null;
    this.changed = false;
    this.mismatch = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void currentSession().then((who) => (this.session = who));
  }

  render(): TemplateResult {
    const who = this.session;
    if (!who) {
      return html`<h1>我的账号</h1><p class="dim" role="status">正在载入…</p>`;
    }
    if (!who.authenticated) {
      return html`<h1>我的账号</h1><p class="card">您还没有登录。<a href="/login?next=/account">前往登录</a></p>`;
    }
    return html`
      <h1>我的账号</h1>
      ${who.passwordChangeDue && !this.changed
        ? html`<p class="notice" role="status">您的密码由他人设置。请先改成自己的密码，再使用其他页面。</p>`
        : nothing}
      <section class="card">
        <dl>
          <dt>账号</dt><dd>${who.name}</dd>
          <dt>姓名</dt><dd>${who.displayName ?? "未填写"}</dd>
          ${who.department ? html`<dt>部门</dt><dd>${who.department}</dd>` : nothing}
          <dt>角色</dt><dd>${who.roles.map((role) => html`<span class="tag">${ROLE_LABELS[role] ?? role}</span>`)}</dd>
        </dl>
      </section>
      <section class="card">
        <h2>修改密码</h2>
        ${this.changed
          ? html`<p class="notice" role="status">密码已修改，请用新密码<a href="/login">重新登录</a>。</p>`
          : this.#form(who)}
      </section>
    `;
  }

  #form(who: Session): TemplateResult {
    return html`<form @submit=${this.#submit}>
      <input hidden autocomplete="username" .value=${who.name ?? ""} aria-label="账号" />
      <div><label for="current">当前密码</label><input id="current" name="current" type="password" required autocomplete="current-password" /></div>
      <div><label for="next">新密码（至少 10 个字符，不含账号名）</label><input id="next" name="next" type="password" required autocomplete="new-password" /></div>
      <div><label for="again">再输一次新密码</label><input id="again" name="again" type="password" required autocomplete="new-password" /></div>
      ${this.mismatch ? html`<p class="notice error" role="alert">两次输入的新密码不一样，请重新输入。</p>` : nothing}
      ${this.failureNotice()}
      <button class="primary" ?disabled=${this.loading}>修改密码</button>
      <p class="dim">修改后，这个账号在其他地方的登录都会失效。</p>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.mismatch = form.get("next") !== form.get("again");
    if (this.mismatch) {
      return;
    }
    await this.during(async (signal) => {
      await call("", "/api/session/password", {
        method: "PUT",
        body: { current: form.get("current"), next: form.get("next") },
        signal,
      });
      this.changed = true;
    });
  }
}

customElements.define("zt-account", AccountPage);
