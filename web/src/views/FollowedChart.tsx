// By how much each uncertain input moves a row, alone, from its low to its high, month by month.
import { useMemo } from "preact/hooks";
import type { ChartData } from "../charts/contract";
import { ChartCards } from "../page/Charts";
import { usePicked } from "../page/context";
import type { Followed } from "../state/studies";
import { lineAt } from "./chart";

/** The inputs are called by `nameOf` their paths. */
export function FollowedChart({ followed, nameOf }: { followed: Followed; nameOf: (path: string) => string }) {
  const months = usePicked((state) => state.result?.months);
  const charts = useMemo(() => (months && followed.paths.length > 0 ? [chartOf(followed, months, nameOf)] : []), [followed, months]);
  return <ChartCards charts={charts} />;
}

function chartOf({ title, unit, paths, moves }: Followed, months: readonly string[], nameOf: (path: string) => string): ChartData {
  return {
    key: "moved-by-month",
    title: `What moves ${title.charAt(0).toLowerCase()}${title.slice(1)}, by month`,
    description: `By how much each uncertain input changes ${title}, alone, from its low to its high.`,
    unit,
    months: [...months],
    series: paths.map((path, at) => lineAt(at, nameOf(path), moves[at]!)),
    markers: [],
  };
}
