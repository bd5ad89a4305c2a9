// The page's side of the engine that serves what is shown: one call in flight, the latest inputs win, nothing queues, and an
// engine that crashed or hangs is started anew with what was last asked.
import { answered, isRefused, type Refused } from "./answered";
import { changed } from "./documents";
import { type Came, Engine, type EngineFailure, isToAskAgain, type Origin, type Question, questionOf, type Spawn, startFailure } from "./engine";
import { type Foresee, type Foreseen, openedAs, ranAs } from "./foreseen";
import type {
  Base,
  Calls,
  Change,
  Comparison,
  Document,
  Entry,
  Event,
  Explanation,
  Heads,
  Kind,
  Looking,
  Notice,
  Period,
  Piece,
  Plan as PlanHead,
  Problem,
  Progress,
  Range,
  Role,
  Story,
  TypedRange,
  View,
  ViewHead,
  ViewWish,
} from "./messages";
import { type Reference, referenceOf } from "./reference";

/** Why a number is what it is, or what made its difference to another. */
export type Reasons = Explanation | Comparison;

/** What was opened. */
export interface Opened {
  base: Base;
  changes: Change[];
  view: Looking;
  notices: Notice[];
}

/** A view with the periods that its lines go by and their values, one a period; a heading has none. */
export interface ShownView extends View {
  periods: readonly Period[];
  values: readonly Float64Array[];
}

export interface Shown {
  /** The month that they are of. */
  month: number;
  /** Every view that the scenario has a use for. */
  available: readonly ViewHead[];
  views: readonly ShownView[];
  /** Written when the page was built: the engine's own is still to be asked for. */
  isForeseen?: true;
  /** By what it was computed, in words. */
  computed?: string;
}

/** What a run yields, complete in itself. */
export interface Result extends Shown {
  /** The scenario's document as it was opened, and with the changes. */
  base: Document;
  document: Document;
  /** Why things get less than they ask for, each at its path. */
  obstacles: readonly Problem[];
  /** The floor, or why it has none, where that was asked for. */
  floor: (({ plan: Plan } | { problem: string }) & { events: readonly Event[] }) | undefined;
  /** What else is said of a view, where that was foreseen. */
  needs?: { view: string; sentences: readonly (readonly Piece[])[] };
}

/** What a run is asked for. */
export interface Wishes {
  views: ViewWish[];
  /** The month looked at; undefined where one begins to look. */
  month: number | undefined;
  floor: boolean;
}

/** The plan of the floor as the scene takes it, and what its uses are. */
export interface Plan {
  head: string;
  numbers: Float64Array;
  uses: readonly { role: Role; place: number }[];
  /** There is no site to draw. */
  isEmpty: boolean;
}

export { isRefused, type Refused };

/** Undefined stands for an answer that nobody waits for any more: later inputs overtook it, or it was given up. */
export type Asked<Got> = Promise<Got | Refused | undefined>;

/** What waits is served in this order: what fills the figures comes first. */
const ORDER = ["open", "run", "ranges", "base", "reference", "explain", "story", "document", "link", "taken", "taking"] as const;
type Slot = (typeof ORDER)[number];

export interface Listener {
  /** Told in plain words each time the engine had to be started anew. */
  restarted?(message: string): void;
  /** How far the call in flight is, if it takes long; undefined when it has ended. */
  progress?(progress: Progress | undefined): void;
}

interface NamedHeads {
  name: string;
  heads: Heads;
}

type Floor = Result["floor"];

/** What an answer of the engine may refer to, under the number that the page gave it; none where it is not the engine's. */
interface Held {
  number?: number;
  views: readonly ShownView[];
  floor?: Floor;
}

const NOTHING_HELD: Held = { views: [] };

/**
 * What was foreseen is drawn while the engine is on its way where that takes long, and otherwise before the engine is begun with: it has
 * a processor to itself for as long as that takes.
 */
export interface FirstPicture {
  isLineSlow(): boolean;
  painted(): Promise<void>;
}

