// The reference says of everything with a name what it is and comes to, leads from each name to its entry, and can be linked to.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { formatMonth, formatQuantity } from "../src/format";
import { expect, linkAfter, opened, type Place, slider, test } from "./page";
import { reference, referenceRow } from "./reference";

const FOUNDING = "half-the-data-center";

const part = (place: Place): Locator => place.locator("details.reference");
const entry = (place: Place, id: string): Locator =>
  part(place)
    .locator("li.entry")
    .filter({ has: place.locator(`[id="entry-${id}"]`) });
const title = (place: Place, id: string): Locator => place.locator(`[id="entry-${id}"]`);

/** Opens the reference and looks for something. */
async function search(place: Place, query: string): Promise<void> {
  const field = place.getByRole("searchbox", { name: "Search the reference" });
  if ((await field.count()) === 0) await part(place).locator("summary").first().click();
  await field.fill(query);
  await current(place);
}

async function current(place: Place): Promise<void> {
  await expect(part(place).locator(".figured").first()).toHaveAttribute("data-standing", "current");
}

/** The month that the page shows, counted from the start, and how it is written. */
async function monthShown(page: Page): Promise<{ at: number; words: string }> {
  const words = await page.getByLabel("Month shown").innerText();
  return { at: reference(FOUNDING).months.findIndex((month) => formatMonth(month) === words), words };
}

test("what analysts ask for is found, with the command line's value, which follows the month and the inputs", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  for (const query of ["dscr", "EBITDA", "rent", "MW"]) {
    await search(page, query);
    await expect(part(page).getByRole("status")).toContainText(/^\d+ of \d+ entries/);
    await expect(part(page).locator("li.entry").first()).toBeVisible();
  }
  await search(page, "nothing of the kind");
  await expect(part(page).getByRole("status")).toContainText("No title, name, unit or note");

  await search(page, "adjusted EBITDA");
  const value = entry(page, "operator.adjusted_ebitda").locator(".entry-value");
  const want = async (...settings: string[]) => {
    const { at } = await monthShown(page);
    return formatQuantity(referenceRow(FOUNDING, "operator.adjusted_ebitda", "operator", ...settings)[at], "USD");
  };
  await expect(value).toHaveText(await want());
  await expect(part(page)).toContainText(`Values in ${(await monthShown(page)).words}`);
  const before = await value.innerText();

  await page.getByRole("slider", { name: "Month", exact: true }).press("PageUp");
  await current(page);
  await expect(part(page)).toContainText(`Values in ${(await monthShown(page)).words}`);
  await expect(value).toHaveText(await want());
  const later = await value.innerText();
  expect(later).not.toBe(before);

  const share = slider(page, "Share of the site");
  await share.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowRight");
  await expect(share).toHaveAttribute("aria-valuetext", "60%");
  const changed = await want("lease.anthropic.share=0.6");
  expect(changed).not.toBe(later);
  await expect(value).toHaveText(changed);
  await current(page);
  await expect(share).toBeFocused();
});

test("a name in a formula leads to its entry and back, readers lead on, and the address keeps the place", async ({ page, another }) => {
  await page.goto("/");
  await opened(page);
  const start = await linkAfter(page);
  await search(page, "operating income");
  const income = title(page, "operator.operating_income");
  await income.focus();
  await page.keyboard.press("Enter");
  await expect(income).toHaveAttribute("aria-expanded", "true");
  await expect(income).toBeFocused();
  const atIncome = await linkAfter(page, start);
  const formula = entry(page, "operator.operating_income").locator("code").nth(1);
  await expect(formula).toContainText("adjusted_ebitda");

  await formula.getByRole("button", { name: "adjusted_ebitda" }).click();
  const ebitda = title(page, "operator.adjusted_ebitda");
  await expect(ebitda).toHaveAttribute("aria-expanded", "true");
  await expect(ebitda).toBeFocused();
  await expect(ebitda).toBeInViewport();
  await expect(income).toHaveAttribute("aria-expanded", "false");
  const readers = entry(page, "operator.adjusted_ebitda").getByRole("list", { name: "Read by" });
  await expect(readers.getByRole("button", { name: "Operating income", exact: true })).toBeVisible();

  const link = await linkAfter(page, atIncome);
  await page.getByRole("button", { name: "Back to Operating income" }).click();
  await expect(income).toBeFocused();
  expect(await linkAfter(page, link)).toBe(atIncome);
  await formula.getByRole("button", { name: "adjusted_ebitda" }).click();
  await expect(ebitda).toBeFocused();
  expect(await linkAfter(page, atIncome)).toBe(link);

  await page.reload();
  await expect(ebitda).toHaveAttribute("aria-expanded", "true", { timeout: 30_000 });
  await expect(ebitda).toBeInViewport();
  const fresh = await another();
  await fresh.goto(link);
  await expect(title(fresh, "operator.adjusted_ebitda")).toHaveAttribute("aria-expanded", "true", { timeout: 30_000 });
  await expect(entry(fresh, "operator.adjusted_ebitda").locator(".node-value")).toContainText(
    await entry(page, "operator.adjusted_ebitda").locator(".node-value").innerText(),
  );
});

