import { isGroup, type Group, type Leaf, type Node } from "./types";

/** Changes of a tree; each gives a new one, so that every step can be undone. */

/** Puts something else in the place of the leaf of this number; null takes it out. */
export function replaceLeaf(tree: Node, index: number, by: Node | null): Node {
  let at = 0;
  const walk = (node: Node): Node | null => {
    if (!isGroup(node)) {
      return at++ === index ? by : node;
    }
    const children = node.children.map(walk).filter((child): child is Node => child !== null);
    return children.length === 0 && node !== tree ? null : { ...node, children };
  };
  return walk(tree) ?? { type: "all", children: [] };
}

/** The same for the group that the leaf stands in. */
export function changeGroup(tree: Node, index: number, change: (group: Group) => Node): Node {
  let at = 0;
  const walk = (node: Node): Node => {
    if (!isGroup(node)) {
      at++;
      return node;
    }
    const from = at;
    const own = node.children.findIndex((child, i) => {
      const before = node.children.slice(0, i).reduce((sum, one) => sum + count(one), from);
      return !isGroup(child) && before === index;
    });
    const children = node.children.map(walk);
    return own < 0 ? { ...node, children } : change({ ...node, children });
  };
  return walk(tree);
}

export const count = (node: Node): number => (isGroup(node) ? node.children.reduce((sum, one) => sum + count(one), 0) : 1);

/** Moves a leaf to before or behind another. */
export function moveLeaf(tree: Node, leaves: Leaf[], from: number, to: number): Node {
  const moved = leaves[from];
  const target = leaves[to];
  if (!moved || !target || moved === target) {
    return tree;
  }
  const pair: Node[] = from < to ? [target, moved] : [moved, target];
  const without = replaceLeaf(tree, from, null);
  const insert = (node: Node): Node =>
    isGroup(node) ? { ...node, children: node.children.flatMap((child) => (child === target ? pair : [insert(child)])) } : node;
  return insert(without);
}

/** A leaf joins the one before it in a group of its own. */
export function joinWithPrevious(tree: Node, leaves: Leaf[], index: number, type: Group["type"]): Node {
  const before = leaves[index - 1];
  const own = leaves[index];
  if (!before || !own) {
    return tree;
  }
  const without = replaceLeaf(tree, index, null);
  const insert = (node: Node): Node =>
    isGroup(node)
      ? { ...node, children: node.children.map((child) => (child === before ? { type, children: [before, own] } : insert(child))) }
      : node;
  return insert(without);
}

export function addLeaf(tree: Node, leaf: Leaf): Node {
  return isGroup(tree) && tree.type === "all" ? { ...tree, children: [...tree.children, leaf] } : { type: "all", children: [tree, leaf] };
}

/** A leaf goes into the negative list beside it, else into one of its own; out of such a list it comes back. */
export function denyLeaf(tree: Node, leaves: Leaf[], index: number): Node {
  const leaf = leaves[index];
  if (!leaf || !isGroup(tree)) {
    return leaf ? { type: "none", children: [tree] } : tree;
  }
  return changeGroup(tree, index, (group) => {
    const others = group.children.filter((one) => one !== leaf);
    if (group.type === "none") {
      return others.length === 0 ? leaf : { type: "all", children: [{ ...group, children: others }, leaf] };
    }
    const list = others.find((one): one is Group => isGroup(one) && one.type === "none");
    return list
      ? { ...group, children: others.map((one) => (one === list ? { ...list, children: [...list.children, leaf] } : one)) }
      : { ...group, children: group.children.map((one) => (one === leaf ? { type: "none", children: [leaf] } : one)) };
  });
}
