// The floor plan of every shipped scenario is drawn, one after the other in one page, and says what the engine's table
// says; a plan that cannot be drawn says so and the next one is drawn.
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type FrameLocator, type Page } from "@playwright/test";
import { KEPT, tenantColour } from "../src/palette";
import { BROWSER, BROWSER_WITHOUT_WEBGL, LEAN } from "./browser";
import { answered, countPixels, drawn, expect, still, test } from "./page";
import { linkTo, REPRESENTATIVE, reference, referenceRow } from "./reference";

const { scenarios } = JSON.parse(readFileSync(new URL("../src/generated/catalog.json", import.meta.url), "utf8")) as {
  scenarios: { name: string; title: string }[];
};

test.use({ launchOptions: BROWSER });

const CANVASES = { large: { width: 2560, height: 1440 }, small: { width: 320, height: 640 } };

const refusal = (page: Page) => page.locator(".scene-refused");
const frameOf = (page: Page): FrameLocator => page.frameLocator(".scene-frame iframe");

test.beforeEach(async ({ page }) => {
  // While a test says so, the plans that the page sends have a number that no plan may have.
  await page.addInitScript(() => {
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: { kind?: string; numbers?: Float64Array }, ...rest: never[]) {
      if ("plantRefusal" in window && message?.kind === "plan") message.numbers![0] = -5;
      post.call(this, message, ...rest);
    } as typeof post;
  });
});

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "Scenario" }).selectOption(name);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(scenarios.find((each) => each.name === name)!.title);
}

/** Who has how much of the usable racks in a month, as the engine computes it natively. */
function splitOf(name: string) {
  const { months, rows } = reference(name);
  const all = (row: string, month: number) => rows.filter((each) => each.name === row).reduce((sum, { values }) => sum + values[month]!, 0);
  const share = (racks: number, month: number) => (all("site.racks_usable", month) > 0 ? racks / all("site.racks_usable", month) : 0);
  return {
    months,
    isEmpty: !rows.some(({ name: row }) => row === "site.racks_usable"),
    at: (month: number) => [
      ...rows.filter((each) => each.name === "lease.racks").map(({ values }) => share(values[month]!, month)),
      share(all("site.racks_kept", month), month),
    ],
  };
}

/** As campus.Percent writes a share. */
const percent = (share: number) => `${(share * 100).toFixed(1).replace(/\.0$/, "")}%`;

async function showsTheTable(page: Page, browser: Browser, split: ReturnType<typeof splitOf>, month: number, picture: string): Promise<void> {
  await page.getByRole("slider", { name: "Month", exact: true }).fill(String(month));
  const shares = split.at(month);
  const legend = frameOf(page).locator(".legend span");
  // The legend names the tenants in their order, then the own use, each with its share of this month.
  await expect
    .poll(async () => (await legend.allInnerTexts()).slice(0, shares.length).map((text) => text.match(/[\d.]+%$/)?.[0]), { message: picture })
    .toEqual(shares.map(percent));
  await expect(refusal(page)).toBeHidden();
  await expect(page.locator(".scene-missing")).toBeHidden();
  const image = await still(page.locator(".scene-frame"));
  await writeFile(test.info().outputPath(`${picture}.png`), image);
  // A name may lose its end; a figure never.
  const cut = await frameOf(page)
    .locator(".labels > span")
    .evaluateAll((all) =>
      all.filter((label) => label.childNodes.length > 1 && label.scrollWidth > label.clientWidth).map((label) => label.textContent),
    );
  expect(cut, picture).toEqual([]);
  const colours = shares.map((_, at) => (at === shares.length - 1 ? KEPT : tenantColour(at)));
  const counts = await countPixels(browser, image, colours);
  shares.forEach((share, at) => {
    if (share > 0.02) expect(counts[at], `${picture}: pixels of ${colours[at]} for a share of ${share}`).toBeGreaterThan(20);
  });
}

