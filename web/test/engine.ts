// The engine itself, build/engine.wasm in this process, alone or behind the page's own client, and beside it the command line, which
// computes the same natively.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { EngineClient, isRefused, type Origin, type Plan, type Result, type ShownView, type Spawn } from "../src/engine/client";
import type { Calls, Kind } from "../src/engine/messages";
import type { Reference } from "../src/engine/reference";
import { Desk, startEngine } from "../src/engine/runtime";
import { SHOWN_ROWS } from "../src/rows";

const built = (name: string) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));
let module: Promise<WebAssembly.Module> | undefined;

export type Engine = Awaited<ReturnType<typeof startEngine>>["engine"];

/** A fresh engine of its own. */
export async function realEngine(): Promise<Engine> {
  createRequire(import.meta.url)(built("wasm_exec.js"));
  module ??= WebAssembly.compile(readFileSync(built("engine.wasm")));
  return (await startEngine(await module)).engine;
}

/** Asks a call through to its end. */
export function ask<K extends Kind>(engine: Engine, kind: K, request: Calls[K]["request"]): { body: Calls[K]["answer"]; numbers?: Float64Array } {
  let standing = engine.begin(kind, JSON.stringify(request));
  while ("progress" in standing) standing = engine.step();
  return { body: JSON.parse(standing.json) as Calls[K]["answer"], ...(standing.numbers && { numbers: new Float64Array(standing.numbers) }) };
}

const spawn: Spawn = async (receive) => {
  const desk = new Desk(await realEngine(), receive);
  queueMicrotask(() => receive({ ready: true }));
  return { post: (message) => void ("start" in message || desk.receive(message)), terminate: () => {} };
};

const client = new EngineClient(spawn, SHOWN_ROWS);

/** A shipped scenario as the page gets it. */
export async function computed(name: string): Promise<Result> {
  const answer = await client.run({ name }, []);
  if (!answer || isRefused(answer)) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
  return answer;
}

/** The plan of its floor. */
export async function planned(name: string): Promise<Plan> {
  const answer = await client.plan({ name }, []);
  if (!answer || isRefused(answer)) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
  return answer;
}

/** What everything with a name in it is, and comes to in a month. */
export async function referenced(name: string, month: number): Promise<Reference> {
  const answer = await client.reference({ name }, [], month);
  if (!answer || isRefused(answer)) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
  return answer;
}

/** What the page gets of views of a shipped scenario in a month, by name. */
export function viewsOf(name: string): (names: readonly string[], month: number) => Promise<Map<string, ShownView>> {
  const origin: Origin = { name };
  return async (names, month) => {
    const answer = await client.show(
      origin,
      [],
      names.map((view) => ({ name: view, by: "month" })),
      month,
    );
    if (!answer || isRefused(answer)) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
    return new Map(answer.views.map((view) => [view.name, view]));
  };
}

export interface Native {
  months: string[];
  measures: { [name: string]: { value: number | string | null; unit: string } };
  rows: { name: string; instance: string; unit: string; values: (number | null)[] }[];
}

/** The same as the command line prints it, with the rows that the page reads, or others. */
export function native(name: string, named: readonly string[] = SHOWN_ROWS): Native {
  const rows = named.flatMap((row) => ["--rows", row]);
  return JSON.parse(execFileSync(built("rackonomics"), ["run", name, "--format", "json", ...rows], { maxBuffer: 64e6 }).toString()) as Native;
}
