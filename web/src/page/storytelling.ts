// A story as it is told on the page: which step, what that shows, and whether that is still shown.
import { useEffect, useRef, useState } from "preact/hooks";
import { isRefused } from "../engine/client";
import type { Origin } from "../engine/engine";
import type { Looking, Story, StoryStep } from "../engine/messages";
import { problemsText } from "../problems";
import { changeList, equal, type Scenario } from "../state/history";
import { usePicked, useSession } from "./context";
import { stepOf, stepText } from "./StoryPlace";

export interface Telling {
  story: Story | undefined;
  trouble: string | undefined;
  /** The present step, counted from 0; -1 before the first. */
  at: number;
  /** What it shows is on its way. */
  isComing: boolean;
  /** Whether what is shown is what the step shows, and not what was made of it. */
  isAsTold: boolean;
  /** Whether it is of the scenario that the step shows. */
  isOfStep: boolean;
  go(step: number): void;
  /** Goes some steps on, or back, from where it was last gone to, be that drawn yet or not. */
  goBy(steps: number): void;
  leave(): void;
}

/** The story of a shipped scenario by its name, or of the one that is open. */
export function useTelling(home: string): Telling {
  const session = useSession();
  const [story, setStory] = useState<Story>();
  const [trouble, setTrouble] = useState<string>();
  const present = usePicked((state) => state.history!.present);
  const shownAt = usePicked((state) => stepOf(state.view));
  const isOpening = usePicked((state) => state.opening);
  // A step of another scenario is gone to at once, and shown when that is there: keys that are pressed meanwhile go on from it.
  const [heading, setHeading] = useState<number>();
  useEffect(() => setHeading((now) => (now === shownAt ? undefined : now)), [shownAt]);
  useEffect(() => {
    // Another may be on its way again when this is run.
    if (!session.store.get().opening) setHeading(undefined);
  }, [isOpening]);
  const at = heading ?? shownAt;
  const latest = useRef(at);
  latest.current = at;
  // Of which scenario it was first: steps go to others, and come back.
  const first = useRef(present);
  const origins = useRef(new Map<string, Origin>());
  const homeName = home || first.current.base.name;
  const originOf = (name: string): Origin => {
    const kept = origins.current.get(name);
    const made =
      kept ?? (name === homeName && (!home || first.current.base.story) && first.current.base.name === name ? first.current.origin : { name });
    origins.current.set(name, made);
    return made;
  };
  const nameOf = (step: StoryStep) => step.base ?? homeName;
  const isToldBy = (step: StoryStep, scenario: Scenario) => nameOf(step) === scenario.base.name && equal(step.changes, changeList(scenario.changes));

  const show = (told: Story, to: number) => {
    const step = told.steps[to]!;
    const view: Looking = { step: stepText(home, to + 1) };
    if (step.month !== undefined) view.month = step.month;
    void session.show(originOf(nameOf(step)), new Map(step.changes.map(({ path, value }) => [path, value])), view);
  };
  useEffect(() => {
    const asking = new AbortController();
    session.story(originOf(homeName), asking.signal).then(
      (answer) => {
        if (!answer) return;
        if (isRefused(answer)) {
          setTrouble(problemsText(answer.problems));
          return;
        }
        setStory(answer);
        const now = stepOf(session.store.get().view);
        // A link says what is shown; who begins has not seen anything yet.
        if (now < 0) show(answer, 0);
        else if (now >= answer.steps.length) show(answer, answer.steps.length - 1);
      },
      (reason: Error) => setTrouble(reason.message),
    );
    return () => asking.abort();
  }, []);
  // Undo and redo may lead to what another step shows.
  useEffect(() => {
    if (!story || shownAt < 0 || isToldBy(story.steps[shownAt]!, present)) return;
    const other = story.steps.findIndex((step) => isToldBy(step, present));
    if (other >= 0) session.look({ step: stepText(home, other + 1) });
  }, [present]);
  const step = story?.steps[at];
  const go = (to: number) => {
    if (!story || to < 0 || to >= story.steps.length) return;
    latest.current = to;
    setHeading(to);
    show(story, to);
  };
  return {
    story,
    trouble,
    at,
    isComing: at !== shownAt,
    isAsTold: step !== undefined && isToldBy(step, present),
    isOfStep: step !== undefined && nameOf(step) === present.base.name,
    go,
    goBy: (steps) => go(latest.current + steps),
    leave: () => session.lookAway("step"),
  };
}