for (const [canvas, viewport] of Object.entries(CANVASES)) {
  test(`scenarios are drawn in one page, on the ${canvas} canvas, at its first, middle and last month`, async ({ page, browser }) => {
    test.setTimeout(900_000);
    await page.setViewportSize(viewport);
    await page.goto("/");
    await drawn(page);
    for (const name of REPRESENTATIVE) {
      const split = splitOf(name);
      await open(page, name);
      if (split.isEmpty) {
        // Nothing of the scenario before stands under the name of this one.
        await expect(page.locator(".scene-empty")).toHaveText("This scenario has no site that could be drawn.");
        expect((await page.locator(".scene").boundingBox())!.height).toBe(72);
        await expect(page.locator(".scene-frame")).toBeHidden();
        continue;
      }
      const last = split.months.length - 1;
      for (const month of new Set([0, Math.floor(last / 2), last]))
        await showsTheTable(page, browser, split, month, `${name}, ${canvas}, month ${month}`);
    }
  });
}

test("a plan that cannot be drawn says so, and the next one is drawn", async ({ page, browser }) => {
  await page.goto("/");
  await drawn(page);
  await page.evaluate(() => Object.assign(window, { plantRefusal: true }));
  await open(page, "power-capped");
  await expect(refusal(page)).toContainText("cannot be drawn");
  await expect(refusal(page)).toContainText("halls[0].racks[0] is -5; 0 to 1e+07 is allowed");
  // Nothing of the plan before stands under the name of this one.
  await expect(frameOf(page).locator(".hall-title")).toHaveCount(0);
  const covered = await still(page.locator(".scene"));
  await writeFile(test.info().outputPath("refused.png"), covered);
  expect((await countPixels(browser, covered, [tenantColour(0)]))[0]).toBe(0);
  await page.evaluate(() => delete (window as { plantRefusal?: true }).plantRefusal);
  await open(page, "three-tenants");
  await expect(refusal(page)).toBeHidden();
  const split = splitOf("three-tenants");
  await showsTheTable(page, browser, split, 12, "after a refusal");
  // No month has the figures of a moment between two, so while the months play each text is of one of them.
  const months = split.months.map((_, month) => split.at(month).map(percent).join(" "));
  const told = await toldWhilePlaying(page, 8);
  expect(told.filter((shares) => !months.includes(shares))).toEqual([]);
  expect(new Set(told).size).toBeGreaterThan(1);
});

/** The shares that the legend names one after the other while the months play up to one. */
async function toldWhilePlaying(page: Page, until: number): Promise<string[]> {
  const legend = frameOf(page).locator(".legend");
  const told = await legend.evaluateHandle((box) => {
    const heard: string[] = [];
    const shares = () => [...(box.textContent ?? "").matchAll(/[\d.]+%/g)].slice(0, -1).join(" "); // the last is what is idle
    new MutationObserver(() => heard.push(shares())).observe(box, { subtree: true, characterData: true, childList: true });
    return heard;
  });
  const month = page.getByRole("slider", { name: "Month", exact: true });
  await month.fill("0");
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(async () => Number(await month.inputValue()), { timeout: 60_000 }).toBeGreaterThanOrEqual(until);
  await page.getByRole("button", { name: "Pause" }).click();
  return told.jsonValue();
}

