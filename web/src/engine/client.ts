// The page's side of the engine: one call in flight, the latest inputs win, nothing queues, and an
// engine that crashed or hangs is started anew with what was last asked.
import type {
  Calls, Change, DocumentHead, Explanation, FromWorker, Kind, Measures, OpenRequest, OpenResponse, Problem, TableHead,
  ToWorker, View,
} from "./messages";
import { SHOWN_ROWS } from "../rows";

/** A started engine, in a worker or in the page. */
export interface Port {
  post(message: ToWorker): void;
  terminate(): void;
}

/** Starts an engine that reports to `receive`; throws where that is not allowed. */
export type Spawn = (receive: (message: FromWorker) => void) => Promise<Port>;

/** What a run yields: the whole table, whether or not the engine had to send it again. */
export interface Result {
  table: TableHead;
  document: DocumentHead;
  measures: Measures;
  /** Row-major, `numbers[row * months + month]`; NaN where there is no value. */
  numbers: Float64Array;
}

export type RunAnswer = { problems: Problem[] } | { result: Result };

/** How long one call may take, in milliseconds, before the engine is taken to hang. */
const PATIENCE = 20_000;
/** A call that ended an engine is tried on a fresh one this many times in all. */
const ATTEMPTS = 2;
/** What waits is served in this order: what fills the figures comes first. */
const ORDER = ["open", "baseline", "run", "explain", "document", "link"] as const;
type Slot = (typeof ORDER)[number];

interface Task {
  slot: Slot;
  kind: Kind;
  source: OpenRequest;
  request: unknown;
  attempts: number;
  settle(answer: Answer | undefined): void;
  fail(error: Error): void;
}

/** The engine could not answer; the message is for the user. */
export class EngineFailure extends Error {}

export class EngineClient {
  private port: Port | undefined;
  private ready = false;
  private begun = false;
  private generation = 0;
  private failedStarts = 0;
  private waiting = new Map<Slot, Task>();
  private inFlight: { id: number; task: Task; opening: boolean; timer: ReturnType<typeof setTimeout> } | undefined;
  private opened: OpenRequest | undefined;
  private table: TableHead | undefined;
  private document: DocumentHead | undefined;
  private nextId = 1;

  /** `restarted` is told in plain words each time the engine had to be started anew. */
  constructor(
    private readonly spawn: Spawn,
    private readonly restarted: (message: string) => void = () => {},
  ) {}

  /** Opens a scenario. Undefined when a later open overtook this one. */
  async open(source: OpenRequest): Promise<OpenResponse | undefined> {
    return this.ask("open", "open", source, source);
  }

  /** Runs the scenario with these changes. Undefined when later inputs overtook these. */
  run(source: OpenRequest, changes: Change[]): Promise<RunAnswer | undefined> {
    return this.runIn("run", source, changes);
  }

  /** Runs the scenario as it was opened, to compare with. Undefined when overtaken. */
  baseline(source: OpenRequest): Promise<RunAnswer | undefined> {
    return this.runIn("baseline", source, []);
  }

  link(source: OpenRequest, changes: Change[], view: View): Promise<Calls["link"]["response"] | undefined> {
    return this.ask("link", "link", source, { changes, view });
  }

  explain(source: OpenRequest, request: Calls["explain"]["request"]): Promise<(Explanation & { problems?: Problem[] }) | undefined> {
    return this.ask("explain", "explain", source, request);
  }

  scenarioDocument(source: OpenRequest, changes: Change[]): Promise<Calls["document"]["response"] | undefined> {
    return this.ask("document", "document", source, { changes });
  }

  private async runIn(slot: Slot, source: OpenRequest, changes: Change[]): Promise<RunAnswer | undefined> {
    const answer = await this.send(slot, "run", source, { changes });
    if (!answer) return undefined;
    const response = answer.body as Calls["run"]["response"];
    if (response.problems?.length) return { problems: response.problems };
    const { table, document, numbers } = answer;
    if (!table || !document || !numbers || !response.measures) throw new EngineFailure("The engine's answer was incomplete.");
    return { result: { table, document, measures: response.measures, numbers } };
  }

