// "What would it take?": what it says is so when it is set, and a step beside it is not; the map is dragged, and the page follows.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Locator, type Page, test as plain } from "@playwright/test";
import { answered, expect, figureCell, linkAfter, opened, type Place, slider, test } from "./page";
import { SLOW } from "./stress";

const PRICE = "Price per GPU-hour, Anthropic";
const SHARE = "Share of the site, Anthropic";

/** The drawer for a headline figure, with every answer there. */
async function asked(place: Place, figure = "Operating break-even"): Promise<Locator> {
  await figureCell(place, figure).getByRole("button", { name: "What would it take?" }).click();
  const drawer = place.getByRole("dialog", { name: `What would it take? ${figure}` });
  await tookAll(drawer);
  return drawer;
}

async function tookAll(drawer: Locator): Promise<void> {
  await expect(drawer.locator(".takes li").first()).toBeVisible({ timeout: 30_000 * SLOW });
  await expect(drawer.locator('.takes [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 * SLOW });
  await expect(drawer.locator(".takes .former")).toHaveCount(0, { timeout: 60_000 * SLOW });
}

function line(drawer: Locator, title: string): Locator {
  return drawer.locator(".takes li", { hasText: title });
}

/** The map of the first two inputs, refined to its end. */
async function mapped(drawer: Locator): Promise<Locator> {
  await drawer.getByRole("button", { name: "Two inputs: a map" }).click();
  const map = drawer.getByRole("region", { name: "Map" });
  await refined(map);
  return map;
}

async function refined(map: Locator): Promise<void> {
  await expect(map.locator(".map-cells path").first()).toBeVisible({ timeout: 30_000 * SLOW });
  await expect(map.locator('.map-picture[aria-busy="false"]')).toBeVisible({ timeout: 60_000 * SLOW });
}

function stated(text: string, from: RegExp): string {
  const found = from.exec(text);
  if (!found) throw new Error(`${from} is not in ${text}`);
  return found[1]!;
}

async function priceTo(page: Page, value: string): Promise<void> {
  const field = page.getByRole("textbox", { name: /^Price per GPU-hour, exact/ }).first();
  await field.fill(value);
  await field.press("Enter");
}

test("from the page as it opens two clicks find at what price it breaks even, and that no share does", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const drawer = await asked(page);
  await expect(drawer.getByRole("region", { name: "Goal" })).toContainText("Operating income breaks even");
  await expect(line(drawer, SHARE)).toContainText(/no value from 0% to 100% does; the nearest is 100%, with −\$\d+M in May 2026 at best/);
  const told = await line(drawer, PRICE).locator("p").first().innerText();
  await expect(drawer.getByText("Values were tried by code generated for this scenario, with SIMD.", { exact: true })).toBeVisible();
  const at = stated(told, /(\$[\d.]+)\/GPU-hour and above/);
  const beside = stated(told, /At (\$[\d.]+)\/GPU-hour it is −\$/);

  await line(drawer, PRICE)
    .getByRole("button", { name: `Set ${at}/GPU-hour: ${PRICE}` })
    .click();
  await expect(figureCell(page, "Operating break-even")).toContainText("May 2026");
  await tookAll(drawer);
  await expect(drawer.getByRole("status").first()).toContainText("It is met as the inputs are");
  await drawer.press("Escape");
  await expect(drawer).toHaveCount(0);

  await priceTo(page, beside.slice(1));
  await expect(figureCell(page, "Operating break-even")).toContainText("Not reached");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(figureCell(page, "Price")).toContainText("$2.42");
});

test("the goal can be another figure, another target and another side, typed as people write it", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const drawer = await asked(page, "Operating income");
  const goal = drawer.getByRole("region", { name: "Goal" });
  await expect(goal).toContainText("Operating income in May 2026");
  const before = await line(drawer, PRICE).innerText();
  const target = goal.getByRole("textbox");
  await target.fill("-100M");
  await target.press("Enter");
  await expect(line(drawer, PRICE)).not.toHaveText(before);
  await tookAll(drawer);
  const at = Number(stated(await line(drawer, PRICE).innerText(), /\$([\d.]+)\/GPU-hour and above/));
  expect(at).toBeLessThan(Number(stated(before, /\$([\d.]+)\/GPU-hour and above/)));

  await goal.getByRole("combobox").selectOption("at most");
  await expect(line(drawer, PRICE)).toContainText("and below");
  await target.fill("soon");
  await target.press("Enter");
  await expect(goal.getByText(/“soon” is not a number/)).toBeVisible();
  await target.press("Escape");

  await goal.getByRole("button", { name: "Another figure…" }).click();
  await goal.getByRole("searchbox").fill("net present value leases");
  await goal.getByRole("listitem").first().getByRole("button").click();
  await expect(goal).toContainText(/Net present value/i);
  await tookAll(drawer);
  await expect(line(drawer, PRICE)).toContainText(/\$[\d.]+\/GPU-hour/);
});

