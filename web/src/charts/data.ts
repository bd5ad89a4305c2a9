// What the two charts show, taken from a run's table. Their tables and downloads show the same.
import type { Result } from "../engine/client";
import { formatMonth } from "../format";
import { IDLE, KEPT, roleColour, tenantColour } from "../palette";
import type { ShownRow, ShownRowOf } from "../rows";
import { instancesOf, series, total } from "../table";
import type { ChartData, ChartSeries } from "./contract";

const STATEMENT = [
  { line: "revenue", role: "", name: "Revenue", dash: "solid" },
  { line: "adjusted_ebitda", role: "earnings", name: "Adjusted EBITDA", dash: "dashed" },
  { line: "operating_income", role: "result", name: "Operating income", dash: "solid" },
  { line: "operating_cash_flow", role: "cash", name: "Operating cash flow", dash: "dotted" },
  { line: "free_cash_flow", role: "free cash", name: "Free cash flow", dash: "solid" },
] as const;

/**
 * Revenue as it is recognised, which is what operating income is made of, stacked by where it comes from: with what is
 * re-let, backed and passed on, the leases' and the operator's own add up to all. Over it the total, and the four lines
 * that can break even. Series are named as the engine names their rows.
 */
export function moneyChart(result: Result, dark: boolean): ChartData {
  const { months } = result.table;
  const revenue: ChartSeries[] = [{ name: "Own revenue", colour: KEPT, values: valuesOf(result, "operator.own_revenue", "operator"), kind: "stack" }];
  instancesOf(result, "lease").forEach(({ name, title }, index) => {
    revenue.push({ name: `Lease revenue, ${title}`, colour: tenantColour(index), values: valuesOf(result, "lease.revenue", name), kind: "stack" });
  });
  const lines = STATEMENT.map(({ line, role, name, dash }): ChartSeries => (
    { name, colour: roleColour(role, 0, dark), values: valuesOf(result, `operator.${line}`, "operator"), kind: "line", dash, strong: line === "operating_income" }
  ));
  const breakEven = result.measures["break_even.operating_income.first"]?.value;
  const at = typeof breakEven === "string" ? months.indexOf(breakEven) : -1;
  return {
    key: "money",
    title: "Money per month",
    description: "US dollars each month: recognised revenue stacked by where it comes from, its total and four result lines against zero.",
    unit: "USD",
    months,
    series: [...revenue, ...lines],
    markers: at >= 0 ? [{ month: at, label: `operating break-even ${formatMonth(breakEven as string)}` }] : [],
  };
}

/** Power drawn by tenant and by the operator, stacked, against the power there is. */
export function powerChart(result: Result, dark: boolean): ChartData {
  const { months } = result.table;
  const leases = instancesOf(result, "lease");
  const sites = instancesOf(result, "site");
  const all = (row: ShownRowOf<"site">) => total(months.length, sites.map(({ name }) => series(result, row, name)));
  const stack: ChartSeries[] = leases.map(({ name, title }, index) => ({
    name: title, colour: tenantColour(index), values: valuesOf(result, "lease.power_demand", name), kind: "stack",
  }));
  stack.push(
    { name: "Operator’s own use", colour: KEPT, values: all("site.power_kept"), kind: "stack" },
    { name: "Idle", colour: IDLE, values: all("site.power_idle"), kind: "stack" },
  );
  return {
    key: "power",
    title: "Power by tenant",
    description: "Megawatts each month: power drawn for each tenant and for the operator, stacked, against the power available.",
    unit: "MW",
    months,
    series: [...stack, { name: "Power available", colour: roleColour("limit", 0, dark), values: all("site.power_available"), kind: "line", dash: "dashed", strong: true }],
    markers: [],
  };
}

/** A row that is drawn; absent in every month where the table lacks it. */
function valuesOf(result: Result, row: ShownRow, instance: string): ArrayLike<number> {
  return series(result, row, instance) ?? result.table.months.map(() => Number.NaN);
}
