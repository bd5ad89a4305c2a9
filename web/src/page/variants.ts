// What the figures would be if the scenario were otherwise in one thing: asked of the engines of studies once the figures themselves
// are there, and no gesture is under way.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Cell, Progress, Variant } from "../engine/messages";
import { problemsText } from "../problems";
import type { Scenario } from "../state/history";
import { standing } from "../state/state";
import { Takes, type Variants } from "../state/takes";
import { FIGURES } from "../views/places";
import { sameIn, stepText, valueText } from "../views/values";
import type { AskingProps } from "./Asking";
import { usePicked, useSession } from "./context";

export interface Tried {
  asked: readonly Variant[];
  got: Variants;
  /** Whether it is of other inputs than the present ones, or of another month. */
  isFormer: boolean;
}

export interface Trial {
  /** Undefined until there is an answer; why there is none is told as a text. */
  tried: Tried | string | undefined;
  /** What is said while it is computed, or where that was given up. */
  asking: Omit<AskingProps, "doing"> | undefined;
}

/** What is said of an answer to a question before, while there is none to this one. */
export const FORMER = "What is grey is of the inputs or the month before.";

export function useVariants(variants: readonly Variant[]): Trial {
  const session = useSession();
  const present = usePicked((state) => state.history?.present);
  const isReady = usePicked((state) => standing(state) === "current" && state.history?.gesture === undefined);
  const [tried, setTried] = useState<{ of: Scenario; month: number; asked: readonly Variant[]; got: Variants | string }>();
  const month = usePicked((state) => state.shown?.month);
  const [progress, setProgress] = useState<Progress>();
  const [isStopped, setStopped] = useState(false);
  const key = JSON.stringify(variants);
  const isToAsk = isReady && present !== undefined && month !== undefined && variants.length > 0;
  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    if (!isToAsk || isStopped) return;
    const stop = new AbortController();
    const told = (got: Variants | string) => !stop.signal.aborted && setTried({ of: present, month, asked: variants, got });
    new Takes(session.pool)
      .variants(present, { view: FIGURES, month, variants }, stop.signal, (now) => stop.signal.aborted || setProgress(now))
      .then((got) => got && told("now" in got ? got : problemsText(got.problems)))
      .catch((reason: Error) => told(reason.message));
    return () => stop.abort();
  }, [isToAsk, present, month, key, isStopped]);
  const isFormer = tried !== undefined && (tried.of !== present || tried.month !== month || JSON.stringify(tried.asked) !== key);
  const isAwaited = isToAsk && (!tried || isFormer);
  return {
    tried: tried && (typeof tried.got === "string" ? tried.got : { asked: tried.asked, got: tried.got, isFormer }),
    asking: isAwaited
      ? { progress, stop: { isStopped, stopped: isFormer ? `Cancelled. ${FORMER}` : "Cancelled.", again: "Compute it", onStop: setStopped } }
      : undefined,
  };
}

/** The cell of another answer that is of the same. */
export function cellOf(cells: readonly Cell[], { value }: Cell): Cell | undefined {
  const same = sameIn(
    cells.map((cell) => cell.value),
    value,
  );
  return cells.find((cell) => cell.value === same);
}

/** What one answer has more than another, where they differ: "+$320M", "Jul 2026, not reached without it". */
export function moreText({ value: now }: Cell, { value: other }: Cell, otherwise: string): string | undefined {
  if (now.number !== undefined && other.number !== undefined && !now.text && !other.text) return stepText(now, other);
  const text = valueText(now);
  return text === valueText(other) ? undefined : `${text}, ${otherwise} ${valueText(other)}`;
}
