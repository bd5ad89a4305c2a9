// What the page and the charts' script, which loads later, have to agree on.
import { displayOf, formatQuantity } from "../format";

export interface ChartSeries {
  name: string;
  colour: string;
  /** One value a month; NaN where there is none. */
  values: ArrayLike<number>;
  /** "stack" adds up as areas from zero; "line" stands for itself. */
  kind: "stack" | "line";
  dash?: "solid" | "dashed" | "dotted";
  strong?: boolean;
}

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
  markers: { month: number; label: string }[];
}

/** A value of the chart, in words. */
export function chartText({ unit, percent }: ChartData, value: number | undefined): string {
  return formatQuantity(value, unit, displayOf({ percent }));
}

export interface ChartColours {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  cursor: string;
}

export interface Chart {
  show(data: ChartData, month: number, colours: ChartColours): void;
  /** The chart as it stands, with title and legend, as the address of a PNG. */
  image(): string;
  destroy(): void;
}

export interface Charts {
  create(container: HTMLElement, onMonth: (month: number) => void): Chart;
}

declare global {
  var rackonomicsCharts: Charts | undefined;
}
