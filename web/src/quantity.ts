// What a person types for a number, and how a number stands in its field: 1.25B, 50 (per cent), 220,000.
import { catalog } from "./catalog";
import { formatQuantity, isDay, isMonth, unitWords } from "./format";

/** What the field of a number needs to know of its input. */
export interface NumberField {
  title: string;
  unit: string;
  display?: string;
  min?: number;
  max?: number;
  /** Counts things that have no parts, such as months. */
  whole?: boolean;
}

/** Units of things that are counted. */
const COUNTED: ReadonlySet<string> = new Set(["1", "GPU", "GPU/rack", "rack", "satellite", "month", "day"]);

/** Whether an input is counted in whole numbers; the engine would take two and a half months and mean three. */
export function isCounted({ unit, display, step }: { unit: string; display?: string; step?: number }): boolean {
  return COUNTED.has(unit) && !display && step !== undefined && Number.isInteger(step);
}

export type Parsed = { value: number } | { message: string };

const SUFFIXES: { [letter: string]: number } = { k: 1e3, m: 1e6, b: 1e9, bn: 1e9, t: 1e12 };

/** Reads "1.25B", "$ 625 M", "45%", "220,000". Errors name the field, the text and what is allowed. */
export function parseNumber(text: string, field: NumberField): Parsed {
  const compact = text.replace(/[\s,_$]/g, "").replace(/−/g, "-");
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|bn|[kmbt])?$/i.exec(compact);
  if (!match) return { message: `${field.title}: “${shortened(text)}” is not a number. Allowed: ${allowed(field)}.` };
  const suffix = (match[2] ?? "").toLowerCase();
  const percent = suffix === "%" || (field.display === "percent" && suffix === "");
  // Divided, and not multiplied by 0.01, so that 45 gives exactly 0.45.
  const value = percent ? Number(match[1]) / 100 : Number(match[1]) * (SUFFIXES[suffix] ?? 1);
  if (field.whole && !Number.isInteger(value)) return { message: `${field.title}: ${shortened(text)} is not a whole number. Allowed: ${allowed(field)}.` };
  if (!isWithin(value, field)) return { message: `${field.title}: ${shortened(text)} is out of range. Allowed: ${allowed(field)}.` };
  return { value };
}

function isWithin(value: number, { min, max }: NumberField): boolean {
  return Number.isFinite(value) && (min === undefined || value >= min) && (max === undefined || value <= max);
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

/** A number as its field shows it. Reading it back gives the same number, so short forms are used only where exact. */
export function fieldText(value: number, display?: string): string {
  if (display === "percent") return String(Number((value * 100).toPrecision(12)));
  const magnitude = Math.abs(value);
  for (const [letter, scale] of [["T", 1e12], ["B", 1e9], ["M", 1e6]] as const) {
    if (magnitude < scale) continue;
    const short = String(Number((value / scale).toPrecision(12)));
    return Number(short) * scale === value && short.length <= 8 ? short + letter : grouped(value);
  }
  return magnitude >= 1e4 ? grouped(value) : String(value);
}

function grouped(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 12 });
}

/** The unit to stand beside the field. */
export function fieldUnit({ unit, display }: NumberField): string {
  return unitWords(unit, display);
}

/** Reads a month such as "2026-07" or a day such as "2026-07-15", or says what is allowed. */
export function parseDate(text: string, title: string, kind: "month" | "day"): { value: string } | { message: string } {
  const value = text.trim();
  const { first, last, is } = dateBounds(kind);
  if (is(value) && value >= first && value <= last) return { value };
  return { message: `${title}: “${shortened(text)}” is not a ${kind} here. Allowed: a ${kind} from ${first} to ${last}.` };
}

export function dateBounds(kind: "month" | "day"): { first: string; last: string; is(text: string): boolean } {
  const { first_month: first, last_month: last } = catalog;
  return kind === "month" ? { first, last, is: isMonth } : { first: `${first}-01`, last: `${last}-31`, is: isDay };
}

/**
 * The ends and the step of a slider; undefined where the input has no bounds to slide between. A
 * bound that only keeps absurd values out would make a slider nobody can aim with, so a wide range is
 * narrowed to some times the base's value, and widened again to hold what was typed.
 */
export function sliderRange(
  field: NumberField & { step?: number }, base: number, value: number,
): { min: number; max: number; step: number } | undefined {
  if (field.min === undefined || field.max === undefined || !(field.max > field.min)) return undefined;
  let { min, max } = field;
  if (base !== 0 && max - min > 20 * Math.abs(base)) {
    const reach = roundUp(Math.abs(base) * 3);
    min = Math.max(min, Math.min(min < 0 ? -reach : min, value));
    max = Math.min(max, Math.max(reach, value));
  }
  const step = field.step && (max - min) / field.step <= 2000 ? field.step : roundUp((max - min) / 200);
  return { min, max, step };
}

/** The next 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= value * 0.999999) ?? 10;
  return Number((factor * power).toPrecision(12));
}