test("without WebGL a drawing says what the table says, month by month, in the tenants' colours", async ({ baseURL, browser }) => {
  const without = await chromium.launch(BROWSER_WITHOUT_WEBGL);
  const context = await without.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(baseURL!);
  for (const name of ["three-tenants", "power-capped"]) {
    const split = splitOf(name);
    await open(page, name);
    const last = split.months.length - 1;
    for (const month of [0, last]) {
      await page.getByRole("slider", { name: "Month", exact: true }).fill(String(month));
      const drawing = page.getByRole("img", { name: new RegExp(`^${split.months[month]}. Usable racks: `) });
      const shares = split.at(month);
      await expect
        .poll(async () => [...((await drawing.getAttribute("alt")) ?? "").matchAll(/[\d.]+%/g)].slice(0, shares.length).map(([share]) => share))
        .toEqual(shares.map(percent));
      await expect(page.locator('.scene-frame[data-standing="current"]')).toBeVisible();
      const image = await still(drawing);
      await writeFile(test.info().outputPath(`${name}, drawn, month ${month}.png`), image);
      const counts = await countPixels(
        browser,
        image,
        shares.map((_, at) => (at === shares.length - 1 ? KEPT : tenantColour(at))),
      );
      shares.forEach((share, at) => {
        if (share > 0.02) expect(counts[at], `${name}, month ${month}: a share of ${share}`).toBeGreaterThan(100);
      });
    }
  }
  const { violations } = await new AxeBuilder({ page }).include(".floor").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await without.close();
});

test("canvas and drawing say the charge of a battery in the same words, and show it", async ({ page, browser, baseURL }) => {
  const changes = [
    'source.megapack={"site":"memphis","kind":"battery","capacity":150,"storage":3000,"go_live":"2026-08"}',
    "source.tva.curtailable=0.5",
    "site.memphis.curtailment=300",
  ];
  const charge = referenceRow("filed-deal", "source.charge_before_call", "megapack", ...changes);
  const left = referenceRow("filed-deal", "source.charge_after_call", "megapack", ...changes);
  const without = await chromium.launch(BROWSER_WITHOUT_WEBGL);
  const drawn = await (await without.newContext({ viewport: page.viewportSize() })).newPage();
  for (const place of [page, drawn]) await place.goto(`${baseURL}/${linkTo("filed-deal", ...changes)}`);
  for (const month of [0, 12]) {
    const said = charge[month]! > 0 ? `${charge[month]!.toFixed(0)} of 3,000 MWh, ${left[month]!.toFixed(0)} after a call` : "not used";
    for (const place of [page, drawn]) await place.getByRole("slider", { name: "Month", exact: true }).fill(String(month));
    const words = page.locator(".scene-words");
    await expect(words).toContainText(`megapack: ${said}.`);
    await expect(drawn.locator(".scene-drawing")).toHaveAttribute("alt", (await words.textContent())!);
    await expect(drawn.locator('.scene-frame[data-standing="current"]')).toBeVisible();
    for (const image of [await still(page.locator(".scene-frame")), await still(drawn.locator(".scene-drawing"))]) {
      const [empty] = await countPixels(browser, image, ["#5c6b7d"]);
      if (charge[month]! > 0) expect(empty, `month ${month}`).toBeGreaterThan(20);
      else expect(empty, `month ${month}`).toBe(0);
    }
  }
  await without.close();
});

test("where nothing can draw, that is said, and no drawing of other inputs stays", async ({ baseURL }) => {
  const without = await chromium.launch(BROWSER_WITHOUT_WEBGL);
  const page = await (await without.newContext()).newPage();
  await page.route("**/later-*.wasm", (route) => route.abort());
  await page.goto(baseURL!);
  await expect(page.locator(".floor .scene-refused")).toContainText(/later\.wasm could not be loaded/);
  await expect(page.locator(".scene-drawing")).toHaveCount(0);
  await without.close();
});

test("the campus is seen from above and at an angle, by the keyboard, with the racks that it had", async ({ page, browser }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const scene = await drawn(page);
  const racks = async () => (await countPixels(browser, await still(scene), [tenantColour(0), KEPT])).join(" ");
  const atAnAngle = await racks();
  const button = frameOf(page).getByRole("button", { name: "From above" });
  await button.focus();
  await page.keyboard.press("Space");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect.poll(racks).not.toBe(atAnAngle);
  await writeFile(test.info().outputPath("from above.png"), await still(scene));
  for (const count of (await racks()).split(" ")) expect(Number(count)).toBeGreaterThan(2000);
  await page.keyboard.press("Space");
  await expect.poll(racks).toBe(atAnAngle);
});

