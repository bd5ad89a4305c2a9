// Starts engine.wasm wherever this script runs, worker or page, and calls it.
import type { Kind } from "./messages";

interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

interface EngineGlobal {
  call(kind: string, request: string): { json: string; numbers?: Float64Array };
}

// wasm_exec.js, which comes with Go, defines Go; the engine's main defines rackonomics.
declare global {
  var Go: (new () => GoRuntime) | undefined;
  var rackonomics: EngineGlobal | undefined;
}

export interface RunningEngine {
  call(kind: Kind, request: string): { json: string; numbers?: Float64Array };
  /** Settles when the Go program has ended, which it does only when it crashed. */
  ended: Promise<void>;
}

/** Starts the engine. wasm_exec.js must have run before. */
export async function startEngine(module: WebAssembly.Module): Promise<RunningEngine> {
  if (!globalThis.Go) throw new Error("Go's wasm_exec.js is missing");
  const go = new globalThis.Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  const ended = go.run(instance);
  // go.run returns at the program's first wait, by which time main has installed its calls.
  const engine = globalThis.rackonomics;
  if (!engine) throw new Error("the engine did not start");
  return { call: (kind, request) => engine.call(kind, request), ended };
}
