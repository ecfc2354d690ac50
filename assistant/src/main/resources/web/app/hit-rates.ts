import { call } from "./shared/api";
import { percent } from "./shared/types";

interface Band {
  from: number;
  to: number;
  decided: number;
  right: number;
  /** Null where too few were decided. */
  rate: number | null;
}

export interface HitRates {
  fewest: number;
  category: Band[];
  department: Band[];
}

let rates: Promise<HitRates | null> | null = null;

/** How often suggestions were right, by confidence; asked once, null for those who may not know. */
export function hitRates(): Promise<HitRates | null> {
  rates ??= call<HitRates>("", "/api/triage/hit-rates").catch(() => {
    rates = null;
    return null;
  });
  return rates;
}

/** What became of suggestions as sure as this one, in one line. */
export function hitRate(rates: HitRates, part: "category" | "department", confidence: number): string {
  const bands = rates[part];
  const band = bands[Math.min(bands.length - 1, Math.floor(confidence * bands.length + 1e-9))];
  if (!band) {
    return "";
  }
  return band.rate === null
    ? `同等把握的仅 ${band.decided} 件有人工决定，暂不计命中率`
    : `同等把握的 ${band.decided} 件中 ${percent(band.rate)} 与人工决定一致`;
}
