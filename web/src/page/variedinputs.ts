// The inputs by which a goal can be sought.
import { inputsOf } from "../catalog";
import { instancePath } from "../paths";
import { inputLayers } from "../state/inputvalues";
import type { State } from "../state/state";
import { isShown, listedThings, pathOf, pathTitle } from "./inputs";
import type { Choice } from "./Search";

/** Every input of the scenario that has an order and an effect. */
export function variedInputs(state: State): Choice[] {
  const layers = inputLayers(state);
  const things = state.result?.document.instances ?? [];
  return listedThings(state).flatMap((thing) =>
    inputsOf(thing.scope)
      .filter((declaration) => ["number", "month", "day"].includes(declaration.kind) && isShown(layers, declaration, thing.name))
      .map((declaration) => {
        const key = pathOf(declaration, thing.name);
        return {
          key,
          title: pathTitle(key, things),
          text: `${declaration.words ?? ""} ${declaration.group} ${instancePath(thing.scope, thing.name)}`,
        };
      }),
  );
}
