// The sections of the page: those that the scenario has, their addresses, and the figures that stay in sight.
import { expect, linkAfter, opened, test } from "./page";

test("a section is led to by the bar and by its link, and the first figures stay in sight", async ({ page, another }) => {
  await page.goto("/");
  await opened(page);
  const bar = page.getByRole("navigation", { name: "Sections" });
  await expect(bar.getByRole("button", { name: "Debt" })).toHaveCount(0); // the founding case owes nothing
  const first = await page.locator("main .figures .figure-value").first().innerText();
  await bar.getByRole("button", { name: "Leases" }).click();
  const leases = page.getByRole("region", { name: "Leases", exact: true });
  await expect(leases.getByRole("heading", { name: "Leases", exact: true, level: 2 })).toBeInViewport();
  await expect(bar.getByRole("button", { name: "Leases" })).toHaveAttribute("aria-current", "location");
  const sticky = page.locator(".sticky-figures");
  await expect(sticky).toBeInViewport();
  await expect(sticky.locator("dd").first()).toHaveText(first, { ignoreCase: true });

  const link = await linkAfter(page);
  const other = await another();
  await other.goto(link);
  await opened(other);
  await expect(other.getByRole("heading", { name: "Leases", exact: true, level: 2 })).toBeInViewport();
});

test("a section that is gone to by key has the focus, so that the keys go on from there", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const bar = page.getByRole("navigation", { name: "Sections" });
  for (const name of ["Leases", "Leases", "Market"]) {
    await bar.getByRole("button", { name, exact: true }).press("Enter");
    const heading = page.getByRole("heading", { name, exact: true, level: 2 });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
  }
  await bar.getByRole("button").first().press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "Answer" }).locator(":focus")).toBeInViewport();
});

test("a section whose things the scenario lacks is not there, and comes with them", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const bar = page.getByRole("navigation", { name: "Sections" });
  await expect(bar.getByRole("button", { name: "Orbit" })).toHaveCount(0);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("orbital-expansion");
  await expect(bar.getByRole("button", { name: "Orbit" })).toBeVisible();
});

test("a month pointed at on a chart is marked on the time line and in tables", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const chart = page.locator("#chart-money .chart");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("canvas")).toBeVisible();
  await expect(chart.locator("[aria-label]").or(chart.and(page.locator("[aria-label]")))).not.toHaveCount(0); // once it says what it draws
  await page.locator("#chart-money details > summary").click();
  await chart.scrollIntoViewIfNeeded();
  await chart.hover({ position: { x: 300, y: 100 } });
  await expect(page.locator(".hovered-month")).toHaveCount(1);
  const row = page.locator("#chart-money tr.hovered");
  await expect(row).toHaveCount(1);
  await expect(chart.locator(".chart-hovered")).toBeVisible();
  await page.locator("#chart-money tbody tr").nth(4).hover();
  await expect(row.locator("th")).toHaveText(await page.locator("#chart-money tbody tr").nth(4).locator("th").innerText());
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(row).toHaveCount(0);
  await expect(chart.locator(".chart-hovered")).toBeHidden();
});
