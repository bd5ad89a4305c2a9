// What Apache ECharts is told to draw.
import { formatMonth } from "../format";
import { axisOf } from "./axis";
import { type ChartColours, type ChartData, type ChartSeries, chartText, dashOf, fanText, type Hatch } from "./contract";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Up to as many months the axis names each, beyond them the years. */
const NAMED_MONTHS = 12;

/** What a chart keeps while only its values, its marks and the month looked at change: charts of one frame differ in nothing but [changing]. */
export function frameOf({ months, unit, percent, series }: ChartData, colours: ChartColours): string {
  return JSON.stringify([months, unit, percent, series.map(({ values: _, fan, ...head }) => [head, fan !== undefined]), colours]);
}

/** What is told of a chart of the same frame: laying out the rest anew takes time in every tick of a slider. */
export function changing(data: ChartData, month: number, colours: ChartColours) {
  return {
    aria: { label: { description: describe(data, month) } },
    yAxis: reach(data),
    tooltip: { formatter: tooltipOf(data) },
    series: [
      ...data.series.flatMap((series) => fanLines(series).map(({ values }) => pointsOf(values, false))),
      ...data.series.map(({ values, selected }, at) => ({
        ...pointsOf(drawn(Array.from(values)), selected ?? false),
        ...marksOf(data, at, month, colours),
      })),
    ],
  };
}

export function options(data: ChartData, month: number, colours: ChartColours, font = FONT) {
  const text = { color: colours.quiet, fontFamily: font, fontSize: 11 };
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: true, description: describe(data, month) } },
    textStyle: { fontFamily: font },
    grid: { left: 8, right: 16, top: 18, bottom: 4, outerBoundsMode: "same" as const, outerBoundsContain: "axisLabel" as const },
    xAxis: {
      type: "category" as const,
      data: drawn(data.months),
      boundaryGap: false,
      axisLine: { onZero: true, lineStyle: { color: colours.quiet } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true, ...monthLabels(data.months) },
      axisPointer: { label: { show: false } },
    },
    yAxis: {
      ...reach(data),
      type: "value" as const,
      axisLabel: { ...text, formatter: (value: number) => axisText(data, value) },
      splitLine: { lineStyle: { color: colours.line } },
      splitNumber: 5,
    },
    tooltip: {
      trigger: "axis" as const,
      // Without being told where it belongs, it asks the browser at every drawing how the chart is placed, which lays out the page.
      appendTo: (chart: HTMLElement) => chart,
      confine: true,
      transitionDuration: 0,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      padding: 8,
      textStyle: { color: colours.ink, fontFamily: FONT, fontSize: 12 },
      axisPointer: { type: "line" as const, lineStyle: { color: colours.quiet, type: "dotted" as const } },
      formatter: tooltipOf(data),
    },
    series: [
      ...data.series.flatMap((series, at) => fanOptions(series, at)),
      ...data.series.map((series, at) => ({ ...seriesOptions(data, series, colours), ...marksOf(data, at, month, colours, font) })),
    ],
  };
}

/** What a fan is drawn as: two bands, each as its lower edge and what lies above that, and the median. */
function fanLines({ fan }: ChartSeries): { values: readonly number[]; part: "edge" | "band" | "median"; band: string }[] {
  if (!fan) return [];
  const line = (level: number) => drawn(Array.from(fan[level]!));
  const band = (low: number, high: number) => {
    const lower = line(low);
    const upper = line(high);
    const name = `${low}`;
    return [
      { values: lower, part: "edge" as const, band: name },
      { values: upper.map((value, month) => value - lower[month]!), part: "band" as const, band: name },
    ];
  };
  return [...band(0, 4), ...band(1, 3), { values: line(2), part: "median" as const, band: "" }];
}

type SeriesOptions = ReturnType<typeof seriesOptions> & { stackStrategy?: "all"; markLine?: ReturnType<typeof marks> };

function fanOptions(series: ChartSeries, at: number): SeriesOptions[] {
  return fanLines(series).map(({ values, part, band }) => ({
    type: "line" as const,
    name: series.name,
    ...pointsOf(values, false),
    symbol: "none",
    step: "middle" as const,
    color: series.colour,
    silent: true,
    // Edges may be negative and bands are not: they add up all the same.
    ...(part !== "median" && { stack: `fan ${at} ${band}`, stackStrategy: "all" as const }),
    ...(part === "band" && { areaStyle: { color: series.colour, opacity: 0.14 } }),
    lineStyle: { width: part === "median" ? 1.2 : 0, type: "dotted" as const, color: series.colour },
    z: 1,
  }));
}

/** A single month is drawn from one edge to the other: between two equal points, since one alone has neither line nor area. */
function drawn<Value>(values: readonly Value[]): readonly Value[] {
  return values.length === 1 ? [values[0]!, values[0]!] : values;
}

/** All of them each time: what is not said stays as it was for other months. */
function monthLabels(months: readonly string[]) {
  if (months.length > NAMED_MONTHS) {
    // Named one by one, since to be asked of every month whether it is named takes longer. The first has no room beside the axis.
    const customValues = months.flatMap((name, at) => (at > 0 && name.endsWith("-01") ? [at] : []));
    return { customValues, interval: null, formatter: (value: string) => value.slice(0, 4), showMinLabel: null, alignMinLabel: null };
  }
  const interval = months.length === 1 ? (at: number) => at === 0 : ("auto" as const);
  return { customValues: null, interval, formatter: formatMonth, showMinLabel: true, alignMinLabel: "left" as const };
}

