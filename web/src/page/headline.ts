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

const LINES = [
  { line: "adjusted_ebitda", title: "Adjusted EBITDA" },
  { line: "operating_cash_flow", title: "Operating cash flow" },
  { line: "operating_income", title: "Operating income" },
  { line: "net_income", title: "Net income" },
  { line: "free_cash_flow", title: "Free cash flow" },
] as const;

type Line = (typeof LINES)[number]["line"];

export interface BreakEvenRow {
  line: Line;
  title: string;
  first: string | undefined;
  lasting: string | undefined;
  /** Where it is reached and does not last: the last month of the first run of good ones. */
  until: string | undefined;
  /** The same of the base. */
  baseFirst: string | undefined;
  baseLasting: string | undefined;
  explained: Explained;
}

function measured(result: Result, name: string): number | undefined {
  const value = result.measures[name]?.value;
  return typeof value === "number" ? value : undefined;
}

function monthMeasured(result: Result, name: string): string | undefined {
  const value = result.measures[name]?.value;
  return typeof value === "string" ? value : undefined;
}

/** The break-evens that the model has, with the month that explains each: the first, or the one looked at. */
export function breakEvens(result: Result, base: Result, month: number): BreakEvenRow[] {
  return LINES.filter(({ line }) => `break_even.${line}.first` in result.measures).map(({ line, title }) => {
    const first = monthMeasured(result, `break_even.${line}.first`);
    const lasting = monthMeasured(result, `break_even.${line}.lasting`);
    return {
      line, title, first, lasting,
      until: first && !lasting ? lastGoodMonth(result, line, first) : undefined,
      baseFirst: monthMeasured(base, `break_even.${line}.first`),
      baseLasting: monthMeasured(base, `break_even.${line}.lasting`),
      explained: operator(line, first ? result.table.months.indexOf(first) : month),
    };
  });
}

/** The month before the line falls below zero again. */
function lastGoodMonth(result: Result, line: Line, first: string): string | undefined {
  const { months } = result.table;
  const values = series(result, `operator.${line}`, "operator");
  const lost = values?.findIndex((value, month) => month > months.indexOf(first) && value < 0) ?? -1;
  return lost > 0 ? months[lost - 1] : undefined;
}

function operator(row: string, month: number): Explained {
  return { row: `operator.${row}`, instance: "operator", month };
}

/** What the leases are worth on paper, and what of it is owed in any case. */
export function leaseValues(result: Result, base: Result, changed: boolean): { title: string; note: string; value: string; base: string }[] {
  return ["lease.headline_value", "lease.enforceable_value"].flatMap((name) => {
    const measure = result.measures[name];
    if (!measure) return [];
    const value = formatDollars(measured(result, name));
    const before = formatDollars(measured(base, name));
    return [{ title: measure.title, note: measure.note, value, base: changed && before !== value ? `base: ${before}` : "" }];
  });
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
  const [row] = breakEvens(result, base, month).filter(({ line }) => line === "operating_income");
  const { first, lasting, baseFirst } = row ?? {};
  return {
    key: "break-even",
    title: "Operating break-even",
    value: first ? formatMonth(first) : "Not reached",
    note: first ? `holds ${row && holdsText(row)}` : `within the scenario, to ${formatMonth(result.table.months.at(-1) ?? "")}`,
    delta: changed ? monthDifference(first, baseFirst) : "",
    tone: lasting ? "good" : first ? "partial" : "bad",
    explained: row?.explained,
  };
}

/** How long a break-even that is reached holds: "from Jul 2026", "to May 2029". */
export function holdsText({ lasting, until }: BreakEvenRow): string {
  if (lasting) return `from ${formatMonth(lasting)}`;
  return until ? `to ${formatMonth(until)}` : "not to the end";
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
    explained: lease && { row: "lease.gpus_delivered", instance: lease.name, month: busiest(result, "lease.gpus_delivered", lease.name, month) },
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
    explained: lease && { row: "lease.price_per_gpu_hour", instance: lease.name, month: busiest(result, "lease.fee_billed", lease.name, month) },
  };
}

/** The month looked at, or the first with anything in it where that has nothing. */
function busiest(result: Result, row: ShownRow, instance: string, month: number): number {
  const values = series(result, row, instance);
  if (!values || values[month]) return month;
  return Math.max(0, values.findIndex((value) => value > 0));
}
