// Asks for the title of a thing that is added, and for the site that it belongs to where there are several.
import "../styles/things.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Instance } from "../engine/messages";
import { type Scope, scopeTitle } from "../scopes";
import { calledAmong, freeTitle } from "../state/things";
import { addTitle } from "./AddThing";

interface Props {
  scope: Scope;
  things: readonly Instance[];
  parents: readonly Instance[];
  onAdd(title: string, parent: string | undefined): void;
  onCancel(): void;
}

/** No form element: a sandboxed frame submits none. */
export function AddForm({ scope, things, parents, onAdd, onCancel }: Props) {
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
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onCancel();
  };
  return (
    <div class="add-form" role="group" aria-label={addTitle(scope)} onKeyDown={cancel}>
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
                {calledAmong(site, parents)}
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
