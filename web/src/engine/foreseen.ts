// What the engine answers to the first view of a shipped scenario, written by the engine itself when the page was built
// (foreseen.mjs), so that the first figures need not wait until it has started.
import { foreseenPart } from "../assets";
import type { Came, Origin } from "./engine";
import type { Change, Looking, OpenAnswer, Piece, RunAnswer, ViewWish } from "./messages";

export interface Foreseen {
  /** The engine that answered, as the page names it: another one's answers are nobody's. */
  engine: string;
  /** The links that open it without any change, and what each has looked at. */
  links: { [fragment: string]: Looking };
  /** What was asked for. */
  views: ViewWish[];
  open: OpenAnswer;
  run: RunAnswer;
  /** Null where there is no value. */
  numbers: (number | null)[];
  /** What else is said of a view, which is found by solving. */
  needs?: { view: string; sentences: Piece[][] };
}

/** Finds what was foreseen; undefined at once where nothing was, and later where it does not come. */
export type Foresee = (origin: Origin) => Promise<Foreseen | undefined> | undefined;

export const foresee: Foresee = (origin) => {
  const part = "document" in origin ? undefined : foreseenPart("name" in origin ? origin.name : checkOf(origin.link));
  return part
    ?.load()
    .then((text) => checked(JSON.parse(text) as Foreseen, part.engine, origin))
    .catch(() => undefined); // The engine is on its way too.
};

/** What a link ends with, by which those are found that open a shipped scenario. */
export function checkOf(link: string): string {
  return link.slice(link.lastIndexOf("."));
}

function checked(foreseen: Foreseen, engine: string, origin: Origin): Foreseen | undefined {
  const isOf = "link" in origin ? origin.link in foreseen.links : "name" in origin && foreseen.open.base?.name === origin.name;
  return foreseen.engine === engine && isOf ? foreseen : undefined;
}

/** What was opened, as the engine says it. */
export function openedAs(foreseen: Foreseen, origin: Origin): Came<"open"> {
  const view = "link" in origin ? foreseen.links[origin.link]! : foreseen.open.view!;
  return { body: { ...foreseen.open, view }, numbers: undefined };
}

/**
 * The run, where no more is asked for than was foreseen; the plan of the floor, which the scene has to be loaded for, comes with the
 * engine's own.
 */
export function ranAs(
  { views, run, numbers }: Foreseen,
  changes: Change[],
  wishes: { views: ViewWish[]; month: number | undefined },
): Came<"run"> | undefined {
  const isAsked = (name: string) => wishes.views.some((wish) => wish.name === name);
  const isThere = wishes.views.every(({ name, by }) => views.some((view) => view.name === name && view.by === by));
  if (!isThere || changes.length > 0 || (wishes.month ?? run.month) !== run.month) return undefined;
  const parts = partsOf(run, numbers).filter(({ view }) => isAsked(view.name));
  const asked = parts.flatMap(({ values }) => values);
  return {
    body: { ...run, views: parts.map(({ view }) => view) },
    numbers: Float64Array.from(asked, (number) => number ?? Number.NaN),
  };
}

/** Each view with the numbers of its lines; a heading has none. */
function partsOf({ views = [], heads }: RunAnswer, numbers: Foreseen["numbers"]) {
  let at = 0;
  return views.map((view) => {
    const lines = (view.lines ?? []).filter(({ heading }) => !heading);
    const from = at;
    at += lines.length * heads!.periods[view.by].length;
    return { view, values: numbers.slice(from, at) };
  });
}
