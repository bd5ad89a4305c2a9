// One thing of the scenario in the panel, such as a site or a lease: its inputs by subject, and how to be rid of it.
import type { ComponentChildren } from "preact";
import { type InputDeclaration, inputsOf } from "../catalog";
import type { Instance, Problem } from "../engine/messages";
import { instancePath, rangePath, titlePath } from "../paths";
import { scopeOf, scopeTitle } from "../scopes";
import { inputAt, inputLayers, valueNow } from "../state/inputvalues";
import type { State } from "../state/state";
import { belongingTo } from "../state/things";
import { uncertainNow } from "../state/uncertainty";
import { addButtonId } from "./AddThing";
import { useSession } from "./context";
import { InputRow } from "./InputRow";
import { baseInput, domId, pathOf } from "./inputs";

interface Props {
  thing: Instance;
  /** All that are listed. */
  things: readonly Instance[];
  filtered: boolean;
  inputs: InputDeclaration[];
  open: boolean;
  state: State;
  onToggle(): void;
}

export function Thing({ thing, things, filtered, inputs, open, state, onToggle }: Props) {
  const session = useSession();
  const path = instancePath(thing.scope, thing.name);
  const { changes } = state.history!.present;
  const isRemoved = changes.get(path) === null;
  const changed = inputsOf(thing.scope).filter((input) => changes.has(pathOf(input, thing.name))).length;
  const title = thing.title || scopeTitle(thing.scope);
  const site = whereabouts(thing, things);
  // A thing that the engine has not taken, or not yet, has no values to show.
  const isTaken = state.result!.document.instances.some(({ scope, name }) => scope === thing.scope && name === thing.name);
  const shown = open && !isRemoved && isTaken ? inputs : [];
  return (
    <section class="instance">
      <h3>
        <button type="button" id={isRemoved ? undefined : domId(path)} aria-expanded={open && !isRemoved} onClick={onToggle} disabled={isRemoved}>
          <span class={site ? "scope located" : "scope"}>
            {scopeTitle(thing.scope)}
            {site ? `, ${site}` : ""}
          </span>{" "}
          {title}
          {changed > 0 && <span class="count">{changed} changed</span>}
          {isRemoved && <span class="count">removed</span>}
        </button>
        {isRemoved && (
          <button type="button" id={domId(path)} class="small" aria-label={`Bring back ${title}`} onClick={() => session.reset(path)}>
            bring back
          </button>
        )}
      </h3>
      <OwnProblems thing={thing} title={title} inputs={shown} problems={state.problems} />
      {open && !isRemoved && (
        <div class="instance-body">
          <Inputs thing={thing} title={title} inputs={shown} state={state} filtered={filtered} />
          {!filtered && <TitleField path={path} title={thing.title} />}
          {!filtered && !scopeOf(thing.scope)?.single && <Remove thing={thing} title={title} things={things} />}
        </div>
      )}
    </section>
  );
}

/** The site that it belongs to, where there are several. */
function whereabouts({ scope, parent }: Instance, things: readonly Instance[]): string | undefined {
  const parents = things.filter((thing) => thing.scope === scopeOf(scope)?.parent);
  const own = parents.find(({ name }) => name === parent);
  return parents.length > 1 && own ? own.title || own.name : undefined;
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
}: {
  thing: Instance;
  title: string;
  inputs: InputDeclaration[];
  state: State;
  filtered: boolean;
}) {
  const layers = inputLayers(state);
  const groups = [...new Set(inputs.map((input) => input.group))];
  return (
    <>
      {groups.map((group) => (
        <Group
          key={group}
          label={`${title}: ${group}`}
          heading={groups.length > 1 ? group : undefined}
          open={filtered || inputs.some((input) => input.group === group && isStated(state, pathOf(input, thing.name)))}
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
function Group({ label, heading, open, children }: { label: string; heading: string | undefined; open: boolean; children: ComponentChildren }) {
  if (!heading)
    return (
      <div class="group" role="group" aria-label={label}>
        {children}
      </div>
    );
  return (
    <details class="group" role="group" aria-label={label} open={open}>
      <summary>
        <h4>{heading}</h4>
      </summary>
      {children}
    </details>
  );
}

/** Whether the base or an added thing states a value for the input, or a change does. */
function isStated(state: State, path: string): boolean {
  return state.history!.present.changes.has(path) || (baseInput(state, path) ?? inputAt(inputLayers(state), path))?.given === true;
}

function Remove({ thing, title, things }: { thing: Instance; title: string; things: readonly Instance[] }) {
  const session = useSession();
  const path = instancePath(thing.scope, thing.name);
  const belonging = belongingTo(path, things);
  const along = things.filter(({ scope, name }) => belonging.includes(instancePath(scope, name))).map(({ scope }) => scope);
  const remove = () => {
    const isOfBase = session.isOfBase(path);
    session.remove(path);
    // The focus goes on to where one can go back.
    if (isOfBase) session.jumpTo(path);
    else document.getElementById(addButtonId(thing.scope))?.focus();
  };
  return (
    <div class="remove">
      <button type="button" class="small" aria-label={`Remove ${title}`} onClick={remove}>
        Remove this {scopeOf(thing.scope)?.noun}
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
