// What is typed for a number, a month, a day or a switch, read where it can be read in one way only. The command line reads by the
// same rule (engine/scenario/entry.go); engine/scenario/testdata/entries.json holds both to the same answers.
import { catalog } from "./catalog";
import { isDay, isMonth, UNIT_STEPS } from "./format";

/** What reading a number needs to know of its field. */
export interface Field {
  unit: string;
  display?: string;
  min?: number;
  max?: number;
  /** Counts things that have no parts, such as months. */
  whole?: boolean;
}

/** Why an entry does not count: not read at all, in another unit, a part of what is counted, out of bounds, or to be asked. */
export type Reason = "number" | "unit" | "whole" | "range" | "ambiguous";

export type Entry<T> = { value: T } | { reason: Reason; readings?: readonly T[] };

const LONGEST = 100;

/** Nothing that cannot be seen; blanks, minus, hyphens, apostrophe and the wide signs of East Asian keyboards written in one way. */
function plain(text: string): string {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(/\s/g, " ")
    .replace(/[−‐‑‒﹣]/g, "-")
    .replace(/’/g, "'")
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - "！".charCodeAt(0) + "!".charCodeAt(0)))
    .trim();
}

/** A number between brackets, as accounts have what is below zero; around it only what may stand around a number. */
const BRACKETED = /^(us\$|usd|\$)? *\(([^()]*)\)([^()]*)$/i;

