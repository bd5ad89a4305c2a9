// Writes the pictures that lead README and docs: what the page draws where it has no canvas, as SVG, and the months of a
// scenario as an animation. `make pictures` runs it.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
/** The loop: every so many months for so many hundredths of a second each, in CSS pixels. */
const LOOP = { scenario: "three-tenants", every: 1, hundredths: 18, width: 1180, colorScheme: "light" };

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
  await loop(browser, LOOP);
  await browser.close();
} finally {
  server.kill();
}

async function open(browser, { scenario, colorScheme, width }) {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption(scenario);
  await page.locator(`.scene-drawing`).waitFor();
  return { page, months: page.getByRole("slider", { name: "Month", exact: true }) };
}

/** The time line with the drawing under it, month by month, joined by tools/loop. */
async function loop(browser, { scenario, every, hundredths, width, colorScheme }) {
  const { page, months } = await open(browser, { scenario, colorScheme, width });
  const drawing = page.getByRole("img", { name: /Usable racks: / });
  await settled(drawing);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet(); // which the page's policy allows
    sheet.replaceSync(".scene-missing { display: none } .slider { outline: 0 !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const folder = await mkdtemp(join(tmpdir(), "loop-"));
  const frames = [];
  for (let month = 0; month <= Number(await months.getAttribute("max")); month += every) {
    await months.fill(String(month));
    const [name, year] = (await months.getAttribute("aria-valuetext")).split(" ");
    const number = String(new Date(`1 ${name} ${year}`).getMonth() + 1).padStart(2, "0");
    await page.getByRole("img", { name: `${year}-${number}. Usable racks: ` }).waitFor();
    frames.push(join(folder, `${month}.png`));
    await page.locator(".floor").screenshot({ path: frames.at(-1), animations: "disabled" });
  }
  const output = `docs/pictures/${scenario}.gif`;
  execFileSync("go", ["run", "./tools/loop", output, String(hundredths), ...frames], { cwd: root, stdio: "inherit" });
  await rm(folder, { recursive: true });
  console.log(`${output}: ${frames.length} months`);
  await page.close();
}

async function draw(browser, { scenario, month, colorScheme }) {
  const { page, months } = await open(browser, { scenario, colorScheme, width: 1900 });
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
