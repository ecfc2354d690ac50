import { strictEqual } from "node:assert";
import { closedWords } from "../../main/resources/web/app/matching/types";

/** Runs with the clock at an instant. */
function at(instant: string, run: () => void): void {
  const real = globalThis.Date;
  globalThis.Date = class extends real {
    constructor() {
      super(instant);
    }
  } as DateConstructor;
  try {
    run();
  } finally {
    globalThis.Date = real;
  }
}

const window = { from: "2026-04-01", to: "2026-04-30", text: null };

Deno.test("closedWords_inTheFirstHoursAfterItsLastDay_saysThatItIsOver", () => {
  at("2026-04-30T17:00:00Z", () => strictEqual(closedWords(window), "已截止：2026-04-01 至 2026-04-30"));
});

Deno.test("closedWords_beforeItsFirstDay_saysThatItIsToCome", () => {
  at("2026-03-31T15:00:00Z", () => strictEqual(closedWords(window), "未到申报期：2026-04-01 至 2026-04-30"));
});
