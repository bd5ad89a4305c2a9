// Runs in the engine's worker, and what a slider's tick takes until it is seen.
import { bundle } from "../bundle.mjs";
import { VIEWPORT, WITHOUT_WEBGL } from "./start.mjs";

/**
 * While these are drawn the browser optimises engine, page and charts, on the same processors: of eight times fifty the first took
 * 24 ms at the median, the third 12 to 18 and the last 10 to 11 (Chromium 156, two cores). Two drags of a slider are as many.
 */
export const FIRST = 100;

const WISHES = { plain: "run", pinned: "run with what is pinned" };

/**
 * Yields the times of runs of each shipped scenario, alone and with the views of a tick of a slider.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureRuns({ chromium, launch, address, count, scenarios = Number.POSITIVE_INFINITY }) {
  const { script } = await bundle("bench/inpage.ts");
  const browser = await chromium.launch(launch(WITHOUT_WEBGL));
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.goto(address);
    await settled(page);
    await page.evaluate(script.toString());
    const names = await page.evaluate(() => globalThis.bench.names);
    const runs = (...asked) => page.evaluate(([name, wishes, count]) => globalThis.bench.runs(name, wishes, count), asked);
    // The browser has not optimised the engine yet, and is about to.
    yield {
      what: `${count} runs of an engine just started: ${names[0]}`,
      values: (await runs(names[0], "plain", count)).times,
      unit: "ms",
      budget: "",
    };
    for (const name of names.slice(0, scenarios)) {
      for (const [wishes, called] of Object.entries(WISHES)) {
        const { times, computed } = await runs(name, wishes, count);
        const how = computed?.startsWith("by code") ? "" : `, ${computed}`;
        const budget = wishes === "plain" ? "1 ms at the median" : "";
        yield { what: `${called}, in the worker: ${name}${how}`, values: times, unit: "ms", budget };
      }
    }
  } finally {
    await browser.close();
  }
}

/**
 * Yields the times from the event of a slider to the chart's paint.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureTicks({ chromium, launch, address, count }) {
  const browser = await chromium.launch(launch(WITHOUT_WEBGL));
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(countChartPaints);
    await page.goto(address);
    await page.locator("#chart-money canvas").waitFor();
    await settled(page);
    // Charts out of sight are drawn once the inputs rest.
    await page.locator("#chart-money").scrollIntoViewIfNeeded();
    const first = await page.evaluate(ticks, FIRST);
    yield { what: `slider event to painted chart, the first ${FIRST} of a page just opened`, values: first, unit: "ms", budget: "" };
    const values = await page.evaluate(ticks, count);
    yield { what: "slider event to painted chart", values, unit: "ms", budget: "16 ms at the median, 50 ms at the 95th percentile" };
  } finally {
    await browser.close();
  }
}

/** Waits until the engine is there, whose answer the first link is, and what loads in idle time after it. */
async function settled(page) {
  await page.locator(".layout[data-link=present]").waitFor();
  await page.waitForFunction(() => globalThis.rackonomicsLater);
}

/** In the page, before its scripts: when a chart's canvas was last cleared for painting. */
export function countChartPaints() {
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  globalThis.chartPainted = 0;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    globalThis.chartPainted = performance.now();
    return clear.apply(this, rectangle);
  };
}

/** In the page: the slider of the first input moves, and the chart is painted anew. */
export async function ticks(count) {
  const slider = document.querySelector('input[type="range"][id^="input-"]');
  const [least, most] = [Number(slider.min), Number(slider.max)];
  const frame = () => new Promise(requestAnimationFrame);
  const times = [];
  for (let tick = 0; tick < count; tick++) {
    const begun = performance.now();
    slider.value = String(least + (most - least) * (0.2 + (tick % 50) / 100));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    while (globalThis.chartPainted < begun) {
      if (performance.now() - begun > 30_000) throw new Error("no chart is painted when the slider moves");
      await frame();
    }
    times.push(globalThis.chartPainted - begun);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}
