// The headline figures: what each says, how it differs from the base, and which row explains it.
import type { Result } from "../engine/client";
import { ABSENT, formatCount, formatDollars, formatMonth, formatNumber, formatPercent, monthsBetween } from "../format";
import type { ShownRow } from "../rows";
import type { Explained } from "../state/session";
import { instancesOf, series, valueAt } from "../table";

export interface Figure {
  key: string;
  title: string;
  value: string;
  /** What the value means or goes with. */
  note: string;
  /** How it differs from the base; empty where nothing was changed. */
  delta: string;
  tone?: "good" | "partial" | "bad" | undefined;
  explained?: Explained | undefined;
}

/** What stands for no difference from the base. */
export const SAME = "as in the base";

function measured(result: Result, name: string): number | undefined {
  const value = result.measures[name]?.value;
  return typeof value === "number" ? value : undefined;
}

function monthMeasured(result: Result, name: string): string | undefined {
  const value = result.measures[name]?.value;
  return typeof value === "string" ? value : undefined;
}

function operator(row: string, month: number): Explained {
  return { row: `operator.${row}`, instances: ["operator"], month };
}

/** The headline figures for the month that is looked at. `changed` says whether there is anything to compare. */
export function headline(result: Result, base: Result, month: number, changed: boolean): Figure[] {
  const compare = (now: number | undefined, before: number | undefined, format: (value: number, plus: boolean) => string) =>
    changed && now !== undefined && before !== undefined ? differenceText(now - before, format) : "";
  return [
    breakEvenFigure(result, base, month, changed),
    incomeFigure(result, base, month, compare),
    revenueFigure(result, base, month, compare),
    cashFigure(result, base, compare),
    tenantFigure(result, base, month, compare),
    priceFigure(result, base, month, compare),
  ];
}

type Compare = (now: number | undefined, before: number | undefined, format: (value: number, plus: boolean) => string) => string;

function differenceText(difference: number, format: (value: number, plus: boolean) => string): string {
  const text = format(difference, true);
  return /[1-9]/.test(text) ? `${text} vs base` : SAME;
}

function breakEvenFigure(result: Result, base: Result, month: number, changed: boolean): Figure {
  const measure = (of: Result, name: string) => monthMeasured(of, `break_even.operating_income.${name}`);
  const [first, lasting] = [measure(result, "first"), measure(result, "lasting")];
  const holds = lasting ? `from ${formatMonth(lasting)}` : `to ${formatMonth(measure(result, "until") ?? "")}`;
  return {
    key: "break-even",
    title: "Operating break-even",
    value: first ? formatMonth(first) : "Not reached",
    note: first ? `holds ${holds}` : `within the scenario, to ${formatMonth(result.table.months.at(-1) ?? "")}`,
    delta: changed ? monthDifference(first, measure(base, "first")) : "",
    tone: lasting ? "good" : first ? "partial" : "bad",
    explained: operator("operating_income", first ? result.table.months.indexOf(first) : month),
  };
}

function monthDifference(now: string | undefined, before: string | undefined): string {
  if (now === before) return SAME;
  if (!now) return `base: ${formatMonth(before!)}`;
  if (!before) return "base: not reached";
  const months = monthsBetween(before, now);
  return `${Math.abs(months)} ${Math.abs(months) === 1 ? "month" : "months"} ${months < 0 ? "earlier" : "later"} than base`;
}

function incomeFigure(result: Result, base: Result, month: number, compare: Compare): Figure {
  const value = valueAt(result, "operator.operating_income", "operator", month);
  return {
    key: "operating-income",
    title: "Operating income",
    value: formatDollars(value),
    note: `in ${formatMonth(result.table.months[month] ?? "")}`,
    delta: compare(value, valueAt(base, "operator.operating_income", "operator", month), formatDollars),
    tone: value === undefined ? undefined : value < 0 ? "bad" : "good",
    explained: operator("operating_income", month),
  };
}

function revenueFigure(result: Result, base: Result, month: number, compare: Compare): Figure {
  const value = valueAt(result, "operator.lease_revenue", "operator", month);
  const needed = valueAt(result, "operator.lease_revenue_needed", "operator", month);
  return {
    key: "lease-revenue",
    title: "Lease revenue",
    value: formatDollars(value),
    note: `${formatDollars(needed)} needed to break even`,
    delta: compare(value, valueAt(base, "operator.lease_revenue", "operator", month), formatDollars),
    explained: operator("lease_revenue", month),
  };
}

function cashFigure(result: Result, base: Result, compare: Compare): Figure {
  const value = measured(result, "free_cash_flow.cumulative");
  const last = result.table.months.length - 1;
  return {
    key: "cumulative-free-cash-flow",
    title: "Cumulative free cash flow",
    value: formatDollars(value),
    note: `to ${formatMonth(result.table.months[last] ?? "")}`,
    delta: compare(value, measured(base, "free_cash_flow.cumulative"), formatDollars),
    tone: value === undefined ? undefined : value < 0 ? "bad" : "good",
    explained: operator("cumulative_free_cash_flow", last),
  };
}

function tenantFigure(result: Result, base: Result, month: number, compare: Compare): Figure {
  const gpus = measured(result, "tenant.gpus");
  const [lease] = instancesOf(result, "lease");
  return {
    key: "tenant",
    title: instancesOf(result, "lease").length > 1 ? "Tenants hold" : `${lease?.title ?? "Tenant"} holds`,
    value: gpus === undefined ? ABSENT : `${formatCount(gpus)} GPUs`,
    note: `at most; ${formatPercent(measured(result, "tenant.share"))} of the usable, ${formatNumber(measured(result, "tenant.megawatts"))} MW`,
    delta: compare(gpus, measured(base, "tenant.gpus"), formatCount),
    explained: lease && { row: "lease.gpus_delivered", instances: [lease.name], month: busiest(result, "lease.gpus_delivered", lease.name, month) },
  };
}

function priceFigure(result: Result, base: Result, month: number, compare: Compare): Figure {
  const value = measured(result, "price_per_gpu_hour");
  const [lease] = instancesOf(result, "lease");
  return {
    key: "price",
    title: "Price per GPU-hour",
    value: formatDollars(value),
    note: "billed, over GPU-hours delivered",
    delta: compare(value, measured(base, "price_per_gpu_hour"), formatDollars),
    explained: lease && { row: "lease.price_per_gpu_hour", instances: [lease.name], month: busiest(result, "lease.fee_billed", lease.name, month) },
  };
}

/** The month looked at, or the first with anything in it where that has nothing. */
function busiest(result: Result, row: ShownRow, instance: string, month: number): number {
  const values = series(result, row, instance);
  if (!values || values[month]) return month;
  return Math.max(
    0,
    values.findIndex((value) => value > 0),
  );
}
