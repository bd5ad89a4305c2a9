// The frames of the floor plan while the time line plays: their script and WebGL calls, without what a GPU does.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { VIEWPORT } from "./start.mjs";

const SCENARIO = "half-the-data-center";
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Room, cooling and power for as many racks as there are. */
const ROOM = ["site.memphis.floor_area=20000000", "site.memphis.cooling_capacity=20000", "source.southaven.capacity=20000"];

/** The founding scenario's campus as it is, ten times and a hundred times as large; the budget is for the first. */
const CROWDS = [
  { racks: "5,000", changes: [], budget: { frame: "4 ms", draws: "at most 20", idle: "none" } },
  { racks: "50,000", changes: [...ROOM, "fleet.h100.gpus=3000000"] },
  { racks: "500,000", changes: [...ROOM, "fleet.h100.gpus=10000000", "fleet.h100.gpus_per_rack=20"] },
];

/**
 * Yields what the frames take and call while the time line plays, and how many there are while nothing moves.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureScene({ chromium, launch, address, seconds }) {
  for (const { racks, changes, budget = { frame: "", draws: "at most 20", idle: "none" } } of CROWDS) {
    const browser = await chromium.launch(launch(["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]));
    try {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.addInitScript(countSceneFrames);
      await page.goto(address + linked(changes));
      const { frames, idle } = await played(page, seconds);
      const plan = `floor plan of ${racks} racks`;
      yield { what: `${plan}: update and draw of a frame`, values: frames.map(({ milliseconds }) => milliseconds), unit: "ms", budget: budget.frame };
      yield { what: `${plan}: draw calls of a frame`, values: frames.map(({ draws }) => draws), unit: "", budget: budget.draws };
      yield { what: `${plan}: frames in ${seconds} idle seconds`, values: [idle], unit: "", budget: budget.idle };
    } finally {
      await browser.close();
    }
  }
}

/** The part of an address that opens the scenario with changes. */
function linked(changes) {
  const set = changes.flatMap((change) => ["--set", change]);
  return changes.length ? execFileSync(`${root}build/rackonomics`, ["link", SCENARIO, ...set], { encoding: "utf8" }).trim() : "";
}

/** The frames that draw in some seconds of playing, and how many are asked for in as many of rest. */
async function played(page, seconds) {
  await page.locator(".scene[data-ready=true]").waitFor();
  await page.waitForFunction(() => globalThis.sceneFrames.length > 0);
  await page.evaluate(rest);
  await page.evaluate(forget);
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction(() => globalThis.sceneFrames.some(({ draws }) => draws > 0));
  await page.waitForTimeout(1000 * seconds);
  const frames = (await page.evaluate(() => globalThis.sceneFrames)).filter(({ draws }) => draws > 0);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.evaluate(rest);
  await page.evaluate(forget);
  await page.waitForTimeout(1000 * seconds);
  return { frames, idle: await page.evaluate(() => globalThis.sceneFrames.length) };
}

/** In the page: what is drawn from now on counts. */
function forget() {
  globalThis.sceneFrames = [];
}

/** In the page: until no frame was asked for during a second. */
async function rest() {
  for (let before = -1; before !== globalThis.sceneFrames.length; ) {
    before = globalThis.sceneFrames.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** In the page and its frames, before their scripts: what each animation frame takes and calls of WebGL. */
function countSceneFrames() {
  globalThis.sceneFrames = [];
  let draws = 0;
  for (const name of ["drawElements", "drawArrays"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      draws++;
      return draw.apply(this, given);
    };
  }
  const requestFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    requestFrame((time) => {
      draws = 0;
      const begun = performance.now();
      callback(time);
      top.sceneFrames?.push({ draws, milliseconds: performance.now() - begun });
    });
}
