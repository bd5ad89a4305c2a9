// A virtual screen. Where windows have a screen of their own (macOS) there is none, and none is needed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

export interface Screen {
  /** The environment in which a program shows its windows there. */
  environment: NodeJS.ProcessEnv;
  close(): void;
}

export async function openScreen(): Promise<Screen> {
  if (process.platform === "darwin") return { environment: process.env, close: () => {} };
  // It chooses a free number by itself and writes it to the descriptor given.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await Promise.race([once(server.stdio[3] as Readable, "data"), ended(server, "Xvfb")]);
  return { environment: { ...process.env, DISPLAY: `:${String(number[0]).trim()}` }, close: () => server.kill() };
}

/** Fails when the program ends or cannot be started. */
export async function ended(program: ChildProcess, name: string): Promise<never> {
  const [code] = (await once(program, "exit")) as [number | null];
  throw new Error(`${name} ended (${code})`);
}