export class EngineClient {
  private readonly engine: Engine;
  private readonly waiting = new Map<Slot, Question>();
  private readonly slots = new WeakMap<Question, Slot>();
  /** Of the last run: what is the same in the next stays the same object, so that what shows it need not be drawn again. */
  private held = NOTHING_HELD;
  private lastHeld = 0;
  /** The heads that came last. */
  private heads: NamedHeads | undefined;
  /** What each request named: an answer may only name it too, and other may have come since. */
  private readonly named = new WeakMap<Question["request"], { heads: NamedHeads | undefined; held: Held }>();
  private readonly documents = new WeakMap<Origin, Document>();
  /** Of the reference, by scenario: no change changes them. */
  private readonly entries = new WeakMap<Origin, readonly Entry[]>();
  /** What was foreseen of scenarios, until their first run takes it. */
  private readonly foreseen = new WeakMap<Origin, Foreseen>();
  /** Settles when what was foreseen and told last has been drawn. */
  private drawn: Promise<void> | undefined;

  constructor(
    spawn: Spawn,
    private readonly listener: Listener = {},
    private readonly foresee: Foresee = () => undefined,
    private readonly picture: FirstPicture = { isLineSlow: () => true, painted: async () => {} },
  ) {
    const spawnBehind: Spawn = async (receive, part) => {
      await this.drawn;
      return spawn(receive, part);
    };
    this.engine = new Engine(spawnBehind, {
      free: () => this.pump(),
      opened: (origin, document) => this.documents.set(origin, document),
      lost: (question, message, how) => this.lost(question, message, how),
    });
  }

  async open(origin: Origin, signal?: AbortSignal): Asked<Opened> {
    const foreseen = await this.foreseenOf(origin);
    if (foreseen && signal?.aborted) return undefined;
    const asking = foreseen ? openedAs(foreseen, origin) : this.ask("open", "open", origin, {}, signal);
    return told(asking, ({ base, changes = [], view = {}, notices = [] }) => base && { base, changes, view, notices });
  }

  /** Runs the scenario with these changes. What was foreseen of it is told once, and then the engine is asked. */
  async run(origin: Origin, changes: Change[], wishes: Wishes, signal?: AbortSignal): Asked<Result> {
    return this.foreseenRun(origin, changes, wishes) ?? this.runIn("run", origin, changes, wishes, signal);
  }

  /** What was foreseen of a scenario, where that is there before the engine is. */
  private async foreseenOf(origin: Origin): Promise<Foreseen | undefined> {
    const coming = this.engine.isReady ? undefined : this.foresee(origin);
    if (!coming) return undefined;
    if (this.picture.isLineSlow()) void this.engine.start();
    const foreseen = await coming;
    if (foreseen?.open.document) {
      this.foreseen.set(origin, foreseen);
      this.documents.set(origin, foreseen.open.document);
    }
    return foreseen;
  }

  private foreseenRun(origin: Origin, changes: Change[], wishes: Wishes): Result | undefined {
    const foreseen = this.foreseen.get(origin);
    this.foreseen.delete(origin);
    const came = foreseen && ranAs(foreseen, changes, wishes);
    const result = came && this.resultOf(origin, {}, came);
    if (result) {
      this.held = { views: result.views };
      this.drawn = this.picture.painted();
    }
    return result && { ...result, isForeseen: true, ...(foreseen?.needs && { needs: foreseen.needs }) };
  }

  /** Runs it as it was opened, for views to compare with. */
  base(origin: Origin, views: ViewWish[], month: number): Asked<Shown> {
    return this.runIn("base", origin, [], { views, month, floor: false });
  }

  /** Views of the scenario with these changes, to be printed or taken elsewhere: whatever is open. */
  taken(origin: Origin, changes: Change[], views: ViewWish[], month: number, signal?: AbortSignal): Asked<Result> {
    return this.runIn("taken", origin, changes, { views, month, floor: false }, signal);
  }

  /** The fragment of a link, "#s=…". */
  link(origin: Origin, changes: Change[], view: Looking): Asked<string> {
    return told(this.ask("link", "link", origin, { changes, view }), ({ fragment }) => fragment);
  }

  /** What everything with a name in the scenario is, and comes to in a month. */
  reference(origin: Origin, changes: Change[], month: number, signal?: AbortSignal): Asked<Reference> {
    const asking = this.ask("reference", "reference", origin, { changes, month, entries: !this.entries.has(origin) }, signal);
    return told(asking, (answer, numbers) => {
      const entries = answer.entries ?? this.entries.get(origin);
      if (!entries || !numbers) return undefined;
      this.entries.set(origin, entries);
      return referenceOf(entries, answer, numbers);
    });
  }

