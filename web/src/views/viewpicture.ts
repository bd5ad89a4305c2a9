// A view that is no chart as a picture: its sentences and tables, drawn.
import type { ChartColours } from "../charts/contract";
import { type Drawing, LINE, type Measure, measuring, pngOf, type Shape, svgOf } from "../charts/shapes";
import type { Written, WrittenRow } from "./written";

const MARGIN = 16;
const GAP = 18;
const INDENT = 12;
/** Of sentences, in pixels. */
const WIDTH = 720;
/** A browser draws no canvas that is much longer. */
const LONGEST = 400;

export function viewSvg(written: Written, origin: string, colours: ChartColours): string {
  return svgOf(written.title, drawn(written, origin, colours, measuring()));
}

/** The address of the PNG. */
export function viewPng(written: Written, origin: string, colours: ChartColours): string {
  return pngOf(drawn(written, origin, colours, measuring()));
}

export function drawn(written: Written, origin: string, { ink, quiet, line, surface }: ChartColours, measure: Measure): Drawing {
  const shapes: Shape[] = [];
  let y = MARGIN;
  let width = WIDTH;
  const write = (text: string, colour: string, bold = false) => {
    for (const part of wrapped(measure, text, width - 2 * MARGIN, bold)) {
      shapes.push({ kind: "text", x: MARGIN, y: y + LINE / 2, text: part, colour, bold });
      y += LINE;
    }
  };
  const tables = written.tables.map(({ title, head, rows }) => ({
    title,
    ...columnsOf(measure, head, rows.slice(0, LONGEST)),
    left: rows.length - LONGEST,
  }));
  width = Math.ceil(Math.max(WIDTH, ...tables.map(({ total }) => total + 2 * MARGIN)));
  write(written.month ? `${written.title}, ${written.month}` : written.title, ink, true);
  for (const sentence of written.sentences) write(sentence, ink);
  for (const { title, cells, ends, total, left } of tables) {
    y += GAP / 2;
    if (title) write(title, ink, true);
    cells.forEach(({ texts, indent, bold }, row) => {
      if (row > 0) shapes.push({ kind: "line", x: MARGIN, y, length: total, colour: line, width: 1, dash: [] });
      texts.forEach((text, at) => {
        const place = at === 0 ? { x: MARGIN + indent } : { x: MARGIN + ends[at]!, align: "right" as const };
        shapes.push({ kind: "text", y: y + LINE / 2, text, colour: row === 0 ? quiet : ink, bold, ...place });
      });
      y += LINE;
    });
    if (left > 0) write(`And ${left} more rows, which the file of CSV has.`, quiet);
  }
  y += GAP / 2;
  write(origin, quiet);
  const height = y + MARGIN;
  return { shapes: [{ kind: "box", x: 0, y: 0, width, height, colour: surface }, ...shapes], width, height };
}

/** Each column as wide as its widest text. */
function columnsOf(measure: Measure, head: readonly string[], rows: readonly WrittenRow[]) {
  const cells = [
    { texts: head, indent: 0, bold: false },
    ...rows.map(({ cells: texts, depth = 0, strong = false }) => ({ texts, indent: depth * INDENT, bold: strong })),
  ];
  const ends: number[] = [];
  for (let column = 0; column < head.length; column++) {
    const widest = Math.max(...cells.map(({ texts, indent, bold }) => measure(texts[column] ?? "", bold) + (column === 0 ? indent : GAP)));
    ends.push((ends.at(-1) ?? 0) + widest);
  }
  return { cells, ends, total: ends.at(-1) ?? 0 };
}

function wrapped(measure: Measure, text: string, room: number, bold: boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`, bold) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
