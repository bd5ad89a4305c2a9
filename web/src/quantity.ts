// How a number stands in its field (1.25B, 50 per cent, 220,000), how it is stepped and slid, and what is said of an entry that
// does not count.
import { catalog } from "./catalog";
import type { Value } from "./engine/messages";
import { type Entry, type Field, misfit, readDay, readMonth, readNumber } from "./entry";
import { decimals, formatDate, formatQuantity, unitWords } from "./format";

/** What the field of a number needs to know of its input. */
export interface NumberField extends Field {
  title: string;
  step?: number;
}

/** A value, or what to say of the text, with the readings to choose from where it may mean several. */
export type Parsed<T> = { value: T } | { message: string; readings?: readonly T[] };

/** Reads an entry; `shown` is what the field showed before it. Messages name the field, the text and what is allowed. */
export function parseNumber(text: string, field: NumberField, shown?: string): Parsed<number> {
  const entry = readNumber(text, field, shown);
  if ("value" in entry) return entry;
  const said = shortened(text);
  if (entry.readings)
    return {
      message: `${field.title}: “${said}” ${choice(entry.readings.map((value) => readingText(value, field.display)))}`,
      readings: entry.readings,
    };
  const what = {
    number: said.trim() === "" ? "nothing is typed" : `“${said}” is not a number`,
    unit: `“${said}” is in another unit`,
    whole: `${said} is not a whole number`,
    range: `${said} is out of range`,
  };
  return { message: `${field.title}: ${what[entry.reason as keyof typeof what]}. Allowed: ${allowed(field)}.` };
}

/** What is wrong with a value that a file or a link brought. */
export function numberProblem(value: number, field: NumberField): string | undefined {
  const reason = misfit(value, field);
  const text = fieldText(value, field.display);
  return reason && `${field.title}: ${text} is ${reason === "whole" ? "not a whole number" : "out of range"}. Allowed: ${allowed(field)}.`;
}

/** What is wrong with a range, which the engine reads. */
export function rangeProblem(title: string, problem: string | undefined): string | undefined {
  return problem && `${title}: ${problem}.`;
}

function choice(readings: readonly string[]): string {
  return readings.length > 1 ? `can be read in two ways: ${readings.join(" or ")}?` : `may mean ${readings[0]}?`;
}

/** The allowed range in words: "0% to 100%". */
export function allowed({ unit, display, min, max, whole }: NumberField): string {
  const text = (bound: number) => formatQuantity(bound, unit, display).trim();
  if (min !== undefined && max !== undefined) return `${whole ? "whole numbers from " : ""}${text(min)} to ${text(max)}`;
  if (min !== undefined) return `${text(min)} or more`;
  if (max !== undefined) return `${text(max)} or less`;
  return "any number";
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A number as its field shows it. Read back there, it is the same number, so short forms are used only where they are exact. */
export function fieldText(value: number, display?: string): string {
  if (display === "percent") {
    const short = String(Number((value * 100).toPrecision(12)));
    return Number(`${short}e-2`) === value ? short : timesHundred(String(value));
  }
  const magnitude = Math.abs(value);
  for (const [letter, power] of [
    ["T", 12],
    ["B", 9],
    ["M", 6],
  ] as const) {
    if (magnitude < 10 ** power) continue;
    const short = String(Number((value / 10 ** power).toPrecision(12)));
    return Number(`${short}e${power}`) === value && short.length <= 8 ? short + letter : grouped(value);
  }
  return magnitude >= 1e4 ? grouped(value) : String(value);
}

/** Moves the point of a written number, which loses nothing, where multiplying would. */
function timesHundred(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text)!;
  if (exponent !== undefined) return `${sign}${whole}${fraction && `.${fraction}`}e${Number(exponent) + 2}`;
  const digits = (whole + fraction.padEnd(2, "0")).replace(/^0+(?=\d)/, "");
  const places = Math.max(0, fraction.length - 2);
  const padded = digits.padStart(places + 1, "0");
  return sign + padded.slice(0, padded.length - places) + (places ? `.${padded.slice(-places)}` : "");
}

function grouped(value: number): string {
  return decimals(value, 0, 12);
}

/** A reading to choose, in which a thousand is seen to be one: "1,250", "1.25%", "1.25B". */
export function readingText(value: number, display?: string): string {
  if (display === "percent") return `${grouped(Number(fieldText(value, display)))}%`;
  const text = fieldText(value);
  return /^-?\d{4}/.test(text) ? grouped(value) : text;
}

/** A value exactly, as its field has it, with the sign of per cent. */
export function exactText(value: number, display?: string): string {
  return fieldText(value, display) + (display === "percent" ? "%" : "");
}

