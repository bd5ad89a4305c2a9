// What everything with a name in a scenario is and comes to, read of the engine's answer.
import type { Entry, EntryValue, Instance, ReferenceAnswer, Value } from "./messages";

export interface Reference {
  entries: readonly Entry[];
  things: readonly Instance[];
  /** Measures, months and days. */
  values: readonly EntryValue[];
  /** By entry that is numbered, where those of its things begin in `numbers`. */
  starts: ReadonlyMap<string, number>;
  numbers: Float64Array;
}

/** An answer with the entries that it may leave out; undefined where there are more or fewer numbers than those take. */
export function referenceOf(entries: readonly Entry[], { things = [], values = [] }: ReferenceAnswer, numbers: Float64Array): Reference | undefined {
  const starts = new Map<string, number>();
  let at = 0;
  for (const { id, scope, numbered } of entries) {
    if (!numbered) continue;
    starts.set(id, at);
    at += things.filter((thing) => thing.scope === scope).length;
  }
  return at === numbers.length ? { entries, things, values, starts, numbers } : undefined;
}

/** What each thing of an entry's scope has of it, in a month of the scenario such as "2026-05"; nothing of what is told without values. */
export function entryValues(
  { things, values, starts, numbers }: Reference,
  entry: Entry,
  month: string,
): readonly { thing: Instance; value: Value }[] {
  const own = things.filter(({ scope }) => scope === entry.scope);
  const start = starts.get(entry.id);
  if (start === undefined)
    return own.flatMap((thing) => {
      const found = values.find((each) => each.entry === entry.id && each.thing === thing.name);
      return found ? [{ thing, value: found.value }] : [];
    });
  const from = entry.is === "row" ? { row: entry.id, month } : {};
  return own.map((thing, at) => {
    const number = numbers[start + at]!;
    const value = { unit: entry.unit, ...(entry.percent && { percent: true }), ...from, instances: [thing.name] };
    return { thing, value: Number.isFinite(number) ? { ...value, number } : value };
  });
}
