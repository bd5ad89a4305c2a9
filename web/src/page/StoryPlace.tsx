// Where the story of a scenario is offered, and told once it is opened. What is looked at says which step, so that a link does too.
import { useState } from "preact/hooks";
import type { Origin } from "../engine/engine";
import type { Looking } from "../engine/messages";
import type { State } from "../state/state";
import { usePicked, useSession } from "./context";
import { Later } from "./Later";

/** A story is told of the scenario with this name, or of the one that is open where it has none of its own to name. */
export function stepText(home: string, step: number): string {
  return home ? `${home}/${step}` : String(step);
}

/** Whether there is a story to tell: of what is open, or one that led to it. */
export function hasStory({ history, view }: Pick<State, "history" | "view">): boolean {
  return history?.present.base.story !== undefined || view.step !== undefined;
}

/** The step that is told, counted from 0; -1 before the first, and where none is. */
export function stepOf({ step = "" }: Looking): number {
  const number = Number(step.split("/").at(-1));
  return Number.isInteger(number) && number > 0 ? number - 1 : -1;
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
  const origin = usePicked((state) => state.history?.present.origin);
  const session = useSession();
  const [left, setLeft] = useState<{ parting: Parting; origin: Origin | undefined }>();
  const leave = (parting: Parting) => setLeft({ parting, origin: session.store.get().history?.present.origin });
  if (!isThere) return null;
  if (home !== undefined) return <Later key={home} name="StoryPlayer" awaited="Loading the story…" home={home} onLeft={leave} />;
  // Of another scenario than the one that was left open it would be false.
  return left?.origin === origin && left ? <Later name="StoryLeft" parting={left.parting} onClose={() => setLeft(undefined)} /> : null;
}
