// A page that the browser translates goes on saying what the engine says. A translator puts <font> elements in the place of
// text nodes, and again in the place of every text that comes later; it leaves alone what says translate="no".
import { expect, type Page, test } from "@playwright/test";
import { answered, figureCell, figures, opened, slider } from "./page";
import { reference } from "./reference";

type Way = "in the place of texts" | "around texts";

/** Marks every text as a translator does that turns it into French quotation. */
async function translate(page: Page, way: Way): Promise<void> {
  await page.evaluate((how) => {
    const wrap = (text: Text) => {
      if (!text.data.trim() || !text.parentElement?.translate || text.parentElement.closest("font, textarea, script, select")) return;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      outer.append(inner);
      text.parentNode!.insertBefore(outer, text);
      if (how === "around texts") inner.append(text);
      else {
        inner.append(`«${text.data}»`);
        text.remove();
      }
    };
    const all = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      if (root.nodeType === Node.TEXT_NODE) texts.push(root as Text);
      texts.forEach(wrap);
    };
    all(document.body);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) all(node);
    }).observe(document.body, { childList: true, subtree: true });
  }, way);
  await page.waitForFunction(() => document.querySelectorAll("font").length > 50);
}

/** Everything that the page says, in its order, without the quotation marks of the translator and without blanks, since its elements are laid out in other lines. */
async function said(page: Page): Promise<string> {
  const texts = await page.locator("main, aside").evaluateAll((parts) => parts.map((part) => (part as HTMLElement).innerText));
  return texts.join("").replace(/[«»\s]/g, "");
}

const STEPS: [what: string, step: (page: Page) => Promise<void>][] = [
  ["a slider is moved", (page) => slider(page, "Share of the site").press("PageUp")],
  ["the month is moved", (page) => page.getByRole("slider", { name: "Month", exact: true }).press("ArrowRight")],
  ["the change is undone", (page) => page.getByRole("button", { name: /Undo/ }).click()],
  ["an assumption is opened", (page) => page.getByRole("button", { name: "About Share of the site" }).click()],
  ["the table of a chart is opened", (page) => page.locator("#chart-power summary").click()],
  ["another scenario is opened", async (page) => void (await page.getByLabel("Scenario", { exact: true }).selectOption("three-tenants"))],
  ["a slider of that is moved", (page) => page.locator(".panel .slider").first().press("PageUp")],
];

for (const way of ["in the place of texts", "around texts"] as const) {
  test(`a translator that puts its words ${way} leaves no text behind the figures`, async ({ page, browser, baseURL }) => {
    const plain = await browser.newPage({ viewport: page.viewportSize()! });
    // Two pages at once, which need not draw their floor plans for this.
    test.setTimeout(240_000);
    for (const one of [plain, page]) await one.route("**/scene-frame*", (route) => route.abort());
    await plain.goto(`${baseURL}/`);
    await page.goto("/");
    for (const one of [plain, page]) {
      await opened(one);
      await expect(one.locator("#chart-power canvas").first()).toBeVisible();
      await expect(one.getByText(/floor plan cannot be drawn here/)).toBeVisible();
    }
    await translate(page, way);
    for (const [what, step] of STEPS) {
      const before = await said(plain);
      await step(plain);
      await expect.poll(() => said(plain), what).not.toBe(before);
      await step(page);
      for (const one of [plain, page]) await answered(one);
      await expect(async () => expect(await said(page), what).toBe(await said(plain))).toPass({ timeout: 10_000 });
    }
    await plain.close();
  });
}

test("figures, months and units are left as they are, with the values of the command line", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await translate(page, "in the place of texts");
  await slider(page, "Share of the site").press("PageUp");
  const { measures } = reference("half-the-data-center", "lease.anthropic.share=0.6");
  const gpus = measures["tenant.gpus"]!.value as number;
  await expect(figureCell(page, "holds").locator(".figure-value")).toHaveText(`${Math.round(gpus / 1000)}k GPUs`);
  // "Not reached" is in words, which are translated.
  const values = page.locator(".figure-value[translate=no]");
  await expect(values).toHaveCount(5);
  const said = await page.locator(".figure-delta, .month, .chart-legend b, .asked, .view-answer b, .pinned td [translate=no]").allInnerTexts();
  for (const text of [...(await values.allInnerTexts()), ...said]) expect(text).not.toMatch(/[«»]/);
  expect((await figures(page)).join(" ")).toContain("«");
});
