// What is measured of the founding scenario in Firefox and WebKit, driven as the core tests drive them, and left out where there is none.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { bundle } from "../bundle.mjs";
import { countChartPaints, FIRST, ticks } from "./page.mjs";

const NAME = "half-the-data-center";
const MOST_VISITS = 9;
const web = fileURLToPath(new URL("../", import.meta.url));

/** What is asked of a map: as "What would it take?" opens it, by the first two inputs that it tries. */
export const MAP = {
  goal: { measure: "break_even.operating_income.first", target: { number: 0, text: "2031-04" }, sense: "<=" },
  x: { path: "lease.anthropic.share" },
  y: { path: "lease.anthropic.price" },
  points: 41,
};

/** A module of the tests, with what it imports. */
export async function tested(file) {
  const { module } = await runnerImport(`${web}${file}`, { configFile: false, root: web, logLevel: "error" });
  return module;
}

/**
 * Yields the times of the start, of runs, of a slider, of studies and of maps in each browser that is named.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureElsewhere(bench) {
  const browsers = [
    ["Firefox", "FIREFOX", async () => (await tested("browser/core/puppeteer.ts")).openFirefox()],
    ["WebKit", "WEBKIT", async () => (await tested("browser/core/webkit.ts")).openWebKit()],
  ];
  for (const [name, variable, open] of browsers) {
    if (!process.env[variable] || process.env[variable] === "none") {
      console.log(`${name}: NOT measured; ${variable} names none (tools/browsers.sh finds it)`);
      continue;
    }
    const surface = await open();
    try {
      for (const measure of [measureVisits, measurePlainRuns, measureSlider, measureStudies])
        for await (const { what, values, unit } of measure(surface, bench)) yield { what: `${name}, ${what}`, values, unit, budget: "" };
    } finally {
      await surface.close();
    }
  }
}

/** Whoever drives the browser looks only after it says that it has loaded the page, so that some of these are late. */
async function* measureVisits(surface, { address, count }) {
  const values = [];
  for (let visit = 0; visit < Math.min(count, MOST_VISITS); visit++) {
    await surface.open(address);
    values.push(await surface.read(firstFigures));
  }
  yield { what: "address to first figures, at most", values, unit: "ms" };
}

/** In the page: when it is seen to have figures. */
async function firstFigures() {
  while (!document.querySelector(".figure")) await new Promise(requestAnimationFrame);
  return performance.now();
}

async function* measurePlainRuns(surface, { count }) {
  const { script } = await bundle("bench/inpage.ts");
  const runs = new Function("asked", `${script}\n;return globalThis.bench.runs(...asked);`);
  const { times, computed } = await surface.read(runs, [NAME, "plain", count]);
  yield { what: `run, in the worker, ${computed}`, values: times, unit: "ms" };
}

async function* measureSlider(surface, { address, count }) {
  await surface.open(address);
  await surface.read(chartInSight);
  await surface.read(countChartPaints);
  await surface.read(ticks, Math.min(count, FIRST));
  yield { what: "slider event to painted chart", values: await surface.read(ticks, count), unit: "ms" };
}

/** In the page: scrolls to the chart of money once it and the link are there. */
async function chartInSight() {
  const isThere = () => document.querySelector("#chart-money canvas") && document.querySelector(".layout[data-link=present]");
  while (!isThere()) await new Promise(requestAnimationFrame);
  document.querySelector("#chart-money").scrollIntoView({ block: "center" });
}

async function* measureStudies(surface, { count, cases = 10_000 }) {
  const times = Math.min(Math.max(count, 2), 5);
  const { study } = await tested("browser/studying.ts");
  const { allUncertain } = await tested("test/uncertain.ts");
  const { inputs } = JSON.parse(readFileSync(`${web}src/generated/catalog.json`, "utf8"));
  const { values } = await surface.read(study, { name: NAME, workers: 1 });
  const changes = allUncertain({ values }, inputs, cases);
  const later = (list) => list.slice(1);
  for (const workers of [1, 2]) {
    const generated = await surface.read(study, { name: NAME, changes, workers, times, map: MAP });
    const machine = await surface.read(study, { name: NAME, changes, workers, times: 2, with: "machine" });
    const seats = workers === 1 ? "one worker" : `${workers} workers`;
    const what = `${cases.toLocaleString("en")} cases, ${changes.length - 1} inputs uncertain, ${seats}`;
    yield { what: `${what}, ${generated.computed.join("; some ")}`, values: later(generated.answerAfter), unit: "ms" };
    yield { what: `map of ${MAP.points} × ${MAP.points} points, ${seats}`, values: later(generated.mapAfter), unit: "ms" };
    yield { what: `${what}, by the machine`, values: later(machine.answerAfter), unit: "ms" };
    const ratios = later(generated.numbersAfter).map((took) => machine.numbersAfter[1] / took);
    yield { what: `machine / generated code, ${seats}, without what cases come to`, values: ratios, unit: "×" };
  }
}
