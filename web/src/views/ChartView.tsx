// Lines over months, with what uncertain inputs make of them behind.
import { useCallback, useMemo } from "preact/hooks";
import type { ShownView } from "../engine/client";
import { ChartCards } from "../page/Charts";
import { usePicked, useSession } from "../page/context";
import { useDark } from "../page/theme";
import { fansOfShown } from "../state/studies";
import { chartsOf } from "./chart";

export function ChartView({ view }: { view: ShownView }) {
  const session = useSession();
  const dark = useDark();
  const fans = usePicked(fansOfShown);
  const charts = useMemo(() => chartsOf(view, dark, fans), [view, dark, fans]);
  const seen = useCallback((isSeen: boolean) => session.see(view.name, isSeen), [session, view.name]);
  return charts.length > 0 ? <ChartCards charts={charts} of={view.name} onSeen={seen} /> : <p class="quiet">There is nothing to draw.</p>;
}
