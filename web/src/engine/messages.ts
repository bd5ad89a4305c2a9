// What goes between page and worker: the engine's messages, which wasm/protocol declares in Go, in an envelope.
import type { Calls } from "../generated/protocol";

export type * from "../generated/protocol";

export type Kind = keyof Calls;

/** Page to worker. `start` comes once and first. A call that is cancelled may have been answered already. */
export type ToWorker = { start: WebAssembly.Module } | { id: number; kind: Kind; request: string; numbers?: Float64Array } | { cancel: number };

/** An answer in the engine's words, and of a run the numbers. */
export interface Answer {
  json: string;
  numbers?: Float64Array;
}

/** Worker to page. `fatal` means that this worker is of no more use; `progress` is one, as JSON. */
export type FromWorker = { ready: true } | { fatal: string } | ({ id: number } & (Answer | { progress: string } | { cancelled: true }));
