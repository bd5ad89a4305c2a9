// The page's side of the engine: one call in flight, the latest inputs win, nothing queues, and an
// engine that crashed or hangs is started anew with what was last asked.
import { changed } from "./documents";
import type {
  Base,
  Calls,
  Change,
  Document,
  Entry,
  Explanation,
  FromWorker,
  Heads,
  Kind,
  Looking,
  Notice,
  Period,
  Plan as PlanHead,
  Problem,
  Progress,
  Role,
  ToWorker,
  View,
  ViewHead,
  ViewWish,
} from "./messages";
import { type Reference, referenceOf } from "./reference";

/** A started engine, in a worker or in the page. */
export interface Port {
  post(message: ToWorker): void;
  terminate(): void;
}

/** Starts an engine that reports to `receive`; throws where that is not allowed. */
export type Spawn = (receive: (message: FromWorker) => void) => Promise<Port>;

/** Where a scenario comes from. Each object of this type is one opened scenario: ask again with the same one. */
export type Origin = { name: string } | { link: string } | { document: string };

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
}

/** What a run yields, complete in itself. */
export interface Result extends Shown {
  /** The scenario's document as it was opened, and with the changes. */
  base: Document;
  document: Document;
  /** The floor, or why it has none, where that was asked for. */
  floor: { plan: Plan } | { problem: string } | undefined;
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
}

/** Why there is no answer. */
export interface Refused {
  problems: Problem[];
  notices?: Notice[];
}

/** Undefined stands for an answer that nobody waits for any more: later inputs overtook it, or it was given up. */
export type Asked<Got> = Promise<Got | Refused | undefined>;

/** How long one call may go without a word, in milliseconds, before the engine is taken to hang. */
const PATIENCE = 20_000;
/** A call that ended an engine is tried on a fresh one this many times in all. */
const ATTEMPTS = 2;
/** What waits is served in this order: what fills the figures comes first. */
const ORDER = ["open", "run", "base", "reference", "explain", "document", "link"] as const;
type Slot = (typeof ORDER)[number];

/** One question, as long as it has no answer. */
interface Task {
  slot: Slot;
  kind: Kind;
  origin: Origin;
  /** Without the number of the scenario, which is put in when it is sent. */
  request: { [member: string]: unknown };
  attempts: number;
  /** Nobody waits for it any more. */
  abandoned: boolean;
  settle(answer: Came<Kind> | undefined): void;
  fail(error: Error): void;
}

/** An answer as it comes. */
interface Came<K extends Kind> {
  body: Calls[K]["answer"];
  numbers: Float64Array | undefined;
  /** Those that a run's answer names. */
  heads: Heads | undefined;
}

interface Flight {
  id: number;
  task: Task;
  /** The scenario is being opened, so that the task can be asked. */
  opening: boolean;
  timer: ReturnType<typeof setTimeout>;
}

/** The engine could not answer; the message is for the user. */
export class EngineFailure extends Error {}

export interface Listener {
  /** Told in plain words each time the engine had to be started anew. */
  restarted?(message: string): void;
  /** How far the call in flight is, if it takes long; undefined when it has ended. */
  progress?(progress: Progress | undefined): void;
}

export class EngineClient {
  private port: Port | undefined;
  private ready = false;
  private begun = false;
  private generation = 0;
  private failedStarts = 0;
  private waiting = new Map<Slot, Task>();
  private flight: Flight | undefined;
  private readonly numbers = new WeakMap<Origin, number>();
  private lastNumber = 0;
  /** The numbers of the scenarios that this engine has open, as far as is known here. */
  private opened = new Set<number>();
  /** The views of the last run, by which the same are known. */
  private views: readonly ShownView[] = [];
  /** The heads that came last, which an answer may only name. */
  private heads: { name: string; heads: Heads } | undefined;
  private readonly documents = new WeakMap<Origin, Document>();
  /** Of the reference, by scenario: no change changes them. */
  private readonly entries = new WeakMap<Origin, readonly Entry[]>();
  private nextId = 1;

  constructor(
    private readonly spawn: Spawn,
    private readonly listener: Listener = {},
  ) {}

  open(origin: Origin, signal?: AbortSignal): Asked<Opened> {
    return told(
      this.ask("open", "open", origin, {}, signal),
      ({ base, changes = [], view = {}, notices = [] }) => base && { base, changes, view, notices },
    );
  }

  /** Runs the scenario with these changes. */
  async run(origin: Origin, changes: Change[], wishes: Wishes): Asked<Result> {
    const got = await this.runIn("run", origin, changes, wishes);
    if (!got || isRefused(got)) return got;
    this.views = got.views.map((view) => this.views.find((was) => isSame(was, view)) ?? view);
    return { ...got, views: this.views };
  }

  /** Runs it as it was opened, for views to compare with. */
  base(origin: Origin, views: ViewWish[], month: number): Asked<Shown> {
    return this.runIn("base", origin, [], { views, month, floor: false });
  }

  /** The fragment of a link, "#s=…". */
  link(origin: Origin, changes: Change[], view: Looking): Asked<string> {
    return told(this.ask("link", "link", origin, { changes, view }), ({ fragment }) => fragment);
  }

