// "Why?": what made a figure's difference to the base and to the month before, which inputs moved it, from any figure, and by a link.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, figureCell, linkAfter, opened, slider, test } from "./page";
import { linkTo } from "./reference";
import { SLOW } from "./stress";

async function drawerOf(page: Page): Promise<Locator> {
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  await expect(drawer).toBeVisible({ timeout: 30_000 * SLOW });
  return drawer;
}

/** The number of a part as it is written, in millions. */
function millions(text: string): number {
  const [, sign, amount, unit] = /([+−]?)\$([\d.,]+)([MBK]?)/.exec(text)!;
  return (sign === "−" ? -1 : 1) * Number(amount!.replaceAll(",", "")) * { M: 1, B: 1000, K: 0.001, "": 1e-6 }[unit!]!;
}

async function changed(page: Page): Promise<void> {
  const field = page.getByRole("textbox", { name: /^Price per GPU-hour, exact/ }).first();
  await field.fill("3");
  await field.press("Enter");
}

test("a figure's difference to the base is told by its inputs and by a tree whose parts add up, and a link leads to it", async ({
  page,
  another,
}) => {
  await page.goto("/");
  await opened(page);
  const unchanged = await linkAfter(page);
  await changed(page);
  const ofChange = await linkAfter(page, unchanged);
  await page.getByRole("button", { name: "Why? Operating income" }).first().click();
  const drawer = await drawerOf(page);
  const ofValue = await linkAfter(page, ofChange);
  const against = drawer.getByRole("group", { name: "What is told" });
  await expect(against.getByRole("button", { pressed: true })).toHaveText("Value");
  await against.getByRole("button", { name: "Against the base" }).click();

  const moved = drawer.getByRole("region", { name: "What moved it" });
  await expect(moved.locator("li")).toHaveCount(1);
  await expect(moved).toContainText("Price per GPU-hour");
  const whole = await drawer.locator(".difference-part").innerText();
  await expect(moved.locator(".node-value")).toHaveText(whole);

  const tree = drawer.getByRole("region", { name: "Through which rows" });
  const parts = await tree.locator(":scope > .tree > li > .node .node-value").allInnerTexts();
  const sum = parts.map(millions).reduce((total, part) => total + part, 0);
  expect(Math.abs(sum - millions(whole))).toBeLessThan(0.01 * Math.abs(millions(whole)));

  const closed = tree.locator("button[aria-expanded=false]");
  const input = tree.getByRole("button", { name: "Go to this assumption" });
  for (let opening = 0; opening < 40 && (await input.count()) === 0; opening++) await closed.last().click();
  await expect(input.first()).toBeVisible();
  expect((await new AxeBuilder({ page }).include(".drawer").analyze()).violations).toEqual([]);

  const reader = await another();
  await reader.goto(await linkAfter(page, ofValue));
  const there = await drawerOf(reader);
  await expect(there.locator(".difference-part")).toHaveText(whole);
  await expect(there.getByRole("button", { pressed: true })).toHaveText("Against the base");
});

test("where one row has the whole difference, what it is made of is there at once", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await slider(page, "Share of the site").press("PageUp");
  await figureCell(page, "Cumulative free cash flow")
    .getByRole("button", { name: /^Why\?/ })
    .click();
  const drawer = await drawerOf(page);
  await drawer.getByRole("button", { name: "Against the base" }).click();
  const tree = drawer.getByRole("region", { name: "Through which rows" });
  const first = tree.locator(".tree > li > .node > button").first();
  await expect(first).toHaveAttribute("aria-expanded", "true");
  await expect(tree.getByRole("button", { name: /Operating cash flow/ }).first()).toBeVisible();
});

test("what is pressed while an input's figures are on their way is told of these figures", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await linkAfter(page);
  const figure = figureCell(page, "Cumulative free cash flow");
  await figure.getByRole("button", { name: /^Why\?/ }).evaluate((button: HTMLElement) => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"][id$="share"]')!;
    slider.value = slider.max;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    button.click(); // before any answer can have come
  });
  const drawer = await drawerOf(page);
  await expect(slider(page, "Share of the site")).toHaveAttribute("aria-valuetext", "100%");
  await expect(drawer).toContainText(await figure.locator(".figure-value").innerText());
});

