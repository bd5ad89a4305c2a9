// What the palette finds: commands, scenarios, sections, views, things, inputs, and what the reference has. All titles are the
// model's or the page's own.
import { catalog, inputsOf } from "../catalog";
import type { Entry } from "../engine/messages";
import { displayOf, unitWords } from "../format";
import { instancePath } from "../paths";
import type { Findable } from "../ranking";
import { SCOPES, scopeTitle } from "../scopes";
import { inputLayers } from "../state/inputvalues";
import type { Session } from "../state/session";
import type { State } from "../state/state";
import { LEADING, openedBy, PINNED, placeOf } from "../views/places";
import { addTitle } from "./AddThing";
import { autosaveOf } from "./autosave";
import { COMMANDS, type CommandName, keysText } from "./commands";
import { addingPath, addObstacle, isShown, listedThings, pathOf, thingTitle } from "./inputs";
import { leversOf } from "./Levers";
import { keptWords } from "./Resume";
import { lead, leadToSection, sectionsOf } from "./Sections";
import { stepText } from "./StoryPlace";
import { FORMS, SHARE } from "./share/forms";
import { canDo, doCommand } from "./shortcuts";
import { CHOICES, choose } from "./theme";

export interface PaletteItem extends Findable {
  /** Tells it from all others. */
  key: string;
  kind: string;
  detail?: string;
  /** It would do nothing now; that it is there is told to who looks for it. */
  isIdle?: boolean;
  go(): void;
}

/** How much likelier each kind is meant than a row or measure of the model, of which there are hundreds. */
const LIFT = { command: 120, lever: 115, other: 105 };

/** All but what the reference has. */
export function paletteItems(state: State, session: Session): PaletteItem[] {
  return [...commands(state, session), ...scenarios(session), ...sections(state, session), ...views(state, session), ...assumptions(state, session)];
}

function commands(state: State, session: Session): PaletteItem[] {
  const named = (Object.keys(COMMANDS) as CommandName[]).filter((name) => name !== "palette");
  const own = named.map((name) => {
    const { title, words, idle, keys } = COMMANDS[name];
    const isIdle = !canDo(name, state);
    const byKeys = `Key ${keys.map((each) => keysText(each)).join(" or ")}`;
    return { key: `command ${name}`, title, words, isIdle, detail: (isIdle && idle) || byKeys, go: () => doCommand(name, session) };
  });
  const isChanged = (state.history?.present.changes.size ?? 0) > 0;
  const resetAll = {
    key: "reset",
    title: "Reset all changes",
    words: "clear discard start over original",
    isIdle: !isChanged,
    ...(!isChanged && { detail: "Nothing is changed" }),
    go: () => session.resetAll(),
  };
  const words = "colors theme mode appearance night";
  const colours = CHOICES.map(({ name, title }) => ({ key: `colours ${name}`, title: `Colours: ${title}`, words, go: () => choose(name) }));
  const all = [...keeping(session), ...own, resetAll, ...telling(state, session), ...taking(session), ...adding(state, session), ...colours];
  return all.map((item) => ({ kind: "Command", lift: LIFT.command, ...item }));
}

type Deed = Omit<PaletteItem, "kind">;

/** The story, from its first step on. */
function telling({ history }: State, session: Session): Deed[] {
  const base = history?.present.base;
  if (!base?.story) return [];
  const step = stepText(base.shipped ? base.name : "", 0);
  const title = `Tell the story: ${base.story.title || base.title}`;
  return [{ key: "story", title, words: "tour steps presentation guide", go: () => session.look({ step }) }];
}

/** What is taken away in the drawer for it. */
function taking(session: Session): Deed[] {
  const go = () => session.share({});
  const forms = Object.entries(FORMS).map(([name, { title, words }]) => ({ key: `take ${name}`, title, words, detail: SHARE.title, go }));
  return [{ key: "share", title: SHARE.title, words: SHARE.words, go }, ...forms];
}

/** A thing of each kind, by its button among the assumptions. */
function adding(state: State, session: Session): Deed[] {
  if (!state.history) return [];
  const things = listedThings(state);
  return SCOPES.filter(({ single }) => !single).map((scope) => {
    const obstacle = addObstacle(state, scope, things);
    const go = () => session.jumpTo(addingPath(scope.name));
    return {
      key: `add ${scope.name}`,
      title: addTitle(scope),
      words: "new create",
      text: scope.note,
      isIdle: obstacle !== undefined,
      ...(obstacle && { detail: obstacle }),
      go,
    };
  });
}

function keeping(session: Session): Deed[] {
  const autosave = autosaveOf(session);
  const { possible, wanted, kept } = autosave.store.get();
  if (!possible) return [];
  if (!wanted) return [{ key: "keep", title: "Keep what I change in this browser", go: () => autosave.keepAgain() }];
  const forget = { key: "forget", title: "Forget the scenario kept in this browser", go: () => autosave.forget() };
  if (!kept) return [forget];
  const again = {
    key: "continue",

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
    lift: LIFT.other,
    go: () => void session.open({ name }),
  }));
}

function sections(state: State, session: Session): PaletteItem[] {
  return sectionsOf(state).map(({ name, title, words }) => ({
    key: `section ${name}`,
    kind: "On this page",
    title,
    words,
    lift: LIFT.other,
    go: () => leadToSection(session, name),
  }));
}

/** What stands at the top has no place of its own: the section that it stands in is led to. */
function views(state: State, session: Session): PaletteItem[] {
  const heads = (state.shown?.answer.available ?? []).filter(({ name }) => !LEADING.some((leading) => leading === name));
  return heads.map(({ name, title, note, kind }) => ({
    key: `view ${name}`,
    kind: kind === "chart" ? "Chart" : "Table",
    title,
    words: catalog.view_words[name],
    text: note,
    lift: LIFT.other,
    go: () => {
      if (!PINNED.has(name)) session.openView(name, openedBy(kind));
      lead(placeOf(name)?.querySelector<HTMLElement>("summary, h2"));
    },
  }));
}

/** The scenario's own inputs, things, and those of their inputs that count as they stand. */
function assumptions(state: State, session: Session): PaletteItem[] {
  const layers = inputLayers(state);
  const things = listedThings(state);
  const levers = new Set(leversOf(state, things));
  const horizon = catalog.horizon.map(({ name, title, words, group }) => ({
    key: name,
    kind: "Input",
    title,
    words,
    detail: group,
    text: group,
    lift: LIFT.other,
    go: () => session.jumpTo(name),
  }));
  const ofThings = things.flatMap((thing) => {
    const path = instancePath(thing.scope, thing.name);
    const scope = scopeTitle(thing.scope);
    const title = thingTitle(thing.scope, thing.name, things);
    const inputs = inputsOf(thing.scope).filter((input) => isShown(layers, input, thing.name));
    const own = { key: path, kind: scope, title, text: scope, lift: LIFT.other, go: () => session.jumpTo(path) };
    const its = inputs.map((input) => {
      const inputPath = pathOf(input, thing.name);
      const detail = thing.title ? `${scope} ${title}` : scope;
      return {
        key: inputPath,
        kind: "Input",
        title: input.title,
        words: input.words,
        detail,
        text: `${detail} ${input.group}`,
        lift: levers.has(inputPath) ? LIFT.lever : LIFT.other,
        go: () => session.jumpTo(inputPath),
      };
    });
    return [own, ...its];
  });
  return [...horizon, ...ofThings];
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
