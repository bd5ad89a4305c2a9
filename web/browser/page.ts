// What the tests do with a page: open it, read its figures as a person does, look at its pixels.
import { type Browser, type BrowserContext, test as base, expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { type Area, countColours } from "./pixels";
import { LATE, putUnderStress, SLOW } from "./stress";

export { expect };

/** A page, or a frame with a page in it. */
export type Place = Page | FrameLocator;

interface Fixtures {
  /** How many milliseconds the engine's answers are held back. */
  late: number | undefined;
  watched: string[];
  /** Opens a page as another reader has it, who shares nothing with the first. */
  another: () => Promise<Page>;
}

/**
 * Every test watches its pages: an error on the console, a request that fails or one to another host
 * fails the test, whatever else it looks at.
 */
export const test = base.extend<Fixtures>({
  late: [LATE, { option: true }],
  page: async ({ page, late }, use) => {
    await putUnderStress(page, late);
    await use(page);
  },
  watched: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      watch(page, baseURL ?? "", wrong);
      await use(wrong);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
  another: async ({ browser, baseURL, viewport, late, watched }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: baseURL!, viewport });
      contexts.push(context);
      const page = await context.newPage();
      await putUnderStress(page, late);
      watch(page, baseURL ?? "", watched);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export function watch(page: Page, origin: string, wrong: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      // Only the test of that has the page kept for offline (playwright.config.ts).
      if (message.text() === "Service Worker registration blocked by Playwright") return;
      // What SwiftShader says about reading pixels back is about this machine and not about the page.
      if (!/GPU stall|GL Driver Message|software WebGL/i.test(message.text())) wrong.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // What is still loading when a test goes to another page is given up by the browser.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") wrong.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => response.status() >= 400 && wrong.push(`${response.status()}: ${response.url()}`));
  page.on("request", (request) => {
    // Where a test itself goes to is no request of the page's.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) return;
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) wrong.push(`another host: ${request.url()}`);
  });
}

export function figureCell(place: Place, title: string | RegExp): Locator {
  const region = place.getByRole("region", { name: "Headline figures" });
  return region.locator(".figure").filter({ has: place.locator("h2", { hasText: title }) });
}

export async function opened(place: Place): Promise<void> {
  await expect(figureCell(place, "Operating break-even")).toBeVisible({ timeout: 30_000 * SLOW });
}

/** Waits until the answer says what it would take. */
export async function answered(place: Place): Promise<void> {
  await expect(place.locator(".needed")).toHaveAttribute("data-standing", "current", { timeout: 60_000 * SLOW });
}

/** The headline figures and the break-even table as text, once none are awaited. */
export async function figures(place: Place): Promise<string[]> {
  await opened(place);
  await expect(place.locator("#view-break-even")).toBeVisible();
  await expect(place.locator('main .figured[data-standing="awaited"]')).toHaveCount(0);
  const headline = await place.getByRole("region", { name: "Headline figures" }).locator(".figure").allInnerTexts();
  const table = await place.getByRole("region", { name: "Break-even by measure" }).getByRole("row").allInnerTexts();
  const capacity = await place
    .getByRole("table", { name: /Capacity by tenant/ })
    .getByRole("row")
    .allInnerTexts();
  return [...headline, ...table, ...capacity];
}

/** Waits until the floor plan is drawn and stands still. */
export async function drawn(place: Place): Promise<Locator> {
  const scene = place.locator(".scene[data-ready=true] .scene-frame");
  await expect(scene).toBeVisible({ timeout: 40_000 * SLOW });
  await still(scene);
  return scene;
}

/** Waits until two pictures in a row are the same. */
export async function still(what: Locator | Page): Promise<Buffer> {
  let before = await what.screenshot();
  await expect(async () => {
    const now = await what.screenshot();
    const same = now.equals(before);
    before = now;
    expect(same).toBe(true);
  }).toPass({ timeout: 20_000 * SLOW, intervals: [250] });
  return before;
}

/** Counts the pixels of each colour asked for ("#rrggbb") in a picture, or in a part of it. */
export async function countPixels(browser: Browser, picture: Buffer, colours: string[], area?: Area): Promise<number[]> {
  const page = await browser.newPage();
  const counts = await page.evaluate(countColours, { data: picture.toString("base64"), colours, area });
  await page.close();
  return counts;
}

/** The address, once it is a link to what is open now, and another one than before a change. */
export async function linkAfter(page: Page, before = ""): Promise<string> {
  const present = page.locator(".layout[data-link=present]");
  await expect.poll(async () => (await present.count()) === 1 && page.url() !== before && new URL(page.url()).hash.startsWith("#s=")).toBe(true);
  return page.url();
}

/** Opens a thing among the assumptions, which is folded away at first. */
export async function unfold(place: Place, name: string): Promise<void> {
  await place.getByRole("button", { name }).first().click();
}

/** The slider of an assumption. */
export function slider(place: Place, label: string): Locator {
  return place.getByRole("slider", { name: label, exact: true }).first();
}
