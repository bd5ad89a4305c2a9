// The inputs that matter in the scenario, first and large.
import "../styles/levers.css";
import { inputOf } from "../catalog";
import type { Instance } from "../engine/messages";
import { instancePath, parsePath } from "../paths";
import { scopeOf } from "../scopes";
import { inputLayers } from "../state/inputvalues";
import type { State } from "../state/state";
import { calledAmong } from "../state/things";
import { Assumption } from "./InputRow";
import { isShown } from "./inputs";

/** The paths of those that are there and have an effect. */
export function leversOf(state: State, things: readonly Instance[]): string[] {
  const layers = inputLayers(state);
  const { changes } = layers;
  return (state.baseline?.document.levers ?? []).filter((path) => {
    const { scope, instance, input } = parsePath(path);
    const declaration = inputOf(`${scope}.${input}`);
    const isThere = things.some((thing) => thing.scope === scope && thing.name === instance) && changes.get(instancePath(scope, instance)) !== null;
    return declaration !== undefined && isThere && isShown(layers, declaration, instance);
  });
}

interface Props {
  paths: readonly string[];
  state: State;
  things: readonly Instance[];
  query: string;
}

export function Levers({ paths, state, things, query }: Props) {
  if (paths.length === 0) return null;
  return (
    <section class="levers" aria-labelledby="levers-title">
      <h3 id="levers-title" class="plain">
        What matters most here
      </h3>
      {paths.map((path) => {
        const { scope, instance, input } = parsePath(path);
        const thing = things.find((other) => other.scope === scope && other.name === instance)!;
        return (
          <Assumption
            key={path}
            declaration={inputOf(`${scope}.${input}`)!}
            path={path}
            state={state}
            query={query}
            lever={scopeOf(scope)?.single ? "" : calledAmong(thing, things)}
          />
        );
      })}
    </section>
  );
}
