// The sides of a comparison and what they come to, asked anew when inputs rest.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Compared, Differing, ViewWish } from "../engine/messages";
import { addMonths } from "../format";
import { Comparing, type Side, type SideShown } from "../state/comparing";
import { changeList, type Scenario } from "../state/history";
import type { Session } from "../state/session";
import { usePicked, useSession } from "./context";

/** A scenario is compared with so many others. */
export const MOST_SIDES = 3;

const known = new WeakMap<Session, Comparing>();

/** The one that asks for this session. */
export function useComparing(): Comparing {
  const session = useSession();
  const comparing = known.get(session) ?? new Comparing(session.pool);
  known.set(session, comparing);
  return comparing;
}

/** Inputs rest this long, in milliseconds, before it is asked anew: a slider that is dragged would ask at each tick. */
const REST = 200;

/** A side that the link holds and that cannot be opened. */
export interface Unopened {
  held: Compared;
  why: string;
}

/** Sides that a link holds, as far as they are opened, and what is wrong with others. */
interface Held {
  sides: readonly Side[];
  unopened: readonly Unopened[];
}

/** Those of the link as it is now, and whether they are still being opened. */
export function useHeldSides(): Held & { isOpening: boolean } {
  const comparing = useComparing();
  const held = usePicked(({ view }) => view.compared) ?? NONE;
  const origin = usePicked(({ history }) => history?.present.origin);
  const session = useSession();
  const [found, setFound] = useState<Held & { of: readonly Compared[] }>({ of: NONE, sides: [], unopened: [] });
  useEffect(() => {
    const present = session.store.get().history?.present;
    if (!present) return;
    const asking = new AbortController();
    const unopened: Unopened[] = [];
    const resolve = (one: Compared) =>
      comparing.sideOf(one, present, asking.signal).catch((reason: Error) => {
        unopened.push({ held: one, why: reason.message });
        return undefined;
      });
    void Promise.all(held.map(resolve)).then((sides) => {
      if (!asking.signal.aborted) setFound({ of: held, sides: sides.filter((side) => side !== undefined), unopened });
    });
    return () => asking.abort();
  }, [held, origin]);
  return { ...found, isOpening: found.of !== held };
}

const NONE: readonly Compared[] = [];

/** What all sides come to; the scenario that is open is the first of the shown. */
export interface Answered {
  of: Scenario;
  /** "2027-03": figures of one month are of this one. */
  month: string;
  sides: readonly Side[];
  documents: readonly string[];
  differences: readonly Differing[];
  shown: readonly SideShown[];
  views: readonly ViewWish[];
}

/**
 * Keeps what was answered last until there is something newer: whoever shows it marks what is of other inputs, or of another month. Part
 * of what is wanted may be there without a view that was chosen since.
 */
export function useAnswered(
  sides: readonly Side[],
  views: readonly ViewWish[],
  isStopped: boolean,
): { answered: Answered | undefined; isFormer: boolean; isPart: boolean; trouble: string | undefined } {
  const comparing = useComparing();
  const scenario = usePicked((state) => state.resultOf);
  const at = usePicked(({ view }) => view.month ?? 0);
  const month = usePicked(({ result }) => result && addMonths(result.document.start, at));
  const [answered, setAnswered] = useState<Answered>();
  const [trouble, setTrouble] = useState<string>();
  const isFirst = useRef(true);
  const wishes = useMemo(() => [...views], [JSON.stringify(views)]);
  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    if (!scenario || !month || sides.length === 0 || isStopped) return;
    const asking = new AbortController();
    const { signal } = asking;
    const ask = async () => {
      const open = { origin: scenario.origin, changes: changeList(scenario.changes) };
      const documents = await Promise.all(sides.map((side) => comparing.document(side, signal)));
      if (!isWhole(documents)) return;
      const [differences, ...shown] = await Promise.all([
        comparing.differences(scenario, documents, signal),
        ...[open, ...sides].map((side) => comparing.figures(side, wishes, month, signal, at)),
      ]);
      if (!differences || !isWhole(shown)) return;
      setAnswered({ of: scenario, month, sides, documents, differences, shown, views: wishes });
      setTrouble(undefined);
    };
    const fail = (reason: Error) => !signal.aborted && setTrouble(reason.message);
    const timer = setTimeout(() => void ask().catch(fail), isFirst.current ? 0 : REST);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [scenario, month, sides, wishes, isStopped]);
  return { answered, isFormer: answered?.of !== scenario || answered?.month !== month, isPart: answered?.views !== wishes, trouble };
}

function isWhole<Got>(list: readonly (Got | undefined)[]): list is readonly Got[] {
  return list.every((one) => one !== undefined);
}