test("by keys one goes nearer and back to what was there", async ({ page, browser }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const scene = await drawn(page);
  const titles = frameOf(page).locator(".site-title, .limit-warning");
  const counted = async () => (await countPixels(browser, await still(scene), [tenantColour(0), KEPT])).join(" ");
  const all = await counted();
  await expect(titles).toHaveCount(1);
  // The keys are the page's until the scene has the focus; Tab goes on in it.
  await frameOf(page).getByRole("button", { name: "From above" }).focus();
  await page.keyboard.press("Tab");
  await expect(frameOf(page).getByRole("button", { name: "Farther" })).toBeFocused();
  for (let press = 0; press < 12; press++) await page.keyboard.press("+");
  await expect(titles).toHaveCount(0);
  await page.keyboard.press("0");
  await expect(titles).toHaveCount(1);
  await expect.poll(counted).toBe(all);
  // Two fingers go to a rack, and in the sky to a satellite, each where they are.
  const hall = (await frameOf(page).locator(".hall-title").first().boundingBox())!;
  await spread(page, hall.x + 40, hall.y - 14);
  await expect(frameOf(page).locator(".rack-detail").first()).toHaveText(/^\d+ GPUs · \d+ kW$/);
  await open(page, "starmind");
  await page.getByRole("slider", { name: "Month", exact: true }).fill("50");
  await expect(frameOf(page).locator(".sky-title")).toHaveText("In orbit: Starmind");
  const sky = (await page.locator(".scene-frame").boundingBox())!;
  await spread(page, sky.x + sky.width * 0.3, sky.y + sky.height * 0.3);
  await expect(frameOf(page).locator(".satellite-title").first()).toHaveText(/^Operator’s own use\s*\d+ GPUs · \d+ kW$/);
  await writeFile(test.info().outputPath("satellites.png"), await still(scene));
});

test("after a press of the mouse the scene has its keys and the page all others", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  await answered(page); // which moves what stands below
  await drawn(page);
  const titles = frameOf(page).locator(".site-title, .limit-warning");
  const month = page.getByRole("status", { name: "Month shown" });
  const first = await month.innerText();
  await expect(titles).toHaveCount(1);
  for (const pressed of [frameOf(page).locator("body"), frameOf(page).getByRole("button", { name: "Nearer" })]) {
    await page.getByRole("slider", { name: "Month", exact: true }).focus();
    await pressed.click({ position: { x: 12, y: 12 } });
    await expect(page.locator(".scene-frame")).toBeFocused();
    for (let press = 0; press < 12; press++) await page.keyboard.press("+");
    await expect(titles).toHaveCount(0);
    await page.keyboard.press("0");
    await expect(titles).toHaveCount(1);
    await page.keyboard.press(".");
    await expect(month).not.toHaveText(first);
    await page.keyboard.press(",");
    await expect(month).toHaveText(first);
  }
  await page.keyboard.press("Tab");
  await expect(frameOf(page).getByRole("button", { name: "From above" })).toBeFocused();
});

/** Two fingers that touch near a place and go apart, several times. */
async function spread(page: Page, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: x + (side * apart) / 2, y, id }));
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: apart === undefined ? [] : fingers(apart) });
  for (let time = 0; time < 3; time++) {
    await touch("touchStart", 20);
    for (const apart of [40, 80, 120]) await touch("touchMove", apart);
    await touch("touchEnd");
  }
  await session.detach();
}

