// A tenant that is selected anywhere is selected everywhere; what stands in bars, marks and points is asked why.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, figureCell, linkAfter, opened, test } from "./page";
import { linkTo } from "./reference";
import { SLOW } from "./stress";

const SCENARIO = "three-tenants";
const [TENANT, OTHER] = ["Anthropic", "Google"];

const capacity = (page: Page) => page.getByRole("table", { name: /Capacity by tenant/ });
const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true, pressed: true });

async function begun(page: Page): Promise<void> {
  await page.goto(`/${linkTo(SCENARIO)}`);
  await opened(page);
  await expect(page.locator("#chart-power canvas").first()).toBeVisible({ timeout: 30_000 * SLOW });
}

async function opensView(page: Page, name: string): Promise<void> {
  await page.locator(`#view-${name} > summary`).click();
  await expect(page.locator(`#view-${name} .figured[data-standing=current]`)).toBeVisible();
}

/** Of whom what is marked is, wherever it stands; a heading and its lines count once each. */
async function isMarked(page: Page, tenant: string): Promise<void> {
  await expect(capacity(page).locator("tr.selected th")).toHaveText(tenant);
  await expect(page.locator("#view-capacity .bar .selected")).toHaveCount(3);
  await expect(page.locator("#chart-power .chart-legend .selected")).toContainText(tenant);
  await expect(page.locator("#view-tenant tr.selected").first()).toContainText(tenant);
  await expect(page.locator("#view-timeline li.selected").first()).toContainText(tenant);
  await expect(page.locator(".instance.selected h3")).toContainText(tenant);
}

test("a tenant is selected by a row, a line of a chart, of a statement and by an event, and let go of by Escape; a link has it", async ({ page }) => {
  await begun(page);
  for (const view of ["tenant", "timeline"]) await opensView(page, view);
  const link = await linkAfter(page);
  await capacity(page).getByRole("button", { name: TENANT, exact: true }).click();
  await isMarked(page, TENANT);
  const selected = await linkAfter(page, link);
  await page.keyboard.press("Escape");
  await expect(page.locator(".selected")).toHaveCount(0);

  const places = ["#chart-power .chart-legend", "#view-tenant", "#view-timeline"];
  for (const place of places) {
    const button = page.locator(place).getByRole("button", { name: OTHER, exact: true }).first();
    await button.press("Enter");
    await isMarked(page, OTHER);
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await button.press("Escape");
    await expect(page.locator(".selected")).toHaveCount(0);
  }
  // Of the rows of one tenant the first alone is on the way of the Tab key.
  await expect(page.locator("#view-tenant .selectable:not([tabindex='-1'])")).toHaveCount(3);

  await page.goto("about:blank");
  await page.goto(selected);
  await opened(page);
  await expect(capacity(page).locator("tr.selected th")).toHaveText(TENANT);
});

test("a group of the assumptions selects its thing; Escape in a field is the field's", async ({ page }) => {
  await begun(page);
  await page.getByRole("button", { name: `Lease ${TENANT}` }).click();
  await page.getByRole("button", { name: `Select: ${TENANT}` }).click();
  await expect(page.locator(".instance.selected h3")).toContainText(`${TENANT}selected`);
  await expect(capacity(page).locator("tr.selected th")).toHaveText(TENANT);
  const field = page.getByRole("searchbox").first();
  await field.press("Escape");
  await expect(capacity(page).locator("tr.selected th")).toHaveText(TENANT);
  await page.getByRole("button", { name: `Let go: ${TENANT}` }).press("Escape");
  await expect(page.locator(".selected")).toHaveCount(0);
});

test("what is selected is told without colours, and axe finds nothing serious", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await begun(page);
  await capacity(page).getByRole("button", { name: TENANT, exact: true }).click();
  const button = named(page, TENANT).first();
  expect(await button.evaluate((element) => getComputedStyle(element, "::before").content)).toContain("◆");
  expect(
    await capacity(page)
      .locator("tr.selected td")
      .first()
      .evaluate((cell) => getComputedStyle(cell).fontWeight),
  ).toBe("650");
  const { violations } = await new AxeBuilder({ page }).include("main").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual([]);
});

test("a part of a bar is asked by click and by keys, and a mark of a chart by its name", async ({ page }) => {
  await begun(page);
  const bar = page.getByRole("toolbar", { name: "GPUs, parts" });
  const part = (name: string) => bar.getByRole("button", { name: new RegExp(`^GPUs: ${name}, .* Why\\?$`) });
  const why = page.getByRole("dialog", { name: "Why this figure" });
  const value = async (name: string) => {
    const row = capacity(page)
      .getByRole("row")
      .filter({ has: page.getByRole("button", { name, exact: true }) });
    return row.locator("td").first().locator("> span[translate=no]").innerText();
  };
  await part(TENANT).click();
  await expect(why.locator(".node-value").first()).toContainText(await value(TENANT));
  await page.keyboard.press("Escape");
  await expect(part(TENANT)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(part(OTHER)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(why.locator(".node-value").first()).toContainText(await value(OTHER));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Why\? operating break-even/ }).click();
  await expect(why.locator(".node-title").first()).toContainText("Operating income");
});

test("a point of a map is asked as if both inputs were so, over the map, and by a link", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await figureCell(page, "Operating income").getByRole("button", { name: "What would it take?" }).click();
  const drawer = page.getByRole("dialog", { name: /What would it take/ });
  await drawer.getByRole("button", { name: "Two inputs: a map" }).click();
  const map = drawer.getByRole("region", { name: "Map" });
  await expect(map.locator('.map-picture[aria-busy="false"]')).toBeVisible({ timeout: 60_000 * SLOW });
  await map.getByText("As a table").click();
  const points = map.getByRole("button", { name: /^Why\? Share of the site, Anthropic .*: / });
  await expect(points).toHaveCount(121);
  const link = await linkAfter(page);
  await points.first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const point = points.nth(12);
  await expect(point).toBeFocused();
  const text = await point.innerText();
  await page.keyboard.press("Enter");
  const why = page.getByRole("dialog", { name: "Why this figure" });
  await expect(why.locator(".node-value").first()).toHaveText(text);
  await expect(why.getByText(/If it were otherwise: Share of the site, Anthropic .*, Price per GPU-hour, Anthropic/)).toBeVisible();
  const asked = await linkAfter(page, link);
  // The scenario itself is as it was, and the map is still there.
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(point).toBeFocused();
  await page.goto("about:blank");
  await page.goto(asked);
  await expect(why.locator(".node-value").first()).toHaveText(text);
  await why.getByRole("button", { name: "Make it so" }).click();
  await expect(figureCell(page, "Operating income").locator(".figure-value")).toHaveText(text);
});
