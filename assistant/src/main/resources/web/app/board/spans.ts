import { DAY_MILLIS, day } from "../shared/days";

/** A part of a report's period, with the query that asks for it. */
export interface Span {
  label: string;
  query: string;
}

const MOST = 8;

/** Cuts a period into at most eight equal parts of at least a week, for a trend. */
export function spans(query: string): Span[] {
  const wanted = new URLSearchParams(query);
  const from = Date.parse(`${wanted.get("from")}T00:00:00Z`);
  const to = Date.parse(`${wanted.get("to")}T00:00:00Z`);
  const days = Math.round((to - from) / DAY_MILLIS) + 1;
  if (!(days >= 14)) {
    return [];
  }
  const parts = Math.min(MOST, Math.floor(days / 7));
  return Array.from({ length: parts }, (_, part) => {
    const first = day(new Date(from + Math.floor((days * part) / parts) * DAY_MILLIS));
    const last = day(new Date(from + (Math.floor((days * (part + 1)) / parts) - 1) * DAY_MILLIS));
    const own = new URLSearchParams(wanted);
    own.set("from", first);
    own.set("to", last);
    return { label: `${first.slice(5)} 至 ${last.slice(5)}`, query: String(own) };
  });
}
