// The shares of a whole as a bar.
import type { Split, Whole } from "../engine/messages";
import { displayOf, unitWords } from "../format";
import { roleColour } from "../palette";

/** The title of a whole with its unit, where that says more. */
export function wholeHead({ title, value: { unit, percent } }: Whole): string {
  const words = unitWords(unit, displayOf({ percent }));
  return words && words.toLowerCase() !== title.toLowerCase() ? `${title}, ${words}` : title;
}

/** The parts that have a share, each by its place among all; nothing of a whole that has no shares. */
export function barOf({ parts }: Split, whole: number, dark: boolean): { part: number; colour: string; share: number }[] {
  return parts
    .map(({ role, place, shares }, part) => ({ part, colour: roleColour(role, place, dark), share: shares[whole]?.number ?? 0 }))
    .filter(({ share }) => share > 0);
}
