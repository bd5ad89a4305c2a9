// The shares of a whole as a bar.
import type { Split, Whole } from "../engine/messages";
import { displayOf, formatColumn, unitWords, withUnit } from "../format";
import { roleColour } from "../palette";

export interface SplitTexts {
  /** By part, of each whole. */
  parts: readonly (readonly string[])[];
  wholes: readonly string[];
  /** What a whole is of, where it is of something. */
  of: readonly (string | undefined)[];
}

/** The amounts as they stand below each other. */
export function splitTexts({ wholes, parts }: Split): SplitTexts {
  const columns = wholes.map(({ value, of }, whole) => {
    const values = [...parts.map((part) => part.values[whole]?.number), value.number, ...(of ? [of.number] : [])];
    return formatColumn(values, value.unit, displayOf(value));
  });
  return {
    parts: parts.map((_, part) => columns.map((column) => column[part]!)),
    wholes: columns.map((column) => column[parts.length]!),
    of: columns.map((column) => column[parts.length + 1]),
  };
}

/** The title of a whole with its unit, where that says more. */
export function wholeHead({ title, value: { unit, percent } }: Whole): string {
  return withUnit(title, unitWords(unit, displayOf({ percent })));
}

/** The parts that have a share, each by its place among all; nothing of a whole that has no shares. */
export function barOf({ parts }: Split, whole: number, dark: boolean): { part: number; colour: string; share: number }[] {
  return parts
    .map(({ role, place, shares }, part) => ({ part, colour: roleColour(role, place, dark), share: shares[whole]?.number ?? 0 }))
    .filter(({ share }) => share > 0);
}
