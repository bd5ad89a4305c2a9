// The charts' script, which loads after the first figures: the parts of Apache ECharts that the two
// charts use, and how they look. Classic script; it leaves one global behind.
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { formatMonth, formatQuantity } from "../format";
import type { Chart, ChartColours, ChartData, ChartSeries } from "./contract";
import { picture, PIXELS, type Shown } from "./picture";

use([LineChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

globalThis.rackonomicsCharts = {
  create(container, onMonth): Chart {
    const chart = init(container, null, { renderer: "canvas" });
    let months = 0;
    let drawn = "";
    let shown: Shown | undefined;
    chart.getZr().on("click", ({ offsetX, offsetY }) => {
      if (!chart.containPixel("grid", [offsetX, offsetY])) return;
      const [month] = chart.convertFromPixel("grid", [offsetX, offsetY]) as number[];
      if (month !== undefined) onMonth(Math.max(0, Math.min(months - 1, Math.round(month))));
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(container);
    return {
      show(data, month, colours) {
        months = data.months.length;
        shown = { data, month, colours };
        // Making series anew is slow, so it is done only when there are others than before.
        const series = JSON.stringify(data.series.map(({ name, kind }) => [name, kind]));
        chart.setOption(options(data, month, colours), series === drawn ? {} : { replaceMerge: ["series"] });
        drawn = series;
      },
      image: () => (shown ? picture(chart.renderToCanvas({ pixelRatio: PIXELS, backgroundColor: shown.colours.surface }), shown) : ""),
      destroy() {
        observer.disconnect();
        chart.dispose();
      },
    };
  },
};

function options(data: ChartData, month: number, colours: ChartColours) {
  const text = { color: colours.quiet, fontFamily: FONT, fontSize: 11 };
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: true, description: describe(data, month) } },
    textStyle: { fontFamily: FONT },
    grid: { left: 8, right: 16, top: 18, bottom: 4, outerBoundsMode: "same" as const, outerBoundsContain: "axisLabel" as const },
    xAxis: {
      type: "category" as const,
      data: data.months,
      boundaryGap: false,
      axisLine: { onZero: true, lineStyle: { color: colours.quiet } },
      axisTick: { show: false },
      axisLabel: { ...text, interval: (at: number) => (data.months[at] ?? "").endsWith("-01"), formatter: (value: string) => value.slice(0, 4), showMinLabel: false },
      axisPointer: { label: { show: false } },
    },
    yAxis: {
      type: "value" as const,
      axisLabel: { ...text, formatter: (value: number) => axisText(value, data.unit) },
      splitLine: { lineStyle: { color: colours.line } },
      splitNumber: 5,
    },
    tooltip: {
      trigger: "axis" as const,
      confine: true,
      transitionDuration: 0,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      padding: 8,
      textStyle: { color: colours.ink, fontFamily: FONT, fontSize: 12 },
      axisPointer: { type: "line" as const, lineStyle: { color: colours.quiet, type: "dotted" as const } },
      formatter: (items: unknown) => tooltip(data, (items as { dataIndex: number }[])[0]?.dataIndex ?? 0),
    },
    series: data.series.map((series, at) => seriesOptions(data, series, at === data.series.length - 1 ? month : undefined, colours)),
  };
}

function axisText(value: number, unit: string): string {
  return value === 0 ? "0" : formatQuantity(value, unit).replace(/\.00(?=[A-Z])/, "").replace(/(\.\d)0(?=[A-Z])/, "$1");
}

/** The last series carries the marks of months, so that they lie above everything. */
function seriesOptions(data: ChartData, series: ChartSeries, month: number | undefined, colours: ChartColours) {
  const stacked = series.kind === "stack";
  return {
    type: "line" as const,
    name: series.name,
    data: Array.from(series.values, (value) => (Number.isNaN(value) ? null : value)),
    symbol: "none",
    step: "middle" as const,
    color: series.colour,
    silent: true,
    ...(stacked && { stack: "stack", areaStyle: { color: series.colour, opacity: data.unit === "USD" ? 0.42 : 0.85 } }),
    lineStyle: { width: stacked ? 0 : series.strong ? 2.5 : 1.5, type: series.dash ?? ("solid" as const), color: series.colour },
    z: stacked ? 2 : series.strong ? 4 : 3,
    ...(month !== undefined && { markLine: marks(data, month, colours) }),
  };
}

function marks(data: ChartData, month: number, colours: ChartColours) {
  const label = { color: colours.quiet, fontFamily: FONT, fontSize: 11, position: "insideEndTop" as const };
  return {
    silent: true,
    symbol: "none",
    data: [
      { xAxis: month, label: { show: false }, lineStyle: { color: colours.cursor, type: "solid" as const, width: 1.5 } },
      ...data.markers.map((mark) => ({
        xAxis: mark.month,
        label: { ...label, show: true, formatter: mark.label, rotate: 0, position: "end" as const, align: mark.month > data.months.length / 2 ? ("right" as const) : ("left" as const), distance: [0, 2] },
        lineStyle: { color: colours.quiet, type: "dashed" as const, width: 1 },
      })),
    ],
  };
}

/** Elements rather than markup: the page's policy allows no style attributes, and names are anyone's text. */
function tooltip(data: ChartData, month: number): HTMLElement {
  const box = document.createElement("div");
  box.className = "chart-tip";
  const heading = document.createElement("strong");
  heading.textContent = formatMonth(data.months[month] ?? "");
  const list = document.createElement("dl");
  for (const { name, colour, values } of data.series) {
    const term = document.createElement("dt");
    const swatch = document.createElement("i");
    swatch.className = "swatch";
    swatch.style.background = colour;
    term.append(swatch, name);
    const value = document.createElement("dd");
    value.textContent = formatQuantity(values[month], data.unit);
    list.append(term, value);
  }
  box.append(heading, list);
  return box;
}

function describe(data: ChartData, month: number): string {
  const values = data.series.map(({ name, values }) => `${name} ${formatQuantity(values[month], data.unit)}`);
  return `${data.title}. ${data.description} In ${formatMonth(data.months[month] ?? "")}: ${values.join(", ")}.`;
}
