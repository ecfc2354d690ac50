/**
 * What was typed and not yet sent, kept in this browser by person, record and form, so that a click,
 * a reload, an expired session or a crash loses nothing.
 */
export interface Saved {
  /** By field; several where a field has several. Only what differs from what the form came with. */
  values: Record<string, string[]>;
  at: string;
}

/** A request that was sent, kept until its answer was seen: the answer may be lost, and the page with it. */
export interface SentRequest {
  /** By which the service knows it again. */
  key: string;
  /** As JSON, each that was sent under the key, the latest first. */
  bodies: string[];
  at: string;
}

const PREFIX = "zhitong-autosave:";
const SENT_PREFIX = "zhitong-sent:";
const DAY = 86_400_000;
const DAYS_KEPT = 30;

let person = "";
let known: Promise<void> = Promise.resolve();
let tabOnly = false;
let swept = false;
/** Takes the storage's place where it is forbidden or full; it ends with the page. */
const memory = new Map<string, string>();

/** What a `change` tells; values are null where they were discarded, all of it where many were at once. */
export type Change = { record: string; form: string; values: Record<string, string[]> | null } | null;

/** Fires `change` when something was saved or discarded. */
export const autosaves = new EventTarget();

/** Who types here; nothing is read or written under another name. */
export function autosaveFor(who: Promise<string>): void {
  known = who.then((name) => {
    person = name;
  });
}

/** On a machine for the public, what is typed ends with the tab. */
export function autosaveForTab(only: boolean): void {
  tabOnly = only;
}

/** Resolves when it is known who types. */
export const autosaveReady = (): Promise<void> => known;

const prefix = (record: string): string => `${PREFIX}${encodeURIComponent(person)}:${encodeURIComponent(record)}:`;
const keyOf = (record: string, form: string): string => prefix(record) + encodeURIComponent(form);
const sentKeyOf = (record: string, form: string): string => SENT_PREFIX + keyOf(record, form).slice(PREFIX.length);
const ofPerson = (key: string): boolean => [PREFIX, SENT_PREFIX].some((start) => key.startsWith(`${start}${encodeURIComponent(person)}:`));

export function saved(record: string, form: string): Saved | null {
  return parsed(read(keyOf(record, form)));
}

/** False where it could only be kept in memory, which the page's end takes away. */
export function save(record: string, form: string, values: Record<string, string[]>, now = new Date()): boolean {
  sweep(now);
  const durable = write(keyOf(record, form), JSON.stringify({ values, at: now.toISOString() } satisfies Saved));
  tell({ record, form, values });
  return durable;
}

export function discard(record: string, form: string): void {
  if (read(keyOf(record, form)) !== null) {
    remove(keyOf(record, form));
    tell({ record, form, values: null });
  }
}

/** Takes what the same person typed elsewhere, unless what is here is newer. */
export function adopt(record: string, form: string, other: Saved): void {
  const here = saved(record, form);
  if (here === null || Date.parse(here.at) < Date.parse(other.at)) {
    write(keyOf(record, form), JSON.stringify(other));
  }
}

/** What this form sent last without an answer that was seen; null when there is none. */
export function sentRequest(record: string, form: string): SentRequest | null {
  try {
    const found = JSON.parse(read(sentKeyOf(record, form)) ?? "null") as SentRequest | null;
    return found && typeof found.key === "string" && Array.isArray(found.bodies) ? found : null;
  } catch {
    return null;
  }
}

export function rememberSent(record: string, form: string, key: string, bodies: string[], now = new Date()): void {
  write(sentKeyOf(record, form), JSON.stringify({ key, bodies, at: now.toISOString() } satisfies SentRequest));
}

export function forgetSent(record: string, form: string): void {
  remove(sentKeyOf(record, form));
}

const tell = (change: Change): boolean => autosaves.dispatchEvent(new CustomEvent("change", { detail: change }));

/** Names of the forms of a record in which something waits. */
export function savedForms(record: string): string[] {
  const start = prefix(record);
  return keys()
    .filter((key) => key.startsWith(start) && parsed(read(key)) !== null)
    .map((key) => decodeURIComponent(key.slice(start.length)));
}

/** How many texts of this person wait in this browser. */
export const savedCount = (): number => keys().filter((key) => key.startsWith(PREFIX) && ofPerson(key)).length;

/** For a machine that others use too. */
export function discardAll(): void {
  keys().filter(ofPerson).forEach(remove);
  tell(null);
}

/** Old ones of everybody: a browser is not an archive of what people once began to write. */
function sweep(now: Date): void {
  if (!swept) {
    swept = true;
    keys()
      .filter((key) => now.getTime() - Date.parse(dated(read(key)) ?? "1970-01-01") > DAYS_KEPT * DAY)
      .forEach(remove);
  }
}

/** When it was kept, of a text as of a request. */
function dated(text: string | null): string | undefined {
  try {
    return (JSON.parse(text ?? "null") as { at?: string } | null)?.at;
  } catch {
    return undefined;
  }
}

function parsed(text: string | null): Saved | null {
  try {
    const found = JSON.parse(text ?? "null") as Saved | null;
    return found && typeof found.at === "string" && typeof found.values === "object" && found.values !== null ? found : null;
  } catch {
    return null;
  }
}

/** What visitors type ends with the tab: others may use the same browser. A reload or a crash does not end it. */
const storage = (): Storage => (tabOnly || person === "" ? sessionStorage : localStorage);

function keys(): string[] {
  const all = [...memory.keys()];
  try {
    for (let i = 0; i < storage().length; i++) {
      all.push(storage().key(i)!);
    }
  } catch {
    // Storage may be forbidden.
  }
  return all.filter((key) => key.startsWith(PREFIX) || key.startsWith(SENT_PREFIX));
}

function read(key: string): string | null {
  try {
    return memory.get(key) ?? storage().getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): boolean {
  try {
    storage().setItem(key, text);
    memory.delete(key);
    return true;
  } catch {
    memory.set(key, text);
    return false;
  }
}

function remove(key: string): void {
  memory.delete(key);
  try {
    storage().removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}
