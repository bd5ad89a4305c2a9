// The answers to what a goal would take, as they come in: the inputs that are tried first, and those that a reader adds.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Goal, Solved } from "../engine/messages";
import { problemsText } from "../problems";
import { changeList, type Scenario } from "../state/history";
import { standing } from "../state/state";
import { type Levers, type Taken, Takes } from "../state/takes";
import { usePicked, useSession } from "./context";

/** What there is for an input, of the scenario and the goal that it was asked for. */
export interface Answer {
  of: Scenario;
  goal: Goal;
  solved?: Solved;
  trouble?: string;
  /** What is done while it is computed. */
  doing?: string;
}

export interface Answers {
  /** The goal as a whole; undefined until the engine has completed it. */
  levers: Levers | undefined;
  trouble: string | undefined;
  paths: readonly string[];
  answers: ReadonlyMap<string, Answer>;
  /** Whether what there is for an input is of the present inputs and the goal. */
  isCurrent(answer: Answer): boolean;
  /** Whether something is still computed. */
  isAsking: boolean;
  /** Whether it was given up. */
  isStopped: boolean;
  stop(): void;
  goOn(): void;
}

/** Inputs rest this long, in milliseconds, before it is asked anew: a slider that is dragged would ask at each tick. */
const REST = 200;

export function useAnswers(goal: Goal, more: readonly string[]): Answers {
  const session = useSession();
  const scenario = usePicked((state) => state.resultOf);
  const stand = usePicked(standing);
  const present = usePicked((state) => state.history?.present);
  const [levers, setLevers] = useState<Levers>();
  const [trouble, setTrouble] = useState<string>();
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [stopped, setStopped] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const whole = useRef<{ from: Goal; levers: Levers }>(undefined);
  const known = useRef(answers);
  known.current = answers;

  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    if (!scenario || stopped) return;
    const asking = new AbortController();
    const { signal } = asking;
    const put = (path: string, answer: Answer) => {
      if (signal.aborted) return;
      known.current = new Map(known.current).set(path, answer);
      setAnswers(known.current);
    };
    const ask = async () => {
      setAsking(true);
      // A target that was proposed stays when inputs change.
      const from = whole.current?.from === goal ? whole.current.levers.goal : goal;
      const found = await told(new Takes(session.pool).levers(scenario, from, signal), signal, setTrouble);
      if (!found) return;
      whole.current = { from: goal, levers: found };
      setLevers(found);
      setTrouble(undefined);
      const paths = [...new Set([...found.paths, ...more])];
      await Promise.all(
        paths.map(async (path) => {
          const of = { of: scenario, goal: found.goal };
          const before = known.current.get(path);
          if (before?.solved && isSameAsked(before, of)) return;
          const solved = await told(
            new Takes(session.pool).solve(scenario, found.goal, path, signal, (progress) => {
              if (progress) put(path, { ...known.current.get(path), ...of, ...keepOld(known.current.get(path), of), doing: progress.doing });
            }),
            signal,
            (problem) => put(path, { ...of, trouble: problem }),
          );
          if (solved) put(path, { ...of, solved });
        }),
      );
    };
    const done = () => !signal.aborted && setAsking(false);
    const fail = (reason: Error) => !signal.aborted && setTrouble(reason.message);
    const timer = setTimeout(() => void ask().catch(fail).finally(done), whole.current ? REST : 0);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [goal, more, scenario, stopped]);

  const of = stand === "awaited" ? present : scenario;
  const asked = of && levers && whole.current?.from === goal ? { of, goal: levers.goal } : undefined;
  return {
    levers,
    trouble,
    paths: [...new Set([...(levers?.paths ?? []), ...more])],
    answers,
    isCurrent: (answer) => asked !== undefined && isSameAsked(answer, asked),
    isAsking: isAsking && !stopped,
    isStopped: stopped,
    stop: () => setStopped(true),
    goOn: () => setStopped(false),
  };
}

/** While it is computed anew, what was told of former inputs stays with those. */
function keepOld(before: Answer | undefined, of: Pick<Answer, "of" | "goal">): Partial<Answer> {
  return before?.solved ? { of: before.of, goal: before.goal } : of;
}

/** Whether two answers are to the same question. */
function isSameAsked(one: Pick<Answer, "of" | "goal">, other: Pick<Answer, "of" | "goal">): boolean {
  const isOfOne =
    one.of === other.of ||
    (one.of.origin === other.of.origin && JSON.stringify(changeList(one.of.changes)) === JSON.stringify(changeList(other.of.changes)));
  return isOfOne && JSON.stringify(one.goal) === JSON.stringify(other.goal);
}

/** An answer, or nothing where it was given up or refused, which is told. */
export async function told<Got>(asking: Taken<Got>, signal: AbortSignal, refused: (problem: string) => void): Promise<Got | undefined> {
  const answer = await asking;
  if (answer === undefined || signal.aborted) return undefined;
  if (typeof answer === "object" && answer !== null && "problems" in answer) {
    refused(problemsText(answer.problems));
    return undefined;
  }
  return answer as Got;
}
