// Adding, renaming and removing sites, leases and the other things of a scenario.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { formatDollars } from "../src/format";
import { expect, figureCell, figures, linkAfter, opened, slider, test, unfold } from "./page";
import { reference } from "./reference";

const FOUNDING = "half-the-data-center";
const changed = (page: Page): Locator => page.getByRole("region", { name: "Changed against the base" });

const newTitle = (page: Page, what: string): Locator =>
  page.getByRole("group", { name: `Add a ${what}`, exact: true }).getByRole("textbox", { name: "Title" });
const title = (page: Page, thing: string): Locator => page.locator(`[id="input-${thing}.title"]`);

async function add(page: Page, what: string, title: string): Promise<void> {
  await page.getByRole("button", { name: `Add a ${what}`, exact: true }).click();
  await expect(newTitle(page, what)).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
}

test("a lease is added by keyboard, focused, computed as natively, linked and undone", async ({ page, another }) => {
  await page.goto("/");
  const start = await figures(page);
  const startLink = await linkAfter(page);
  await page.getByRole("button", { name: "Add a lease" }).focus();
  await page.keyboard.press("Enter");
  await expect(newTitle(page, "lease")).toBeFocused();
  await page.keyboard.type("Zweite Mieterin");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Lease Zweite Mieterin" })).toBeFocused();
  await expect(page.getByRole("button", { name: "Lease Zweite Mieterin" })).toBeInViewport();

  const lease = JSON.stringify({ title: "Zweite Mieterin", site: "memphis", share: 0.5, price: 2.81, start: "2026-05", last_month: "2031-04" });
  const { measures } = reference(FOUNDING, `lease.zweite-mieterin=${lease}`);
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText(formatDollars(measures["free_cash_flow.cumulative"]!.value as number));
  await expect(page.getByRole("table", { name: /Capacity by tenant/ }).getByRole("row", { name: /Zweite Mieterin/ })).toContainText("50%");
  await expect(changed(page)).toContainText("Lease: Zweite Mieterin: added");

  const added = await figures(page);
  const fresh = await another();
  await fresh.goto(await linkAfter(page, startLink));
  expect(await figures(fresh)).toEqual(added);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
  await expect(page.getByRole("button", { name: "Lease Zweite Mieterin" })).toHaveCount(0);
});

test("an added lease is renamed in one step, keeps its inputs, and is gone without a trace when removed", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await add(page, "lease", "Second");
  await expect(page.getByRole("button", { name: "Lease Second" })).toBeFocused();
  const second = page.locator('[data-path="lease.second.share"]');
  await second.getByRole("slider").press("PageDown");
  await expect(second.getByRole("slider")).toHaveAttribute("aria-valuetext", "40%");
  await title(page, "lease.second").fill("Third");
  await title(page, "lease.second").press("Tab");
  await expect(page.locator("#chart-money .chart-legend")).toContainText("Lease revenue, Third");
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toContainText("Third");
  await expect(second.getByRole("slider")).toHaveAttribute("aria-valuetext", "40%");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("#chart-money .chart-legend")).toContainText("Lease revenue, Second");

  await page.getByRole("button", { name: "Remove this lease: Second" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
  await expect(changed(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Add a lease" })).toBeFocused();
});

test("the base's lease goes by another title, in charts, tables, the list of changes and a link, and back", async ({ page, browser }) => {
  await page.goto("/");
  await opened(page);
  await unfold(page, "Lease Anthropic");
  await title(page, "lease.anthropic").fill("Somebody");
  await title(page, "lease.anthropic").press("Tab");
  await expect(page.getByRole("button", { name: "Lease Somebody" })).toBeVisible();
  await expect(page.locator("#chart-money .chart-legend")).toContainText("Lease revenue, Somebody");
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toContainText("Somebody");
  await expect(changed(page).getByRole("listitem")).toHaveText(/Title of the lease: Anthropic Somebody/);
  const { measures } = reference(FOUNDING);
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText(formatDollars(measures["free_cash_flow.cumulative"]!.value as number));

  const fresh = await browser.newPage();
  await fresh.goto(await linkAfter(page));
  await expect(fresh.getByRole("button", { name: "Lease Somebody" })).toBeVisible();
  await slider(fresh, "Share of the site").press("PageUp");
  await fresh.getByRole("button", { name: "Take back: Title of the lease" }).click();
  await expect(fresh.getByRole("button", { name: "Lease Anthropic" })).toBeVisible();
  await fresh.close();

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Lease Anthropic" })).toBeVisible();
  await expect(changed(page)).toBeHidden();
});

test("the base's lease is removed as natively and brought back", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await unfold(page, "Lease Anthropic");
  await page.getByRole("button", { name: "Remove this lease: Anthropic" }).click();
  const { measures } = reference(FOUNDING, "lease.anthropic=null");
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText(formatDollars(measures["free_cash_flow.cumulative"]!.value as number));
  await expect(changed(page)).toContainText("Lease: Anthropic: removed");
  await expect(page.getByRole("button", { name: "Bring back Anthropic" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => figures(page)).toEqual(start);
});

test("a thing is added to the site that is chosen, and goes with that site", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await add(page, "site", "Second site");
  await expect(page.getByRole("button", { name: "Site Second site" })).toBeFocused();
  await page.getByRole("button", { name: "Add a GPU fleet" }).click();
  await page.getByRole("combobox", { name: "Site" }).selectOption("Second site");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "GPU fleet, Second site New GPU fleet" })).toBeFocused();
  await expect(page.locator("#view-capacity tr.total")).toContainText("of 340k");
  await expect(page.getByText("with 1 GPU fleet")).toBeVisible();

  await page.getByRole("button", { name: "Take back: Site: Second site" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
  await expect(changed(page)).toBeHidden();
});

test("without its only site the page goes on, and says what needs one", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await slider(page, "Share of the site").press("PageUp");
  await page.getByRole("button", { name: /^Site Memphis/ }).click();
  await expect(page.getByText("with 4 GPU fleets, 3 power sources, 1 lease")).toBeVisible();
  await page.getByRole("button", { name: /^Remove this site: Memphis/ }).click();
  await expect(page.locator("#view-capacity")).toHaveCount(0);
  await expect(page.locator("#chart-power")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Add a lease" })).toBeDisabled();
  await expect(page.getByText("needs a site").first()).toBeVisible();
  await expect(changed(page).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: /^Bring back Memphis/ }).click();
  await expect.poll(() => figures(page)).toEqual(start);
});

