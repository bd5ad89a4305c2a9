// The views that are opened below the charts say what the command line says, and follow the inputs and the month.

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { formatAmount, formatDate, formatMonth, formatPercent, formatQuantity } from "../src/format";
import { expect, opened, slider, test } from "./page";
import { type ReferenceView, referenceView } from "./reference";

const FOUNDING = "half-the-data-center";

/** Opens a view by its title. */
async function openedView(page: Page, title: string): Promise<Locator> {
  const view = page.locator("details.view").filter({ has: page.getByRole("heading", { name: title, exact: true, includeHidden: true }) });
  await view.locator("summary").first().click();
  await expect(view.locator(".figured")).toHaveAttribute("data-standing", "current");
  return view;
}

/** Each row of a table: its title and its values. */
async function cells(view: Locator): Promise<(string | null)[][]> {
  return view
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("th")!.firstChild!.nodeName === "I"
          ? row.querySelector("th")!.childNodes[1]!.textContent
          : row.querySelector("th")!.firstChild!.textContent,
        ...Array.from(row.querySelectorAll("td > [translate='no']"), ({ textContent }) => textContent),
      ]),
    );
}

function amounts({ rows }: ReferenceView): string[][] {
  return rows.map(({ title, unit, heading, values }) => [
    title,
    ...(heading ? [] : values.map((value) => formatAmount(value as number | null, unit ?? "1"))),
  ]);
}

/** "2027", and of a part of a year "2026 (8 months)". */
const columns = async (view: Locator) =>
  (await view.locator("thead th:has(button)").allInnerTexts()).map((text) => text.replace(/^(.*\S)\s+(\d+ months?)$/s, "$1 ($2)"));

test("the income statement by year, quarter and month is that of the command line, and follows a slider", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const statement = await openedView(page, "Income statement");
  await expect(statement.getByRole("button", { name: "Years" })).toHaveAttribute("aria-pressed", "true");
  for (const [button, step] of [
    ["Years", "year"],
    ["Quarters", "quarter"],
    ["Months", "month"],
    ["Years", "year"],
  ] as const) {
    await statement.getByRole("button", { name: button }).click();
    const wanted = referenceView(FOUNDING, "income-statement", step);
    expect(wanted.rows.length).toBeGreaterThan(8);
    await expect.poll(() => columns(statement)).toEqual(wanted.columns.map(formatMonth));
    expect(await cells(statement)).toEqual(amounts(wanted));
  }
  await expect(statement.locator("thead th").first()).toHaveText("In $");

  const share = slider(page, "Share of the site");
  await share.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowRight");
  await expect(share).toHaveAttribute("aria-valuetext", "60%");
  const changed = amounts(referenceView(FOUNDING, "income-statement", "year", "lease.anthropic.share=0.6"));
  expect(changed).not.toEqual(amounts(referenceView(FOUNDING, "income-statement", "year")));
  await expect.poll(() => cells(statement)).toEqual(changed);
  await expect(statement.locator(".figured")).toHaveAttribute("data-standing", "current");
});

test("a statement marks the month looked at, goes to another, and says why", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const statement = await openedView(page, "Income statement");
  await statement.getByRole("button", { name: "Months" }).click();
  await statement.getByRole("button", { name: "Jun 2026", exact: true }).click();
  await expect(page.getByLabel("Month shown")).toHaveText("Jun 2026");
  await expect(statement.locator("thead th[aria-current]")).toHaveText("Jun 2026");
  await statement.getByRole("button", { name: "Why? Operating income in Jun 2026" }).click();
  const { columns: months, rows } = referenceView(FOUNDING, "income-statement", "month");
  const value = rows.find(({ title }) => title === "Operating income")!.values[months.indexOf("2026-06")] as number;
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  await expect(drawer.locator(".node-value").first()).toHaveText(formatQuantity(value, "USD"));
  await expect(drawer).toContainText("Jun 2026");
});

