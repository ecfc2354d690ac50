import { call } from "./shared/api";
import { adopt, autosaveReady, autosaves, type Change, type Saved } from "./shared/autosave";

/** A pause in typing after which a copy goes to the service. */
const PAUSE_MILLIS = 1_500;
/** A case is shown without what was typed elsewhere rather than late. */
const PULL_MILLIS = 3_000;

const waiting = new Map<string, { timer: number; send: (last: boolean) => void }>();
let started = false;

const path = (record: string, form = ""): string => `/api/cases/${encodeURIComponent(record)}/work-copies${form ? `/${encodeURIComponent(form)}` : ""}`;

/** From now on what is typed on a case is kept with the service too, and found on another machine. */
export function startWorkCopies(): void {
  if (!started) {
    started = true;
    autosaves.addEventListener("change", (event) => take((event as CustomEvent<Change>).detail));
    addEventListener("pagehide", () => [...waiting.values()].forEach(({ send }) => send(true)));
  }
}

/** Brings what the reader typed on a case elsewhere into this browser. */
export async function pullWorkCopies(record: string): Promise<void> {
  await autosaveReady();
  const found = await call<{ items: ({ form: string } & Saved)[] }>("", path(record), { timeoutMillis: PULL_MILLIS }).catch(() => null);
  found?.items.forEach(({ form, values, at }) => adopt(record, form, { values, at }));
}

function take(change: Change): void {
  if (change === null) {
    return;
  }
  const { record, form, values } = change;
  const key = path(record, form);
  const send = (last: boolean): void => {
    clearTimeout(waiting.get(key)?.timer);
    waiting.delete(key);
    void fetch(key, {
      method: values === null ? "DELETE" : "PUT",
      headers: { "Content-Type": "application/json" },
      body: values === null ? undefined : JSON.stringify({ values }),
      keepalive: last,
    }).catch(() => {
      // This browser has it; the next key tries again.
    });
  };
  clearTimeout(waiting.get(key)?.timer);
  waiting.set(key, { timer: window.setTimeout(() => send(false), values === null ? 0 : PAUSE_MILLIS), send });
}
