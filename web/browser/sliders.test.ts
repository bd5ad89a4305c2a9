// Sliders and the time line, by mouse, key and finger.
import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, figures, opened, slider, test, unfold } from "./page";

const PRICE = "Price per GPU-hour";

async function typeExact(page: Page, title: string, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name: new RegExp(`^${title}, exact`) });
  await field.fill(text);
  await field.press("Enter");
}

async function bounds(locator: Locator): Promise<(string | null)[]> {
  return Promise.all(["min", "max", "step"].map((name) => locator.getAttribute(name)));
}

/** Where on a slider a part of its range is, for a mouse. */
async function at(locator: Locator, part: number): Promise<{ x: number; y: number }> {
  const thumb = 14;
  const box = (await locator.boundingBox())!;
  return { x: box.x + thumb / 2 + (box.width - thumb) * part, y: box.y + box.height / 2 };
}

test("a slider keeps its range, and says where the value lies beyond it", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const price = slider(page, PRICE);
  const range = await bounds(price);
  await typeExact(page, PRICE, "80");
  await expect(price).toHaveAttribute("aria-valuetext", `$80.00/GPU-hour, beyond the slider, which ends at $${Number(range[1]).toFixed(2)}/GPU-hour`);
  await expect(page.getByText(`Beyond the slider, which ends at $${Number(range[1]).toFixed(2)}/GPU-hour.`)).toBeVisible();
  expect(await bounds(price)).toEqual(range);
  // Looked at, focused, left and stepped upwards it stays what it is.
  await price.focus();
  await price.press("ArrowRight");
  await price.press("Tab");
  const field = page.getByRole("textbox", { name: new RegExp(`^${PRICE}, exact`) });
  await expect(field).toHaveValue("80");
  const middle = await at(price, 0.5);
  await page.mouse.click(middle.x, middle.y);
  const half = Number(range[1]) / 2;
  await expect(field).toHaveValue(String(half));
  await page.mouse.click(middle.x, middle.y);
  await expect(field).toHaveValue(String(half));
  expect(await bounds(price)).toEqual(range);
  await expect(page.getByText("Beyond the slider")).toHaveCount(0);
  for (let count = 0; count < 6; count++) await price.press("ArrowLeft");
  for (let count = 0; count < 6; count++) await price.press("ArrowRight");
  await expect(field).toHaveValue(String(half));
});

test("steps go to multiples of the step", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await unfold(page, "Lease Anthropic");
  await typeExact(page, "Notice", "90");
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("Capacity");
  const row = page.locator('[data-path^="source."][data-path$=".capacity"]').first();
  const [handle, field] = [row.getByRole("slider"), row.getByRole("textbox")];
  await field.fill("211");
  await field.press("Enter");
  await expect(field).toHaveValue("211");
  await handle.press("ArrowRight");
  await expect(field).toHaveValue("220");
  await field.fill("211");
  await field.press("Enter");
  await handle.press("ArrowLeft");
  await expect(field).toHaveValue("210");
  await handle.press("ArrowRight");
  await expect(field).toHaveValue("220");
  await handle.press("Home");
  await expect(field).toHaveValue("0");
  await handle.press("PageUp");
  await handle.press("PageDown");
  await expect(field).toHaveValue("0");
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  async function swipe(client: CDPSession, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
    const points = (part: number) => [{ x: from.x + by.x * part, y: from.y + by.y * part }];
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
    for (let part = 0.1; part <= 1; part += 0.1) {
      await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(part) });
      // A finger is seen once a picture. Moves that are sent faster become one, in which there is nothing to follow.
      await client.send("Runtime.evaluate", { expression: "new Promise(requestAnimationFrame)", awaitPromise: true });
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  async function readied(page: Page, locator: Locator): Promise<CDPSession> {
    await locator.evaluate((element) => element.scrollIntoView({ block: "center" }));
    // A page that still scrolls, or grows by what loads late, would carry the slider away from under the finger.
    let before = "";
    await expect
      .poll(async () => {
        const last = before;
        before = JSON.stringify(await locator.boundingBox());
        return before === last;
      })
      .toBe(true);
    return page.context().newCDPSession(page);
  }

  test("the page is scrolled over a slider, which stays; along it, it slides", async ({ page }) => {
    await page.goto("/");
    const start = await figures(page);
    await page.getByRole("button", { name: "Assumptions" }).click();
    const share = slider(page, "Share of the site");
    const client = await readied(page, share);
    const scrolled = () =>
      page.evaluate(() => [window.scrollY, ...[...document.querySelectorAll(".panel, .panel-body")].map(({ scrollTop }) => scrollTop)].join());
    const before = await scrolled();
    await swipe(client, await at(share, 0.82), { x: 4, y: -160 });
    await expect.poll(scrolled).not.toBe(before);
    await expect(share).toHaveValue("0.5");
    await readied(page, share);
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [await at(share, 0.82)] });
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect(share).toHaveValue("0.5");
    expect(await figures(page)).toEqual(start);
    const from = await at(share, 0.5);
    const to = await at(share, 0.8);
    await swipe(client, from, { x: to.x - from.x, y: 5 });
    await expect.poll(async () => Number(await share.inputValue())).toBeGreaterThan(0.7);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(share).toHaveValue("0.5");
  });

  test("so it is with the time line", async ({ page }) => {
    await page.goto("/");
    await opened(page);
    const month = page.getByRole("slider", { name: "Month", exact: true });
    const start = await month.inputValue();
    const client = await readied(page, month);
    await swipe(client, await at(month, 0.5), { x: 3, y: -160 });
    await expect(month).toHaveValue(start);
    await readied(page, month);
    const from = await at(month, 0.2);
    const to = await at(month, 0.9);
    await swipe(client, from, { x: to.x - from.x, y: 4 });
    await expect.poll(async () => Number(await month.inputValue())).toBeGreaterThan(45);
  });
});
