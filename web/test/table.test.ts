import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Result } from "../src/engine/client";
import { series, total, valueAt } from "../src/table";

/** A site of two months with a lease, whose rows are given. */
function resultOf(rows: { [row: string]: number[] }): Result {
  const scopes = { operator: "operator", site: "memphis", lease: "tenant", fleet: "h100", source: "grid" };
  const heads = Object.keys(rows).map((name) => ({ name, instance: scopes[name.split(".")[0] as keyof typeof scopes], unit: "1" }));
  return {
    table: { months: ["2026-05", "2026-06"], rows: heads, measures: [] },
    document: {
      start: "2026-05",
      months: 2,
      values: {},
      instances: Object.entries(scopes).map(([scope, name]) => ({ scope, name, title: name, parent: scope === "operator" ? "" : "memphis" })),
    },
    measures: {},
    numbers: Float64Array.from(Object.values(rows).flat()),
  };
}

const complete = {
  "operator.operating_income": [1, 2],
  "operator.lease_revenue": [3, 5],
  "lease.fee_billed": [2, 3],
  "lease.gpus_delivered": [3, 0],
};

const complaint = vi.spyOn(console, "error");
beforeEach(() => void complaint.mockReset().mockImplementation(() => {}));
afterEach(() => complaint.mockReset());

test("a row that the table lacks is absent and complained of, and never zero", () => {
  const { "lease.fee_billed": _, ...rows } = complete;
  const result = resultOf(rows);
  expect(series(result, "lease.fee_billed", "tenant")).toBeUndefined();
  expect(complaint).toHaveBeenCalledWith("The table has no row lease.fee_billed of tenant.");
  expect(series(result, "lease.gpus_delivered", "nowhere")).toBeUndefined();
  expect(valueAt(result, "lease.fee_billed", "tenant", 0)).toBeUndefined();
  expect(total(2, [Float64Array.of(1, 2), series(result, "lease.fee_billed", "tenant")])).toEqual([Number.NaN, Number.NaN]);
});

test("an absent value makes the sum absent, of no parts it is zero", () => {
  expect(total(2, [Float64Array.of(1, Number.NaN), Float64Array.of(1, 1)])).toEqual([2, Number.NaN]);
  expect(total(2, [])).toEqual([0, 0]);
});