test("another input is found by its words and tried like the others", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const drawer = await asked(page);
  const before = await drawer.locator(".takes li").count();
  await drawer.getByRole("button", { name: "Another input…" }).click();
  await expect(drawer.getByRole("searchbox")).toBeFocused();
  await drawer.getByRole("searchbox").fill("months notice");
  await drawer.getByRole("searchbox").press("Escape");
  await expect(drawer).toBeVisible();
  await drawer.getByRole("button", { name: "Another input…" }).click();
  await drawer.getByRole("searchbox").fill("revenue growth");
  await drawer
    .getByRole("listitem")
    .getByRole("button", { name: /growth/i })
    .first()
    .click();
  await expect(drawer.locator(".takes li")).toHaveCount(before + 1);
  await tookAll(drawer);
  await expect(drawer.locator(".takes li").last()).toContainText(/growth/i);
});

test("when an input changes, what was told is marked and told anew; the address stays without it", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const drawer = await asked(page);
  const before = await line(drawer, PRICE).innerText();
  await slider(page, "Share of the site").press("End");
  await expect(line(drawer, PRICE)).not.toHaveText(before);
  await tookAll(drawer);
  const at = Number(stated(await line(drawer, PRICE).innerText(), /\$([\d.]+)\/GPU-hour and above/));
  expect(at).toBeLessThan(Number(stated(before, /\$([\d.]+)\/GPU-hour and above/)));
  const address = await linkAfter(page);
  await drawer.getByRole("button", { name: "Close" }).click();
  await expect(figureCell(page, "Operating break-even").getByRole("button", { name: "What would it take?" })).toBeFocused();
  expect(page.url()).toBe(address);
});

test("the map has the scenario's point, which is dragged and moved by keys, and the whole page follows in one step of undo", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const drawer = await asked(page);
  const map = await mapped(drawer);
  await expect(map).toContainText("1,681 points, computed by code generated for this scenario, with SIMD.");
  await expect(map.locator(".map-contour path")).not.toHaveCount(0);
  await expect(map.getByText("break-even", { exact: true })).toBeVisible();
  const point = map.getByRole("slider", { name: /The scenario on the map/ });
  await expect(point).toHaveAttribute(
    "aria-valuetext",
    /Share of the site, Anthropic 50%, Price per GPU-hour, Anthropic \$2\.42\/GPU-hour: −\$527M in May 2026 at best/,
  );

  const plot = (await map.locator(".map-plot").boundingBox())!;
  const own = (await point.boundingBox())!;
  await page.mouse.move(own.x + own.width / 2, own.y + own.height / 2);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.6, plot.y + plot.height * 0.4, { steps: 4 });
  await page.mouse.move(plot.x + plot.width * 0.9, plot.y + plot.height * 0.1, { steps: 4 });
  await page.mouse.up();
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "90%");
  await expect(figureCell(page, "Operating break-even")).toContainText("May 2026");
  await expect(point).toHaveAttribute("aria-valuetext", /Anthropic 90%, .*: \$\d+M in May 2026/);

  await point.press("ArrowLeft");
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "89.5%");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "50%");
  await expect(figureCell(page, "Price")).toContainText("$2.42");
});

test("what the map says of a point is what the page says there; ranges, inputs, table and files are the reader's", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const drawer = await asked(page, "Operating income");
  const map = await mapped(drawer);
  const saving = page.waitForEvent("download");
  await map.getByRole("button", { name: "CSV" }).click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(1 + 41 * 41);
  const row = lines.find((each) => each.startsWith("1,0,"))!;
  const picturing = page.waitForEvent("download");
  await map.getByRole("button", { name: "PNG" }).click();
  expect(
    readFileSync(await (await picturing).path())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");

  await map.getByText("As a table").click();
  await expect(map.getByRole("row")).toHaveCount(12);
  await map.getByRole("textbox", { name: /Price per GPU-hour, Anthropic: to/ }).fill("4");
  await map.getByRole("textbox", { name: /Price per GPU-hour, Anthropic: to/ }).press("Enter");
  await expect(map.getByRole("rowheader").first()).toHaveText("$4/GPU-hour");
  await refined(map);
  await map.getByRole("button", { name: /^Another input: Upwards/ }).click();
  await map.getByRole("searchbox").fill("operating loss before");
  await map.getByRole("listitem").first().getByRole("button").click();
  await refined(map);
  await expect(map.getByText(/↑ Operating loss before the lease/)).toBeVisible();
  await drawer.getByRole("button", { name: "Close" }).click();

  await slider(page, "Share of the site").press("End");
  await priceTo(page, "0");
  const figure = Number(row.split(",")[2]);
  await expect(figureCell(page, "Operating income")).toContainText(`−$${Math.round(Math.abs(figure) / 1e6)}M`);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious in the answers and the map, in ${colorScheme} colours, nor is anything wider than a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/");
    await opened(page);
    const drawer = await asked(page);
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).include(".drawer").analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
      expect(await drawer.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    };
    await look();
    await drawer.getByRole("button", { name: "Another input…" }).click();
    await look();
    await drawer.getByRole("button", { name: "Cancel" }).click();
    await mapped(drawer);
    await drawer.getByText("As a table").click();
    await look();
  });
}

