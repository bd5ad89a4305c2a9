// The button that adds a thing to the scenario.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Instance } from "../engine/messages";
import type { Scope } from "../scopes";
import { useSession } from "./context";
import { addingPath, addObstacle, domId, listedParents } from "./inputs";
import { Later } from "./Later";

interface Props {
  scope: Scope;
  things: readonly Instance[];
}

export function addButtonId(scope: string): string {
  return domId(addingPath(scope));
}

export function addTitle({ noun }: Scope): string {
  return `Add a ${noun}`;
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
  const obstacle = addObstacle(state, scope, things);
  return (
    <div class="add">
      <button type="button" class="small" id={addButtonId(scope.name)} disabled={obstacle !== undefined} onClick={() => setOpen(true)}>
        {addTitle(scope)}
      </button>
      {obstacle && <span class="quiet">{obstacle}</span>}
    </div>
  );
}
