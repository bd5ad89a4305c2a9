// Measures the built page in a real browser and prints the figures beside the budgets of the design.
// Where WebGL is drawn in software, as on a machine without a GPU, the floor plan slows everything
// else, so the page is measured without it, and the floor plan's frames apart.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { transformWithOxc } from "vite";
import { measureStudies } from "./bench/studies.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const PORT = 8232;
const TICKS = 100;

const { PINNED } = await imported("web/src/views/places.ts");
/** What a tick of a slider asks for. */
const WISHES = { views: [...PINNED].map(([name, by]) => ({ name, by })), month: 2, floor: true };
const server = spawn("build/rackonomics", ["serve", "--addr", `127.0.0.1:${PORT}`, "--dir", "dist/site"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  await once(server.stdout, "data");
  await inBrowser(["--disable-gpu", "--disable-webgl", "--disable-webgl2"], measurePage);
  for await (const { what, values, unit, budget } of measureStudies({ chromium, launch, address: `http://127.0.0.1:${PORT}/` }))
    print(what, values, unit, budget);
  await inBrowser(["--use-angle=swiftshader", "--enable-unsafe-swiftshader"], measureScene);
} finally {
  server.kill();
}

async function inBrowser(args, measure) {
  const browser = await chromium.launch(launch(args));
  try {
    await measure(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  } finally {
    await browser.close();
  }
}

function launch(args) {
  return {
    executablePath: process.env.CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", ...args],
  };
}

async function measurePage(page) {
  await page.addInitScript(countChartPaints);
  const begun = performance.now();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.waitForSelector(".figure");
  print("address to first figures, this machine", [performance.now() - begun], "ms", "");
  const { scenarios } = JSON.parse(readFileSync(`${root}web/src/generated/catalog.json`, "utf8"));
  for (const { name } of scenarios) {
    print(
      `run with what is pinned, in the worker: ${name}`,
      await page.evaluate(runs, { name, wishes: WISHES, count: TICKS }),
      "ms",
      "1 ms at the median",
    );
  }
  await page.waitForSelector("#chart-money canvas");
  await page.waitForTimeout(1000);
  print("slider event to painted chart", await page.evaluate(ticks, TICKS), "ms", "16 ms at the median, 50 ms at the 95th percentile");
}

/** The frames of the floor plan while the time line plays: their script and WebGL calls, without what a GPU does. */
async function measureScene(page) {
  await page.addInitScript(countSceneFrames);
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.waitForSelector(".scene[data-ready=true]");
  await page.waitForTimeout(3000);
  await page.evaluate(() => (globalThis.sceneFrames = []));
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(4000);
  const frames = await page.evaluate(() => globalThis.sceneFrames);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.waitForTimeout(1000);
  await page.evaluate(() => (globalThis.sceneFrames = []));
  await page.waitForTimeout(2000);
  const idle = await page.evaluate(() => globalThis.sceneFrames.length);
  print(
    "floor plan: update and draw of a frame",
    frames.map(({ milliseconds }) => milliseconds),
    "ms",
    "4 ms a frame",
  );
  print(
    "floor plan: draw calls of a frame",
    frames.map(({ draws }) => draws),
    "",
    "at most 20",
  );
  print("floor plan: frames in two idle seconds", [idle], "", "none");
}

function print(what, values, unit, budget) {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (part) => `${sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(unit ? 1 : 0)} ${unit}`.trim();
  const figures = sorted.length === 1 ? at(0) : `median ${at(0.5)}, 95th percentile ${at(0.95)}`;
  console.log(`${what.padEnd(48)} ${figures}${budget && `   (budget ${budget})`}`);
}

/** A module of the page that imports no other. */
async function imported(file) {
  const { code } = await transformWithOxc(readFileSync(root + file, "utf8"), file);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** In the page, before its scripts: when a chart's canvas was last cleared for painting. */
function countChartPaints() {
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  globalThis.chartPainted = 0;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    globalThis.chartPainted = performance.now();
    return clear.apply(this, rectangle);
  };
}

/** In the page and its frames, before their scripts: what each animation frame that draws by WebGL takes and calls. */
function countSceneFrames() {
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
      if (draws > 0) top.sceneFrames?.push({ draws, milliseconds: performance.now() - begun });
    });
}

/** In the page: an engine of its own, started as the page starts its one. */
async function runs({ name, wishes, count }) {
  const { addresses } = JSON.parse(document.getElementById("assets").textContent);
  const texts = await Promise.all(["wasm_exec.js", "worker.js"].map(async (part) => (await fetch(addresses[part])).text()));
  const worker = new Worker(URL.createObjectURL(new Blob([texts.join("\n;\n")])));
  const next = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
  const ready = next();
  worker.postMessage({ start: await WebAssembly.compileStreaming(fetch(addresses["engine.wasm"])) });
  await ready;
  const ask = async (kind, request) => {
    const answer = next();
    worker.postMessage({ id: 1, kind, request: JSON.stringify(request) });
    return answer;
  };
  await ask("open", { as: 1, name });
  let heads; // that the page has after the first answer
  const times = [];
  for (let tick = 0; tick < count + 20; tick++) {
    const begun = performance.now();
    const { json } = await ask("run", { of: 1, changes: [{ path: "operator.reported_revenue", value: 1e8 + tick }], ...wishes, heads });
    // The first ones warm up.
    if (tick >= 20) times.push(performance.now() - begun);
    heads ??= JSON.parse(json).heads_name;
  }
  worker.terminate();
  return times;
}

/** In the page: a slider moves, and the chart is painted anew. */
async function ticks(count) {
  const slider = document.querySelector('.panel input[type="range"][aria-label="Share of the site"]');
  const frame = () => new Promise(requestAnimationFrame);
  const times = [];
  for (let tick = 0; tick < count; tick++) {
    const begun = performance.now();
    slider.value = String(0.2 + (tick % 50) / 100);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    while (globalThis.chartPainted < begun && performance.now() - begun < 5000) await frame();
    times.push(globalThis.chartPainted - begun);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}