  explain(origin: Origin, question: Omit<Calls["explain"]["request"], "of">, signal?: AbortSignal): Asked<Reasons> {
    return told(this.ask("explain", "explain", origin, question, signal), ({ explanation, compared }) => explanation ?? compared);
  }

  /** The story that a scenario tells, with its figures. */
  story(origin: Origin, signal?: AbortSignal): Asked<Story> {
    return told(this.ask("story", "story", origin, {}, signal), ({ story }) => story);
  }

  /** What was typed for inputs means as ranges. */
  ranges(origin: Origin, changes: Change[], typed: TypedRange[]): Asked<Range[]> {
    return told(this.ask("ranges", "ranges", origin, { changes, typed }), ({ ranges }) => ranges);
  }

  /** What else is said of a view, which only solving finds. */
  taking(origin: Origin, changes: Change[], view: string, signal?: AbortSignal): Asked<Piece[][]> {
    return told(this.ask("taking", "taking", origin, { changes, view }, signal), ({ sentences }) => sentences);
  }

  /** The scenario with the changes as a document. */
  document(origin: Origin, changes: Change[]): Asked<string> {
    return told(this.ask("document", "document", origin, { changes }), ({ document }) => document);
  }

  private runIn(slot: Slot, origin: Origin, changes: Change[], wishes: Wishes, signal?: AbortSignal): Asked<Result> {
    const request: Question["request"] = { changes, ...wishes };
    let read: Result | undefined;
    // At once, so that the next question can name what this answer brought.
    const arrived = (came: Came<"run">) => {
      read = this.resultOf(origin, request, came);
      const number = request["hold"] as number | undefined;
      if (number && read) this.held = { number, views: read.views, floor: read.floor };
    };
    return told(this.ask(slot, "run", origin, request, signal, arrived), () => read);
  }

  private resultOf(origin: Origin, request: Question["request"], { body: { document, ...answer }, numbers }: Came<"run">): Result | undefined {
    const base = this.documents.get(origin);
    const heads = this.headsOf(answer, request);
    const read = heads && shown(answer, heads, numbers, this.named.get(request)?.held);
    return base && document && read && { ...read, base, document: changed(base, document), obstacles: answer.obstacles ?? [] };
  }

  private async ask<K extends Kind>(
    slot: Slot,
    kind: K,
    origin: Origin,
    request: Question["request"],
    signal?: AbortSignal,
    arrived?: (came: Came<K>) => void,
  ): Promise<Came<K> | undefined> {
    if (signal?.aborted) return undefined;
    const { question, answer } = questionOf(kind, origin, request, { progress: (progress) => this.listener.progress?.(progress), arrived });
    this.slots.set(question, slot);
    signal?.addEventListener("abort", () => this.giveUp(question), { once: true });
    this.wait(question);
    this.pump();
    return answer;
  }

  private wait(question: Question): void {
    const slot = this.slotOf(question);
    this.waiting.get(slot)?.settle(undefined);
    this.waiting.set(slot, question);
    // A newer question makes the answer to an older one useless even while it is in flight; a run's can still be shown meanwhile.
    const asked = this.engine.question;
    if (asked && slot !== "run" && this.slotOf(asked) === slot) this.giveUp(asked);
    // What takes long and is asked last gives way; who asked for it asks again.
    if (asked && slot !== "taking" && this.slotOf(asked) === "taking") this.giveUp(asked);
  }

  private slotOf(question: Question): Slot {
    return this.slots.get(question)!;
  }

  private giveUp(question: Question): void {
    const slot = this.slotOf(question);
    if (this.waiting.get(slot) === question) this.waiting.delete(slot);
    this.engine.giveUp(question);
  }

  private pump(): void {
    const slot = ORDER.find((name) => this.waiting.has(name));
    if (!slot || this.engine.question) return;
    if (!this.engine.isFree) {
      void this.engine.start();
      return;
    }
    const question = this.waiting.get(slot)!;
    this.waiting.delete(slot);
    if (question.kind === "run") this.name(question.request, slot);
    this.engine.take(question);
  }

  /** Says what the page has, which need not come again; of runs that it shows it holds what comes. */
  private name(request: Question["request"], slot: Slot): void {
    const { heads } = this;
    const held = slot === "run" ? this.held : NOTHING_HELD;
    if (heads) request["heads"] = heads.name;
    if (slot === "run") request["hold"] = ++this.lastHeld;
    request["held"] = held.number;
    this.named.set(request, { heads, held });
  }

