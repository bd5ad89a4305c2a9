// The frames of the floor plan while the time line plays: their script and WebGL calls, without what a GPU does.
import { VIEWPORT } from "./start.mjs";

/**
 * Yields what the frames take and call while the time line plays, and how many there are while nothing moves.
 * @param {import("./measurements.mjs").Bench} bench
 */
export async function* measureScene({ chromium, launch, address, seconds }) {
  const browser = await chromium.launch(launch(["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]));
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await page.addInitScript(countSceneFrames);
    await page.goto(address);
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
    const idle = await page.evaluate(() => globalThis.sceneFrames.length);
    const taken = frames.map(({ milliseconds }) => milliseconds);
    yield { what: "floor plan: update and draw of a frame", values: taken, unit: "ms", budget: "4 ms" };
    yield { what: "floor plan: draw calls of a frame", values: frames.map(({ draws }) => draws), unit: "", budget: "at most 20" };
    yield { what: `floor plan: frames in ${seconds} idle seconds`, values: [idle], unit: "", budget: "none" };
  } finally {
    await browser.close();
  }
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
