// How sure the figures are, as a person sees it: ranges typed, sentences read, what is of former inputs marked.

import type { Locator, Page } from "@playwright/test";
import { expect, figures, opened, slider, test } from "./page";

const SHARE = "Share of the site";

function exact(page: Page, title: string): Locator {
  return page.getByRole("textbox", { name: new RegExp(`^${title}, exact`) });
}

async function typeRange(page: Page, title: string, text: string): Promise<void> {
  const field = exact(page, title);
  await field.fill(text);
  await field.press("Enter");
}

function section(page: Page): Locator {
  return page.locator("#view-how-sure");
}

/** Opens the section, and waits for all cases. */
async function openSection(page: Page): Promise<void> {
  const summary = section(page).locator("> summary");
  if ((await section(page).getAttribute("open")) === null) await summary.click();
}

async function whole(page: Page): Promise<string[]> {
  await expect(section(page).locator('.going[data-phase="whole"]')).toBeVisible({ timeout: 60_000 });
  await expect(section(page).locator('.figured[data-standing="current"]').first()).toBeVisible();
  return section(page).locator(".chances li").allInnerTexts();
}

test("a range typed in place of a number is one step, is told in words, and a number takes it away", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await typeRange(page, SHARE, "25 to 35");
  const row = page.locator(".input", { has: exact(page, SHARE) });
  await expect(row.locator(".uncertain")).toContainText("uncertain 25 to 35 %");
  await expect(row.locator(".uncertain")).toContainText("90 % of cases lie from low to high");
  await expect(exact(page, SHARE)).toHaveValue("25 to 35 %");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.locator(".uncertain")).toHaveCount(0);
  expect(await figures(page)).toEqual(start);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(row.locator(".uncertain")).toBeVisible();
  await typeRange(page, SHARE, "30");
  await expect(row.locator(".uncertain")).toHaveCount(0);
  await expect(slider(page, SHARE)).toHaveValue("0.3");
  await typeRange(page, SHARE, "25 to 350");
  await expect(page.getByRole("alert")).toContainText("out of bounds");
  await expect(exact(page, SHARE)).toHaveValue("25 to 350");
});

test("the sources that disagree make a study at one click, and its chances are sentences with how far they may be off", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await openSection(page);
  await expect(section(page)).toContainText("Nothing is uncertain yet.");
  await page.getByRole("button", { name: "Take every input whose sources disagree" }).click();
  await expect(section(page).getByRole("region", { name: "Uncertain inputs, table" })).toBeVisible();
  const chances = await whole(page);
  expect(chances.length).toBeGreaterThan(5);
  expect(chances.join(" ")).toMatch(/ of 10,000 cases/);
  await expect(page.locator("#chart-chance-by-month, .find-out, .find-out + *").first()).toBeVisible();
});

test("chances of former inputs are marked until those of these are there, and computing can be stopped", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await typeRange(page, SHARE, "uniform 30 to 70");
  await openSection(page);
  const before = await whole(page);
  expect(before.join(" ")).toMatch(/\(± \d+\)/);
  const paths = page.getByRole("textbox", { name: "Number of cases" });
  await paths.fill("1000000");
  await paths.press("Enter");
  await expect(section(page).getByText("These are the chances of the inputs before.")).toBeVisible();
  await expect(section(page).locator(".figured").first()).toHaveAttribute("data-standing", "awaited");
  await expect(section(page).locator(".figured").first()).toHaveAttribute("data-standing", "current", { timeout: 60_000 });
  // The slider of another input moves on while cases are computed.
  const price = page.locator(".input .slider").nth(1);
  await expect(section(page).locator('.going[data-phase="computing"]')).toBeVisible();
  await section(page).getByRole("button", { name: "Cancel" }).click();
  await expect(section(page).locator(".going")).toContainText(/Stopped at [\d,]+ of 1(,000,000|\.00M|,000,000) cases|Stopped/);
  await section(page).getByRole("button", { name: "Compute them" }).click();
  await expect(section(page).locator('.going[data-phase="computing"]')).toBeVisible();
  const value = await price.inputValue();
  await price.focus();
  await price.press("ArrowRight");
  await expect(price).not.toHaveValue(value);
  await expect(page.locator('main > .figured[data-standing="current"]').first()).toBeVisible();
});

test("a link opens with the same study and the same figures", async ({ page, another }) => {
  await page.goto("/");
  await opened(page);
  await typeRange(page, SHARE, "uniform 30 to 70");
  await openSection(page);
  const chances = await whole(page);
  await expect(page).toHaveURL(/#s=/);
  const other = await another();
  await other.goto(page.url());
  await opened(other);
  await openSection(other);
  expect(await whole(other)).toEqual(chances);
});
