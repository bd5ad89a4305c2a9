// How far a chart's axis reaches. Where one or two months are many times what all others are, as where everything is bought
// at once, the axis leaves them out and the chart says so: on an axis that holds them, every other month is a flat line.
import { formatMonth } from "../format";
import { type ChartData, chartText } from "./contract";

export interface Axis {
  /** Nothing where the axis reaches as far as the values do. */
  min: number | null;
  max: number | null;
  /** What lies beyond the axis, in words; empty where nothing does. */
  beyond: string;
}

/** Of so many months one may lie beyond the axis. */
const MONTHS_FOR_ONE = 24;
/** How many times as far as without those months the axis would have to reach. */
const TIMES = 5;
/** How many of the values beyond it are said. */
const SAID = 3;
/** Above what is highest and below what is lowest within. */
const ROOM = 0.1;

interface Reach {
  low: number;
  high: number;
}

export function axisOf(data: ChartData): Axis {
  const months = data.months.map((_, month) => reachOf(data, month));
  const all = together(months);
  const kept = within(months);
  const usual = together(months.filter((_, month) => kept.has(month)));
  if (kept.size === months.length || size(all) < TIMES * size(usual) || size(usual) === 0) return { min: null, max: null, beyond: "" };
  const margin = ROOM * size(usual);
  const min = all.low < usual.low - margin ? rounded(usual.low - margin, size(usual)) : null;
  const max = all.high > usual.high + margin ? rounded(usual.high + margin, size(usual)) : null;
  return { min, max, beyond: beyondOf(data, min ?? all.low, max ?? all.high) };
}

/** From the lowest to the highest that is drawn in a month: what is stacked reaches as far as its parts together. */
function reachOf(data: ChartData, month: number): Reach {
  const reach = { low: 0, high: 0 };
  const stack = { low: 0, high: 0 };
  for (const { kind, values, fan } of data.series) {
    for (const edge of [fan?.[0], fan?.at(-1)]) if (edge && !Number.isNaN(edge[month])) include(reach, edge[month]!);
    const value = values[month] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (kind === "line") include(reach, value);
    else if (value < 0) stack.low += value;
    else stack.high += value;
  }
  include(reach, stack.low);
  include(reach, stack.high);
  return reach;
}

function include(reach: Reach, value: number): void {
  reach.low = Math.min(reach.low, value);
  reach.high = Math.max(reach.high, value);
}

function together(months: readonly Reach[]): Reach {
  return { low: Math.min(0, ...months.map(({ low }) => low)), high: Math.max(0, ...months.map(({ high }) => high)) };
}

function size({ low, high }: Reach): number {
  return high - low;
}

/** The months but for the few that reach furthest. */
function within(months: readonly Reach[]): ReadonlySet<number> {
  const furthest = ({ low, high }: Reach) => Math.max(-low, high);
  const order = months.map((_, month) => month).sort((a, b) => furthest(months[a]!) - furthest(months[b]!) || a - b);
  return new Set(order.slice(0, months.length - Math.floor(months.length / MONTHS_FOR_ONE)));
}

/** Away from zero to a round number, since the axis is labelled at its end. */
function rounded(end: number, reach: number): number {
  const step = 10 ** Math.floor(Math.log10(reach)) / 2;
  return Math.sign(end) * Math.ceil(Math.abs(end) / step) * step;
}

function beyondOf(data: ChartData, min: number, max: number): string {
  const found = data.series.flatMap(({ name, values }) =>
    data.months.flatMap((title, month) => {
      const value = values[month] ?? Number.NaN;
      return value < min || value > max ? [`${name} ${chartText(data, value)} in ${formatMonth(title)}`] : [];
    }),
  );
  const more = found.length - SAID;
  const rest = more > 0 ? ` and ${more} more, which the table has` : "";
  return found.length > 0 ? `Beyond the axis: ${found.slice(0, SAID).join(", ")}${rest}.` : "";
}
