// What takes long says so and can be given up; then the page says what is shown, and how to have the other.
import AxeBuilder from "@axe-core/playwright";
import { hold, holdWhenTold, release, releaseUntil } from "./hold";
import { expect, figureCell, figures, linkAfter, slider, test } from "./page";

const SHARE = "Share of the site";

/** While figures of the present inputs are shown. */
const FIGURED = 'body:not(:has(main .figured[data-standing="awaited"]))';

test("a change is given up, and had again; so is what it does, and nothing is pushed down when that comes", async ({ page }) => {
  await page.addInitScript(holdWhenTold);
  await page.goto("/");
  const before = await figures(page);
  await linkAfter(page);
  const share = slider(page, SHARE);
  await hold(page);
  await share.press("ArrowRight");
  await page.locator(".waiting").getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("#main")).toBeFocused();
  await expect(share).toHaveAttribute("aria-valuetext", "50%");
  await expect(page.locator(".notice", { hasText: "Cancelled. Inputs and figures are those from before" })).toBeVisible();
  expect(await figures(page)).toEqual(before);
  await release(page);
  await hold(page);
  await page.keyboard.press("Control+y");
  await expect(share).toHaveAttribute("aria-valuetext", "51%");
  await expect(page.locator('main .figured[data-standing="awaited"]').first()).toBeVisible();
  await releaseUntil(page, FIGURED);
  const changed = page.getByRole("region", { name: "Changed against the base" });
  await changed.getByRole("button", { name: "Cancel" }).click();
  await expect(changed).toContainText("Cancelled.");
  const below = async () => (await page.locator(".stage").boundingBox())!.y;
  const stood = await below();
  await release(page);
  await expect(changed.locator(".effect")).toHaveCount(0);
  await changed.getByRole("button", { name: "Compute it" }).click();
  await expect(changed.locator(".effect")).toContainText("Operating income");
  await expect(changed.locator(".asking")).toHaveCount(0);
  expect(await below()).toBe(stood);
  expect(await figures(page)).not.toEqual(before);
});

