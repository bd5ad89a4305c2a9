// Controls that are more than a number: months that never come, days, and what is counted whole.

import type { Locator, Page } from "@playwright/test";
import { formatDollars } from "../src/format";
import { answered, expect, figureCell, figures, opened, slider, test, unfold } from "./page";
import { reference } from "./reference";

const FOUNDING = "half-the-data-center";

function exact(page: Page, title: string): Locator {
  return page.getByRole("textbox", { name: new RegExp(`^${title}, exact`) });
}

/** Types as a person does, key by key, over what stands in the field. */
async function typeOver(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(text);
}

test("an entry counts when it is whole: no prefix of it does", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const share = exact(page, "Share of the site");
  // A phone's keyboard of digits has no letters, nor "%" and "−".
  await expect(share).not.toHaveAttribute("inputmode");
  await share.focus();
  await share.press("ControlOrMeta+a");
  for (const key of "150") {
    await share.press(key);
    await expect(slider(page, "Share of the site")).toHaveValue("0.5");
  }
  await expect(page.getByText("Enter takes it. The figures use 50%.")).toBeVisible();
  await expect(share).not.toHaveAttribute("aria-invalid", "true");
  await share.press("Tab");
  await expect(share).toHaveValue("150");
  await expect(share).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toHaveText("Share of the site: 150 is out of range. Allowed: 0% to 100%. The figures use 50%.");
  await expect(page.getByText("Enter takes it.")).toHaveCount(0);
  expect(await figures(page)).toEqual(start);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  // What is said follows the mending of it.
  await share.press("End");
  await share.press("Backspace");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(slider(page, "Share of the site")).toHaveValue("0.5");
  await share.press("Enter");
  await expect(slider(page, "Share of the site")).toHaveValue("0.15");
  await expect(figureCell(page, "Anthropic holds")).toContainText("15% of the usable");
});

test("what has other parts than a number is not read in part", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await unfold(page, "Lease Anthropic");
  for (const [title, text, message, now] of [
    ["Share of the site", "12x", "Share of the site: “12x” is in another unit. Allowed: 0% to 100%. The figures use 50%.", "50"],
    [
      "Price per GPU-hour",
      "5%",
      "Price per GPU-hour: “5%” is in another unit. Allowed: $0.00/GPU-hour to $100/GPU-hour. The figures use $2.42/GPU-hour.",
      "2.42",
    ],
    [
      "Free months",
      "2.5",
      "Free months: 2.5 is not a whole number. Allowed: whole numbers from 0 months to 60 months. The figures use 0 months.",
      "0",
    ],
  ] as const) {
    const field = exact(page, title);
    await expect(field).toHaveValue(now);
    await typeOver(field, text);
    await field.press("Enter");
    await expect(field).toHaveValue(text);
    await expect(page.getByRole("alert")).toHaveText(message);
    await field.press("Escape");
    await expect(field).toHaveValue(now);
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
  expect(await figures(page)).toEqual(start);
});

test("a comma is read as it is meant, or it is asked what it means", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const share = exact(page, "Share of the site");
  await typeOver(share, "12,5");
  await share.press("Enter");
  await expect(share).toHaveValue("12.5");
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "12.5%");

  const price = exact(page, "Price per GPU-hour");
  await typeOver(price, "4,5");
  await price.press("Tab");
  await expect(price).toHaveValue("4.5");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect.poll(() => figures(page)).toEqual(start);

  await page.getByRole("button", { name: "GPU fleet H100, Colossus 1" }).click();
  const fleet = page.locator('[data-path="fleet.h100.gpus"]');
  const gpus = fleet.getByRole("textbox");
  await expect(gpus).toHaveValue("150,000");
  // The field writes commas between thousands itself.
  await typeOver(gpus, "151,000");
  await gpus.press("Enter");
  await expect(fleet.getByRole("slider")).toHaveValue("151000");
  await typeOver(gpus, "9000");
  await gpus.press("Enter");
  await expect(gpus).toHaveValue("9000");
  const small = await figures(page);
  await typeOver(gpus, "8,000");
  await gpus.press("Tab");
  await expect(page.getByRole("alert")).toHaveText("GPUs installed: “8,000” can be read in two ways: 8 or 8,000? The figures use 9,000 GPUs.");
  await expect(gpus).toHaveValue("8,000");
  expect(await figures(page)).toEqual(small);
  await expect(fleet.getByRole("button", { name: "8", exact: true })).toBeVisible();
  await fleet.getByRole("button", { name: "8,000", exact: true }).click();
  await expect(gpus).toHaveValue("8000");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect.poll(() => figures(page)).not.toEqual(small);
});

test("arrows step the number in a field, and one press is one step to undo", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const share = exact(page, "Share of the site");
  await share.press("ArrowUp");
  await expect(share).toHaveValue("51");
  await typeOver(share, "60.5");
  await share.press("ArrowDown");
  await expect(share).toHaveValue("60");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(share).toHaveValue("51");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
  await typeOver(share, "150");
  await share.press("ArrowDown");
  await expect(share).toHaveValue("150");
  await expect(page.getByRole("alert")).toContainText("150 is out of range");
});

