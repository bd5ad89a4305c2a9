// Paths of inputs: scope.instance.input; scope.input for the operator, of whom there is one; and
// scenario.start and scenario.months for the scenario itself. A thing's title has a path as an input has.
import { catalog } from "./catalog";

/** Scopes that have one instance, which paths do not name; the scenario itself counts as one. */
const SINGLE: ReadonlySet<string> = new Set([
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
