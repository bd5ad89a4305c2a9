// Changing, taking back, mistyping; by pointer and by keyboard alone.
import { formatPercent } from "../src/format";
import { expect, figureCell, figures, linkAfter, opened, slider, test, unfold } from "./page";
import { reference } from "./reference";

test("undo, redo and reset go through the changes", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const field = page.getByRole("textbox", { name: /^Share of the site, exact/ });
  await field.fill("70");
  await field.press("Enter");
  await expect(figureCell(page, "Anthropic holds")).toContainText("70% of the usable");
  await field.fill("90");
  await field.press("Enter");
  await expect(figureCell(page, "Anthropic holds")).toContainText("90% of the usable");
  const changed = await figures(page);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(figureCell(page, "Anthropic holds")).toContainText("70% of the usable");
  await expect(field).toHaveValue("70");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
  await page.getByRole("button", { name: "Redo" }).click();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+Shift+Z");
  await expect.poll(() => figures(page)).toEqual(changed);
  await page.getByRole("button", { name: "Reset Share of the site" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
});

test("a slider drag is one step, and reset all takes everything back", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const share = slider(page, "Share of the site");
  const box = (await share.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(box.x + box.width * (0.5 + step * 0.04), box.y + box.height / 2);
  await page.mouse.up();
  await expect.poll(() => figures(page)).not.toEqual(start);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();

  await page.getByRole("button", { name: "Redo" }).click();
  await unfold(page, "Lease Anthropic");
  await slider(page, "Notice").press("ArrowRight");
  await page.getByRole("button", { name: "Reset all" }).click();
  await expect.poll(() => figures(page)).toEqual(start);
});

test("what is typed wrong stays, with what is allowed beside it, and the figures stay", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  const field = page.getByRole("textbox", { name: /^Share of the site, exact/ });
  for (const [text, message] of [
    ["lots", /Share of the site.*“lots” is not a number.*0% to 100%/],
    ["150", /Share of the site.*150 is out of range.*0% to 100%/],
  ] as const) {
    await field.fill(text);
    await field.press("Tab");
    await expect(field).toHaveValue(text);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
    expect(await figures(page)).toEqual(start);
  }
  await field.fill("60");
  await field.press("Enter");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  await expect(figureCell(page, "Anthropic holds")).toContainText("60% of the usable");
});

test("the whole way by keyboard: find an assumption, change it, ask why, go to an input, come back", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the figures" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#section-answer")).toBeFocused();
  await page.keyboard.press("Tab");
  // The answer comes first: its first figure is the share of the loss that the lease covers.
  const covered = page.getByRole("region", { name: "Answer" }).getByRole("button").first();
  await expect(covered).toBeFocused();
  const share = reference("half-the-data-center").measures["deal.operating_income.covered"]!.value as number;
  await expect(covered).toHaveAccessibleName(`Why ${formatPercent(share)}? While the leases run, they cover`);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  await expect(drawer).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(covered).toBeFocused();

  await page.getByRole("searchbox", { name: "Search assumptions" }).focus();
  await page.keyboard.type("usage effectiveness");
  const pue = slider(page, "Power usage effectiveness (PUE)");
  await expect(pue).toBeVisible();
  await expect(slider(page, "Notice")).toBeHidden();
  await pue.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("Power usage effectiveness (PUE)");
});

test("a value by date can be made, extended and taken back", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const start = await linkAfter(page);
  await page.getByRole("button", { name: "Let Price per GPU-hour change by date" }).click();
  const group = page.getByRole("group", { name: "Price per GPU-hour by date" });
  await group.getByRole("button", { name: "+ step: Price per GPU-hour" }).click();
  await group.getByRole("textbox", { name: "Price per GPU-hour, step 2, from", exact: true }).fill("2027-01");
  const second = group.getByRole("textbox", { name: /step 2/ }).last();
  await second.fill("9");
  await second.press("Enter");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("from Jan 2027");
  await expect(figureCell(page, "Cumulative free cash flow")).toContainText("vs base");
  await linkAfter(page, start);
  await group.getByRole("button", { name: "Remove step 2 of Price per GPU-hour" }).click();
  await group.getByRole("button", { name: "one value" }).click();
  await expect(page.getByRole("region", { name: "Changed against the base" })).toBeHidden();
});

test("a source that states another value can be switched to, and an assumption says that it is one", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("PUE");
  const row = page.locator('[data-path="site.memphis.power_usage_effectiveness"]');
  await expect(row.locator(".badge")).toHaveText("assumption");
  await row.getByRole("button", { name: /About Power usage/ }).click();
  await expect(row.getByRole("link").first()).toHaveAttribute("rel", /noopener/);
  await row.getByRole("button", { name: /^Use 1\.18 from/ }).click();
  await expect(row.getByRole("textbox", { name: /, exact$/ })).toHaveValue("1.18");
});
