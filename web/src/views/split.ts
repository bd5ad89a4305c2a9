// The shares of a whole as a bar.
import type { Split } from "../engine/messages";
import { roleColour } from "../palette";

/** Nothing of a whole that has no shares. */
export function barOf({ parts }: Split, whole: number, dark: boolean): { colour: string; share: number }[] {
  return parts
    .map(({ role, place, shares }) => ({ colour: roleColour(role, place, dark), share: shares[whole]?.number ?? 0 }))
    .filter(({ share }) => share > 0);
}
