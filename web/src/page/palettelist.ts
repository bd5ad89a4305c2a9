// What the palette finds: commands, scenarios, sections, views, things, inputs, and what the reference has. All titles are the
// model's or the page's own.
import { catalog, inputsOf } from "../catalog";
import type { Entry } from "../engine/messages";
import { displayOf, unitWords } from "../format";
import { instancePath } from "../paths";
import type { Findable } from "../ranking";
import { scopeTitle } from "../scopes";
import { inputLayers } from "../state/inputvalues";
import type { Session } from "../state/session";
import type { State } from "../state/state";
import { LEADING, openedBy, PINNED, placeOf } from "../views/places";
import { autosaveOf } from "./autosave";
import { COMMANDS, type CommandName, keysText } from "./commands";
import { isShown, listedThings, pathOf } from "./inputs";
import { keptWords } from "./Resume";
import { sectionId, sectionsOf, titleId } from "./Sections";
import { canDo, doCommand } from "./shortcuts";
import { CHOICES, choose } from "./theme";

export interface PaletteItem extends Findable {
  /** Tells it from all others. */
  key: string;
  kind: string;
  detail?: string;
  go(): void;
}

/** All but what the reference has. */
export function paletteItems(state: State, session: Session): PaletteItem[] {
  return [...commands(state, session), ...scenarios(session), ...sections(state, session), ...views(state, session), ...assumptions(state, session)];
}

/** Those that would do nothing now are left out. */
function commands(state: State, session: Session): PaletteItem[] {
  const named = (Object.keys(COMMANDS) as CommandName[]).filter((name) => name !== "palette" && canDo(name, state));
  const own = named.map((name) => ({
    key: `command ${name}`,
    kind: "Command",
    title: COMMANDS[name].title,
    detail: `Key ${COMMANDS[name].keys.map((keys) => keysText(keys)).join(" or ")}`,
    go: () => doCommand(name, session),
  }));
  const isChanged = (state.history?.present.changes.size ?? 0) > 0;
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

function sections(state: State, session: Session): PaletteItem[] {
  return sectionsOf(state).map(({ name, title }) => ({
    key: `section ${name}`,
    kind: "On this page",
    title,
    go: () => {
      session.look({ section: name });
      lead(document.getElementById(titleId(name)) ?? document.getElementById(sectionId(name)));
    },
  }));
}

function lead(target: HTMLElement | null | undefined): void {
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

/** What stands at the top has no place of its own: the section that it stands in is led to. */
function views(state: State, session: Session): PaletteItem[] {
  const heads = (state.shown?.answer.available ?? []).filter(({ name }) => !LEADING.some((leading) => leading === name));
  return heads.map(({ name, title, note, kind }) => ({
    key: `view ${name}`,
    kind: kind === "chart" ? "Chart" : "Table",
    title,
    text: note,
    go: () => {
      if (!PINNED.has(name)) session.openView(name, openedBy(kind));
      lead(placeOf(name)?.querySelector<HTMLElement>("summary, h2"));
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

/** Its rows and measures; inputs are there already, each where it stands. */
export function referenceItems(reference: State["reference"], session: Session): PaletteItem[] {
  const all = reference?.answer.entries ?? [];
  // Thousands have the same few units, and saying one takes longer than all else here.
  const units = new Map<string, string>();
  const unitOf = ({ unit, percent }: Entry) => {
    const key = `${unit} ${percent}`;
    const words = units.get(key) ?? unitWords(unit, displayOf({ percent }));
    units.set(key, words);
    return words;
  };
  return all
    .filter(({ is }) => is in KINDS)
    .map((entry) => {
      const detail = [scopeTitle(entry.scope), unitOf(entry)].filter(Boolean).join(", ");
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
