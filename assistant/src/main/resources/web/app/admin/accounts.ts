import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { choices, departmentNames } from "../departments";
import { PageElement, pageStyles } from "../page";
import { ROLE_LABELS } from "../session";
import { call } from "../shared/api";
import { confirmed } from "../shared/confirm";
import { holdPage } from "../shared/leave-guard";
import type { Page } from "../shared/types";
import { formStyles } from "./form-styles";

interface Account {
  name: string;
  displayName: string | null;
  roles: string[];
  department: string | null;
  disabled: boolean;
  locked: boolean;
  passwordChangeDue: boolean;
  singleSignOn: boolean;
}

interface FirstPassword {
  name: string;
  password: string;
}

/** Accounts: make, change, suspend, and a new password, each shown once. */
class AdminAccounts extends PageElement {
  static styles = [pageStyles, formStyles];
  static properties = {
    ...PageElement.properties,
    accounts: { state: true },
    editing: { state: true },
    secret: { state: true },
    done: { state: true },
    names: { state: true },
  };
  declare accounts: Account[] | null;
  declare editing: Account | "new" | null;
  declare secret: FirstPassword | null;
  declare done: string;
  declare names: string[];
  /** Whether the open form has changes that are not saved. Rights are not kept for later: a forgotten tick would be granted then. */
  #touched = false;

  constructor() {
    super();
    this.accounts = null;
    this.editing = null;
    this.secret = null;
    this.done = "";
    this.names = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="accounts">
      <h2 id="accounts">账号</h2>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.secret
        ? html`<p class="notice" role="status">账号 <strong>${this.secret.name}</strong> 的密码是 <strong>${this.secret.password}</strong>，只显示这一次，请转交本人，首次登录后修改。</p>`
        : nothing}
      ${this.accounts ? this.#table(this.accounts) : this.loadingNotice()}
      <p><button @click=${() => void this.#edit("new")}>新建账号</button></p>
      ${this.editing ? keyed(this.editing === "new" ? "" : this.editing.name, this.#form(this.editing)) : nothing}
    </section>`;
  }

  #table(accounts: Account[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="账号列表">
      <table>
        <thead><tr><th scope="col">账号</th><th scope="col">姓名</th><th scope="col">角色</th><th scope="col">部门</th><th scope="col">状态</th><th scope="col">操作</th></tr></thead>
        <tbody>
          ${accounts.map(
            (one) => html`<tr>
              <th scope="row">${one.name}</th>
              <td>${one.displayName ?? ""}</td>
              <td>${one.roles.map((role) => ROLE_LABELS[role] ?? role).join("、")}</td>
              <td>${one.department ?? ""}</td>
              <td>${one.disabled ? html`<span class="bad">已停用</span>` : one.locked ? html`<span class="warn">锁定中</span>` : one.singleSignOn ? "统一认证" : one.passwordChangeDue ? "待改密码" : "正常"}</td>
              <td>
                <div class="row nowrap">
                  <button class="link" aria-label=${`修改 ${one.name}`} @click=${() => void this.#edit(one)}>修改</button>
                  ${one.singleSignOn ? nothing : html`<button class="link" aria-label=${`重置 ${one.name} 的密码`} @click=${() => void this.#reset(one)}>重置密码</button>`}
                  ${one.locked ? html`<button class="link" aria-label=${`解除锁定 ${one.name}`} @click=${() => void this.#unlock(one)}>解除锁定</button>` : nothing}
                  <button class="link" aria-label=${`${one.disabled ? "恢复" : "停用"} ${one.name}`} @click=${() => void this.#suspend(one)}>${one.disabled ? "恢复" : "停用"}</button>
                </div>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #form(what: Account | "new"): TemplateResult {
    const old = what === "new" ? null : what;
    return html`<form @submit=${this.#save} @input=${() => this.#touch(true)} aria-label=${old ? `修改账号 ${old.name}` : "新建账号"}>
      ${old ? html`<h3 class="wide">修改账号 ${old.name}</h3>` : html`<div><label for="name">账号名</label><input id="name" name="name" required pattern="[A-Za-z0-9][A-Za-z0-9._@\\-]{1,63}" title="2 到 64 个字母、数字或 . _ @ -" autocomplete="off" /></div>`}
      <div><label for="displayName">姓名或岗位</label><input id="displayName" name="displayName" required maxlength="100" .value=${old?.displayName ?? ""} /></div>
      <div>
        <label for="department">部门（承办人必填）</label>
        <input id="department" name="department" list="offices" autocomplete="off" .value=${old?.department ?? ""} />
        ${choices("offices", this.names)}
      </div>
      <fieldset class="wide">
        <legend>角色</legend>
        ${Object.entries(ROLE_LABELS).map(([role, label]) => html`<label><input type="checkbox" name="roles" value=${role} ?checked=${old?.roles.includes(role) ?? false} /> ${label}</label>`)}
      </fieldset>
      <div class="row wide">
        <button class="primary" ?disabled=${this.loading}>保存</button>
        <button type="button" @click=${() => this.#close()}>取消</button>
      </div>
    </form>`;
  }

  #touch(touched: boolean): void {
    this.#touched = touched;
    holdPage(this, touched);
  }

  #close(): void {
    this.editing = null;
    this.#touch(false);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#touch(false);
  }

  async #edit(what: Account | "new"): Promise<void> {
    const open = this.editing === "new" ? "新账号" : this.editing?.name;
    if (this.#touched && !(await confirmed({ title: `${open} 的修改还没有保存`, lines: ["继续会放弃这些修改。"], yes: "放弃修改", no: "回去保存" }))) {
      return;
    }
    this.#touch(false);
    this.secret = null;
    this.done = "";
    this.editing = what;
    this.names = await departmentNames();
    await this.focusOn("form input");
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const body: Record<string, unknown> = {
      displayName: String(form.get("displayName")).trim(),
      roles: form.getAll("roles"),
      department: String(form.get("department") ?? "").trim() || null,
    };
    const old = this.editing === "new" ? null : this.editing!;
    const saved = await this.during((signal) =>
      old
        ? call<unknown>("", `/api/accounts/${encodeURIComponent(old.name)}`, { method: "PUT", body, signal })
        : call<FirstPassword>("", "/api/accounts", { body: { ...body, name: String(form.get("name")).trim() }, signal }),
    );
    if (saved) {
      this.secret = old ? null : (saved as FirstPassword);
      this.done = old ? `已修改 ${old.name}，须重新登录。` : "";
      this.#close();
      await this.#load();
    }
  }

  async #reset(one: Account): Promise<void> {
    const lines = ["现在的密码立即失效，已登录的地方会退出。", "新密码只显示一次。"];
    if (!(await confirmed({ title: `重置 ${one.name} 的密码？`, lines, yes: "重置密码" }))) {
      return;
    }
    this.done = "";
    this.secret = await this.during((signal) =>
      call<FirstPassword>("", `/api/accounts/${encodeURIComponent(one.name)}/password`, { method: "POST", signal }),
    );
  }

  /** The owner may try again at once; the password stays. */
  async #unlock(one: Account): Promise<void> {
    const changed = await this.during((signal) => call("", `/api/accounts/${encodeURIComponent(one.name)}/lock`, { method: "DELETE", signal }));
    if (changed) {
      this.done = `已解除 ${one.name} 的锁定。`;
      await this.#load();
    }
  }

