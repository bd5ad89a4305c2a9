// Measures the built page in a real browser and prints the figures beside the budgets of the design: all of it in Chromium, or what is named
// (node bench.mjs start). Where WebGL is drawn in software, as on a machine without a GPU, the floor plan slows everything
// else, so the page is measured without it, and the floor plan's frames apart.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { ELSEWHERE, MEASUREMENTS } from "./bench/measurements.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const PORT = Number(process.env.RACKONOMICS_BENCH_PORT || 8232);
/** Visits take seconds, ticks and runs milliseconds. */
const COUNTS = { start: 9 };
const COUNT = 100;
const ALL = { ...MEASUREMENTS, ...ELSEWHERE };

const server = spawn("build/rackonomics", ["serve", "--addr", `127.0.0.1:${PORT}`, "--dir", "dist/site"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  await once(server.stdout, "data");
  for (const name of asked()) {
    const bench = { chromium, launch, address: `http://127.0.0.1:${PORT}/`, count: COUNTS[name] ?? COUNT, seconds: 4 };
    for await (const measured of ALL[name](bench)) print(measured);
  }
} finally {
  server.kill();
}

function asked() {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !ALL[name]);
  if (unknown !== undefined) throw new Error(`“${unknown}” is not measured; what is: ${Object.keys(ALL).join(", ")}`);
  return names.length > 0 ? names : Object.keys(MEASUREMENTS);
}

function launch(args) {
  return {
    // Suggestions below the address bar are pages of their own with each window, and begin just when the page does: a browser that
    // is open already has them behind it.
    executablePath: fileURLToPath(new URL("browser/chromium.sh", import.meta.url)),
    env: { ...process.env, CHROMIUM: process.env.CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" },
    args: ["--no-sandbox", "--disable-background-networking", ...args],
  };
}

function print({ what, values, unit, budget }) {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (part) => `${sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(unit ? 1 : 0)} ${unit}`.trim();
  const figures = sorted.length === 1 ? at(0) : `median ${at(0.5)}, 95th percentile ${at(0.95)}`;
  console.log(`${what.padEnd(64)} ${figures}${budget && `   (budget ${budget})`}`);
}
