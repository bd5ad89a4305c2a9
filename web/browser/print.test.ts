// The page on paper: three pages, whatever is open, with the answer, the figures of the screen, light pictures, the grounds and the link.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import jsQR from "jsqr";
import { extractText, getDocumentProxy } from "unpdf";
import { answered, expect, linkAfter, opened, slider, test } from "./page";
import { linkTo } from "./reference";

const { scenarios } = JSON.parse(readFileSync(new URL("../src/generated/catalog.json", import.meta.url), "utf8")) as {
  scenarios: { name: string; title: string }[];
};

declare global {
  /** How often the browser was asked to print. */
  var prints: number;
}

/** Once the report is of what the page shows. */
async function ready(page: Page): Promise<void> {
  await opened(page);
  await expect(page.locator("#chart-money canvas").first()).toBeVisible();
  await answered(page);
  await expect(page.locator('.report[data-ready="true"]')).toBeAttached();
}

/** The text of each page of a print, without what only parts its lines. */
async function printed(page: Page, format: "A4" | "Letter" = "A4"): Promise<string[]> {
  const file = await page.pdf({ format, preferCSSPageSize: false });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
  return text.map(spaceless);
}

const spaceless = (text: string) => text.replace(/\s+/g, "");

async function texts(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map(spaceless);
}

for (const { name, title } of scenarios)
  test(`${name} comes to three pages, with the answer, the figures of the screen and the link`, async ({ page }) => {
    await page.goto(`/${linkTo(name)}`);
    await ready(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const answer = await texts(page, ".view-answer p");
    const shown = await texts(page, '[aria-label="Headline figures"] .figure-value');
    const pages = await printed(page);
    expect(pages).toHaveLength(3);
    const [first, second, third] = pages as [string, string, string];
    expect(first).toContain(spaceless(title));
    expect(first).toContain("notadvice");
    for (const sentence of answer) expect(first).toContain(sentence);
    for (const figure of shown) expect(first.toLowerCase()).toContain(figure.toLowerCase());
    expect(second).toContain("Moneypermonth");
    expect(second).toContain("Incomestatementbyyear");
    expect(third).toContain(spaceless(await linkAfter(page)));
  });

test("what is changed stands on the third page with what it was and its sources, on Letter too, from a dark page with all open", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await opened(page);
  for (const view of await page.locator("details.view > summary").all()) await view.click();
  await slider(page, "Share of the site").press("PageUp");
  await expect(page.getByRole("region", { name: "Changed against the base" })).toBeVisible();
  await ready(page);
  for (const format of ["A4", "Letter"] as const) {
    const pages = await printed(page, format);
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain("1assumptionischanged");
    expect(pages[2]).toMatch(/Shareofthesite,Anthropic50%60%/);
    expect(pages[2]).toContain("derivedfromcitedfigures");
  }
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
});

test("pictures on paper are light, and nothing leaves its page", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await ready(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator(".report-page")).toHaveCount(3);
  await expect(page.locator(".report-drawing svg")).toHaveCount(2);
  for (const each of await page.locator(".report-page").all())
    expect(await each.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(0);
  const [upper, lower] = await page.locator(".report-drawing svg").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(upper!.height).toBeGreaterThan(150);
  expect(Math.abs(upper!.height - lower!.height)).toBeLessThan(2);
  const charts = (await page.locator(".report-page").nth(1).boundingBox())!;
  expect(charts.y + charts.height - lower!.bottom).toBeLessThan(40);
  const wide = await page.locator(".report-page *").evaluateAll((all) => {
    const edge = document.querySelector(".report")!.getBoundingClientRect().right + 1;
    return all.filter((element) => !element.closest("svg") && element.getBoundingClientRect().right > edge).map(({ className }) => className);
  });
  expect(wide).toEqual([]);
  for (const name of ["Undo", "Copy link", "CSV", "Play"]) await expect(page.getByRole("button", { name })).toHaveCount(0);
});

test("the page's own print has the sites drawn, with what they show in words, and another drawing once the inputs are others", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.prints = 0;
    window.print = () => globalThis.prints++;
  });
  await page.goto("/");
  await ready(page);
  const prints = () => page.evaluate(() => globalThis.prints);
  const drawing = page.locator(".report-page:first-child .report-campus");
  const print = async (count: number) => {
    await page.keyboard.press("Control+p");
    await expect.poll(prints).toBe(count);
    await page.emulateMedia({ media: "print" });
    await expect(drawing).toBeVisible();
    const said = await drawing.getAttribute("alt");
    expect((await drawing.boundingBox())!.height).toBeGreaterThan(140);
    expect(await drawing.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
    for (const each of await page.locator(".report-page").all())
      expect(await each.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: "screen" });
    return said;
  };
  expect(await print(1)).toMatch(/Anthropic 50%/);
  await slider(page, "Share of the site").press("PageUp");
  await answered(page);
  expect(await print(2)).toMatch(/Anthropic 60%/);
});

test("the code on paper leads to the address", async ({ page }) => {
  await page.goto("/");
  await ready(page);
  const link = await linkAfter(page);
  await page.emulateMedia({ media: "print" });
  const code = page.getByRole("img", { name: "The link as a QR code" });
  const picture = (await code.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    return { data: [...context.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
  }, picture);
  expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(link);
});
