// What the report says of assumptions: those changed, with what they were, and those that the scenario's author gave, with their sources.
import { catalog, inputsOf } from "../../catalog";
import type { Instance, Source } from "../../engine/messages";
import { parsePath, rangedInput, STUDY } from "../../paths";
import { equal } from "../../state/history";
import { inputLayers } from "../../state/inputvalues";
import type { State } from "../../state/state";
import { uncertainIn } from "../../state/uncertainty";
import { baseInput, bothWords, declarationOf, declaredSources, isShown, listedThings, pathOf, pathTitle, valueWords } from "../inputs";
import { leversOf } from "../Levers";

/** How many of many are named. */
const SOME = 6;

export interface ChangedAssumption {
  path: string;
  title: string;
  /** Nothing of what the base has not. */
  before: string;
  now: string;
  /** Of the value before. */
  sources: readonly Source[];
  /** Of the value now: a source may state it too. */
  stated: readonly Source[];
}

export function changedAssumptions(state: State, changes: ReadonlyMap<string, unknown>): ChangedAssumption[] {
  const things = [...listedThings(state), ...(state.baseline?.document.instances ?? [])];
  return Array.from(changes, ([path, value]) => changedAssumption(state, things, path, value));
}

function changedAssumption(state: State, things: readonly Instance[], path: string, value: unknown): ChangedAssumption {
  const title = pathTitle(path, things);
  const declaration = declarationOf(path);
  const base = baseInput(state, path);
  if (parsePath(path).scope === STUDY) return { path, title, before: "", now: rangeWords(state, path, value), sources: [], stated: [] };
  if (!declaration) {
    const now = typeof value === "string" ? value || parsePath(path).instance : value === null ? "removed" : "added";
    return { path, title, before: typeof value === "string" ? String(base?.value ?? "") : "", now, sources: [], stated: [] };
  }
  const known = declaredSources(declaration, base);
  const [before, now] = bothWords(base?.value, value, declaration);
  const states = (one: Source, what: unknown) => one.value !== undefined && equal(one.value, what);
  return {
    path,
    title,
    before: base ? before : "",
    now,
    sources: known.filter((source) => source.value === undefined || states(source, base?.value)),
    stated: known.filter((source) => states(source, value)),
  };
}

function rangeWords(state: State, path: string, value: unknown): string {
  const ranged = rangedInput(path);
  if (value === null) return "certain";
  return (ranged && uncertainIn(state.result?.document.study, ranged)?.told) || (Array.isArray(value) ? String(value.length) : "uncertain");
}

export interface GivenAssumption {
  path: string;
  title: string;
  value: string;
  sources: readonly Source[];
  isAssumed: boolean;
}

/** How many inputs that have an effect the scenario does not give, and some of them: those first whose default is a figure of some company. */
export function defaultAssumptions(state: State): { count: number; some: readonly { title: string; value: string }[] } {
  const document = state.result?.document;
  if (!document) return { count: 0, some: [] };
  const layers = inputLayers(state);
  const all = document.instances.flatMap((thing) =>
    inputsOf(thing.scope).flatMap((declaration) => {
      const path = pathOf(declaration, thing.name);
      const input = document.values[path];
      if (!input || input.given || !isShown(layers, declaration, thing.name)) return [];
      return [{ title: pathTitle(path, document.instances), value: valueWords(input.value, declaration), isAssumed: input.assumption }];
    }),
  );
  return { count: all.length, some: all.sort((a, b) => Number(a.isAssumed) - Number(b.isAssumed)).slice(0, SOME) };
}

/** What the scenario gives and has an effect, which is unchanged: its levers, and then that of the things that one asks about first. */
export function givenAssumptions(state: State, changes: ReadonlyMap<string, unknown>): GivenAssumption[] {
  const document = state.result?.document;
  if (!document) return [];
  const layers = inputLayers(state);
  const foremost = new Set(catalog.scopes.filter((scope) => scope.foremost).map(({ name }) => name));
  const things = [...document.instances].sort((a, b) => Number(foremost.has(b.scope)) - Number(foremost.has(a.scope)));
  const given = things.flatMap((thing) =>
    inputsOf(thing.scope).flatMap((declaration) => {
      const path = pathOf(declaration, thing.name);
      const input = document.values[path];
      if (!input?.given || changes.has(path) || !isShown(layers, declaration, thing.name)) return [];
      const sources = declaredSources(declaration, input).filter(({ value }) => value === undefined || equal(value, input.value));
      return [{ path, title: pathTitle(path, things), value: valueWords(input.value, declaration), sources, isAssumed: input.assumption }];
    }),
  );
  const levers = leversOf(state, things);
  const rank = ({ path }: GivenAssumption) => (levers.includes(path) ? levers.indexOf(path) : levers.length);
  return given.sort((a, b) => rank(a) - rank(b));
}
