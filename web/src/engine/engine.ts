// One engine: started when it is first needed, asked one question at a time, and given up when it crashes or hangs; the next
// question starts another. In which order questions come is its owner's business: client.ts has one, pool.ts several.
import type { EngineModule } from "../assets";
import type { Calls, Document, FromWorker, Kind, Progress, ToWorker } from "./messages";

/** A started engine, in a worker or in the page. */
export interface Port {
  post(message: ToWorker): void;
  terminate(): void;
}

/** Starts an engine that reports to `receive`; throws where that is not allowed. */
export type Spawn = (receive: (message: FromWorker) => void, module?: EngineModule) => Promise<Port>;

/** Where a scenario comes from. Each object of this type is one opened scenario: ask again with the same one. */
export type Origin = { name: string } | { link: string } | { document: string };

/** The engine could not answer; the message is for the user. */
export class EngineFailure extends Error {}

/** One question, as long as it has no answer. */
export interface Question<K extends Kind = Kind> {
  kind: K;
  origin: Origin;
  /** Without the number of the scenario, which is put in when it is sent. */
  request: { [member: string]: unknown };
  /** What goes with it, if anything does. */
  numbers?: Float64Array | undefined;
  /** How often it was lost with an engine, or found its scenario not open. */
  attempts: number;
  /** Nobody waits for it any more. */
  abandoned: boolean;
  /** Told how far it is, if it takes long; undefined when it has ended. */
  progress?: ((progress: Progress | undefined) => void) | undefined;
  /** Told of the answer as it comes, before the next question is asked. */
  arrived?: ((answer: Came<K>) => void) | undefined;
  settle(answer: Came<K> | undefined): void;
  fail(error: Error): void;
}

/** An answer as it comes. */
export interface Came<K extends Kind = Kind> {
  body: Calls[K]["answer"];
  numbers: Float64Array | undefined;
}

export interface Owner {
  /** The engine can take a question. */
  free(): void;
  /** A scenario was opened. */
  opened?(origin: Origin, document: Document): void;
  /** The engine is lost, and what it was asked with it. It had started, or could not be. */
  lost(question: Question | undefined, message: string, how: "started" | "unstarted" | "unstartable"): void;
}

/** How long one call may go without a word, in milliseconds, before the engine is taken to hang. */
const PATIENCE = 20_000;
/**
 * And where it may well be slow alone: it has answered nothing yet, so that its code is not compiled, or what is asked was too much for
 * the one before. Many engines that start on a small machine would else end each other's.
 */
const MORE_PATIENCE = 60_000;
/** A question that ended an engine is asked this many times in all, and as often is it tried to start one. */
export const ATTEMPTS = 2;

interface Flight {
  id: number;
  question: Question;
  /** The scenario is being opened, so that the question can be asked. */
  opening: boolean;
  timer: ReturnType<typeof setTimeout>;
}

export class Engine {
  private port: Port | undefined;
  private ready = false;
  private begun = false;
  private hasAnswered = false;
  private generation = 0;
  private failedStarts = 0;
  private flight: Flight | undefined;
  private readonly numbers = new WeakMap<Origin, number>();
  private lastNumber = 0;
  /** The numbers of the scenarios that this engine has open, as far as is known here. */
  private opened = new Set<number>();
  private nextId = 1;

  constructor(
    private readonly spawn: Spawn,
    private readonly owner: Owner,
  ) {}

  /** What it is asked now. */
  get question(): Question | undefined {
    return this.flight?.question;
  }

  /** Whether it has started. */
  get isReady(): boolean {
    return this.ready;
  }

  /** Whether it can take a question. An engine may report that it is ready before its port has arrived here. */
  get isFree(): boolean {
    return this.ready && this.port !== undefined && !this.flight;
  }

