// What a study comes to, in words.
import type { Estimated, Measured } from "./engine/messages";
import { ABSENT, addDays, addMonths, displayOf, formatDate, formatMonth, formatPercent, formatQuantity } from "./format";

/** A value of a measure; months and days are counted from the scenario's first. */
export function measureWords({ kind, unit, percent }: Pick<Measured, "kind" | "unit" | "percent">, value: number | undefined, start: string): string {
  if (value === undefined) return "none";
  if (kind === "month") return formatMonth(addMonths(start, Math.round(value)));
  if (kind === "day") return formatDate(addDays(`${start}-01`, Math.round(value)));
  return formatQuantity(value, unit, displayOf({ percent }));
}

/** A share of cases with how far it may be off, "31% (± 1)": in whole points, as the sentences of chances have it. */
export function shareWords({ value, error }: Estimated): string {
  if (value === undefined) return ABSENT;
  if (value !== 0 && value < 0.01) return "less than 1%";
  if (value !== 1 && value > 0.99) return "more than 99%";
  const isSure = error === undefined || value === 0 || value === 1;
  return `${formatPercent(Math.round(100 * value) / 100)}${isSure ? "" : ` (± ${Math.max(1, Math.ceil(100 * error))})`}`;
}
