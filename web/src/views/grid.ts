// Views as rows of cells, for the clipboard and for files: numbers as they are, months and days as the engine writes them.
import type { ShownView } from "../engine/client";
import type { Value } from "../engine/messages";
import type { Cell } from "../page/export";
import { cutOf, withCut } from "./statement";

/** Nothing of a view that is no table. */
export function gridOf(view: ShownView): Cell[][] | undefined {
  switch (view.kind) {
    case "statement":
      return statementGrid(view);
    case "table":
      return tableGrid(view);
    case "split":
      return splitGrid(view);
    case "events":
      return [["When", "What", "Of"], ...(view.events ?? []).map(({ when, title, thing = "" }) => [when, title, thing])];
    case "cells":
      return [
        ["Figure", "Value", "Unit"],
        ...(view.cells ?? []).map(({ title, value }) => [title, plain(value), value.number === undefined ? "" : value.unit]),
      ];
    case "chart":
      return chartGrid(view);
    case "answer":
      return undefined;
  }
}

function chartGrid({ periods, lines = [], values }: ShownView): Cell[][] {
  const there = lines.flatMap((line, at) => (line.heading ? [] : [{ line, values: values[at]! }]));
  return [
    ["Month", ...there.map(({ line: { title, unit } }) => (unit === "1" ? title : `${title}, ${unit}`))],
    ...periods.map(({ title }, at) => [title, ...there.map(({ values: of }) => of[at] ?? Number.NaN)]),
  ];
}

function statementGrid({ periods, lines = [], values }: ShownView): Cell[][] {
  const head = ["Line", "Unit", "Depth", ...periods.map((period) => withCut(period.title, cutOf(period)))];
  return [
    head,
    ...lines.map(({ title, unit, depth, heading }, at) => [title, heading ? "" : unit, depth, ...(heading ? periods.map(() => "") : values[at]!)]),
  ];
}

const plain = ({ number, text }: Value): Cell => text || (number ?? "");

function tableGrid({ columns = [], rows = [] }: ShownView): Cell[][] {
  const head = columns.map((title, at) =>
    withUnit(
      title,
      rows.map(({ cells }) => cells[at]!),
    ),
  );
  return [["Name", ...head], ...rows.map(({ title, cells }) => [title, ...cells.map(plain)])];
}

function splitGrid({ split }: ShownView): Cell[][] {
  if (!split) return [];
  const { wholes, parts } = split;
  const head = wholes.flatMap(({ title, value }) => [withUnit(title, [value]), `${title}, share`]);
  return [
    ["Part", ...head],
    ...parts.map(({ title, values, shares }) => [title, ...values.flatMap((value, at) => [plain(value), plain(shares[at]!)])]),
    ["All", ...wholes.flatMap(({ value }) => [plain(value), ""])],
  ];
}

/** The title of a column, with the unit where all of its numbers have the same. */
function withUnit(title: string, values: readonly Value[]): string {
  const units = new Set(values.filter(({ number }) => number !== undefined).map(({ unit }) => unit));
  const [unit] = units;
  return units.size === 1 && unit !== "1" && unit !== "bool" ? `${title}, ${unit}` : title;
}
