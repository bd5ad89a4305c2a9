// An open view, by its name.
import { useMemo } from "preact/hooks";
import type { ShownView } from "../engine/client";
import type { ViewKind } from "../engine/messages";
import { BelongingTo, usePicked } from "../page/context";
import { Figured } from "../page/Waiting";
import type { State } from "../state/state";
import { AnswerView } from "./AnswerView";
import { CellsView } from "./CellsView";
import { ChartView } from "./ChartView";
import { EventsView } from "./EventsView";
import { SplitView } from "./SplitView";
import { StatementView } from "./StatementView";
import { viewStanding } from "./standing";
import { TableView } from "./TableView";

const COMPONENTS: { [kind in ViewKind]: (props: { view: ShownView }) => preact.JSX.Element | null } = {
  answer: AnswerView,
  cells: CellsView,
  chart: ChartView,
  statement: StatementView,
  split: SplitView,
  events: EventsView,
  table: TableView,
};

/** What the engine has for an open view, by the last answer. */
export function useView(name: string): ShownView | undefined {
  return usePicked((state) => state.shown?.answer.views.find((each) => each.name === name));
}

export function View({ name }: { name: string }) {
  const view = useView(name);
  const stand = useMemo(() => (state: State) => viewStanding(state, name), [name]);
  const Shown = view && COMPONENTS[view.kind];
  return (
    <Figured of={stand}>
      {Shown ? (
        <BelongingTo.Provider value={view.title}>
          <Shown view={view} />
        </BelongingTo.Provider>
      ) : (
        <p class="awaited" role="status">
          Computing…
        </p>
      )}
    </Figured>
  );
}
