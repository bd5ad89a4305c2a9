// What a person's deeds make of a scenario: other values, other things, another order. They look at what the page holds, and change
// nothing of it.
import type { Instance } from "../engine/messages";
import { instancePath, rangedInput, titlePath } from "../paths";
import { type Scenario, withChange, withOrder, withoutChange, withTitle } from "./history";
import { documentInput, inputAt, inputLayers, valueNow } from "./inputvalues";
import type { State } from "./state";
import { belongingTo, duplicateOf, freeName, orderNow, usualOrder, withAdded } from "./things";
import { uncertainNow, withBaseRange, withoutRange } from "./uncertainty";

/** What the base has for an input; undefined for an instance, or an input of an added one. */
export function baseValue({ baseline, history }: State, path: string): unknown {
  return baseline && baseline.origin === history?.present.origin ? documentInput(baseline.document, path)?.value : undefined;
}

/** The things of the scenario, those included that the engine has not answered for yet. */
export function thingsNow({ result, history }: State): Instance[] {
  return withAdded(result?.document.instances ?? [], history?.present.changes ?? new Map());
}

function thingsOfBase({ baseline }: State): readonly Instance[] {
  return baseline?.document.instances ?? [];
}

export function isOfBase(state: State, path: string): boolean {
  return thingsOfBase(state).some(({ scope, name }) => instancePath(scope, name) === path);
}

/** A name that is free in the base too, so that it replaces nothing. */
export function freeNameNow(state: State, scope: string, title: string): string {
  const all = [...thingsNow(state), ...thingsOfBase(state)];
  return freeName(scope, title, new Set(all.filter((thing) => thing.scope === scope).map(({ name }) => name)));
}

/** With these values. An input that has one is certain, unless the range is of a factor on it. */
export function withValues(state: State, scenario: Scenario, values: ReadonlyMap<string, unknown>): Scenario {
  const layers = inputLayers(state);
  const changed = (before: Scenario, [path, value]: readonly [string, unknown]) => {
    const range = uncertainNow(layers, path);
    const certain = range && !range.times ? withoutRange(before, path, layers.base) : before;
    return withChange(certain, path, value, baseValue(state, path));
  };
  return [...values].reduce(changed, scenario);
}

/** With an input as the base has it, and as sure; of the path of a range the range alone. */
export function withBaseValue(state: State, scenario: Scenario, path: string): Scenario {
  const ranged = rangedInput(path);
  const valued = ranged ? scenario : withoutChange(scenario, path, belongingTo(path, thingsNow(state)));
  return withBaseRange(valued, ranged ?? path, inputLayers(state).base);
}

/** With the inputs of a thing in another of this name, right behind it. */
export function withDuplicate(state: State, scenario: Scenario, thing: Instance, name: string, title: string): Scenario {
  const { scope } = thing;
  const layers = inputLayers(state);
  const inputs = (at: string) => {
    const said = inputAt(layers, at);
    return said && { ...said, given: said.given || layers.changes.has(at), value: valueNow(layers, at) };
  };
  const added = withChange(scenario, instancePath(scope, name), duplicateOf(thing, title, inputs), undefined);
  return placed(state, added, { scope, name }, (others) => others.indexOf(thing.name) + 1);
}

/** With a thing some places further on among its kind. */
export function withMoved(state: State, scenario: Scenario, thing: Instance, by: number): Scenario {
  return placed(state, scenario, thing, (_, was) => Math.max(0, was + by));
}

/** With a thing at a place among the others of its kind. */
function placed(
  state: State,
  scenario: Scenario,
  { scope, name }: Pick<Instance, "scope" | "name">,
  placeOf: (others: readonly string[], was: number) => number,
): Scenario {
  const base = thingsOfBase(state);
  const { changes } = scenario;
  const names = orderNow(scope, base, changes);
  const others = names.filter((other) => other !== name);
  others.splice(placeOf(others, names.indexOf(name)), 0, name);
  return withOrder(scenario, scope, others, usualOrder(scope, base, changes));
}

/** Without a thing and all that belongs to it. One that was added is then as if it had never been. */
export function withoutThing(state: State, scenario: Scenario, path: string): Scenario {
  const belonging = belongingTo(path, thingsNow(state));
  return isOfBase(state, path) ? withChange(scenario, path, null, undefined, belonging) : withoutChange(scenario, path, belonging);
}

export function withThingsTitle(state: State, scenario: Scenario, path: string, title: string): Scenario {
  return withTitle(scenario, path, title, baseValue(state, titlePath(path)));
}
