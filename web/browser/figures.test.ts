// The figures of the first view are the engine's, and follow the sliders into charts and floor plan.
import type { Page } from "@playwright/test";
import { formatDollars, formatMonth, formatPercent } from "../src/format";
import { answered, drawn, expect, figureCell, opened, slider, still, test, unfold } from "./page";
import { reference } from "./reference";

const FOUNDING = "half-the-data-center";

test("the first view tells the founding scenario and its break-evens as the engine computes them natively", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half the data centre");
  await expect(page.getByText("not advice")).toBeVisible();
  await expect(page.getByText(/Figures as of/)).toBeVisible();
  const { measures } = reference(FOUNDING);
  const table = page.getByRole("region", { name: "Break-even by measure" });
  for (const [title, line] of [
    ["Adjusted EBITDA", "adjusted_ebitda"],
    ["Operating income", "operating_income"],
    ["Free cash flow", "free_cash_flow"],
  ]) {
    const value = measures[`break_even.${line}.first`]!.value as string | null;
    await expect(table.getByRole("row", { name: title! })).toContainText(value ? formatMonth(value) : "not reached");
  }
});

test("a slider moved by keyboard changes figures, chart and floor plan as the engine does natively", async ({ page }) => {
  await page.goto("/");
  const scene = await drawn(page);
  const chart = page.locator("#chart-money canvas").first();
  await expect(chart).toBeVisible();
  const [sceneBefore, chartBefore] = [await still(scene), await still(chart)];
  const income = await figureCell(page, "Operating income").innerText();

  const share = slider(page, "Share of the site");
  await share.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowRight");
  await expect(share).toHaveAttribute("aria-valuetext", "60%");

  const { measures } = reference(FOUNDING, "lease.anthropic.share=0.6");
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText(formatDollars(measures["free_cash_flow.cumulative"]!.value as number));
  await expect(figureCell(page, "Anthropic holds")).toContainText("60% of the usable");
  await expect(figureCell(page, "Operating income")).not.toHaveText(income);
  await expect(figureCell(page, "Operating income")).toContainText("vs base");
  await expect.poll(async () => (await chart.screenshot()).equals(chartBefore)).toBe(false);
  await expect.poll(async () => (await scene.screenshot()).equals(sceneBefore)).toBe(false);
});

test("clicking a chart and stepping the time line move the month", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const chart = page.locator("#chart-money .chart");
  await expect(chart.locator("canvas").first()).toBeVisible();
  await still(chart);
  const box = (await chart.boundingBox())!;
  await chart.click({ position: { x: box.width * 0.6, y: box.height * 0.5 } });
  await expect(page.getByLabel("Month shown")).not.toHaveText("May 2026");

  const line = page.getByRole("slider", { name: "Month", exact: true });
  await line.focus();
  await page.keyboard.press("Home");
  await expect(page.getByLabel("Month shown")).toHaveText("May 2026");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Month shown")).toHaveText("Jun 2026");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page.getByLabel("Month shown")).not.toHaveText("Jun 2026");
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

/** What a screen reader is told in turn, by any part of the page that has no text to be seen: one text takes the other's place. */
async function hearing(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    const said = new Map<Element, string>();
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      for (const place of document.querySelectorAll<HTMLElement>("p.visually-hidden[role=status]")) {
        const text = place.textContent;
        if (text === said.get(place)) continue;
        said.set(place, text);
        if (text !== "" && place.ariaLive !== "off") heard.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

test("the answer stands first, says what a screen reader hears, and is said again only where it changes", async ({ page }) => {
  const heard = await hearing(page);
  await page.goto("/");
  await opened(page);
  const answer = page.getByRole("region", { name: "Answer" });
  const sentences = answer.getByRole("paragraph");
  const covered = formatPercent(reference(FOUNDING).measures["deal.operating_income.covered"]!.value as number);
  await expect(sentences.first()).toHaveText(`While the leases run, they cover ${covered} of the operating loss that there would be without them.`);
  await expect(answer).toContainText("Operating income does not reach zero within the scenario; in the best 12 months, to");
  const [above, below] = await Promise.all([answer, page.getByRole("region", { name: "Headline figures" })].map((region) => region.boundingBox()));
  expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);

  await answered(page);
  // What it would take is found later, and said then.
  const all = (await sentences.allInnerTexts()).map((text) => text.trim()).join(" ");
  await expect.poll(async () => (await heard()).join(" ")).toBe(all);
  const count = (await heard()).length;
  // Later payment moves cash, and nothing that is earned.
  await unfold(page, "Lease Anthropic");
  await slider(page, "Payment delay").press("ArrowRight");
  const since = async () => (await heard()).slice(count).join(" ");
  await expect.poll(since).toContain("of the cash that operations would lose without them");
  expect(await since()).not.toContain("does not reach zero");
  // The picture tells of the month that one goes to, and does not talk over the answer.
  await expect(page.locator(".scene-words")).toContainText("2026-05. Usable racks: Anthropic 50%");
  expect((await heard()).join(" ")).not.toContain("Usable racks");
  await page.getByRole("slider", { name: "Month", exact: true }).press("ArrowRight");
  await expect.poll(since).toContain("2026-06. Usable racks: Anthropic 50%");

  await answer.getByRole("button", { name: "Why 165k GPUs?" }).first().click();
  await expect(page.getByRole("dialog", { name: "Why this figure" })).toContainText("Delivered GPUs");
});
