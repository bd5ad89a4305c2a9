// What an embed's address asks for: ?view=answer&theme=dark&origin=https://wiki.example#s=…, or where a place keeps only fragments
// (a file from a disk, some wikis' attachments), #view=answer&s=…
import type { Theme } from "../page/theme";
import { isOrigin } from "./protocol";

export interface Parameters {
  /** What is shown, in order. Which views there are the scenario knows. */
  views: readonly string[];
  /** Of the page around it, which may send messages and is told what is shown. */
  origin: string | undefined;
  theme: Theme | undefined;
  /** Whether the month can be moved, where what is shown depends on it. */
  hasMonth: boolean;
  /** What could not be followed, in words. */
  wrong: readonly string[];
}

/** The floor plan with its time line, which is no view of the model. */
export const FLOOR = "floor";
/** The scenario's story, step by step, with what each looks at. */
export const STORY = "story";
/** The answer, the figures, the floor plan and all views that the page shows without being asked. */
export const FULL = "full";

/** What makes an address one of an embed; whatever else stands in it is its server's. */
export const NAMES = ["view", "theme", "origin", "controls"] as const;

const SHOWN_FIRST = "answer";
const MOST_VIEWS = 20;

/** @param first what is shown where no view is named */
export function parametersOf({ search, hash }: { search: string; hash: string }, first = SHOWN_FIRST): Parameters {
  const query = new URLSearchParams(search);
  const fragment = new URLSearchParams(hash.slice(1));
  const value = (name: (typeof NAMES)[number]) => query.get(name) ?? fragment.get(name) ?? undefined;
  const wrong: string[] = [];
  const views = [...new Set((value("view") || first).split(",").map((name) => name.trim()))].filter(Boolean);
  if (views.length > MOST_VIEWS) wrong.push(`view= names ${views.length} views; ${MOST_VIEWS} are allowed.`);
  const theme = value("theme");
  const isTheme = theme === "light" || theme === "dark";
  if (theme !== undefined && !isTheme) wrong.push(`theme=${theme.slice(0, 40)} is none; allowed are light and dark.`);
  const controls = value("controls");
  const isControls = controls === undefined || controls === "month" || controls === "none";
  if (!isControls) wrong.push(`controls=${controls.slice(0, 40)} is none; allowed are month and none.`);
  const origin = value("origin");
  const isGood = origin !== undefined && isOrigin(origin);
  if (origin !== undefined && !isGood)
    wrong.push(
      `origin=${origin.slice(0, 80)} is no origin: allowed is scheme and host, and a port where it is not the usual one, as in https://wiki.example, or null.`,
    );
  return {
    views: views.slice(0, MOST_VIEWS),
    origin: isGood ? origin : undefined,
    theme: isTheme ? theme : undefined,
    hasMonth: controls !== "none",
    wrong,
  };
}
