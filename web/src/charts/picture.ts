// A chart as a picture of its own, for a wiki or a slide: what the page says in its title and legend is drawn above it.
import { formatMonth } from "../format";
import { axisOf } from "./axis";
import { type ChartColours, type ChartData, type ChartSeries, chartText, dashOf, fanText } from "./contract";
import { type Drawing, LINE, type Measure, measuring, PIXELS, pngOf, type Shape, svgOf } from "./shapes";

export interface Shown {
  data: ChartData;
  month: number;
  colours: ChartColours;
}

const MARGIN = 12;
/** Of the legend's mark with the gap behind it. */
const SWATCH = 26;

/** What stands around a chart, and how far down that is. */
interface Around extends Drawing {
  top: number;
}

/** The address of the PNG. */
export function picture(chart: HTMLCanvasElement, shown: Shown): string {
  const drawing = around(shown, chart.width / PIXELS, chart.height / PIXELS, measuring());
  return pngOf(drawing, { picture: chart, top: drawing.top });
}

/** The picture as SVG, of a chart that ECharts wrote as SVG. */
export function svgPicture(chart: string, shown: Shown, width: number, chartHeight: number): string {
  const drawing = around(shown, width, chartHeight, measuring());
  return svgOf(shown.data.title, drawing, `<g transform="translate(0 ${drawing.top})">${plainSvg(chart)}</g>`);
}

/**
 * What ECharts writes, without what only a page has a use for: styles as attributes, since a page's policy and many wikis
 * allow no others, and no rules for a pointer above it.
 */
export function plainSvg(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/ pointer-events="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) =>
      style
        .split(";")
        .map((rule) => rule.split(":").map((part) => part.trim()))
        .map(([name, value]) => (name?.startsWith("font-") ? ` ${name}="${value}"` : ""))
        .join(""),
    );
}

function around(shown: Shown, width: number, chartHeight: number, measure: Measure): Around {
  const { data, month, colours } = shown;
  const entries = legend(measure, shown, width);
  const top = MARGIN + LINE + (entries.at(-1)?.y ?? 0) + LINE;
  const { beyond } = axisOf(data);
  const ink = colours.ink;
  const shapes: Shape[] = [
    { kind: "text", x: MARGIN, y: MARGIN + LINE / 2, text: `${data.title}, ${formatMonth(data.months[month] ?? "")}`, colour: ink, bold: true },
  ];
  for (const { series, text, x, y } of entries) {
    const middle = MARGIN + LINE + y + LINE / 2;
    shapes.push(swatch(series, MARGIN + x, middle), { kind: "text", x: MARGIN + x + SWATCH, y: middle, text, colour: ink });
  }
  if (beyond)
    shapes.push({
      kind: "text",
      x: MARGIN,
      y: top + chartHeight + LINE / 2,
      text: fitted(measure, beyond, "", width - 2 * MARGIN),
      colour: colours.quiet,
    });
  const height = top + chartHeight + (beyond ? LINE : 0);
  const ground: Shape = { kind: "box", x: 0, y: 0, width, height, colour: colours.surface };
  return { shapes: [ground, ...shapes], top, width, height };
}

/** The entries of the legend with their places, in as many lines as they need. */
function legend(measure: Measure, { data, month }: Shown, width: number) {
  let [x, y] = [0, 0];
  const room = width - 2 * MARGIN;
  return data.series.map((series) => {
    const fan = fanText(data, series, month);
    const text = fitted(measure, series.name, ` ${chartText(data, series.values[month])}${fan && ` (${fan})`}`, room - SWATCH);
    const needed = SWATCH + measure(text);
    if (x > 0 && x + needed > room) [x, y] = [0, y + LINE];
    const place = { series, text, x, y };
    x += needed + 16;
    return place;
  });
}

/** The name with the value behind it; a name that is too long for the picture loses its end, the value nothing. */
function fitted(measure: Measure, name: string, value: string, room: number): string {
  if (measure(name + value) <= room) return name + value;
  const letters = [...name];
  while (letters.length > 1 && measure(`${letters.join("")}…${value}`) > room) letters.pop();
  return `${letters.join("")}…${value}`;
}

function swatch(series: ChartSeries, x: number, y: number): Shape {
  const { kind, colour } = series;
  if (kind === "stack") return { kind: "box", x: x + 5, y: y - 5, width: 10, height: 10, colour };
  return { kind: "line", x, y, length: 20, colour, width: 2, dash: dashOf(series) };
}
