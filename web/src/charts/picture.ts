// A chart as a picture of its own, for a wiki or a slide: what the page says in its title and legend is drawn above it.
import { formatMonth } from "../format";
import { axisOf } from "./axis";
import { type ChartColours, type ChartData, type ChartSeries, chartText, fanText } from "./contract";

export interface Shown {
  data: ChartData;
  month: number;
  colours: ChartColours;
}

/** Pixels of the picture for each of the page's. */
export const PIXELS = 2;
const MARGIN = 12;
const LINE = 20;
/** Of the legend's mark with the gap behind it. */
const SWATCH = 26;
const FONT = "12px system-ui, sans-serif";

/** The address of the PNG. */
export function picture(chart: HTMLCanvasElement, shown: Shown): string {
  const width = chart.width / PIXELS;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d")!;
  context.font = FONT;
  const entries = legend(context, shown, width);
  const top = MARGIN + LINE + (entries.at(-1)?.y ?? 0) + LINE;
  const { beyond } = axisOf(shown.data);
  canvas.width = chart.width;
  canvas.height = (top + (beyond ? LINE : 0)) * PIXELS + chart.height;
  context.fillStyle = shown.colours.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(chart, 0, top * PIXELS);
  context.scale(PIXELS, PIXELS);
  context.textBaseline = "middle";
  context.fillStyle = shown.colours.ink;
  context.font = `bold ${FONT}`;
  context.fillText(`${shown.data.title}, ${formatMonth(shown.data.months[shown.month] ?? "")}`, MARGIN, MARGIN + LINE / 2);
  context.font = FONT;
  for (const { series, text, x, y } of entries) {
    swatch(context, series, MARGIN + x, MARGIN + LINE + y + LINE / 2);
    context.fillStyle = shown.colours.ink;
    context.fillText(text, MARGIN + x + SWATCH, MARGIN + LINE + y + LINE / 2);
  }
  context.fillStyle = shown.colours.quiet;
  if (beyond) context.fillText(fitted(context, beyond, "", width - 2 * MARGIN), MARGIN, top + chart.height / PIXELS + LINE / 2);
  return canvas.toDataURL("image/png");
}

/** The entries of the legend with their places, in as many lines as they need. */
function legend(context: CanvasRenderingContext2D, { data, month }: Shown, width: number) {
  let [x, y] = [0, 0];
  const room = width - 2 * MARGIN;
  return data.series.map((series) => {
    const fan = fanText(data, series, month);
    const text = fitted(context, series.name, ` ${chartText(data, series.values[month])}${fan && ` (${fan})`}`, room - SWATCH);
    const needed = SWATCH + context.measureText(text).width;
    if (x > 0 && x + needed > room) [x, y] = [0, y + LINE];
    const place = { series, text, x, y };
    x += needed + 16;
    return place;
  });
}

/** The name with the value behind it; a name that is too long for the picture loses its end, the value nothing. */
function fitted(context: CanvasRenderingContext2D, name: string, value: string, room: number): string {
  if (context.measureText(name + value).width <= room) return name + value;
  const letters = [...name];
  while (letters.length > 1 && context.measureText(`${letters.join("")}…${value}`).width > room) letters.pop();
  return `${letters.join("")}…${value}`;
}

function swatch(context: CanvasRenderingContext2D, { kind, colour, dash }: ChartSeries, x: number, y: number): void {
  context.fillStyle = context.strokeStyle = colour;
  if (kind === "stack") {
    context.fillRect(x + 5, y - 5, 10, 10);
    return;
  }
  context.lineWidth = 2;
  context.setLineDash(dash === "dashed" ? [6, 4] : dash === "dotted" ? [2, 3] : []);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 20, y);
  context.stroke();
}
