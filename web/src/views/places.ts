// The views that the page always has open, and shows where a reader looks first.
import type { Step } from "../engine/messages";

/** At the top. */
export const LEADING = ["answer", "headline"] as const;
/** Of these, the view whose figures stand for the scenario. */
export const FIGURES = "headline";
/** Beside the floor plan. */
export const BESIDE = ["capacity", "sources"] as const;
/** Below it, side by side. */
export const BELOW = ["break-even", "lease-values"] as const;
/** Below those, as wide as the page. */
export const WIDE = ["own-rows", "money", "power"] as const;

export const PINNED: ReadonlyMap<string, Step> = new Map([...LEADING, ...BESIDE, ...BELOW, ...WIDE].map((name) => [name, "month"]));