test("a figure of a year opens in what its formula adds up over it, or else in its months, and each in what it is made of", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const statement = await openedView(page, "Income statement");
  const { columns: years, rows } = referenceView(FOUNDING, "income-statement", "year");
  const { columns: months, rows: byMonth } = referenceView(FOUNDING, "income-statement", "month");
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  const addends = (depth: number) => drawer.locator(`.tree${" > li > .node-body > ul".repeat(depth)} > li > .node`);
  const of = (title: string) => rows.find((row) => row.title === title)!.values[years.indexOf("2028")] as number;
  const opensIn = async (title: string, parts: number[]) => {
    await statement.getByRole("button", { name: `Why? ${title} in 2028` }).click();
    await expect(addends(0).locator(".node-value")).toHaveText(formatQuantity(of(title), "USD"));
    await expect(addends(1).locator(".node-value")).toHaveText(parts.map((part) => formatQuantity(part, "USD")));
  };
  const nonCash = -of("Stock compensation") - of("Depreciation");
  expect(Math.abs(of("Adjusted EBITDA") - nonCash - of("Operating income"))).toBeLessThan(1);
  await opensIn("Operating income", [of("Adjusted EBITDA"), nonCash]);
  await expect(drawer).toContainText("It holds for all months together as for each.");
  await drawer.getByRole("button", { name: "Close" }).click();

  const own = byMonth[rows.findIndex(({ title }) => title === "Own revenue")]!;
  const parts = own.values.filter((_, month) => months[month]!.startsWith("2028")) as number[];
  expect(parts).toHaveLength(12);
  expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - of("Own revenue"))).toBeLessThan(1);
  await opensIn("Own revenue", parts);
  await expect(drawer).toContainText("The sum of its months.");
  await addends(1).last().getByRole("button").click();
  await expect(addends(2).first()).toBeVisible();
  await expect(addends(1).last()).toContainText("Dec 2028");
  await drawer.getByRole("button", { name: "Close" }).click();

  // What counts against a total is told with the sign that it has there.
  const depreciation = of("Depreciation");
  await statement.getByRole("button", { name: "Why? Depreciation in 2028" }).click();
  await expect(addends(0).locator(".node-value")).toHaveText(formatQuantity(depreciation, "USD"));
  await expect(addends(1).locator(".node-value")).toHaveText([formatQuantity(-depreciation, "USD")]);
  expect(depreciation).toBeLessThan(0);
});

test("a chart, a table and the time line open, and close", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const chart = await openedView(page, "Billed, recognised, received");
  await expect(chart.locator("canvas").first()).toBeVisible();
  const billed = referenceView(FOUNDING, "billed", "month");
  for (const { title } of billed.rows) await expect(chart.locator(".chart-legend")).toContainText(title);

  const table = await openedView(page, "Value by method");
  const valuation = referenceView(FOUNDING, "valuation", "");
  expect(await cells(table)).toEqual(
    valuation.rows.map(({ title, values }) => [title, ...values.map((value) => formatQuantity(value as number | null, "USD"))]),
  );

  const line = await openedView(page, "Time line");
  const { rows } = referenceView(FOUNDING, "timeline", "");
  const days = rows.map(({ values }) => values[0] as string);
  await expect(line.getByRole("listitem")).toHaveCount(days.length);
  expect(await line.locator("time").allInnerTexts()).toEqual(days.map(formatDate));
  const later = line.locator(".period").last();
  await later.click();
  await expect(page.getByLabel("Month shown")).toHaveText(
    formatMonth(
      days
        .filter((day) => day < "2031-05")
        .at(-1)!
        .slice(0, 7),
    ),
  );

  await chart.locator("summary").first().click();
  await expect(chart.locator("canvas")).toHaveCount(0);
  await expect(line.getByRole("listitem").first()).toBeVisible();
});

