// What each change does to the leading figures: the scenario with all changes against the same without that one.
import type { Cell, VariantCells } from "../engine/messages";
import { problemsText } from "../problems";
import { usePicked } from "./context";
import { cellOf, moreText, useVariants } from "./variants";

/** The effect of the change at a path. */
export interface Effect {
  text: string;
  isFormer: boolean;
}

export function useEffects(): (path: string) => Effect | undefined {
  const changes = usePicked((state) => state.history?.present.changes);
  const variants = Array.from(changes?.keys() ?? [], (path) => ({ without: path }));
  const tried = useVariants(variants);
  return (path) => {
    if (tried === undefined || typeof tried === "string") return undefined;
    const at = tried.asked.findIndex(({ without }) => without === path);
    const variant = tried.got.variants[at];
    return variant && { text: effectText(tried.got.now, variant), isFormer: tried.isFormer };
  };
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
