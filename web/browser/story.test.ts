// A story as a person plays it: steps by buttons, keys and scrolling, what they show, what the reader makes of them.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { answered, expect, figureCell, linkAfter, opened, test } from "./page";

const TITLES = [
  "What was reported on 6 May",
  "What was filed",
  "What the second quarter showed",
  "What a notice of 90 days does",
  "What orbit would need",
];
const SHOWN = ["Half the data centre", "The filed deal", "As reported", "The filed deal", "Expansion into orbit"];

async function begun(page: Page) {
  await page.goto("/");
  await opened(page);
  await page.getByRole("button", { name: "The story in five steps" }).click();
  await presentIs(page, 1);
  return page.getByRole("region", { name: "Story", exact: true });
}

/** The step is the present one, and what it shows is there. */
async function presentIs(page: Page, step: number) {
  await expect(page.locator("article[aria-current=step] h3")).toHaveText(TITLES[step - 1]!);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(SHOWN[step - 1]!);
  await expect(page.locator('main .figured[data-standing="awaited"]')).toHaveCount(0);
  await expect(page.locator(".layout[inert]")).toHaveCount(0);
}

test("plays with the arrow keys, and its figures are those beside it", async ({ page }) => {
  const story = await begun(page);
  await expect(story).toBeFocused();
  for (const step of [1, 2, 3, 4, 5]) {
    await presentIs(page, step);
    await expect(story.getByRole("status")).toContainText(`${step} of 5. ${TITLES[step - 1]}.`);
    if (step === 2) {
      const income = await figureCell(page, "Operating income").locator(".figure-value").innerText();
      await expect(story.locator("article[aria-current=step]")).toContainText(`operating income turns to ${income}`);
    }
    if (step < 5) await page.keyboard.press("ArrowRight");
  }
  // What the step looks at is open, in sight and beside the text.
  const view = page.locator("#view-launch-price");
  await expect(view).toHaveAttribute("open", "");
  await expect(view).toBeInViewport();
  const [shown, told] = [await view.boundingBox(), await story.boundingBox()];
  expect(shown!.x + shown!.width).toBeLessThanOrEqual(told!.x);
  // What an earlier step opened is closed.
  await expect(page.locator("details.view[open]")).toHaveCount(1);
  await page.keyboard.press("ArrowLeft");
  await presentIs(page, 4);
});

test("keys that are pressed while a step is on its way go on from it", async ({ page }) => {
  const story = await begun(page);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await presentIs(page, 4);
  await expect(story.getByText("What is shown is no longer just this step")).toHaveCount(0);
});

test("a step that is scrolled to becomes the present one", async ({ page }) => {
  const story = await begun(page);
  const first = (await story.locator("article").first().boundingBox())!;
  await story.getByRole("group", { name: "Steps" }).hover();
  await page.mouse.wheel(0, first.height);
  await presentIs(page, 2);
});

test("words that set an input make a change of the reader's own, which is marked and taken back", async ({ page }) => {
  const story = await begun(page);
  const before = await figureCell(page, "Lease revenue").innerText();
  const set = story.getByRole("button", { name: "70 %" });
  await set.click();
  await expect(set).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText("Share of the site");
  await expect.poll(() => figureCell(page, "Lease revenue").innerText()).not.toBe(before);
  await expect(story.getByText("What is shown is no longer just this step")).toBeVisible();
  await story.getByRole("button", { name: "Back to the step" }).click();
  await expect(set).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => figureCell(page, "Lease revenue").innerText()).toBe(before);
});

test("undo goes back through the steps to what the reader had before", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("slider", { name: "Share of the site", exact: true }).press("PageUp");
  const own = page.getByRole("region", { name: "Changed against the base" });
  await expect(own).toBeVisible();
  await page.getByRole("button", { name: "The story in five steps" }).click();
  await presentIs(page, 1);
  await expect(own).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await presentIs(page, 2);
  await page.getByRole("button", { name: "Undo" }).click();
  await presentIs(page, 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(own).toContainText("Share of the site");
});

test("the link holds the step, and opens with what the reader made of it", async ({ page, another }) => {
  const story = await begun(page);
  await story.getByRole("button", { name: /^Step 4 of 5/ }).click();
  await presentIs(page, 4);
  const before = await linkAfter(page);
  await story.getByRole("button", { name: "180 days", exact: true }).click();
  const link = await linkAfter(page, before);
  const fresh = await another();
  await fresh.goto(link);
  await opened(fresh);
  await expect(fresh.locator("article[aria-current=step] h3")).toHaveText(TITLES[3]!);
  await expect(fresh.getByRole("button", { name: "180 days", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(fresh.getByText("What is shown is no longer just this step")).toBeVisible();
  await fresh.getByRole("button", { name: "Back", exact: true }).click();
  await presentIs(fresh, 3);
});

test("who leaves it stays with what is open, and is told what of that the story changed", async ({ page }) => {
  const story = await begun(page);
  await story.getByRole("button", { name: /^Step 4 of 5/ }).click();
  await presentIs(page, 4);
  const income = await figureCell(page, "Operating income").innerText();
  await story.getByRole("button", { name: "Leave the story" }).click();
  await expect(story).toHaveCount(0);
  const left = page.locator(".story-left");
  await expect(left).toContainText("You left the story at step 4 of 5. Open is “The filed deal”");
  await expect(left).toContainText("Notice is given in, Anthropic: Dec 2026");
  expect(await figureCell(page, "Operating income").innerText()).toBe(income);
  await expect(page.locator("#main")).toBeFocused();
  // Of another scenario none of it is true.
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("no-deal");
  await expect(page.locator("h1")).toHaveText("No deal");
  await expect(left).toHaveCount(0);
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const)
  test(`axe finds nothing serious in a story, ${colorScheme} and ${width} px wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const story = await begun(page);
    await story.getByRole("button", { name: "70 %" }).click();
    const { violations } = await new AxeBuilder({ page }).include(".story").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

test("is printed whole, before the report", async ({ page }) => {
  const story = await begun(page);
  await answered(page);
  await expect(page.locator('.report[data-ready="true"]')).toBeAttached();
  await page.emulateMedia({ media: "print" });
  for (const title of TITLES) await expect(story.getByRole("heading", { name: title })).toBeVisible();
  const cut = await story.locator(".story-steps").evaluate((steps) => steps.scrollHeight - steps.clientHeight);
  expect(cut).toBeLessThanOrEqual(1);
  await expect(story.getByRole("button", { name: "Next" })).toBeHidden();
  await expect(page.locator(".report-page")).toHaveCount(3);
  const apart = async () => {
    const [above, below] = await Promise.all([story, page.locator(".report-page").first()].map((part) => part.boundingBox()));
    return above && below && below.y - above.y - above.height;
  };
  await expect.poll(apart).toBeGreaterThanOrEqual(-1);
});
