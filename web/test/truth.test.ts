// What the page shows of each shipped scenario is what the engine computed natively, named as the engine names it; stacks
// add up to their totals and splits to the whole, in every month.
import { afterEach, describe, expect, test, vi } from "vitest";
import { capacityAt } from "../src/capacity";
import type { ChartData } from "../src/charts/contract";
import { moneyChart, powerChart } from "../src/charts/data";
import type { Result } from "../src/engine/client";
import { formatCount, formatDollars, formatNumber, formatPercent } from "../src/format";
import { rows as declared, scenarios } from "../src/generated/catalog.json";
import { breakEvens, headline, leaseValues } from "../src/page/headline";
import type { ShownRow } from "../src/rows";
import { instancesOf, series, total } from "../src/table";
import { computed, type Native, native, planned } from "./engine";

/** Of sums that were added in another order. */
const ROUNDING = 1e-9;

/** That two rows are the same but for rounding, in every month; what is absent is the same as nothing. */
function same(what: string, got: ArrayLike<number>, wanted: ArrayLike<number>): void {
  const size = Math.max(...Array.from(wanted, Math.abs).filter((value) => value === value), 1e-9);
  expect(got.length, what).toBe(wanted.length);
  for (let month = 0; month < wanted.length; month++) {
    if (Math.abs(got[month]! - wanted[month]!) <= ROUNDING * size) continue;
    expect.fail(`${what}: in month ${month} ${got[month]} is not ${wanted[month]}`);
  }
}

function stack(chart: ChartData): number[] {
  return total(chart.months.length, chart.series.filter(({ kind }) => kind === "stack").map(({ values }) => Float64Array.from(values)));
}

function overAll(result: Result, row: ShownRow): number[] {
  return total(result.table.months.length, instancesOf(result, row.split(".")[0]!).map(({ name }) => series(result, row, name)));
}

const line = (chart: ChartData, name: string) => chart.series.find((each) => each.name === name)!.values;

const complaints = vi.spyOn(console, "error");
afterEach(() => {
  expect(complaints.mock.calls, "the page asked for a row that the table lacks").toEqual([]);
  complaints.mockClear();
});

describe.each(scenarios.map(({ name }) => name))("%s", async (name) => {
  const result = await computed(name);
  const reference = native(name);
  const { months } = result.table;

  test("rows and measures are those of the command line, bit by bit", () => {
    expect(months).toEqual(reference.months);
    expect(reference.rows.length).toBeGreaterThan(20);
    for (const { name: row, instance, values } of reference.rows) {
      expect(Array.from(series(result, row as ShownRow, instance)!), `${row}@${instance}`).toEqual(values.map((value) => value ?? Number.NaN));
    }
    const measures = Object.fromEntries(Object.entries(result.measures).map(([key, { value, unit }]) => [key, { value, unit }]));
    expect(measures).toEqual(reference.measures);
  });

  test("the stack of money is the revenue, and is named as the engine names it", () => {
    const chart = moneyChart(result, false);
    same("revenue", stack(chart), line(chart, "Revenue"));
    same("the total", line(chart, "Revenue"), row(reference, "operator.revenue"));
    for (const { name: shown, values, kind } of chart.series) {
      const known = declared.find((each) => each.name.startsWith("operator.") && each.title === shown.replace(/, .*/, ""))!;
      if (kind === "line") same(shown, values, row(reference, known.name));
      else expect(["Own revenue", "Lease revenue"]).toContain(known.title);
    }
  });

  test("the stack of power is what the sites draw", () => {
    const chart = powerChart(result, false);
    same("power", stack(chart), overAll(result, "site.power_demand"));
    same("the limit", line(chart, "Power available"), overAll(result, "site.power_available"));
  });

  test("who holds what adds up to all, in every month", () => {
    for (let month = 0; month < months.length; month++) {
      const { holders, usable, demand, racks } = capacityAt(result, month);
      const sum = (of: (holder: (typeof holders)[number]) => number | undefined) => [holders.reduce((all, holder) => all + of(holder)!, 0)];
      same("GPUs", sum(({ gpus }) => gpus), [usable!]);
      same("MW", sum(({ megawatts }) => megawatts), [demand!]);
      same("racks", sum((holder) => holder.racks), [usable! > 0 ? racks! : 0]);
      if (usable! > 0) same("shares", sum(({ share }) => share), [1]);
    }
  });

  test("the scene's plan comes with a role for each use, and ends with what the sites draw", async () => {
    const { head, numbers, uses } = await planned(name);
    expect(JSON.parse(head)).toMatchObject({ months });
    expect(uses.map(({ role, place }) => `${role} ${place}`)).toEqual([...instancesOf(result, "lease").map((_, place) => `tenant ${place}`), "own use 0", "idle 0"]);
    expect(numbers.length % months.length).toBe(0);
    same("demand", numbers.subarray(-months.length), overAll(result, "site.power_demand"));
  });

  test("the headline figures are the command line's", () => {
    for (const month of new Set([0, Math.floor(months.length / 2), months.length - 1])) {
      const shown = Object.fromEntries(headline(result, result, month, false).map((figure) => [figure.title.replace(/^(Tenants hold|.* holds)$/, "holds"), figure]));
      const measure = (key: string) => reference.measures[key]!.value as number | null;
      const at = (key: string) => row(reference, key)[month]!;
      expect(shown["Operating income"]!.value).toBe(formatDollars(at("operator.operating_income")));
      expect(shown["Lease revenue"]!.value).toBe(formatDollars(at("operator.lease_revenue")));
      expect(shown["Lease revenue"]!.note).toContain(formatDollars(at("operator.lease_revenue_needed")));
      expect(shown["Cumulative free cash flow"]!.value).toBe(formatDollars(measure("free_cash_flow.cumulative")));
      expect(shown["Price per GPU-hour"]!.value).toBe(formatDollars(measure("price_per_gpu_hour")));
      expect(shown["holds"]!.value).toBe(`${formatCount(measure("tenant.gpus"))} GPUs`);
      expect(shown["holds"]!.note).toContain(`${formatPercent(measure("tenant.share"))} of the usable, ${formatNumber(measure("tenant.megawatts"))} MW`);
    }
  });
});

test("what the page asks the reasons of are rows of the model, and its measures are there", async () => {
  const known = new Set(declared.map(({ name }) => name));
  const result = await computed("half-the-data-center");
  const asked = [...headline(result, result, 0, false), ...breakEvens(result, result, 0)].map(({ explained }) => ("row" in explained! ? explained!.row : explained!.measure));
  expect(asked).toHaveLength(11);
  for (const name of asked) expect(known.has(name), name).toBe(true);
  expect(leaseValues(result, result, false)).toHaveLength(2);
});

function row(reference: Native, name: string): number[] {
  return reference.rows.find((each) => each.name === name && each.instance === "operator")!.values.map((value) => value ?? Number.NaN);
}
