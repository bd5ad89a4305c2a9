// What the page shows of each shipped scenario is what the engine computed natively, named as the engine names it; stacks
// add up to their totals and splits to the whole, in every month.
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ShownView } from "../src/engine/client";
import type { Value } from "../src/engine/messages";
import { formatCount, formatDollars, formatNumber, formatPercent } from "../src/format";
import { rows as declared, scenarios } from "../src/generated/catalog.json";
import { headline } from "../src/page/headline";
import type { ShownRow } from "../src/rows";
import { instancesOf, series, total } from "../src/table";
import { chartsOf } from "../src/views/chart";
import { PINNED } from "../src/views/places";
import { computed, type Native, native, planned, viewsOf } from "./engine";

/** Of sums that were added in another order. */
const ROUNDING = 1e-9;
/** In milliseconds: one answer a month, on a busy machine. */
const MANY_ANSWERS = 60_000;

/** That two rows are the same but for rounding, in every month; what is absent is the same as nothing. */
function same(what: string, got: ArrayLike<number>, wanted: ArrayLike<number>): void {
  const size = Math.max(...Array.from(wanted, Math.abs).filter((value) => !Number.isNaN(value)), 1e-9);
  expect(got.length, what).toBe(wanted.length);
  for (let month = 0; month < wanted.length; month++) {
    if (Math.abs(got[month]! - wanted[month]!) <= ROUNDING * size) continue;
    expect.fail(`${what}: in month ${month} ${got[month]} is not ${wanted[month]}`);
  }
}

/** The one chart that a view is drawn as. */
function chartOf(view: ShownView | undefined) {
  const charts = chartsOf(view!, false);
  expect(charts).toHaveLength(1);
  return charts[0]!;
}

type Drawn = ReturnType<typeof chartOf>;

const stack = ({ months, series: drawn }: Drawn) =>
  total(
    months.length,
    drawn.filter(({ kind }) => kind === "stack").map(({ values }) => Float64Array.from(values)),
  );
const line = ({ series: drawn }: Drawn, name: string) => drawn.find((each) => each.name === name)!.values;

/** What is shown for a value that the command line says. */
const shownOf = ({ number, text }: Value) => text || (number ?? null);

const complaints = vi.spyOn(console, "error");
afterEach(() => {
  expect(complaints.mock.calls, "the page asked for a row that the table lacks").toEqual([]);
  complaints.mockClear();
});

