// What an embed shows, by the names in its address.
import type { ViewHead } from "../engine/messages";
import { LEADING, PINNED } from "../views/places";
import { FLOOR, FULL, STORY } from "./parameters";

/** All that the page shows without being asked, in its order. */
const FULLY: readonly string[] = [...LEADING, FLOOR, ...PINNED.keys()];

export interface Wanted {
  /** What is shown, in order. */
  shown: readonly string[];
  /** What was asked for by its name and is not there. */
  missing: readonly string[];
}

/** Sorts what was asked for by what the scenario has; whether it has a story its views do not tell. */
export function wantedOf(names: readonly string[], available: readonly ViewHead[], hasStory = false): Wanted {
  const has = (name: string) => name === FLOOR || (name === STORY && hasStory) || available.some((view) => view.name === name);
  const missing = names.filter((name) => name !== FULL && !has(name));
  const shown = names.flatMap((name) => (name === FULL ? FULLY : [name])).filter(has);
  return { shown: [...new Set(shown)], missing };
}

/** That there is no such view, and which there are. */
export function missingWords(missing: readonly string[], available: readonly ViewHead[], hasStory = false): string {
  const names = missing.map((name) => `“${name.slice(0, 60)}”`).join(", ");
  const allowed = [...available.map(({ name }) => name), FLOOR, FULL, ...(hasStory ? [STORY] : [])].join(", ");
  return `This scenario has no view ${names}. Allowed are ${allowed}.`;
}
