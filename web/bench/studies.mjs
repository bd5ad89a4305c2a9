// A study of 10,000 cases of the founding scenario with as many inputs uncertain as it may have: by generated code and by the machine, in
// turns, so that their ratio holds on a machine whose speed changes. From the question to what all cases come to, by engines that were just
// started, and by those that have done it before with another number, as when a slider moves.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MAP, tested } from "./elsewhere.mjs";

const NAME = "half-the-data-center";
const MOST_ROUNDS = 2;
const web = fileURLToPath(new URL("../", import.meta.url));

/**
 * Runs in a worker before its scripts: what it answers tells how many milliseconds generated code ran since the last answer. It costs two looks
 * at the clock for 128 cases.
 */
function timeKernels() {
  let ran = 0;
  const timed = ({ run, ...others }) => ({
    ...others,
    run(...given) {
      const begun = performance.now();
      run(...given);
      ran += performance.now() - begun;
    },
  });
  let kernels;
  Object.defineProperty(globalThis, "kernels", {
    get: () => kernels,
    set({ load, begin }) {
      kernels = {
        load: (module) => timed(load(module)),
        begin(module) {
          const coming = begin(module);
          return {
            get exports() {
              return coming.exports && timed(coming.exports);
            },
            get refused() {
              return coming.refused;
            },
          };
        },
      };
    },
  });
  const post = postMessage.bind(globalThis);
  globalThis.postMessage = (message, transfer = []) => {
    post({ ...message, ran }, transfer);
    ran = 0;
  };
}

/**
 * Yields the times of studies, and how many times faster generated code is.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureStudies({ chromium, launch, address, count, cases = 10_000 }) {
  // At least one study after the first, which is told apart.
  const times = Math.min(Math.max(count, 2), 5);
  const rounds = Math.min(count, MOST_ROUNDS);
  const { study } = await tested("browser/studying.ts");
  const { allUncertain } = await tested("test/uncertain.ts");
  const { inputs } = JSON.parse(readFileSync(`${web}src/generated/catalog.json`, "utf8"));
  const browser = await chromium.launch(launch(["--disable-gpu", "--disable-webgl", "--disable-webgl2"]));
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator(".figure").first().waitFor();
    const { values } = await page.evaluate(study, { name: NAME, workers: 1 });
    const changes = allUncertain({ values }, inputs, cases);
    const what = `${cases.toLocaleString("en")} cases, ${changes.length - 1} inputs uncertain`;
    for (const workers of [1, 2, 4]) {
      const took = { generated: [], machine: [] };
      let computed = "";
      for (let round = 0; round < rounds; round++) {
        const generated = await page.evaluate(study, { name: NAME, changes, workers, times, map: MAP, before: `(${timeKernels})()` });
        const machine = await page.evaluate(study, { name: NAME, changes, workers, times: 2, with: "machine" });
        took.generated.push(generated);
        took.machine.push(machine);
        computed = generated.computed.join("; some ");
      }
      const later = (list) => list.slice(1);
      const median = (list) => list.toSorted((left, right) => left - right)[Math.floor(list.length / 2)];
      const ratios = took.generated.map(({ numbersAfter }, round) => median(later(took.machine[round].numbersAfter)) / median(later(numbersAfter)));
      // What both do besides is what the generated one takes while its code does not run; that of several workers overlaps.
      const alone = took.generated.map(({ numbersAfter, ranFor }, round) => {
        const ran = median(later(ranFor));
        return (median(later(took.machine[round].numbersAfter)) - (median(later(numbersAfter)) - ran)) / ran;
      });
      const seats = workers === 1 ? "one worker" : `${workers} workers`;
      const budget = workers === 2 ? "1,000 ms" : "";
      const of = (list, part) => list.flatMap(({ answerAfter }) => part(answerAfter));
      yield { what: `${what}, ${seats}, ${computed}`, values: of(took.generated, later), unit: "ms", budget };
      yield {
        what: `the same by engines that were just started, ${seats}`,
        values: of(took.generated, ([first]) => [first]),
        unit: "ms",
        budget: "",
      };
      const maps = took.generated.flatMap(({ mapAfter }) => later(mapAfter));
      yield { what: `map of ${MAP.points} × ${MAP.points} points, ${seats}`, values: maps, unit: "ms", budget: "" };
      yield { what: `${what} by the machine, ${seats}`, values: of(took.machine, later), unit: "ms", budget: "" };
      yield { what: `machine / generated code, ${seats}, without what cases come to`, values: ratios, unit: "×", budget: "" };
      if (workers === 1) yield { what: "the same of the program alone, without draws, reading and sums", values: alone, unit: "×", budget: "20 ×" };
    }
  } finally {
    await browser.close();
  }
}
