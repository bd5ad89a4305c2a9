// Values of views in words.
import type { Cell, Value } from "../engine/messages";
import { formatDate, formatQuantity } from "../format";
import type { Explained } from "../state/session";

/** A number with its unit, a month or a day, a name; a dash where there is none. */
export function valueText({ number, text, unit, percent }: Value): string {
  return text ? formatDate(text) : formatQuantity(number, unit, percent ? "percent" : "");
}

/** What to ask for when asked why: a measure, or a row of one thing in a month of the scenario. */
export function reasonOf({ measure, row, instance, month }: Value, months: readonly string[]): Explained | undefined {
  if (measure) return { measure };
  const at = month ? months.indexOf(month) : -1;
  return row && instance && at >= 0 ? { row, instance, month: at } : undefined;
}

/** Whether a figure is good or bad, where it is judged at all. */
export function judgement({ value, judged }: Cell): "good" | "bad" | "" {
  if (!judged) return "";
  if (value.number !== undefined) return value.number < 0 ? "bad" : "good";
  return value.text ? "good" : "";
}
