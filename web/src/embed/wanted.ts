// What an embed shows, by the names in its address.
import type { ViewHead } from "../engine/messages";
import { LEADING, PINNED } from "../views/places";
import { FLOOR, FULL } from "./parameters";

/** All that the page shows without being asked, in its order. */
const FULLY: readonly string[] = [...LEADING, FLOOR, ...PINNED.keys()];

export interface Wanted {
  /** What is shown, in order. */
  shown: readonly string[];
  /** What was asked for by its name and is not there. */
  missing: readonly string[];
}

/** Sorts what was asked for by what the scenario has. */
export function wantedOf(names: readonly string[], available: readonly ViewHead[]): Wanted {
  const has = (name: string) => name === FLOOR || available.some((view) => view.name === name);
  const missing = names.filter((name) => name !== FULL && !has(name));
  const shown = names.flatMap((name) => (name === FULL ? FULLY : [name])).filter(has);
  return { shown: [...new Set(shown)], missing };
}

/** That there is no such view, and which there are. */
export function missingWords(missing: readonly string[], available: readonly ViewHead[]): string {
  const names = missing.map((name) => `“${name.slice(0, 60)}”`).join(", ");
  const allowed = [...available.map(({ name }) => name), FLOOR, FULL].join(", ");
  return `This scenario has no view ${names}. Allowed are ${allowed}.`;
}
