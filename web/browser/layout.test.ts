// What the page looks like where it is hard to look well: long names, narrow frames, zoom, one month, high contrast.
import type { Browser, Page } from "@playwright/test";
import { IDLE, KEPT, roleColour, tenantColour } from "../src/palette";
import { countPixels, expect, opened, slider, test, unfold } from "./page";
import { linkTo, REPRESENTATIVE } from "./reference";

/** 40 letters without a blank. */
const LONG = "Donaudampfschifffahrtselektrizitaetenwerk".slice(0, 40);

function named(title: string, more: object = {}): object {
  return {
    version: 1,
    name: "small",
    title,
    start: "2026-05",
    months: 24,
    operator: { title },
    site: [
      { name: "a", title },
      { name: "b", title },
    ],
    fleet: [
      { name: "f", site: "a", gpus: 1000, title },
      { name: "g", site: "b", gpus: 1000, title },
    ],
    source: [
      { name: "s", site: "a", capacity: 10, title },
      { name: "t", site: "b", capacity: 10, title },
    ],
    lease: [
      { name: "l", site: "a", title, share: 0.5 },
      { name: "m", site: "b", title, share: 0.5 },
    ],
    rows: [{ name: `lease.${title.toLowerCase()}`, unit: "USD", formula: "fee_billed / 10" }],
    ...more,
  };
}

