// The panel of assumptions: everything that the scenario assumes, by thing and subject, searchable.
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { type InputDeclaration, inputsOf } from "../catalog";
import type { Instance, Problem } from "../engine/messages";
import { inputAt, valueNow } from "../state/inputvalues";
import { instanceOf, instancePath } from "../paths";
import type { State } from "../state/session";
import { useSession, usePicked } from "./context";
import { InputRow } from "./InputRow";
import { baseInput, domId, HORIZON, inputSources, isShown, matches, panelOrder, pathOf, scopeTitle } from "./inputs";

export function Assumptions() {
  const session = useSession();
  const result = usePicked((state) => state.result);
  const changes = usePicked((state) => state.history?.present.changes);
  const problems = usePicked((state) => state.problems);
  const jump = usePicked((state) => state.jump);
  const [query, setQuery] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const state = session.store.get();
  const sources = inputSources(state);
  const instances = useMemo(() => panelOrder(listed(state)), [result, changes]);

  useEffect(() => {
    if (!jump) return;
    setQuery("");
    setOnlyChanged(false);
    setOpened((before) => new Map(before).set(instanceOf(jump.path), true));
    // After the section has opened.
    requestAnimationFrame(() => requestAnimationFrame(() => focusInput(jump.path)));
  }, [jump]);

  if (!result || !changes) return <p class="quiet panel-wait">Loading the model…</p>;
  const filtered = query.trim() !== "" || onlyChanged;
  const isListed = (declaration: InputDeclaration, instance: Instance) =>
    (query.trim() === "" || matches(declaration, instance, query.trim())) && (!onlyChanged || changes.has(pathOf(declaration, instance.name)));
  const sections = instances.map((instance) => ({
    instance,
    inputs: inputsOf(instance.scope).filter((input) => isShown(sources, input, instance.name) && (!filtered || isListed(input, instance))),
  }));
  const found = sections.some(({ inputs }) => inputs.length > 0);

  return (
    <>
      <div class="panel-head">
        <h2 id="assumptions-title">Assumptions</h2>
        <input
          type="search" placeholder="Search" aria-label="Search assumptions" value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <label class="only-changed">
          <input type="checkbox" checked={onlyChanged} onChange={(event) => setOnlyChanged(event.currentTarget.checked)} />
          changed ({changes.size})
        </label>
      </div>
      <Problems problems={problems} known={[...HORIZON.map(({ name }) => name), ...instances.flatMap((instance) => inputsOf(instance.scope).map((input) => pathOf(input, instance.name)))]} />
      {!found && <p class="quiet panel-wait">{onlyChanged && changes.size === 0 ? "Nothing is changed: this is the base scenario." : "No assumption matches."}</p>}
      {sections.map(({ instance, inputs }) => {
        const key = instancePath(instance.scope, instance.name);
        if (filtered && inputs.length === 0) return null;
        const open = filtered || (opened.get(key) ?? instance.scope === "lease");
        return (
          <Section
            key={key} instance={instance} filtered={filtered} inputs={inputs} open={open} state={state} problems={problems}
            onToggle={() => setOpened(new Map(opened).set(key, !open))}
          />
        );
      })}
      {!filtered && <Horizon state={state} problems={problems} />}
    </>
  );
}

function Horizon({ state, problems }: { state: State; problems: readonly Problem[] }) {
  const sources = inputSources(state);
  return (
    <section class="instance" aria-label="Horizon">
      <h3 class="plain">Horizon</h3>
      <div class="instance-body">
        {HORIZON.map((input) => (
          <InputRow
            key={input.name} declaration={input} path={input.name} value={valueNow(sources, input.name)} base={baseInput(state, input.name)}
            now={inputAt(sources, input.name)} changed={sources.changes.has(input.name)} problem={problemOf(problems, input.name)} start=""
          />
        ))}
      </div>
    </section>
  );
}

