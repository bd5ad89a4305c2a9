// What makes the page a daily tool: keys, the palette, what is kept for the next visit, and colours.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { drawn, expect, figures, linkAfter, opened, slider, test } from "./page";
import { SLOW } from "./stress";

async function open(page: Page): Promise<void> {
  await page.goto("/");
  await opened(page);
  // What loads later says so at the end of the page.
  await expect(page.locator(".kept")).toBeAttached({ timeout: 30_000 * SLOW });
}

function palette(page: Page) {
  const dialog = page.getByRole("dialog", { name: "Find anything" });
  return { dialog, field: dialog.getByRole("combobox"), options: dialog.getByRole("option") };
}

async function seriousOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

test("with keys alone an input is found, changed, undone and done again", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Control+k");
  const { dialog, field, options } = palette(page);
  await expect(field).toBeFocused();
  await page.keyboard.type("share of the site");
  await expect(options.first()).toContainText("Share of the site");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const share = slider(page, "Share of the site");
  await expect(share).toBeFocused();
  const before = await share.getAttribute("aria-valuetext");
  await page.keyboard.press("PageUp");
  await expect(share).not.toHaveAttribute("aria-valuetext", before!);
  const after = await share.getAttribute("aria-valuetext");
  await page.keyboard.press("Control+z");
  await expect(share).toHaveAttribute("aria-valuetext", before!);
  await page.keyboard.press("Control+Shift+z");
  await expect(share).toHaveAttribute("aria-valuetext", after!);
});

test("the palette finds what people call things by, first what they most probably want", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Control+k");
  const { dialog, field, options } = palette(page);
  await field.fill("revenue");
  await expect(dialog.getByRole("status")).not.toContainText("still being read");
  for (const [word, first] of [
    ["electricity", /^Price of energy/],
    ["horizon", /^Length/],
    ["story", /^Tell the story/],
    ["print", /^Print the report/],
    ["csv", /^Every row by month \(CSV\)/],
    ["undo", /^UndoNothing to undo/],
    ["redo", /^RedoNothing to redo/],
    ["embed", /^Copy embed code/],
    ["dark", /^Colours: dark/],
    ["share", /^Share and export/],
    ["add a lease", /^Add a lease/],
    ["new site", /^Add a site/],
    ["copy as markdown", /^Copy Markdown/],
    ["excel", /^Workbook \(Excel\)/],
    ["workbook", /^Workbook \(Excel\)/],
    ["save", /^Download the scenario/],
    ["open", /^Open a scenario file/],
    ["compare", /^Comparison/],
    ["reset", /^Reset all changesNothing is changed/],
  ] as const) {
    await field.fill(word);
    await expect(options.first(), word).toHaveText(first);
  }
  // What would do nothing is told, and pressing it does just that.
  await field.fill("undo");
  await expect(options.first()).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await field.fill("excel");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Share and export" })).toBeVisible();
});

