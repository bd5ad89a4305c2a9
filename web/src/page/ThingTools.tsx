// What can be done with a thing as a whole: it is moved among its kind, duplicated, removed.
import "../styles/things.css";
import type { Instance } from "../engine/messages";
import { instancePath } from "../paths";
import { scopeOf } from "../scopes";
import { belongingTo, freeTitle } from "../state/things";
import { addButtonId } from "./AddThing";
import { useSession } from "./context";
import { addObstacle, present } from "./inputs";
import { toggleSelected, useIsSelected } from "./Selectable";

interface Props {
  thing: Instance;
  title: string;
  /** All that are listed. */
  things: readonly Instance[];
}

export function ThingTools({ thing, title, things }: Props) {
  const session = useSession();
  const scope = scopeOf(thing.scope)!;
  const alike = present(session.store.get(), thing.scope, things);
  const at = alike.findIndex(({ name }) => name === thing.name);
  const obstacle = addObstacle(session.store.get(), scope, things);
  const select = useIsSelected(thing.name) ? "Let go" : "Select";
  const duplicate = () => session.jumpTo(session.duplicate(thing, freeTitle(`${title} copy`, things)));
  return (
    <>
      <div class="thing-tools">
        {alike.length > 1 && (
          <>
            <Move title={title} thing={thing} by={-1} note={at === 0 ? `It is the first of the ${scope.plural}.` : undefined} />
            <Move title={title} thing={thing} by={1} note={at === alike.length - 1 ? `It is the last of the ${scope.plural}.` : undefined} />
          </>
        )}
        <button type="button" class="small" aria-label={`${select}: ${title}`} onClick={() => toggleSelected(session, thing.name)}>
          {select}
        </button>
        <button type="button" class="small" aria-label={`Duplicate ${title}`} disabled={obstacle !== undefined} onClick={duplicate}>
          Duplicate
        </button>
        {obstacle && <span class="quiet">{obstacle}</span>}
      </div>
      {alike.length > 1 && <p class="above quiet">{scope.note}</p>}
      <Remove thing={thing} title={title} things={things} />
    </>
  );
}

/** It keeps the focus at the end of the way, so that one can go on by key. */
function Move({ thing, title, by, note }: { thing: Instance; title: string; by: -1 | 1; note: string | undefined }) {
  const session = useSession();
  const words = by < 0 ? "up" : "down";
  return (
    <button
      type="button"
      class="small"
      aria-label={`Move ${words}: ${title}`}
      aria-disabled={note !== undefined}
      title={note}
      onClick={() => note === undefined && session.reorder(thing, by)}
    >
      {by < 0 ? "↑" : "↓"} Move {words}
    </button>
  );
}

function Remove({ thing, title, things }: Props) {
  const session = useSession();
  const path = instancePath(thing.scope, thing.name);
  const belonging = belongingTo(path, things);
  const along = things.filter(({ scope, name }) => belonging.includes(instancePath(scope, name))).map(({ scope }) => scope);
  const words = `Remove this ${scopeOf(thing.scope)?.noun}`;
  const remove = () => {
    const isOfBase = session.isOfBase(path);
    session.remove(path);
    // The focus goes on to where one can go back.
    if (isOfBase) session.jumpTo(path);
    else document.getElementById(addButtonId(thing.scope))?.focus();
  };
  return (
    <div class="remove">
      <button type="button" class="small" aria-label={`${words}: ${title}`} onClick={remove}>
        {words}
      </button>
      {along.length > 0 && <span class="quiet">with {countedWords(along)}</span>}
    </div>
  );
}

/** "4 GPU fleets, 1 lease" */
function countedWords(scopes: readonly string[]): string {
  const words = (scope: string, count: number) => `${count} ${count > 1 ? scopeOf(scope)?.plural : scopeOf(scope)?.noun}`;
  return [...new Set(scopes)].map((scope) => words(scope, scopes.filter((other) => other === scope).length)).join(", ");
}
