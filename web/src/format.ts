// Numbers, months and units as the page writes them. Nothing else on the page formats a figure.

const MINUS = "−";
/** Shown where there is no value. */
export const ABSENT = "–";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export type Absent = null | undefined;

function isAbsent(value: number | Absent): value is Absent {
  return value === null || value === undefined || !Number.isFinite(value);
}

/** A sentence of the engine's with months and per cent as the page writes them: "by 2031-04 in 74 %" is "by Apr 2031 in 74%". */
export function asPage(text: string): string {
  return text.replace(/\b\d{4}-(?:0[1-9]|1[0-2])\b(?!-)/g, formatMonth).replace(/(\d) %/g, "$1%");
}

/** "2026-07" → "Jul 2026", "2026-05 to 2031-04" → "May 2026 to Apr 2031"; anything else as it is. */
export function formatMonth(month: string): string {
  const [from, to] = month.split(" to ");
  if (from && to) return `${formatMonth(from)} to ${formatMonth(to)}`;
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  const name = match && MONTHS[Number(match[2]) - 1];
  return name ? `${name} ${match[1]}` : month;
}

/** "2026-05-20" → "20 May 2026"; "2026-05" → "May 2026"; anything else as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4}-\d{2})-(\d{2})$/.exec(date);
  return match ? `${Number(match[2])} ${formatMonth(match[1]!)}` : formatMonth(date);
}

/** "today at 14:05", "yesterday at 09:30", or the day where it is longer ago. */
export function whenWords(then: Date, now: Date): string {
  const dayOf = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const time = [then.getHours(), then.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  const days = daysBetween(dayOf(then), dayOf(now));
  return days === 0 ? `today at ${time}` : days === 1 ? `yesterday at ${time}` : `on ${formatDate(dayOf(then))}`;
}

/** Months from one "2026-07" to another. */
export function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}

