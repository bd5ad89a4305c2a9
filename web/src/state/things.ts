// Things that changes add to a scenario, rename and remove: sites, fleets, leases and the like.
import { type Beginning, inputsOf } from "../catalog";
import type { InputValue, Instance } from "../engine/messages";
import { addMonths } from "../format";
import { inputPath, instancePath, orderPath, parsePath, titlePath } from "../paths";
import { SCOPES, scopeOf } from "../scopes";

type Changes = ReadonlyMap<string, unknown>;

/** A thing as a change has it: title, parent and the inputs that are not at their defaults. */
export type Thing = { readonly [member: string]: unknown };

/** The thing that a change puts in this place, if one does. */
export function thingIn(changes: Changes, path: string): Thing | undefined {
  const value = changes.get(path);
  const isThing = parsePath(path).input === undefined && typeof value === "object" && value !== null;
  return isThing ? (value as Thing) : undefined;
}

/** A new thing that has an effect from the start of the scenario on, with what its kind begins with. */
export function newThing(scope: string, title: string, parent: string | undefined, span: Span): Thing {
  const { parent: within, begins = [] } = scopeOf(scope) ?? {};
  return { title, ...(within && { [within]: parent }), ...Object.fromEntries(begins.map((given) => [given.input, beginning(given, span)])) };
}

/** The months of the scenario. */
interface Span {
  start: string;
  months: number;
}

function beginning({ value, from, later = 0 }: Beginning, { start, months }: Span): unknown {
  return from ? addMonths(start, later + (from === "end" ? months - 1 : 0)) : value;
}

/**
 * What a thing is called among others: its title, or its name where it has none, and of several of a kind with one title its name too,
 * as in what the engine tells. Empty of the one of its kind that has no title.
 */
export function calledAmong({ scope, name, title }: Instance, instances: readonly Instance[]): string {
  if (scopeOf(scope)?.single) return title;
  const called = title || name;
  const isShared = instances.some((other) => other.scope === scope && other.name !== name && (other.title || other.name) === called);
  return isShared ? `${called} (${name})` : called;
}

/** "New lease", or "New lease 2" where there is one, since charts and tables tell things apart by their titles. */
export function freeTitle(title: string, instances: readonly Instance[]): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? title : `${title} ${count}`;
    if (!instances.some((instance) => instance.title === candidate)) return candidate;
  }
}

/** A name made of the title that none of these has: "New lease" → "new-lease", and then "new-lease-2". */
export function freeName(scope: string, title: string, taken: ReadonlySet<string>): string {
  const plain = title.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const name =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+/, "")
      .slice(0, 34)
      .replace(/-+$/, "") || scope;
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The title that changes give to a thing, if they do. */
function titleIn(changes: Changes, path: string): unknown {
  return changes.get(titlePath(path)) ?? thingIn(changes, path)?.["title"];
}

/** The document's things, under the titles that changes give, and behind them those that changes add and the document has not, or not yet. */
export function withAdded(instances: readonly Instance[], changes: Changes): Instance[] {
  const all = instances.map((instance) => {
    const title = titleIn(changes, instancePath(instance.scope, instance.name));
    return typeof title === "string" && title !== instance.title ? { ...instance, title } : instance;
  });
  for (const path of changes.keys()) {
    const thing = thingIn(changes, path);
    const { scope, instance: name } = parsePath(path);
    if (!thing || all.some((other) => other.scope === scope && other.name === name)) continue;
    const parent = scopeOf(scope)?.parent;
    all.push({ scope, name, title: String(titleIn(changes, path) ?? ""), parent: parent ? String(thing[parent] ?? "") : "" });
  }
  return all;
}

/** The paths of what belongs to a thing and goes with it. */
export function belongingTo(path: string, instances: readonly Instance[]): string[] {
  const { scope, instance: name } = parsePath(path);
  const children = SCOPES.filter(({ parent }) => parent === scope).map((child) => child.name);
  return instances.filter((other) => children.includes(other.scope) && other.parent === name).map((other) => instancePath(other.scope, other.name));
}

/** The names of a kind's things as they stand without a change of their order: as in the base, and behind them what was added. */
export function usualOrder(scope: string, base: readonly Instance[], changes: Changes): string[] {
  const stay = base.filter((thing) => thing.scope === scope && changes.get(instancePath(scope, thing.name)) !== null);
  const added = withAdded(stay, changes).filter((thing) => thing.scope === scope);
  return added.map(({ name }) => name);
}

/** And as they stand now: those that a change names in front. */
export function orderNow(scope: string, base: readonly Instance[], changes: Changes): string[] {
  const usual = usualOrder(scope, base, changes);
  const order = changes.get(orderPath(scope));
  const first = (Array.isArray(order) ? order : []).filter((name) => usual.includes(name));
  return [...first, ...usual.filter((name) => !first.includes(name))];
}

/** Those that then stand in another place. */
export function movedAmong(scope: string, base: readonly Instance[], changes: Changes): string[] {
  const usual = usualOrder(scope, base, changes);
  return orderNow(scope, base, changes).filter((name, at) => usual[at] !== name);
}

/** A thing with another's inputs, those that are not at their defaults, under a title of its own. How sure they are is not copied. */
export function duplicateOf({ scope, name, parent }: Instance, title: string, inputs: (path: string) => InputValue | undefined): Thing {
  const within = scopeOf(scope)?.parent;
  const given = inputsOf(scope).flatMap((input) => {
    const field = input.name.slice(scope.length + 1);
    const said = inputs(inputPath(scope, name, field));
    return said?.given ? [[field, said.value] as const] : [];
  });
  return { title, ...(within && { [within]: parent }), ...Object.fromEntries(given) };
}
