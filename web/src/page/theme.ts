// Light and dark, and how strong the contrast: what the system asks for, until the reader chooses. On paper everything is light, and
// where the system forces its colours (high contrast) it alone decides.
import { Store, useSelected } from "../state/store";
import { store, stored } from "../stored";

export type Theme = "light" | "dark";

/** What a reader may choose. */
export const CHOICES = [
  { name: "", title: "as the system" },
  { name: "light", title: "light" },
  { name: "dark", title: "dark" },
  { name: "light more", title: "light, high contrast" },
  { name: "dark more", title: "dark, high contrast" },
] as const;

export type Choice = (typeof CHOICES)[number]["name"];

interface State {
  theme: Theme;
  /** Whether what is quiet elsewhere is as strong as the rest. */
  strong: boolean;
  choice: Choice;
  /** Whether the page is being printed. */
  onPaper: boolean;
  /** Whether the system's colours stand instead of the page's. */
  forced: boolean;
}

const KEPT = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
const paper = matchMedia("print");
const forcedColours = matchMedia("(forced-colors: active)");

function current(onPaper: boolean, choice: Choice): State {
  const forced = forcedColours.matches;
  const [chosen, more] = choice.split(" ");
  const wished = system.matches ? "dark" : "light";
  return {
    theme: onPaper ? "light" : (!forced && (chosen as Theme)) || wished,
    strong: !onPaper && !forced && (chosen ? more !== undefined : contrast.matches),
    choice,
    onPaper,
    forced,
  };
}

const kept = CHOICES.find(({ name }) => name === stored(KEPT))?.name ?? "";

export const theme = new Store<State>(current(paper.matches, kept));

function apply(): void {
  const { theme: shade, strong } = theme.get();
  document.documentElement.dataset["theme"] = shade;
  document.documentElement.toggleAttribute("data-strong", strong);
}

const again = (onPaper: boolean) => theme.update(current(onPaper, theme.get().choice));

theme.watch(apply);
for (const query of [system, contrast, forcedColours]) query.addEventListener("change", () => again(theme.get().onPaper));
// Before a print there is an event and time to draw anew; where a page is only looked at as if printed, there is no event.
addEventListener("beforeprint", () => again(true));
addEventListener("afterprint", () => again(false));
paper.addEventListener("change", () => again(paper.matches));
apply();

export function choose(choice: Choice): void {
  store(KEPT, choice || undefined);
  theme.update(current(theme.get().onPaper, choice));
}

/** What is not the reader's choice but of whoever embeds the page. */
export function fixTheme(wanted: Theme): void {
  theme.update(current(paper.matches, wanted));
}

/** Whether colours are those on dark ground. */
export function useDark(): boolean {
  return useSelected(theme, (state) => state.theme) === "dark";
}

/** Another text whenever colours are others. */
export function useShade(): string {
  return useSelected(theme, ({ theme, strong, forced }) => `${theme} ${strong} ${forced}`);
}
