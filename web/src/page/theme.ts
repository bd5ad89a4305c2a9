// Light and dark: what the system asks for, until the reader chooses. On paper everything is light, and where the system
// forces its colours (high contrast) it alone decides.
import { Store, useSelected } from "../state/store";

export type Theme = "light" | "dark";

interface State {
  theme: Theme;
  /** Whether the page is being printed. */
  onPaper: boolean;
  /** Whether the system's colours stand instead of the page's. */
  forced: boolean;
}

const KEY = "rackonomics.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
const forcedColours = matchMedia("(forced-colors: active)");

/** What is not the reader's choice but of whoever embeds the page. */
let fixed: Theme | undefined;

function chosen(): Theme | undefined {
  if (fixed) return fixed;
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : undefined;
  } catch {
    // A sandboxed frame has no storage: then the system's wish holds.
    return undefined;
  }
}

function current(onPaper: boolean): State {
  const forced = forcedColours.matches;
  const wished = system.matches ? "dark" : "light";
  return { theme: onPaper ? "light" : forced ? wished : (chosen() ?? wished), onPaper, forced };
}

export const theme = new Store<State>(current(paper.matches));

function apply(): void {
  document.documentElement.dataset["theme"] = theme.get().theme;
}

theme.watch(apply);
for (const query of [system, forcedColours]) query.addEventListener("change", () => theme.update(current(theme.get().onPaper)));
// Before a print there is an event and time to draw anew; where a page is only looked at as if printed, there is no event.
addEventListener("beforeprint", () => theme.update(current(true)));
addEventListener("afterprint", () => theme.update(current(false)));
paper.addEventListener("change", () => theme.update(current(paper.matches)));
apply();

export function fixTheme(wanted: Theme): void {
  fixed = wanted;
  theme.update(current(paper.matches));
}

export function toggleTheme(): void {
  const next = theme.get().theme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // See above: the choice then lasts as long as the page.
  }
  theme.update({ theme: next });
}

/** Whether colours are those on dark ground. */
export function useDark(): boolean {
  return useSelected(theme, (state) => state.theme) === "dark";
}
