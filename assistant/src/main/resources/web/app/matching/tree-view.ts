import { css, html, nothing, type TemplateResult } from "lit";
import { GROUPS, isGroup, type Leaf, type Node } from "./types";

export const treeStyles = css`
  .tree,
  .tree ul {
    list-style: none;
    margin: 0;
    padding-left: 1.1em;
    border-left: 2px solid var(--zt-line);
  }
  .tree > li,
  .tree ul > li {
    padding: 0.2em 0;
  }
  .joint {
    font-weight: 600;
  }
  .joint.none {
    color: var(--zt-bad);
  }
  .mark {
    display: inline-block;
    width: 1.4em;
    text-align: center;
    font-weight: 700;
  }
  blockquote {
    margin: 0.1em 0 0.2em 1.5em;
    color: var(--zt-dim);
    overflow-wrap: anywhere;
  }
`;

/** A tree as indented sentences; leaves are numbered depth first. */
export function treeView(tree: Node, leaf: (leaf: Leaf, index: number) => TemplateResult): TemplateResult {
  let index = 0;
  const draw = (node: Node): TemplateResult => {
    if (!isGroup(node)) {
      return html`<li>${leaf(node, index++)}</li>`;
    }
    const label = node.type === "at_least" ? `以下至少满足 ${node.n ?? 1} 项` : GROUPS[node.type];
    return html`<li>
      <span class="joint ${node.type}">${label}</span>
      <ul>${node.children.map(draw)}</ul>
    </li>`;
  };
  return html`<ul class="tree">${draw(tree)}</ul>`;
}

/** What weakens a condition, in a word. */
export const strengthTag = (leaf: Leaf): TemplateResult | typeof nothing => {
  const words = [
    leaf.strength === "principle" ? "原则上" : "",
    leaf.strength === "priority" ? "优先条件" : "",
    leaf.mode === "evidence" ? "需提交材料" : "",
    leaf.mode === "judgement" ? "人工认定" : "",
  ].filter(Boolean);
  return words.length > 0 ? html`${words.map((word) => html`<span class="tag">${word}</span>`)}` : nothing;
};
