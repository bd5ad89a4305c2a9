// Programs that the tests start beside them, and that do not outlive them.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";

export function start(command: string, words: string[], options: SpawnOptions): ChildProcess {
  const program = spawn(command, words, options);
  process.once("exit", () => program.kill());
  return program;
}

/** Fails when the program ends or cannot be started. */
export async function ended(program: ChildProcess): Promise<never> {
  const [code] = (await once(program, "exit")) as [number | null];
  throw new Error(`${program.spawnfile} ended (${code})`);
}