/** "2026-07" and 2 → "2026-09". */
export function addMonths(month: string, count: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(total / 12)).padStart(4, "0")}-${String((total % 12) + 1).padStart(2, "0")}`;
}

const DAY = 86_400_000;

/** Days from one "2026-07-31" to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** "2026-07-31" and 2 → "2026-08-02". */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Whether there is such a day, which "2026-02-30" is not. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const formats = new Map<number, Intl.NumberFormat>();

/** A number with so many decimals at least and at most, thousands grouped. Making a format takes longer than writing a hundred numbers with it. */
export function decimals(value: number, least: number, most: number): string {
  const key = least * 100 + most;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Three significant digits, no exponent, thousands grouped: 1234.5 → "1,230", 0.5 → "0.5". */
function threeDigits(magnitude: number, keepZeros: boolean): string {
  if (magnitude === 0) return "0";
  const rounded = Number(magnitude.toPrecision(3));
  const digits = Math.max(0, 2 - Math.floor(Math.log10(rounded)));
  return decimals(rounded, keepZeros ? Math.min(digits, 2) : 0, Math.min(digits, 6));
}

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
];

/** 1.25e9 → "1.25B". A magnitude that rounds up to the next scale takes it: 999.9e6 → "1.00B". */
function scaled(magnitude: number, least: number): string {
  const rounded = Number(magnitude.toPrecision(3));
  for (const [scale, letter] of SCALES) {
    if (rounded >= scale && scale >= least) return threeDigits(magnitude / scale, true) + letter;
  }
  return threeDigits(magnitude, false);
}

function signed(value: number, text: string, plus: boolean): string {
  if (/^[^1-9]*$/.test(text)) return text;
  return (value < 0 ? MINUS : plus ? "+" : "") + text;
}

/** US dollars: "$1.25B", "−$823M", "$5.27". */
export function formatDollars(value: number | Absent, plus = false): string {
  return isAbsent(value) ? ABSENT : signed(value, `$${money(Math.abs(value), "USD")}`, plus);
}

function money(magnitude: number, unit: string): string {
  if (magnitude >= lettersFrom(unit)) return scaled(magnitude, 1e3);
  if (magnitude >= 999.5) return decimals(Math.round(magnitude), 0, 0);
  return magnitude.toFixed(magnitude >= 99.95 ? 0 : 2);
}

/** From how much on an amount has a letter for its thousands: a price of a thing is written out, as "$1,347/kW-month" is, and money is not. */
function lettersFrom(unit: string): number {
  if (unit === "GPU" || unit === "rack") return 9999.5;
  if (!/^USD(\/|$)/.test(unit)) return 1e6;
  return /^USD\/(?!(h|day|month|year)\b)/.test(unit) ? 9999.5 : 999.5;
}

/** 0.5 → "50%". */
export function formatPercent(value: number | Absent, plus = false): string {
  if (isAbsent(value)) return ABSENT;
  return signed(value, `${decimals(Math.abs(value * 100), 0, 1)}%`, plus);
}

/** Things counted, such as GPUs and racks: "325k", "1,563". */
export function formatCount(value: number | Absent, plus = false): string {
  if (isAbsent(value)) return ABSENT;
  const magnitude = Math.abs(value);
  const text = magnitude >= lettersFrom("GPU") ? scaled(magnitude, 1e3) : decimals(Math.round(magnitude), 0, 0);
  return signed(value, text, plus);
}

/** Everything else, such as MW: "300", "12.5". */
export function formatNumber(value: number | Absent, plus = false): string {
  if (isAbsent(value)) return ABSENT;
  const magnitude = Math.abs(value);
  const text = magnitude >= 1e6 ? scaled(magnitude, 1e6) : magnitude >= 1000 ? decimals(Math.round(magnitude), 0, 0) : threeDigits(magnitude, false);
  return signed(value, text, plus);
}

/** Units of which each is a thousand of the one before. */
export const UNIT_STEPS: readonly (readonly string[])[] = [
  ["W", "kW", "MW", "GW"],
  ["TFLOPS", "PFLOPS", "EFLOPS"],
];

/** What parts of units are called, of one and of several. */
const WORDS: { [part: string]: readonly [string, string] } = {
  USD: ["$", "$"],
  GPU: ["GPU", "GPUs"],
  rack: ["rack", "racks"],
  satellite: ["satellite", "satellites"],
  launch: ["launch", "launches"],
  share: ["share", "shares"],
  token: ["token", "tokens"],
  Mtoken: ["million tokens", "million tokens"],
  month: ["month", "months"],
  day: ["day", "days"],
  year: ["year", "years"],
  h: ["hour", "hours"],
  m3: ["m³", "m³"],
};

/** "GPU*h" → "GPU-hours", of just one thing "GPU-hour". */
function product(factors: string, several: boolean): string {
  const parts = factors.split("*");
  const word = (part: string, isLast: boolean) => {
    const [name = "", power] = part.split("^");
    const [singular, plural] = WORDS[name] ?? [name, name];
    return (several && isLast ? plural : singular) + (power === "2" ? "²" : power === "3" ? "³" : "");
  };
  return parts.map((part, at) => word(part, at === parts.length - 1)).join("-");
}

/** A unit as words: "USD/GPU/h" → "$/GPU-hour", of just one thing "month" and not "months". A plain ratio has none. */
export function unitWords(unit: string, display?: string, one = false): string {
  if (display === "percent") return "%";
  const [first = "", ...rest] = unit.split("/");
  const head = first === "1" || first === "bool" ? "" : product(first, !one);
  const per = product(rest.join("*"), false);
  return head && per ? `${head}/${per}` : head || (per && `per ${per}`);
}

/** A unit as words beside a title; none where the title has them, as "Installed racks" has. */
export function unitBeside(title: string, words: string): string {
  return ` ${title.replaceAll(",", "")} `.toLowerCase().includes(` ${words} `.toLowerCase()) ? "" : words;
}

/** "Price, $/GPU-hour", "Installed racks" */
export function withUnit(title: string, words: string): string {
  return [title, unitBeside(title, words)].filter(Boolean).join(", ");
}

/** The next larger unit for a thousand and more of one: (1400, "MW") → [1.4, "GW"]. */
export function inLargerUnit(value: number, unit: string): [number, string] {
  const [first = "", ...factors] = unit.split("*");
  const steps = UNIT_STEPS.find((some) => some.includes(first));
  const larger = steps?.[steps.indexOf(first) + 1];
  return larger && Math.abs(value) >= 999.5 ? inLargerUnit(value / 1000, [larger, ...factors].join("*")) : [value, unit];
}

/** A value with its unit: (1.25e9, "USD") → "$1.25B", (300, "MW") → "300 MW", (1, "month") → "1 month", (1400, "MW") → "1.4 GW", or where it is to stay in its unit "1,400 MW". */
export function formatQuantity(value: number | Absent, unit: string, display?: string, plus = false, isInUnit = false): string {
  if (isAbsent(value)) return ABSENT;
  if (unit === "USD") return formatDollars(value, plus);
  if (unit.startsWith("USD/")) return signed(value, `$${money(Math.abs(value), unit)}`, plus) + unitWords(unit).slice(1);
  const [amount, larger] = isInUnit ? ([value, unit] as const) : inLargerUnit(value, unit);
  const text = unitless(amount, larger, display, plus);
  return unit === "1" || unit === "bool" ? text : `${text} ${unitWords(larger, display, /^[+−]?1$/.test(text))}`;
}

/** How far one value is from another, with its sign; of two percentages that is no percentage. */
export function formatDifference(difference: number | Absent, unit: string, percent: boolean | undefined): string {
  const text = formatQuantity(difference, unit, displayOf({ percent }), true);
  return percent ? text.replace("%", " points") : text;
}

/** A value without its unit, for where that is said beside: (1.25e9, "USD") → "1.25B", (300, "MW") → "300"; in per cent it keeps its sign. */
export function formatAmount(value: number | Absent, unit: string, display?: string, plus = false): string {
  if (isAbsent(value)) return ABSENT;
  if (!/^USD(\/|$)/.test(unit)) return unitless(value, unit, display, plus);
  const text = signed(value, money(Math.abs(value), unit), plus);
  return /[1-9]/.test(text) ? text : "0";
}

/**
 * Amounts of one unit as they stand below each other, without it: with one letter for thousands or none, and with one number of
 * decimals, so that they can be held against each other at a glance: "4,660" and "11,180", not "4,660" and "11.2k".
 */
export function formatColumn(values: readonly (number | Absent)[], unit: string, display?: string): string[] {
  const sizes = values.flatMap((value) => (isAbsent(value) || value === 0 ? [] : [Math.abs(value)]));
  if (display === "percent" || unit === "bool" || sizes.length === 0) return values.map((value) => formatAmount(value, unit, display));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const scaled = columnScale(least, most, unit);
  if (!scaled) return values.map((value) => formatAmount(value, unit, display));
  const [scale, letter] = scaled;
  const digits = (size: number, wanted: number) => Math.max(0, wanted - 1 - Math.floor(Math.log10(size / scale)));
  const isWhole = scale === 1 && (unit === "GPU" || unit === "rack");
  const places = isWhole ? 0 : Math.min(2, Math.max(digits(most, 3), digits(least, 2)));
  return values.map((value) => {
    if (isAbsent(value)) return ABSENT;
    const text = decimals(Math.abs(value) / scale, places, places);
    return /[1-9]/.test(text) ? signed(value, text + letter, false) : "0";
  });
}

/** By what the amounts of a column are divided: by as much as suits the smallest of them; undefined where the largest is too far from that. */
function columnScale(least: number, most: number, unit: string): readonly [number, string] | undefined {
  const from = lettersFrom(unit);
  const fits = SCALES.find(([scale]) => least >= Math.max(scale, from)) ?? ([1, ""] as const);
  return most / fits[0] < 1e6 ? fits : undefined;
}

/** What is no money. */
function unitless(value: number, unit: string, display: string | undefined, plus: boolean): string {
  if (unit === "bool") return value === 0 ? "no" : "yes";
  if (unit === "1" && display === "percent") return formatPercent(value, plus);
  return unit === "GPU" || unit === "rack" ? formatCount(value, plus) : formatNumber(value, plus);
}

/** How a number reads of which it is declared whether in per cent. */
export function displayOf({ percent }: { percent?: boolean | undefined }): "percent" | "" {
  return percent ? "percent" : "";
}

/** Any value of the model as text: numbers with unit, months, switches. */
export function formatValue(value: unknown, unit: string, display?: string): string {
  if (value === null || value === undefined) return ABSENT;
  if (typeof value === "number") return formatQuantity(value, unit, display);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return formatDate(value);
  return "by date";
}
