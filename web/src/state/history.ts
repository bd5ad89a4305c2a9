// The scenario that is open, and the older and newer ones that undo and redo go to. Plain data and
// pure functions: a state is never altered, so an older state is all that undo needs.
import type { Origin } from "../engine/engine";
import type { Base, Change } from "../engine/messages";
import { orderPath, parsePath, rangePath, titlePath } from "../paths";
import { thingIn } from "./things";

/** One state of the document: a base scenario and the departures from it, in the order they were made. */
export interface Scenario {
  origin: Origin;
  base: Base;
  changes: ReadonlyMap<string, unknown>;
}

export interface History {
  past: readonly Scenario[];
  present: Scenario;
  future: readonly Scenario[];
  /** The drag or typing that the last change belongs to: more of it makes no further step. */
  gesture: string | undefined;
}

/** Older states beyond this many are forgotten. */
const DEPTH = 200;

export function begin(present: Scenario): History {
  return { past: [], present, future: [], gesture: undefined };
}

/** A new present. Changes of one gesture, such as a drag, are undone together. */
export function advance(history: History, present: Scenario, gesture?: string): History {
  if (present === history.present) return history;
  const continued = gesture !== undefined && gesture === history.gesture;
  const past = continued ? history.past : [...history.past, history.present].slice(-DEPTH);
  return { past, present, future: [], gesture };
}

/** The gesture is over: the next change is a step of its own. */
export function endGesture(history: History): History {
  return history.gesture === undefined ? history : { ...history, gesture: undefined };
}

export function undo(history: History): History {
  const present = history.past.at(-1);
  if (!present) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], gesture: undefined };
}

export function redo(history: History): History {
  const [present, ...future] = history.future;
  if (!present) return history;
  return { past: [...history.past, history.present], present, future, gesture: undefined };
}

/** Back to a scenario of the same base that was present before, or was on the way of a gesture; redo leads from there to the present one. */
export function backTo({ past, present, future }: History, scenario: Scenario): History {
  const at = past.lastIndexOf(scenario);
  const left = at < 0 ? [present] : [...past.slice(at + 1), present];
  return { past: at < 0 ? past : past.slice(0, at), present: scenario, future: [...left, ...future], gesture: undefined };
}

/**
 * The scenario with `path` set to `value`. A value equal to the base's is no change; a changed or
 * removed thing drops what was changed inside it and in what belongs to it.
 */
export function withChange(scenario: Scenario, path: string, value: unknown, baseValue: unknown, belonging: readonly string[] = []): Scenario {
  if (equal(value, scenario.changes.get(path))) return scenario;
  if (baseValue !== undefined && equal(value, baseValue)) return withoutChange(scenario, path);
  const changes = new Map(scenario.changes);
  if (isThing(path)) drop(changes, path, belonging);
  changes.set(path, value);
  return { ...scenario, changes };
}

/** The scenario with this input or thing as the base has it. What was in an added thing goes with it. */
export function withoutChange(scenario: Scenario, path: string, belonging: readonly string[] = []): Scenario {
  if (!scenario.changes.has(path)) return scenario;
  const changes = new Map(scenario.changes);
  if (isThing(path)) {
    drop(changes, path, belonging);
    for (const gone of [path, ...belonging]) forget(changes, gone);
  }
  changes.delete(path);
  return { ...scenario, changes };
}

/** Takes a thing that is no more out of the order of its kind. */
function forget(changes: Map<string, unknown>, thing: string): void {
  const { scope, instance } = parsePath(thing);
  const order = changes.get(orderPath(scope));
  if (!Array.isArray(order) || !order.includes(instance)) return;
  changes.set(
    orderPath(scope),
    order.filter((name) => name !== instance),
  );
}

/** The scenario with the things of a kind in this order, by name; that of the base, with what is added behind, is no change. */
export function withOrder(scenario: Scenario, scope: string, names: readonly string[], usual: readonly string[]): Scenario {
  const path = orderPath(scope);
  const without = withoutChange(scenario, path);
  if (equal(names, usual)) return without;
  // Behind what adds the things that it names.
  return { ...without, changes: new Map(without.changes).set(path, names) };
}

/** The scenario with a thing under another title: an added one is added with it, and of one of the base it is a change. */
export function withTitle(scenario: Scenario, path: string, title: string, baseTitle: unknown): Scenario {
  const thing = thingIn(scenario.changes, path);
  if (!thing) return withChange(scenario, titlePath(path), title, baseTitle);
  const changes = new Map(scenario.changes).set(path, { ...thing, title });
  const wasChanged = changes.delete(titlePath(path)); // such as by a link
  return wasChanged || thing["title"] !== title ? { ...scenario, changes } : scenario;
}

export function withoutChanges(scenario: Scenario): Scenario {
  return scenario.changes.size === 0 ? scenario : { ...scenario, changes: new Map() };
}

export function changeList(changes: ReadonlyMap<string, unknown>): Change[] {
  return Array.from(changes, ([path, value]) => ({ path, value }));
}

function isThing(path: string): boolean {
  return parsePath(path).input === undefined;
}

/** Takes out the changes inside a thing and to how sure that and the thing itself are, and those to what belongs to it. */
function drop(changes: Map<string, unknown>, path: string, belonging: readonly string[]): void {
  for (const other of belonging) changes.delete(other);
  for (const other of [...changes.keys()]) {
    const isIn = (thing: string) => other.startsWith(`${thing}.`) || `${other}.`.startsWith(`${rangePath(thing)}.`);
    if ([path, ...belonging].some(isIn)) changes.delete(other);
  }
}

/** Whether two input values are the same; both are plain JSON. */
export function equal(left: unknown, right: unknown): boolean {
  return Object.is(left, right) || (typeof left === "object" && JSON.stringify(left) === JSON.stringify(right));
}