  async #suspend(one: Account): Promise<void> {
    if (!one.disabled && !(await confirmed({ title: `停用 ${one.name}？`, lines: await this.#openCases(one), yes: "停用" }))) {
      return;
    }
    this.secret = null;
    const changed = await this.during((signal) =>
      call("", `/api/accounts/${encodeURIComponent(one.name)}/suspension`, { method: one.disabled ? "DELETE" : "POST", signal }),
    );
    if (changed) {
      this.done = `${one.disabled ? "已恢复" : "已停用"} ${one.name}。`;
      await this.#load();
    }
  }

  /** What a person leaves behind. */
  async #openCases(one: Account): Promise<string[]> {
    const lines = ["停用后立即不能登录，可以再恢复。"];
    if (one.department) {
      const query = new URLSearchParams({ state: "open", department: one.department, pageSize: "1" });
      const others = (this.accounts ?? []).filter((other) => other.name !== one.name && !other.disabled && other.department === one.department).length;
      const open = await this.during((signal) => call<Page<unknown>>("", `/api/cases?${query}`, { signal }), "open");
      lines.push(`${one.department}还有 ${open?.total ?? "若干"} 件未答复，${others > 0 ? `其余 ${others} 个账号可以办理` : "没有其他账号可以办理"}。`);
    }
    return lines;
  }

  async #load(): Promise<void> {
    const list = await this.during((signal) => call<{ items: Account[] }>("", "/api/accounts", { signal }), "list");
    this.accounts = list?.items ?? this.accounts;
  }
}

customElements.define("zt-admin-accounts", AdminAccounts);
