// Light and dark: what the system asks for, until the reader chooses.
import { Store } from "../state/store";

export type Theme = "light" | "dark";

const KEY = "rackonomics.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function chosen(): Theme | undefined {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : undefined;
  } catch {
    // A sandboxed frame has no storage: then the system's wish holds.
    return undefined;
  }
}

function current(): Theme {
  return chosen() ?? (system.matches ? "dark" : "light");
}

export const theme = new Store<{ theme: Theme }>({ theme: current() });

function apply(): void {
  document.documentElement.dataset["theme"] = theme.get().theme;
}

theme.watch(apply);
system.addEventListener("change", () => theme.update({ theme: current() }));
apply();

export function toggleTheme(): void {
  const next = theme.get().theme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // See above: the choice then lasts as long as the page.
  }
  theme.update({ theme: next });
}
