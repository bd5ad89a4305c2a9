// On paper, where nothing can be asked for: every source that the scenario's figures rest on, each once.
import { inputsOf } from "../catalog";
import type { Source } from "../engine/messages";
import { instancePath } from "../paths";
import { inputLayers } from "../state/inputvalues";
import type { State } from "../state/state";
import { useSelected } from "../state/store";
import { useSession } from "./context";
import { declaredSources, isShown, pathOf } from "./inputs";
import { Sources } from "./Sources";
import { theme } from "./theme";

export function PrintedSources() {
  const session = useSession();
  const onPaper = useSelected(theme, (state) => state.onPaper);
  if (!onPaper || !session.store.get().result) return null;
  const sources = sourcesInUse(session.store.get());
  return (
    <section class="printed-sources" aria-label="Sources">
      <h2>Sources</h2>
      <Sources sources={sources} />
    </section>
  );
}

/** Of all inputs that have an effect, without those that only state another value. */
function sourcesInUse(state: State): Source[] {
  const inputs = inputLayers(state);
  const found = new Map<string, Source>();
  for (const thing of state.result!.document.instances) {
    for (const declaration of inputsOf(thing.scope)) {
      const path = pathOf(declaration, thing.name);
      if (!isShown(inputs, declaration, thing.name) || inputs.changes.has(path) || inputs.changes.has(instancePath(thing.scope, thing.name)))
        continue;
      const value = state.result!.document.values[path];
      for (const source of declaredSources(declaration, value)) {
        const isOther = source.value !== undefined && JSON.stringify(source.value) !== JSON.stringify(value?.value);
        if (!isOther) found.set(`${source.label} ${source.url}`, source);
      }
    }
  }
  return [...found.values()];
}
