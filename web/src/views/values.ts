// Values of views in words.
import type { ShownView } from "../engine/client";
import type { Cell, Value } from "../engine/messages";
import { formatAmount, formatDate, formatQuantity } from "../format";
import type { Explained } from "../state/session";

/** A number with its unit, a month or a day, a name; a dash where there is none. */
export function valueText({ number, text, words, unit, percent }: Value): string {
  return text ? formatDate(text) : (words ?? formatQuantity(number, unit, percent ? "percent" : ""));
}

/** A number without its unit, for where that is said once for several. */
export function amountText({ number, unit, percent }: Value): string {
  return formatAmount(number, unit, percent ? "percent" : "");
}

/** What to ask for when asked why: a measure, or a row of things in a month of the scenario. */
export function reasonOf({ measure, row, instances, month }: Value, months: readonly string[]): Explained | undefined {
  if (measure) return { measure };
  const at = month ? months.indexOf(month) : -1;
  return row && instances && at >= 0 ? { row, instances, month: at } : undefined;
}

/** Whether a figure is good or bad, where it is judged at all. */
export function judgement({ value, judged }: Cell): "good" | "bad" | "" {
  if (!judged) return "";
  if (value.number !== undefined) return value.number < 0 ? "bad" : "good";
  return value.text ? "good" : "";
}

/** What another answer has for a cell of a table, found by what is measured there; its rows may be others. */
export function cellIn({ rows = [] }: ShownView, cell: Value, column: number): Value | undefined {
  const key = keyOf(cell);
  return key ? rows.map(({ cells }) => cells[column]!).find((other) => keyOf(other) === key) : undefined;
}

function keyOf({ measure, row, instances = [] }: Value): string {
  return measure ?? (row ? `${row}@${instances.length === 1 ? instances[0] : ""}` : "");
}
