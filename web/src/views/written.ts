// Views in words and tables, for whatever cannot show them as the page does: paper, wikis, pictures.
import { type ChartData, chartText, columnsOf } from "../charts/contract";
import { summaryOf } from "../charts/summary";
import type { ShownView } from "../engine/client";
import { formatDate, formatMonth, withUnit } from "../format";
import { isOfMonth } from "../state/comparison";
import { chartsOf } from "./chart";
import { splitTexts, wholeHead } from "./split";
import { periodHeads, statementOf, withCut } from "./statement";
import { cellText, columnUnits, sentenceText, valueText } from "./values";

/** A row of a table in words; a total or a heading stands out. */
export interface WrittenRow {
  cells: readonly string[];
  depth?: number;
  strong?: boolean;
}

export interface WrittenTable {
  /** Where there are several. */
  title?: string;
  head: readonly string[];
  rows: readonly WrittenRow[];
}

/** A view: its sentences, then its tables. */
export interface Written {
  title: string;
  note: string;
  /** The month that it is of; a view of all months has none. */
  month?: string;
  sentences: readonly string[];
  tables: readonly WrittenTable[];
}

export function writtenOf(view: ShownView, month: string): Written {
  const { title, note } = view;
  const ofMonth = { title, note, month, sentences: [] };
  const ofAll = { title, note, sentences: [] };
  switch (view.kind) {
    case "answer":
      return { ...ofMonth, sentences: (view.answer ?? []).map(sentenceText), tables: [] };
    case "cells":
      return { ...(isOfMonth(view) ? ofMonth : ofAll), tables: [cellsTable(view)] };
    case "chart": {
      const charts = chartsOf(view, false);
      return { ...ofAll, sentences: charts.flatMap(summaryOf), tables: charts.map((data) => chartTable(data, charts.length > 1)) };
    }
    case "statement":
      return { ...ofAll, tables: [statementTable(view)] };
    case "split":
      return { ...ofMonth, tables: [splitTable(view)] };
    case "events":
      return { ...ofAll, tables: [eventsTable(view)] };
    case "table":
      return { ...(isOfMonth(view) ? ofMonth : ofAll), tables: [comparingTable(view)] };
  }
}

function cellsTable({ cells = [] }: ShownView): WrittenTable {
  return {
    head: ["Figure", "Value", "Note"],
    rows: cells.map(({ title, value, note }) => ({ cells: [title, valueText(value), note ? sentenceText(note) : ""] })),
  };
}

function chartTable(data: ChartData, isOneOfSeveral: boolean): WrittenTable {
  const columns = columnsOf(data);
  return {
    ...(isOneOfSeveral && { title: data.title }),
    head: ["Month", ...columns.map(({ name }) => name)],
    rows: data.months.map((month, at) => ({ cells: [formatMonth(month), ...columns.map(({ values }) => chartText(data, values[at]))] })),
  };
}

function statementTable(view: ShownView): WrittenTable {
  const { unit, rows } = statementOf(view);
  const heads = periodHeads(view.periods, 0).map(({ title, cut }) => withCut(title, cut));
  return {
    head: [unit ? `In ${unit}` : "Line", ...heads],
    rows: rows.map(({ title, unit: own, depth, kind, cells }) => ({
      cells: [withUnit(title, own), ...(cells.length > 0 ? cells : heads.map(() => ""))],
      depth,
      strong: kind === "heading" || kind === "total",
    })),
  };
}

function splitTable({ split }: ShownView): WrittenTable {
  const { wholes, parts } = split ?? { wholes: [], parts: [] };
  const texts = splitTexts({ month: "", wholes, parts });
  return {
    head: ["Part", ...wholes.flatMap((whole) => [wholeHead(whole), "share"])],
    rows: [
      ...parts.map(({ title, shares }, part) => ({
        cells: [title, ...texts.parts[part]!.flatMap((text, at) => [text, valueText(shares[at]!)])],
      })),
      {
        cells: ["All", ...texts.wholes.flatMap((text, at) => [texts.of[at] ? `${text} of ${texts.of[at]}` : text, ""])],
        strong: true,
      },
    ],
  };
}

function eventsTable({ events = [] }: ShownView): WrittenTable {
  return { head: ["When", "What", "Of"], rows: events.map(({ when, title, thing = "" }) => ({ cells: [formatDate(when), title, thing] })) };
}

function comparingTable(view: ShownView): WrittenTable {
  const { columns = [], rows = [] } = view;
  const units = columnUnits(view);
  return {
    head: ["", ...columns.map((title, at) => withUnit(title, units[at]!))],
    rows: rows.map(({ title, cells, depth = 0, total = false, sources = [] }) => ({
      cells: [
        sources.length > 0 ? `${title} (${sources.map(({ label }) => label).join("; ")})` : title,
        ...cells.map((value, at) => cellText(value, units[at]!)),
      ],
      depth,
      strong: total,
    })),
  };
}