test("the wheel with Ctrl goes to racks that say whose they are, and a mouse that is held takes them along", async ({ page }) => {
  await page.goto("/");
  await answered(page); // which moves what stands below
  const scene = await drawn(page);
  await scene.scrollIntoViewIfNeeded();
  const hall = (await frameOf(page).locator(".hall-title").first().boundingBox())!;
  const [x, y] = [hall.x + 40, hall.y - 14]; // racks stand behind the name of their hall
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 16; turn++) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  const titles = frameOf(page).locator(".rack-title");
  await expect(titles.first()).toHaveText(/^(Anthropic|Operator’s own use)$/);
  await expect(frameOf(page).locator(".rack-detail").first()).toHaveText(/^\d+ GPUs · \d+ kW$/);
  await writeFile(test.info().outputPath("racks.png"), await still(scene));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const place = () => titles.first().getAttribute("style");
  const before = await place();
  await page.mouse.down();
  await page.mouse.move(x + 30, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(place).not.toBe(before);
  // What the mouse let go over was not clicked.
  await expect(page.locator("[aria-pressed=true].selectable")).toHaveCount(0);
});

test("without any graphics a canvas whose top the page's bar covers is whole below it", async ({ baseURL, viewport }) => {
  const browser = await chromium.launch(LEAN);
  try {
    const page = await browser.newPage({ baseURL: baseURL!, viewport });
    await page.goto("/");
    await answered(page);
    const scene = await drawn(page);
    const foot = async (top: number) => {
      await scene.evaluate((element, top) => scrollBy(0, element.getBoundingClientRect().top - top), top);
      const { x, y, width, height } = (await scene.boundingBox())!;
      const area = { x: Math.ceil(x), y: Math.ceil(y + height - 60), width: Math.floor(width), height: 50 };
      const picture = await still(page); // of the window: what is outside of it has the browser lay out the page anew
      return (await countPixels(browser, picture, [tenantColour(0)], area))[0]!;
    };
    const whole = await foot(150);
    expect(whole).toBeGreaterThan(0);
    expect(await foot(-50)).toBe(whole);
  } finally {
    await browser.close();
  }
});

test("frames are asked for while something moves, and none once it stands still", async ({ page, browser }) => {
  await page.addInitScript(() => {
    Object.assign(window, { frames: { awaited: 0, given: 0 } });
    const counted = (window as unknown as Counted).frames;
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      counted.awaited++;
      return request((time) => {
        counted.awaited--;
        counted.given++;
        callback(time);
      });
    };
  });
  await page.goto("/");
  const scene = await drawn(page);
  const counted = () =>
    frameOf(page)
      .locator("body")
      .evaluate(() => ({ ...(window as unknown as Counted).frames }));
  const atRest = async () => {
    await expect.poll(async () => (await counted()).awaited, { message: "frames that are awaited" }).toBe(0);
    return (await counted()).given;
  };
  // Without what lies over the canvas and changes by itself.
  for (const over of [".labels", ".legend", ".tools"])
    await frameOf(page)
      .locator(over)
      .evaluate((element) => (element.style.opacity = "0"));
  const canvas = () => scene.screenshot();
  const before = await atRest();
  const picture = await canvas();
  expect((await canvas()).equals(picture), "a canvas at rest looks the same").toBe(true);
  await page.getByRole("slider", { name: "Month", exact: true }).fill("40");
  await expect.poll(async () => (await counted()).given).toBeGreaterThan(before);
  await atRest();
  const later = await canvas();
  expect(later.equals(picture), "another month looks the same").toBe(false);
  // A way of the camera takes several; a window of another size is drawn, too.
  const there = await atRest();
  await frameOf(page).getByRole("button", { name: "From above" }).click();
  await expect.poll(async () => (await counted()).given).toBeGreaterThan(there + 5);
  await atRest();
  expect((await canvas()).equals(later), "from above it looks the same").toBe(false);
  await page.setViewportSize({ width: 1000, height: 900 });
  await atRest();
  const [tenant] = await countPixels(browser, await canvas(), [tenantColour(0)]);
  expect(tenant, "pixels of the tenant in a window of another size").toBeGreaterThan(200);
});

interface Counted {
  frames: { awaited: number; given: number };
}
