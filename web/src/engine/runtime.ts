// Starts engine.wasm wherever this script runs, worker or page, and answers messages with it.
import type { Answer, Calls, FromWorker, Kind, ToWorker } from "./messages";

interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

type Call = Extract<ToWorker, { kind: unknown }>;

/** Where a call stands: under way, or answered. */
type Standing = { progress: string } | Answer;

export interface EngineGlobal {
  begin(kind: string, request: string, numbers?: Float64Array): Standing;
  step(): Standing;
  drop(): void;
  /** Does what makes later answers come sooner, for some milliseconds; true where there is more to do. */
  rest(): boolean;
}

/** What the engine generates, on its way: it has what it exports, or why there is nothing. */
interface Coming {
  exports?: WebAssembly.Exports;
  refused?: string;
}

// wasm_exec.js, which comes with Go, defines Go; the engine's main defines rackonomics.
declare global {
  var Go: (new () => GoRuntime) | undefined;
  var rackonomics: EngineGlobal | undefined;
  /** Runs what the engine generates, in the engine's own memory. */
  var kernels:
    | {
        load(module: Uint8Array<ArrayBuffer>): WebAssembly.Exports;
        /** Compiles beside what is asked of the engine. */
        begin(module: Uint8Array<ArrayBuffer>): Coming;
      }
    | undefined;
}

/** Starts the engine. wasm_exec.js must have run before. `ended` settles when the program has ended, which it does only when it crashed. */
export async function startEngine(module: WebAssembly.Module): Promise<{ engine: EngineGlobal; ended: Promise<void> }> {
  if (!globalThis.Go) throw new Error("Go's wasm_exec.js is missing");
  const go = new globalThis.Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  const host = { memory: instance.exports["mem"] as WebAssembly.Memory };
  globalThis.kernels = {
    load: (module) => new WebAssembly.Instance(new WebAssembly.Module(module), { host }).exports,
    begin: (module) => {
      const coming: Coming = {};
      WebAssembly.instantiate(module, { host }).then(
        ({ instance }) => {
          coming.exports = instance.exports;
        },
        (reason) => {
          coming.refused = String(reason);
        },
      );
      return coming;
    },
  };
  const ended = go.run(instance);
  // go.run returns at the program's first wait, by which time main has installed its calls.
  const engine = globalThis.rackonomics;
  if (!engine) throw new Error("the engine did not start");
  return { engine, ended };
}

/** Asks a call through to its end, where nothing else is to be listened to. */
export function askThrough<K extends Kind>(
  engine: EngineGlobal,
  kind: K,
  request: Calls[K]["request"],
): { body: Calls[K]["answer"]; numbers?: Float64Array } {
  let standing = engine.begin(kind, JSON.stringify(request));
  while ("progress" in standing) standing = engine.step();
  return { body: JSON.parse(standing.json) as Calls[K]["answer"], ...(standing.numbers && { numbers: new Float64Array(standing.numbers) }) };
}

/** A call works this long, in milliseconds, before it tells how far it is and listens for its being cancelled. */
const BREATH = 40;

/** So long, in milliseconds, nothing is asked before the engine rests: longer than between two ticks of a slider, which would wait for it. */
const QUIET = 200;

/** Answers calls with the engine, one after the other. */
export class Desk {
  private readonly cancelled = new Set<number>();
  private answered = 0;
  private received = 0;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private last = Promise.resolve();

  constructor(
    private readonly engine: EngineGlobal,
    private readonly report: (message: FromWorker, transfer: Transferable[]) => void,
  ) {}

  receive(message: Exclude<ToWorker, { start: unknown }>): void {
    if ("cancel" in message) {
      if (message.cancel > this.answered) this.cancelled.add(message.cancel);
      return;
    }
    const { id } = message;
    this.received = id;
    this.last = this.last
      .then(() => this.answer(message))
      .finally(() => {
        this.cancelled.delete(id);
        this.answered = id;
        this.restLater();
      })
      .catch((reason) => this.report({ fatal: String(reason) }, []));
  }

  /** Has the engine rest once nothing has been asked for a while. */
  private restLater(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      if (this.received === this.answered && this.engine.rest()) this.restLater();
    }, QUIET);
  }

  private async answer({ id, kind, request, numbers: given }: Call): Promise<void> {
    let standing = this.engine.begin(kind, request, given);
    let breath = performance.now();
    while ("progress" in standing) {
      if (performance.now() - breath >= BREATH) {
        this.report({ id, progress: standing.progress }, []);
        await otherMessages();
        breath = performance.now();
      }
      if (this.cancelled.has(id)) {
        this.engine.drop();
        this.report({ id, cancelled: true }, []);
        return;
      }
      standing = this.engine.step();
    }
    const { json, numbers } = standing;
    // The array may be a view of the engine's memory, which must not be transferred.
    const copy = numbers && new Float64Array(numbers);
    this.report(copy ? { id, json, numbers: copy } : { id, json }, copy ? [copy.buffer] : []);
  }
}

/** Lets messages in that wait; a promise alone would not. */
function otherMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
