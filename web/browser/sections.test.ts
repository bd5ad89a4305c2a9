// The sections of the page: those that the scenario has, their addresses, and the figures that stay in sight.
import { expect, opened, test } from "./page";

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

  await expect.poll(() => page.url()).toContain("#s=");
  const link = page.url();
  const other = await another();
  await other.goto(link);
  await opened(other);
  await expect(other.getByRole("heading", { name: "Leases", exact: true, level: 2 })).toBeInViewport();
});

test("a section whose things the scenario lacks is not there, and comes with them", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const bar = page.getByRole("navigation", { name: "Sections" });
  await expect(bar.getByRole("button", { name: "Orbit" })).toHaveCount(0);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("orbital-expansion");
  await expect(bar.getByRole("button", { name: "Orbit" })).toBeVisible();
});
