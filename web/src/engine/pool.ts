// The engines of studies, besides the one that serves what is shown, which a study never keeps waiting. They are started when they
// are first needed, up to as many as there are seats; questions are handed out in order to whoever is free.
import type { EngineModule } from "../assets";
import { type Came, Engine, isToAskAgain, type Origin, type Question, questionOf, type Spawn, startFailure } from "./engine";
import type { Kind, Later, Progress } from "./messages";

export interface More {
  /** What goes with the request. */
  numbers?: Float64Array;
  /** Questions of one home are asked of one engine, as long as there is that one, and before all others: what it keeps serves the next. */
  home?: object;
  /** It waits for all others, and gives way to them. */
  last?: boolean;
  /** How far it is, if it takes long. */
  progress?(progress: Progress | undefined): void;
}

/** The calls of later.wasm. */
const LATER: { [call in Later]: true } = { workbook: true, entered: true, picture: true };

export class Pool {
  private engines: Engine[] = [];
  /** Where one more could not be started there is no room for it. */
  private room = Number.POSITIVE_INFINITY;
  private readonly waiting: Question[] = [];
  private readonly homes = new WeakMap<Question, object>();
  private readonly lasts = new WeakSet<Question>();
  private readonly engineOf = new WeakMap<object, Engine>();
  /** What later.wasm alone answers is asked of an engine of its own, which is started for that. */
  private later: Pool | undefined;

  /** `seats` says how many engines there may be; `restarted` is told in plain words when one had to be started anew. */
  constructor(
    private readonly spawn: Spawn,
    private readonly seats: () => number,
    private readonly restarted?: (message: string) => void,
    private readonly module: EngineModule = "engine.wasm",
  ) {}

  /** How many questions can be worked on at the same time. */
  get size(): number {
    return Math.min(this.room, this.seats());
  }

  /** Asks whoever is free. Undefined where the signal came before the answer. */
  async ask<K extends Kind>(
    kind: K,
    origin: Origin,
    request: Question["request"],
    signal?: AbortSignal,
    more: More = {},
  ): Promise<Came<K> | undefined> {
    if (signal?.aborted) return undefined;
    if (kind in LATER && this.module !== "later.wasm") {
      this.later ??= new Pool(this.spawn, () => 1, this.restarted, "later.wasm");
      return this.later.ask(kind, origin, request, signal, more);
    }
    const { question, answer } = questionOf(kind, origin, request, more);
    if (more.home) this.homes.set(question, more.home);
    if (more.last) this.lasts.add(question);
    const stop = () => this.giveUp(question);
    signal?.addEventListener("abort", stop, { once: true });
    this.wait(question);
    this.pump();
    return answer.finally(() => signal?.removeEventListener("abort", stop));
  }

  /** In order, those with a home before those without, and the last behind all. */
  private wait(question: Question): void {
    const rank = (of: Question) => (this.homes.has(of) ? 0 : this.lasts.has(of) ? 2 : 1);
    const behind = this.waiting.findIndex((other) => rank(other) > rank(question));
    this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, question);
  }

  private giveUp(question: Question): void {
    const at = this.waiting.indexOf(question);
    if (at >= 0) this.waiting.splice(at, 1);
    const asked = this.engines.find((engine) => engine.question === question);
    if (asked) asked.giveUp(question);
    else question.settle(undefined);
  }

  private pump(): void {
    for (const engine of this.engines) if (engine.isFree) this.serve(engine);
    const idle = this.engines.filter((engine) => !engine.isFree && !engine.question);
    while (this.waiting.length > idle.length && this.engines.length < this.size) idle.push(this.seat());
    if (this.waiting.length > 0) for (const engine of idle) void engine.start();
    this.giveWay();
  }

  /** Where something waits that is not to wait for all others, what is gives way; who asked for it asks again. */
  private giveWay(): void {
    if (!this.waiting.some((question) => !this.lasts.has(question))) return;
    const last = this.engines.map(({ question }) => question).find((question) => question && this.lasts.has(question));
    if (last && !last.abandoned) this.giveUp(last);
  }

  private serve(engine: Engine): void {
    const at = this.waiting.findIndex((question) => this.isFor(question, engine));
    const [question] = at < 0 ? [] : this.waiting.splice(at, 1);
    if (!question) return;
    const home = this.homes.get(question);
    if (home) this.engineOf.set(home, engine);
    engine.take(question);
  }

  private isFor(question: Question, engine: Engine): boolean {
    const home = this.homes.get(question);
    const own = home && this.engineOf.get(home);
    return !own || own === engine || !this.engines.includes(own);
  }

  private seat(): Engine {
    const engine: Engine = new Engine((receive) => this.spawn(receive, this.module), {
      free: () => this.pump(),
      lost: (question, message, how) => this.lost(engine, question, message, how),
    });
    this.engines.push(engine);
    return engine;
  }

  /** What an engine was asked when it was lost is asked again, within reason, of whoever is free first. */
  private lost(engine: Engine, question: Question | undefined, message: string, how: "started" | "unstarted" | "unstartable"): void {
    if (question && isToAskAgain(question, message)) this.waiting.unshift(question);
    if (how === "unstartable") {
      this.engines = this.engines.filter((other) => other !== engine);
      this.room = this.engines.length || Number.POSITIVE_INFINITY;
    }
    if (this.engines.length === 0) {
      for (const waiting of this.waiting.splice(0)) waiting.fail(startFailure(message));
      return;
    }
    if (how === "started") this.restarted?.(`An engine of studies stopped (${message}) and was started again.`);
    this.pump();
  }
}
