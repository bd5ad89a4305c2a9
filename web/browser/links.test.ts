// A link means the same figures everywhere, and a damaged one says so.
import { expect, figureCell, figures, linkAfter, opened, slider, test } from "./page";

test("a copied link reproduces every figure in a fresh browser context", async ({ page, another }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await opened(page);
  const start = await linkAfter(page);
  await slider(page, "Share of the site").press("PageUp");
  const changed = await linkAfter(page, start);
  await page.getByRole("slider", { name: "Month", exact: true }).press("PageUp");
  await linkAfter(page, changed);
  const before = await figures(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("#s=");
  expect(link.length).toBeLessThanOrEqual(400);

  const fresh = await another();
  await fresh.goto(link);
  expect(await figures(fresh)).toEqual(before);
  await expect(fresh.getByRole("alert")).toHaveCount(0);
});

test("a link opened into a page that is open already is opened", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const first = await figures(page);
  const start = await linkAfter(page);
  await slider(page, "Share of the site").press("PageUp");
  await expect.poll(() => figures(page)).not.toEqual(first);
  await linkAfter(page, start);
  await page.evaluate((hash) => (location.hash = hash), new URL(start).hash);
  await expect.poll(async () => (await figures(page)).slice(0, 6)).toEqual(first.slice(0, 6));
});

for (const [what, damage] of [
  ["cut off", (hash: string) => hash.slice(0, hash.length - 20)],
  ["with a wrong letter", (hash: string) => hash.replace(/.(.{12})$/, (_, rest: string) => `${hash.at(-13) === "x" ? "y" : "x"}${rest}`)],
  ["of nonsense", () => "#s=nonsense"],
] as const) {
  test(`a damaged link, ${what}, says so and keeps the page usable`, async ({ page }) => {
    await page.goto("/");
    await opened(page);
    const start = await linkAfter(page);
    await slider(page, "Share of the site").press("PageUp");
    const link = new URL(await linkAfter(page, start));
    await page.goto("about:blank");
    await page.goto(`/${damage(link.hash)}`);
    const notice = page.locator(".notice").filter({ hasText: /link/i }).first();
    await expect(notice).toBeVisible();
    await page.getByLabel("Scenario", { exact: true }).selectOption("filed-deal");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/filed deal/i);
    await expect(figureCell(page, "Operating break-even")).toBeVisible();
  });
}

test("where nothing is open nothing is said to be on its way", async ({ page }) => {
  await page.goto("/#s=nonsense");
  await expect(page.getByText("No scenario is open.")).toBeVisible();
  await expect(page.getByText(/Loading|Drawing/)).toHaveCount(0);
  await page.getByLabel("Scenario", { exact: true }).selectOption("filed-deal");
  await expect(page.locator(".scene")).toBeVisible();
});
