// Controls that are more than a number: months that never come, days, and what is counted whole.
import { formatDollars } from "../src/format";
import { expect, figureCell, figures, opened, slider, test } from "./page";
import { reference } from "./reference";

const FOUNDING = "half-the-data-center";

test("a month that never comes is switched to a month and back, by keyboard", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const never = page.getByRole("checkbox", { name: "Tenant defaults in: never" });
  await expect(never).toBeChecked();
  const month = page.getByLabel("Tenant defaults in", { exact: true });
  await expect(month).toHaveCount(0);
  await never.focus();
  await page.keyboard.press("Space");
  await expect(month).toHaveValue("2026-05");
  await month.fill("2028-03");
  const { measures } = reference(FOUNDING, "lease.anthropic.default_month=2028-03");
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText(formatDollars(measures["free_cash_flow.cumulative"]!.value as number));
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("Tenant defaults in, Anthropic: never Mar 2028");
  await never.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => figures(page)).toEqual(start);
  await page.keyboard.press("Space");
  await expect(month).toHaveValue("2028-03");
});

test("a last month says that there is no end", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("button", { name: "GPU fleet H100, Colossus 1" }).click();
  const fleet = page.locator('[data-path="fleet.h100.last_month"]');
  await expect(fleet.getByRole("checkbox", { name: "Last month: no end" })).toBeChecked();
  await fleet.getByRole("button", { name: "About Last month" }).click();
  await expect(fleet).toContainText("Base: no end");
  await expect(page.getByText("2150")).toHaveCount(0);
});

test("a month out of bounds is refused, and what is typed stays", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const last = page.locator('[data-path="lease.anthropic.last_month"] input');
  await last.fill("2160-01");
  await expect(last).toHaveAttribute("aria-invalid", "true");
  await expect(last).toHaveValue("2160-01");
  await expect(page.getByRole("alert")).toHaveText("Last month: “2160-01” is not a month here. Allowed: a month from 1990-01 to 2150-12.");
});

test("a day is a day", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByLabel("Scenario", { exact: true }).selectOption("delayed-listing");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A delayed listing");
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("confidential filing");
  const filing = page.getByLabel("Confidential filing", { exact: true }).first();
  await expect(filing).toHaveValue(/^20\d\d-\d\d-\d\d$/);
  await filing.fill("2026-02-20");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("20 Feb 2026");
  await filing.fill("");
  await expect(page.getByRole("alert")).toContainText("Confidential filing: “” is not a day here");
});

test("what is counted is not taken in parts", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const field = page.getByRole("textbox", { name: /^Free months, exact/ });
  await field.fill("2.5");
  await field.press("Tab");
  await expect(field).toHaveValue("2.5");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toHaveText("Free months: 2.5 is not a whole number. Allowed: whole numbers from 0 months to 60 months.");
  expect(await figures(page)).toEqual(start);
  await field.fill("2");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(slider(page, "Free months")).toHaveValue("2");
  await expect.poll(() => figures(page)).not.toEqual(start);
});

test("a part that a file brings is computed, with a message where it stands", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const content = {
    version: 1, name: "parts", title: "Parts", start: "2026-05", months: 12, site: [{ name: "a" }], fleet: [{ name: "f", site: "a", gpus: 1000 }],
    source: [{ name: "g", site: "a", capacity: 10 }], lease: [{ name: "l", site: "a", title: "Tenant", free_months: 2.5 }],
  };
  await page.getByLabel("Scenario file").setInputFiles({ name: "parts.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Parts");
  await expect(page.locator('[data-path="lease.l.free_months"]').getByRole("alert")).toContainText("2.5 is not a whole number");
});
