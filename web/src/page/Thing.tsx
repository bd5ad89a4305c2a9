// One thing of the scenario in the panel, such as a site or a lease: its inputs by subject.
import type { ComponentChildren } from "preact";
import { type InputDeclaration, inputsOf } from "../catalog";
import type { Instance, Problem } from "../engine/messages";
import { asPage } from "../format";
import { instancePath, titlePath } from "../paths";
import { scopeOf, scopeTitle } from "../scopes";
import { inputAt, inputLayers } from "../state/inputvalues";
import type { State } from "../state/state";
import { useSession } from "./context";
import { Assumption, problemOf } from "./InputRow";
import { baseInput, domId, isChanged, pathOf, thingTitle, wholeChanges } from "./inputs";
import { Later } from "./Later";
import { Marked } from "./Marked";
import { useIsSelected } from "./Selectable";

interface Props {
  thing: Instance;
  /** All that are listed. */
  things: readonly Instance[];
  filtered: boolean;
  query: string;
  /** Its inputs that stand before all things, and those that stand here. */
  levers: InputDeclaration[];
  inputs: InputDeclaration[];
  open: boolean;
  state: State;
  onToggle(): void;
}

export function Thing({ thing, things, filtered, query, levers, inputs, open, state, onToggle }: Props) {
  const session = useSession();
  const path = instancePath(thing.scope, thing.name);
  const { changes } = state.history!.present;
  const isRemoved = changes.get(path) === null;
  const changed = inputsOf(thing.scope).filter((input) => isChanged(changes, pathOf(input, thing.name))).length;
  const counts = [changed > 0 && `${changed} changed`, ...wholeChanges(state, thing)].filter((words) => typeof words === "string");
  const title = thingTitle(thing.scope, thing.name, things);
  const site = whereabouts(thing, things);
  // A thing that the engine has not taken, or not yet, has no values to show.
  const isTaken = state.result!.document.instances.some(({ scope, name }) => scope === thing.scope && name === thing.name);
  const obstacle = state.result!.obstacles.find((other) => other.path === path)?.message;
  const isSelected = useIsSelected(thing.name) && !scopeOf(thing.scope)?.single;
  const shown = open && !isRemoved && isTaken ? inputs : [];
  return (
    <section class={isSelected ? "instance selected" : "instance"}>
      <h3>
        <button type="button" id={isRemoved ? undefined : domId(path)} aria-expanded={open && !isRemoved} onClick={onToggle} disabled={isRemoved}>
          <span class={site ? "scope located" : "scope"}>{site ? `${scopeTitle(thing.scope)}, ${site}` : scopeTitle(thing.scope)}</span> {title}
          {isSelected && <span class="count">selected</span>}
          {counts.length > 0 && <span class="count">{counts.join(", ")}</span>}
        </button>
        {isRemoved && (
          <button type="button" id={domId(path)} class="small" aria-label={`Bring back ${title}`} onClick={() => session.reset(path)}>
            bring back
          </button>
        )}
      </h3>
      {!isRemoved && obstacle && <p class="obstacle">{asPage(obstacle)}</p>}
      <OwnProblems thing={thing} title={title} inputs={[...levers, ...shown]} problems={state.problems} />
      {open && !isRemoved && (
        <div class="instance-body">
          {!filtered && levers.length > 0 && <Above levers={levers} thing={thing} />}
          <Inputs thing={thing} title={title} inputs={shown} state={state} filtered={filtered} query={query} />
          {(!filtered || changes.has(titlePath(path))) && <TitleField path={path} title={thing.title} />}
          {!filtered && !scopeOf(thing.scope)?.single && <Later name="ThingTools" thing={thing} title={title} things={things} />}
        </div>
      )}
    </section>
  );
}

/** The site that it belongs to, where there are several. */
function whereabouts({ scope, parent }: Instance, things: readonly Instance[]): string | undefined {
  const parents = things.filter((thing) => thing.scope === scopeOf(scope)?.parent);
  const own = parents.find(({ name }) => name === parent);
  return parents.length > 1 && own ? thingTitle(own.scope, own.name, things) : undefined;
}

/** What is wrong with the thing itself, and not with one of the inputs that are shown. */
function OwnProblems({
  thing,
  title,
  inputs,
  problems,
}: {
  thing: Instance;
  title: string;
  inputs: InputDeclaration[];
  problems: readonly Problem[];
}) {
  const path = instancePath(thing.scope, thing.name);
  const own = problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  const homeless = own.filter((problem) => !inputs.some((input) => problemOf([problem], pathOf(input, thing.name))));
  if (homeless.length === 0) return null;
  return (
    <div class="message own-problems" role="alert">
      {homeless.map(({ path: where, message }) => (
        <p key={where}>
          {title}
          {where.slice(path.length).replace(".", ", ")}: {message}
        </p>
      ))}
    </div>
  );
}

function TitleField({ path, title }: { path: string; title: string }) {
  const session = useSession();
  const id = domId(titlePath(path));
  return (
    <div class="input inline">
      <div class="input-head">
        <label for={id}>Title</label>
      </div>
      <div class="control">
        <input
          id={id}
          type="text"
          maxLength={80}
          autocomplete="off"
          value={title}
          onInput={(event) => session.rename(path, event.currentTarget.value)}
          onBlur={() => session.endGesture()}
        />
      </div>
    </div>
  );
}

function Inputs({
  thing,
  title,
  inputs,
  state,
  filtered,
  query,
}: {
  thing: Instance;
  title: string;
  inputs: InputDeclaration[];
  state: State;
  filtered: boolean;
  query: string;
}) {
  const groups = [...new Set(inputs.map((input) => input.group))];
  return (
    <>
      {groups.map((group) => (
        <Group
          key={group}
          label={`${title}: ${group}`}
          heading={groups.length > 1 ? group : undefined}
          query={query}
          open={filtered || inputsOf(thing.scope).some((input) => input.group === group && isStated(state, pathOf(input, thing.name)))}
        >
          {inputs
            .filter((input) => input.group === group)
            .map((input) => {
              const path = pathOf(input, thing.name);
              return <Assumption key={path} declaration={input} path={path} state={state} query={query} />;
            })}
        </Group>
      ))}
    </>
  );
}

/** The inputs under one heading, folded away while the scenario says nothing about any of them. */
function Group({
  label,
  heading,
  query,
  open,
  children,
}: {
  label: string;
  heading: string | undefined;
  query: string;
  open: boolean;
  children: ComponentChildren;
}) {
  if (!heading)
    return (
      <div class="group" role="group" aria-label={label}>
        {children}
      </div>
    );
  return (
    <details class="group" role="group" aria-label={label} open={open}>
      <summary>
        <h4>
          <Marked text={heading} query={query} />
        </h4>
      </summary>
      {children}
    </details>
  );
}

/** Whether the base or an added thing states a value for the input, or a change does. */
function isStated(state: State, path: string): boolean {
  return isChanged(state.history!.present.changes, path) || (baseInput(state, path) ?? inputAt(inputLayers(state), path))?.given === true;
}

/** Which of its inputs stand first of all. */
function Above({ levers, thing }: { levers: readonly InputDeclaration[]; thing: Instance }) {
  const session = useSession();
  return (
    <p class="above quiet">
      First above:{" "}
      {levers.map((input) => (
        <button type="button" class="link" key={input.name} onClick={() => session.jumpTo(pathOf(input, thing.name))}>
          {input.title}
        </button>
      ))}
    </p>
  );
}
