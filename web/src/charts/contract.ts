// What the page and the charts' script, which loads later, have to agree on.
import { displayOf, formatQuantity } from "../format";

export interface ChartSeries {
  name: string;
  colour: string;
  /** One value a month; NaN where there is none. */
  values: ArrayLike<number>;
  /** "stack" adds up as areas from zero; "line" stands for itself. */
  kind: "stack" | "line";
  dash?: "solid" | "dashed" | "dotted" | "dashdot" | readonly number[];
  /** Of an area on paper: lines across it that tell it from others without colours. */
  hatch?: Hatch;
  strong?: boolean;
  /** Of the thing whose line it is, and whether that is selected. */
  thing?: string;
  selected?: boolean;
  /** What to ask for when asked why, where that can be asked of a month. */
  asks?: { row: string; instances: string[]; less: boolean };
  /** Of uncertain inputs: what FAN_LEVELS of the cases lie at or below, month by month. */
  fan?: readonly ArrayLike<number>[];
}

/** Lines at an angle, in degrees, so far from each other; at two angles they cross. */
export interface Hatch {
  angle: number;
  gap: number;
  width: number;
}

/** The shares of cases that a fan has lines of. */
export const FAN_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface ChartData {
  key: string;
  title: string;
  /** What is drawn and for what unit, for people who do not see it. */
  description: string;
  unit: string;
  /** Plain numbers read in per cent. */
  percent?: boolean;
  /** "2026-05" */
  months: string[];
  series: ChartSeries[];
  /** Months to mark, each with a word or two. */
  markers: Marker[];
}

const DASHES = { solid: [], dashed: [6, 4], dotted: [2, 3], dashdot: [8, 3, 2, 3] } as const;

/** Of a line, how long it is drawn and left out in turn. */
export function dashOf({ dash = "solid" }: ChartSeries): readonly number[] {
  return typeof dash === "string" ? DASHES[dash] : dash;
}

/** A value of the chart, in words. */
export function chartText({ unit, percent }: ChartData, value: number | undefined): string {
  return formatQuantity(value, unit, displayOf({ percent }));
}

/** Where nine of ten cases lie in a month, in words; nothing where there is no fan. */
export function fanText(data: ChartData, { fan }: ChartSeries, month: number): string {
  const [low, high] = [fan?.[0]?.[month], fan?.at(-1)?.[month]];
  return low === undefined || high === undefined || Number.isNaN(low) ? "" : `90% of cases ${chartText(data, low)} to ${chartText(data, high)}`;
}

/** The columns of the chart's table: each series, and the lines of its fan behind it. */
export function columnsOf({ series }: ChartData): Pick<ChartSeries, "name" | "values" | "asks">[] {
  return series.flatMap(({ name, values, asks, fan = [] }) => [
    { name, values, ...(asks && { asks }) },
    ...fan.map((line, level) => ({
      name: level === 2 ? `${name}, median of cases` : `${name}, ${100 * FAN_LEVELS[level]!}% of cases`,
      values: line,
    })),
  ]);
}

export interface ChartColours {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  cursor: string;
  /** Parts areas where the contrast is high. */
  edge?: string;
}

export interface Chart {
  show(data: ChartData, month: number, colours: ChartColours): void;
  /** Marks the month pointed at, wherever that is. */
  mark(month: number | undefined): void;
  /** The chart as it stands, with title and legend, as the address of a PNG. */
  image(): string;
  destroy(): void;
}

export interface Size {
  width: number;
  height: number;
}

export interface Charts {
  create(container: HTMLElement, onMonth: (month: number) => void, onHover: (month: number | undefined) => void): Chart;
  /** A chart that stands nowhere: alone as SVG, and with title and legend as SVG or as the address of a PNG. */
  drawn(data: ChartData, month: number, colours: ChartColours, size: Size): { svg(): string; svgPicture(): string; picture(): string };
}

export interface Marker {
  month: number;
  label: string;
  /** What to ask for when asked why it is that month, where that can be asked. */
  asks?: { measure: string };
}

declare global {
  var rackonomicsCharts: Charts | undefined;
}
