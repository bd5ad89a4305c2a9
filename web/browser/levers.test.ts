// The inputs that matter, what each change does, which source is believed, and what is done with things as a whole.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { formatQuantity } from "../src/format";
import { expect, figureCell, figures, linkAfter, opened, slider, test } from "./page";
import { referenceRow } from "./reference";

const FOUNDING = "half-the-data-center";

const levers = (page: Page): Locator => page.getByRole("region", { name: "What matters most here" });
const changed = (page: Page): Locator => page.getByRole("region", { name: "Changed against the base" });
const effect = (page: Page, of: string): Locator => changed(page).getByRole("listitem").filter({ hasText: of }).locator(".effect");
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name });

test("the inputs that matter stand first, with who says each; all others are folded away", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await expect(levers(page).locator(".input")).toHaveCount(7);
  await expect(levers(page).locator('[data-path="lease.anthropic.share"]')).toContainText("medium confidence");
  await expect(levers(page).locator('[data-path="lease.anthropic.share"]')).toContainText("2026-05-06");
  // What the sources say is marked on the track.
  await expect(slider(page, "Price per GPU-hour")).toHaveClass(/said/);
  for (const name of ["Lease Anthropic", "Operator xAI"]) await expect(heading(page, name)).toHaveAttribute("aria-expanded", "false");
  // An input stands in one place, to which its thing leads.
  await heading(page, "Lease Anthropic").click();
  await expect(page.locator('[data-path="lease.anthropic.share"]')).toHaveCount(1);
  await page.locator(".above").getByRole("button", { name: "Share of the site" }).click();
  await expect(slider(page, "Share of the site")).toBeFocused();
});

test("a schedule of the scenario's own stands in its field, and a change of one step leaves the others", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("three-tenants");
  const row = levers(page).locator('[data-path="fleet.gb300.gpus"]');
  const numbers = row.getByRole("textbox", { name: /, step \d, GPUs$/ });
  await expect(numbers).toHaveCount(2);
  for (const [at, value] of ["240,000", "440,000"].entries()) await expect(numbers.nth(at)).toHaveValue(value);
  await numbers.nth(1).fill("300,000");
  await numbers.nth(1).press("Enter");
  await expect(changed(page)).toContainText("GPUs installed, GB300, Colossus 2");
  await expect(numbers.first()).toHaveValue("240,000");
  // What the scenario's text says is of the one before.
  await expect(page.locator(".title .about")).toContainText("Without the change made here: Anthropic, Google from October 2026");
});

test("a scenario of one's own that names none has the usual ones", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const text = JSON.stringify({
    version: 2,
    name: "own",
    start: "2026-05",
    months: 24,
    site: [{ name: "hall" }],
    lease: [{ name: "tenant", site: "hall" }],
  });
  await page.locator('input[type="file"]').setInputFiles({ name: "own.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(levers(page).locator('[data-path="lease.tenant.share"]')).toBeVisible();
  await expect(levers(page).locator('[data-path="operator.reported_operating_loss"]')).toBeVisible();
});

test("a search opens what it finds and marks it", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("turbine price");
  await expect(heading(page, /^Power source .*Southaven/)).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("price per");
  await expect(levers(page).locator("mark")).toHaveText(["Price", "per"]);
  await expect(levers(page).locator(".input")).toHaveCount(1);
  // By what an input means, which stands in none of its names.
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("however little the tenant uses");
  await expect(heading(page, /^Lease Anthropic/)).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("");
  await expect(heading(page, /^Power source .*Southaven/)).toHaveAttribute("aria-expanded", "false");
});