  private async ask<K extends Kind>(slot: Slot, kind: K, source: OpenRequest, request: unknown): Promise<Calls[K]["response"] | undefined> {
    const answer = await this.send(slot, kind, source, request);
    return answer && (answer.body as Calls[K]["response"]);
  }

  private send(slot: Slot, kind: Kind, source: OpenRequest, request: unknown): Promise<Answer | undefined> {
    return new Promise((settle, fail) => {
      this.wait({ slot, kind, source, request, attempts: 0, settle, fail });
      this.pump();
    });
  }

  private wait(task: Task): void {
    this.waiting.get(task.slot)?.settle(undefined);
    this.waiting.set(task.slot, task);
  }

  private pump(): void {
    if (this.inFlight || this.waiting.size === 0) return;
    // An engine may report that it is ready before its port has arrived here.
    if (!this.ready || !this.port) {
      void this.start();
      return;
    }
    const slot = ORDER.find((name) => this.waiting.has(name))!;
    const task = this.waiting.get(slot)!;
    this.waiting.delete(slot);
    const opening = task.kind !== "open" && this.opened !== task.source;
    this.post(task, opening);
  }

  private post(task: Task, opening: boolean): void {
    const id = this.nextId++;
    const timer = setTimeout(() => this.broken("it did not answer", this.generation), PATIENCE);
    this.inFlight = { id, task, opening, timer };
    const kind = opening ? "open" : task.kind;
    const request = kind === "open" ? { ...task.source, rows: SHOWN_ROWS } : task.request;
    this.port!.post({ id, kind, request: JSON.stringify(request) });
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
    } else if ("fatal" in message) {
      this.broken(message.fatal, generation);
    } else if (this.inFlight?.id === message.id) {
      this.answered(message);
    }
  }

  private answered({ json, numbers }: { json: string; numbers?: Float64Array }): void {
    const { task, opening, timer } = this.inFlight!;
    clearTimeout(timer);
    this.inFlight = undefined;
    const body = JSON.parse(json) as OpenResponse & Calls["run"]["response"];
    if (task.kind === "open" || opening) this.opened = body.problems?.length ? undefined : task.source;
    if (opening && this.opened) {
      this.post(task, false);
      return;
    }
    if (task.kind === "run" && !opening) {
      this.table = body.table ?? this.table;
      this.document = body.document ?? this.document;
    }
    // The heads are handed over as they are now: a later answer may bring others.
    task.settle({ body, numbers, table: this.table, document: this.document });
    this.pump();
  }

  /** The engine of this generation is lost: start another and ask it again, within reason. */
  private broken(message: string, generation: number): void {
    if (generation !== this.generation) return;
    const wasReady = this.ready;
    this.reset();
    const task = this.takeInFlight();
    if (!wasReady && ++this.failedStarts >= ATTEMPTS) {
      this.giveUp(task, `The engine could not be started: ${message}.`);
      return;
    }
    if (task) this.retry(task, message);
    if (wasReady) this.restarted(`The engine stopped (${message}) and was started again with your last inputs.`);
    this.pump();
  }

  private retry(task: Task, message: string): void {
    if (++task.attempts >= ATTEMPTS) task.fail(new EngineFailure(`The engine could not compute these inputs: ${message}.`));
    else if (this.waiting.has(task.slot)) task.settle(undefined);
    else this.waiting.set(task.slot, task);
  }

  private giveUp(task: Task | undefined, message: string): void {
    const all = [...this.waiting.values(), ...(task ? [task] : [])];
    this.waiting.clear();
    this.failedStarts = 0;
    for (const waiting of all) waiting.fail(new EngineFailure(message));
  }

  private takeInFlight(): Task | undefined {
    if (this.inFlight) clearTimeout(this.inFlight.timer);
    const task = this.inFlight?.task;
    this.inFlight = undefined;
    return task;
  }

  private reset(): void {
    this.generation++;
    this.port?.terminate();
    this.port = undefined;
    this.ready = false;
    this.begun = false;
    this.opened = undefined;
    this.table = undefined;
    this.document = undefined;
  }
}

/** What the engine answered, with the newest heads it has sent. */
interface Answer {
  body: unknown;
  numbers: Float64Array | undefined;
  table: TableHead | undefined;
  document: DocumentHead | undefined;
}
