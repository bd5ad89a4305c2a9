// An engine that is as slow as a test wants: what workers say waits until it is let go.
import type { Page } from "@playwright/test";

declare global {
  /** Whether answers of workers are held back, and how they are let go. */
  var held: { isHeld: boolean; release(): void };
}

export async function hold(page: Page): Promise<void> {
  await page.evaluate(() => {
    held.isHeld = true;
  });
}

export async function release(page: Page): Promise<void> {
  await page.evaluate(() => held.release());
}

/** Lets answers go until there is such an element, and holds what comes after it. */
export async function releaseUntil(page: Page, selector: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const there = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return;
        observer.disconnect();
        held.isHeld = true;
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
    held.release();
    await there;
  }, selector);
}

/** Runs in the page, before its scripts: what workers say is held back, in order, for as long as a test wants. */
export function holdWhenTold(isHeld = false): void {
  const waiting: (() => void)[] = [];
  globalThis.held = {
    isHeld,
    release() {
      globalThis.held.isHeld = false;
      for (const tell of waiting.splice(0)) tell();
    },
  };
  const Immediate = globalThis.Worker;
  globalThis.Worker = class extends Immediate {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options);
      this.addEventListener("message", (event) => {
        if (!event.isTrusted || !globalThis.held.isHeld) return;
        event.stopImmediatePropagation();
        waiting.push(() => this.dispatchEvent(new MessageEvent("message", { data: event.data as unknown })));
      });
    }
  };
}