test("each change is listed with what it did: all changes against all but that one", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await slider(page, "Share of the site").press("PageUp");
  await slider(page, "Price per GPU-hour").press("PageUp");
  const row = "operator.operating_income";
  const income = (...changes: string[]) => referenceRow(FOUNDING, row, "operator", ...changes)[0]!;
  const [share, price] = ["lease.anthropic.share=0.6", "lease.anthropic.price=3.42"];
  const did = (without: string) => formatQuantity(income(share, price) - income(without), "USD", undefined, true);
  await expect(effect(page, "Share of the site")).toContainText(`Operating income ${did(price)}`);
  await expect(effect(page, "Price per GPU-hour")).toContainText(`Operating income ${did(share)}`);
  await expect(changed(page)).toContainText("all changes against all but that one, so together with the others");
  await expect(changed(page).getByRole("listitem").first()).toContainText("50% 60%");
  // One is taken back alone, and the other's effect is then its own.
  await page.getByRole("button", { name: "Take back: Price per GPU-hour" }).click();
  await expect(effect(page, "Share of the site")).toContainText(
    `Operating income ${formatQuantity(income(share) - income(), "USD", undefined, true)}`,
  );
});

test("where sources disagree one is chosen by key, and is told what each would do", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const share = page.locator('[data-path="lease.anthropic.share"]');
  await share.getByRole("button", { name: /sources disagree: 40% to 50%/ }).press("Enter");
  const choice = share.getByRole("radio", { name: /40%/ });
  await expect(share.getByRole("radio", { name: /50%/ })).toBeChecked();
  const told = share.locator(".source-choice", { hasText: "40%" }).locator(".source-effect");
  await expect(told).toContainText("Operating income");
  const said = (await told.innerText()).split(": ")[1]!;
  await share.getByRole("radio", { name: /50%/ }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(choice).toBeChecked();
  await expect(choice).toBeFocused();
  await expect(figureCell(page, "Operating income")).toContainText(said);
});

test("a thing is duplicated with its inputs, moved and taken back; what gets nothing says why", async ({ page, another }) => {
  await page.goto("/");
  const start = await figures(page);
  const startLink = await linkAfter(page);
  await heading(page, "Lease Anthropic").press("Enter");
  await page.getByRole("button", { name: "Duplicate Anthropic" }).press("Enter");
  await expect(heading(page, "Lease Anthropic copy")).toBeFocused();
  await expect(page.locator('[data-path="lease.anthropic-copy.price"]').getByRole("textbox")).toHaveValue("2.42");
  await slider(page, "Share of the site").press("End");
  await expect(page.locator(".obstacle")).toContainText("is let whole to Anthropic until Apr 2031, 330,000 GPUs: nothing is left for this lease.");

  // The one that stands first is served first.
  const up = page.getByRole("button", { name: "Move up: Anthropic copy" });
  await up.press("Enter");
  await expect(page.locator(".obstacle")).toContainText("leases that come first (Anthropic copy) hold 165,000");
  await expect(up).toBeFocused();
  await expect(up).toHaveAttribute("aria-disabled", "true");
  await expect(changed(page)).toContainText("Order of the leases: Anthropic copy, Anthropic");
  const moved = await figures(page);
  const fresh = await another();
  await fresh.goto(await linkAfter(page, startLink));
  expect(await figures(fresh)).toEqual(moved);

  // The order forgets what is gone.
  await page.getByRole("button", { name: "Take back: Lease: Anthropic copy" }).click();
  await expect(page.locator(".obstacle")).toHaveCount(0);
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
});

test("an input that can do nothing is not there until it can", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await heading(page, "Lease Anthropic").click();
  const price = page.locator('[data-path="lease.anthropic.renewal_price"]');
  await expect(price).toHaveCount(0);
  await page.locator('[data-path="lease.anthropic.renewal_months"]').getByRole("slider").press("PageUp");
  await expect(price).toBeVisible();
});

test("the panel is accessible, with sources, effects and a thing open", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await heading(page, "Lease Anthropic").click();
  await page.getByRole("button", { name: "Duplicate Anthropic" }).click();
  await slider(page, "Share of the site").press("End");
  await levers(page)
    .getByRole("button", { name: /sources disagree/ })
    .first()
    .click();
  await expect(page.locator(".source-effect").first()).toBeVisible();
  await expect(page.locator(".obstacle")).toBeVisible();
  await expect(effect(page, "Share of the site")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(".panel").include(".changes").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
