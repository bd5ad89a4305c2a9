// The core tests' browser, and what they read in its page as a person does.
import { writeFile } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";
import { KEPT, tenantColour } from "../../src/palette";
import { type Area, countColours } from "../pixels";
import { type Cell, cellsShown, type Headline, untold } from "../reference";
import { openChromium, openFirefox } from "./puppeteer";
import type { Place, Surface } from "./surface";
import { openWebKit } from "./webkit";

export { expect };

const OPEN = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

export interface CoreOptions {
  /** The browser that the core tests run in. */
  engine: keyof typeof OPEN;
}

/** One browser for all tests, one page after another in it; whatever it complains about fails the test. */
export const test = base.extend<{ surface: Surface }, CoreOptions & { opened: Surface }>({
  engine: ["chromium", { scope: "worker", option: true }],
  opened: [
    async ({ engine }, use) => {
      const surface = await OPEN[engine]();
      await use(surface);
      await surface.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  surface: async ({ opened }, use, info) => {
    await opened.complaints();
    await use(opened);
    if (info.status !== info.expectedStatus) await writeFile(info.outputPath("page.png"), await opened.picture());
    expect(await opened.complaints()).toEqual([]);
  },
});

export function cells(place: Place): Promise<Cell[]> {
  return place.read(cellsShown, null);
}

/** What can be seen of an element; empty where there is none. */
export function seen(place: Place, selector: string): Promise<string> {
  return place.read((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText.replace(/\s+/g, " ").trim() ?? "", selector);
}

/** Waits until the headline figures are those of the command line. */
export async function expectFigures(place: Place, headline: Headline): Promise<void> {
  await expect.poll(async () => untold(headline, await seen(place, "output[aria-label='Month shown']"), await cells(place))).toEqual([]);
}

/**
 * Types a month, such as 2026-09, and leaves the field: as text where that is what the browser has, else into its parts,
 * month and year, in the order that they have in the browsers' language here.
 */
export async function typeMonth(place: Place, selector: string, month: string): Promise<void> {
  const isText = await place.read((wanted) => document.querySelector<HTMLInputElement>(wanted)!.type === "text", selector);
  await place.type(selector, isText ? month : month.split("-").reverse().join(""));
  await place.press(selector, "Tab");
}

/** The capacity table, a line a row. */
export function capacity(place: Place): Promise<string[]> {
  return place.read(
    () => Array.from(document.querySelectorAll<HTMLElement>("#view-capacity tbody tr"), (row) => row.innerText.replace(/\s+/g, " ").trim()),
    null,
  );
}

/** Where an element stands in the window that shows it, in whole pixels, after it was brought into view. */
function area(place: Place, selector: string): Promise<Area> {
  return place.read((wanted) => {
    const element = document.querySelector(wanted)!;
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  }, selector);
}

/** Racks are a pixel or two wide: of how many only the mixture with the gap beside them is seen, browsers decide by how they make a picture smaller: for each colour but one. */
const MIXED = 0.03;

/** How many pixels of a colour are something that is drawn. */
const SEEN = 60;

/** How much of the scene's height money, bar and legend take, in CSS pixels, where they take most. */
const BELOW_THE_RACKS = 112;

/** Waits until the floor plan is drawn and, of the racks in the picture, this part has the tenant's colour. */
export async function expectPlan(surface: Surface, part: number, frame?: string): Promise<void> {
  await expectRacks(surface, { [tenantColour(0)]: part, [KEPT]: 1 - part }, {}, frame);
}

/**
 * Waits until the floor plan is drawn and, of the racks in the picture, those parts have those colours, and until other
 * things there have theirs or not. The money, the bar of shares and the legend, which have them too, stand below the racks.
 */
export async function expectRacks(
  surface: Surface,
  parts: { [colour: string]: number },
  others: { [colour: string]: boolean } = {},
  frame?: string,
): Promise<void> {
  const place = frame ? surface.frame(frame) : surface;
  await expect.poll(() => place.read(() => document.querySelector(".scene[data-ready=true]") !== null, null), { timeout: 40_000 }).toBe(true);
  await expect(async () => {
    const scene = await area(place, ".scene-frame");
    const around = frame ? await area(surface, frame) : { x: 0, y: 0 };
    const data = (await surface.picture()).toString("base64");
    const counts = await surface.read(countColours, {
      data,
      colours: [...Object.keys(parts), ...Object.keys(others)],
      area: { ...scene, height: scene.height - BELOW_THE_RACKS, x: scene.x + around.x, y: scene.y + around.y },
    });
    const racks = counts.slice(0, Object.keys(parts).length);
    const all = racks.reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(1000);
    for (const [at, part] of Object.values(parts).entries()) expect(Math.abs(racks[at]! / all - part)).toBeLessThan(MIXED * (racks.length - 1));
    expect(counts.slice(racks.length).map((count) => count > SEEN)).toEqual(Object.values(others));
  }).toPass({ timeout: 20_000 });
}

/** Leaves the page before the servers that it may still load from are closed: what is refused then would be told by the next test. */
export async function left(surface: Surface, ...servers: { close(): void | Promise<void> }[]): Promise<void> {
  await surface.open("about:blank");
  for (const server of servers) await server.close();
}