/** The unit to stand beside the field. */
export function fieldUnit({ unit, display }: NumberField): string {
  return unitWords(unit, display);
}

/** Reads a month such as "2026-07" or a day such as "2026-07-15", or says what is allowed. */
export function parseDate(text: string, title: string, kind: "month" | "day"): Parsed<string> {
  const entry: Entry<string> = kind === "month" ? readMonth(text) : readDay(text);
  if ("value" in entry) return entry;
  const { first, last } = dateBounds(kind);
  const what = entry.readings ? choice(entry.readings) : `is not a ${kind} here.`;
  return { message: `${title}: “${shortened(text)}” ${what} Allowed: a ${kind} from ${first} to ${last}.` };
}

export function dateBounds(kind: "month" | "day"): { first: string; last: string } {
  const { first_month: first, last_month: last } = catalog;
  return kind === "month" ? { first, last } : { first: `${first}-01`, last: `${last}-31` };
}

/** The ends and the step of a slider. */
export interface SliderRange {
  min: number;
  max: number;
  step: number;
}

/**
 * The range of a slider; undefined where the input has no bounds to slide between. A bound that only keeps absurd values out
 * would make a slider nobody can aim with, so a wide range is narrowed to some times the base's value. The value of the moment
 * has no part in it: a range that moves while one slides cannot be aimed in.
 */
export function sliderRange(field: NumberField, base: number): SliderRange | undefined {
  if (field.min === undefined || field.max === undefined || !(field.max > field.min)) return undefined;
  let { min, max } = field;
  if (base !== 0 && max - min > 20 * Math.abs(base)) {
    const reach = roundUp(Math.abs(base) * 3);
    min = Math.max(min, min < 0 ? -reach : min);
    max = Math.min(max, reach);
  }
  const step = field.step && (max - min) / field.step <= 2000 ? field.step : roundUp((max - min) / 200);
  return { min, max, step };
}

/** Which end of a slider's range a value lies beyond. */
export function beyond(value: number, { min, max }: SliderRange): "min" | "max" | undefined {
  return value < min ? "min" : value > max ? "max" : undefined;
}

/** The multiple of the step next to where a thumb was dragged to, or the end of the range. */
export function snapped(value: number, { min, max, step }: SliderRange): number {
  return Math.min(max, Math.max(min, multiple(Math.round(value / step), step)));
}

/** Some steps up or down, always onto a multiple of the step. No step goes beyond the range; a value that is beyond it can only come back. */
export function stepped(value: number, steps: number, { min, max, step }: SliderRange): number {
  // What is a multiple but for the last bits of a binary fraction is one.
  const near = 1e-9 * Math.max(1, Math.abs(value / step));
  if (steps > 0) return Math.max(value, Math.min(max, multiple(Math.floor(value / step + near) + steps, step)));
  return Math.min(value, Math.max(min, multiple(Math.ceil(value / step - near) + steps, step)));
}

/** Without the tail of binary fractions, such as 0.30000000000000004, and without a minus before zero. */
function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(12)) + 0;
}

/** The next 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= value * 0.999999) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** A number in all its digits with its unit, "$6.72/GPU-hour"; a month or a day. */
export function exactly({ number, text, unit, percent }: Value): string {
  if (number === undefined) return formatDate(text ?? "");
  if (percent) return `${fieldText(number, "percent").replace("-", "−")}%`;
  // Three digits are all of it, as large amounts are written.
  if (Math.abs(number) >= 1000 && Number(number.toPrecision(3)) === number) return formatQuantity(number, unit);
  const amount = readingText(Math.abs(number));
  const sign = number < 0 ? "−" : "";
  const words = unitWords(unit, undefined, Math.abs(number) === 1);
  return words.startsWith("$") ? `${sign}$${amount}${words.slice(1)}` : `${sign}${amount}${words && ` ${words}`}`;
}

/** Digits of a binary fraction that can tell it from another, from the first after those that are usual. */
const MORE_DIGITS = [4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Values as people read them, where different numbers would read alike in as many digits as tell them apart. */
export function apart<Told>(values: readonly Told[], write: (value: Told) => string, exact: (value: Told) => Value | undefined): string[] {
  const texts = values.map(write);
  const numbers = values.map((value) => exact(value)?.number);
  const areApart = (list: readonly string[]) =>
    list.every((text, at) => numbers[at] === undefined || list.every((other, from) => other !== text || numbers[from] === numbers[at]));
  if (areApart(texts)) return texts;
  const written = (digits?: number) =>
    values.map((value, at) => {
      const number = numbers[at];
      return number === undefined ? texts[at]! : exactly({ ...exact(value)!, number: digits ? Number(number.toPrecision(digits)) : number });
    });
  return MORE_DIGITS.map(written).find(areApart) ?? written();
}
