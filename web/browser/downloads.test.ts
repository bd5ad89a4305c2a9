// What is taken away from a chart: its picture, and its table as text that no spreadsheet takes for formulas.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { formatMonth, formatQuantity } from "../src/format";
import { IDLE, KEPT, roleColour, tenantColour } from "../src/palette";
import { countPixels, expect, opened, test } from "./page";
import { linkTo, referenceRow } from "./reference";

async function downloaded(page: Page, chart: string, format: "CSV" | "PNG"): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await page.locator(`#chart-${chart}`).getByRole("button", { name: format }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** Cells by row, as a spreadsheet reads RFC 4180 behind a byte order mark, without which Excel takes it for another encoding. */
function cells(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.slice(1).split("\r\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain)!),
  );
}

test("a chart's picture arrives with its colours, title and legend", async ({ page, browser }) => {
  // With own use of a part, so that some is idle.
  await page.goto(`/${linkTo("half-the-data-center", "site.memphis.own_use=0.7")}`);
  await opened(page);
  const { name, content } = await downloaded(page, "money", "PNG");
  expect(name).toBe("rackonomics-money.png");
  const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
  expect(width).toBeGreaterThan(1500);
  expect(height).toBeGreaterThan(600);
  const [surface, ink, income, ebitda, tenant, kept] = await countPixels(browser, content, [
    "#ffffff",
    "#1b2027",
    roleColour("result", 0, false),
    roleColour("earnings", 0, false),
    tenantColour(0),
    KEPT,
  ]);
  expect(surface).toBeGreaterThan(0.4 * width * height);
  expect(surface).toBeLessThan(0.95 * width * height);
  for (const count of [ink, income, ebitda]) expect(count).toBeGreaterThan(300);
  // In the legend; the areas themselves are paler.
  for (const count of [tenant, kept]) expect(count).toBeGreaterThanOrEqual(300);
  const power = await downloaded(page, "power", "PNG");
  const swatches = await countPixels(browser, power.content, [tenantColour(0), KEPT, IDLE]);
  for (const count of swatches) expect(count).toBeGreaterThanOrEqual(300);
});

test("a chart's picture has the colours of the dark page", async ({ page, browser }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await opened(page);
  const { content } = await downloaded(page, "money", "PNG");
  const [surface, white] = await countPixels(browser, content, ["#181c21", "#ffffff"]);
  expect(surface).toBeGreaterThan(100_000);
  expect(white).toBe(0);
});

test("a chart's table as CSV has the months, the units and the engine's numbers, which the page's table shows", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const { name, content } = await downloaded(page, "money", "CSV");
  expect(name).toBe("rackonomics-money.csv");
  const [head, ...rows] = cells(content.toString("utf8"));
  expect(head).toEqual([
    "Month",
    "Own revenue, USD",
    "Lease revenue, Anthropic, USD",
    "Revenue, USD",
    "Adjusted EBITDA, USD",
    "Operating income, USD",
    "Net income, USD",
    "Operating cash flow, USD",
    "Free cash flow, USD",
  ]);
  expect(rows).toHaveLength(60);
  expect(rows[0]![0]).toBe("2026-05");
  const income = referenceRow("half-the-data-center", "operator.operating_income", "operator");
  expect(rows.map((row) => Number(row[5]))).toEqual(income);

  await page.locator("#chart-money summary").click();
  const shown = page.locator("#chart-money tbody tr");
  for (const at of [0, 7, 59]) {
    const texts = [formatMonth(rows[at]![0]!), ...rows[at]!.slice(1).map((cell) => formatQuantity(Number(cell), "USD"))];
    await expect(shown.nth(at).locator("th, td")).toHaveText(texts);
  }
});

test("a title from a file is no formula, neither in CSV nor in what is copied", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await opened(page);
  const content = {
    version: 1,
    name: "odd",
    title: "Odd",
    start: "2026-05",
    months: 3,
    site: [{ name: "a" }],
    fleet: [{ name: "f", site: "a", gpus: 1000 }],
    source: [{ name: "g", site: "a", capacity: 10 }],
    lease: ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(1)"].map((title, at) => ({ name: `l${at}`, site: "a", title, share: 0.1 })),
  };
  await page
    .getByLabel("Scenario file")
    .setInputFiles({ name: "odd.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Odd");
  await expect(page.locator("#chart-power .chart-legend")).toContainText("@SUM(1)");
  const { content: csv } = await downloaded(page, "power", "CSV");
  const [head, ...rows] = cells(csv.toString("utf8"));
  expect(head!.slice(1, 5)).toEqual(['\'=HYPERLINK("http://x","y"), MW', "'+1, MW", "'-1, MW", "'@SUM(1), MW"]);
  for (const row of rows) for (const cell of row.slice(1)) expect(Number.isFinite(Number(cell))).toBe(true);
  await page.locator("#chart-power").getByRole("button", { name: "Copy table" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const cell of copied.split(/[\t\n]/)) expect(cell).not.toMatch(/^[=+@]|^-\D|^-1,/);
});