test("forced colours keep the map, its line and its point", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/");
  await opened(page);
  const map = await mapped(await asked(page));
  await expect(map.locator(".map-contour path").last()).toBeVisible();
  await expect(map.getByRole("slider")).toBeVisible();
});

test("with the keyboard alone: asked, set, mapped, moved and closed, and the focus is back where it was", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const button = figureCell(page, "Operating break-even").getByRole("button", { name: "What would it take?" });
  await button.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: /What would it take/ });
  await expect(drawer).toBeFocused();
  await tookAll(drawer);
  await drawer.getByRole("button", { name: /^Set .*: Price/ }).focus();
  await page.keyboard.press("Enter");
  await tookAll(drawer);
  // The button is of no more use, and gone: the next has it.
  await expect(drawer.getByRole("button", { name: /^Map of Price/ })).toBeFocused();
  await drawer.getByRole("button", { name: "Two inputs: a map" }).focus();
  await page.keyboard.press("Enter");
  await refined(drawer.getByRole("region", { name: "Map" }));
  await expect(drawer).toBeFocused();
  await drawer.getByRole("slider").focus();
  await page.keyboard.press("ArrowUp");
  await expect(figureCell(page, "Price")).toContainText("$6.80");
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("what is asked last takes the focus, closes with Escape and gives the focus back where it was asked", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const first = figureCell(page, "Operating break-even");
  const asks = [
    [first.getByRole("button", { name: /^Why\?/ }), /^Why this figure/],
    [first.getByRole("button", { name: /^What would it take\?/ }), /^What would it take\?/],
    [first.getByRole("button", { name: /^Why\?/ }), /^Why this figure/],
    [figureCell(page, "Cumulative free cash flow").getByRole("button", { name: /^Why\?/ }), /^Why this figure/],
  ] as const;
  for (const [button, name] of asks) {
    await button.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(1);
    await expect(page.getByRole("dialog", { name })).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(asks.at(-1)![0]).toBeFocused();
});

test("the answer says by itself what it would take: put in, it is so, and then it says what is left, which is heard", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await answered(page);
  const needed = page.locator(".needed");
  const [, price] = /With the price per GPU-hour alone, .* operating income and net income at \$([\d.]+)\/GPU-hour/.exec(await needed.innerText())!;
  const heard = page.locator("p[role=status].visually-hidden:not(.scene-words)");
  await expect(heard).toContainText(`operating income and net income at $${price}/GPU-hour`);
  await expect(figureCell(page, "Operating break-even")).toContainText("Not reached");
  const field = page.getByRole("textbox", { name: /^Price per GPU-hour, exact/ }).first();
  await field.fill(price!);
  await field.press("Enter");
  await expect(figureCell(page, "Operating break-even")).not.toContainText("Not reached");
  await expect(needed).toContainText(`With the price per GPU-hour alone, now $${price}/GPU-hour, free cash flow would break even in some month at `);
  await answered(page);
  await expect(needed).not.toContainText("operating income");
  await expect(heard).toContainText(`With the price per GPU-hour alone, now $${price}/GPU-hour`);
  const { violations } = await new AxeBuilder({ page }).include(".view-answer").analyze();
  expect(violations).toEqual([]);
});

plain("in a sandboxed frame it answers and maps", async ({ page, baseURL }) => {
  await page.route("**/wiki", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe sandbox="allow-scripts" src="${baseURL}/" width="1200" height="800"></iframe>` }),
  );
  await page.goto("/wiki");
  const frame = page.frameLocator("iframe");
  await opened(frame);
  const drawer = await asked(frame);
  await expect(line(drawer, PRICE)).toContainText(/\$[\d.]+\/GPU-hour and above/);
  const map = await mapped(drawer);
  await map.getByRole("button", { name: "PNG" }).click();
  await expect(map.getByRole("img", { name: "rackonomics-map.png" })).toBeVisible();
});
