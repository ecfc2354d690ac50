/** Lists that a person comes back to, kept in this browser under the person's name. */
export interface View {
  name: string;
  /** Filters as an address has them. */
  query: string;
}

const KEY = "zhitong-views:";
const MOST = 12;

export function views(person: string): View[] {
  try {
    const read = JSON.parse(localStorage.getItem(KEY + person) ?? "[]") as View[];
    return Array.isArray(read) ? read.filter((one) => typeof one?.name === "string" && typeof one?.query === "string") : [];
  } catch {
    return [];
  }
}

export const keepView = (person: string, view: View): View[] => write(person, [...views(person).filter((one) => one.name !== view.name), view].slice(-MOST));

export const dropView = (person: string, name: string): View[] => write(person, views(person).filter((one) => one.name !== name));

function write(person: string, list: View[]): View[] {
  try {
    localStorage.setItem(KEY + person, JSON.stringify(list));
  } catch {
    // Kept for this page only.
  }
  return list;
}
