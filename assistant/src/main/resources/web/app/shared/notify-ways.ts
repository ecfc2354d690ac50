import { html, nothing, type TemplateResult } from "lit";
import { call } from "./api";

export interface NotifyWay {
  code: string;
  label: string;
}

/** How the service can tell an enterprise of its case beside the inbox; none where it could not be asked. */
export const notifyWays = (base = ""): Promise<NotifyWay[]> => call<NotifyWay[]>(base, "/api/notify-ways").catch(() => []);

/** Boxes to choose ways by, all ticked; nothing where there is no way to choose. */
export function notifyChoice(ways: NotifyWay[], legend: string, labels: Record<string, string> = {}): TemplateResult | typeof nothing {
  return ways.length === 0
    ? nothing
    : html`<fieldset class="wide">
        <legend>${legend}</legend>
        ${ways.map((way) => html`<label><input type="checkbox" name="notifyBy" value=${way.code} checked /> ${labels[way.code] ?? way.label}</label> `)}
      </fieldset>`;
}

/** What was ticked and has its address; undefined where nothing could be chosen. */
export function chosenWays(form: FormData, ways: NotifyWay[], phone: string | null, email: string | null): string[] | undefined {
  if (ways.length === 0) {
    return undefined;
  }
  const reachable = (code: string): boolean => (code === "sms" ? Boolean(phone) : code === "mail" ? Boolean(email) : true);
  return form.getAll("notifyBy").map(String).filter(reachable);
}