/** A number after the sign or the three letters of another currency. */
const OTHER_MONEY = /^[-+( ]*(?!\$)(?:\p{Sc}|(?!USD)[A-Z]{3}) *[.,]?\d/u;

// A dash before the number is a minus: no range begins with it.
const NUMBER = /^([+–-]?) *(us\$|usd|\$)? *([+–-]?) *((?:[\d.,'_]| (?=\d))*)(?:e([+-]?\d+))?(.*)$/i;

/**
 * Reads a number. `shown` is what the field showed before it was edited: its commas group and its point is decimal, so there
 * the same signs are no question.
 */
export function readNumber(text: string, field: Field, shown = ""): Entry<number> {
  const typed = plain(text).replace(BRACKETED, "-$1$2$3");
  const parts = text.length <= LONGEST ? NUMBER.exec(typed) : null;
  if (!parts) return { reason: "number" };
  const [, outer = "", currency, inner = "", digits = "", exponent, unit = ""] = parts;
  const read = readDigits(digits, exponent !== undefined, shown);
  // Who writes the sign before the number writes 1,250 for 1250; elsewhere it stands behind.
  const { readings, own } = currency && read.readings.length > 1 ? { readings: [read.readings[read.own]!], own: 0 } : read;
  if (readings.length === 0 || (outer && inner) || (exponent ?? "").length > "-999".length)
    return { reason: OTHER_MONEY.test(typed) ? "unit" : "number" };
  const sign = (outer || inner).replace("–", "-");
  const behind = unit.trim().toLowerCase();
  const shifts = unitShifts(behind, currency !== undefined, field);
  if (shifts.length === 0) return { reason: behind === "" || looksLikeUnit(behind) ? "unit" : "number" };
  const found = readings.flatMap((reading) =>
    shifts.map((shift) => {
      const value = Number(`${sign}${reading}e${Number(exponent ?? 0) + shift}`) + 0; // -0 becomes 0
      return { value, reason: misfit(value, field) };
    }),
  );
  const first = found[own * shifts.length]!;
  const good = [...new Set(found.filter(({ reason }) => !reason).map(({ value }) => value))];
  if (good.length === 0) return { reason: first.reason! };
  return good.length === 1 && !first.reason ? { value: good[0]! } : { reason: "ambiguous", readings: good };
}

/** What says that a text is rather meant as a range than as a number: words and signs between two numbers, or a word before them. */
const RANGE = /±|\+\/?-|\.\.|[–—]|\d[^-]*-\s*-?[\d$]|\s(?:to|or)\s|^[a-z][a-z-]* .*\d|^sources$/i;

/** Whether a text that is no number may be a range, which the engine reads. */
export function mayBeRange(text: string): boolean {
  return text.length <= LONGEST && RANGE.test(plain(text).replace(/^–/, "-"));
}

/** What says that of a month or a day, which have hyphens and names of their own. */
const RANGE_OF_DATES = /±|\+\/-|\.\.|[–—]|\s(?:to|or|and|-)\s|\d{4}.*\d{4}|^sources$/i;

/** Whether a text that is no month or day may be a range of them, which the engine reads. */
export function mayBeRangeOfDates(text: string): boolean {
  return text.length <= LONGEST && RANGE_OF_DATES.test(text.trim());
}

/** Why the field cannot have a value. */
export function misfit(value: number, { min = -Infinity, max = Infinity, whole }: Field): "whole" | "range" | undefined {
  if (whole && !Number.isInteger(value) && Number.isFinite(value)) return "whole";
  return Number.isFinite(value) && value >= min && value <= max ? undefined : "range";
}

/** What digits with separators can mean, the decimal reading first, and which of these is the page's own way of writing. */
function readDigits(body: string, hasExponent: boolean, shown: string): { readings: string[]; own: number } {
  const none = { readings: [], own: 0 };
  const commas = body.split(",").length - 1;
  const points = body.split(".").length - 1;
  const blanks = [" ", "'", "_"].filter((sign) => body.includes(sign));
  let [decimal, grouping] = [commas ? "," : ".", ""];
  if (commas && points) [decimal, grouping] = body.lastIndexOf(",") > body.lastIndexOf(".") ? [",", "."] : [".", ","];
  else if (commas > 1 || points > 1) [decimal, grouping] = ["", decimal];
  if (blanks.length > 1 || (blanks.length && grouping)) return none;
  grouping ||= blanks[0] ?? "";
  const whole = ungrouped(body, decimal);
  if (!grouping && commas + points === 1 && !hasExponent && whole !== undefined) {
    const readings = [body.replace(decimal, "."), whole];
    return shown.includes(decimal) ? { readings: [readings[commas]!], own: 0 } : { readings, own: commas };
  }
  const [before = "", ...after] = decimal ? body.split(decimal) : [body];
  const integer = grouping ? ungrouped(before, grouping) : before;
  const fraction = after[0];
  if (integer === undefined || after.length > 1 || !/^\d*$/.test(integer) || (fraction !== undefined && !/^\d+$/.test(fraction))) return none;
  if (integer === "" && fraction === undefined) return none;
  return { readings: [`${integer || "0"}.${fraction ?? "0"}`], own: 0 };
}

/** Takes the separators out of digits in groups of three, the first of which does not begin with a zero. */
function ungrouped(text: string, separator: string): string | undefined {
  const groups = separator ? text.split(separator) : [];
  const isGroup = (group: string, at: number) => (at === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(group);
  return groups.length > 0 && groups.every(isGroup) ? groups.join("") : undefined;
}

/** The powers of ten that a unit can stand for, the field's own unit first; none where it is another unit. */
function unitShifts(unit: string, currency: boolean, field: Field): number[] {
  const percent = field.display === "percent";
  const ratio = catalog.ratio_units[unit];
  if (ratio !== undefined) {
    const isTimes = ratio === 0;
    return !currency && field.unit === "1" && !field.whole && !(isTimes && percent) ? [ratio] : [];
  }
  const shifts = isOwnUnit(unit, currency, field.unit) ? [percent ? -2 : 0] : [];
  if (percent) return shifts;
  const power = currency ? 0 : multiple(unit, field.unit);
  if (power) shifts.push(power);
  for (const [scale, power] of Object.entries(catalog.scales)) {
    if (!unit.startsWith(scale)) continue;
    const rest = unit.slice(scale.length);
    const isApart = !/^\p{L}/u.test(rest) || unitParts(rest)[0] === "usd";
    if (isApart && isOwnUnit(rest.trim(), currency, field.unit)) shifts.push(power);
  }
  return shifts;
}

/** The power of ten of another unit of the steps that the field's is one of, as of GW where it is in MW; 0 where it is none. */
function multiple(unit: string, own: string): number {
  const steps = UNIT_STEPS.find((some) => some.includes(own));
  const typed = steps?.findIndex((each) => each.toLowerCase() === unit) ?? -1;
  return steps && typed >= 0 ? 3 * (typed - steps.indexOf(own)) : 0;
}

/** Whether this is the field's unit, its first part, or, of dollars, all but its first part. A number alone is in the field's unit. */
function isOwnUnit(text: string, currency: boolean, unit: string): boolean {
  const own = unitParts(unit.toLowerCase());
  let typed = unitParts(text);
  if (text !== "" && (typed.length === 0 || (typed.length === 1 && typed[0] === ""))) return false;
  if (currency) {
    if (typed[0] === "") typed = typed.slice(1);
    if (typed[0] !== "usd") typed = ["usd", ...typed];
  }
  const isSame = (some: readonly string[], others: readonly string[]) =>
    some.length === others.length && some.every((part, at) => part === others[at]);
  if (typed.length === 0 || isSame(typed, own)) return true;
  if (typed.length === 1) return typed[0] === own[0] && own[0] !== "";
  return own[0] === "usd" && typed[0] === "" && isSame(typed.slice(1), own.slice(1));
}

/** "$ per GPU-hour" as usd, gpu and h. Of what is only "per hour", and of 1/hour, the first part is empty. */
function unitParts(text: string): string[] {
  const parts: string[] = [];
  for (const word of text.replace(/\//g, " per ").replace(/[-·]/g, " ").split(" ").filter(Boolean)) {
    const isSeparator = ["per", "a", "an"].includes(word);
    if (isSeparator && parts.length > 0) continue;
    parts.push(isSeparator || word === "1" ? "" : (catalog.unit_words[word] ?? word));
  }
  return parts;
}

/**
 * Whether what follows a number is made of words that may be units. A letter that is none, as in 5o, and digits, as in 1/2, are
 * slips of the hand.
 */
function looksLikeUnit(text: string): boolean {
  const parts = unitParts(text);
  const known = [...Object.values(catalog.unit_words), ...[catalog.scales, catalog.ratio_units].flatMap(Object.keys), ...UNIT_STEPS.flat()];
  const isKnown = (part: string) => known.some((word) => word.toLowerCase() === part);
  const isWord = (part: string) => !/\p{Nd}/u.test(part) && (/\p{L}.*\p{L}/u.test(part) || /^\p{Sc}/u.test(part));
  return parts.length > 0 && parts.every((part, at) => isKnown(part) || isWord(part) || (at === 0 && part === "" && parts.length > 1));
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** Of text between blanks, points, commas, slashes, hyphens and apostrophes, of which two may stand together, and Jul2026 where letters end. */
function dateParts(text: string): string[] {
  const parts =
    text.length <= LONGEST
      ? plain(text)
          .toLowerCase()
          .replace(/^([a-z]+)(\d+)$/, "$1-$2")
          .split(/[-–/.,' ]{1,2}/)
      : [];
  return parts.every(Boolean) ? parts : [];
}

/** Reads 2026-07, Jul 2026, July 2026, 07/2026 and, as spreadsheets write months, Jul-26, as "2026-07". */
export function readMonth(text: string): Entry<string> {
  const parts = dateParts(text);
  if (parts.length !== 2) return { reason: "number" };
  const [year, month] = isYear(parts[0]!) ? parts : parts.reverse();
  // Beside a name two digits are a year of this century.
  const isShort = /^\d\d$/.test(year!) && !/^\d+$/.test(month!);
  const value = `${isShort ? "20" : ""}${year}-${twoDigits(monthNumber(month!))}`;
  return isMonth(value) && value >= catalog.first_month && value <= catalog.last_month ? { value } : { reason: "number" };
}

/** Reads 2026-07-15, 15 Jul 2026, July 15, 2026 and 15.07.2026; of numbers between slashes only what can be one day. */
export function readDay(text: string): Entry<string> {
  const [first = "", second = "", third = "", ...more] = dateParts(text);
  if (more.length) return { reason: "number" };
  const days = new Set<string>();
  const add = (year: string, month: string, day: string) => {
    const value = `${year}-${twoDigits(monthNumber(month))}-${twoDigits(/^\d+$/.test(day) ? Number(day) : 0)}`;
    if (isYear(year) && isDay(value) && value >= `${catalog.first_month}-01` && value <= `${catalog.last_month}-31`) days.add(value);
  };
  add(first, second, third);
  add(third, second, first);
  if (!/^\d+$/.test(first) || !text.includes(".")) add(third, first, second);
  const [value] = days;
  if (value === undefined) return { reason: "number" };
  return days.size === 1 ? { value } : { reason: "ambiguous", readings: [...days] };
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

/** Reads "yes", "on", "true" or "1", and their contraries. */
export function readSwitch(text: string): Entry<boolean> {
  const word = plain(text).toLowerCase();
  return Object.hasOwn(catalog.switch_words, word) ? { value: catalog.switch_words[word]! } : { reason: "number" };
}

/** 7 for "7", "07", "jul" and "july", and 0 for what is no month. */
function monthNumber(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return MONTHS.findIndex((name) => (text.length >= 3 && name.startsWith(text)) || (text === "sept" && name === "september")) + 1;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