test("capacity and the worth of the leases are those of the command line, say what the base has, and mark a tenant", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const capacity = page.getByRole("table", { name: /Capacity by tenant/ }).locator("tbody tr");
  const shown = () =>
    capacity.evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("th")!.textContent,
        ...Array.from(row.querySelectorAll("td > [translate=no]"), ({ textContent }) => textContent),
      ]),
    );
  const wanted = (...settings: string[]) => {
    const { columns, rows } = referenceView(FOUNDING, "capacity", "", ...settings);
    const text = (value: number | string | null, at: number) =>
      at % 2 === 1 ? formatPercent(value as number) : formatAmount(value as number, { GPUs: "GPU", Racks: "rack", Power: "MW" }[columns[at]!]!);
    return rows.map(({ title, values, total }) => [title, ...values.map(text).filter((_, at) => !total || at % 2 === 0)]);
  };
  await expect.poll(shown).toEqual(wanted());
  const [tenant] = wanted()[0]!;
  await capacity.getByRole("button", { name: tenant!, exact: true }).click();
  await expect(capacity.getByRole("button", { name: tenant!, exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(capacity.first()).toHaveClass("selected");

  const worth = page.getByRole("table", { name: /Worth of the leases/ }).getByRole("row", { name: "Headline value" });
  await expect(worth.locator(".was")).toHaveCount(0);
  await slider(page, "Share of the site").press("PageUp");
  await expect.poll(shown).toEqual(wanted("lease.anthropic.share=0.6"));
  const [now, before] = [["lease.anthropic.share=0.6"], []].map((settings) =>
    formatQuantity(referenceView(FOUNDING, "lease-values", "", ...settings).rows[0]!.values[0] as number, "USD"),
  );
  expect(now).not.toBe(before);
  await expect(worth.locator("td")).toContainText(now!);
  await expect(worth.locator(".was")).toHaveText(`base: ${before}`);
});

test("what is open stays open in a scenario that has it, with that one's figures", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const statement = await openedView(page, "Income statement");
  await openedView(page, "Billed, recognised, received");
  await page.getByLabel("Scenario", { exact: true }).selectOption("no-deal");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No deal");
  await expect.poll(() => cells(statement)).toEqual(amounts(referenceView("no-deal", "income-statement", "year")));
  await expect(page.getByRole("heading", { name: "Billed, recognised, received" })).toHaveCount(0);
  await page.getByLabel("Scenario", { exact: true }).selectOption(FOUNDING);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half the data centre");
  await expect(page.locator("#view-billed canvas").first()).toBeVisible();
});

test("every view of a scenario opens, widens nothing on a phone, and axe finds nothing serious", async ({ page }) => {
  test.slow(); // forty views, all looked at
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await opened(page);
  await page.getByLabel("Scenario", { exact: true }).selectOption("tenant-default");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The tenant defaults");
  await expect(page.locator("#view-debt")).toBeVisible();
  const views = page.locator("details.view");
  expect(await views.count()).toBeGreaterThan(15);
  for (let at = 0; at < (await views.count()); at++) await views.nth(at).locator("summary").first().click();
  await expect(page.locator('.view .figured:not([data-standing="current"])')).toHaveCount(0);
  await expect(page.locator(".view .awaited")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const { violations } = await new AxeBuilder({ page }).include(".views").analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
});

test("on paper stand the views that are open, statements in tables that fit, where the report is not there", async ({ page }) => {
  await page.route("**/later-*.js", () => {}); // never answered
  await page.goto("/");
  await opened(page);
  const statement = await openedView(page, "Income statement");
  await statement.getByRole("button", { name: "Months" }).click();
  await expect.poll(async () => (await columns(statement)).length).toBe(60);
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await expect(statement.getByRole("table")).toHaveCount(Math.ceil(60 / 7));
  const wanted = amounts(referenceView(FOUNDING, "income-statement", "month"));
  const printed = await cells(statement);
  expect(wanted.map(([title], row) => [title, ...printed.filter((_, at) => at % wanted.length === row).flatMap(([, ...values]) => values)])).toEqual(
    wanted,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
  const cut = await statement.locator(".scroll").evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);
  expect(cut).toBe(0);
  await expect(page.getByRole("heading", { name: "Balance sheet" })).toBeHidden();
  await expect(statement.getByRole("button", { name: "Quarters" })).toHaveCount(0);
});

test("what is pinned is closed and opened by a click in the middle of its title's line", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const pinned = page.locator("details.pinned");
  for (let at = 0; at < (await pinned.count()); at++) {
    const one = pinned.nth(at);
    await one.locator("> summary").click();
    await expect(one).not.toHaveAttribute("open");
    await one.locator("> summary").click();
    await expect(one).toHaveAttribute("open");
  }
});
