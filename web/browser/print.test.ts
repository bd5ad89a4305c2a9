// The page on paper: everything one has to know, light, without controls, nothing cut off.
import type { Page } from "@playwright/test";
import { roleColour, tenantColour } from "../src/palette";
import { countPixels, expect, opened, slider, test } from "./page";

const WIDTH = 720;

async function changedAndPrinted(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await opened(page);
  await expect(page.locator("#chart-power canvas").first()).toBeVisible();
  await slider(page, "Share of the site").press("PageUp");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toBeVisible();
  await page.setViewportSize({ width: WIDTH, height: 1000 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("region", { name: "Sources", exact: true })).toBeVisible();
}

test("has title, changes, figures, break-evens, charts, capacity, sources and the warning, and no controls", async ({ page }) => {
  await changedAndPrinted(page);
  await expect(page.getByText("Rackonomics", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half the data centre");
  await expect(page.getByText(/not advice/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("Share of the site, Anthropic: 50% 60%");
  await expect(page.getByRole("region", { name: "Headline figures" }).locator(".figure")).toHaveCount(6);
  await expect(page.getByRole("region", { name: "Break-even by measure" }).getByRole("row")).toHaveCount(6);
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toContainText("Anthropic");
  await expect(
    page.getByRole("region", { name: "Sources", exact: true }).getByRole("listitem").filter({ hasText: "via Kalinga" }).first(),
  ).toContainText("derived from cited figures");
  for (const control of ["slider", "textbox", "searchbox", "combobox", "checkbox", "switch"] as const)
    await expect(page.getByRole(control)).toHaveCount(0);
  for (const name of ["Undo", "Copy link", "Open a file", "Why? Operating income", "CSV", "Play", "Add a lease"])
    await expect(page.getByRole("button", { name })).toHaveCount(0);
});

test("is light and as wide as the page, also where the capacity table was closed", async ({ page, browser }) => {
  await page.goto("/");
  await opened(page);
  await page.locator("#view-capacity > summary").click();
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  await changedAndPrinted(page);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(WIDTH);
  const cut = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter(
          (element) =>
            !element.closest(".visually-hidden") &&
            getComputedStyle(element).display !== "none" &&
            element.getBoundingClientRect().right > innerWidth + 1,
        )
        .map((element) => element.className),
    );
  await expect.poll(cut).toEqual([]);
  await expect(async () => {
    const [income, tenant, onDark] = await countPixels(browser, await page.locator("#chart-money").screenshot(), [
      roleColour("result", 0, false),
      tenantColour(0),
      roleColour("result", 0, true),
    ]);
    expect(income).toBeGreaterThan(200);
    expect(tenant).toBeGreaterThan(20);
    expect(onDark).toBe(0);
  }).toPass();

  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await expect(page.getByRole("region", { name: "Sources", exact: true })).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
});

test("is ready in the moment in which the browser asks, as a print does", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await opened(page);
  await expect(page.locator("#chart-power canvas").first()).toBeVisible();
  await page.evaluate(() => {
    const note = () =>
      Object.assign(globalThis, { printed: [document.documentElement.dataset["theme"], document.querySelectorAll(".printed-sources li").length] });
    addEventListener("beforeprint", () => queueMicrotask(() => queueMicrotask(note)));
  });
  const pages = await page.pdf({ format: "A4" });
  expect(pages.subarray(0, 5).toString()).toBe("%PDF-");
  const [theme, sources] = await page.evaluate(() => (globalThis as unknown as { printed: [string, number] }).printed);
  expect(theme).toBe("light");
  expect(sources).toBeGreaterThan(20);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
});
