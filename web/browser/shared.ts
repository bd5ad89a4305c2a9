// One context for all tests of a worker, so that their pages share a process (`--process-per-site`) and with it what the browser compiled: a page
// in a process of its own takes two and a half times as much of the processor until it stands. Nothing else stays from one test to the next.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

export class Shared {
  private context?: BrowserContext;
  /** A page that nobody looks at: as long as it is open, what was compiled for it is there for others. */
  private keeper?: Page;

  constructor(
    private readonly browser: Browser,
    private readonly options: BrowserContextOptions,
  ) {}

  /** The context, with nothing in it. What pages start with is compiled from the second time on, so that who runs a single test does not wait for it. */
  async lend(): Promise<BrowserContext> {
    if (!this.context) {
      this.context = await this.browser.newContext(this.options);
      return this.context;
    }
    if (!this.keeper) {
      this.keeper = await this.context.newPage();
      await this.keeper.goto("/");
      await this.keeper.locator(".scene[data-ready=true]").waitFor();
    }
    const session = await this.context.newCDPSession(this.keeper);
    await session.send("Storage.clearDataForOrigin", { origin: this.options.baseURL!, storageTypes: "all" });
    await session.detach();
    return this.context;
  }

  /** Closes the pages of a test, and takes back what was allowed to them and what they were answered. */
  async takeBack(): Promise<void> {
    const context = this.context!;
    await Promise.all(context.pages().map((page) => (page === this.keeper ? undefined : page.close())));
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.clearCookies();
    await context.clearPermissions();
  }

  async close(): Promise<void> {
    await this.context?.close();
  }
}
