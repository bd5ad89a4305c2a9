// The panel of assumptions: everything that the scenario assumes, by thing and subject, searchable.
import { useEffect, useMemo, useState } from "preact/hooks";
import { catalog, type InputDeclaration, inputsOf } from "../catalog";
import type { Instance, Problem } from "../engine/messages";
import { instanceOf, instancePath } from "../paths";
import { SCOPES } from "../scopes";
import { inputAt, inputLayers, valueNow } from "../state/inputvalues";
import type { State } from "../state/state";
import { AddThing } from "./AddThing";
import { usePicked, useSession } from "./context";
import { InputRow, problemOf } from "./InputRow";
import {
  ASSUMPTIONS,
  baseInput,
  domId,
  elsewhere,
  isAdding,
  isGivenByChange,
  isShown,
  listedOf,
  listedThings,
  matches,
  pathOf,
  pathTitle,
  wholeChanges,
} from "./inputs";
import { useInputNotes } from "./Later";
import { Levers, leversOf } from "./Levers";
import { Thing } from "./Thing";

/** What one asks about comes first; the rest as the document has them. */
const PANEL_ORDER = [...SCOPES].sort((left, right) => Number(right.foremost ?? false) - Number(left.foremost ?? false));

/** The scenario itself, to which its first month and length belong. */
const WHOLE: Instance = { scope: catalog.horizon[0]!.scope, name: "", title: "", parent: "" };

export function Assumptions() {
  const session = useSession();
  const newest = usePicked(listedOf);
  const changes = usePicked((state) => state.history?.present.changes);
  const problems = usePicked((state) => state.problems);
  const phase = usePicked((state) => state.phase);
  const [query, setQuery] = useState("");
  const notes = useInputNotes(query !== "");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const state = session.store.get();
  const { result } = state;
  const layers = inputLayers(state);
  const things = useMemo(() => listedThings(state), [newest, changes]);
  useJump((path) => {
    if (path === ASSUMPTIONS) return;
    setQuery("");
    setOnlyChanged(false);
    setOpened((before) => new Map(before).set(instanceOf(path), true));
  });

  if (!result || !changes) return <p class="quiet panel-wait">{phase === "failed" ? "No scenario is open." : "Loading the model…"}</p>;
  const filtered = query.trim() !== "" || onlyChanged;
  const isFound = (declaration: InputDeclaration | undefined, thing: Instance) =>
    query.trim() === "" || matches(declaration, thing, query.trim(), declaration && notes[declaration.name]);
  const isListed = (declaration: InputDeclaration, thing: Instance) =>
    isFound(declaration, thing) && (!onlyChanged || isGivenByChange(changes, pathOf(declaration, thing.name)));
  // A thing that is changed as a whole is listed without inputs too.
  const isListedWhole = (thing: Instance) => onlyChanged && wholeChanges(state, thing).length > 0 && isFound(undefined, thing);
  const keyOf = (thing: Instance) => instancePath(thing.scope, thing.name);
  const isOpen = (thing: Instance) => filtered || (opened.get(keyOf(thing)) ?? false);
  // Which of several hundred inputs have an effect takes longer than all else here, and those of a closed thing are not listed.
  const inputsShown = new Map(
    things
      .filter(isOpen)
      .map((thing) => [thing, inputsOf(thing.scope).filter((input) => isShown(layers, input, thing.name) && (!filtered || isListed(input, thing)))]),
  );
  const levers = leversOf(state, things);
  const isLever = (declaration: InputDeclaration, thing: Instance) => levers.includes(pathOf(declaration, thing.name));
  const found = new Set([...inputsShown].flatMap(([thing, inputs]) => inputs.map((input) => pathOf(input, thing.name))));
  const leversShown = filtered ? levers.filter((path) => found.has(path)) : levers;
  const horizon = catalog.horizon.filter((input) => !filtered || isListed(input, WHOLE));
  const shown = new Set([...found, ...horizon.map(({ name }) => name)]);
  const untold = onlyChanged && query.trim() === "" ? elsewhere(changes, shown, things) : [];

  return (
    <>
      <div class="panel-head">
        <h2 id={domId(ASSUMPTIONS)} tabIndex={-1}>
          Assumptions
        </h2>
        <input
          type="search"
          placeholder="Search"
          aria-label="Search assumptions"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            event.preventDefault();
            setQuery("");
          }}
        />
        <label class="only-changed">
          <input type="checkbox" checked={onlyChanged} onChange={(event) => setOnlyChanged(event.currentTarget.checked)} />
          changed ({changes.size})
        </label>
      </div>
      <Problems problems={problems} things={things} />
      {filtered && shown.size + untold.length === 0 && !things.some(isListedWhole) && (
        <p class="quiet panel-wait">
          {onlyChanged && changes.size === 0 ? "Nothing is changed: this is the base scenario." : "No assumption matches."}
        </p>
      )}
      <Levers paths={leversShown} state={state} things={things} query={query} />
      {!filtered && levers.length > 0 && <h3 class="plain others">Everything else</h3>}
      {PANEL_ORDER.map((scope) => (
        <div key={scope.name}>
          {things
            .filter((thing) => thing.scope === scope.name)
            .map((thing) => {
              const key = keyOf(thing);
              const inputs = (inputsShown.get(thing) ?? []).filter((input) => !isLever(input, thing));
              if (filtered && inputs.length === 0 && !isListedWhole(thing)) return null;
              const open = isOpen(thing);
              return (
                <Thing
                  key={key}
                  thing={thing}
                  things={things}
                  filtered={filtered}
                  query={query}
                  levers={inputsOf(thing.scope).filter((input) => isLever(input, thing))}
                  inputs={inputs}
                  open={open}
                  state={state}
                  onToggle={() => setOpened(new Map(opened).set(key, !open))}
                />
              );
            })}
          {!filtered && !scope.single && <AddThing scope={scope} things={things} />}
        </div>
      ))}
      {horizon.length > 0 && <Horizon inputs={horizon} query={query} state={state} problems={problems} />}
      {untold.length > 0 && (
        <p class="quiet panel-wait">
          {`Changed without a field here, told on the page under “Changed”: ${untold.map((path) => pathTitle(path, things)).join("; ")}.`}
        </p>
      )}
    </>
  );
}

