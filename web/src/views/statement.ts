// A statement as a table: a row a line, a column a period.
import type { ShownView } from "../engine/client";
import type { Line, Period, Role, Step } from "../engine/messages";
import { displayOf, formatAmount, formatMonth, unitBeside, unitWords } from "../format";
import type { ExplainedRow } from "../state/state";

export interface StatementRow {
  title: string;
  /** Of the thing whose line it is. */
  name: string | undefined;
  /** With the heading that it stands under, since a statement has a line of each of several things that is called the same. */
  whole: string;
  /** What selects its thing, where the title is not the thing's. */
  selects: string | undefined;
  depth: number;
  kind: "heading" | "total" | "line" | "reported";
  /** In words; none where the statement says it for all lines. */
  unit: string;
  /** Of what has a colour in charts too. */
  role: Role;
  place: number;
  /** One a period; a heading has none. */
  cells: readonly string[];
  /** What to ask about, in a month of a period. */
  reason: Omit<ExplainedRow, "month"> | undefined;
}

export interface Statement {
  /** Of all lines, in words; none where they have several. */
  unit: string;
  rows: readonly StatementRow[];
}

/** What unit all lines have, in words, or where they have several each. */
export function unitsOf(lines: readonly Line[]): { unit: string; unitOf(line: Line): string } {
  const units = lines.filter(({ heading }) => !heading).map(wordsOf);
  const isOne = new Set(units).size === 1;
  return { unit: isOne ? units[0]! : "", unitOf: (line) => (isOne || line.heading ? "" : unitBeside(line.title, wordsOf(line))) };
}

export function statementOf({ lines = [], values, by }: ShownView): Statement {
  const { unit, unitOf } = unitsOf(lines);
  const headings = headingsOf(lines);
  return {
    unit,
    rows: lines.map((line, at) => ({
      title: line.title,
      name: line.name,
      ...wholeTitles(line, headings[at]),
      depth: line.depth,
      kind: line.heading ? "heading" : line.part === "reported" ? "reported" : line.total ? "total" : "line",
      unit: unitOf(line),
      role: line.role,
      place: line.place,
      cells: line.heading
        ? []
        : Array.from(values[at]!, (value) =>
            line.part === "reported" && Number.isNaN(value) ? "" : formatAmount(value, line.unit, displayOf(line)),
          ),
      reason: line.part === "reported" ? undefined : reasonFor(line, by),
    })),
  };
}

/** Of each line the heading that it stands under. */
function headingsOf(lines: readonly Line[]): (Line | undefined)[] {
  const above: (Line | undefined)[] = [];
  return lines.map((line) => {
    above.length = line.depth;
    const heading = above.findLast((one) => one !== undefined);
    if (line.heading) above[line.depth] = line;
    return heading;
  });
}

function wholeTitles(line: Line, heading: Line | undefined): Pick<StatementRow, "whole" | "selects"> {
  const whole = heading ? `${line.title}, ${heading.title}` : line.title;
  return {
    whole,
    selects:
      line.name && heading?.name === line.name
        ? [line.title, unitBeside(line.title, wordsOf(line)), heading.title].filter(Boolean).join(", ")
        : undefined,
  };
}

function reasonFor({ row, instances, less }: Line, by: Step): StatementRow["reason"] {
  return row && instances ? { row, instances, by, less: less ?? false } : undefined;
}

/** Per cent stand beside each number. */
function wordsOf(line: Line): string {
  return line.percent ? "" : unitWords(line.unit);
}

export interface PeriodHead {
  title: string;
  /** How long it is, where the scenario begins or ends within it. */
  cut: string;
  /** The month looked at is one of it. */
  isLookedAt: boolean;
  /** The month that stands for it: its last. */
  month: number;
}

/** With how much of the period there is, where that is not all of it. */
export function withCut(title: string, cut: string | undefined): string {
  return cut ? `${title} (${cut})` : title;
}

/** How long a period is, where the scenario begins or ends within it. */
export function cutOf({ from, to, whole }: Period): string {
  return whole ? "" : to - from === 1 ? "1 month" : `${to - from} months`;
}

export function periodHeads(periods: readonly Period[], month: number): PeriodHead[] {
  return periods.map((period) => ({
    title: formatMonth(period.title),
    cut: cutOf(period),
    isLookedAt: period.from <= month && month < period.to,
    month: period.to - 1,
  }));
}

/** Columns that fit on a sheet of paper, upright. */
const PAPER = 7;

/** The columns of each table: all in one on a screen, which scrolls, and as many as fit on paper. */
export function tablesOf(count: number, onPaper: boolean): readonly { from: number; to: number }[] {
  const size = onPaper ? PAPER : Math.max(1, count);
  return Array.from({ length: Math.ceil(count / size) }, (_, at) => ({ from: at * size, to: Math.min(count, (at + 1) * size) }));
}