  /** What everything with a name in the scenario is, and comes to in a month. */
  reference(origin: Origin, changes: Change[], month: number): Asked<Reference> {
    const asking = this.ask("reference", "reference", origin, { changes, month, entries: !this.entries.has(origin) });
    return told(asking, (answer, numbers) => {
      const entries = answer.entries ?? this.entries.get(origin);
      if (!entries || !numbers) return undefined;
      this.entries.set(origin, entries);
      return referenceOf(entries, answer, numbers);
    });
  }

  explain(origin: Origin, question: Omit<Calls["explain"]["request"], "of">, signal?: AbortSignal): Asked<Explanation> {
    return told(this.ask("explain", "explain", origin, question, signal), ({ explanation }) => explanation);
  }

  /** The scenario with the changes as a document. */
  document(origin: Origin, changes: Change[]): Asked<string> {
    return told(this.ask("document", "document", origin, { changes }), ({ document }) => document);
  }

  private runIn(slot: Slot, origin: Origin, changes: Change[], wishes: Wishes): Asked<Result> {
    return told(this.ask(slot, "run", origin, { changes, ...wishes }), ({ document, ...answer }, numbers, heads) => {
      const base = this.documents.get(origin);
      const read = heads && shown(answer, heads, numbers);
      return base && document && read && { ...read, base, document: changed(base, document) };
    });
  }

  private async ask<K extends Kind>(
    slot: Slot,
    kind: K,
    origin: Origin,
    request: { [member: string]: unknown },
    signal?: AbortSignal,
  ): Promise<Came<K> | undefined> {
    return new Promise((settle, fail) => {
      const task: Task = { slot, kind, origin, request, attempts: 0, abandoned: false, settle: settle as Task["settle"], fail };
      signal?.addEventListener("abort", () => this.giveUp(task), { once: true });
      if (signal?.aborted) {
        settle(undefined);
        return;
      }
      this.wait(task);
      this.pump();
    });
  }

  private wait(task: Task): void {
    this.waiting.get(task.slot)?.settle(undefined);
    this.waiting.set(task.slot, task);
    // A newer question makes the answer to an older one useless even while it is in flight; a run's can still be shown meanwhile.
    if (task.slot !== "run" && this.flight?.task.slot === task.slot) this.giveUp(this.flight.task);
  }

  /** Nobody waits for this any more: the engine is told, and its answer will be passed over. */
  private giveUp(task: Task): void {
    task.abandoned = true;
    task.settle(undefined);
    if (this.waiting.get(task.slot) === task) this.waiting.delete(task.slot);
    if (this.flight?.task === task) this.port?.post({ cancel: this.flight.id });
  }

  private pump(): void {
    if (this.flight || this.waiting.size === 0) return;
    // An engine may report that it is ready before its port has arrived here.
    if (!this.ready || !this.port) {
      void this.start();
      return;
    }
    const slot = ORDER.find((name) => this.waiting.has(name))!;
    const task = this.waiting.get(slot)!;
    this.waiting.delete(slot);
    this.post(task);
  }

  private post(task: Task): void {
    const of = this.numberOf(task.origin);
    const opening = task.kind === "open" || !this.opened.has(of);
    const id = this.nextId++;
    this.flight = { id, task, opening, timer: this.patience() };
    const known = task.kind === "run" && this.heads && { heads: this.heads.name };
    const request = opening ? { as: of, ...task.origin } : { of, ...task.request, ...known };
    this.port!.post({ id, kind: opening ? "open" : task.kind, request: JSON.stringify(request) });
  }