test("what is being copied is given up, the clipboard stays as it was, and it is copied when asked again", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(holdWhenTold);
  await page.goto("/");
  await figures(page);
  await page.evaluate(() => navigator.clipboard.writeText("as it was"));
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Share and export" });
  const copy = drawer.getByRole("button", { name: /^Copy Markdown/ });
  await expect(copy).toBeVisible();
  await hold(page);
  await copy.click();
  await drawer.getByRole("button", { name: "Cancel: Copy Markdown" }).click();
  await expect(copy).toBeFocused();
  await release(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("as it was");
  await copy.click();
  await expect(drawer.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^### /);

  // A print waits for the figures of the last change.
  await page.evaluate(() => {
    document.body.dataset["printed"] = "0";
    window.print = () => {
      document.body.dataset["printed"] = String(Number(document.body.dataset["printed"]) + 1);
    };
  });
  const printed = page.locator("body[data-printed]");
  await hold(page);
  await slider(page, SHARE).press("ArrowRight");
  await drawer.getByRole("button", { name: "Print the report" }).click();
  await drawer.getByRole("button", { name: "Cancel", exact: true }).click();
  await drawer.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("Control+p");
  const waiting = page.locator(".printing");
  await expect(waiting).toContainText("Preparing the report…");
  await waiting.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Control+p");
  await release(page);
  await expect(printed).toHaveAttribute("data-printed", "1");
  await expect(page.locator('.report[data-ready="true"]')).toBeAttached();
});

test("reasons and the reference are given up, and asked for again", async ({ page }) => {
  await page.addInitScript(holdWhenTold);
  await page.goto("/");
  await figures(page);
  await hold(page);
  await page.getByRole("region", { name: "Headline figures" }).getByRole("button", { name: "Why" }).first().click();
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await expect(drawer).toContainText("Cancelled.");
  expect((await new AxeBuilder({ page }).include(".asking").analyze()).violations).toEqual([]);
  await release(page);
  await drawer.getByRole("button", { name: "Look again" }).click();
  await expect(drawer.locator(".tree")).toBeVisible();
  await expect(drawer.locator(".asking")).toHaveCount(0);
  await drawer.getByRole("button", { name: "Close" }).click();
  await hold(page);
  const reference = page.locator("details.reference");
  await reference.locator("> summary").click();
  await reference.getByRole("button", { name: "Cancel" }).click();
  await expect(reference).toContainText("Cancelled.");
  await release(page);
  await reference.getByRole("button", { name: "Compute them" }).click();
  await expect(reference.locator(".reference-bar")).toBeVisible();
  await expect(reference.locator(".asking")).toHaveCount(0);
});

test("what it would take is given up as a whole, input by input, and as a map, and gone on with", async ({ page }) => {
  await page.addInitScript(holdWhenTold);
  await page.goto("/");
  await figures(page);
  await linkAfter(page);
  await hold(page);
  await figureCell(page, "Operating break-even").getByRole("button", { name: "What would it take?" }).click();
  const drawer = page.getByRole("dialog", { name: "What would it take? Operating break-even" });
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await expect(drawer).toContainText("Cancelled.");
  await release(page);
  await drawer.getByRole("button", { name: "Look again" }).click();
  await expect(drawer.locator(".takes li").first()).toBeVisible();
  await expect(drawer.locator('.takes [aria-busy="true"]')).toHaveCount(0);
  await expect(drawer.locator(".takes .former")).toHaveCount(0);

  // Of another goal, of which nothing is there yet.
  await hold(page);
  await drawer.getByRole("combobox", { name: "on which side of the target" }).selectOption({ index: 1 });
  await drawer.getByRole("button", { name: "Stop" }).click();
  await expect(drawer.locator(".take-standing")).toContainText("What is grey is of former inputs.");
  await release(page);
  await drawer.getByRole("button", { name: "Go on" }).click();
  await expect(drawer.locator(".takes .former")).toHaveCount(0);
  await expect(drawer.getByRole("button", { name: "Go on" })).toHaveCount(0);

  const another = drawer.getByRole("button", { name: "Another figure…" });
  await hold(page);
  await another.click();
  await expect(drawer).toContainText("Looking for the figures…");
  await drawer.getByRole("button", { name: "Cancel" }).click();
  await expect(drawer).not.toContainText("Looking for the figures…");
  await release(page);
  await another.click();
  const list = drawer.getByRole("group", { name: "Another figure", exact: true });
  await expect(list).toBeVisible();
  await another.click();
  await expect(list).toHaveCount(0);

  await hold(page);
  await drawer.getByRole("button", { name: "Two inputs: a map" }).click();
  const map = drawer.getByRole("region", { name: "Map" });
  await map.getByRole("button", { name: "Cancel" }).click();
  await expect(map).toContainText("Cancelled.");
  await release(page);
  await expect(map.locator(".map-picture")).toHaveCount(0);
  await map.getByRole("button", { name: "Compute it" }).click();
  await expect(map.locator('.map-picture[aria-busy="false"]')).toBeVisible();
  await expect(map.locator(".asking")).toHaveCount(0);
});

test("a scenario that is to be compared with is given up while it is opened", async ({ page }) => {
  await page.addInitScript(holdWhenTold);
  await page.goto("/");
  await figures(page);
  await linkAfter(page);
  const section = page.locator("#view-comparison");
  await section.locator("> summary").click();
  const choice = section.getByRole("combobox", { name: "Compare with" });
  await expect(choice).toBeVisible();
  const title = (await choice.locator("optgroup option").allInnerTexts())[1]!;
  await hold(page);
  await choice.selectOption({ label: title });
  await section.getByRole("button", { name: "Cancel" }).click();
  await expect(section.locator(".asking")).toHaveCount(0);
  await release(page);
  await choice.selectOption({ label: title });
  await expect(section.locator(".comparison-sides li")).toHaveCount(1);
  await expect(section.locator(".comparison-sides .asking")).toHaveCount(0);
});
