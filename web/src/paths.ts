// Paths of inputs: scope.instance.input; scope.input for the operator, of whom there is one; and
// scenario.start and scenario.months for the scenario itself. A thing's title has a path as an input has; and how likely each value
// of an input is has the input's path behind the word study.
import { catalog } from "./catalog";

/** What paths of a scenario's study begin with. */
export const STUDY = "study";

/** What a study says beside how likely the values of inputs are. */
export const STUDY_PATHS = { correlations: `${STUDY}.correlations`, measure: `${STUDY}.measure`, paths: `${STUDY}.paths` } as const;

/** Scopes that have one instance, which paths do not name; the scenario itself and its study count as one. */
const SINGLE: ReadonlySet<string> = new Set([
  STUDY,
  ...catalog.scopes.filter(({ single }) => single).map(({ name }) => name),
  ...catalog.horizon.map(({ scope }) => scope),
]);

export interface PathParts {
  scope: string;
  /** The scope's own name where it has one instance. */
  instance: string;
  /** Undefined for the path of an instance. */
  input: string | undefined;
}

export function parsePath(path: string): PathParts {
  const [scope = "", second = "", third] = path.split(".");
  return SINGLE.has(scope) ? { scope, instance: scope, input: second || undefined } : { scope, instance: second, input: third };
}

export function instancePath(scope: string, instance: string): string {
  return SINGLE.has(scope) ? scope : `${scope}.${instance}`;
}

export function inputPath(scope: string, instance: string, input: string): string {
  return `${instancePath(scope, instance)}.${input}`;
}

const TITLE = "title";

/** The path of a thing's title. */
export function titlePath(thing: string): string {
  return `${thing}.${TITLE}`;
}

export function isTitle(path: string): boolean {
  return parsePath(path).input === TITLE;
}

/** The path of the instance that an input belongs to. */
export function instanceOf(path: string): string {
  const { scope, instance } = parsePath(path);
  return instancePath(scope, instance);
}

/** The scenario's own inputs stand in the same place. */
const ORDER = `${catalog.horizon[0]!.scope}.order.`;

/** The path of the order in which the things of a kind stand. */
export function orderPath(scope: string): string {
  return ORDER + scope;
}

/** The kind of things whose order a path is. */
export function orderedScope(path: string): string | undefined {
  return path.startsWith(ORDER) ? path.slice(ORDER.length) : undefined;
}

/** The path of how likely each value of an input is. */
export function rangePath(input: string): string {
  return `${STUDY}.${input}`;
}

/** The input whose values a path says the likelihood of. */
export function rangedInput(path: string): string | undefined {
  const isOwn = Object.values<string>(STUDY_PATHS).includes(path);
  return path.startsWith(`${STUDY}.`) && !isOwn ? path.slice(STUDY.length + 1) : undefined;
}