/** Shows and focuses the input or thing that is asked for. */
function useJump(show: (path: string) => void): void {
  const jump = usePicked((state) => state.jump);
  useEffect(() => {
    if (!jump) return;
    show(jump.path);
    // After the section has opened.
    requestAnimationFrame(() => requestAnimationFrame(() => focusOn(jump.path)));
  }, [jump]);
}

function focusOn(path: string): void {
  const control = document.getElementById(domId(path));
  control?.closest("details.group")?.setAttribute("open", "");
  // A thing with its inputs below it, an input in the middle.
  control?.scrollIntoView({ block: control.closest("h3") ? "start" : "center" });
  control?.focus();
  if (isAdding(path)) control?.click();
}

interface HorizonProps {
  inputs: readonly InputDeclaration[];
  query: string;
  state: State;
  problems: readonly Problem[];
}

function Horizon({ inputs, query, state, problems }: HorizonProps) {
  const layers = inputLayers(state);
  const title = catalog.horizon[0]?.group;
  return (
    <section class="instance" aria-label={title}>
      <h3 class="plain">{title}</h3>
      <div class="instance-body">
        {inputs.map((input) => (
          <InputRow
            key={input.name}
            declaration={input}
            path={input.name}
            value={valueNow(layers, input.name)}
            base={baseInput(state, input.name)}
            now={inputAt(layers, input.name)}
            changed={layers.changes.has(input.name)}
            problem={problemOf(problems, input.name)}
            start=""
            query={query}
          />
        ))}
      </div>
    </section>
  );
}

/** What is wrong but belongs to nothing that is listed. */
function Problems({ problems, things }: { problems: readonly Problem[]; things: readonly Instance[] }) {
  if (problems.length === 0) return null;
  const homes = [...catalog.horizon.map(({ name }) => name), ...things.map(({ scope, name }) => instancePath(scope, name))];
  const homeless = problems.filter(({ path }) => !homes.some((home) => path === home || path.startsWith(`${home}.`)));
  return (
    <div class="notice error" role="alert">
      <p>The figures are those of the last inputs that could be computed.</p>
      {homeless.map(({ path, message }) => (
        <p key={path}>
          {path && `${path}: `}
          {message}
        </p>
      ))}
    </div>
  );
}
