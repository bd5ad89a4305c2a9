// How sure the figures are, as a person sees it: ranges typed, sentences read, what is of former inputs marked.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type FrameLocator, type Locator, type Page, test as plain } from "@playwright/test";
import { host } from "./host";
import { expect, figures, linkAfter, opened, type Place, slider, test, unfold } from "./page";
import { WITHOUT_SIMD } from "./studying";
import { wiki } from "./wiki";

const SHARE = "Share of the site";

function exact(page: Place, title: string): Locator {
  return page.getByRole("textbox", { name: new RegExp(`^${title}, exact`) });
}

async function typeRange(page: Place, title: string, text: string): Promise<void> {
  const field = exact(page, title);
  await field.fill(text);
  await field.press("Enter");
}

function section(page: Place): Locator {
  return page.locator("#view-how-sure");
}

async function openSection(page: Place): Promise<void> {
  const summary = section(page).locator("> summary");
  if ((await section(page).getAttribute("open")) === null) await summary.click();
}

/** The sentences of the chances, once all cases are in. */
async function whole(page: Place): Promise<string[]> {
  await expect(section(page).locator('.going[data-phase="whole"]')).toBeVisible({ timeout: 60_000 });
  await expect(section(page).locator('.figured[data-standing="current"]').first()).toBeVisible();
  return section(page).locator(".chances li").allInnerTexts();
}

test("a range typed in place of a number is one step, is told in words, and a number takes it away", async ({ page }) => {
  await page.goto("/");
  const start = await figures(page);
  await typeRange(page, SHARE, "25 to 35");
  const row = page.locator(".input", { has: exact(page, SHARE) });
  await expect(row.locator(".uncertain")).toContainText("90% of cases lie from low to high");
  await expect(exact(page, SHARE)).toHaveValue("25 to 35 %");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row.locator(".uncertain")).toHaveCount(0);
  expect(await figures(page)).toEqual(start);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(row.locator(".uncertain")).toBeVisible();
  await typeRange(page, SHARE, "30");
  await expect(row.locator(".uncertain")).toHaveCount(0);
  await expect(slider(page, SHARE)).toHaveValue("0.3");
  await typeRange(page, SHARE, "25 to 350");
  await expect(page.getByRole("alert")).toContainText("out of bounds");
  await expect(exact(page, SHARE)).toHaveValue("25 to 350");
});

test("a range of months typed in place of one is told in its field, and a month takes it away", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const field = page.getByRole("textbox", { name: "Start", exact: true });
  const typed = async (text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  await typed("Jul 2026 to Dec 2026");
  const row = page.locator(".input", { has: field });
  await expect(row.locator(".uncertain")).toContainText("every value from low to high is equally likely");
  await expect(field).toHaveValue("2026-07 to 2026-12");
  const [box, inside] = await field.evaluate((input: HTMLInputElement) => [input.clientWidth, input.scrollWidth]);
  expect(inside).toBeLessThanOrEqual(box!);
  await typed("Jul 2026 to Dec 20266");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(field).toHaveValue("Jul 2026 to Dec 20266");
  await typed("2026-08");
  await expect(row.locator(".uncertain")).toHaveCount(0);
  await expect(field).toHaveValue("2026-08");
});

test("the sources that disagree make a study at one click, and its chances are sentences with how far they may be off", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await openSection(page);
  await expect(section(page)).toContainText("Nothing is uncertain yet.");
  await page.getByRole("button", { name: "Take every input whose sources disagree" }).click();
  await expect(section(page).getByRole("region", { name: "Uncertain inputs, table" })).toBeVisible();
  const chances = await whole(page);
  expect(chances.length).toBeGreaterThan(5);
  expect(chances.join(" ")).toMatch(/\d+% of 10,000 cases \(± \d+\)/);
  await expect(section(page).locator("#chart-chance-by-month")).toBeVisible();
  await expect(section(page).locator(".find-out tbody tr").first()).toContainText(/\d+% \(± \d+\)/);
  await expect(section(page).locator(".tornado tbody tr").first()).toBeVisible();
});

