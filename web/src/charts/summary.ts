// A chart in sentences, for who does not see it: where each of its series begins and ends, how far it reaches, and when it crosses zero.
import { formatMonth } from "../format";
import { type ChartData, type ChartSeries, chartText } from "./contract";

/** So many crossings are told each by its month; of more, how many there are. */
const TOLD = 2;

export function summaryOf(data: ChartData): string[] {
  return data.series.map((series) => `${series.name}: ${sentence(data, series)}.`);
}

function sentence(data: ChartData, { values }: ChartSeries): string {
  const there = data.months.flatMap((_, month) => (Number.isNaN(values[month] ?? Number.NaN) ? [] : [month]));
  const [first, last] = [there[0], there.at(-1)];
  if (first === undefined || last === undefined) return "no value in any month";
  const told = (month: number) => `${chartText(data, values[month])} in ${formatMonth(data.months[month]!)}`;
  const texts = new Set(there.map((month) => chartText(data, values[month])));
  if (texts.size === 1) return `${[...texts][0]} ${first === last ? "in" : "from"} ${period(data, first, last)}`;
  const lowest = there.reduce((best, month) => (values[month]! < values[best]! ? month : best), first);
  const highest = there.reduce((best, month) => (values[month]! > values[best]! ? month : best), first);
  const ends = new Set([first, last]);
  const extremes = [!ends.has(lowest) && `lowest ${told(lowest)}`, !ends.has(highest) && `highest ${told(highest)}`].filter((text) => text !== false);
  return [`${told(first)}, ${told(last)}`, ...extremes, ...crossings(data, values, there)].join("; ");
}

function period({ months }: ChartData, first: number, last: number): string {
  return first === last ? formatMonth(months[first]!) : `${formatMonth(months[first]!)} to ${formatMonth(months[last]!)}`;
}

/** When the values go below zero and come up to it again. */
function crossings({ months }: ChartData, values: ArrayLike<number>, there: readonly number[]): string[] {
  const found = there.flatMap((month, at) => {
    const before = there[at - 1];
    if (before === undefined || values[before]! < 0 === values[month]! < 0) return [];
    return [`${values[month]! < 0 ? "below zero" : "at or above zero"} from ${formatMonth(months[month]!)}`];
  });
  return found.length > TOLD
    ? [...found.slice(0, TOLD), `and crosses zero ${found.length - TOLD} more ${found.length - TOLD === 1 ? "time" : "times"}`]
    : found;
}
