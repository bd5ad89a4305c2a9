// The inputs of the open scenario as the panel lists them: declaration, value, base value, whereabouts.
import { catalog, type InputDeclaration, inputOf, inputsOf } from "../catalog";
import type { InputValue, Instance, Source } from "../engine/messages";
import { formatMonth, formatPercent, formatQuantity, formatValue } from "../format";
import {
  inputPath,
  instanceOf,
  instancePath,
  isTitle,
  orderedScope,
  orderPath,
  parsePath,
  rangedInput,
  rangePath,
  STUDY_PATHS,
  titlePath,
} from "../paths";
import { isProfile, type Profile } from "../profile";
import { apart, exactText } from "../quantity";
import { type Scope, scopeOf, scopeTitle } from "../scopes";
import { equal } from "../state/history";
import { documentInput, type InputLayers, inputAt, valueNow } from "../state/inputvalues";
import type { Computed, State } from "../state/state";
import { calledAmong, movedAmong, thingIn, withAdded } from "../state/things";
import { uncertainNow } from "../state/uncertainty";

/** What the base has for the input, if the base is known and has it. */
export function baseInput(state: State, path: string): InputValue | undefined {
  return documentInput(state.baseline?.document, path);
}

/** Whether what this input depends on is so: an option ("kind=orbital", "remedy=cut|exit") is chosen, and can be chosen itself, or a number ("months>0") is more than nothing. */
export function isShown(layers: InputLayers, declaration: InputDeclaration, instance: string): boolean {
  if (!declaration.when) return true;
  const [sibling = "", options] = declaration.when.split(/=|>0/);
  const chosen = valueNow(layers, inputPath(declaration.scope, instance, sibling));
  const parent = inputOf(`${declaration.scope}.${sibling}`);
  const isMet = options ? options.split("|").includes(String(chosen)) : largest(chosen) > 0;
  return isMet && (!parent || isShown(layers, parent, instance));
}

/** The largest number that an input has at any time. */
function largest(value: unknown): number {
  return isProfile(value) ? Math.max(...value.steps.map((step) => step.value)) : Number(value);
}

/** The declaration of an input by its path. */
export function declarationOf(path: string): InputDeclaration | undefined {
  const { scope, input } = parsePath(path);
  return input ? inputOf(`${scope}.${input}`) : undefined;
}

/** An input's sources: the document's own, or else those of its default, which beside another value say that they are of it. */
export function declaredSources(declaration: InputDeclaration, input: InputValue | undefined): readonly Source[] {
  if (input?.sources?.length) return input.sources;
  const { sources = [], default: usual } = declaration;
  if (!input || equal(input.value, usual)) return sources;
  return sources.map((source) => ({ ...source, value: source.value ?? usual }));
}

/** The source of a value: the first that states it, or of a value that is no assumption the first that states no other. */
export function sourceOf(sources: readonly Source[], value: unknown, isStated: boolean): Source | undefined {
  return (
    sources.find((source) => source.value !== undefined && equal(source.value, value)) ??
    (isStated ? sources.find((source) => source.value === undefined) : undefined)
  );
}

/**
 * Whether at least two sources say different values of what this scenario is about: its own do; those of the default may be of
 * another company, unless one of them states the scenario's value.
 */
export function areAtOdds(declaration: InputDeclaration, input: InputValue | undefined): boolean {
  const sources = declaredSources(declaration, input);
  return (
    disagree(sources) &&
    (!input || Boolean(input.sources?.length) || sourceOf(sources, input.value, equal(input.value, declaration.default)) !== undefined)
  );
}

/** The plain numbers that sources state. */
export function statedNumbers(sources: readonly Source[]): number[] {
  return [...new Set(sources.map(({ value }) => value).filter((value) => typeof value === "number"))];
}

/** Whether at least two sources say different values; one that is given over time is none of these. */
export function disagree(sources: readonly Source[]): boolean {
  const stated = sources.map(({ value }) => value).filter((value) => value !== undefined && !isProfile(value));
  return new Set(stated.map((value) => JSON.stringify(value))).size > 1;
}

export function pathOf(declaration: InputDeclaration, instance: string): string {
  return inputPath(declaration.scope, instance, declaration.name.slice(declaration.scope.length + 1));
}

/** In place of a path: the panel of assumptions as a whole. */
export const ASSUMPTIONS = "assumptions";