  /** Starts it, unless that was begun; it tells when it is free. */
  async start(): Promise<void> {
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
      if (this.isFree) this.owner.free();
    } catch (reason) {
      this.broken(reason instanceof Error ? reason.message : String(reason), generation);
    }
  }

  /** Asks a question, of an engine that is free. The scenario is opened first where it is not. */
  take(question: Question): void {
    const of = this.numberOf(question.origin);
    const opening = question.kind === "open" || !this.opened.has(of);
    const id = this.nextId++;
    this.flight = { id, question, opening, timer: this.patience(question) };
    const request = opening ? { as: of, ...question.origin } : { of, ...question.request };
    const numbers = opening ? undefined : question.numbers;
    this.port!.post({ id, kind: opening ? "open" : question.kind, request: JSON.stringify(request), ...(numbers && { numbers }) });
  }

  /** Nobody waits for this any more: if it is being asked, its answer will be passed over. */
  giveUp(question: Question): void {
    question.abandoned = true;
    question.settle(undefined);
    if (this.flight?.question === question) this.port?.post({ cancel: this.flight.id });
  }

  private patience({ attempts }: Question): ReturnType<typeof setTimeout> {
    const patience = this.hasAnswered && attempts === 0 ? PATIENCE : MORE_PATIENCE;
    return setTimeout(() => this.broken("it did not answer", this.generation), patience);
  }

  private numberOf(origin: Origin): number {
    const known = this.numbers.get(origin);
    if (known !== undefined) return known;
    this.lastNumber++;
    this.numbers.set(origin, this.lastNumber);
    return this.lastNumber;
  }

  private receive(message: FromWorker, generation: number): void {
    if (generation !== this.generation) return;
    if ("ready" in message) {
      this.failedStarts = 0;
      this.ready = true;
      if (this.isFree) this.owner.free();
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
      flight.timer = this.patience(flight.question);
      flight.question.progress?.(JSON.parse(message.progress) as Progress);
      return;
    }
    this.flight = undefined;
    flight.question.progress?.(undefined);
    // Whoever shares an engine may be given up for another.
    if ("cancelled" in message) flight.question.settle(undefined);
    this.hasAnswered ||= "json" in message;
    if ("json" in message) this.answered(flight, JSON.parse(message.json) as Calls[Kind]["answer"], message.numbers);
    if (this.isFree) this.owner.free();
  }

  private answered({ question, opening }: Flight, body: Calls[Kind]["answer"], numbers: Float64Array | undefined): void {
    const of = this.numberOf(question.origin);
    const { document } = body as Calls["open"]["answer"];
    if (opening && document) {
      this.opened.add(of);
      this.owner.opened?.(question.origin, document);
    }
    if (question.abandoned) return;
    if (body.unopened) {
      this.opened.delete(of);
      if (++question.attempts > ATTEMPTS) {
        question.fail(new EngineFailure("The engine does not keep the scenario open."));
        return;
      }
    }
    const isOnTheWay = body.unopened || (opening && question.kind !== "open" && !body.problems?.length);
    if (isOnTheWay) this.take(question);
    else {
      question.arrived?.({ body, numbers });
      question.settle({ body, numbers });
    }
  }

  /** The engine of this generation is lost. */
  private broken(message: string, generation: number): void {
    if (generation !== this.generation) return;
    const had = this.ready;
    if (this.flight) clearTimeout(this.flight.timer);
    const question = this.flight?.question;
    this.flight = undefined;
    question?.progress?.(undefined);
    this.reset();
    const unstartable = !had && ++this.failedStarts >= ATTEMPTS;
    if (unstartable) this.failedStarts = 0;
    this.owner.lost(question, message, had ? "started" : unstartable ? "unstartable" : "unstarted");
  }

  private reset(): void {
    this.generation++;
    this.port?.terminate();
    this.port = undefined;
    this.ready = false;
    this.begun = false;
    this.hasAnswered = false;
    this.opened.clear();
  }
}

/** A question to ask, with the promise of its answer: undefined where it was given up. */
export function questionOf<K extends Kind>(
  kind: K,
  origin: Origin,
  request: Question["request"],
  { numbers, progress, arrived }: Pick<Question, "numbers" | "progress"> & Pick<Question<K>, "arrived">,
): { question: Question; answer: Promise<Came<K> | undefined> } {
  let question!: Question;
  const answer = new Promise<Came<K> | undefined>((settle, fail) => {
    const told = { settle, arrived } as Pick<Question, "settle" | "arrived">;
    question = { kind, origin, request, numbers, progress, attempts: 0, abandoned: false, ...told, fail };
  });
  return { question, answer };
}

/** Counts a question that was lost with its engine; one that ends every engine fails, and is not to be asked again. */
export function isToAskAgain(question: Question, message: string): boolean {
  if (question.abandoned) return false;
  if (++question.attempts < ATTEMPTS) return true;
  question.fail(new EngineFailure(`The engine could not compute these inputs: ${message}.`));
  return false;
}

/** Why no engine answers. */
export function startFailure(message: string): EngineFailure {
  return new EngineFailure(`The engine could not be started: ${message}.`);
}
