// A slow machine, made on purpose (README.md): answers of the engine's worker that come late, and a slow processor.
import type { Page } from "@playwright/test";

/** How many milliseconds the engine's answers are held back; undefined where they come as they come. */
export const LATE = atLeast("RACKONOMICS_LATE", 0) || undefined;
/** How many times slower the page's processor is. */
export const SLOW = atLeast("RACKONOMICS_SLOW", 1);

function atLeast(variable: string, least: number): number {
  const text = process.env[variable] || String(least);
  const value = Number(text);
  if (!(value >= least)) throw new Error(`${variable} is “${text}”; allowed is a number from ${least}`);
  return value;
}

/** The page, with frames in it, works as on a slow machine from its first script on. */
export async function putUnderStress(page: Page, late = LATE): Promise<void> {
  if (late !== undefined) await page.addInitScript(holdAnswersBack, late);
  if (SLOW > 1) {
    const protocol = await page.context().newCDPSession(page);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
  }
}

/** Waits until no worker of the page owes an answer, and none was asked or answered for longer than the page puts anything off. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => workers.asked > 0 && workers.asked === workers.answered && performance.now() - workers.changed > 800);
}

declare global {
  /** What the page's workers are doing, where their answers are held back. */
  var workers: { asked: number; answered: number; changed: number };
}

/**
 * Runs in the page, before its scripts: whatever a worker says reaches the page this many milliseconds later, in order.
 * Each message is caught before the page's listeners, and dispatched again when its time has come.
 */
function holdAnswersBack(milliseconds: number): void {
  const Immediate = globalThis.Worker;
  globalThis.workers = { asked: 0, answered: 0, changed: 0 };
  const count = (what: "asked" | "answered") => {
    globalThis.workers[what]++;
    globalThis.workers.changed = performance.now();
  };
  globalThis.Worker = class extends Immediate {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options);
      this.addEventListener("message", (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        setTimeout(() => {
          // How far a call is does not end it.
          if (!("progress" in (event.data as object))) count("answered");
          this.dispatchEvent(new MessageEvent("message", { data: event.data as unknown }));
        }, milliseconds);
      });
    }

    override postMessage(...message: [message: unknown, transfer?: Transferable[] | StructuredSerializeOptions]): void {
      // To give a call up asks for nothing more.
      if (!("cancel" in (message[0] as object))) count("asked");
      super.postMessage(...(message as [unknown, Transferable[]]));
    }
  };
}
