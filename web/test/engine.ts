// The engine itself, build/engine.wasm, for tests that hold the page to it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Calls, Kind } from "../src/engine/messages";
import { startEngine } from "../src/engine/runtime";

const built = new URL("../../build/", import.meta.url);
let module: Promise<WebAssembly.Module> | undefined;

export type Engine = Awaited<ReturnType<typeof startEngine>>["engine"];

/** A fresh engine of its own. */
export async function realEngine(): Promise<Engine> {
  createRequire(import.meta.url)(new URL("wasm_exec.js", built).pathname);
  module ??= WebAssembly.compile(readFileSync(new URL("engine.wasm", built)));
  return (await startEngine(await module)).engine;
}

/** Asks a call through to its end. */
export function ask<K extends Kind>(engine: Engine, kind: K, request: Calls[K]["request"]): { body: Calls[K]["answer"]; numbers?: Float64Array } {
  let standing = engine.begin(kind, JSON.stringify(request));
  while ("progress" in standing) standing = engine.step();
  return { body: JSON.parse(standing.json) as Calls[K]["answer"], ...(standing.numbers && { numbers: new Float64Array(standing.numbers) }) };
}