test("what is pressed while another scenario is on its way is not pressed there", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const link = await linkAfter(page);
  await figureCell(page, "Operating income")
    .getByRole("button", { name: /^Why\?/ })
    .evaluate((button: HTMLElement) => {
      const scenarios = document.querySelector<HTMLSelectElement>("header select")!;
      scenarios.value = "no-deal";
      scenarios.dispatchEvent(new Event("change", { bubbles: true }));
      button.click(); // of the scenario that is left
    });
  await expect(page.locator("h1")).toHaveText("No deal");
  await linkAfter(page, link);
  await expect(page.getByRole("dialog", { name: "Why this figure" })).toHaveCount(0);
});

test("a month is told against the one before, by what it added", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("button", { name: "Why? Operating income" }).first().click();
  const drawer = await drawerOf(page);
  await drawer.getByRole("button", { name: "Against the month before" }).click();
  const summary = drawer.locator(".difference-summary");
  await expect(summary).toBeVisible();
  await expect(summary).toContainText(/against [A-Z][a-z]{2} 20\d\d’s|The scenario begins here/);
});

test("a sum over the scenario is told by what it adds up, its years and months, and things by their titles", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const figure = figureCell(page, "Cumulative free cash flow");
  await figure.getByRole("button", { name: /^Why\?/ }).click();
  const drawer = await drawerOf(page);
  const line = (name: RegExp) => drawer.getByRole("button", { name });
  await expect(line(/ Free cash flow May 2026 to Apr 2031/)).toHaveAttribute("aria-expanded", "true");
  const whole = millions(await figure.locator(".figure-value").innerText());
  const told = await drawer.locator(".tree > li > .node-body > ul > li > .node-body > ul > li > .node .node-value").allInnerTexts();
  const [operating = Number.NaN, spent = Number.NaN] = told.map(millions);
  expect(told).toHaveLength(2);
  expect(Math.abs(operating - spent - whole)).toBeLessThan(0.01 * Math.abs(whole));
  await line(/ Operating cash flow May 2026 to Apr 2031/).click();
  await line(/ Received from own customers May 2026 to Apr 2031/).click();
  await line(/ Received from own customers 2027/).click();
  await expect(line(/ Received from own customers Jan 2027/)).toBeVisible();
  await drawer.getByRole("button", { name: "Close" }).click();

  await figureCell(page, "Price")
    .getByRole("button", { name: /^Why\?/ })
    .click();
  await expect(line(/ Billed for GPUs Anthropic, May 2026 to Apr 2031/)).toBeVisible();
  await expect(line(/ GPU-hours Anthropic, May 2026 to Apr 2031/)).toBeVisible();
});

test("a line of a chart is asked by its number, in the legend and in the table", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const legend = page.locator(".chart-legend .asked-number").first();
  await expect(legend).toBeVisible({ timeout: 30_000 * SLOW });
  const text = await legend.innerText();
  await legend.click();
  const drawer = await drawerOf(page);
  await expect(drawer.locator(".node-value").first()).toHaveText(text);
});

test("a month that moved is told by the changes that moved it", async ({ page }) => {
  await page.goto(`/${linkTo("filed-deal", "lease.anthropic.fee=2bn", "operator.capital_life=9")}`);
  await opened(page);
  await figureCell(page, "Operating break-even")
    .getByRole("button", { name: /^Why\?/ })
    .click();
  const drawer = await drawerOf(page);
  await drawer.getByRole("button", { name: "Against the base" }).click();
  await expect(drawer.locator(".difference-part")).toHaveText("2 months earlier");
  const moved = drawer.getByRole("region", { name: "What moved it" }).locator("li");
  await expect(moved).toHaveCount(1);
  await expect(moved).toContainText("Monthly fee");
  await expect(moved).toContainText("$1.25B/month");
  await expect(moved.locator(".node-value")).toHaveText("2 months earlier");
});

test("without a change nothing moved, and the drawer says so", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await figureCell(page, "Operating break-even")
    .getByRole("button", { name: /^Why\?/ })
    .click();
  const drawer = await drawerOf(page);
  await expect(drawer.getByRole("button", { name: "Against the month before" })).toHaveCount(0);
  await drawer.getByRole("button", { name: "Against the base" }).click();
  await expect(drawer.locator(".difference-summary")).toBeVisible();
  await expect(drawer.getByRole("region", { name: "What moved it" })).toHaveCount(0);
});
