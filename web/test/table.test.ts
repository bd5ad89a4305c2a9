import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Result } from "../src/engine/client";
import type { ShownRow } from "../src/rows";
import { scenePlan } from "../src/sceneplan";
import { series, total, valueAt } from "../src/table";

/** A site of two months with a lease, whose rows are given. */
function resultOf(rows: { [row: string]: number[] }): Result {
  const scopes = { operator: "operator", site: "memphis", lease: "tenant", fleet: "h100", source: "grid" };
  const heads = Object.keys(rows).map((name) => ({ name, instance: scopes[name.split(".")[0] as keyof typeof scopes], unit: "1" }));
  return {
    table: { months: ["2026-05", "2026-06"], rows: heads, measures: [] },
    document: {
      start: "2026-05", months: 2, values: {},
      instances: Object.entries(scopes).map(([scope, name]) => ({ scope, name, title: name === "h100" ? "x".repeat(59) + "🚀🚀" : name, parent: scope === "operator" ? "" : "memphis" })),
    },
    measures: {},
    numbers: Float64Array.from(Object.values(rows).flat()),
  };
}

const complete = {
  "site.gpus_usable": [3, 0], "lease.gpus_delivered": [3.0000000000000004, 0], "site.gpus_kept": [-1.8e-16, 0], "site.power_demand": [1, -1e-17],
  "fleet.racks_installed": [1, 1], "fleet.racks_usable": [1, 0], "fleet.gpus_installed": [3, 3], "source.power_served": [1, 0], "source.power_available": [2, 2],
};

const complaint = vi.spyOn(console, "error");
beforeEach(() => void complaint.mockReset().mockImplementation(() => {}));
afterEach(() => complaint.mockReset());

test("a row that the table lacks is absent and complained of, and never zero", () => {
  const { "site.gpus_kept": _, ...rows } = complete;
  const result = resultOf(rows);
  expect(series(result, "site.gpus_kept", "memphis")).toBeUndefined();
  expect(complaint).toHaveBeenCalledWith("The table has no row site.gpus_kept of memphis.");
  expect(series(result, "site.gpus_usable", "nowhere")).toBeUndefined();
  expect(valueAt(result, "site.gpus_kept", "memphis", 0)).toBeUndefined();
  expect(total(2, [Float64Array.of(1, 2), series(result, "site.gpus_kept", "memphis")])).toEqual([Number.NaN, Number.NaN]);
  // The scene refuses what is no number, and says which.
  expect(Array.from(scenePlan(result, () => undefined).kept_share)[0]).toBeNaN();
});

test("an absent value makes the sum absent, of no parts it is zero", () => {
  expect(total(2, [Float64Array.of(1, Number.NaN), Float64Array.of(1, 1)])).toEqual([2, Number.NaN]);
  expect(total(2, [])).toEqual([0, 0]);
});

test("the scene is sent no dust and no title that it has to refuse", () => {
  const plan = scenePlan(resultOf(complete), () => undefined);
  expect(plan.kept_share).toEqual([0, 0]);
  expect(plan.shares).toEqual([[1, 0]]);
  expect(plan.demand).toEqual([1, 0]);
  expect(plan.halls[0]!.title).toBe(`${"x".repeat(59)}…`);
  expect(complaint).not.toHaveBeenCalled();
});

test("more than dust is sent as it is, for the scene to refuse", () => {
  const plan = scenePlan(resultOf({ ...complete, "site.gpus_kept": [-0.001, 0], ["lease.gpus_delivered" satisfies ShownRow]: [3.001, 0] }), () => undefined);
  expect(plan.kept_share[0]).toBeLessThan(-1e-4);
  expect(plan.shares[0]![0]).toBeGreaterThan(1.0001);
});
