// Studies and maps of the founding scenario in Firefox and WebKit, driven as the core tests drive them, and left out where there is none.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const NAME = "half-the-data-center";
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
 * Yields the times of studies and of maps in each browser that is named.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureElsewhere({ address, count, cases = 10_000 }) {
  const times = Math.min(Math.max(count, 2), 5);
  const { study } = await tested("browser/studying.ts");
  const { allUncertain } = await tested("test/uncertain.ts");
  const { inputs } = JSON.parse(readFileSync(`${web}src/generated/catalog.json`, "utf8"));
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
      await surface.open(address);
      const { values } = await surface.read(study, { name: NAME, workers: 1 });
      const changes = allUncertain({ values }, inputs, cases);
      for (const workers of [1, 2]) {
        const studied = await surface.read(study, { name: NAME, changes, workers, times, map: MAP });
        const seats = workers === 1 ? "one worker" : `${workers} workers`;
        const what = `${name}, ${cases.toLocaleString("en")} cases, ${changes.length - 1} inputs uncertain, ${seats}, ${studied.computed.join("; some ")}`;
        const budget = "";
        yield { what, values: studied.answerAfter.slice(1), unit: "ms", budget };
        yield { what: `${name}, map of ${MAP.points} × ${MAP.points} points, ${seats}`, values: studied.mapAfter.slice(1), unit: "ms", budget };
      }
    } finally {
      await surface.close();
    }
  }
}