test("beside the number of cases stands by what they were computed; without SIMD they are the same", async ({ page, browser }) => {
  const chances = async (place: Page) => {
    await place.goto("/");
    await opened(place);
    await typeRange(place, SHARE, "uniform 30 to 70");
    await openSection(place);
    return whole(place);
  };
  const generated = await chances(page);
  await expect(section(page).locator(".going")).toContainText("10,000 cases, computed by code generated for this scenario, with SIMD.");
  const poor = await (await browser.newContext()).newPage();
  await poor.route(/worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${WITHOUT_SIMD}\n${await response.text()}` });
  });
  const interpreted = await chances(poor);
  await expect(section(poor).locator(".going")).toContainText(
    "computed operation by operation: this browser's WebAssembly has no SIMD; the figures are the same.",
  );
  expect(interpreted).toEqual(generated);
});

declare global {
  var standings: string[];
}

/** Notes how the chances stand at every change of the section, since a fast machine passes over some before one can look. */
function noteStandings(): void {
  globalThis.standings = [];
  const shown = document.querySelector("#view-how-sure")!;
  const note = () => {
    const standing = shown.querySelector<HTMLElement>(".figured")?.dataset["standing"] ?? "nothing";
    globalThis.standings.push(standing + (shown.querySelector(".former") ? ", said to be of the inputs before" : ""));
  };
  new MutationObserver(note).observe(shown, { subtree: true, childList: true, attributes: true, characterData: true });
}

test("chances of former inputs are marked until those of these are there, and computing can be stopped", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await typeRange(page, SHARE, "uniform 30 to 70");
  await openSection(page);
  const before = await whole(page);
  expect(before.join(" ")).toMatch(/\(± \d+\)/);
  await page.evaluate(noteStandings);
  const paths = page.getByRole("textbox", { name: "Number of cases" });
  await paths.fill("1000000");
  await paths.press("Enter");
  await expect(section(page).locator('.going[data-phase="computing"]')).toBeVisible();
  await expect(section(page).locator(".figured").first()).toHaveAttribute("data-standing", "current", { timeout: 60_000 });
  // However short the while was.
  const seen = await page.evaluate(() => standings);
  expect(seen).toContain("awaited, said to be of the inputs before");
  expect(seen).not.toContain("awaited");
  // The slider of another input moves on while cases are computed.
  const price = page.locator(".input .slider").nth(1);
  await expect(section(page).locator('.going[data-phase="computing"]')).toBeVisible();
  await section(page).getByRole("button", { name: "Cancel" }).click();
  await expect(section(page).locator(".going")).toContainText(/Stopped at [\d,]+ of 1,000,000 cases/);
  await section(page).getByRole("button", { name: "Compute them" }).click();
  await expect(section(page).locator('.going[data-phase="computing"]')).toBeVisible();
  const value = await price.inputValue();
  await price.focus();
  await price.press("ArrowRight");
  await expect(price).not.toHaveValue(value);
  await expect(page.locator('#section-answer > .figured[data-standing="current"]').first()).toBeVisible();
});

test("whether there is a lease may be uncertain: what that does alone is told in words, and the lease can be removed", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const document = JSON.parse(readFileSync(new URL("../../scenarios/half-the-data-center.json", import.meta.url), "utf8"));
  const points = [
    { value: true, weight: 4 },
    { value: false, weight: 1 },
  ];
  document.study = { uncertain: [{ input: "lease.anthropic", form: "discrete", points }], paths: 1000 };
  document.title = "Perhaps a lease";
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles({ name: "perhaps.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
  await expect(page.getByRole("heading", { name: "Perhaps a lease" })).toBeVisible();
  await openSection(page);
  await whole(page);
  const row = section(page).locator(".tornado tbody tr");
  await expect(row).toHaveText(/^Lease: Anthropic\s*no\s*−\$\d+M\s*yes\s*−\$\d+M$/);
  await expect(section(page).locator(".uncertain-inputs tbody tr")).toContainText("Lease: Anthropic");
  await unfold(page, "Lease Anthropic");
  await page.getByRole("button", { name: "Remove this lease: Anthropic" }).click();
  await expect(section(page)).toContainText("Nothing is uncertain yet.");
});

test("a link opens with the same study and the same figures", async ({ page, another }) => {
  await page.goto("/");
  await opened(page);
  await typeRange(page, SHARE, "uniform 30 to 70");
  await openSection(page);
  const chances = await whole(page);
  const other = await another();
  await other.goto(await linkAfter(page));
  await opened(other);
  await openSection(other);
  expect(await whole(other)).toEqual(chances);
});

for (const [colorScheme, width] of [
  ["light", 1440],
  ["dark", 390],
] as const) {
  test(`axe finds nothing serious in a study in ${colorScheme} colours, and nothing is wider than ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await opened(page);
    await typeRange(page, SHARE, "uniform 30 to 70");
    await typeRange(page, "Price per GPU-hour", "±10 %");
    await page.setViewportSize({ width, height: 844 });
    await openSection(page);
    await whole(page);
    await section(page).getByText("What goes together").click();
    await section(page).getByRole("button", { name: "Add" }).click();
    await expect(section(page).getByRole("textbox", { name: /^Correlation of/ })).toHaveValue("0.5");
    await whole(page);
    const { violations } = await new AxeBuilder({ page }).include("#view-how-sure").include(".panel").analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test("what uncertain inputs make of lines is drawn behind them, and told in legend and table", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await typeRange(page, SHARE, "uniform 30 to 70");
  const card = page.locator("#chart-money");
  await card.scrollIntoViewIfNeeded();
  await expect(card.locator(".chart-legend")).toContainText(/Operating income .* 90% of cases .* to /, { timeout: 60_000 });
  await card.locator("details summary").click();
  await expect(card.getByRole("columnheader", { name: "Operating income, median of cases" })).toBeVisible();
  // What was computed of other inputs is not drawn beside these.
  await typeRange(page, SHARE, "40");
  await expect(card.locator(".chart-legend")).not.toContainText("90% of cases");
});

/** The study in a place that may forbid what it uses elsewhere. */
async function study(place: Place | FrameLocator): Promise<void> {
  await opened(place);
  await typeRange(place, SHARE, "uniform 30 to 70");
  await openSection(place);
  const paths = section(place).getByRole("textbox", { name: "Number of cases" });
  await paths.fill("1000");
  await paths.press("Enter");
  expect((await whole(place)).join(" ")).toMatch(/ of 1,000 cases \(± \d+\)/);
}

plain("where workers are forbidden a study works all the same", async ({ page }) => {
  const server = await host({ headers: { "Content-Security-Policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" } });
  await page.goto(server.address);
  await study(page);
  await server.close();
});

plain("a study works in a frame that is sandboxed to scripts alone", async ({ page, baseURL }) => {
  const { address, close } = await wiki(`<iframe sandbox="allow-scripts" src="${baseURL}/" width="1400" height="860"></iframe>`);
  await page.goto(address);
  await study(page.frameLocator("iframe"));
  close();
});
