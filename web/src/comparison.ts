// What scenarios that are held against each other have, in words and in order.
import type { ShownView } from "./engine/client";
import type { Attribution, AttributionPart, Cell, Line, Value, Whose } from "./engine/messages";
import { ABSENT, addMonths, daysBetween, displayOf, formatDate, formatDifference, formatQuantity, isDay, isMonth, monthsBetween } from "./format";
import { apart, exactly } from "./quantity";

/** A value in words; a dash where there is none. */
export function comparedText(value: Value | null | undefined): string {
  if (!value) return ABSENT;
  return value.text ? formatDate(value.text) : (value.words ?? formatQuantity(value.number, value.unit, displayOf(value)));
}

/** The same of several beside one another, in as many digits as tell them apart. */
export function comparedTexts(values: readonly (Value | null | undefined)[]): string[] {
  return apart(values, comparedText, (value) => (value?.number === undefined ? undefined : value));
}

/** What a scenario comes to, in its month of that number. */
interface Came {
  views: readonly ShownView[];
  start: string;
  month: number;
}

/**
 * The headline figures of all scenarios. One that does not have the month has no figures of a month. What is called otherwise where a
 * scenario has one tenant is the same figure, and has both titles.
 */
export function headlines({ shown, month }: { shown: readonly Came[]; month: string }): { title: string; cells: (Cell | undefined)[] }[] {
  const lists = shown.map(({ views, start, month: at }) => {
    const isOf = addMonths(start, at) === month;
    return views.flatMap(({ cells = [] }) => cells).filter(({ value }) => isOf || !value.row);
  });
  const figures: { titles: string[]; cells: (Cell | undefined)[] }[] = [];
  for (const [at, list] of lists.entries()) {
    for (const cell of list) {
      const isSame = (other: Cell | undefined) =>
        other?.title === cell.title || (other?.value.measure !== undefined && other.value.measure === cell.value.measure);
      const known = figures.find(({ cells }) => !cells[at] && cells.some(isSame));
      const figure = known ?? { titles: [], cells: lists.map(() => undefined) };
      if (!known) figures.push(figure);
      if (!figure.titles.includes(cell.title)) figure.titles.push(cell.title);
      figure.cells[at] = cell;
    }
  }
  return figures.map(({ titles, cells }) => ({ title: titles.join(" / "), cells }));
}

/** How far one value is from another: "+$1.2B", "5 months later"; nothing where that cannot be said. */
export function varianceText(from: Value | undefined, to: Value | undefined): string {
  if (!from || !to) return "";
  if (from.number !== undefined && to.number !== undefined) return smallStepText(from, { ...to, number: to.number - from.number });
  if (!from.text || !to.text) return "";
  if (isMonth(from.text) && isMonth(to.text)) return laterText(monthsBetween(from.text, to.text), "month");
  return isDay(from.text) && isDay(to.text) ? laterText(daysBetween(from.text, to.text), "day") : "";
}

/** A value to be taken away: a number as it is, a month or a day as the engine writes it. */
export function plainValue(value: Value | null | undefined): string | number {
  return value?.number ?? value?.text ?? value?.words ?? "";
}

/** The unit of values that are numbers. */
export function plainUnit(values: readonly (Value | null | undefined)[]): string {
  return values.find((value) => value?.number !== undefined)?.unit ?? "";
}

/** How far one value is from another, to be taken away. */
export function plainVariance(from: Value | undefined, to: Value | undefined): string | number {
  return from?.number !== undefined && to?.number !== undefined ? to.number - from.number : varianceText(from, to);
}

/** A difference with its sign, in two digits where it is too small for the usual ones and is one for all that. */
function smallStepText(from: Value, step: Value): string {
  const text = stepText(step);
  const number = step.number!;
  if (/[1-9]/.test(text) || Math.abs(number) <= 1e-9 * Math.abs(from.number!)) return text;
  return `${number > 0 ? "+" : ""}${exactly({ ...step, number: Number(number.toPrecision(2)) })}`;
}

/** A difference with its sign. */
export function stepText(step: Value): string {
  return formatDifference(step.number, step.unit, step.percent);
}

