// What the figures would be if the scenario were otherwise in one thing: asked of the engines of studies once the figures themselves
// are there, and no gesture is under way.
import { useEffect, useState } from "preact/hooks";
import type { Cell, Variant } from "../engine/messages";
import { problemsText } from "../problems";
import type { Scenario } from "../state/history";
import { standing } from "../state/state";
import { Takes, type Variants } from "../state/takes";
import { FIGURES } from "../views/places";
import { sameIn, stepText, valueText } from "../views/values";
import { usePicked, useSession } from "./context";

export interface Tried {
  asked: readonly Variant[];
  got: Variants;
  /** Whether it is of other inputs than the present ones. */
  isFormer: boolean;
}

/** Undefined until there is an answer; why there is none is told as a text. */
export function useVariants(variants: readonly Variant[]): Tried | string | undefined {
  const session = useSession();
  const present = usePicked((state) => state.history?.present);
  const isReady = usePicked((state) => standing(state) === "current" && state.history?.gesture === undefined);
  const [tried, setTried] = useState<{ of: Scenario; asked: readonly Variant[]; got: Variants | string }>();
  const month = usePicked((state) => state.shown?.month);
  const key = JSON.stringify(variants);
  useEffect(() => {
    if (!isReady || !present || month === undefined || variants.length === 0) return;
    const stop = new AbortController();
    new Takes(session.pool)
      .variants(present, { view: FIGURES, month, variants }, stop.signal)
      .then((got) => got && !stop.signal.aborted && setTried({ of: present, asked: variants, got: "now" in got ? got : problemsText(got.problems) }))
      .catch((reason: Error) => !stop.signal.aborted && setTried({ of: present, asked: variants, got: reason.message }));
    return () => stop.abort();
  }, [isReady, present, month, key]);
  if (!tried) return undefined;
  if (typeof tried.got === "string") return tried.got;
  return { asked: tried.asked, got: tried.got, isFormer: tried.of !== present || JSON.stringify(tried.asked) !== key };
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
