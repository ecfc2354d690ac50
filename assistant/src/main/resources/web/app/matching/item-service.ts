import { call } from "../shared/api";
import { foundIn, type Quoted } from "./quoted-leaf";
import { leavesOf, type Example, type Field, type ItemBody, type ItemContent, type Node } from "./types";

/** An item with what is needed to edit it. */
export const loadItem = async (id: string, signal: AbortSignal): Promise<{ body: ItemBody; fields: Field[]; examples: Example[] }> => {
  const [body, fields, kept] = await Promise.all([
    call<ItemBody>("", `/api/items/${id}`, { signal }),
    call<Field[]>("", "/api/enterprises/fields", { signal }),
    call<{ examples: Example[] }>("", `/api/items/${id}/examples`, { signal }),
  ]);
  return { body, fields, examples: kept.examples };
};

/**
 * Keeps the conditions where they differ from the known ones, then which leaves were confirmed, then the examples:
 * a confirmation is of the leaves as they are kept. What somebody else has changed meanwhile is not overwritten, nor
 * confirmed unread: the service answers 409. What was kept before a later step failed is known from then on.
 *
 * @param examples null where they were not changed
 */
export const saveItem = async (
  id: string, known: ItemBody, tree: Node, agreed: Set<string>, examples: Example[] | null, signal: AbortSignal): Promise<ItemBody> => {
  const path = `/api/items/${id}`;
  if (JSON.stringify(tree) !== JSON.stringify(known.item.conditions)) {
    const kept = await call<ItemBody>("", `${path}?basedOn=${known.version}`, { method: "PUT", body: { ...known.item, conditions: tree }, signal });
    Object.assign(known, kept);
  }
  const leaves = leavesOf(tree).flatMap((leaf, i) => (agreed.has(JSON.stringify(leaf)) ? [i] : []));
  if (leaves.length > 0) {
    Object.assign(known, await call<ItemBody>("", `${path}/confirmations?basedOn=${known.version}`, { body: { leaves }, signal }));
  }
  return examples === null
    ? known
    : call<ItemBody>("", `${path}/examples?basedOn=${known.version}`, { method: "PUT", body: { examples }, signal });
};

const EXTRACTION_LIMIT = 5_000;

/** The conditions of words that a person marked; null where none are found, or the answer does not come. */
export const extractedNode = async ({ item, policy }: ItemBody, quoted: Quoted): Promise<Node | null> => {
  const body = { title: item.title, text: quoted.quote, issuer: policy.issuer, region: item.region };
  try {
    const { items } = await call<{ items: ItemContent[] }>("", "/api/items/extraction", { body, timeoutMillis: EXTRACTION_LIMIT });
    return items.length === 1 && items[0] ? foundIn(items[0].conditions, quoted) : null;
  } catch {
    return null;
  }
};
