// For everyone: no serious finding of axe, nothing beyond a phone's width, reasons that end in sources,
// and tables where there is no WebGL.
import AxeBuilder from "@axe-core/playwright";
import { chromium, type Locator } from "@playwright/test";
import { BROWSER_WITHOUT_WEBGL } from "./browser";
import { drawn, expect, figureCell, opened, slider, test, unfold } from "./page";
import { putUnderStress, SLOW } from "./stress";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing serious in ${colorScheme} colours, with everything open`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    await drawn(page);
    await expect(page.locator("#chart-power canvas").first()).toBeVisible();
    await page.getByRole("button", { name: /^Operator xAI/ }).click();
    await page.getByRole("button", { name: "About Share of the site" }).click();
    await expect(page.locator(".input-details")).toBeVisible();
    await page.locator("#chart-money summary").click();
    await page.getByRole("slider", { name: "Share of the site", exact: true }).press("ArrowRight");
    await page.getByRole("button", { name: "Why? Operating income" }).first().click();
    await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
  });
}

test("no figure runs over its cell and the name is not broken, however wide the page or frame", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const tooWide = () =>
    page
      .locator(".figure-value")
      .evaluateAll((values) => values.filter((value) => value.scrollWidth > value.clientWidth).map((value) => value.textContent));
  for (let width = 340; width <= 1600; width += 20) {
    await page.setViewportSize({ width, height: 900 });
    expect(await tooWide(), `${width} px`).toEqual([]);
    // One line of its 17 px.
    expect(await page.locator(".brand").evaluate(({ clientHeight }) => clientHeight), `${width} px`).toBeLessThan(30);
  }
});

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await opened(page);
  await expect(page.locator("#chart-power canvas").first()).toBeVisible();
  const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  let [content, screen] = await widths();
  expect(content).toBeLessThanOrEqual(screen!);
  await page.getByRole("button", { name: "Assumptions" }).click();
  await expect(page.getByRole("slider", { name: "Share of the site", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Let Price per GPU-hour change by date" }).click();
  [content, screen] = await widths();
  expect(content).toBeLessThanOrEqual(screen!);
});

test("“why?” ends in a cited source, and leads to the input's control", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("button", { name: "Why? Operating income" }).first().click();
  const drawer = page.getByRole("dialog", { name: "Why this figure" });
  const closed = drawer.locator("button[aria-expanded=false]");
  await expect(closed.first()).toBeVisible();
  const sources = drawer.getByRole("link");
  for (let opening = 0; opening < 40 && (await sources.count()) === 0; opening++) await closed.first().click();
  await expect(sources.first()).toHaveAttribute("href", /^https?:/);
  await expect(sources.first()).toHaveAttribute("rel", /noopener/);
  await drawer.getByRole("button", { name: "Go to this assumption" }).first().click();
  await expect(page.locator(".panel .input").locator("input:focus, select:focus")).toBeVisible();
});

test("where what has the focus goes or is disabled, what stands nearest has it", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const near = async (pressed: Locator, around: Locator) => {
    await pressed.press("Enter");
    await expect(pressed.and(page.locator(":enabled"))).toHaveCount(0);
    await expect(around.locator(":focus")).toHaveCount(1);
  };
  const share = page.locator('[data-path="lease.anthropic.share"]').first();
  const toolbar = page.getByRole("toolbar", { name: "Scenario tools" });
  const tool = (name: string) => toolbar.getByRole("button", { name, exact: true });
  await slider(page, "Share of the site").press("PageUp");
  await near(share.getByRole("button", { name: /Reset/ }), share.locator(".input-tools"));
  await tool("Undo").press("Enter");
  await near(tool("Undo"), toolbar);
  await tool("Redo").press("Enter");
  await near(tool("Redo"), toolbar);
  await tool("Undo").press("Enter");
  await near(tool("Reset all"), toolbar);

  const price = page.locator('[data-path="lease.anthropic.price"]').first();
  await near(price.getByRole("button", { name: "Let Price per GPU-hour change by date" }), price.getByRole("group"));
  await price.getByRole("button", { name: /step:/ }).press("Enter");
  await near(price.getByRole("button", { name: /Remove step 2/ }), price.getByRole("group"));
  await near(price.getByRole("button", { name: /one value/ }), price);

  await page.locator("#view-comparison > summary").click();
  const sides = page.getByRole("region", { name: "Compared with" });
  await sides.getByRole("button", { name: "Compare with the base" }).click();
  await near(sides.getByRole("button", { name: /Compare no longer/ }), sides);

  // What is clicked where nothing takes the focus leaves it nowhere.
  await slider(page, "Share of the site").press("PageUp");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await expect(tool("Redo")).toBeEnabled();
  await expect(page.locator(":focus:not(main)")).toHaveCount(0);
});

test("a link at the top leads to the assumptions, on a phone in their sheet", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const heading = page.getByRole("heading", { name: "Assumptions", exact: true });
  const link = page.getByRole("link", { name: "Skip to the assumptions" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox", { name: "Search assumptions" })).toBeFocused();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Close assumptions" }).click();
  await expect(heading).toBeHidden();
  await link.press("Enter");
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test("what is called by its visible text is found by it: names have it whole, of buttons and links", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await unfold(page, "Lease Anthropic");
  await page.getByRole("button", { name: "About Share of the site" }).first().click();
  await page.getByRole("button", { name: "Let Price per GPU-hour change by date" }).click();
  const beside = () =>
    page.locator("button[aria-label], a[aria-label]").evaluateAll((all) => {
      const plain = (text: string) =>
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
      return all
        .map((one) => ({ name: one.getAttribute("aria-label")!, shown: (one as HTMLElement).innerText }))
        .filter(({ name, shown }) => !plain(name).includes(plain(shown)))
        .map(({ name, shown }) => `${name}: ${shown}`);
    });
  await expect(page.getByRole("button", { name: "Remove this lease: Anthropic" })).toBeVisible();
  expect(await beside()).toEqual([]);
  await figureCell(page, "Operating break-even")
    .getByRole("button", { name: /^What would it take/ })
    .click();
  await expect(page.getByRole("button", { name: /^Set .*: Price/ })).toBeVisible({ timeout: 60_000 * SLOW });
  expect(await beside()).toEqual([]);
  await page.getByRole("button", { name: "Two inputs: a map" }).click();
  await expect(page.getByRole("button", { name: /^Another input: Upwards/ })).toBeVisible();
  expect(await beside()).toEqual([]);
});

test("without WebGL the page says so and shows the tables", async ({ baseURL }) => {
  const browser = await chromium.launch(BROWSER_WITHOUT_WEBGL);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await putUnderStress(page);
  await page.goto(baseURL!);
  await opened(page);
  await expect(page.getByText(/floor plan cannot be drawn here/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toContainText("Anthropic");
  await browser.close();
});
