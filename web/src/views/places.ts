// The views that the page always has open, and shows where a reader looks first.
import type { Step, ViewKind } from "../engine/messages";

/** At the top. */
export const LEADING = ["answer", "headline"] as const;
/** Of these, the view whose figures stand for the scenario. */
export const FIGURES = "headline";
/** Beside the floor plan. */
export const BESIDE = ["capacity", "sources"] as const;
/** First in their sections. */
const WITHIN = ["money", "break-even", "own-rows", "power", "lease-values"] as const;

export const PINNED: ReadonlyMap<string, Step> = new Map([...LEADING, ...BESIDE, ...WITHIN].map((name) => [name, "month"]));

/** By which step a view is opened. */
export function openedBy(kind: ViewKind): Step {
  return kind === "statement" ? "year" : "month";
}

/** Where on the page a view is; a chart has a card for each of its units. */
export function placeOf(name: string): HTMLElement | null {
  const ids = [`view-${name}`, `chart-${name}`, `chart-${name}-1`];
  return ids.map((id) => document.getElementById(id)).find((place) => place !== null) ?? null;
}
