import { html, type TemplateResult } from "lit";
import { call } from "./api";

export interface Place {
  code: string;
  /** With the places above it, as people write it. */
  name: string;
}

const offered = (one: Place): string => `${one.name}（${one.code}）`;

/** An input for a place by its name; `found` gets what the service offers for what was typed. */
export function placeInput(id: string, name: string, places: Place[], found: (places: Place[]) => void, base = ""): TemplateResult {
  const look = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).value.trim();
    if (typed !== "" && placeCode(typed) === typed && !/^\d{6}$/.test(typed)) {
      void call<{ items: Place[] }>(base, `/api/places?q=${encodeURIComponent(typed)}`).then(
        (list) => found(list.items),
        () => found([]),
      );
    }
  };
  return html`<input id=${id} name=${name} list=${`${id}-places`} autocomplete="off" maxlength="100" placeholder="如 鼓楼区" @input=${look} />
    <datalist id=${`${id}-places`}>${places.map((one) => html`<option value=${offered(one)}></option>`)}</datalist>`;
}

/** The code of an offered place; anything else as it stands, for the service to refuse with a reason. */
export const placeCode = (value: string): string => /（(\d{6})）$/.exec(value)?.[1] ?? value;

/** The code of what was typed: offered, or the one place of that name; null where it is none, or several. */
export async function placeOf(value: string, base = ""): Promise<string | null> {
  const code = placeCode(value);
  if (/^\d{6}$/.test(code)) {
    return code;
  }
  const { items } = await call<{ items: Place[] }>(base, `/api/places?q=${encodeURIComponent(value)}`);
  const named = items.filter((one) => one.name.endsWith(value));
  return items.length === 1 ? items[0].code : named.length === 1 ? named[0].code : null;
}
