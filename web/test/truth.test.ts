// What the page shows of each shipped scenario is what the engine computed natively, named as the engine names it; stacks
// add up to their totals and splits to the whole, in every month.
import { describe, expect, test } from "vitest";
import type { ShownView } from "../src/engine/client";
import type { Value } from "../src/engine/messages";
import { formatCount, formatDollars, formatMonth, formatPercent, formatQuantity } from "../src/format";
import { rows as declared, scenarios } from "../src/generated/catalog.json";
import { chartsOf } from "../src/views/chart";
import { PINNED } from "../src/views/places";
import { valueText } from "../src/views/values";
import { computed, type Native, native } from "./engine";
import { few } from "./short";

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

describe.each(few(scenarios, 4).map(({ name }) => name))("%s", async (name) => {
  const reference = native(name, ["operator.operating_income", "operator.lease_revenue", "operator.lease_revenue_needed"]);
  const { months } = reference;
  const views = async (names: readonly string[], month?: number) => {
    const shown = (await computed(name, names, month)).views;
    return new Map(shown.map((view) => [view.name, view]));
  };
  const atStart = await views([...PINNED.keys()], 0);
  const hasSites = (await computed(name)).document.instances.some(({ scope }) => scope === "site");

  test("the stack of money is the revenue, and is named as the engine names it", () => {
    const chart = chartOf(atStart.get("money"));
    const operator = native(name, ["operator.*"]);
    same("revenue", stack(chart), line(chart, "Revenue"));
    same("the total", line(chart, "Revenue"), row(operator, "operator.revenue"));
    // What was reported stands beside what is computed.
    const computedOnes = chart.series.filter((series) => !series.name.endsWith(", reported"));
    for (const { name: shown, values, kind } of computedOnes) {
      const known = declared.find((each) => each.name.startsWith("operator.") && each.title === shown.replace(/, .*/, ""))!;
      if (kind === "line") same(shown, values, row(operator, known.name));
      else expect(["Own revenue", "Lease revenue"]).toContain(known.title);
    }
    expect(computedOnes.filter(({ kind }) => kind === "line")).toHaveLength(6);
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

  test.runIf(hasSites)("the scene's plan comes with a role for each use, and ends with what the operations keep", async () => {
    const { floor, document } = await computed(name);
    if (!floor || "problem" in floor) return expect.fail("there is no plan");
    const { head, numbers, uses } = floor.plan;
    expect(JSON.parse(head)).toMatchObject({ months });
    expect(uses.map(({ role, place }) => `${role} ${place}`)).toEqual([
      ...document.instances.filter(({ scope }) => scope === "lease").map((_, place) => `tenant ${place}`),
      "own use 0",
      "idle 0",
    ]);
    expect(numbers.length % months.length).toBe(0);
    same("cash flow", numbers.subarray(-months.length), overAll(native(name, ["operator.operating_cash_flow"]), "operator.operating_cash_flow"));
  });

  test("the tables of break-evens and of what leases are worth have the command line's measures", async () => {
    const tables = ["break-even", "lease-values"].map((view) => atStart.get(view));
    const hasLease = (await computed(name)).document.instances.some(({ scope }) => scope === "lease");
    expect(tables.map((view) => view?.rows?.length)).toEqual([5, hasLease ? 5 : undefined]);
    for (const { cells } of tables.flatMap((view) => view?.rows ?? [])) {
      for (const cell of cells) expect(shownOf(cell), cell.measure).toEqual(reference.measures[cell.measure!]!.value);
    }
  });

  test("the headline figures are the command line's, as people write them", async () => {
    for (const month of new Set([0, Math.floor(months.length / 2), months.length - 1])) {
      const { cells } = (await views(["headline"], month)).get("headline")!;
      const shown = new Map(cells!.map((cell) => [cell.title.replace(/^(Tenants hold|.* holds)$/, "holds"), cell]));
      const told = (title: string) => valueText(shown.get(title)!.value);
      const noteOf = (title: string) => (shown.get(title)!.note ?? []).map(({ words, value }) => (value ? valueText(value) : words)).join("");
      const measure = (key: string) => reference.measures[key]!.value as number | null;
      const at = (key: string) => row(reference, key)[month]!;
      const first = reference.measures["break_even.operating_income.first"]!.value as string | null;
      expect(told("Operating break-even")).toBe(first ? formatMonth(first) : "not reached");
      expect(told("Operating income")).toBe(formatDollars(at("operator.operating_income")));
      expect(noteOf("Operating income")).toBe(`in ${formatMonth(months[month]!)}`);
      expect(told("Lease revenue")).toBe(formatDollars(at("operator.lease_revenue")));
      expect(noteOf("Lease revenue")).toBe(`${formatDollars(at("operator.lease_revenue_needed"))} needed to break even`);
      expect(told("Cumulative free cash flow")).toBe(formatDollars(measure("free_cash_flow.cumulative")));
      expect(noteOf("Cumulative free cash flow")).toBe(`to ${formatMonth(months.at(-1)!)}`);
      const price = measure("price_per_gpu_hour");
      expect(told("Price")).toBe(price === null ? "–" : `${formatDollars(price)}/GPU-hour`);
      const gpus = measure("tenant.gpus");
      expect(told("holds")).toBe(gpus === null ? "–" : `${formatCount(gpus)} GPUs`);
      expect(noteOf("holds")).toBe(
        `at most; ${formatPercent(measure("tenant.share"))} of the usable, ${formatQuantity(measure("tenant.megawatts"), "MW")}`,
      );
    }
  });

  test("what is pinned is a view, and begins where the leases bring most", async () => {
    const { available, month, views: shown } = await computed(name, [...PINNED.keys()]);
    const there = new Set(available.map((view) => view.name));
    expect(shown.map((view) => view.name)).toEqual([...PINNED.keys()].filter((view) => there.has(view)));
    const revenue = row(reference, "operator.lease_revenue");
    expect(month).toBe(revenue.indexOf(Math.max(...revenue)));
  });
});

function row(reference: Native, name: string): number[] {
  return reference.rows.find((each) => each.name === name && each.instance === "operator")!.values.map((value) => value ?? Number.NaN);
}

/** The sum of several rows month by month; absent (NaN) where one of them is. Of no rows at all it is zero. */
function total(months: number, parts: Float64Array[]): number[] {
  const sums = new Array<number>(months).fill(0);
  for (const part of parts) for (let month = 0; month < months; month++) sums[month]! += part[month] ?? Number.NaN;
  return sums;
}

/** The sum of a row over its things. */
function overAll({ rows, months }: Native, name: string): number[] {
  return total(
    months.length,
    rows.filter((each) => each.name === name).map(({ values }) => Float64Array.from(values, (value) => value ?? Number.NaN)),
  );
}
