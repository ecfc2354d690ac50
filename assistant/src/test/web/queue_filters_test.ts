import { deepStrictEqual, strictEqual } from "node:assert";
import { filtersIn, furtherFilters, intoAddress, queryOf } from "../../main/resources/web/app/queue-filters";

Deno.test("filters_throughTheAddress_comeBack", () => {
  const filters = { ...filtersIn(new URLSearchParams()), state: "returned", region: "350100", sort: "newest", page: 3 };
  const address = intoAddress(filters, new URLSearchParams("case=1"));
  strictEqual(address.get("case"), "1");
  deepStrictEqual(filtersIn(address), filters);
});

Deno.test("address_filtersAsThePageBegins_hasNone", () => {
  strictEqual(String(intoAddress(filtersIn(new URLSearchParams()), new URLSearchParams("state=closed&page=9"))), "");
});

Deno.test("query_markAndAllStates_asksForNoState", () => {
  const start = filtersIn(new URLSearchParams());
  strictEqual(queryOf(start).get("state"), "open");
  strictEqual(queryOf({ ...start, state: "all" }).has("state"), false);
  const review = queryOf({ ...start, mark: "review" });
  deepStrictEqual([review.has("state"), review.get("review")], [false, "open"]);
  strictEqual(queryOf({ ...start, mark: "typical" }).get("typical"), "true");
});

Deno.test("page_notANumber_isTheFirst", () => {
  strictEqual(filtersIn(new URLSearchParams("page=x")).page, 1);
  strictEqual(filtersIn(new URLSearchParams("page=-4")).page, 1);
});

Deno.test("furtherFilters_sortAndSize_doNotNarrow", () => {
  strictEqual(furtherFilters(filtersIn(new URLSearchParams("sort=newest&pageSize=50"))), 0);
  strictEqual(furtherFilters(filtersIn(new URLSearchParams("channel=hotline&askedTo=2026-01-01"))), 2);
});
