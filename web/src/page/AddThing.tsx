// Adds a thing to the scenario: asks for its title, and for the site that it belongs to where there are several.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Instance } from "../engine/messages";
import { type Scope, scopeTitle } from "../scopes";
import { freeTitle } from "../state/things";
import { useSession } from "./context";
import { listedParents, present } from "./inputs";

interface Props {
  scope: Scope;
  things: readonly Instance[];
}

export function addButtonId(scope: string): string {
  return `add-${scope}`;
}

export function AddThing({ scope, things }: Props) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const state = session.store.get();
  const parents = listedParents(state, scope, things);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => document.getElementById(addButtonId(scope.name))?.focus());
  };
  const add = (title: string, parent: string | undefined) => {
    setOpen(false);
    session.jumpTo(session.add(scope.name, title, parent));
  };
  if (open) return <AddForm scope={scope} things={things} parents={parents ?? []} onAdd={add} onCancel={close} />;
  const isFull = present(state, scope.name, things).length >= (scope.most ?? 1);
  const isHomeless = parents?.length === 0;
  return (
    <div class="add">
      <button type="button" class="small" id={addButtonId(scope.name)} disabled={isFull || isHomeless} onClick={() => setOpen(true)}>
        Add a {scope.noun}
      </button>
      {isFull && (
        <span class="quiet">
          at most {scope.most} {scope.plural}
        </span>
      )}
      {isHomeless && <span class="quiet">needs a {scope.parent}</span>}
    </div>
  );
}

interface FormProps {
  scope: Scope;
  things: readonly Instance[];
  parents: readonly Instance[];
  onAdd(title: string, parent: string | undefined): void;
  onCancel(): void;
}

/** No form element: a sandboxed frame submits none. */
function AddForm({ scope, things, parents, onAdd, onCancel }: FormProps) {
  const usual = freeTitle(`New ${scope.noun}`, things);
  const [title, setTitle] = useState(usual);
  const [chosen, setChosen] = useState<string>();
  // The one that was chosen may be gone, by undo or another scenario.
  const parent = (parents.find(({ name }) => name === chosen) ?? parents[0])?.name;
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const add = () => onAdd(title.trim() || usual, parent);
  return (
    <div class="add-form" role="group" aria-label={`Add a ${scope.noun}`} onKeyDown={(event) => event.key === "Escape" && onCancel()}>
      <label>
        Title
        <input
          ref={field}
          type="text"
          maxLength={80}
          autocomplete="off"
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && add()}
        />
      </label>
      {parents.length > 1 && (
        <label>
          {scopeTitle(scope.parent!)}
          <select value={parent} onChange={(event) => setChosen(event.currentTarget.value)}>
            {parents.map((site) => (
              <option key={site.name} value={site.name}>
                {site.title || site.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" class="small" onClick={add}>
        Add
      </button>
      <button type="button" class="small" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
