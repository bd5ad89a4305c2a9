// What the tests do with a page: open it, read its figures as a person does, look at its pixels.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Browser, test as base, expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

export { expect };

/** A page, or a frame with a page in it. */
export type Place = Page | FrameLocator;

/**
 * Every test watches its page: an error on the console, a request that fails or one to another host
 * fails the test, whatever else it looks at.
 */
export const test = base.extend<{ watched: string[] }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      watch(page, baseURL ?? "", wrong);
      await use(wrong);
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

export function watch(page: Page, origin: string, wrong: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
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
  await expect(figureCell(place, "Operating break-even")).toBeVisible({ timeout: 30_000 });
}

/** The headline figures and the break-even table as text. */
export async function figures(place: Place): Promise<string[]> {
  await opened(place);
  const headline = await place.getByRole("region", { name: "Headline figures" }).locator(".figure").allInnerTexts();
  const table = await place.getByRole("region", { name: "Break-even by measure" }).getByRole("row").allInnerTexts();
  const capacity = await place.getByRole("table", { name: /Capacity by tenant/ }).getByRole("row").allInnerTexts();
  return [...headline, ...table, ...capacity];
}

/** Waits until the floor plan is drawn and stands still. */
export async function drawn(place: Place): Promise<Locator> {
  const scene = place.locator(".scene[data-ready=true] .scene-frame");
  await expect(scene).toBeVisible({ timeout: 40_000 });
  await still(scene);
  return scene;
}

/** Waits until two pictures in a row are the same. */
export async function still(what: Locator): Promise<Buffer> {
  let before = await what.screenshot();
  await expect(async () => {
    const now = await what.screenshot();
    const same = now.equals(before);
    before = now;
    expect(same).toBe(true);
  }).toPass({ timeout: 20_000, intervals: [250] });
  return before;
}

/** Counts a picture's pixels of each colour asked for ("#rrggbb"), in runs no longer than `longest`. */
export async function countPixels(browser: Browser, picture: Buffer, colours: string[], longest = Infinity): Promise<number[]> {
  const page = await browser.newPage();
  const counts = await page.evaluate(
    async ([data, wanted, limit]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      canvas.drawImage(image, 0, 0);
      const pixels = new Uint32Array(canvas.getImageData(0, 0, image.width, image.height).data.buffer);
      const values = wanted.map((colour) => (0xff000000 | (parseInt(colour.slice(5, 7), 16) << 16) | (parseInt(colour.slice(3, 5), 16) << 8) | parseInt(colour.slice(1, 3), 16)) >>> 0);
      const found = wanted.map(() => 0);
      for (let at = 0; at < pixels.length; ) {
        let end = at + 1;
        while (end % image.width !== 0 && pixels[end] === pixels[at]) end++;
        const which = values.indexOf(pixels[at]!);
        if (which >= 0 && end - at <= limit) found[which]! += end - at;
        at = end;
      }
      return found;
    },
    [picture.toString("base64"), colours, longest] as const,
  );
  await page.close();
  return counts;
}

export interface Reference {
  months: string[];
  measures: { [name: string]: { value: number | string | null; unit: string } };
  rows: { name: string; instance: string; values: number[] }[];
}

const command = fileURLToPath(new URL("../../build/rackonomics", import.meta.url));

/** What the engine says natively. */
export function reference(scenario: string, ...settings: string[]): Reference {
  const output = execFileSync(command, ["run", scenario, "--format", "json", ...settings.flatMap((setting) => ["--set", setting])], { maxBuffer: 64e6 });
  return JSON.parse(output.toString()) as Reference;
}

/** One row as the engine gives it natively, by month. */
export function referenceRow(scenario: string, row: string, instance: string): number[] {
  const output = execFileSync(command, ["run", scenario, "--format", "json", "--rows", `${row}@${instance}`], { maxBuffer: 64e6 });
  const { rows } = JSON.parse(output.toString()) as Reference;
  return rows.find((found) => found.name === row && found.instance === instance)!.values;
}

/** The address of the state, once it has been written to the address bar. */
export async function settledLink(page: Page): Promise<string> {
  await page.waitForFunction(() => location.hash.startsWith("#s="));
  let before = "";
  await expect(async () => {
    const now = page.url();
    const same = now === before;
    before = now;
    expect(same).toBe(true);
  }).toPass({ intervals: [500] });
  return before;
}

/** The slider of an assumption. */
export function slider(place: Place, label: string): Locator {
  return place.getByRole("slider", { name: label, exact: true }).first();
}
