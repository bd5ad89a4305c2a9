// Where the story of a scenario is offered, and told once it is opened. What is looked at says which step, so that a link does too.
import { useState } from "preact/hooks";
import { usePicked, useSession } from "./context";
import { Later } from "./Later";

/** A story is told of the scenario with this name, or of the one that is open where it has none of its own to name. */
export function stepText(home: string, step: number): string {
  return home ? `${home}/${step}` : String(step);
}

export function StoryInvitation() {
  const session = useSession();
  const base = usePicked((state) => state.history?.present.base);
  const isTold = usePicked((state) => state.view.step !== undefined);
  if (!base?.story || isTold) return null;
  return (
    <button type="button" class="story-invitation" onClick={() => session.look({ step: stepText(base.shipped ? base.name : "", 0) })}>
      {base.story.title || `A story in ${base.story.steps} steps`}
    </button>
  );
}

export interface Parting {
  text: string;
  lines: readonly string[];
}

export function StoryPlace() {
  const home = usePicked((state) => state.view.step?.split("/").slice(0, -1).join("/"));
  const isThere = usePicked((state) => state.result !== undefined);
  const [parting, setParting] = useState<Parting>();
  if (!isThere) return null;
  if (home !== undefined) return <Later key={home} name="StoryPlayer" home={home} onLeft={setParting} />;
  return parting ? <Later name="StoryLeft" parting={parting} onClose={() => setParting(undefined)} /> : null;
}
