// A virtual screen. Where windows have a screen of their own (macOS) there is none, and none is needed.
import { once } from "node:events";
import type { Readable } from "node:stream";
import { ended, start } from "./program";

export interface Screen {
  /** The environment in which a program shows its windows there. */
  environment: NodeJS.ProcessEnv;
  close(): void;
}

export async function openScreen(): Promise<Screen> {
  if (process.platform === "darwin") return { environment: process.env, close: () => {} };
  // It chooses a free number by itself and writes it to the descriptor given.
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await Promise.race([once(server.stdio[3] as Readable, "data"), ended(server)]);
  return { environment: { ...process.env, DISPLAY: `:${String(number[0]).trim()}` }, close: () => server.kill() };
}
