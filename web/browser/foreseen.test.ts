// The first view before the engine is there: its figures are those that the engine then has, nothing moves when it comes, and
// what is done meanwhile waits for it.
import { holdWhenTold, release, releaseUntil } from "./hold";
import { answered, expect, figureCell, figures, linkAfter, opened, slider, test } from "./page";
import { linkTo } from "./reference";

test.beforeEach(({ page }) => page.addInitScript(holdWhenTold, true));

test("the first figures stand before the engine has answered, and stay as they are when it has", async ({ page }) => {
  await page.goto("/");
  const before = await figures(page);
  await expect(page.locator("#chart-money canvas")).toBeVisible();
  await expect(page.locator(".layout")).toHaveAttribute("data-link", "awaited");
  await expect(page.locator(".waiting")).toHaveAttribute("data-shown", "false");
  const places = () => page.locator("main section, main details").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  const stood = await places();
  await release(page);
  await linkAfter(page);
  expect(await figures(page)).toEqual(before);
  expect((await places()).slice(0, stood.length)).toEqual(stood);
});

test("an embed shows those of its views that are there before the engine has answered, and they stay", async ({ page }) => {
  // Which else would answer from where no test holds it back.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "SharedWorker"));
  await page.goto(`/embed.html?view=answer,headline,income-statement${linkTo("half-the-data-center")}`);
  const shown = page.locator(".view-answer, .figures");
  await expect(shown).toHaveCount(2);
  const before = await shown.allInnerTexts();
  await expect(page.locator("#view-income-statement table")).toHaveCount(0);
  await release(page);
  await expect(page.locator("#view-income-statement table")).toBeVisible();
  expect(await shown.allInnerTexts()).toEqual(before);
});

test("a link that the page wrote opens at once, and so does a shipped scenario that is chosen meanwhile", async ({ page, another }) => {
  await page.goto("/");
  await release(page);
  const link = await linkAfter(page);
  const before = await figures(page);
  const other = await another();
  await other.addInitScript(holdWhenTold, true);
  await other.goto(link);
  expect(await figures(other)).toEqual(before);
  await other.getByRole("combobox", { name: "Scenario" }).selectOption("useful-life");
  await expect(other.locator("h1")).not.toHaveText("Half the data centre");
  await expect(other.locator(".layout")).toHaveAttribute("data-link", "awaited");
  const chosen = await figures(other);
  expect(chosen).not.toEqual(before);
  await release(other);
  await linkAfter(other, link);
  expect(await figures(other)).toEqual(chosen);
});

test("a link with a change shows nothing until its own figures are there", async ({ page }) => {
  await page.goto(`/${linkTo("half-the-data-center", "lease.anthropic.share=80%")}`);
  await expect(page.locator(".waiting")).toContainText("Opening the scenario");
  await expect(page.locator(".figure")).toHaveCount(0);
  await release(page);
  await opened(page);
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "80%");
});

test("what is done before the engine is there waits for it, and is not lost", async ({ page }) => {
  await page.goto("/");
  const before = await figures(page);
  const share = slider(page, "Share of the site");
  await figureCell(page, "Operating break-even").getByRole("button", { name: "Why" }).click();
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  await expect(drawer).toBeVisible();
  await drawer.getByRole("button", { name: "Close" }).click();
  await share.press("ArrowRight");
  await expect(share).toHaveAttribute("aria-valuetext", "51%");
  for (const shown of [".figure", "#chart-money"])
    await expect(
      page
        .locator(".figured")
        .filter({ has: page.locator(shown) })
        .last(),
    ).toHaveAttribute("data-standing", "awaited");
  await expect(page.locator(".waiting")).toContainText("Computing");
  await release(page);
  await linkAfter(page);
  expect(await figures(page)).not.toEqual(before);
  await page.keyboard.press("Control+z");
  await expect(share).toHaveAttribute("aria-valuetext", "50%");
  await expect.poll(() => figures(page)).toEqual(before);
});

test("a link that is followed while the first view stands takes its place with its own figures", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const link = linkTo("half-the-data-center", "lease.anthropic.share=80%");
  await page.evaluate((hash) => location.assign(hash), link);
  await expect(page.locator(".layout")).toHaveAttribute("data-inert", "");
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "50%");
  await release(page);
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "80%");
  await expect(figureCell(page, "Anthropic holds")).toContainText("80%");
});

test("where the engine cannot start the first figures stay, and the page says so", async ({ page, watched }) => {
  await page.route(/engine-.*\.wasm/, (route) => route.fulfill({ status: 503 }));
  await page.goto("/");
  const before = await figures(page);
  await expect(page.locator(".notice.error")).toContainText("The engine could not be started");
  expect(await figures(page)).toEqual(before);
  watched.splice(0); // The answer 503 is this test's.
});

test("what it would take stands at first too, or comes without pushing down what stands below", async ({ page }) => {
  await page.goto("/");
  await answered(page);
  await release(page);
  const headline = page.getByRole("region", { name: "Headline figures" });
  // Of these inputs nothing is foreseen; that they are changed is said below the figures.
  await page.goto("about:blank");
  await page.goto(`/${linkTo("filed-deal", "lease.anthropic.share=80%")}`);
  await releaseUntil(page, ".figure");
  await expect(page.locator(".needed")).toHaveAttribute("data-standing", "awaited");
  const { y } = (await headline.boundingBox())!;
  await release(page);
  await answered(page);
  expect((await headline.boundingBox())!.y).toBeLessThanOrEqual(y);
  // Room that the first sentences do not take is not left blank.
  await expect(page.locator(".needed .room")).toHaveCount(0);
});
