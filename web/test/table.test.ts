import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { capacityAt } from "../src/capacity";
import { moneyChart } from "../src/charts/data";
import type { Result } from "../src/engine/client";
import { series, total, valueAt } from "../src/table";

/** A site of two months with a lease, whose rows are given. */
function resultOf(rows: { [row: string]: number[] }): Result {
  const scopes = { operator: "operator", site: "memphis", lease: "tenant", fleet: "h100", source: "grid" };
  const heads = Object.keys(rows).map((name) => ({ name, instance: scopes[name.split(".")[0] as keyof typeof scopes], unit: "1" }));
  return {
    table: { months: ["2026-05", "2026-06"], rows: heads, measures: [] },
    document: {
      start: "2026-05", months: 2, values: {},
      instances: Object.entries(scopes).map(([scope, name]) => ({ scope, name, title: name, parent: scope === "operator" ? "" : "memphis" })),
    },
    measures: {},
    numbers: Float64Array.from(Object.values(rows).flat()),
  };
}

const complete = {
  "operator.own_revenue": [1, 2], "operator.revenue": [3, 5], "lease.revenue": [2, 3], "site.gpus_usable": [3, 0], "site.gpus_installed": [3, 3],
  "lease.gpus_delivered": [3.0000000000000004, 0], "site.gpus_kept": [-1.8e-16, 0], "site.gpus_idle": [0, 0], "site.power_demand": [1, -1e-17],
  "site.power_available": [2, 2], "site.power_kept": [0, 0], "site.power_idle": [0, 0], "lease.power_demand": [1, 0],
  "fleet.racks_usable": [1, 0], "source.power_served": [1, 0], "source.power_available": [2, 2],
};

const complaint = vi.spyOn(console, "error");
beforeEach(() => void complaint.mockReset().mockImplementation(() => {}));
afterEach(() => complaint.mockReset());

test("a row that the table lacks is absent and complained of, and never zero", () => {
  const { "site.gpus_kept": _, "lease.revenue": __, ...rows } = complete;
  const result = resultOf(rows);
  expect(series(result, "site.gpus_kept", "memphis")).toBeUndefined();
  expect(complaint).toHaveBeenCalledWith("The table has no row site.gpus_kept of memphis.");
  expect(series(result, "site.gpus_idle", "nowhere")).toBeUndefined();
  expect(valueAt(result, "site.gpus_kept", "memphis", 0)).toBeUndefined();
  expect(total(2, [Float64Array.of(1, 2), series(result, "site.gpus_kept", "memphis")])).toEqual([Number.NaN, Number.NaN]);
  expect(capacityAt(result, 0).holders.map(({ gpus }) => gpus)).toEqual([3.0000000000000004, undefined, 0]);
  expect(moneyChart(result, false).series.map(({ values }) => Array.from(values).slice(0, 1)).slice(0, 3)).toEqual([[1], [Number.NaN], [3]]);
});

test("an absent value makes the sum absent, of no parts it is zero", () => {
  expect(total(2, [Float64Array.of(1, Number.NaN), Float64Array.of(1, 1)])).toEqual([2, Number.NaN]);
  expect(total(2, [])).toEqual([0, 0]);
});
