// The chance that each outcome has come, by month: only of those that come in some case.
import { useMemo } from "preact/hooks";
import type { ChartData } from "../charts/contract";
import type { Measured } from "../engine/messages";
import { ChartCards } from "../page/Charts";
import { usePicked } from "../page/context";
import { lineAt } from "./chart";

export function ChanceChart({ measures }: { measures: readonly Measured[] }) {
  const months = usePicked((state) => state.result?.months);
  const charts = useMemo(() => {
    const lines = measures.filter(({ by = [] }) => by.some(({ value = 0 }) => value > 0));
    return months && lines.length > 0 ? [chartOf(lines, months)] : [];
  }, [measures, months]);
  return <ChartCards charts={charts} />;
}

function chartOf(lines: readonly Measured[], months: readonly string[]): ChartData {
  return {
    key: "chance-by-month",
    title: "Chance by month",
    description: "The share of cases in which each outcome has come by a month.",
    unit: "1",
    percent: true,
    months: [...months],
    series: lines.map(({ title, by = [] }, at) =>
      lineAt(
        at,
        title,
        Float64Array.from(months, (_, month) => by[month]?.value ?? Number.NaN),
      ),
    ),
    markers: [],
  };
}
