// The views that the engine has of the open scenario, each to be opened. What they show is the model's; this knows their kinds.
import type { ViewHead } from "../engine/messages";
import { usePicked, useSession } from "../page/context";
import { Figured } from "../page/Waiting";
import { PINNED } from "./places";
import { listStanding } from "./standing";
import { View } from "./View";

export function Views() {
  const available = usePicked((state) => state.shown?.answer.available);
  const heads = available?.filter(({ name }) => !PINNED.has(name)) ?? []; // which stand further up
  if (heads.length === 0) return null;
  return (
    <section class="views" aria-labelledby="views-title">
      <h2 id="views-title">Statements and details</h2>
      <Figured of={listStanding}>
        {heads.map((head) => (
          <Disclosure key={head.name} head={head} />
        ))}
      </Figured>
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
      <summary>
        <h3>{title}</h3> <span class="quiet">{note}</span>
      </summary>
      {isOpen && <View name={name} />}
    </details>
  );
}