  private patience(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.broken("it did not answer", this.generation), PATIENCE);
  }

  private numberOf(origin: Origin): number {
    const known = this.numbers.get(origin);
    if (known !== undefined) return known;
    this.lastNumber++;
    this.numbers.set(origin, this.lastNumber);
    return this.lastNumber;
  }

  private async start(): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    const generation = ++this.generation;
    try {
      const port = await this.spawn((message) => this.receive(message, generation));
      if (generation !== this.generation) {
        port.terminate();
        return;
      }
      this.port = port;
      this.pump();
    } catch (reason) {
      this.broken(reason instanceof Error ? reason.message : String(reason), generation);
    }
  }

  private receive(message: FromWorker, generation: number): void {
    if (generation !== this.generation) return;
    if ("ready" in message) {
      this.failedStarts = 0;
      this.ready = true;
      this.pump();
      return;
    }
    if ("fatal" in message) {
      this.broken(message.fatal, generation);
      return;
    }
    // An answer that comes twice, or to a question of another time, is nobody's.
    const { flight } = this;
    if (flight?.id !== message.id) return;
    clearTimeout(flight.timer);
    if ("progress" in message) {
      flight.timer = this.patience();
      this.listener.progress?.(JSON.parse(message.progress) as Progress);
      return;
    }
    this.flight = undefined;
    this.listener.progress?.(undefined);
    if ("json" in message) this.answered(flight, JSON.parse(message.json) as Calls[Kind]["answer"], message.numbers);
    this.pump();
  }

  private answered({ task, opening }: Flight, body: Calls[Kind]["answer"], numbers: Float64Array | undefined): void {
    const of = this.numberOf(task.origin);
    const { document } = body as Calls["open"]["answer"];
    if (opening && document) {
      this.opened.add(of);
      this.documents.set(task.origin, document);
    }
    if (task.abandoned) return;
    if (body.unopened) {
      this.opened.delete(of);
      if (++task.attempts > ATTEMPTS) {
        task.fail(new EngineFailure("The engine does not keep the scenario open."));
        return;
      }
    }
    const isOnTheWay = body.unopened || (opening && task.kind !== "open" && !body.problems?.length);
    if (isOnTheWay) this.post(task);
    else task.settle({ body, numbers, heads: this.headsOf(body as Calls["run"]["answer"]) });
  }

  private headsOf({ heads_name: name, heads }: Calls["run"]["answer"]): Heads | undefined {
    if (heads && this.heads?.name !== name) this.heads = { name, heads };
    return this.heads && this.heads.name === name ? this.heads.heads : undefined;
  }

  /** The engine of this generation is lost: start another and ask it again, within reason. */
  private broken(message: string, generation: number): void {
    if (generation !== this.generation) return;
    const wasReady = this.ready;
    const task = this.takeFlight();
    this.reset();
    if (!wasReady && ++this.failedStarts >= ATTEMPTS) {
      this.fail(task, `The engine could not be started: ${message}.`);
      return;
    }
    if (task && !task.abandoned) this.retry(task, message);
    if (wasReady) this.listener.restarted?.(`The engine stopped (${message}) and was started again with your last inputs.`);
    this.pump();
  }

  private retry(task: Task, message: string): void {
    if (++task.attempts >= ATTEMPTS) task.fail(new EngineFailure(`The engine could not compute these inputs: ${message}.`));
    else if (this.waiting.has(task.slot)) task.settle(undefined);
    else this.waiting.set(task.slot, task);
  }

  private fail(task: Task | undefined, message: string): void {
    const all = [...this.waiting.values(), ...(task ? [task] : [])];
    this.waiting.clear();
    this.failedStarts = 0;
    for (const waiting of all) waiting.fail(new EngineFailure(message));
  }

  private takeFlight(): Task | undefined {
    if (this.flight) clearTimeout(this.flight.timer);
    const task = this.flight?.task;
    this.flight = undefined;
    this.listener.progress?.(undefined);
    return task;
  }

  private reset(): void {
    this.generation++;
    this.port?.terminate();
    this.port = undefined;
    this.ready = false;
    this.begun = false;
    this.opened.clear();
  }
}

/** What came of a question: why there is no answer, or what can be read in it. */
async function told<K extends Kind, Got>(
  asking: Promise<Came<K> | undefined>,
  read: (body: Calls[K]["answer"], numbers: Float64Array | undefined, heads: Heads | undefined) => Got | undefined,
): Asked<Got> {
  const came = await asking;
  if (!came) return undefined;
  const { problems, notices } = came.body as Calls["open"]["answer"];
  if (problems?.length) return { problems, ...(notices && { notices }) };
  const got = read(came.body, came.numbers, came.heads);
  if (got === undefined) throw new EngineFailure("The engine’s answer was incomplete.");
  return got;
}

type Numbers = Float64Array | undefined;

/** Views and plan with the numbers that belong to them; undefined where there are more or fewer than those take. */
function shown(
  { month, views = [], plan }: Calls["run"]["answer"],
  { available, periods }: Heads,
  numbers: Numbers,
): Omit<Result, "base" | "document"> | undefined {
  let at = 0;
  const values = (count: number) => {
    at += count;
    return numbers?.subarray(at - count, at) ?? new Float64Array();
  };
  const filled = views.map((view) => ({
    ...view,
    periods: periods[view.by],
    values: (view.lines ?? []).map(({ heading }) => values(heading ? 0 : periods[view.by].length)),
  }));
  const rest = (numbers?.length ?? 0) - at;
  const isWhole = plan?.head ? rest > 0 : rest === 0;
  return isWhole ? { month, available, views: filled, floor: plan && floorOf(plan, values(rest)) } : undefined;
}

/** Whether two views say the same. What is the same stays the same object, so that what shows it need not be drawn again. */
function isSame(was: ShownView, is: ShownView): boolean {
  const { values: before, periods: last, ...head } = was;
  const { values, periods, ...now } = is;
  return (
    was.name === is.name &&
    last === periods &&
    before.every((line, at) => line.length === values[at]?.length && line.every((value, month) => Object.is(value, values[at]![month]))) &&
    JSON.stringify(head) === JSON.stringify(now)
  );
}

function floorOf({ head, problem = "" }: PlanHead, numbers: Float64Array): Result["floor"] {
  return head ? { plan: { head, numbers, uses: (JSON.parse(head) as Pick<Plan, "uses">).uses } } : { problem };
}

/** Whether there is no answer, but why. */
export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === "object" && answer !== null && "problems" in answer;
}
