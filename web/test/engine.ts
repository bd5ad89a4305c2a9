// The engine itself, build/engine.wasm or later.wasm in this process, alone or behind the page's own client, and beside it the command line, which
// computes the same natively.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { EngineModule } from "../src/assets";
import { EngineClient, isRefused, type Result } from "../src/engine/client";
import type { Origin, Spawn } from "../src/engine/engine";
import type { Reference } from "../src/engine/reference";
import { Desk, type EngineGlobal, startEngine } from "../src/engine/runtime";

const built = (name: string) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));
const modules = new Map<EngineModule, Promise<WebAssembly.Module>>();

function compiled(name: EngineModule): Promise<WebAssembly.Module> {
  const module = modules.get(name) ?? WebAssembly.compile(readFileSync(built(name)));
  modules.set(name, module);
  return module;
}

/** A fresh engine of its own. */
export async function realEngine(name: EngineModule = "engine.wasm"): Promise<EngineGlobal> {
  createRequire(import.meta.url)(built("wasm_exec.js"));
  return (await startEngine(await compiled(name))).engine;
}

/** Starts an engine in this process. */
export const spawn: Spawn = async (receive, name) => {
  const desk = new Desk(await realEngine(name), receive);
  queueMicrotask(() => receive({ ready: true }));
  return { post: (message) => void ("start" in message || desk.receive(message)), terminate: () => {} };
};

const client = new EngineClient(spawn);

/** A shipped scenario as the page gets it, with the plan of its floor and with views in a month: the one where one begins to look, if none is named. */
export async function computed(name: string, views: readonly string[] = [], month?: number): Promise<Result> {
  const wishes = views.map((view) => ({ name: view, by: "month" as const }));
  const answer = await client.run(originOf(name), [], { views: wishes, month, floor: true });
  if (!answer || isRefused(answer)) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
  return answer;
}

const origins = new Map<string, Origin>();

/** The same for the same, so that it is opened once. */
function originOf(name: string): Origin {
  const origin = origins.get(name) ?? { name };
  origins.set(name, origin);
  return origin;
}

/** What everything with a name in it is, and comes to in a month. */
export async function referenced(name: string, month: number): Promise<Reference> {
  const answer = await client.reference(originOf(name), [], month);
  if (!answer || isRefused(answer)) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
  return answer;
}

export interface Native {
  months: string[];
  measures: { [name: string]: { value: number | string | null; unit: string } };
  rows: { name: string; instance: string; unit: string; values: (number | null)[] }[];
}

/** The same as the command line prints it, with rows. */
export function native(name: string, named: readonly string[]): Native {
  const rows = named.flatMap((row) => ["--rows", row]);
  return JSON.parse(execFileSync(built("rackonomics"), ["run", name, "--format", "json", ...rows], { maxBuffer: 64e6 }).toString()) as Native;
}
