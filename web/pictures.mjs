// Writes the pictures that lead README and docs: what the page draws where it has no canvas, as SVG. `make pictures` runs it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const root = fileURLToPath(new URL("../", import.meta.url));
const PORT = 8233;
/** Scenario, month from its start, and whether on dark ground. */
const PICTURES = [
  { scenario: "half-the-data-center", month: 0, colorScheme: "light" },
  { scenario: "power-capped", month: 1, colorScheme: "dark" },
  { scenario: "three-tenants", month: 12, colorScheme: "light" },
  { scenario: "orbital-expansion", month: 64, colorScheme: "dark" },
];

const server = spawn("build/rackonomics", ["serve", "--addr", `127.0.0.1:${PORT}`, "--dir", "dist/site"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
try {
  await once(server.stdout, "data");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-webgl", "--disable-webgl2"],
  });
  await mkdir(`${root}docs/pictures`, { recursive: true });
  for (const picture of PICTURES) await draw(browser, picture);
  await browser.close();
} finally {
  server.kill();
}

async function draw(browser, { scenario, month, colorScheme }) {
  const page = await browser.newPage({ viewport: { width: 1900, height: 1000 }, colorScheme });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption(scenario);
  await page.locator(`.scene-drawing`).waitFor();
  const months = page.getByRole("slider", { name: "Month", exact: true });
  await months.fill(String(month));
  const stands = await months.getAttribute("aria-valuetext");
  const drawing = page.getByRole("img", { name: /Usable racks: / });
  const source = await settled(drawing);
  await writeFile(`${root}docs/pictures/${scenario}.svg`, decodeURIComponent(source.slice(source.indexOf(",") + 1)));
  console.log(`docs/pictures/${scenario}.svg: ${stands}`);
  await page.close();
}

/** The drawing once it stays the same for a second. */
async function settled(drawing) {
  for (let before = ""; ; ) {
    const now = await drawing.getAttribute("src");
    if (now === before) return now;
    before = now;
    await drawing.page().waitForTimeout(1000);
  }
}
