// A period of a statement of several scenarios side by side, with how far the first is from each of the others.
import { matchedLines, shareText } from "../comparison";
import type { ShownView } from "../engine/client";
import type { Line } from "../engine/messages";
import { ABSENT, displayOf, formatAmount, formatDifference, withUnit } from "../format";
import { periodHeads, unitsOf } from "./statement";

export interface ComparedStatement {
  /** Of all lines, in words; none where they have several, which then say their own. */
  unit: string;
  /** By scenario, how much of the period it has, where that is not all of it. */
  cuts: readonly string[];
  rows: readonly ComparedRow[];
}

export interface ComparedRow {
  title: string;
  /** Of the thing whose line it is. */
  name: string | undefined;
  depth: number;
  kind: "heading" | "total" | "line";
  /** Of the first scenario the amount; of each other the amount, the variance and that in per cent. A heading has none. */
  cells: readonly string[];
  line: Line;
  /** The same as numbers; NaN where there is none. */
  numbers: readonly number[];
}

/** The periods that any of them has, in order, and that in which a month of the first is. */
export function comparedPeriods(views: readonly (ShownView | undefined)[], month: number): { periods: readonly string[]; current: string } {
  const heads = views.map((view) => periodHeads(view?.periods ?? [], month));
  const periods = [...new Set(heads.flatMap((list) => list.map(({ title }) => title)))].sort();
  return { periods, current: heads[0]?.find(({ isLookedAt }) => isLookedAt)?.title ?? periods[0] ?? "" };
}

export function comparedStatement(views: readonly (ShownView | undefined)[], period: string): ComparedStatement {
  const heads = views.map((view) => periodHeads(view?.periods ?? [], 0));
  const at = heads.map((list) => list.findIndex(({ title }) => title === period));
  const matched = matchedLines(views);
  const { unit, unitOf } = unitsOf(matched.map(({ line }) => line));
  const rows = matched.map(({ line, at: places }): ComparedRow => {
    const [here = Number.NaN, ...others] = places.map((place, side) => views[side]?.values[place]?.[at[side]!] ?? Number.NaN);
    // A scenario without such a thing has no money for it, in a period that it has.
    const hasNone = (side: number) => /^USD\b/.test(line.unit) && !line.percent && places[side]! < 0 && at[side]! >= 0;
    const apart = (other: number, side: number) => (hasNone(0) && hasNone(side) ? Number.NaN : (hasNone(0) ? 0 : here) - (hasNone(side) ? 0 : other));
    const amount = (value: number) => formatAmount(value, line.unit, displayOf(line));
    const variance = (other: number, side: number) => {
      const difference = apart(other, side);
      if (Number.isNaN(difference)) return [ABSENT, ABSENT];
      if (line.percent) return [formatDifference(difference, line.unit, true), ""];
      return [formatAmount(difference, line.unit, undefined, true), shareText(difference, Math.abs(other))];
    };
    const part = (other: number, side: number) => (line.percent || other === 0 ? Number.NaN : (100 * apart(other, side)) / Math.abs(other));
    return {
      title: withUnit(line.title, unitOf(line)),
      name: line.name,
      depth: line.depth,
      kind: line.heading ? "heading" : line.total ? "total" : "line",
      cells: line.heading ? [] : [amount(here), ...others.flatMap((other, side) => [amount(other), ...variance(other, side + 1)])],
      line,
      numbers: line.heading ? [] : [here, ...others.flatMap((other, side) => [other, apart(other, side + 1), part(other, side + 1)])],
    };
  });
  return { unit, cuts: heads.map((list, side) => list[at[side]!]?.cut ?? ""), rows };
}
