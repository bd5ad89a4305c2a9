// Values of views in words.
import type { ShownView } from "../engine/client";
import type { Cell, Goal, Piece, Value } from "../engine/messages";
import { displayOf, formatAmount, formatDate, formatDifference, formatQuantity, inLargerUnit, isMonth, monthsBetween, unitWords } from "../format";
import { exactly } from "../quantity";
import type { Explained } from "../state/state";

/** A number with its unit, a month or a day, a name; a dash where there is none. */
export function valueText(value: Value & { isInUnit?: boolean }): string {
  const { number, text, words, unit, percent, exact, isInUnit } = value;
  if (exact) return exactly(value);
  return text ? formatDate(text) : (words ?? formatQuantity(number, unit, displayOf({ percent }), false, isInUnit));
}

/** The unit of each column of a table, in words, where all its numbers have one. Dollars and per cent stand with each. */
export function columnUnits({ columns = [], rows = [] }: ShownView): string[] {
  return columns.map((_, at) => {
    const numbers = rows.map(({ cells }) => cells[at]!).filter(isAmount);
    const units = new Set(numbers.map(({ unit, percent }) => (percent ? "" : unitWords(unit))));
    const [unit = ""] = units;
    return numbers.length > 1 && units.size === 1 && unit !== "$" ? unit : "";
  });
}

/** A value in a column that has said its unit, or has none to say. */
export function cellText(value: Value, unit: string): string {
  return unit && isAmount(value) ? formatAmount(value.number, value.unit) : valueText(value);
}

function isAmount({ number, text, words, exact }: Value): boolean {
  return number !== undefined && !text && !words && !exact;
}

/** A sentence that holds a figure against another of its unit has both in one: "1,090 MW" beside "300 MW", not "1.09 GW". */
export function inOneUnit(pieces: readonly Piece[]): readonly Piece[] {
  const same = (value: Value) =>
    pieces.flatMap(({ value: other }) => (other?.number !== undefined && other.unit === value.unit ? [other.number] : []));
  const unitsOf = (value: Value) => new Set(same(value).map((number) => inLargerUnit(number, value.unit)[1]));
  return pieces.map((piece) => (piece.value && unitsOf(piece.value).size > 1 ? { ...piece, value: { ...piece.value, isInUnit: true } } : piece));
}

export function sentenceText(pieces: readonly Piece[]): string {
  return inOneUnit(pieces)
    .map(({ words, value }) => (value ? valueText(value) : words))
    .join("");
}

/** The words that a figure stands behind in its sentence, or, where it begins it, those that follow. */
export function wordsBeside(pieces: readonly { words?: string; value?: Value }[], at: number): string {
  const before = (pieces[at - 1]?.words ?? "").split(/[.:;?!]\s/).at(-1)!;
  const after = (pieces[at + 1]?.words ?? "").split(/[.:;?!](\s|$)/)[0]!;
  return [before, after].map((words) => words.replace(/^[\s,.;:()]+|[\s,.;:()]+$/g, "")).find(Boolean) ?? "";
}

/** What to ask for when asked why: a measure, or a row of things in a month of the scenario. */
export function reasonOf({ measure, row, instances, month, by, less }: Value, months: readonly string[]): Explained | undefined {
  if (measure) return { measure };
  const at = month ? months.indexOf(month) : -1;
  return row && instances && at >= 0 ? { row, instances, month: at, ...(by && { by }), ...(less && { less }) } : undefined;
}

/** What to ask for when asked what a figure would take; of several things together that cannot be asked. */
export function goalOf({ measure, row, instances = [], month, by = "month" }: Value): Goal | undefined {
  const target = { number: 0 };
  if (measure) return { measure, target };
  const [instance] = instances;
  return row && month && by === "month" && instance && instances.length === 1 ? { row, instance, month, target } : undefined;
}

/** What stands for no difference from the base. */
export const SAME = "as in the base";

/** Numbers that are nearer to each other, in parts of themselves, differ by how they were computed alone. */
const DUST = 1e-9;

/**
 * How far one number is from another; undefined where nothing is between them that could be read, such as a part of a GPU. Both may
 * read the same for all that, as −$156.4B and −$156.1B do.
 */
export function stepText({ number: now = 0, unit, percent }: Value, { number: before = 0 }: Value): string | undefined {
  const step = now - before;
  if (Math.abs(step) <= DUST * Math.max(Math.abs(now), Math.abs(before))) return undefined;
  const text = formatDifference(step, unit, percent);
  return /[1-9]/.test(text) ? text : undefined;
}

/** How a figure differs from the base's. */
export function differenceText(now: Value, base: Value): string {
  if (now.number !== undefined && base.number !== undefined) {
    const step = stepText(now, base);
    return step === undefined ? SAME : `${step} vs base`;
  }
  if (valueText(now) === valueText(base)) return SAME;
  if (!now.text || !base.text || !isMonth(now.text) || !isMonth(base.text)) return `base: ${valueText(base)}`;
  const months = monthsBetween(base.text, now.text);
  return `${Math.abs(months)} ${Math.abs(months) === 1 ? "month" : "months"} ${months < 0 ? "earlier" : "later"} than base`;
}

/** How a figure with what goes with it differs from the base's: a sum of other months is one of a base that says so. */
export function cellDifference(now: Cell, base: Cell): string {
  const difference = differenceText(now.value, base.value);
  const [note, before] = [now, base].map((cell) => sentenceText(cell.note ?? []).split("; "));
  const other = before!.filter((clause) => clause && !note!.includes(clause)).join("; ");
  if (!other) return difference;
  if (difference === SAME) return `base: ${other}`;
  return now.value.number === undefined || base.value.number === undefined ? difference : `${difference} (${other})`;
}

/** What goes with a sum of each scenario, as "to Apr 2031", where it is not the same of all; empty of other figures. */
export function notesApart(cells: readonly (Cell | undefined)[]): string[] {
  const notes = cells.map((cell) => (cell?.value.measure && cell.value.number !== undefined ? sentenceText(cell.note ?? []) : ""));
  return new Set(notes.filter((_, at) => cells[at])).size > 1 ? notes : notes.map(() => "");
}

/** What another answer has for a cell of a table, found by what is measured there; its rows may be others. */
export function cellIn({ rows = [] }: ShownView, cell: Value, column: number): Value | undefined {
  return sameIn(
    rows.map(({ cells }) => cells[column]!),
    cell,
  );
}

/** The value among others that is of the same, and of the same month of the calendar where it is of one. */
export function sameIn(values: readonly Value[], value: Value): Value | undefined {
  const key = keyOf(value);
  return key ? values.find((other) => keyOf(other) === key) : undefined;
}

function keyOf({ measure, row, instances = [], month = "" }: Value): string {
  return measure ?? (row ? `${row}@${instances.length === 1 ? instances[0] : ""} ${month}` : "");
}