test("“why?” opens from a value, and the reasons lead to the reference", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await search(page, "fee billed");
  await title(page, "lease.fee_billed").click();
  const { at, words } = await monthShown(page);
  const billed = formatQuantity(referenceRow(FOUNDING, "lease.fee_billed", "anthropic")[at], "USD");
  await entry(page, "lease.fee_billed").getByRole("button", { name: "Why? Fee billed, Anthropic" }).click();
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  await expect(drawer.locator(".node-value").first()).toHaveText(billed);
  await expect(drawer).toContainText(words);
  const first = drawer.locator("button[aria-expanded=false]").first();
  const reason = (await first.evaluate((button) => button.firstChild!.textContent))!.trim();
  await first.click();
  await drawer
    .getByRole("button", { name: /^In the reference/ })
    .last()
    .click();
  await expect(drawer).toHaveCount(0);
  const at_reason = part(page).locator('.node-title[aria-expanded="true"][id]');
  await expect(at_reason).toBeFocused();
  await expect(at_reason).toBeInViewport();
  await expect(at_reason).toContainText(reason);

  // A measure is asked about as it is, and leads to its own entry and not to the row of its name.
  await search(page, "lease.headline_value");
  await title(page, "measure.operator.lease.headline_value").click();
  await entry(page, "measure.operator.lease.headline_value")
    .getByRole("button", { name: /^Why\?/ })
    .click();
  await drawer
    .getByRole("button", { name: /^In the reference/ })
    .first()
    .click();
  await expect(title(page, "measure.operator.lease.headline_value")).toBeFocused();
  const worth = reference(FOUNDING).measures["lease.headline_value"]!.value as number;
  await expect(entry(page, "measure.operator.lease.headline_value").locator(".node-value")).toContainText(formatQuantity(worth, "USD"));
});

test("an input has its value, its source and the way to its control", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await search(page, "lease.share");
  await title(page, "lease.share").click();
  // An entry that is led to takes the focus once it is there.
  await expect(title(page, "lease.share")).toBeFocused();
  const share = entry(page, "lease.share");
  await expect(share.locator(".node-value")).toHaveText("50%");
  await expect(share.locator(".entry-values .sources a").first()).toBeVisible();
  await slider(page, "Share of the site").press("ArrowRight");
  await expect(share.locator(".node-value")).toHaveText("51%");
  await share.getByRole("button", { name: /^Go to this assumption/ }).click();
  await expect(page.locator(".panel .input").locator("input:focus, select:focus")).toBeVisible();
});

test("an entry that is closed leaves the address", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await search(page, "fee billed");
  const start = await linkAfter(page);
  await title(page, "lease.fee_billed").click();
  const link = await linkAfter(page, start);
  await title(page, "lease.fee_billed").click();
  await expect.poll(() => page.url()).not.toBe(link);
  await expect(title(page, "lease.fee_billed")).toHaveAttribute("aria-expanded", "false");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`on a phone nothing is wider than the screen, and axe finds nothing serious in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/");
    await opened(page);
    await search(page, "notice");
    await title(page, "lease.exit_by_notice").click();
    await expect(title(page, "lease.exit_by_notice")).toBeFocused();
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(content).toBeLessThanOrEqual(screen!);
    const { violations } = await new AxeBuilder({ page }).include("details.reference").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
  });
