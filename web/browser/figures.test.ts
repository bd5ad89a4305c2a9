// The figures of the first view are the engine's, and follow the sliders into charts and floor plan.
import { formatCount, formatDollars, formatMonth, formatPercent } from "../src/format";
import { KEPT, tenantColour } from "../src/palette";
import { countPixels, drawn, expect, figureCell, opened, reference, referenceRow, slider, still, test } from "./page";

const FOUNDING = "half-the-data-center";

test("the first view shows the founding scenario as the engine computes it natively", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const { months, measures } = reference(FOUNDING);
  const number = (name: string) => measures[name]!.value as number;
  const first = measures["break_even.operating_income.first"]!.value as string | null;

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half the data centre");
  await expect(page.getByText("not advice")).toBeVisible();
  await expect(page.getByText(/Figures as of/)).toBeVisible();
  await expect(figureCell(page, "Operating break-even")).toContainText(first ? formatMonth(first) : "Not reached");
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText(formatDollars(number("free_cash_flow.cumulative")));
  await expect(figureCell(page, "Price per GPU-hour")).toContainText(formatDollars(number("price_per_gpu_hour")));
  await expect(figureCell(page, "holds")).toContainText(`${formatCount(number("tenant.gpus"))} GPUs`);
  await expect(figureCell(page, "holds")).toContainText(`${formatPercent(number("tenant.share"))} of the usable`);

  const shown = (await page.getByLabel("Month shown").innerText()).trim();
  const month = months.findIndex((name) => formatMonth(name) === shown);
  expect(month).toBeGreaterThanOrEqual(0);
  const row = (name: string) => formatDollars(referenceRow(FOUNDING, `operator.${name}`, "operator")[month]);
  await expect(figureCell(page, "Operating income")).toContainText(row("operating_income"));
  await expect(figureCell(page, "Lease revenue")).toContainText(row("lease_revenue"));
  await expect(figureCell(page, "Lease revenue")).toContainText(`${row("lease_revenue_needed")} needed`);

  const table = page.getByRole("region", { name: "Break-even by measure" });
  for (const [title, line] of [["Adjusted EBITDA", "adjusted_ebitda"], ["Operating income", "operating_income"], ["Free cash flow", "free_cash_flow"]]) {
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
  expect((await still(chart)).equals(chartBefore)).toBe(false);
  expect((await still(scene)).equals(sceneBefore)).toBe(false);
});

test("the floor plan has as large a part of its racks in the tenant's colour as the model leases", async ({ page, browser }) => {
  await page.goto("/");
  const scene = await drawn(page);
  for (const share of [0.5, 0.8]) {
    const field = page.getByRole("textbox", { name: /^Share of the site, exact/ });
    await field.fill(String(share * 100));
    await field.press("Enter");
    await expect(figureCell(page, "Anthropic holds")).toContainText(`${share * 100}% of the usable`);
    // Racks are a few pixels wide; longer runs of the colours are the legend and the bar of shares.
    const [tenant, kept] = await countPixels(browser, await still(scene), [tenantColour(0), KEPT], 8);
    expect(tenant! + kept!).toBeGreaterThan(1000);
    expect(Math.abs(tenant! / (tenant! + kept!) - share)).toBeLessThan(0.01);
  }
});

test("clicking a chart and stepping the time line move the month", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const chart = page.locator("#chart-money .chart");
  await expect(chart.locator("canvas").first()).toBeVisible();
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
