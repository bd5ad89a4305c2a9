// Lines over months.
import { useMemo } from "preact/hooks";
import type { ShownView } from "../engine/client";
import { ChartCards } from "../page/Charts";
import { useDark } from "../page/theme";
import { chartsOf } from "./chart";

export function ChartView({ view }: { view: ShownView }) {
  const dark = useDark();
  const charts = useMemo(() => chartsOf(view, dark), [view, dark]);
  return charts.length > 0 ? <ChartCards charts={charts} /> : <p class="quiet">There is nothing to draw.</p>;
}
