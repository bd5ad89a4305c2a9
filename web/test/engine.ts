// The real engine for unit tests: build/engine.wasm in this process, behind the page's own client, and beside it the
// command line, which computes the same natively.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { EngineClient, type Result, type Spawn } from "../src/engine/client";
import type { OpenRequest } from "../src/engine/messages";
import { startEngine } from "../src/engine/runtime";
import { SHOWN_ROWS } from "../src/rows";

const built = (name: string) => fileURLToPath(new URL(`../../build/${name}`, import.meta.url));

const spawn: Spawn = async (receive) => {
  createRequire(import.meta.url)(built("wasm_exec.js"));
  const engine = await startEngine(await WebAssembly.compile(readFileSync(built("engine.wasm"))));
  queueMicrotask(() => receive({ ready: true }));
  return {
    post(message) {
      if (!("id" in message)) return;
      const { json, numbers } = engine.call(message.kind, message.request);
      const copy = numbers && new Float64Array(numbers); // the engine's memory is used again
      queueMicrotask(() => receive({ id: message.id, json, ...(copy && { numbers: copy }) }));
    },
    terminate: () => {},
  };
};

const client = new EngineClient(spawn);

/** A shipped scenario as the page gets it. */
export async function computed(name: string): Promise<Result> {
  const source: OpenRequest = { name };
  const answer = await client.run(source, []);
  if (!answer || "problems" in answer) throw new Error(`${name}: ${JSON.stringify(answer?.problems)}`);
  return answer.result;
}

export interface Native {
  months: string[];
  measures: { [name: string]: { value: number | string | null; unit: string } };
  rows: { name: string; instance: string; unit: string; values: (number | null)[] }[];
}

/** The same as the command line prints it, with the rows that the page shows. */
export function native(name: string): Native {
  const rows = SHOWN_ROWS.flatMap((row) => ["--rows", row]);
  return JSON.parse(execFileSync(built("rackonomics"), ["run", name, "--format", "json", ...rows], { maxBuffer: 64e6 }).toString()) as Native;
}
