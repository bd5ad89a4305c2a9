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
/** Inputs rest this long, in milliseconds, before a map is computed anew. */
const REST = 150;

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
  const begun = useRef(false);
  // Of the two inputs themselves the map has every value.
  const others = scenario && JSON.stringify(changeList(scenario.changes).filter(({ path }) => path !== x && path !== y));
  const goal = JSON.stringify(levers.goal);
  const wanted = JSON.stringify([scenario?.base.hash, others, goal, x, y, ranges]);

  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    if (!scenario || isStopped) return;
    const asking = new AbortController();
    const axis = (path: string, range: Range): Axis => ({
      path,
      ...range,
      ...(!range.low && !range.high && { with: solutions(answers.get(path)?.solved) }),
    });
    const asked = { goal: levers.goal, x: axis(x, ranges[0]), y: axis(y, ranges[1]) };
    const show = (surface: Surface, values: Float64Array, contour: readonly Vertices[], isFine: boolean) => {
      setTrouble(undefined);
      setMapped({ scenario, levers, axes: [x, y], surface, values, contour, isFine });
    };
    const ask = async () => {
      await compute(new Takes(session.pool), scenario, asked, levers, asking.signal, show, setTrouble);
    };
    const done = () => !asking.signal.aborted && setWhole(wanted);
    const fail = (reason: Error) => !asking.signal.aborted && setTrouble(reason.message);
    const timer = setTimeout(() => void ask().catch(fail).finally(done), begun.current ? REST : 0);
    begun.current = true;
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [scenario?.origin, others, goal, x, y, ranges, isStopped]);

  return { mapped, trouble, isAwaited: whole !== wanted, isStopped, stop };
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
): Promise<void> {
  const draw = async (surface: Surface, isFine: boolean) => {
    const values = fromTarget(surface, levers);
    const contour = await told(takes.contour(scenario, surface.x.at, surface.y.at, values, signal), signal, refused);
    if (contour) show(surface, values, contour, isFine);
  };
  const coarse = await told(takes.map(scenario, { ...asked, points: COARSE }, signal), signal, refused);
  if (!coarse) return;
  await draw(coarse, false);
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
