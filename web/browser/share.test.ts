// What is taken elsewhere: the scenario as it stands, and any of its views, open on the page or not.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, linkAfter, opened, test } from "./page";

async function sharing(page: Page, view?: string): Promise<Locator> {
  await page.goto("/");
  await opened(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Share and export" });
  await expect(drawer).toBeFocused();
  if (view) await drawer.getByRole("combobox", { name: "View" }).selectOption({ label: view });
  return drawer;
}

async function file(page: Page, drawer: Locator, label: string): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await drawer
    .getByRole("button")
    .and(drawer.getByText(label, { exact: true }))
    .click();
  const arrived = await download;
  return { name: arrived.suggestedFilename(), content: await readFile(await arrived.path()) };
}

/** As XML, which an SVG has to be: its texts, and whether anything in it could run or rests on a style sheet. */
function svg(page: Page, text: string): Promise<{ root: string; texts: string[]; unwanted: number }> {
  return page.evaluate((source) => {
    const { documentElement: root } = new DOMParser().parseFromString(source, "image/svg+xml");
    return {
      root: root.nodeName,
      texts: [...root.querySelectorAll("text")].map(({ textContent }) => textContent),
      unwanted: root.querySelectorAll("script, style, foreignObject, [style], [class], [onclick]").length,
    };
  }, text);
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a view is copied for a wiki, as text that is formatted and as Markdown, with a link back", async ({ page }) => {
  const drawer = await sharing(page, "Income statement");
  await drawer.getByRole("button", { name: "Copy for a wiki" }).click();
  await expect(drawer.getByRole("button", { name: "Copied" })).toBeVisible();
  const [plain, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/plain", "text/html"].map(async (type) => (await item!.getType(type)).text()));
  });
  expect(plain).toMatch(/^### Income statement\n/);
  expect(plain).toContain("| **Operating income** |");
  expect(plain).toContain(`[Open in Rackonomics](<${await linkAfter(page)}>)`);
  expect(html).toContain("Operating income");
  expect(html).toContain("<table>");
});

test("a chart that is not open is a picture as SVG and PNG, and its lines are CSV", async ({ page }) => {
  const drawer = await sharing(page, "Power by source");
  const { name, content } = await file(page, drawer, "SVG");
  expect(name).toBe("rackonomics-power-by-source.svg");
  const { root, texts, unwanted } = await svg(page, content.toString());
  expect(root).toBe("svg");
  expect(unwanted).toBe(0);
  expect(texts[0]).toMatch(/^Power by source, /);
  expect(texts).toContain("2028");
  const png = await file(page, drawer, "PNG");
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  expect(png.content.readUInt32BE(16)).toBe(1920);
  const csv = await file(page, drawer, "CSV");
  expect(csv.content.toString()).toMatch(/^\ufeffMonth,.*MW/);
});

for (const view of ["Answer", "Headline figures", "Capacity by tenant", "Break-even by measure", "Time line"])
  test(`“${view}” is a picture and a table too`, async ({ page }) => {
    const drawer = await sharing(page, view);
    const { texts, unwanted, root } = await svg(page, (await file(page, drawer, "SVG")).content.toString());
    expect(root).toBe("svg");
    expect(unwanted).toBe(0);
    expect(texts[0]).toContain(view);
    expect(texts.length).toBeGreaterThan(3);
    expect((await file(page, drawer, "PNG")).content.subarray(1, 4).toString()).toBe("PNG");
    expect((await file(page, drawer, "CSV")).content.toString().trim().split("\r\n").length).toBeGreaterThan(1);
  });

test("a view that a browser draws no picture of is told, and not saved", async ({ page }) => {
  const drawer = await sharing(page, "Income statement");
  // What browsers give for a canvas of more pixels than they draw, each of another number.
  await page.evaluate(() => (HTMLCanvasElement.prototype.toDataURL = () => "data:,"));
  await drawer
    .getByRole("button")
    .and(drawer.getByText("PNG", { exact: true }))
    .click();
  await expect(drawer.getByRole("alert")).toContainText("As SVG it is whole");
});

test("the code of an embed is of the view and the link, and its frame has room for it", async ({ page }) => {
  const drawer = await sharing(page, "Money per month");
  await drawer.getByRole("button", { name: "Copy embed code" }).click();
  await expect(drawer.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { hash, origin } = new URL(await linkAfter(page));
  expect(copied).toBe(
    `<iframe src="${origin}/embed.html?view=money${hash}" title="Money per month" width="100%" height="580" loading="lazy"></iframe>`,
  );
  const frame = await page.context().newPage();
  await frame.setViewportSize({ width: 700, height: 580 });
  await frame.goto(`${origin}/embed.html?view=money${hash}`);
  await expect(frame.locator("#chart-money canvas")).toBeVisible();
  await expect(frame.getByRole("link", { name: "Open in Rackonomics" })).toBeInViewport({ ratio: 1 });
});

test("is reached and left by keyboard, from a view too, and is accessible in light and dark", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("button", { name: "More: Capacity by tenant" }).press("Enter");
  const drawer = page.getByRole("dialog", { name: "Share and export" });
  await expect(drawer).toBeFocused();
  await expect(drawer.getByRole("combobox", { name: "View" })).toHaveValue("capacity");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include(".drawer").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await drawer.press("Escape");
  await expect(page.getByRole("button", { name: "More: Capacity by tenant" })).toBeFocused();
});

test("printing waits until the report is of the last change", async ({ page }) => {
  const drawer = await sharing(page);
  await page.evaluate(() => {
    globalThis.print = () => Object.assign(globalThis, { asked: document.querySelector<HTMLElement>(".report")?.dataset["ready"] });
  });
  await drawer.getByRole("button", { name: "Print the report" }).click();
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { asked: string }).asked)).toBe("true");
});