describe.each(scenarios.map(({ name }) => name))("%s", async (name) => {
  const result = await computed(name);
  const reference = native(name);
  const { months } = result.table;
  const views = viewsOf(name);
  const atStart = await views([...PINNED.keys()], 0);
  const hasSites = result.document.instances.some(({ scope }) => scope === "site");

  test("rows and measures are those of the command line, bit by bit", () => {
    expect(months).toEqual(reference.months);
    expect(reference.rows.length).toBeGreaterThan(2);
    for (const { name: row, instance, values } of reference.rows) {
      expect(Array.from(series(result, row as ShownRow, instance)!), `${row}@${instance}`).toEqual(values.map((value) => value ?? Number.NaN));
    }
    const measures = Object.fromEntries(Object.entries(result.measures).map(([key, { value, unit }]) => [key, { value, unit }]));
    expect(measures).toEqual(reference.measures);
  });

  test("the stack of money is the revenue, and is named as the engine names it", () => {
    const chart = chartOf(atStart.get("money"));
    const operator = native(name, ["operator.*"]);
    same("revenue", stack(chart), line(chart, "Revenue"));
    same("the total", line(chart, "Revenue"), row(operator, "operator.revenue"));
    for (const { name: shown, values, kind } of chart.series) {
      const known = declared.find((each) => each.name.startsWith("operator.") && each.title === shown.replace(/, .*/, ""))!;
      if (kind === "line") same(shown, values, row(operator, known.name));
      else expect(["Own revenue", "Lease revenue"]).toContain(known.title);
    }
    expect(chart.series.filter(({ kind }) => kind === "line")).toHaveLength(6);
  });

  test.runIf(!hasSites)("without a site there is nothing to draw power or to be held", () => {
    expect(atStart.has("power")).toBe(false);
    expect(atStart.has("capacity")).toBe(false);
  });

  test.runIf(hasSites)("the stack of power is what the sites draw", () => {
    const chart = chartOf(atStart.get("power"));
    const sites = native(name, ["site.power_demand", "site.power_available"]);
    same("power", stack(chart), overAll(sites, "site.power_demand"));
    same("the total", line(chart, "Power demand"), overAll(sites, "site.power_demand"));
    same("the limit", line(chart, "Power available"), overAll(sites, "site.power_available"));
  });

  test.runIf(hasSites)(
    "who holds what adds up to all, in every month",
    async () => {
      const sites = native(name, ["site.gpus_usable", "site.racks_usable", "site.power_demand", "site.gpus_installed", "site.power_available"]);
      const wanted = ["gpus_usable", "racks_usable", "power_demand"].map((whole) => overAll(sites, `site.${whole}`));
      const limits = [overAll(sites, "site.gpus_installed"), undefined, overAll(sites, "site.power_available")];
      for (let month = 0; month < months.length; month++) {
        const { split } = (await views(["capacity"], month)).get("capacity")!;
        const { wholes, parts } = split!;
        expect(split!.month).toBe(months[month]);
        wholes.forEach(({ title, value, of }, at) => {
          same(title, [value.number!], [wanted[at]![month]!]);
          same(title, [parts.reduce((all, { values }) => all + values[at]!.number!, 0)], [value.number!]);
          if (value.number! > 0) same(`${title}, shares`, [parts.reduce((all, { shares }) => all + shares[at]!.number!, 0)], [1]);
          if (of) same(`${title} of`, [of.number!], [limits[at]![month]!]);
          else expect(limits[at]).toBeUndefined();
        });
      }
    },
    MANY_ANSWERS,
  );

  test.runIf(hasSites)("the scene's plan comes with a role for each use, and ends with what the sites draw", async () => {
    const { head, numbers, uses } = await planned(name);
    expect(JSON.parse(head)).toMatchObject({ months });
    expect(uses.map(({ role, place }) => `${role} ${place}`)).toEqual([
      ...instancesOf(result, "lease").map((_, place) => `tenant ${place}`),
      "own use 0",
      "idle 0",
    ]);
    expect(numbers.length % months.length).toBe(0);
    same("demand", numbers.subarray(-months.length), overAll(native(name, ["site.power_demand"]), "site.power_demand"));
  });

  test("the tables of break-evens and of what leases are worth have the command line's measures", () => {
    const tables = ["break-even", "lease-values"].map((view) => atStart.get(view));
    expect(tables.map((view) => view?.rows?.length)).toEqual([5, result.document.instances.some(({ scope }) => scope === "lease") ? 5 : undefined]);
    for (const { cells } of tables.flatMap((view) => view?.rows ?? [])) {
      for (const cell of cells) expect(shownOf(cell), cell.measure).toEqual(reference.measures[cell.measure!]!.value);
    }
  });

  test("the headline figures are the command line's", () => {
    for (const month of new Set([0, Math.floor(months.length / 2), months.length - 1])) {
      const shown = Object.fromEntries(
        headline(result, result, month, false).map((figure) => [figure.title.replace(/^(Tenants hold|.* holds)$/, "holds"), figure]),
      );
      const measure = (key: string) => reference.measures[key]!.value as number | null;
      const at = (key: string) => row(reference, key)[month]!;
      expect(shown["Operating income"]!.value).toBe(formatDollars(at("operator.operating_income")));
      expect(shown["Lease revenue"]!.value).toBe(formatDollars(at("operator.lease_revenue")));
      expect(shown["Lease revenue"]!.note).toContain(formatDollars(at("operator.lease_revenue_needed")));
      expect(shown["Cumulative free cash flow"]!.value).toBe(formatDollars(measure("free_cash_flow.cumulative")));
      expect(shown["Price per GPU-hour"]!.value).toBe(formatDollars(measure("price_per_gpu_hour")));
      expect(shown["holds"]!.value).toBe(`${formatCount(measure("tenant.gpus"))} GPUs`);
      expect(shown["holds"]!.note).toContain(
        `${formatPercent(measure("tenant.share"))} of the usable, ${formatNumber(measure("tenant.megawatts"))} MW`,
      );
    }
  });
});

test("what the page asks the reasons of are rows of the model", async () => {
  const known = new Set(declared.map(({ name }) => name));
  const result = await computed("half-the-data-center");
  const asked = headline(result, result, 0, false).map(({ explained }) => ("row" in explained! ? explained!.row : explained!.measure));
  expect(asked).toHaveLength(6);
  for (const name of asked) expect(known.has(name), name).toBe(true);
});

function row(reference: Native, name: string): number[] {
  return reference.rows.find((each) => each.name === name && each.instance === "operator")!.values.map((value) => value ?? Number.NaN);
}

/** The sum of a row over its things. */
function overAll({ rows, months }: Native, name: string): number[] {
  return total(
    months.length,
    rows.filter((each) => each.name === name).map(({ values }) => Float64Array.from(values, (value) => value ?? Number.NaN)),
  );
}
