// The scenario held against others, as a person sees it: what differs, figures side by side, which change makes how much.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { hold, holdWhenTold, release, releaseUntil } from "./hold";
import { expect, linkAfter, opened, type Place, slider, test } from "./page";

const SHARE = "Share of the site";

function section(page: Place): Locator {
  return page.locator("#view-comparison");
}

async function openComparison(page: Place): Promise<void> {
  await opened(page);
  await section(page).locator("> summary").click();
}

/** The titles of those that are shipped, once the list is there. */
async function shippedTitles(page: Place): Promise<string[]> {
  const options = section(page).getByRole("combobox", { name: "Compare with" }).locator("optgroup option");
  await expect(options).not.toHaveCount(0);
  return options.allTextContents();
}

async function compareWith(page: Place, label: string): Promise<void> {
  await section(page).getByRole("combobox", { name: "Compare with" }).selectOption({ label });
}

/** The section once it is of the present inputs, the parts of every difference with it. */
async function compared(page: Place): Promise<void> {
  await expect(section(page).locator('> div > .figured[data-standing="current"]')).toBeVisible({ timeout: 60_000 });
  await expect(section(page).locator(":is(table.fall, .attribution-none)").first()).toBeVisible({ timeout: 60_000 });
}

test("with the base: the input that was changed, the figures, and a difference that is its doing", async ({ page }) => {
  await page.goto("/");
  await openComparison(page);
  await section(page).getByRole("button", { name: "Compare with the base" }).click();
  await expect(section(page)).toContainText("No input differs");
  await slider(page, SHARE).press("ArrowRight");
  await expect(section(page)).toContainText("One input differs");
  await compared(page);
  const inputs = section(page).getByRole("region", { name: "What differs" });
  await expect(inputs.getByRole("row").nth(1)).toContainText(SHARE);
  await expect(inputs.getByRole("row").nth(1)).toContainText("decision");
  await expect(inputs.getByRole("rowheader").first()).toHaveText(`Anthropic: ${SHARE}`, { useInnerText: true });
  const fall = section(page).locator("table.fall");
  // The figure of the base, and what was changed.
  await expect(fall.locator("tbody tr")).toHaveCount(2);
  await expect(fall.locator("tbody tr").nth(1)).toContainText(`${SHARE}decision`);
  await expect(fall.locator("tbody tr").nth(1)).toContainText("100%");
  await expect(fall.locator("tfoot")).toContainText("100%");
  await expect(section(page).locator(".chart-card canvas").first()).toBeVisible();
  // What goes with a figure stands below it, and breaks.
  const note = section(page)
    .getByRole("region", { name: "Figures side by side, table" })
    .locator(".cell-note")
    .filter({ hasText: "of the usable" })
    .first();
  expect((await note.boundingBox())!.height).toBeGreaterThan(30);
  // Taken away, numbers are numbers.
  const download = page.waitForEvent("download");
  await section(page).locator('[aria-labelledby="comparison-statement"]').getByRole("button", { name: "CSV" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toMatch(/^\ufeffLine,Unit,Depth,Here \(8 months\),[^,]+ \(8 months\),Variance,in %\r\n/);
  expect(file).toMatch(/\r\nOperating income,USD,\d,-?[\d.]+,-?[\d.]+,-?[\d.]+,-?[\d.]+\r\n/);
});

test("an arrow key shows with what it could be compared, and adds nothing", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.locator("#view-comparison > summary").click();
  const choice = page.getByRole("combobox", { name: "Compare with" });
  await choice.press("ArrowDown");
  await expect(page.getByRole("region", { name: "Compared with" }).getByRole("listitem")).toHaveCount(0);
  await expect(choice).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Compared with" }).getByRole("listitem")).toHaveCount(1);
});

test("with other scenarios: the link holds them, and they are taken away again", async ({ page, another }) => {
  await page.goto("/");
  await openComparison(page);
  const before = await linkAfter(page);
  const others = await shippedTitles(page);
  await compareWith(page, others[1]!);
  await compareWith(page, others[2]!);
  await expect(section(page).locator(".comparison-sides li")).toHaveCount(2);
  await compared(page);
  const link = await linkAfter(page, before);
  const reader = await another();
  await reader.addInitScript(holdWhenTold, true);
  await reader.goto(link);
  await releaseUntil(reader, "#view-comparison");
  await expect(section(reader)).toContainText("Opening what this is compared with…");
  await release(reader);
  await opened(reader);
  await expect(section(reader).locator(".comparison-sides li")).toHaveCount(2, { timeout: 60_000 });
  await expect(section(reader).locator(".comparison-sides li")).toHaveText([new RegExp(others[1]!), new RegExp(others[2]!)]);
  await compared(reader);
  const figures = (of: Place) => section(of).getByRole("region", { name: "Figures side by side, table" }).getByRole("row").allInnerTexts();
  expect(await figures(reader)).toEqual(await figures(page));
  // Each that leads to a control leads to one; what another scenario alone has leads nowhere.
  const heads = section(page).getByRole("region", { name: "What differs" }).getByRole("rowheader");
  const leading = await heads.locator("button.link").all();
  expect(leading.length).toBeGreaterThan(0);
  expect(await heads.count()).toBeGreaterThan(leading.length);
  for (const button of leading) {
    await button.click();
    await expect(page.locator('[id^="input-"]:focus')).toHaveCount(1);
  }
  await section(page)
    .getByRole("button", { name: `Compare no longer with ${others[1]!}` })
    .click();
  await expect(section(page).locator(".comparison-sides li")).toHaveCount(1);
});

test("while the part that compares loads, that is said", async ({ page }) => {
  const wanted: (() => void)[] = [];
  await page.route("**/later-*.js", (route) => void wanted.push(() => void route.continue()));
  await page.goto("/");
  await opened(page);
  await section(page).locator("> summary").click();
  await expect(section(page).getByRole("status")).toHaveText("Loading the comparison…");
  for (const goOn of wanted.splice(0)) goOn();
  await expect(section(page).getByRole("combobox", { name: "Compare with" })).toBeVisible();
  await expect(section(page)).not.toContainText("Loading");
});

test("what a link compares with and is no longer that is told, and can be left out", async ({ page }) => {
  // Half the data centre, compared with filed-deal of the content 0fd56ace5fc0618c, which none of its forms has.
  await page.goto("/#s=1.wipomZZiapaYnGqalmxgZmiRzKWNZI4BuiQRcQKqWEiLECNjE3C4Yo8XQz1zU3Bg44sdQz1TMyNwbAACAAD__w.Ut2I8g");
  await opened(page);
  const told = section(page).getByRole("alert");
  await expect(told).toContainText("is not what it was when the link was made", { timeout: 60_000 });
  const before = page.url();
  await told.getByRole("button", { name: "Leave it out" }).click();
  await expect(told).toHaveCount(0);
  await linkAfter(page, before);
});

test("a link that is pasted and a file that is opened are compared too, and what is none is refused", async ({ page }) => {
  await page.goto("/");
  await openComparison(page);
  const start = await linkAfter(page);
  await slider(page, SHARE).press("ArrowRight");
  const link = await linkAfter(page, start);
  await page.getByRole("button", { name: "Undo" }).click();
  await compareWith(page, "A link…");
  const field = section(page).getByRole("textbox", { name: "Link to a scenario" });
  await field.fill("nothing");
  await field.press("Enter");
  await expect(section(page).getByRole("alert")).toContainText("no link");
  await field.fill(link);
  await field.press("Enter");
  await expect(section(page).locator(".comparison-sides li")).toContainText("1 change");
  await compared(page);
  await expect(section(page)).toContainText("One input differs");
  await section(page)
    .getByLabel("Scenario file to compare with")
    .setInputFiles({
      name: "own.json",
      mimeType: "application/json",
      buffer: Buffer.from('{"version":2,"name":"own","title":"My own","start":"2026-05","months":24}'),
    });
  await expect(section(page).locator(".comparison-sides li").nth(1)).toContainText("not in the link");
  await compared(page);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the comparison in ${colorScheme} colours, and a phone is wide enough`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await openComparison(page);
    await slider(page, SHARE).press("ArrowRight");
    await section(page).getByRole("button", { name: "Compare with the base" }).click();
    await compared(page);
    const { violations } = await new AxeBuilder({ page }).include("#view-comparison").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(content).toBeLessThanOrEqual(screen!);
  });
}

/** In the page: what drawings say is received, and how thick they draw it under these words. */
function receivedIn(images: Element[]): { dollars: number; pixels: number }[] {
  return images.map((image) => {
    const address = (image as HTMLImageElement).src;
    const drawing = new DOMParser().parseFromString(decodeURIComponent(address.slice(address.indexOf(",") + 1)), "image/svg+xml");
    const place = (of: Element) =>
      /matrix\(([^)]*)\)/.exec(of.getAttribute("transform")!)![1]!.split(" ").map(Number) as [number, number, number, number, number, number];
    const said = [...drawing.querySelectorAll("text")].find((text) => text.textContent!.startsWith("Received"))!;
    const [, amount, unit] = /\$([\d.]+)([KMB]?)/.exec(said.textContent!)!;
    const [, , , , left, baseline] = place(said);
    const flows = [...drawing.querySelectorAll("g")]
      .map(place)
      .filter(([, slope, , , x, y]) => slope === 0 && x === left && y > baseline && y < baseline + 24);
    // The first is the line that they flow on.
    return {
      dollars: Number(amount) * { "": 1, K: 1e3, M: 1e6, B: 1e9 }[unit ?? ""]!,
      pixels: flows.slice(1).reduce((sum, [, , , height]) => sum + height, 0),
    };
  });
}

/** In the page: how opaque a part of it is at the moment at which its figures are those of the present inputs. */
function opacityWhenCurrent(part: Element): Promise<string> {
  return new Promise((resolve) => {
    new MutationObserver(() => {
      if (part.getAttribute("data-standing") === "current") resolve(getComputedStyle(part).opacity);
    }).observe(part, { attributeFilter: ["data-standing"] });
  });
}

test("sites stand side by side, in one month for all, and say what each shows; what is of former inputs or another month is marked", async ({
  page,
}) => {
  await page.addInitScript(holdWhenTold);
  await page.goto("/");
  await openComparison(page);
  // One of several times the money.
  const other = "Three tenants";
  expect(await shippedTitles(page)).toContain(other);
  await compareWith(page, other);
  await compared(page);
  const scenes = section(page).getByRole("region", { name: "Sites side by side" });
  const drawings = scenes.getByRole("img");
  await expect(drawings).toHaveCount(2);
  await expect(drawings.first()).toHaveAccessibleName(/^\d{4}-\d{2}\. Usable racks: /);
  await expect(drawings.nth(1)).toHaveAccessibleName(/^\d{4}-\d{2}\. Usable racks: /);
  await expect(scenes.getByRole("figure").nth(1)).toContainText(other);
  // To one scale: what is received is as thick as it is much in both, within the pixel to which flows are rounded.
  const shown = scenes.getByRole("slider", { name: "Month of the sites" });
  const began = (await drawings.first().getAttribute("alt"))!.slice(0, 7);
  await shown.press("PageUp");
  for (const drawing of await drawings.all()) await expect(drawing).not.toHaveAccessibleName(new RegExp(`^${began}`));
  const [here, there] = await drawings.evaluateAll(receivedIn);
  expect(there!.pixels).toBeGreaterThan(10);
  const perDollar = there!.pixels / there!.dollars;
  expect(Math.abs(here!.pixels - perDollar * here!.dollars)).toBeLessThan(0.6 + (0.6 * here!.dollars) / there!.dollars);
  // The month is that of the page.
  await shown.press("Home");
  const first = (await shown.getAttribute("aria-valuetext"))!;
  await expect(page.getByRole("status", { name: "Month shown" })).toHaveText(first);
  for (const drawing of await drawings.all()) await expect(drawing).toHaveAccessibleName(new RegExp(`^${began}`));
  await expect(scenes.locator('figure[data-standing="current"]')).toHaveCount(2);
  await compared(page);
  const { violations } = await new AxeBuilder({ page }).include('[aria-labelledby="comparison-scenes"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);

  const body = section(page).locator("> div > .figured");
  const sites = scenes.getByRole("figure");
  const told = () => section(page).getByRole("region", { name: "Figures side by side, table" }).innerText();
  await compared(page);
  await expect(sites.first()).toHaveAttribute("data-standing", "current");
  const [before, drawn] = [await told(), await drawings.first().getAttribute("src")];
  await hold(page);
  await slider(page, SHARE).press("PageUp");
  await expect(body).toHaveAttribute("data-standing", "awaited");
  await expect(section(page)).toContainText("These are the figures of the inputs or the month before.");
  await releaseUntil(page, '#view-comparison > div > .figured[data-standing="current"]');
  expect(await told()).not.toBe(before);
  // Figures are there, and drawings and parts of differences are not.
  await expect(sites.first()).toHaveAttribute("data-standing", "awaited");
  expect(await drawings.first().getAttribute("src")).toBe(drawn);
  await expect(sites.nth(1)).toHaveAttribute("data-standing", "awaited");
  await expect(section(page).locator(":is(table.fall, .attribution-none)")).toHaveCount(0);
  await release(page);
  await compared(page);
  await expect(sites.first()).toHaveAttribute("data-standing", "current");
  expect(await drawings.first().getAttribute("src")).not.toBe(drawn);
  await hold(page);
  await shown.press("End");
  await expect(body).toHaveAttribute("data-standing", "awaited");
  for (const at of [0, 1]) await expect(sites.nth(at)).toHaveAttribute("data-standing", "awaited");
  await expect(body).toHaveCSS("opacity", "0.55");
  const legible = body.evaluate(opacityWhenCurrent);
  await release(page);
  expect(await legible).toBe("1");
  await compared(page);
  for (const at of [0, 1]) await expect(sites.nth(at)).toHaveAttribute("data-standing", "current");
  // Of a view that is chosen meanwhile nothing is shown yet, and that it is awaited is said.
  await hold(page);
  const choice = section(page).getByRole("combobox", { name: "Statement", exact: true });
  await choice.selectOption({ index: 1 });
  await expect(section(page).locator(".asking")).toContainText("Comparing…");
  await release(page);
  await expect(section(page).locator('[aria-labelledby="comparison-statement"] tbody tr').first()).toBeVisible();
  await expect(section(page).locator(".asking")).toHaveCount(0);
});
