// A map as it is computed: coarse at first, then fine, by as many engines as there are.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Amount, Axis, Solved } from "../engine/messages";
import { changeList, type Scenario } from "../state/history";
import { type Levers, type Surface, Takes, type Vertices } from "../state/takes";
import { usePicked, useSession } from "./context";
import { type Answer, told } from "./taking";

/** A range of an axis, where a reader says one. */
export interface Range {
  low?: Amount;
  high?: Amount;
}

export interface Mapped {
  /** The scenario that it was computed of: the present one may have other values of the two inputs. */
  scenario: Scenario;
  levers: Levers;
  axes: readonly [string, string];
  surface: Surface;
  /** Told from the target, on its upper side positive. */
  values: Float64Array;
  contour: readonly Vertices[];
  isFine: boolean;
}

export interface Mapping {
  mapped: Mapped | undefined;
  trouble: string | undefined;
  /** Whether it is not yet whole, or of other inputs, ranges or another goal than those that are asked for. */
  isAwaited: boolean;
  /** Whether it was given up. */
  isStopped: boolean;
  stop(isStopped: boolean): void;
}

/** So many values of each input at first, and in the end. */
const COARSE = 11;
const FINE = 41;
/** Rows of a question: about so many lanes as an engine computes at a time, twice. */
const ROWS = 6;
/** A map that was there within so many milliseconds is fine at once the next time: it would only flicker. */
const QUICK = 200;

export function useMapping(
  levers: Levers,
  [x, y]: readonly [string, string],
  ranges: readonly [Range, Range],
  answers: ReadonlyMap<string, Answer>,
): Mapping {
  const session = useSession();
  const scenario = usePicked((state) => state.resultOf);
  const [mapped, setMapped] = useState<Mapped>();
  const [trouble, setTrouble] = useState<string>();
  const [whole, setWhole] = useState("");
  const [isStopped, stop] = useState(false);
  const running = useRef<Running>({});
  const isQuick = useRef(false);
  // Of the two inputs themselves the map has every value.
  const others = scenario && JSON.stringify(changeList(scenario.changes).filter(({ path }) => path !== x && path !== y));
  const goal = JSON.stringify(levers.goal);
  const wanted = JSON.stringify([scenario?.base.hash, others, goal, x, y, ranges]);

  // Before the page is drawn: what says that it was cancelled has it given up; and so has another question.
  useLayoutEffect(() => {
    return () => {
      running.current.asking?.abort();
      running.current = {};
    };
  }, [scenario?.origin, goal, x, y, ranges, isStopped]);

  // Inputs that change faster than maps come are passed over: each map that is begun is shown once, and the next is of the latest.
  useLayoutEffect(() => {
    if (!scenario || isStopped) return;
    const axis = (path: string, range: Range): Axis => ({
      path,
      ...range,
      ...(!range.low && !range.high && { with: solutions(answers.get(path)?.solved) }),
    });
    const asked = { goal: levers.goal, x: axis(x, ranges[0]), y: axis(y, ranges[1]) };
    const begin = () => {
      const asking = new AbortController();
      const now: Running = { asking };
      running.current = now;
      const { signal } = asking;
      const begun = performance.now();
      const goOn = () => {
        if (!now.next) return;
        asking.abort();
        now.next();
      };
      const show = (surface: Surface, values: Float64Array, contour: readonly Vertices[], isFine: boolean) => {
        if (isFine) isQuick.current = isQuick.current ? performance.now() - begun < 2 * QUICK : performance.now() - begun < QUICK;
        setTrouble(undefined);
        setMapped({ scenario, levers, axes: [x, y], surface, values, contour, isFine });
        now.isShown = true;
        goOn();
      };
      const ask = compute(new Takes(session.pool), scenario, asked, levers, signal, show, setTrouble, isQuick.current);
      void ask
        .catch((reason: Error) => !signal.aborted && setTrouble(reason.message))
        .finally(() => {
          if (signal.aborted) return;
          setWhole(wanted);
          now.isShown = true;
          goOn();
        });
    };
    const { asking, isShown } = running.current;
    if (asking && !isShown) running.current.next = begin;
    else {
      asking?.abort();
      begin();
    }
  }, [scenario?.origin, others, goal, x, y, ranges, isStopped]);

  return { mapped, trouble, isAwaited: whole !== wanted, isStopped, stop };
}

/** A map that is being computed, and what is to follow once it was shown. */
interface Running {
  asking?: AbortController;
  isShown?: boolean;
  next?(): void;
}

/** The values of an input at which the goal is met, which its axis takes in. */
function solutions(solved: Solved | undefined): Amount[] {
  return (solved?.solutions ?? []).map(({ at: { value } }) => ({ number: value.number ?? 0, ...(value.text && { text: value.text }) }));
}

async function compute(
  takes: Takes,
  scenario: Scenario,
  asked: { goal: Levers["goal"]; x: Axis; y: Axis },
  levers: Levers,
  signal: AbortSignal,
  show: (surface: Surface, values: Float64Array, contour: readonly Vertices[], isFine: boolean) => void,
  refused: (problem: string) => void,
  isFineAtOnce: boolean,
): Promise<void> {
  const draw = async (surface: Surface, isFine: boolean) => {
    const values = fromTarget(surface, levers);
    const contour = await told(takes.contour(scenario, surface.x.at, surface.y.at, values, signal), signal, refused);
    if (contour) show(surface, values, contour, isFine);
  };
  if (!isFineAtOnce) {
    const coarse = await told(takes.map(scenario, { ...asked, points: COARSE }, signal), signal, refused);
    if (!coarse) return;
    await draw(coarse, false);
    if (signal.aborted) return;
  }
  const parts = await Promise.all(
    Array.from({ length: Math.ceil(FINE / ROWS) }, (_, at) =>
      told(takes.map(scenario, { ...asked, points: FINE, from: at * ROWS, to: (at + 1) * ROWS }, signal), signal, refused),
    ),
  );
  const all = parts.filter((part) => part !== undefined);
  if (all.length === parts.length) await draw(joined(all), true);
}

/** Rows of a map one after the other. */
function joined(parts: readonly Surface[]): Surface {
  const all = (of: (part: Surface) => Float64Array) => Float64Array.from(parts.flatMap((part) => [...of(part)]));
  return {
    ...parts[0]!,
    shades: all(({ shades }) => shades),
    gaps: all(({ gaps }) => gaps),
    figures: all(({ figures }) => figures),
    computed: [...new Set(parts.flatMap(({ computed }) => computed))],
  };
}

/** What a map is coloured by, from the target on. */
function fromTarget({ sought, shades, gaps }: Surface, { goal }: Levers): Float64Array {
  if (sought.beside || goal.sense === ">=") return gaps;
  return goal.sense === "<=" ? gaps.map((gap) => -gap) : shades.map((shade) => shade - goal.target.number);
}
