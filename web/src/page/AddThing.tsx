// The button that adds a thing to the scenario.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Instance } from "../engine/messages";
import type { Scope } from "../scopes";
import { useSession } from "./context";
import { listedParents, present } from "./inputs";
import { Later } from "./Later";

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
  const isBack = useRef(false);
  const close = () => {
    setOpen(false);
    isBack.current = true;
  };
  useEffect(() => {
    if (!open && isBack.current) document.getElementById(addButtonId(scope.name))?.focus();
    isBack.current = false;
  }, [open]);
  const add = (title: string, parent: string | undefined) => {
    setOpen(false);
    session.jumpTo(session.add(scope.name, title, parent));
  };
  if (open) return <Later name="AddForm" scope={scope} things={things} parents={parents ?? []} onAdd={add} onCancel={close} />;
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
