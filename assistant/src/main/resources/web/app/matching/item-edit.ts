import { html, nothing, type TemplateResult } from "lit";
import { PageElement, pageStyles } from "../page";
import { call } from "../shared/api";
import { confirmed } from "../shared/confirm";
import { holdPage } from "../shared/leave-guard";
import { markedClause, selectedQuote } from "./clause-marks";
import { addLeaf, changeGroup, denyLeaf, joinWithPrevious, moveLeaf, replaceLeaf } from "./edit-tree";
import { editStyles } from "./edit-styles";
import { PARTS, isPressed, keysView } from "./edit-keys";
import { extractedNode, loadItem, saveItem } from "./item-service";
import { leafFields, type LeafPart } from "./leaf-fields";
import { quotedLeaf, type Quoted } from "./quoted-leaf";
import { samples } from "./samples";
import "./item-drafts";
import "./item-trial";
import { strengthTag, treeStyles, treeView } from "./tree-view";
import { STATES, fieldName, leavesOf, type Example, type Field, type Group, type ItemBody, type Leaf, type Node } from "./types";

/** A publisher's desk for one item: the clause at the left, its conditions at the right. */
class ItemEditPage extends PageElement {
  static styles = [pageStyles, treeStyles, editStyles];
  static properties = {
    ...PageElement.properties,
    body: { state: true },
    tree: { state: true },
    chosen: { state: true },
    agreed: { state: true },
    fields: { state: true },
    examples: { state: true },
    done: { state: true },
    dirty: { state: true },
  };
  declare body: ItemBody | null;
  declare tree: Node | null;
  declare chosen: number;
  /** Leaves, as they are written, that the person has confirmed here. */
  declare agreed: Set<string>;
  declare fields: Field[];
  declare examples: Example[];
  declare done: string;
  declare dirty: boolean;
  #past: Node[] = [];
  #examplesChanged = false;
  readonly #id = location.pathname.split("/")[2] ?? "";