/** How much later a month or a day is than another, in the unit. */
export function laterText(count: number, unit: string): string {
  return count === 0 ? "the same" : `${formatQuantity(Math.abs(count), unit)} ${count < 0 ? "earlier" : "later"}`;
}

/** A part of a whole in per cent; of nothing there is none. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? ABSENT : formatQuantity(part / whole, "1", "percent");
}

export function whoseWords(whose: Whose): string {
  return whose === "world" ? "the world" : whose === "decision" ? "decision" : "both";
}

/** Those with a title that another before them has are told apart by their number. */
export function toldApart<Titled extends { title: string }>(list: readonly Titled[]): Titled[] {
  const times = new Map<string, number>();
  return list.map((one) => {
    const time = (times.get(one.title) ?? 0) + 1;
    times.set(one.title, time);
    return time > 1 ? { ...one, title: `${one.title} (${time})` } : one;
  });
}

/** The lines of several answers of one view, each found in every answer that has it: in the order of the first, and where only another has a line behind the one that it follows there. */
export function matchedLines(views: readonly (ShownView | undefined)[]): { line: Line; at: readonly number[] }[] {
  const keys = views.map((view) => keysOf(view?.lines ?? []));
  const order: string[] = [];
  for (const list of keys) {
    let behind = -1;
    for (const key of list) {
      const known = order.indexOf(key);
      if (known >= 0) behind = known;
      else order.splice(++behind, 0, key);
    }
  }
  return order.map((key) => {
    const at = keys.map((list) => list.indexOf(key));
    const first = at.findIndex((place) => place >= 0);
    return { line: views[first]!.lines![at[first]!]!, at };
  });
}

/**
 * What tells lines apart: the thing of its kind whose line it is, and not of which things a line for all is made, which are others in
 * another scenario. What has the same name twice, as two headings, is told apart by its turn.
 */
function keysOf(lines: readonly Line[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ title, row = "", name = "", depth, part, heading }) => {
    const key = JSON.stringify([heading ? title : row || title, name, depth, part]);
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    return `${key} ${turn}`;
  });
}

/** A step of the way from one figure to another. */
export interface FallStep {
  title: string;
  /** Undefined where it is of several changes, of the world and decisions alike. */
  part: AttributionPart | undefined;
  value: number;
  /** Where it begins and ends, in parts of the widest reach. */
  from: number;
  to: number;
}

/** As many changes stand each by itself. */
const MOST_STEPS = 12;

/** The way from one figure to the other, the largest changes first; what is small is told together. */
export function fallOf({ base, parts }: Attribution): FallStep[] {
  const moved = parts.filter(({ value }) => value.number !== 0);
  const listed: Omit<FallStep, "from" | "to">[] = moved
    .slice(0, moved.length > MOST_STEPS ? MOST_STEPS - 1 : MOST_STEPS)
    .map((part) => ({ title: part.title, part, value: part.value.number! }));
  const rest = moved.slice(listed.length);
  if (rest.length > 0)
    listed.push({ title: `${rest.length} smaller changes`, part: undefined, value: rest.reduce((sum, { value }) => sum + value.number!, 0) });
  let at = base;
  const steps = listed.map((step) => {
    const from = at;
    at += step.value;
    return { ...step, from, to: at };
  });
  const ends = [base, ...steps.map(({ to }) => to)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const place = (value: number) => (most > least ? (value - least) / (most - least) : 0.5);
  return steps.map((step) => ({ ...step, from: place(step.from), to: place(step.to) }));
}

/** What the world and what decisions make of a difference, and what cannot be told apart. */
export function sumsOf(parts: readonly AttributionPart[]): { whose: Whose; value: number }[] {
  return (["world", "decision", ""] as const)
    .map((whose) => ({ whose, parts: parts.filter((part) => part.whose === whose) }))
    .filter((sum) => sum.parts.length > 0)
    .map((sum) => ({ whose: sum.whose, value: sum.parts.reduce((total, { value }) => total + value.number!, 0) }));
}

/** Values of one scenario's months at those of several: absent where it has no such month. */
export function aligned(values: ArrayLike<number>, start: number, length: number): Float64Array {
  const all = new Float64Array(length).fill(Number.NaN);
  for (let at = 0; at < values.length; at++) if (at + start >= 0 && at + start < length) all[at + start] = values[at]!;
  return all;
}