  /** Those that a run's answer has, or that its request named. */
  private headsOf({ heads_name: name, heads }: Calls["run"]["answer"], request: Question["request"]): Heads | undefined {
    if (heads && this.heads?.name !== name) this.heads = { name, heads };
    return [this.heads, this.named.get(request)?.heads].find((known) => known?.name === name)?.heads;
  }

  /** Another engine is started and asked again, within reason. */
  private lost(question: Question | undefined, message: string, how: "started" | "unstarted" | "unstartable"): void {
    if (how === "unstartable") {
      this.fail(question, startFailure(message));
      return;
    }
    if (question && isToAskAgain(question, message)) this.again(question);
    if (how === "started") this.listener.restarted?.(`The engine stopped (${message}) and was started again with your last inputs.`);
    this.pump();
  }

  private again(question: Question): void {
    const slot = this.slotOf(question);
    if (this.waiting.has(slot)) question.settle(undefined);
    else this.waiting.set(slot, question);
  }

  private fail(question: Question | undefined, error: EngineFailure): void {
    const all = [...this.waiting.values(), ...(question ? [question] : [])];
    this.waiting.clear();
    for (const waiting of all) waiting.fail(error);
  }
}

async function told<K extends Kind, Got>(
  asking: Promise<Came<K> | undefined> | Came<K>,
  read: (body: Calls[K]["answer"], numbers: Float64Array | undefined) => Got | undefined,
): Asked<Got> {
  return answered(await asking, read);
}

type Numbers = Float64Array | undefined;

/**
 * Views and plan with the numbers that belong to them, and what is kept of those held; undefined where there are more or fewer numbers
 * than those take, or what is kept is not held.
 */
export function shown(
  { month, views = [], plan, computed }: Calls["run"]["answer"],
  { available, periods }: Heads,
  numbers: Numbers,
  held = NOTHING_HELD,
): Omit<Result, "base" | "document" | "obstacles"> | undefined {
  let at = 0;
  const values = (count: number) => {
    at += count;
    return numbers?.subarray(at - count, at) ?? new Float64Array();
  };
  const filled: ShownView[] = [];
  for (const { kept, ...view } of views) {
    const was = held.views.find(({ name }) => name === view.name);
    if (kept && !was) return undefined;
    const head = kept ? was! : view;
    const by = periods[head.by];
    if (kept === "all") {
      // A view without lines is the same in a scenario of other months.
      filled.push(was!.periods === by ? was! : { ...was!, periods: by });
      continue;
    }
    const made = { ...head, periods: by, values: (head.lines ?? []).map(({ heading }) => values(heading ? 0 : by.length)) };
    // Of an answer that could name nothing that is held all comes, be it the same or not.
    filled.push(was && !kept && isSame(was, made) ? was : made);
  }
  const floor = plan && floorOf(plan, (numbers?.length ?? 0) - at, values, held.floor);
  const isWhole = at === (numbers?.length ?? 0) && (!plan || floor);
  return isWhole ? { month, available, views: filled, floor, ...(computed && { computed }) } : undefined;
}

/** Whether two views say the same. */
function isSame(was: ShownView, is: ShownView): boolean {
  const { values: before, periods: last, ...head } = was;
  const { values, periods, ...now } = is;
  return (
    last === periods &&
    before.every((line, at) => line.length === values[at]?.length && line.every((value, month) => Object.is(value, values[at]![month]))) &&
    JSON.stringify(head) === JSON.stringify(now)
  );
}

/** The plan with the numbers that are left, or why there is none; undefined where there should be some and are not, or what is kept is not held. */
function floorOf({ head, kept, problem = "", events = [] }: PlanHead, left: number, values: (count: number) => Float64Array, held: Floor): Floor {
  if (!head && !kept) return { problem, events };
  const was = held && "plan" in held ? held : undefined;
  if (left <= 0 || (kept && !was)) return undefined;
  const numbers = values(left);
  if (kept) return { plan: { ...was!.plan, numbers }, events: was!.events };
  const { uses, sites } = JSON.parse(head!) as Pick<Plan, "uses"> & { sites: readonly unknown[] | null };
  return { plan: { head: head!, numbers, uses, isEmpty: !sites?.length }, events };
}
