// The views that the engine has of the open scenario, each to be opened. What they show is the model's; this knows their kinds.
import { useMemo } from "preact/hooks";
import type { ShownView } from "../engine/client";
import type { ViewHead, ViewKind } from "../engine/messages";
import { usePicked, useSession } from "../page/context";
import { Figured } from "../page/Waiting";
import type { State } from "../state/session";
import { AnswerView } from "./AnswerView";
import { CellsView } from "./CellsView";
import { ChartView } from "./ChartView";
import { EventsView } from "./EventsView";
import { SplitView } from "./SplitView";
import { listStanding, viewStanding } from "./standing";
import { StatementView } from "./StatementView";
import { TableView } from "./TableView";

/** What the page shows further up, always open: here it would stand twice. */
const ELSEWHERE: ReadonlySet<string> = new Set(["headline", "money", "power", "capacity", "break-even", "lease-values"]);

const COMPONENTS: { [kind in ViewKind]: (props: { view: ShownView }) => preact.JSX.Element | null } = {
  answer: AnswerView, cells: CellsView, chart: ChartView, statement: StatementView, split: SplitView, events: EventsView, table: TableView,
};

export function Views() {
  const available = usePicked((state) => state.shown?.answer.available);
  const heads = available?.filter(({ name }) => !ELSEWHERE.has(name)) ?? [];
  if (heads.length === 0) return null;
  return (
    <section class="views" aria-labelledby="views-title">
      <h2 id="views-title">Statements and details</h2>
      <Figured of={listStanding}>{heads.map((head) => <Disclosure key={head.name} head={head} />)}</Figured>
    </section>
  );
}

function Disclosure({ head: { name, title, note, kind } }: { head: ViewHead }) {
  const session = useSession();
  const isOpen = usePicked((state) => state.open.has(name));
  const toggled = (now: boolean) => {
    if (now === isOpen) return;
    if (now) session.openView(name, kind === "statement" ? "year" : "month");
    else session.closeView(name);
  };
  return (
    <details class="view" id={`view-${name}`} open={isOpen} onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary><h3>{title}</h3> <span class="quiet">{note}</span></summary>
      {isOpen && <Opened name={name} />}
    </details>
  );
}

function Opened({ name }: { name: string }) {
  const view = usePicked((state) => state.shown?.answer.views.find((each) => each.name === name));
  const stand = useMemo(() => (state: State) => viewStanding(state, name), [name]);
  const Shown = view && COMPONENTS[view.kind];
  return <Figured of={stand}>{Shown ? <Shown view={view} /> : <p class="awaited" role="status">Computing…</p>}</Figured>;
}