const ADDING = "add ";

/** In place of a path: the button that adds a thing, which is pressed too. */
export function addingPath(scope: string): string {
  return ADDING + scope;
}

export function isAdding(path: string): boolean {
  return path.startsWith(ADDING);
}

export function domId(path: string): string {
  return `input-${path}`;
}

/** The scenario's things, those included that a change adds and the engine refuses, and those removed, so that both can be taken back. */
export function listedThings(state: State): Instance[] {
  const changes = state.history?.present.changes ?? new Map<string, unknown>();
  const there = withAdded(state.result?.document.instances ?? [], changes);
  const removed = (state.baseline?.document.instances ?? []).filter(
    (thing) =>
      changes.get(instancePath(thing.scope, thing.name)) === null && !there.some(({ scope, name }) => scope === thing.scope && name === thing.name),
  );
  return [...there, ...removed];
}

/** Of results, what is listed of them beside things and inputs, in words. */
const listed = new WeakMap<Computed, string>();

/**
 * What the panel lists of the newest result, for telling whether it lists the same. As long as the things are the base's, so are their
 * inputs where no change says otherwise, and only what is said of the whole may be other: at a tick of a slider nothing is.
 */
export function listedOf({ result, baseline, history }: State): Computed | string | undefined {
  const changes = history?.present.changes;
  const isOfBase = result && result.document.instances === baseline?.document.instances;
  if (!isOfBase || (changes && [...changes.keys()].some((path) => thingIn(changes, path)))) return result;
  const { start, months, study } = result.document;
  const words = listed.get(result) ?? JSON.stringify([start, months, study, result.obstacles]);
  listed.set(result, words);
  return words;
}

/** The things that one of this kind may belong to; undefined where it belongs to none that has to be named. */
export function listedParents(state: State, { parent }: Scope, things: readonly Instance[]): Instance[] | undefined {
  return parent ? present(state, parent, things) : undefined;
}

/** The things of a kind without those that are removed. */
export function present(state: State, kind: string, things: readonly Instance[]): Instance[] {
  const changes = state.history?.present.changes;
  return things.filter(({ scope, name }) => scope === kind && changes?.get(instancePath(scope, name)) !== null);
}

/** Why there can be no other of a kind. */
export function addObstacle(state: State, scope: Scope, things: readonly Instance[]): string | undefined {
  if (present(state, scope.name, things).length >= (scope.most ?? 1)) return `at most ${scope.most} ${scope.plural}`;
  return listedParents(state, scope, things)?.length === 0 ? `needs a ${scope.parent}` : undefined;
}