test("there can be so many of a kind and no more, until one is gone", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  for (let count = 1; count <= 8; count++) {
    await add(page, "company", `Company ${count}`);
    await expect(page.getByRole("button", { name: `Company Company ${count}` })).toBeFocused();
  }
  await expect(page.getByRole("button", { name: "Add a company" })).toBeDisabled();
  await expect(page.locator(".add").getByText("at most 8 companies")).toBeVisible();
  await page.getByRole("button", { name: "Remove this company: Company 3" }).click();
  await add(page, "company", "Another");
  await expect(page.getByRole("button", { name: "Company Another" })).toBeFocused();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("whatever is changed is found among what is changed, and the horizon by its name", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const field = (name: string) => page.getByRole("textbox", { name: `${name}, exact` });
  const search = page.getByRole("searchbox", { name: "Search assumptions" });
  await search.fill("horizon");
  await expect(field("Length")).toBeVisible();
  await expect(page.getByText("First month", { exact: true })).toBeVisible();
  await search.fill("");
  await field("Length").fill("48");
  await field("Length").press("Enter");
  await unfold(page, "Lease Anthropic");
  await field("Price per GPU-hour").fill("2 to 3");
  await field("Price per GPU-hour").press("Enter");
  await expect(changed(page)).toContainText("How sure: Price per GPU-hour");
  await page.getByRole("button", { name: "Duplicate Anthropic" }).click();
  await expect(changed(page)).toContainText("Lease: Anthropic copy: added");
  await unfold(page, "Power source TVA grid");
  await page.getByRole("button", { name: "Remove this power source: TVA grid" }).click();
  await expect(changed(page)).toContainText("removed");
  await page.getByRole("checkbox", { name: /^changed/ }).check();
  await expect(page.getByText("No assumption matches.")).toHaveCount(0);
  await expect(field("Length")).toBeVisible();
  await expect(page.getByText("First month", { exact: true })).toHaveCount(0);
  await expect(field("Price per GPU-hour").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Lease Anthropic copy.*added/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Bring back TVA grid" })).toBeVisible();
});

test("a thing without a title is called as the engine calls it, everywhere", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await unfold(page, "Lease Anthropic");
  await title(page, "lease.anthropic").fill("");
  await expect(page.getByRole("button", { name: "Lease anthropic" })).toBeVisible();
  await expect(page.locator(".view-answer")).toContainText("anthropic");
  await expect(changed(page)).toContainText("Title of the lease: Anthropic anthropic");
});

test("axe finds nothing serious where things are added and removed", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await add(page, "lease", "Second");
  await expect(page.getByRole("button", { name: "Lease Second" })).toBeFocused();
  await unfold(page, "Lease Anthropic");
  await page.getByRole("button", { name: "Remove this lease: Anthropic" }).click();
  await page.getByRole("button", { name: "Add a site" }).click();
  const { violations } = await new AxeBuilder({ page }).include(".panel").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual(
    [],
  );
});
