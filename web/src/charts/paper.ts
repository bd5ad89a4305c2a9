// A chart for paper, which may have no colours: areas differ in their hatching, lines in their dashes.
import type { ChartData, ChartSeries, Hatch } from "./contract";

const HATCHES: readonly (Hatch | undefined)[] = [
  undefined,
  { angle: 45, gap: 6, width: 1 },
  { angle: -45, gap: 6, width: 1 },
  { angle: 0, gap: 5, width: 1 },
  { angle: 90, gap: 5, width: 1 },
  { angle: 45, gap: 2.5, width: 1 },
  { angle: -45, gap: 2.5, width: 1 },
  { angle: 0, gap: 2, width: 1.5 },
  { angle: 90, gap: 2, width: 1.5 },
];

const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [10, 3, 2, 3], [14, 4], [5, 2, 2, 2, 2, 2], [1, 5], [3, 6]];

export function onPaper(data: ChartData): ChartData {
  let [areas, lines] = [0, 0];
  const series = data.series.map((one): ChartSeries => {
    if (one.kind === "line") return { ...one, dash: DASHES[lines++ % DASHES.length]! };
    const hatch = HATCHES[areas++ % HATCHES.length];
    return hatch ? { ...one, hatch } : one;
  });
  return { ...data, series };
}
