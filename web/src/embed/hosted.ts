// What the page around an embed may do with it, and is told.
import { inputOf } from "../catalog";
import type { Origin } from "../engine/engine";
import type { Problem } from "../engine/messages";
import { readDay, readMonth, readNumber, readSwitch } from "../entry";
import { hasStory, stepOf } from "../page/StoryPlace";
import type { Telling } from "../page/storytelling";
import { Watched } from "../page/watched";
import { parsePath } from "../paths";
import { problemsText } from "../problems";
import { scopeOf } from "../scopes";
import { equal } from "../state/history";
import type { Session } from "../state/session";
import { type State, standing } from "../state/state";
import { valueText } from "../views/values";
import type { Line } from "./line";
import { type Figure, type FromEmbed, type ToEmbed, type Unread, VERSION } from "./protocol";

/** What comes while a scenario is on its way is meant for it and waits; more than this is refused. */
const MOST_WAITING = 100;
/** The largest value that is repeated when it is refused. */
const LONGEST_REPEATED = 2000;
const LONGEST_TOLD = 2000;

type Changes = ReadonlyMap<string, unknown>;

export class Hosted {
  private readonly waiting: ToEmbed[] = [];
  /** The changes of the last state whose figures could be computed. */
  private good: Changes = new Map();
  /** Inputs that were set and whose figures are not there yet. */
  private readonly set = new Map<string, unknown>();
  private told: string | undefined;
  /** What the page around has asked to be opened, while that is on its way. */
  private asked: Origin | undefined;
  private isReady = false;
  private isFollowing = false;
  private isTelling = false;

  /** `figures` is the view whose figures are told, `story` whether one is, and where it is. */
  constructor(
    private readonly session: Session,
    private readonly line: Line,
    private readonly figures: string,
    private readonly story: { isShown: boolean; telling: Watched<Telling | undefined> } = {
      isShown: false,
      telling: new Watched<Telling | undefined>(undefined),
    },
  ) {
    session.store.watch(() => this.look());
    story.telling.watch(() => this.followAll());
  }

  receive(message: ToEmbed | Unread | undefined): void {
    if (!message) return;
    if ("allowed" in message) this.refuse("", undefined, message.allowed);
    else if (this.waiting.length < MOST_WAITING) {
      this.waiting.push(message);
      this.followAll();
    } else this.refuse("", undefined, `a scenario is still being opened, and ${MOST_WAITING} messages wait for it already`);
  }

  /** In their order, each once what the one before opens is there. Where nothing could be opened, they wait for what is opened instead. */
  private followAll(): void {
    // What a message does may lead here again, before it is done.
    if (this.isFollowing) return;
    this.isFollowing = true;
    try {
      for (let next = this.nextWaiting(); next; next = this.nextWaiting()) this.follow(next);
    } finally {
      this.isFollowing = false;
    }
  }

  private nextWaiting(): ToEmbed | undefined {
    const state = this.session.store.get();
    if (this.waiting[0]?.type === "rackonomics:step" && this.isStoryComing()) return undefined;
    const isNone = state.phase === "failed" && !state.history && !state.opening;
    const next = isOpen(state) ? 0 : isNone ? this.waiting.findIndex(({ type }) => type === "rackonomics:open") : -1;
    return next < 0 ? undefined : this.waiting.splice(next, 1)[0];
  }

  /** Whether a story is about to be told. */
  private isStoryComing(): boolean {
    const { isShown, telling } = this.story;
    const told = telling.get();
    return isShown && hasStory(this.session.store.get()) && !told?.story && !told?.trouble;
  }

  private follow(message: ToEmbed): void {
    switch (message.type) {
      case "rackonomics:set":
        this.setInputs(new Map(Object.entries(message.inputs)));
        return;
      case "rackonomics:month":
        this.setMonth(message.month);
        return;
      case "rackonomics:select":
        this.select(message.thing);
        return;
      case "rackonomics:step":
        this.goTo(message.step);
        return;
      case "rackonomics:open":
        void this.open(message.link);
        return;
      case "rackonomics:ask":
        this.told = undefined;
        this.look();
    }
  }

  private setInputs(given: Changes): void {
    const values = new Map([...given].map(([path, value]) => [path, inputRead(path, value)]));
    for (const [path, value] of given) this.set.set(path, value);
    this.session.changeAll(values, `host ${[...values.keys()].join(" ")}`);
    this.look();
  }

  private setMonth(month: string): void {
    const months = this.session.store.get().result?.months ?? [];
    const at = months.indexOf(month);
    if (at < 0) this.refuse("month", month, `the scenario has no ${month}; allowed are ${months[0]} to ${months.at(-1)}`);
    else this.session.look({ month: at });
  }

  private select(thing: string): void {
    const things = (this.session.store.get().result?.document.instances ?? []).filter(({ scope }) => !scopeOf(scope)?.single);
    if (thing === "" || things.some(({ name }) => name === thing)) this.session.look({ select: thing });
    else this.refuse("thing", thing, `the scenario has no ${thing}; allowed are ${things.map(({ name }) => name).join(", ")}, and nothing`);
  }

  private goTo(step: number): void {
    const { story, go } = this.story.telling.get() ?? {};
    const count = story?.steps.length ?? 0;
    if (!go || !story) this.refuse("step", step, "no story is told; view=story in the frame's address tells that of a scenario which has one");
    else if (!Number.isInteger(step) || step < 1 || step > count) this.refuse("step", step, `the story has no such step; allowed are 1 to ${count}`);
    else go(step - 1);
  }

