// Measures the built page in a real browser and prints the figures beside the budgets of the design.
// Where WebGL is drawn in software, as on a machine without a GPU, the floor plan slows everything
// else, so the page is measured without it; its own frames are measured where there is a GPU.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { transformWithOxc } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));
const PORT = 8232;
const TICKS = 100;

const { SHOWN_ROWS } = await imported("web/src/rows.ts");
const server = spawn("build/rackonomics", ["serve", "--addr", `127.0.0.1:${PORT}`, "--dir", "dist/site"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--disable-webgl", "--disable-webgl2"],
});
try {
  await once(server.stdout, "data");
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(countChartPaints);
  const begun = performance.now();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.waitForSelector(".figure");
  print("address to first figures, this machine", [performance.now() - begun], "");
  const { scenarios } = JSON.parse(readFileSync(`${root}web/src/generated/catalog.json`, "utf8"));
  for (const { name } of scenarios) {
    print(`plain run in the worker: ${name}`, await page.evaluate(runs, { name, rows: SHOWN_ROWS, count: TICKS }), "5 ms at the median");
  }
  await page.waitForSelector("#chart-money canvas");
  await page.waitForTimeout(1000);
  print("slider event to painted chart", await page.evaluate(ticks, TICKS), "50 ms at the 95th percentile");
} finally {
  await browser.close();
  server.kill();
}

/** A module of the page that imports no other. */
async function imported(file) {
  const { code } = await transformWithOxc(readFileSync(root + file, "utf8"), file);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

function print(what, times, budget) {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1);
  const figures = sorted.length === 1 ? `${at(0)} ms` : `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`;
  console.log(`${what.padEnd(48)} ${figures}${budget && `   (budget ${budget})`}`);
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

/** In the page: an engine of its own, started as the page starts its one. */
async function runs({ name, rows, count }) {
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
  await ask("open", { name, rows });
  const times = [];
  for (let tick = 0; tick < count + 20; tick++) {
    const begun = performance.now();
    await ask("run", { changes: [{ path: "operator.reported_revenue", value: 1e8 + tick }] });
    // The first ones warm up.
    if (tick >= 20) times.push(performance.now() - begun);
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