function reach(data: ChartData) {
  const { min, max } = axisOf(data);
  return { min, max };
}

function axisText(data: ChartData, value: number): string {
  return value === 0
    ? "0"
    : chartText(data, value)
        .replace(/\.0+(?=[A-Z])/, "")
        .replace(/(\.\d)0(?=[A-Z])/, "$1");
}

/** The last series carries the marks of months, so that they lie above everything. */
function marksOf(data: ChartData, at: number, month: number, colours: ChartColours, font = FONT) {
  return at === data.series.length - 1 && { markLine: marks(data, month, colours, font) };
}

function seriesOptions(data: ChartData, series: ChartSeries, { ink, edge }: ChartColours) {
  const stacked = series.kind === "stack";
  return {
    type: "line" as const,
    name: series.name,
    ...pointsOf(drawn(Array.from(series.values)), series.selected ?? false),
    // What is selected is told from the others by its weight and by marks on it, not by a colour.
    ...(series.selected ? { symbol: stacked ? "diamond" : "circle", symbolSize: 7, showAllSymbol: false } : { symbol: "none" }),
    step: "middle" as const,
    color: series.colour,
    silent: true,
    ...(stacked && { stack: "stack", areaStyle: { color: series.colour, opacity: data.unit === "USD" ? 0.42 : 0.85 } }),
    ...(series.hatch && { itemStyle: { decal: decalOf(series.hatch) } }),
    ...(series.selected && stacked && { itemStyle: { color: ink } }),
    lineStyle: stacked
      ? { width: series.selected ? 3 : edge ? 1 : 0, type: "solid" as const, color: series.selected ? ink : (edge ?? series.colour) }
      : { width: series.selected ? 4 : series.strong ? 2.5 : 1.5, type: dashType(series), color: series.colour },
    z: stacked ? 2 : series.selected ? 5 : series.strong ? 4 : 3,
  };
}

/** ECharts’ words for a dash, or its lengths. */
function dashType(series: ChartSeries): "solid" | "dashed" | "dotted" | number[] {
  const { dash = "solid" } = series;
  return typeof dash === "string" && dash !== "dashdot" ? dash : [...dashOf(series)];
}

function decalOf({ angle, gap, width }: Hatch) {
  return { symbol: "rect", color: "rgba(0, 0, 0, 0.55)", dashArrayX: [1, 0], dashArrayY: [width, gap], rotation: (angle * Math.PI) / 180 };
}

/**
 * The values of a line. One without neighbours has no line to lie on, and is a dot. Whether there are dots, or marks on the line, is
 * said: ECharts makes ready for one at every point else, even where all are none. Where no point has anything of its own to say
 * they are pairs of numbers in one array, which ECharts does not look through.
 */
function pointsOf(values: readonly number[], isMarked: boolean) {
  const isAbsent = (at: number) => Number.isNaN(values[at] ?? Number.NaN);
  const isAlone = values.map((_, at) => !isAbsent(at) && isAbsent(at - 1) && isAbsent(at + 1));
  if (!isAlone.includes(true)) return { data: Float64Array.from(values.flatMap((value, at) => [at, value])), showSymbol: isMarked };
  const dot = { symbol: "circle", symbolSize: 6 };
  const data = values.map((value, at) => (isAlone[at] ? { value, ...dot } : Number.isNaN(value) ? null : value));
  return { data, showSymbol: true };
}

function marks(data: ChartData, month: number, colours: ChartColours, font: string) {
  const label = { color: colours.quiet, fontFamily: font, fontSize: 11, position: "insideEndTop" as const };
  return {
    silent: true,
    symbol: "none",
    data: [
      { xAxis: month, label: { show: false }, lineStyle: { color: colours.cursor, type: "solid" as const, width: 1.5 } },
      ...data.markers.map((mark) => ({
        xAxis: mark.month,
        label: {
          ...label,
          show: true,
          formatter: mark.label,
          rotate: 0,
          position: "end" as const,
          align: mark.month > data.months.length / 2 ? ("right" as const) : ("left" as const),
          distance: [0, 2],
        },
        lineStyle: { color: colours.quiet, type: "dashed" as const, width: 1 },
      })),
    ],
  };
}

function tooltipOf(data: ChartData) {
  return (items: unknown) => tooltip(data, Math.min((items as { dataIndex: number }[])[0]?.dataIndex ?? 0, data.months.length - 1));
}

/** Elements rather than markup: the page's policy allows no style attributes, and names are anyone's text. */
function tooltip(data: ChartData, month: number): HTMLElement {
  const box = document.createElement("div");
  box.className = "chart-tip";
  const heading = document.createElement("strong");
  heading.textContent = formatMonth(data.months[month] ?? "");
  const list = document.createElement("dl");
  for (const series of data.series) {
    const { name, colour, values } = series;
    const term = document.createElement("dt");
    const swatch = document.createElement("i");
    swatch.className = "swatch";
    swatch.style.background = colour;
    term.append(swatch, name);
    const value = document.createElement("dd");
    value.textContent = [chartText(data, values[month]), fanText(data, series, month)].filter(Boolean).join(", ");
    list.append(term, value);
  }
  box.append(heading, list);
  return box;
}

function describe(data: ChartData, month: number): string {
  const values = data.series.map((series) => {
    const fan = fanText(data, series, month);
    return `${series.name} ${chartText(data, series.values[month])}${fan && ` (${fan})`}`;
  });
  return `${data.title}. ${data.description} In ${formatMonth(data.months[month] ?? "")}: ${values.join(", ")}. ${axisOf(data).beyond}`.trim();
}