  private async open(link: string): Promise<void> {
    this.set.clear();
    const origin = { link };
    this.asked = origin;
    await this.session.open(origin);
    const state = this.session.store.get();
    if (this.asked === origin) this.asked = undefined;
    if (state.history?.present.origin === origin) return;
    const text = wordsOf(state);
    this.refuse("link", link, text || "nothing could be opened");
    if (!state.history) this.told = text;
  }

  private look(): void {
    const state = this.session.store.get();
    if (!state.history) {
      if (state.phase === "failed" && !state.opening && !this.asked) this.failed(state);
      this.followAll();
      return;
    }
    const stand = standing(state);
    if (stand === "current") {
      this.good = state.history.present.changes;
      this.set.clear();
    } else if (stand === "refused" && this.set.size > 0) this.takeBack(state.problems);
    this.followAll();
    if (isWhole(this.session.store.get())) void this.tell();
  }

  private failed(state: State): void {
    const text = wordsOf(state);
    if (text !== this.told) this.refuse("link", undefined, text);
    this.told = text;
  }

  /** What was set and cannot be computed is as it was before. Where the engine does not say which of it is wrong, all of it is. */
  private takeBack(problems: readonly Problem[]): void {
    const isAt = (path: string) => (problem: Problem) => problem.path === path || problem.path.startsWith(`${path}.`);
    const named = [...this.set].filter(([path]) => problems.some(isAt(path)));
    const wrong = named.length > 0 ? named : [...this.set];
    const all = problemsText(problems);
    const { present } = this.session.store.get().history!;
    const back = new Map<string, unknown>();
    for (const [path, value] of wrong) {
      this.set.delete(path);
      this.refuse(path, value, problems.find(isAt(path))?.message ?? all);
      if (!equal(present.changes.get(path), this.good.get(path))) back.set(path, this.good.get(path));
    }
    for (const [path, value] of back) {
      if (value === undefined) this.session.reset(path);
      else this.session.change(path, value);
    }
  }

  private refuse(path: string, value: unknown, allowed: string): void {
    const text = JSON.stringify(value) as string | undefined;
    const repeated = text !== undefined && text.length <= LONGEST_REPEATED && { value };
    this.line.say({ type: "rackonomics:refused", path: path.slice(0, 160), allowed: allowed.slice(0, LONGEST_TOLD), ...repeated });
  }

  /** Tells what is shown, once its link is there. What is another meanwhile is told by the next turn. */
  private async tell(): Promise<void> {
    if (this.isTelling || !this.line.isOpen) return;
    this.isTelling = true;
    try {
      for (;;) {
        const state = this.session.store.get();
        const link = await this.session.linkNow().catch(() => undefined);
        const now = this.session.store.get();
        if (now.shown === state.shown && now.history?.present === state.history?.present) {
          if (isWhole(now)) this.sayChanged(now, link);
          return;
        }
        if (!isWhole(now)) return;
      }
    } finally {
      this.isTelling = false;
    }
  }

  private sayChanged(state: State, link: string | undefined): void {
    const { history, shown, result, view } = state;
    if (!this.isReady) {
      this.isReady = true;
      const views = shown!.answer.available.map(({ name, title }) => ({ name, title }));
      this.line.say({ type: "rackonomics:ready", version: VERSION, views });
    }
    const message: FromEmbed = {
      type: "rackonomics:changed",
      title: history!.present.base.title,
      inputs: Object.fromEntries(history!.present.changes),
      month: result!.months[shown!.month]!,
      ...(view.select && { selected: view.select }),
      ...(stepOf(view) >= 0 && { step: stepOf(view) + 1 }),
      ...(link !== undefined && { link }),
      figures: this.figuresOf(state),
    };
    const text = JSON.stringify(message);
    if (text === this.told) return;
    this.told = text;
    this.line.say(message);
  }

  private figuresOf({ shown }: State): Figure[] {
    const view = shown!.answer.views.find(({ name }) => name === this.figures);
    return (view?.cells ?? []).map(({ title, value }) => ({
      title,
      text: valueText(value),
      ...(value.number !== undefined && { number: value.number, unit: value.unit }),
    }));
  }
}

function wordsOf({ notices }: State): string {
  return notices.map(({ text }) => text).join(" ");
}

/** Whether a scenario is open, and no other on its way. */
function isOpen({ history, opening }: State): boolean {
  return history !== undefined && !opening;
}

/** Whether what is shown is of the present inputs, in the month looked at. */
function isWhole(state: State): boolean {
  return (
    isOpen(state) && standing(state) === "current" && state.shown?.scenario === state.history?.present && state.shown?.month === state.view.month
  );
}

/**
 * A text is read as the command line reads one: 0.6 is 0.6, and 60 % is that too. What cannot be read so is left to the engine,
 * which says what is allowed.
 */
function inputRead(path: string, given: unknown): unknown {
  const { scope, input } = parsePath(path);
  const declared = inputOf(`${scope}.${input}`);
  if (typeof given !== "string" || !declared) return given;
  switch (declared.kind) {
    case "number":
      return readOr(readNumber(given, { ...declared, display: "" }), given);
    case "month":
      return readOr(readMonth(given), given);
    case "day":
      return readOr(readDay(given), given);
    case "switch":
      return readOr(readSwitch(given), given);
    case "choice":
      return given;
  }
}

function readOr(entry: object, given: string): unknown {
  return "value" in entry ? entry.value : given;
}