/** Whether all words of a query are in what names a thing, or an input of it; `note` says what that means. */
export function matches(declaration: InputDeclaration | undefined, instance: Instance, query: string, note = ""): boolean {
  const { title = "", words = "", group = "" } = declaration ?? {};
  const text = `${title} ${words} ${group} ${instance.title} ${scopeTitle(instance.scope)} ${note}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Whether a change says otherwise of an input, or how sure it is. */
export function isChanged(changes: InputLayers["changes"], path: string): boolean {
  return changes.has(path) || changes.has(rangePath(path));
}

/** Whether a change says anything of an input, be it with the whole thing that it adds. */
export function isGivenByChange(changes: InputLayers["changes"], path: string): boolean {
  return isChanged(changes, path) || thingIn(changes, instanceOf(path))?.[parsePath(path).input!] !== undefined;
}

/** What changes make of a thing as a whole, in words. */
export function wholeChanges({ history, baseline }: State, { scope, name }: Instance): string[] {
  const changes = history?.present.changes ?? new Map<string, unknown>();
  const path = instancePath(scope, name);
  const isMoved = changes.has(orderPath(scope)) && movedAmong(scope, baseline?.document.instances ?? [], changes).includes(name);
  return [
    changes.get(path) === null && "removed",
    thingIn(changes, path) && "added",
    changes.has(titlePath(path)) && "renamed",
    isMoved && "moved",
  ].filter((word) => typeof word === "string");
}

/** The changes that have no field among inputs and things that are listed, as those of correlations. */
export function elsewhere(changes: InputLayers["changes"], inputs: ReadonlySet<string>, things: readonly Instance[]): string[] {
  const isListed = (path: string) => things.some(({ scope, name }) => instancePath(scope, name) === instanceOf(path));
  const isOfThing = (path: string) => (parsePath(path).input === undefined || isTitle(path)) && isListed(path);
  return [...changes.keys()].filter((path) => !inputs.has(rangedInput(path) ?? path) && !isOfThing(path) && orderedScope(path) === undefined);
}

/** "$625M from May 2026, $1.25B from Jul 2026", or "in a straight line from $625M in May 2026 to $1.25B in Jul 2026". */
export function profileWords({ steps, between, escalator }: Profile, unit: string, display?: string): string {
  const isRamp = between === "linear" && steps.length > 1;
  const told = steps.map(({ value, from }) => `${formatQuantity(value, unit, display)} ${isRamp ? "in" : "from"} ${formatMonth(from)}`);
  const line = steps.length > 2 ? "straight lines" : "a straight line";
  const growth = escalator ? `, ${isRamp ? "then " : ""}${formatPercent(escalator)} a year` : "";
  return (isRamp ? `in ${line} from ${told.join(" to ")}` : told.join(", ")) + growth;
}

/** An input's value in words, profiles included. */
export function valueWords(value: unknown, declaration: InputDeclaration): string {
  if (isProfile(value)) return profileWords(value, declaration.unit, declaration.display);
  if (value === catalog.last_month) return declaration.endless ?? formatValue(value, "");
  const option = declaration.options?.find(({ name }) => name === value);
  return option ? option.title : formatValue(value, declaration.unit, declaration.display);
}

/** Two values of an input beside one another, in as many digits as tell them apart. */
export function bothWords(before: unknown, now: unknown, declaration: InputDeclaration): [before: string, now: string] {
  const { unit, display } = declaration;
  const words = apart(
    [before, now],
    (value) => valueWords(value, declaration),
    (value) => (typeof value === "number" ? { number: value, unit, percent: display === "percent" } : undefined),
  );
  return [words[0]!, words[1]!];
}

/** A value exactly, as its field has it. */
export function exactWords(value: unknown, declaration: InputDeclaration): string {
  if (typeof value !== "number") return valueWords(value, declaration);
  return exactText(value, declaration.display);
}

const STUDY_TITLES: { [part in keyof typeof STUDY_PATHS]: string } = {
  correlations: "Correlations",
  measure: "Measure that is asked about",
  paths: "Number of cases",
};

/** What a thing is called: its title, or what it is where it has none. */
export function thingTitle(scope: string, name: string, instances: readonly Instance[]): string {
  const found = instances.find((thing) => thing.scope === scope && thing.name === name);
  return (found && calledAmong(found, instances)) || scopeTitle(scope);
}

/** "Share of the site, Anthropic" for a path. */
export function pathTitle(path: string, instances: readonly Instance[]): string {
  const ranged = rangedInput(path);
  if (ranged !== undefined) return `How sure: ${pathTitle(ranged, instances)}`;
  const study = Object.entries(STUDY_TITLES).find(([name]) => STUDY_PATHS[name as keyof typeof STUDY_PATHS] === path);
  if (study) return study[1];
  const ordered = orderedScope(path);
  if (ordered !== undefined) return `Order of the ${scopeOf(ordered)?.plural ?? ordered}`;
  const { scope, instance: name, input } = parsePath(path);
  const own = catalog.horizon.find((declaration) => declaration.name === path);
  if (own) return own.title;
  const title = thingTitle(scope, name, instances);
  if (!input) return `${scopeTitle(scope)}: ${title}`;
  if (isTitle(path)) return `Title of the ${scopeOf(scope)?.noun}`;
  return `${declarationOf(path)?.title ?? input}, ${title}`;
}

/** The inputs that have an effect and of which sources are at odds, but for those that are uncertain already. */
export function disagreeing(state: State, layers: InputLayers): { path: string; title: string }[] {
  const things = listedThings(state);
  return things.flatMap((thing) =>
    inputsOf(thing.scope).flatMap((declaration) => {
      const path = pathOf(declaration, thing.name);
      const isMeant = isShown(layers, declaration, thing.name) && !uncertainNow(layers, path) && !isProfile(valueNow(layers, path));
      return isMeant && areAtOdds(declaration, inputAt(layers, path)) ? [{ path, title: pathTitle(path, things) }] : [];
    }),
  );
}