  constructor() {
    super();
    this.body = null;
    this.tree = null;
    this.chosen = 0;
    this.agreed = new Set();
    this.fields = [];
    this.examples = [];
    this.done = "";
    this.dirty = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    if (this.#id !== "new") {
      addEventListener("keydown", this.#key);
      void this.#load();
    }
  }

  updated(): void {
    holdPage(this, this.dirty);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    holdPage(this, false);
    removeEventListener("keydown", this.#key);
  }

  render(): TemplateResult {
    if (this.#id === "new") {
      return html`<h1>从政策抽取事项</h1><zt-item-drafts></zt-item-drafts>`;
    }
    if (!this.body || !this.tree) {
      return html`${this.failureNotice()} ${this.loadingNotice()}<p><a href="/items">返回事项库</a></p>`;
    }
    const leaves = leavesOf(this.tree);
    const open = leaves.filter((leaf) => !this.agreed.has(JSON.stringify(leaf))).length;
    return html`
      <p><a href="/items">事项库</a></p>
      <h1>${this.body.item.title} <span class="tag">${STATES[this.body.state]}</span></h1>
      ${this.failureNotice()} ${this.done ? html`<p class="notice" role="status">${this.done}</p>` : nothing}
      <div class="row bar">
        <button @click=${this.#undo} ?disabled=${this.#past.length === 0}>撤销</button>
        <button class="primary" @click=${this.#save} ?disabled=${this.loading}>保存${this.dirty ? " *" : ""}</button>
        <button @click=${this.#publish} ?disabled=${this.loading}>发布</button>
        <span class="dim">${open === 0 ? "条件已全部确认" : `还有 ${open} 条待确认`}</span>
      </div>
      ${this.#missing()}
      <div class="grid">
        <section class="card" aria-label="原文">
          <h2>原文</h2>
          <div class="clause" @mouseup=${() => this.requestUpdate()}>${markedClause(this.body.item.text, leaves, this.chosen, (index) => (this.chosen = index))}</div>
          <div class="row">
            <button @click=${() => this.#quote(false)}>选中的字作为本条引文</button>
            <button @click=${() => this.#quote(true)}>选中的字建新条件</button>
          </div>
        </section>
        <section class="card" aria-label="条件">
          <h2>条件</h2>
          ${treeView(this.tree, (leaf, index) => this.#leaf(leaf, index))}
          ${keysView()}
        </section>
      </div>
      <zt-item-trial .tree=${this.tree} .examples=${this.examples} @examples=${this.#changeExamples}></zt-item-trial>
    `;
  }

  #missing(): TemplateResult | typeof nothing {
    const missing = this.body!.missing;
    return missing.length === 0 || this.dirty
      ? nothing
      : html`<details class="card"><summary>发布前还缺 ${missing.length} 项</summary><ul>${missing.map((one) => html`<li>${one.text}</li>`)}</ul></details>`;
  }

  #leaf(leaf: Leaf, index: number): TemplateResult {
    const chosen = index === this.chosen;
    const agreed = this.agreed.has(JSON.stringify(leaf));
    return html`<div
      class="leaf ${chosen ? "chosen" : ""}"
      draggable="true"
      @dragstart=${(event: DragEvent) => event.dataTransfer?.setData("text/plain", String(index))}
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => this.#dropped(event, index)}
    >
      <button class="link sentence" aria-current=${chosen ? "true" : nothing} @click=${() => (this.chosen = index)}>
        <span class="mark ${agreed ? "good" : "warn"}" aria-label=${agreed ? "已确认" : "待确认"}>${agreed ? "✓" : "○"}</span>
        ${index + 1}. ${this.#sentence(leaf)}
      </button>
      ${strengthTag(leaf)}
      ${chosen
        ? html`${leafFields(leaf, this.fields, (changed) => this.#replace(index, changed))}
            <div class="row"><button class="primary" @click=${this.#agree}>确认（回车）</button><button @click=${this.#deny}>移入或移出“不得”</button><button @click=${() => this.#step(replaceLeaf(this.tree!, index, null))}>删除</button></div>`
        : nothing}
    </div>`;
  }

  #sentence(leaf: Leaf): string {
    const before = leavesOf(this.body!.item.conditions);
    const same = before.findIndex((one) => JSON.stringify(one) === JSON.stringify(leaf));
    const words = same < 0 ? undefined : this.body!.words[same];
    return words ?? (leaf.op ? `${fieldName(this.fields, leaf.field)} ${leaf.op} ${String(leaf.value)}${leaf.unit === "share" ? "" : (leaf.unit ?? "")}` : (leaf.what ?? leaf.quote));
  }

  readonly #key = (event: KeyboardEvent): void => {
    const path = event.composedPath();
    const target = path[0] as HTMLElement;
    // A press on plain text moves the focus to what holds the page.
    const elsewhere = !path.includes(this) && target !== document.body && target.id !== "content";
    // Enter in an input method takes a word; it confirms nothing.
    if (!this.tree || elsewhere || event.isComposing || (event.key === "Enter" && isPressed(target))) {
      return;
    }
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName ?? "");
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === "s") {
      this.#handled(event, () => void this.#save());
    } else if (typing && target.dataset.part !== undefined && (event.key === "Enter" || event.key === "Escape")) {
      this.#handled(event, () => this.#typed(target, event.key === "Enter"));
    } else if (!typing && control && event.key === "z") {
      this.#handled(event, this.#undo);
    } else if (!typing && !control) {
      this.#plainKey(event);
    }
  };

  #plainKey(event: KeyboardEvent): void {
    const leaves = leavesOf(this.tree!);
    const to = Math.min(leaves.length - 1, Math.max(0, this.chosen + (event.key === "ArrowDown" ? 1 : -1)));
    const types: Record<string, Group["type"]> = { "1": "all", "2": "any", "3": "none" };
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.#handled(event, () => {
        if (event.altKey) {
          this.#step(moveLeaf(this.tree!, leaves, this.chosen, to));
        }
        this.chosen = to;
      });
    } else if (event.key === "Enter") {
      this.#handled(event, this.#agree);
    } else if (event.key === "Delete") {
      this.#handled(event, () => this.#step(replaceLeaf(this.tree!, this.chosen, null)));
    } else if (event.key.toLowerCase() === "j") {
      this.#handled(event, () => this.#step(joinWithPrevious(this.tree!, leaves, this.chosen, "any")));
    } else if (event.key.toLowerCase() === "x") {
      this.#handled(event, this.#deny);
    } else if (event.key.toLowerCase() === "n" || event.key.toLowerCase() === "q") {
      this.#handled(event, () => this.#quote(event.key.toLowerCase() === "n"));
    } else if (PARTS[event.key.toLowerCase()]) {
      this.#handled(event, () => this.#change(PARTS[event.key.toLowerCase()]!));
    } else if (types[event.key]) {
      this.#handled(event, () => this.#step(changeGroup(this.tree!, this.chosen, (group) => ({ ...group, type: types[event.key]! }))));
    }
  }

  /** Leaving the input makes it tell what was typed. */
  #typed(input: HTMLElement, agreed: boolean): void {
    input.blur();
    if (agreed) {
      this.#agree();
    }
  }

  #change(part: LeafPart): void {
    const input = this.renderRoot.querySelector<HTMLElement>(`.leaf.chosen [data-part="${part}"]`);
    input?.focus();
    if (input instanceof HTMLInputElement) {
      input.select();
    }
  }

  readonly #deny = (): void => {
    const leaves = leavesOf(this.tree!);
    const leaf = leaves[this.chosen];
    this.#step(denyLeaf(this.tree!, leaves, this.chosen));
    this.chosen = Math.max(0, leavesOf(this.tree!).findIndex((one) => one === leaf));
  };

  #handled(event: KeyboardEvent, act: () => void): void {
    event.preventDefault();
    act();
  }

  readonly #agree = (): void => {
    const leaves = leavesOf(this.tree!);
    const leaf = leaves[this.chosen];
    if (leaf) {
      this.agreed = new Set([...this.agreed, JSON.stringify(leaf)]);
      this.dirty = true;
      const next = leaves.findIndex((one, i) => i > this.chosen && !this.agreed.has(JSON.stringify(one)));
      this.chosen = next < 0 ? this.chosen : next;
    }
  };

  #replace(index: number, leaf: Leaf): void {
    this.#step(replaceLeaf(this.tree!, index, leaf));
    // Who has just typed it stands for it.
    this.agreed = new Set([...this.agreed, JSON.stringify(leaf)]);
  }

  #step(tree: Node): void {
    this.#past.push(this.tree!);
    this.tree = tree;
    this.dirty = true;
    this.done = "";
  }

  readonly #undo = (): void => {
    this.tree = this.#past.pop() ?? this.tree;
  };

  #dropped(event: DragEvent, to: number): void {
    event.preventDefault();
    const from = Number(event.dataTransfer?.getData("text/plain"));
    if (Number.isInteger(from)) {
      this.#step(moveLeaf(this.tree!, leavesOf(this.tree!), from, to));
      this.chosen = to;
    }
  }

  #quote(fresh: boolean): void {
    const quoted = selectedQuote(this.renderRoot as ShadowRoot, this.body!.item.text, this.body!.item.start ?? 0);
    if (!quoted) {
      this.done = "请先在原文中选中几个字。";
      return;
    }
    const leaf = leavesOf(this.tree!)[this.chosen];
    if (fresh || !leaf) {
      const guess = { ...quotedLeaf(quoted.quote, this.fields), ...quoted };
      this.#step(addLeaf(this.tree!, guess));
      this.chosen = leavesOf(this.tree!).length - 1;
      void this.#read(guess, quoted);
    } else {
      this.#replace(this.chosen, { ...leaf, ...quoted });
    }
  }

  /** What the extraction finds in the marked words takes the guess's place, unless a person has touched it meanwhile. */
  async #read(guess: Leaf, quoted: Quoted): Promise<void> {
    const found = await extractedNode(this.body!, quoted);
    const index = this.tree ? leavesOf(this.tree).indexOf(guess) : -1;
    if (found && index >= 0 && !this.agreed.has(JSON.stringify(guess))) {
      this.tree = replaceLeaf(this.tree!, index, found);
    }
  }

  readonly #changeExamples = (event: CustomEvent<Example[]>): void => {
    this.examples = event.detail;
    this.#examplesChanged = true;
    this.dirty = true;
  };

  readonly #save = async (): Promise<boolean> => {
    const saved = await this.during((signal) => saveItem(this.#id, this.body!, this.tree!, this.agreed, this.#examplesChanged ? this.examples : null, signal));
    if (saved) {
      this.#examplesChanged = false;
      this.#known(saved);
      this.done = "已保存。";
      await this.#refresh();
    }
    return saved !== null;
  };

  readonly #publish = async (): Promise<void> => {
    if (this.dirty && !(await this.#save())) {
      return;
    }
    if (this.body!.missing.length > 0) {
      this.done = `还缺 ${this.body!.missing.length} 项，列在下面。`;
      return;
    }
    if (await confirmed({ title: "发布这个事项？", lines: ["发布后企业就能看到，并参与匹配。"], yes: "发布" })) {
      const body = await this.during((signal) => call<ItemBody>("", `/api/items/${this.#id}/publication?basedOn=${this.body!.version}`, { method: "POST", signal }));
      if (body) {
        this.#known(body);
        this.done = "已发布。";
      }
    }
  };

  async #refresh(): Promise<void> {
    const body = await this.during((signal) => call<ItemBody>("", `/api/items/${this.#id}`, { signal }));
    if (body) {
      this.#known(body);
    }
  }

  #known(body: ItemBody): void {
    this.body = body;
    this.tree = body.item.conditions;
    const leaves = leavesOf(body.item.conditions);
    this.agreed = new Set(body.confirmed.flatMap((index) => (leaves[index] ? [JSON.stringify(leaves[index])] : [])));
    this.dirty = false;
    this.#past = [];
    document.title = `${body.item.title} - 编辑事项 - 直通`;
  }

  async #load(): Promise<void> {
    const loaded = await this.during((signal) => loadItem(this.#id, signal));
    if (loaded) {
      this.#known(loaded.body);
      this.fields = loaded.fields;
      this.examples = loaded.examples.length > 0 ? loaded.examples : samples(loaded.body.item.conditions);
    }
  }
}

customElements.define("zt-item-edit", ItemEditPage);
