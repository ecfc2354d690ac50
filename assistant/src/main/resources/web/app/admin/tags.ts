import { css, html, nothing, type TemplateResult } from "lit";
import { addLeaf, denyLeaf, joinWithPrevious, replaceLeaf } from "../matching/edit-tree";
import { editStyles } from "../matching/edit-styles";
import { leafFields } from "../matching/leaf-fields";
import { treeStyles, treeView } from "../matching/tree-view";
import { isGroup, leavesOf, type EnterpriseTag, type Field, type Leaf, type Node } from "../matching/types";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { confirmed } from "../shared/confirm";

/** What is being written: a new tag has no id. */
interface Draft {
  tagId: string | null;
  version: number;
  name: string;
  tree: Node;
}

const LEAF: Leaf = { type: "leaf", field: "qualification", op: "has", value: "高新技术企业", quote: "", strength: "hard", mode: "data" };

/** The tags of enterprises: named conditions, kept here. */
class AdminTags extends PageElement {
  static styles = [
    pageStyles,
    treeStyles,
    editStyles,
    css`
      form {
        border: 1px solid var(--zt-line);
        border-radius: 8px;
        padding: 0.8rem;
        margin: 0.8rem 0;
      }
    `,
  ];
  static properties = { ...PageElement.properties, tags: { state: true }, fields: { state: true }, draft: { state: true }, done: { state: true } };
  declare tags: EnterpriseTag[] | null;
  declare fields: Field[];
  declare draft: Draft | null;
  declare done: string;

  constructor() {
    super();
    this.tags = null;
    this.fields = [];
    this.draft = null;
    this.done = "";
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  render(): TemplateResult {
    return html`<section class="card" aria-labelledby="tags">
      <h2 id="tags">企业标签</h2>
      <p class="dim">标签是有名字的条件，按企业档案判断：符合即具有。可在匹配看板上按标签看惠及面，企业在自己的页面看到标签和依据。</p>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      ${this.draft ? this.#form(this.draft) : html`<button @click=${() => this.#write({ tagId: null, version: 0, name: "", tree: { type: "all", children: [{ ...LEAF }] } })}>新建标签</button>`}
      ${this.tags ? this.#table(this.tags) : this.loadingNotice()}
    </section>`;
  }

  #table(tags: EnterpriseTag[]): TemplateResult {
    return tags.length === 0
      ? html`<p>还没有标签。</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="企业标签">
          <table>
            <thead><tr><th scope="col">标签</th><th scope="col">条件</th><th scope="col">版本</th><th scope="col">操作</th></tr></thead>
            <tbody>
              ${tags.map(
                (tag) => html`<tr>
                  <th scope="row">${tag.name}</th>
                  <td>${treeView(tag.conditions, (_leaf, index) => html`${tag.words[index]}`)}</td>
                  <td>${tag.version}</td>
                  <td><div class="row">
                    <button class="link" aria-label=${`修改标签 ${tag.name}`} @click=${() => this.#write({ tagId: tag.tagId, version: tag.version, name: tag.name, tree: tag.conditions })}>修改</button>
                    <button class="link" aria-label=${`停用标签 ${tag.name}`} @click=${() => void this.#withdraw(tag)}>停用</button>
                  </div></td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`;
  }

  #form(draft: Draft): TemplateResult {
    const leaves = leavesOf(draft.tree);
    return html`<form @submit=${this.#save}>
      <label for="name">名称</label>
      <input id="name" required maxlength="30" .value=${draft.name} @change=${(event: Event) => (this.draft = { ...draft, name: (event.target as HTMLInputElement).value })} />
      ${treeView(draft.tree, (leaf, index) => this.#leaf(draft, leaves, leaf, index))}
      <div class="row">
        <button type="button" @click=${() => this.#tree(addLeaf(draft.tree, { ...LEAF }))}>添加条件</button>
        ${isGroup(draft.tree) && draft.tree.children.length > 1
          ? html`<button type="button" @click=${() => this.#turn(draft.tree)}>改为${draft.tree.type === "any" ? "全部满足" : "满足任一"}</button>`
          : nothing}
        <button class="primary" ?disabled=${this.loading || leaves.length === 0}>保存</button>
        <button type="button" @click=${() => (this.draft = null)}>取消</button>
      </div>
    </form>`;
  }

  #leaf(draft: Draft, leaves: Leaf[], leaf: Leaf, index: number): TemplateResult {
    const name = `第 ${index + 1} 个条件`;
    return html`<div class="leaf" role="group" aria-label=${name}>
      ${leafFields(leaf, this.fields, (changed) => this.#tree(replaceLeaf(draft.tree, index, changed)), true)}
      <div class="row">
        ${index > 0 ? html`<button type="button" class="link" aria-label=${`${name}与上一条任一`} @click=${() => this.#tree(joinWithPrevious(draft.tree, leaves, index, "any"))}>与上一条任一</button>` : nothing}
        <button type="button" class="link" aria-label=${`${name}移入或移出“不得”`} @click=${() => this.#tree(denyLeaf(draft.tree, leaves, index))}>移入或移出“不得”</button>
        <button type="button" class="link" aria-label=${`删除${name}`} @click=${() => this.#tree(replaceLeaf(draft.tree, index, null))}>删除</button>
      </div>
    </div>`;
  }

  #write(draft: Draft): void {
    this.done = "";
    this.draft = draft;
    void this.focusOn("#name");
  }

  #turn(tree: Node): void {
    if (isGroup(tree)) {
      this.#tree({ ...tree, type: tree.type === "any" ? "all" : "any" });
    }
  }

  #tree(tree: Node): void {
    this.draft = { ...this.draft!, tree };
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { tagId, version, name, tree } = this.draft!;
    const saved = await this.during((signal) =>
      tagId
        ? call<EnterpriseTag>("", `/api/tags/${tagId}`, { method: "PUT", body: { name, conditions: tree, basedOn: version }, signal })
        : call<EnterpriseTag>("", "/api/tags", { body: { name, conditions: tree }, signal }),
    );
    if (saved) {
      this.draft = null;
      this.done = `标签“${saved.name}”已保存。`;
      await this.#load();
    }
  };

  async #withdraw(tag: EnterpriseTag): Promise<void> {
    if (!(await confirmed({ title: `停用标签“${tag.name}”？`, lines: ["停用后不再判断，也不能用来筛选；经过保留。"], yes: "停用" }))) {
      return;
    }
    const done = await this.during(async (signal) => {
      await call("", `/api/tags/${tag.tagId}`, { method: "DELETE", signal });
      return true;
    });
    if (done) {
      this.done = `标签“${tag.name}”已停用。`;
      await this.#load();
    }
  }

  async #load(): Promise<void> {
    const loaded = await this.during((signal) =>
      Promise.all([call<{ items: EnterpriseTag[] }>("", "/api/tags", { signal }), call<Field[]>("", "/api/enterprises/fields", { signal })]),
    );
    if (loaded) {
      [{ items: this.tags }, this.fields] = loaded;
    }
  }
}

customElements.define("zt-admin-tags", AdminTags);