test("what was typed in one scenario does not stand in another that has the same value there", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const scenario = page.getByLabel("Scenario", { exact: true });
  await scenario.selectOption("filed-deal");
  const fee = exact(page, "Monthly fee");
  await expect(fee).toHaveValue("1.25B");
  await typeOver(fee, "none");
  await fee.press("Tab");
  await expect(page.getByRole("alert")).toHaveText(
    "Monthly fee: “none” is not a number. Allowed: $0.00/month to $50.0B/month. The figures use $1.25B/month.",
  );
  await scenario.selectOption("tenant-default");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(fee).toHaveValue("1.25B");
});

test("undo works on a keyboard of other letters", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await unfold(page, "Lease Anthropic");
  await slider(page, "Notice").press("ArrowRight");
  await expect.poll(() => figures(page)).not.toEqual(start);
  const press = (key: string, code: string) =>
    page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, ctrlKey: true, bubbles: true, cancelable: true })), {
      key,
      code,
    });
  await press("я", "KeyZ");
  await expect.poll(() => figures(page)).toEqual(start);
  await press("н", "KeyY");
  await expect.poll(() => figures(page)).not.toEqual(start);
});

test("a month that never comes is switched to a month and back, by keyboard", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await unfold(page, "Lease Anthropic");
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
  await expect(page.getByRole("alert")).toHaveText(
    "Last month: “2160-01” is not a month here. Allowed: a month from 1990-01 to 2150-12. The figures use Apr 2031.",
  );
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
  await filing.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Confidential filing: “” is not a day here");
});

test("a month is read as people write it, when it is whole, and stepped by key", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const field = page.locator('[data-path="lease.anthropic.last_month"] input[type="text"]');
  await expect(field).toHaveValue("2031-04");
  await typeOver(field, "2028-1");
  await expect(page.getByText("Enter takes it. The figures use Apr 2031.")).toBeVisible();
  await field.press("3");
  await field.press("Tab");
  await expect(page.getByRole("alert")).toHaveText(
    "Last month: “2028-13” is not a month here. Allowed: a month from 1990-01 to 2150-12. The figures use Apr 2031.",
  );
  expect(await figures(page)).toEqual(start);
  for (const text of ["Dec 2028", "12/2028", "december\u00a02028"]) {
    await typeOver(field, text);
    await field.press("Enter");
    await expect(field).toHaveValue("2028-12");
    await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("Dec 2028");
  }
  await field.press("ArrowUp");
  await expect(field).toHaveValue("2029-01");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("Jan 2029");
  await expect(page.locator('[data-path="lease.anthropic.last_month"]').getByRole("button", { name: "Last month: calendar" })).toBeVisible();
});

test("what is counted is not taken in parts", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await unfold(page, "Lease Anthropic");
  const field = page.getByRole("textbox", { name: /^Free months, exact/ });
  await field.fill("2.5");
  await field.press("Tab");
  await expect(field).toHaveValue("2.5");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toHaveText(
    "Free months: 2.5 is not a whole number. Allowed: whole numbers from 0 months to 60 months. The figures use 0 months.",
  );
  expect(await figures(page)).toEqual(start);
  await field.fill("2");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(slider(page, "Free months")).toHaveValue("2");
  await expect.poll(() => figures(page)).not.toEqual(start);
});

test("a part that a file brings is computed, with a message where it stands", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const content = {
    version: 1,
    name: "parts",
    title: "Parts",
    start: "2026-05",
    months: 12,
    site: [{ name: "a" }],
    fleet: [{ name: "f", site: "a", gpus: 1000 }],
    source: [{ name: "g", site: "a", capacity: 10 }],
    lease: [{ name: "l", site: "a", title: "Tenant", free_months: 2.5 }],
  };
  await page
    .getByLabel("Scenario file")
    .setInputFiles({ name: "parts.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Parts");
  await unfold(page, "Lease Tenant");
  await expect(page.locator('[data-path="lease.l.free_months"]').getByRole("alert")).toContainText("2.5 is not a whole number");
});

test("Escape gives up what is typed, then closes the sheet of assumptions", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 700 });
  await page.goto("/");
  await opened(page);
  const open = page.getByRole("button", { name: "Change assumptions" });
  const close = page.getByRole("button", { name: "Close assumptions" });
  await open.click();
  const price = exact(page, "Price per GPU-hour");
  await typeOver(price, "9");
  await price.press("Escape");
  await expect(price).toHaveValue("2.42");
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("horizon");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox", { name: "Search assumptions" })).toHaveValue("");
  await page.getByRole("button", { name: "Add a lease" }).click();
  await page.keyboard.press("Escape");
  await expect(close).toBeVisible();
  await price.press("Escape");
  await expect(open).toBeFocused();
});

test("what was said of inputs that were taken back holds no room", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await answered(page);
  const headline = page.getByRole("region", { name: "Headline figures" });
  const before = (await headline.boundingBox())!.y;
  const places = new Set<number>();
  for (const price of ["6.72", "2.62"]) {
    await typeOver(exact(page, "Price per GPU-hour"), price);
    await page.keyboard.press("Enter");
    await expect(slider(page, "Price per GPU-hour")).toHaveValue(price);
    await answered(page);
    places.add((await headline.boundingBox())!.y);
  }
  expect([...places]).not.toEqual([before]);
  for (const price of ["6.72", "2.42"]) {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(slider(page, "Price per GPU-hour")).toHaveValue(price);
  }
  await answered(page);
  await expect.poll(async () => (await headline.boundingBox())!.y).toBe(before);
});
