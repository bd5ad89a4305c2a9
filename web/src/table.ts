// Reading a run's table: rows by name and instance, for the figures, the charts and the scene.
import type { Result } from "./engine/client";
import type { Form } from "./engine/messages";
import type { ShownRow } from "./rows";

const indexes = new WeakMap<Form, Map<string, number>>();

function rowIndex(table: Form, name: string, instance: string): number | undefined {
  let index = indexes.get(table);
  if (!index) {
    index = new Map(table.rows.map((row, at) => [`${row.name}@${row.instance}`, at]));
    indexes.set(table, index);
  }
  return index.get(`${name}@${instance}`);
}

/**
 * All months of a row, not a copy; undefined where the table has no such row of this instance. That is a mistake in the
 * page and never a zero: what is made of it is absent, and the console says so, where every test looks.
 */
export function series(result: Result, name: ShownRow, instance: string): Float64Array | undefined {
  const at = rowIndex(result.table, name, instance);
  if (at === undefined) {
    console.error(`The table has no row ${name} of ${instance}.`);
    return undefined;
  }
  const months = result.table.months.length;
  return result.numbers.subarray(at * months, (at + 1) * months);
}

/** A row in one month; undefined where there is no row or no value. */
export function valueAt(result: Result, name: ShownRow, instance: string, month: number): number | undefined {
  const value = series(result, name, instance)?.[month];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/** The sum of several rows month by month; absent (NaN) where one of them is. Of no rows at all it is zero. */
export function total(months: number, parts: (Float64Array | undefined)[]): number[] {
  const sums = new Array<number>(months).fill(0);
  for (const part of parts) for (let month = 0; month < months; month++) sums[month]! += part?.[month] ?? Number.NaN;
  return sums;
}

/** The names of a scope's instances, in the order of the document. */
export function instancesOf(result: Result, scope: string): { name: string; title: string; parent: string }[] {
  return result.document.instances.filter((instance) => instance.scope === scope);
}