async function open(page: Page, document: object, title: string): Promise<void> {
  await page.goto("/");
  await opened(page);
  await page
    .getByLabel("Scenario file")
    .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** The bar stays where it is when the page is scrolled, and so does the panel below it, which it must not cover. */
async function expectBarAbovePanel(page: Page): Promise<void> {
  const { width, height } = page.viewportSize()!;
  for (const wide of [901, 1010, 1011, 1280, width]) {
    await page.setViewportSize({ width: wide, height });
    const bar = await page.locator("header.top").boundingBox();
    const top = await page.locator(".panel").evaluate((panel) => getComputedStyle(panel).top);
    expect(bar!.height, `the bar at ${wide} px`).toBeLessThanOrEqual(Number.parseFloat(top));
  }
}

for (const width of [320, 390, 700, 1024, 1440]) {
  test(`names of 40 letters without a blank widen nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, named(LONG), LONG);
    const widest = () =>
      page.evaluate(() => {
        const wide = [...document.querySelectorAll("body *")].filter(
          (element) =>
            !element.closest(".visually-hidden, .scroll, .skip, .timeline-marks") && element.getBoundingClientRect().right > innerWidth + 0.5,
        );
        return [
          document.documentElement.scrollWidth > innerWidth ? `page of ${document.documentElement.scrollWidth} px` : "",
          ...wide.map((element) => `${element.tagName}.${element.className}`),
        ].filter(Boolean);
      });
    await expect(page.locator("#chart-power canvas").first()).toBeVisible();
    expect(await widest()).toEqual([]);
    if (width > 900) await expectBarAbovePanel(page);
    if (width <= 900) await page.getByRole("button", { name: "Assumptions" }).click();
    await slider(page, "Share of the site").press("PageUp");
    await expect(page.getByRole("region", { name: "Changed against the base" })).toContainText(LONG);
    for (const name of [/Add a lease/]) await page.getByRole("button", { name }).scrollIntoViewIfNeeded();
    expect(await widest()).toEqual([]);
    const inner = await page
      .locator(".panel, .panel h3, .changes li, .chart-legend li, .figure, .figure h2, .title h1")
      .evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => `${box.tagName}.${box.className}`));
    expect(inner).toEqual([]);
    if (width <= 900) await page.getByRole("button", { name: "Close assumptions" }).click();
    await page.getByRole("button", { name: "Why? Operating income" }).first().click();
    const drawer = page.getByRole("dialog");
    for (let opening = 0; opening < 8; opening++) {
      const closed = drawer.locator("button[aria-expanded=false]").first();
      if (await closed.count()) await closed.click();
    }
    expect(await drawer.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    expect(await widest()).toEqual([]);
    if (width === 1440) {
      await drawer.getByRole("button", { name: "Close" }).click();
      await sideBySide(page);
      expect(await widest()).toEqual([]);
    }
  });
}

/** On a large screen sections stand side by side, under a bar that stays in sight and tells which of two was gone to. */
async function sideBySide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 2560, height: 1440 });
  const bar = page.getByRole("navigation", { name: "Sections" });
  const top = async (name: string) => (await page.locator(`#section-${name}`).boundingBox())!;
  for (const [left, right] of [
    ["floor", "money"],
    ["statements", "power"],
  ] as const) {
    const boxes = [await top(left), await top(right)] as const;
    expect(boxes[0].x + boxes[0].width).toBeLessThanOrEqual(boxes[1].x);
    expect(boxes[1].y).toBeLessThan(boxes[0].y + boxes[0].height);
  }
  for (const name of ["Statements", "Capacity and power"]) {
    const button = bar.getByRole("button", { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute("aria-current", "location");
    await expect(button).toBeInViewport();
  }
}

test("every figure and chart fits a frame of 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/");
  await opened(page);
  await expect(page.locator("#chart-power canvas").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.locator("#chart-money summary").click();
  await page.getByRole("button", { name: "Assumptions" }).click();
  await page.getByRole("button", { name: "Let Price per GPU-hour change by date" }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("no scenario is wider than the screen, what stands beside others has the room for its table, and the floor plan is on whole pixels", async ({
  page,
}) => {
  test.slow(); // each scenario in each width
  await page.goto("/");
  await opened(page);
  const tooWide = () =>
    page.evaluate(() => {
      const page = document.documentElement.scrollWidth > innerWidth ? [`page of ${document.documentElement.scrollWidth} px`] : [];
      // On a phone a table of five columns is moved sideways.
      const tables = innerWidth < 700 ? [] : [...document.querySelectorAll(".pinned .scroll")];
      const cut = tables.filter((table) => table.scrollWidth > table.clientWidth);
      const { y } = document.querySelector(".scene")!.getBoundingClientRect();
      const blurred = Number.isInteger(y + scrollY) ? [] : [`floor plan at ${y + scrollY} px of a page of ${innerWidth} px`];
      return [...page, ...blurred, ...cut.map((table) => `${table.getAttribute("aria-label")}, ${table.scrollWidth} of ${table.clientWidth} px`)];
    });
  for (const name of REPRESENTATIVE) {
    await page.getByRole("combobox", { name: "Scenario" }).selectOption(name);
    await expect(page.locator("main .figured[data-standing=awaited]")).toHaveCount(0);
    for (const width of [340, 560, 700, 901, 960, 1100, 1281, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      // Charts follow the width a moment later.
      await expect.poll(tooWide, `${name} at ${width} px`).toEqual([]);
    }
  }
});

/** In the page: words of the panel that begin on one line and end on another. */
function brokenWords(): string[] {
  const texts = document.createTreeWalker(document.querySelector(".panel")!, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found: string[] = [];
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    if (!text.parentElement!.checkVisibility()) continue;
    for (const { index, 0: word } of text.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
    }
  }
  return found;
}

test("no word of the panel is broken", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  for (const name of ["tenant-default", "power-capped", "nscale-anthropic"]) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("combobox", { name: "Scenario" }).selectOption(name);
    await expect(page.locator("main .figured[data-standing=awaited]")).toHaveCount(0);
    expect(await page.evaluate(brokenWords), `${name} at 1280 px`).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    await page.getByRole("button", { name: "Change assumptions" }).click();
    expect(await page.evaluate(brokenWords), `${name} at 320 px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole("button", { name: "Close assumptions" }).click();
  }
});

test("charts are as sharp as the screen after a zoom, and go on working", async ({ page, browser }) => {
  await page.goto("/");
  await opened(page);
  const canvas = page.locator("#chart-money canvas").first();
  await expect(canvas).toBeVisible();
  const ratio = () => canvas.evaluate((element: HTMLCanvasElement) => element.width / element.clientWidth);
  expect(await ratio()).toBeCloseTo(1, 2);
  const session = await page.context().newCDPSession(page);
  // A zoom makes the page narrower too.
  for (const deviceScaleFactor of [2, 1.5, 1.25]) {
    await session.send("Emulation.setDeviceMetricsOverride", {
      width: 1440 / deviceScaleFactor,
      height: 900 / deviceScaleFactor,
      deviceScaleFactor,
      mobile: false,
    });
    await expect.poll(ratio).toBeCloseTo(deviceScaleFactor, 1);
  }
  await expect(async () => {
    const [income] = await countPixels(browser, await page.locator("#chart-money").screenshot(), [roleColour("result", 0, false)]);
    expect(income).toBeGreaterThan(1000);
  }).toPass();
  const box = (await canvas.boundingBox())!;
  const month = await page.getByRole("status", { name: "Month shown" }).innerText();
  await page.locator("#chart-money .chart").click({ position: { x: box.width * 0.7, y: box.height / 2 } });
  await expect(page.getByRole("status", { name: "Month shown" })).not.toHaveText(month);
});

test("a scenario of one month shows its values in its charts", async ({ page, browser }) => {
  await open(
    page,
    named("One", {
      months: 1,
      source: [
        { name: "s", site: "a", capacity: 10 },
        { name: "t", site: "b", capacity: 10 },
      ],
      lease: [
        { name: "l", site: "a", title: "Tenant", share: 0.5, price: 3 },
        { name: "m", site: "b", share: 0.2 },
      ],
    }),
    "One",
  );
  await expect(page.locator("#chart-power canvas").first()).toBeVisible();
  await expect(async () => {
    const power = await page.locator("#chart-power .chart").screenshot();
    for (const colour of [tenantColour(0), KEPT]) expect(sum(await countPixels(browser, power, pale(colour)))).toBeGreaterThan(2000);
    const [income] = await countPixels(browser, await page.locator("#chart-money .chart").screenshot(), [roleColour("result", 0, false)]);
    expect(income).toBeGreaterThan(500);
  }).toPass();
  await page.locator("#chart-power .chart").hover();
  await expect(page.locator(".chart-tip").first()).toContainText("May 2026");
});

function sum(counts: number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** The colour of an area, which is 85 % opaque on white, however that is rounded. */
function pale(colour: string): string[] {
  const blends = [1, 3, 5].map((at) => {
    const blend = Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.85 + 255 * 0.15);
    return [blend - 1, blend, blend + 1].map((part) => part.toString(16).padStart(2, "0"));
  });
  return blends[0]!.flatMap((red) => blends[1]!.flatMap((green) => blends[2]!.map((blue) => `#${red}${green}${blue}`)));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`in forced ${colorScheme} colours sliders, switches and swatches are there`, async ({ page, browser }) => {
    test.slow(); // a dozen pictures
    await page.addInitScript(() => localStorage.setItem("rackonomics.theme", matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark"));
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    // With own use of a part, so that some is idle.
    await page.goto(`/${linkTo("half-the-data-center", "site.memphis.own_use=0.7")}`);
    await opened(page);
    await expect(page.locator("#chart-power canvas").first()).toBeVisible();
    const track = {
      highlight: await systemColour(page, browser, "Highlight"),
      canvas: await systemColour(page, browser, "Canvas"),
      text: await systemColour(page, browser, "CanvasText"),
    };
    expect(new Set(Object.values(track)).size).toBe(3);
    const [filled, rest] = await countPixels(browser, await slider(page, "Share of the site").screenshot(), [track.highlight, track.text]);
    expect(filled).toBeGreaterThan(60);
    expect(rest).toBeGreaterThan(60);

    await unfold(page, "Lease Anthropic");
    const toggle = page.getByRole("switch", { name: "Notice may be given" });
    await toggle.scrollIntoViewIfNeeded();
    const [on] = await countPixels(browser, await toggle.screenshot(), [track.highlight]);
    expect(on).toBeGreaterThan(100);
    await toggle.click();
    await page.mouse.move(0, 0);
    const [knob, off] = await countPixels(browser, await toggle.screenshot(), [track.text, track.highlight]);
    expect(knob).toBeGreaterThan(100);
    expect(off).toBe(0);

    const colours = [tenantColour(0), KEPT, IDLE];
    for (const count of await countPixels(browser, await page.locator("#chart-power .chart-legend").screenshot(), colours))
      expect(count).toBeGreaterThanOrEqual(60);
    for (const count of await countPixels(browser, await page.locator("#view-capacity").screenshot(), colours))
      expect(count).toBeGreaterThanOrEqual(60);
    // The axis is written in the system's colour, on its ground, whatever the reader had chosen.
    const [ink, paper] = await countPixels(browser, await page.locator("#chart-money .chart").screenshot(), [track.text, track.canvas]);
    expect(ink).toBeGreaterThan(50);
    expect(paper).toBeGreaterThan(10_000);
    await expect(page.getByRole("combobox", { name: "Colours" })).toHaveCount(0);
    // What is marked by its border alone is marked: forced colours paint borders that cannot be seen otherwise.
    const bar = page.getByRole("navigation", { name: "Sections" }).getByRole("button");
    const borders = await bar.evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderBottomColor));
    expect(new Set(borders).size).toBe(2);
    expect(borders.filter((colour) => colour !== borders.at(-1))).toHaveLength(1);
  });
}

/** A system colour as it comes out on the page's ground; some are transparent in part. */
async function systemColour(page: Page, browser: Browser, name: string): Promise<string> {
  await page.evaluate((colour) => {
    const probe = document.body.appendChild(document.createElement("div"));
    Object.assign(probe.style, {
      position: "fixed",
      inset: "0 auto auto 0",
      width: "20px",
      height: "20px",
      zIndex: "99",
      forcedColorAdjust: "none",
      background: `linear-gradient(${colour}, ${colour}) Canvas`,
    });
    probe.id = "probe";
  }, name);
  const picture = await page.screenshot({ clip: { x: 4, y: 4, width: 8, height: 8 } });
  await page.evaluate(() => document.getElementById("probe")!.remove());
  const reader = await browser.newPage();
  const colour = await reader.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(8, 8).getContext("2d")!;
    canvas.drawImage(image, 0, 0);
    return `#${[...canvas.getImageData(2, 2, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }, picture.toString("base64"));
  await reader.close();
  return colour;
}

test("the title of an uncertain month stands in one line beside its field, and below both how sure it is", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/${linkTo("filed-deal", "study.lease.anthropic.last_month=2028-01 to 2030-01")}`);
  await opened(page);
  const input = page.locator(".levers .input").filter({ has: page.getByText("Last month", { exact: true }) });
  const box = async (selector: string) => (await input.locator(selector).first().boundingBox())!;
  const [title, field, sure] = [await box("label"), await box(".month-field"), await box(".uncertain")];
  expect(title.height).toBeLessThan(30);
  expect(title.x + title.width).toBeLessThanOrEqual(field.x);
  expect(sure.y).toBeGreaterThanOrEqual(field.y + field.height);
  expect(sure.width).toBeGreaterThan(title.width + field.width);
});

test("on a phone the title of a table stands clear of its buttons", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await opened(page);
  await page.getByRole("combobox", { name: "Scenario" }).selectOption("delayed-listing");
  await expect(page.locator("main .figured[data-standing=awaited]")).toHaveCount(0);
  const covered = () =>
    page.locator(".pinned").evaluateAll((all) =>
      all.flatMap((one) => {
        const range = document.createRange();
        range.selectNodeContents(one.querySelector("summary h2")!);
        const tools = one.querySelector(".card-tools")?.getBoundingClientRect();
        const lines = [...range.getClientRects()];
        return tools && lines.some(({ right, top, bottom }) => right > tools.left && bottom > tools.top && top < tools.bottom)
          ? [one.querySelector("h2")!.textContent]
          : [];
      }),
    );
  for (const width of [320, 390, 600, 900, 1280, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await covered(), `${width} px`).toEqual([]);
  }
});

test("a statement rests where a column begins, at the month looked at and wherever it is moved to", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await opened(page);
  const view = page
    .locator("details.view")
    .filter({ has: page.getByRole("heading", { name: "Income statement", exact: true, includeHidden: true }) });
  await view.locator("summary").first().click();
  await view.getByRole("button", { name: "Months" }).click();
  await page.getByRole("slider", { name: "Month", exact: true }).fill("30");
  const statement = view.locator(".statement");
  await expect(view.locator(".figured")).toHaveAttribute("data-standing", "current");
  /** How far the column that stands first beside the names is from where they end, in whole pixels. */
  const cut = () =>
    statement.evaluate((box) => {
      const [names, ...columns] = [...box.querySelectorAll("thead th")].map((head) => head.getBoundingClientRect());
      return Math.min(...columns.map(({ left }) => Math.abs(Math.round(left - names!.right))));
    });
  const isNowWhole = () =>
    statement.evaluate((box) => {
      const [names, now] = ["th", ".now"].map((selector) => box.querySelector(`thead ${selector}`)!.getBoundingClientRect());
      return now!.left > names!.right - 1 && now!.right < box.getBoundingClientRect().right + 1;
    });
  await expect.poll(isNowWhole).toBe(true);
  expect(await cut()).toBe(0);
  for (const by of [41, 100, -37, 100_000]) {
    await statement.evaluate((box, step) => box.scrollBy({ left: step }), by);
    await expect.poll(cut).toBe(0);
  }
});

test("nothing shows between the bar at the top and that of the sections", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/");
  await opened(page);
  await page.locator("#section-money").scrollIntoViewIfNeeded();
  const edges = () =>
    page.evaluate(() => {
      const edge = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      return [edge(".section-bar").top - edge(".top").bottom, edge(".panel").top - edge(".top").bottom];
    });
  await page.mouse.wheel(0, 1500);
  await expect.poll(edges).toEqual([0, 0]);
});

test("links under a figure stay at its right where it is told how far that is from the base", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/");
  await opened(page);
  const rights = () => page.locator(".figures .figure-asks").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
  const before = await rights();
  await slider(page, "Share of the site").press("PageUp");
  await expect(page.locator(".figure-delta").filter({ hasText: "vs base" }).first()).toBeVisible();
  expect(await rights()).toEqual(before);
});
