// From the address to the first figures, and to the first answer of the engine behind them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A line from a home to a server of its country: 10 Mbit/s, 40 ms there and back. */
const LINE = { offline: false, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 40 };

const CONDITIONS = [
  { what: "this machine", budget: "1 s on a quiet one" },
  { what: "10 Mbit/s", line: LINE, budget: "2 s" },
  { what: "processor four times slower", slower: 4, budget: "" },
  { what: "from cache", isCached: true, budget: "0.5 s" },
];

/** Visits until the browser has what it keeps, compiled code too. */
const MOST_BEFORE = 3;

/**
 * Yields, for each condition, the times of as many visits.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureStart({ chromium, launch, address, count }) {
  const before = Math.min(MOST_BEFORE, count);
  for (const { what, line, slower, isCached, budget } of CONDITIONS) {
    const visits = [];
    const withProfile = async (visit) => {
      const profile = await mkdtemp(join(tmpdir(), "rackonomics-bench-"));
      const context = await chromium.launchPersistentContext(profile, { ...launch(WITHOUT_WEBGL), viewport: VIEWPORT });
      try {
        await visit(context);
      } finally {
        await context.close();
        await rm(profile, { recursive: true, force: true });
      }
    };
    if (isCached)
      await withProfile(async (context) => {
        for (let time = 0; time < before + count; time++) visits.push(await visited(context, address, { line, slower }));
      });
    else
      for (let time = 0; time < count; time++) await withProfile(async (context) => visits.push(await visited(context, address, { line, slower })));
    const measured = isCached ? visits.slice(before) : visits;
    yield { what: `address to first figures, ${what}`, values: measured.map(({ figures }) => figures), unit: "ms", budget };
    yield { what: `address to the engine's first answer, ${what}`, values: measured.map(({ answer }) => answer), unit: "ms", budget: "" };
  }
}

export const VIEWPORT = { width: 1440, height: 900 };
export const WITHOUT_WEBGL = ["--disable-gpu", "--disable-webgl", "--disable-webgl2"];

async function visited(context, address, { line, slower }) {
  const page = await context.newPage();
  await page.addInitScript(noteTheStart);
  const protocol = await context.newCDPSession(page);
  if (line) {
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", line);
  }
  if (slower) await protocol.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.started?.figures && globalThis.started?.answer);
  const started = await page.evaluate(() => globalThis.started);
  await page.close();
  return started;
}

/** In the page, before its scripts: when the first figures were painted, and when a worker first answered with numbers. */
function noteTheStart() {
  globalThis.started = {};
  const observer = new MutationObserver(() => {
    if (!document.querySelector(".figure")) return;
    observer.disconnect();
    // After the frame that paints them.
    requestAnimationFrame(() => setTimeout(() => (globalThis.started.figures = performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data.numbers) globalThis.started.answer ??= performance.now();
      });
    }
  };
}