/** The document's instances, and those that a change has removed, so that they can be brought back. */
function listed(state: State): Instance[] {
  const present = state.result?.document.instances ?? [];
  const removed = (state.baseline?.result.document.instances ?? []).filter(
    (instance) => state.history?.present.changes.get(instancePath(instance.scope, instance.name)) === null && !present.some(({ scope, name }) => scope === instance.scope && name === instance.name),
  );
  return [...present, ...removed];
}

/** The inputs under one heading, folded away while the scenario says nothing about any of them. */
function Group({ label, heading, open, children }: { label: string; heading: string | undefined; open: boolean; children: ComponentChildren }) {
  if (!heading) return <div class="group" role="group" aria-label={label}>{children}</div>;
  return (
    <details class="group" role="group" aria-label={label} open={open}>
      <summary><h4>{heading}</h4></summary>
      {children}
    </details>
  );
}

/** Whether the base states a value for the input, or a change does. */
function isStated(state: State, path: string): boolean {
  return state.history!.present.changes.has(path) || baseInput(state, path)?.given === true;
}

interface SectionProps {
  instance: Instance;
  filtered: boolean;
  inputs: InputDeclaration[];
  open: boolean;
  state: State;
  problems: readonly Problem[];
  onToggle(): void;
}

function Section({ instance, filtered, inputs, open, state, problems, onToggle }: SectionProps) {
  const session = useSession();
  const sources = inputSources(state);
  const path = instancePath(instance.scope, instance.name);
  const changes = state.history!.present.changes;
  const removed = changes.get(path) === null;
  const changed = inputsOf(instance.scope).filter((input) => changes.has(pathOf(input, instance.name))).length;
  const groups = [...new Set(inputs.map((input) => input.group))];
  const title = instance.title || scopeTitle(instance.scope);
  return (
    <section class="instance">
      <h3>
        <button type="button" aria-expanded={open && !removed} onClick={onToggle} disabled={removed}>
          <span class="scope">{scopeTitle(instance.scope)}</span> {title}
          {changed > 0 && <span class="count">{changed} changed</span>}
          {removed && <span class="count">removed</span>}
        </button>
        {removed && <button type="button" class="small" onClick={() => session.reset(path)}>bring back</button>}
      </h3>
      {open && !removed && (
        <div class="instance-body">
          {groups.map((group) => (
            <Group
              key={group} label={`${title}: ${group}`} heading={groups.length > 1 ? group : undefined}
              open={filtered || inputs.some((input) => input.group === group && isStated(state, pathOf(input, instance.name)))}
            >
              {inputs.filter((input) => input.group === group).map((input) => {
                const inputPath = pathOf(input, instance.name);
                return (
                  <InputRow
                    key={inputPath} declaration={input} path={inputPath} value={valueNow(sources, inputPath)}
                    base={baseInput(state, inputPath)} now={inputAt(sources, inputPath)} changed={changes.has(inputPath)}
                    problem={problemOf(problems, inputPath)} start={state.result!.document.start}
                  />
                );
              })}
            </Group>
          ))}
          {instance.scope === "lease" && <button type="button" class="small remove" onClick={() => session.change(path, null)}>Remove this lease</button>}
        </div>
      )}
    </section>
  );
}

/** What is wrong but belongs to no input that is listed. */
function Problems({ problems, known }: { problems: readonly Problem[]; known: readonly string[] }) {
  const homeless = problems.filter(({ path }) => !known.some((input) => path === input || path.startsWith(`${input}.`)));
  if (problems.length === 0) return null;
  return (
    <div class="notice error" role="alert">
      <p>The figures are those of the last inputs that could be computed.</p>
      {homeless.map(({ path, message }) => <p key={path}>{path && `${path}: `}{message}</p>)}
    </div>
  );
}

function problemOf(problems: readonly Problem[], path: string): string | undefined {
  return problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;
}

function focusInput(path: string): void {
  const control = document.getElementById(domId(path));
  control?.closest("details.group")?.setAttribute("open", "");
  control?.scrollIntoView({ block: "center" });
  control?.focus();
}
