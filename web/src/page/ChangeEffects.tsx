// What each change does to the leading figures: the scenario with all changes against the same without that one.
import type { Cell, VariantCells } from "../engine/messages";
import { problemsText } from "../problems";
import { usePicked } from "./context";
import { cellOf, moreText, type Trial, useVariants } from "./variants";

/** The effect of the change at a path. */
export interface Effect {
  text: string;
  isFormer: boolean;
}

export interface Effects {
  of(path: string): Effect | undefined;
  isFormer: boolean;
  /** Why there are none. */
  trouble?: string;
  asking: Trial["asking"];
}

export function useEffects(): Effects {
  const changes = usePicked((state) => state.history?.present.changes);
  const variants = Array.from(changes?.keys() ?? [], (path) => ({ without: path }));
  const { tried, asking } = useVariants(variants);
  if (tried === undefined) return { of: () => undefined, isFormer: false, asking };
  if (typeof tried === "string") return { of: () => undefined, isFormer: false, trouble: tried, asking };
  const { asked, got, isFormer } = tried;
  const of = (path: string) => {
    const variant = got.variants[asked.findIndex(({ without }) => without === path)];
    return variant && { text: effectText(got.now, variant), isFormer };
  };
  return { of, isFormer, asking };
}

/** "Operating income +$320M; Operating break-even Jul 2026, not reached without it" */
function effectText(now: readonly Cell[], { cells = [], problems = [] }: VariantCells): string {
  if (problems.length > 0) return `Without it there are no figures: ${problemsText(problems)}`;
  const parts = now.flatMap((cell) => {
    const other = cellOf(cells, cell);
    const text = other && moreText(cell, other, "without it");
    return text ? [`${cell.title} ${text}`] : [];
  });
  return parts.length > 0 ? parts.join("; ") : "moves none of the leading figures";
}
