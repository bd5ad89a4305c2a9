// The views of a section that the open scenario has, those that are always open first. What they show is the model's; this knows their kinds.
import type { Section } from "../catalog";
import type { ViewHead } from "../engine/messages";
import { usePicked, useSession } from "../page/context";
import { Figured } from "../page/Waiting";
import type { State } from "../state/state";
import { Pinned } from "./Pinned";
import { BESIDE, LEADING, openedBy, PINNED } from "./places";
import { listStanding } from "./standing";
import { View } from "./View";

const ELSEWHERE: ReadonlySet<string> = new Set([...LEADING, ...BESIDE]);

/** Whether a scenario has something in a section, besides what stands further up. */
export function hasViews(state: State, { views = [] }: Section): boolean {
  const available = state.shown?.answer.available ?? [];
  return available.some(({ name }) => views.includes(name) && !ELSEWHERE.has(name));
}

export function SectionViews({ section: { views = [] } }: { section: Section }) {
  const available = usePicked((state) => state.shown?.answer.available) ?? [];
  const heads = views.flatMap((view) => available.find(({ name }) => name === view && !ELSEWHERE.has(name)) ?? []);
  const pinned = heads.filter(({ name }) => PINNED.has(name));
  const others = heads.filter(({ name }) => !PINNED.has(name));
  return (
    <>
      {pinned.length > 0 && (
        <div class="section-pins">
          {pinned.map(({ name }) => (
            <Pinned key={name} name={name} />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <div class="views">
          <Figured of={listStanding}>
            {others.map((head) => (
              <Disclosure key={head.name} head={head} />
            ))}
          </Figured>
        </div>
      )}
    </>
  );
}

function Disclosure({ head: { name, title, note, kind } }: { head: ViewHead }) {
  const session = useSession();
  const isOpen = usePicked((state) => state.open.has(name));
  const toggled = (now: boolean) => {
    if (now === isOpen) return;
    if (now) session.openView(name, openedBy(kind));
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
