// A map as shapes: the levels that its values fall into, their cells as paths, the ticks of its axes, and where on it a value is.

import type { MapAxis, Value } from "../engine/messages";
import { addDays, addMonths, daysBetween, formatDate, isMonth, monthsBetween } from "../format";
import { exactly } from "../quantity";

/** So many levels at most on either side of the target. */
const MOST_LEVELS = 8;

/** Values from one to another; the target lies between two levels. */
export interface Level {
  from: number;
  to: number;
}

/** Levels of equal width in round numbers that take in all values, which are told from the target. */
export function levelsOf(values: Float64Array): Level[] {
  const there = values.filter(Number.isFinite);
  const least = there.reduce((low, value) => Math.min(low, value), 0);
  const most = there.reduce((high, value) => Math.max(high, value), 0);
  if (there.length === 0) return [];
  const step = roundStep(Math.max(-least, most, Number.MIN_VALUE) / MOST_LEVELS);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.floor(most / step) + (there.some((value) => value >= 0) ? 1 : 0));
  return Array.from({ length: last - first }, (_, at) => ({ from: round((first + at) * step), to: round((first + at + 1) * step) }));
}

/** The level of a value; undefined where it is absent. */
export function levelAt(levels: readonly Level[], value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const at = levels.findIndex(({ to }) => value < to);
  return at < 0 ? levels.length - 1 : at;
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((factor) => factor * power >= value * 0.999999) ?? 10) * power;
}

/** Without the tail of binary fractions, and without a minus before zero. */
function round(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where on the picture a value of an axis is, and which value is at a place. */
export interface Scales {
  x(value: number): number;
  y(value: number): number;
  valueX(place: number): number;
  valueY(place: number): number;
}

export function scalesOf(xs: readonly number[], ys: readonly number[], { left, top, width, height }: Frame): Scales {
  const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
  const part = (place: number) => Math.min(1, Math.max(0, place));
  return {
    x: (value) => left + ((value - x0) / (x1 - x0)) * width,
    y: (value) => top + height - ((value - y0) / (y1 - y0)) * height,
    valueX: (place) => x0 + part((place - left) / width) * (x1 - x0),
    valueY: (place) => y0 + part((top + height - place) / height) * (y1 - y0),
  };
}

/** The cells of each level as one path, and last those of absent values. A cell reaches half-way to its neighbours. */
export function cellPaths(xs: readonly number[], ys: readonly number[], values: Float64Array, levels: readonly Level[], scales: Scales): string[] {
  const paths = Array.from({ length: levels.length + 1 }, () => "");
  const [across, up] = [edges(xs).map(scales.x), edges(ys).map(scales.y)];
  ys.forEach((_, row) => {
    for (let from = 0; from < xs.length; ) {
      const level = (at: number) => levelAt(levels, values[row * xs.length + at]!) ?? levels.length;
      let to = from + 1;
      while (to < xs.length && level(to) === level(from)) to++;
      paths[level(from)] += `M${short(across[from]!)} ${short(up[row]!)}H${short(across[to]!)}V${short(up[row + 1]!)}H${short(across[from]!)}Z`;
      from = to;
    }
  });
  return paths;
}

/** The ends of cells: the first and the last value, and the middles between neighbours. */
function edges(values: readonly number[]): number[] {
  return [values[0]!, ...values.slice(1).map((value, at) => (value + values[at]!) / 2), values.at(-1)!];
}

export function linePath(vertices: readonly (readonly [number, number])[], scales: Scales): string {
  return vertices.map(([x, y], at) => `${at === 0 ? "M" : "L"}${short(scales.x(x))} ${short(scales.y(y))}`).join("");
}

function short(place: number): string {
  return String(Math.round(place * 10) / 10);
}

export interface Tick {
  at: number;
  text: string;
}

/** About so many round values of an axis, or so many of its months and days. */
export function ticksOf({ at, values, times }: MapAxis, count: number): Tick[] {
  if (values[0]?.text !== undefined) {
    const step = Math.max(1, Math.ceil((at.length - 1) / count));
    return at.flatMap((place, index) => (index % step === 0 ? [{ at: place, text: formatDate(values[index]!.text!) }] : []));
  }
  const [low, high] = [at[0]!, at.at(-1)!];
  const step = roundStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const ticks: Tick[] = [];
  for (let index = first; index * step <= high + step * 1e-9; index++)
    ticks.push({ at: round(index * step), text: axisText(round(index * step), values[0]!, times) });
  return ticks;
}

function axisText(number: number, { unit, percent }: Value, times: boolean | undefined): string {
  return times ? `${number} ×` : exactly({ number, unit, ...(percent && { percent }) });
}

/** Where on an axis an input's value is, as documents have it; undefined where that is none of one moment. */
export function placeOf({ at, values }: MapAxis, value: unknown): number | undefined {
  const text = values[0]?.text;
  if (text === undefined) return typeof value === "number" ? value : undefined;
  if (typeof value !== "string") return undefined;
  return at[0]! + (isMonth(text) ? monthsBetween(text, value) : daysBetween(text, value));
}

/** The value at a place of an axis, as documents have it: whole months and days, and numbers by a step. */
export function valueAt({ at, values }: MapAxis, place: number, step: number): number | string {
  const text = values[0]?.text;
  const [low, high] = [at[0]!, at.at(-1)!];
  if (text === undefined) return Math.min(high, Math.max(low, round(Math.round(place / step) * step)));
  const count = Math.round(Math.min(high, Math.max(low, place)) - low);
  return isMonth(text) ? addMonths(text, count) : addDays(text, count);
}

/** By how much an axis is stepped: a two-hundredth of it, in round numbers; of months and days one. */
export function stepOf({ at, values }: MapAxis): number {
  return values[0]?.text === undefined ? roundStep((at.at(-1)! - at[0]!) / 200) : 1;
}

/** The index of the value nearest to a place. */
export function nearest(values: readonly number[], place: number): number {
  return values.reduce((best, value, at) => (Math.abs(value - place) < Math.abs(values[best]! - place) ? at : best), 0);
}