test("the palette adds a thing, on a phone too, and says where there can be no other", async ({ page }) => {
  await open(page);
  await page.getByRole("searchbox", { name: "Search assumptions" }).fill("share");
  await page.setViewportSize({ width: 390, height: 844 });
  const { field, options } = palette(page);
  const find = async (words: string) => {
    await page.keyboard.press("Control+k");
    await field.fill(words);
  };
  for (let count = 1; count <= 8; count++) {
    await find("add a company");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("group", { name: "Add a company" }).getByRole("textbox", { name: "Title" })).toBeFocused();
    await page.keyboard.type(`Company ${count}`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Company Company ${count}` })).toBeFocused();
  }
  await find("add a company");
  await expect(options.first()).toHaveText(/^Add a companyat most 8 companies/);
  await expect(options.first()).toHaveAttribute("aria-disabled", "true");
});

test("the palette leads to rows, scenarios and parts of the page, and Escape back to where one was", async ({ page }) => {
  await open(page);
  const { dialog, field, options } = palette(page);
  const find = page.getByRole("button", { name: "Find…" });
  await find.click();
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await options.nth(1).getAttribute("id"))!);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(find).toBeFocused();

  // Closed and opened again at once, by who types fast.
  for (const key of ["Control+k", "Escape", "Control+k", "Escape", "Control+k"]) await page.keyboard.press(key);
  await expect(field).toBeFocused();

  // Rows come once the engine has told them.
  await field.fill("operating_income");
  await expect(dialog.getByRole("status")).not.toContainText("still being read");
  await field.fill("operating income");
  const row = options.filter({ hasText: "Row" }).filter({ hasText: "Operating income" }).first();
  await row.click();
  await expect(page.locator('.entry .node-title[aria-expanded="true"]')).toBeFocused();

  await page.keyboard.press("Control+k");
  await field.fill("break-even by measure");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Break-even by measure" })).toBeInViewport();

  await page.keyboard.press("Control+k");
  await field.fill("leases");
  await options.filter({ hasText: "On this page" }).first().click();
  await expect(page.getByRole("heading", { name: "Leases", exact: true, level: 2 })).toBeFocused();
  await expect(page.getByRole("navigation", { name: "Sections" }).getByRole("button", { name: "Leases" })).toHaveAttribute(
    "aria-current",
    "location",
  );

  await page.keyboard.press("Control+k");
  await field.fill("no deal");
  await expect(options.first()).toContainText("Scenario");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No deal");

  await page.keyboard.press("Control+k");
  await field.fill("qqqq");
  await expect(dialog.getByRole("status")).toContainText("Nothing has these letters");
  await expect(options).toHaveCount(0);
});

test("the sheet of keys lists them, and signs can be switched off", async ({ page }) => {
  await open(page);
  const month = page.getByRole("status", { name: "Month shown" });
  const first = await month.innerText();
  await page.keyboard.press(".");
  await expect(month).not.toHaveText(first);
  await page.keyboard.press(",");
  await expect(month).toHaveText(first);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toContainText("Ctrl+Shift+Z");
  expect(await seriousOf(page)).toEqual([]);
  await sheet.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("?");
  await page.keyboard.press(".");
  await page.keyboard.press("Control+/");
  await expect(sheet).toBeVisible();
  await expect(month).toHaveText(first);
});

test("a sign in a field is text", async ({ page }) => {
  await open(page);
  const field = page.getByRole("searchbox", { name: "Search assumptions" });
  await field.fill("a");
  await field.press("?");
  await field.press(".");
  await expect(field).toHaveValue("a?.");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("what was changed is offered at the next visit, and can be forgotten", async ({ page }) => {
  await open(page);
  await expect(page.locator(".resume")).toHaveCount(0);
  const link = await linkAfter(page);
  await slider(page, "Share of the site").press("PageUp");
  await linkAfter(page, link);
  await expect(page.locator(".kept")).toContainText("1 change");
  const changed = await figures(page);

  await page.goto("about:blank");
  await open(page);
  expect(await figures(page), "nobody is thrown into what was kept").not.toEqual(changed);
  const offer = page.locator(".resume");
  await expect(offer).toContainText("1 change, today at");
  await offer.getByRole("button", { name: "Continue" }).click();
  await expect.poll(() => figures(page)).toEqual(changed);
  await expect(offer).toHaveCount(0);

  await page.goto("about:blank");
  await page.goto(link.replace(/.*#/, "/#"));
  await opened(page);
  await expect(page.locator(".kept")).toBeAttached();
  await expect(offer, "a link is what it says").toHaveCount(0);
  await page.locator(".kept").getByRole("button", { name: "Forget it" }).click();
  await expect(page.locator(".kept")).toContainText("is not kept");

  await page.goto("about:blank");
  await open(page);
  await expect(page.locator(".kept")).toContainText("is not kept");
  await expect(offer).toHaveCount(0);
});

test("what was kept and is damaged is dropped with a word", async ({ page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem("planted")) return;
    sessionStorage.setItem("planted", "yes");
    localStorage.setItem("rackonomics.last", '{"version":1,"at":');
  });
  await open(page);
  await expect(page.getByRole("status").filter({ hasText: "cannot be read; it was dropped" })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("rackonomics.last"))).toBeNull();
});

for (const choice of ["light", "dark", "light more", "dark more"]) {
  test(`axe finds nothing serious in colours ${choice}, with the palette open too`, async ({ page }) => {
    await open(page);
    await page.getByRole("combobox", { name: "Colours" }).selectOption(choice);
    await expect(page.locator("html")).toHaveAttribute("data-theme", choice.split(" ")[0]!);
    await drawn(page);
    await expect(page.locator("#chart-power canvas").first()).toBeVisible();
    expect(await seriousOf(page)).toEqual([]);
    await page.keyboard.press("Control+k");
    await expect(palette(page).options.first()).toBeVisible();
    expect(await seriousOf(page)).toEqual([]);
    await page.reload();
    await opened(page);
    await expect(page.locator("html")).toHaveAttribute("data-theme", choice.split(" ")[0]!);
  });
}

test("who asks the system for more contrast has it", async ({ page }) => {
  await page.emulateMedia({ contrast: "more" });
  await open(page);
  await expect(page.locator("html")).toHaveAttribute("data-strong");
  await page.getByRole("combobox", { name: "Colours" }).selectOption("light");
  await expect(page.locator("html")).not.toHaveAttribute("data-strong");
});

for (const width of [320, 360, 768, 1280, 1920, 2560, 3840]) {
  test(`at ${width} px nothing is wider than the page, and no text is smaller than 12 px on a phone`, async ({ page }) => {
    await page.setViewportSize({ width, height: width > 2000 ? 2160 : 800 });
    await open(page);
    await expect(page.locator("#chart-power canvas").first()).toBeVisible();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Control+k");
    await expect(palette(page).options.first()).toBeVisible();
    const box = (await palette(page).dialog.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
    // Lines of text stay readable however wide the screen.
    const longest = await page.locator("main p").evaluateAll((all) => Math.max(...all.map((text) => text.getBoundingClientRect().width)));
    expect(longest).toBeLessThan(1600);
    const small = await page.locator("body *").evaluateAll((all) =>
      all
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== ""))
        .filter((element) => element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 12)
        .map((element) => `${element.tagName}.${element.className}: ${element.textContent!.slice(0, 30)}`),
    );
    expect([...new Set(small)]).toEqual([]);
  });
}
