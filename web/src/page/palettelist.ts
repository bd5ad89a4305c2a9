// What the palette finds: commands, scenarios, parts of the page, views, things, inputs, and what the reference has. All titles are the
// model's or the page's own.
import { catalog, inputsOf } from "../catalog";
import { displayOf, unitWords } from "../format";
import { instancePath } from "../paths";
import type { Findable } from "../ranking";
import { scopeTitle } from "../scopes";
import { inputLayers } from "../state/inputvalues";
import type { Session } from "../state/session";
import type { State } from "../state/state";
import { PINNED } from "../views/places";
import { autosaveOf } from "./autosave";
import { COMMANDS, type CommandName, keysText } from "./commands";
import { isShown, listedThings, pathOf } from "./inputs";
import { keptWords } from "./Resume";
import { doCommand } from "./shortcuts";
import { CHOICES, choose } from "./theme";

export interface PaletteItem extends Findable {
  /** Tells it from all others. */
  key: string;
  kind: string;
  detail?: string;
  go(): void;
}

export function paletteItems(state: State, session: Session): PaletteItem[] {
  return [
    ...commands(state, session),
    ...scenarios(session),
    ...sections(),
    ...views(state, session),
    ...assumptions(state, session),
    ...entries(state, session),
  ];
}

/** Those that would do nothing now are left out. */
function commands({ history }: State, session: Session): PaletteItem[] {
  const idle = new Map<CommandName, boolean>([
    ["palette", true],
    ["undo", !history?.past.length],
    ["redo", !history?.future.length],
  ]);
  const named = (Object.keys(COMMANDS) as CommandName[]).filter((name) => !idle.get(name));
  const own = named.map((name) => ({
    key: `command ${name}`,
    kind: "Command",
    title: COMMANDS[name].title,
    detail: `Key ${COMMANDS[name].keys.map((keys) => keysText(keys)).join(" or ")}`,
    go: () => doCommand(name, session),
  }));
  const isChanged = (history?.present.changes.size ?? 0) > 0;
  const resetAll = isChanged ? [{ key: "reset", kind: "Command", title: "Reset all changes", go: () => session.resetAll() }] : [];
  const colours = CHOICES.map(({ name, title }) => ({ key: `colours ${name}`, kind: "Command", title: `Colours: ${title}`, go: () => choose(name) }));
  return [...keeping(session), ...own, ...resetAll, ...colours];
}

function keeping(session: Session): PaletteItem[] {
  const autosave = autosaveOf(session);
  const { possible, wanted, kept } = autosave.store.get();
  if (!possible) return [];
  if (!wanted) return [{ key: "keep", kind: "Command", title: "Keep what I change in this browser", go: () => autosave.keepAgain() }];
  const forget = { key: "forget", kind: "Command", title: "Forget the scenario kept in this browser", go: () => autosave.forget() };
  if (!kept) return [forget];
  const again = {
    key: "continue",
    kind: "Command",
    title: `Continue with ${kept.title}`,
    detail: keptWords(kept),
    go: () => void session.open(kept.origin),
  };
  return [again, forget];
}

function scenarios(session: Session): PaletteItem[] {
  return catalog.scenarios.map(({ name, title }) => ({
    key: `scenario ${name}`,
    kind: "Scenario",
    title,
    go: () => void session.open({ name }),
  }));
}

/** The parts of the page are what its headings say. */
function sections(): PaletteItem[] {
  return [...document.querySelectorAll<HTMLElement>("main h2")]
    .filter((heading) => heading.checkVisibility?.() ?? true)
    .map((heading, at) => ({ key: `section ${at}`, kind: "On this page", title: heading.textContent?.trim() ?? "", go: () => lead(heading) }))
    .filter(({ title }) => title !== "");
}

function lead(target: HTMLElement | null | undefined): void {
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

function views(state: State, session: Session): PaletteItem[] {
  const heads = state.shown?.answer.available ?? [];
  return heads
    .filter(({ name }) => !PINNED.has(name))
    .map(({ name, title, note, kind }) => ({
      key: `view ${name}`,
      kind: "Table",
      title,
      text: note,
      go: () => {
        session.openView(name, kind === "statement" ? "year" : "month");
        lead(document.querySelector<HTMLElement>(`[id="view-${CSS.escape(name)}"] summary`));
      },
    }));
}

/** Things, and those of their inputs that count as they stand. */
function assumptions(state: State, session: Session): PaletteItem[] {
  const layers = inputLayers(state);
  return listedThings(state).flatMap((thing) => {
    const path = instancePath(thing.scope, thing.name);
    const scope = scopeTitle(thing.scope);
    const title = thing.title || scope;
    const inputs = inputsOf(thing.scope).filter((input) => isShown(layers, input, thing.name));
    const own = { key: path, kind: scope, title, go: () => session.jumpTo(path) };
    const its = inputs.map((input) => {
      const inputPath = pathOf(input, thing.name);
      const detail = thing.title ? `${scope} ${thing.title}` : scope;
      return { key: inputPath, kind: "Input", title: input.title, detail, text: `${detail} ${input.group}`, go: () => session.jumpTo(inputPath) };
    });
    return [own, ...its];
  });
}

const KINDS: { [is: string]: string } = { row: "Row", measure: "Measure" };

/** Inputs are there already, each where it stands. */
function entries(state: State, session: Session): PaletteItem[] {
  const all = state.reference?.answer.entries ?? [];
  return all
    .filter(({ is }) => is in KINDS)
    .map((entry) => {
      const unit = unitWords(entry.unit, displayOf(entry));
      const detail = [scopeTitle(entry.scope), unit].filter(Boolean).join(", ");
      return {
        key: entry.id,
        kind: KINDS[entry.is]!,
        title: entry.title,
        detail,
        text: `${entry.name.replaceAll("_", " ")} ${detail} ${entry.group}`,
        go: () => session.refer(entry.id),
      };
    });
}
