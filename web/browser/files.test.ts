// Scenario documents from the reader's disk: opened, refused, linked where a link can hold them.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, figureCell, figures, linkAfter, opened, slider, test } from "./page";

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const SMALL = {
  version: 1,
  name: "small",
  title: "A small site",
  about: "Made for a test.",
  as_of: "2026-07",
  start: "2026-05",
  months: 12,
  site: [{ name: "a", title: "A" }],
  fleet: [{ name: "f", site: "a", gpus: 1000 }],
  source: [{ name: "g", site: "a", capacity: 10 }],
  lease: [{ name: "l", site: "a", title: "Tenant" }],
};

function file(content: unknown, name = "mine.json"): Upload {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return { name, mimeType: "application/json", buffer };
}

async function choose(page: Page, ...files: Upload[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file" }).click();
  await (await chooser).setFiles(files);
}

test("a file is opened, a link holds it whole, and undo goes back", async ({ page, another }) => {
  await page.goto("/");
  const before = await figures(page);
  const start = await linkAfter(page);
  await choose(page, file(SMALL));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A small site");
  await expect(page.getByLabel("Scenario", { exact: true })).toHaveValue("");
  // The title comes before the figures.
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toContainText("Tenant");
  const own = await figures(page);
  const fresh = await another();
  await fresh.goto(await linkAfter(page, start));
  await expect(fresh.getByRole("heading", { level: 1 })).toHaveText("A small site");
  expect(await figures(fresh)).toEqual(own);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => figures(page)).toEqual(before);
});

test("what is downloaded opens again with its changes", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await slider(page, "Share of the site").press("PageUp");
  await expect(figureCell(page, "Anthropic holds")).toContainText("60% of the usable");
  const held = await figureCell(page, "Cumulative free cash flow").locator(".figure-value").innerText();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  const saved = await readFile(await (await download).path());
  await page.getByLabel("Scenario", { exact: true }).selectOption("no-deal");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No deal");
  await choose(page, file(saved));
  await expect(figureCell(page, "Anthropic holds")).toContainText("60% of the usable");
  await expect(figureCell(page, "Cumulative free cash flow").locator(".figure-value")).toHaveText(held);
});

test("a file that is dropped on the page is opened", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return transfer;
  }, JSON.stringify(SMALL));
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await expect(page.getByText("Drop the scenario file or workbook to open it")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A small site");
  await expect(page.getByText("Drop the scenario file or workbook to open it")).toBeHidden();
});

const REFUSED: [string, Upload[], RegExp[]][] = [
  ["that is empty", [file("")], [/“mine\.json” was not opened/, /The document is empty; a scenario as JSON is expected/]],
  ["that is no JSON", [file("{")], [/“mine\.json” was not opened/]],
  [
    "with mistakes",
    [file({ ...SMALL, months: 0, lease: [{ name: "l", site: "b", share: 7 }] })],
    [/months: .*allowed is a whole number from 1 to 360/, /lease\.l\.share: .*allowed is 0 to 1/, /lease\.l\.site: there is no site named "b"/],
  ],
  ["that is not UTF-8", [file(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))], [/“mine\.json” was not opened: it is not text in UTF-8/]],
  ["that is too large", [file(" ".repeat(512 * 1024 + 1))], [/it has 513 KB\. Allowed: up to 512 KB/]],
  [
    "with a title that is markup",
    [file({ ...SMALL, version: 99, title: "<b>bold</b>" }, "<i>odd<i>.json")],
    [/“<i>odd<i>\.json” was not opened/, /version: 99 is not a version/],
  ],
];
for (const [what, files, messages] of REFUSED) {
  test(`a file ${what} is refused with the reason, and what is open stays`, async ({ page }) => {
    await page.goto("/");
    const before = await figures(page);
    await page.locator("footer").scrollIntoViewIfNeeded();
    await choose(page, ...files);
    await expect(page.getByRole("alert")).toBeInViewport();
    for (const message of messages) await expect(page.getByRole("alert")).toContainText(message);
    expect(await figures(page)).toEqual(before);
    await slider(page, "Share of the site").press("PageUp");
    await expect(figureCell(page, "Anthropic holds")).toContainText("60% of the usable");
    await choose(page, file(SMALL));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("A small site");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("what a file does not give is said to be the model’s default; of a shipped scenario that is meant", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await expect(page.locator(".stated").first()).toBeVisible();
  await expect(page.getByText("Not given here")).toHaveCount(0);
  await choose(page, file({ ...SMALL, operator: { reported_revenue: 1e6 } }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A small site");
  const input = async (path: string, title: string) => {
    await page.getByRole("searchbox", { name: "Search assumptions" }).fill(title);
    return page.locator(`[data-path="${path}"]`);
  };
  await expect((await input("operator.reported_revenue", "own revenue")).locator(".stated")).not.toContainText("default");
  const loss = await input("operator.reported_operating_loss", "operating loss before");
  await expect(loss.locator(".stated")).toContainText("Not given here, so the model’s default");
  await expect((await input("operator.discount_rate", "discount rate")).locator(".badge")).toHaveText(/^default/);
});

test("a mistake in a file is shown with its line, and the caret stands under it", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await choose(page, file('{\n  "name": "x",\n  "title": "y"\n  "start": "2026-01"\n}'));
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Line 4, column 3: this is not JSON");
  const shown = alert.locator("code");
  expect(await shown.textContent()).toBe('      "start": "2026-01"\n      ^');
  // Two lines of characters of one width, or the caret would stand anywhere.
  const sizes = await shown.evaluate((code) => {
    const range = document.createRange();
    const text = code.firstChild!;
    const at = (place: number) => {
      range.setStart(text, place);
      range.setEnd(text, place + 1);
      return range.getBoundingClientRect();
    };
    const length = text.textContent!.length;
    return { quote: at(6), caret: at(length - 1) };
  });
  expect(sizes.caret.left).toBeCloseTo(sizes.quote.left, 1);
  expect(sizes.caret.top).toBeGreaterThan(sizes.quote.top);
});

test("the rows that a scenario adds are shown by the month, with their reasons", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await choose(
    page,
    file({
      ...SMALL,
      title: "With rows",
      rows: [
        { name: "lease.tithe", unit: "USD", formula: "fee_billed / 10" },
        { name: "site.late", unit: "bool", formula: "month > month(3)", note: "<b>After</b> August." },
      ],
    }),
  );
  const rows = page.locator("#view-own-rows");
  await expect(rows).toContainText("May 2026");
  // A tenth of what half of 1,000 GPUs bring at 2.60 USD in the 744 hours of May.
  await expect(rows.getByRole("row", { name: /Tithe/ })).toContainText("Tenant");
  await expect(rows.getByRole("row", { name: /Tithe/ })).toContainText("$96.7");
  await expect(rows.getByRole("row", { name: /Late/ })).toContainText("no");
  await page.getByRole("slider", { name: "Month", exact: true }).press("End");
  await expect(rows).toContainText("Apr 2027");
  await expect(rows.getByRole("row", { name: /Late/ })).toContainText("yes");
  await rows.getByRole("button", { name: /^Why\? Value, Late/ }).click();
  await expect(page.getByRole("dialog", { name: "Why this figure" })).toContainText("<b>After</b> August.");
});

test("a document that no link can hold says so, and leaves no other's link behind", async ({ page }) => {
  const shipped = JSON.parse(await readFile(fileURLToPath(new URL("../../scenarios/three-tenants.json", import.meta.url)), "utf8")) as object;
  const about = Array.from({ length: 300 }, (_, at) => Math.sin(at).toString(36).slice(3, 9)).join(" ");
  await page.goto("/");
  await linkAfter(page);
  await choose(page, file({ ...shipped, title: "Too long to link", about }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Too long to link");
  await expect(
    page.getByRole("status").filter({ hasText: /There is no link to this scenario: .*at most 1400 are allowed.*share the scenario as a file/ }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "No link" })).toBeDisabled();
  expect(new URL(page.url()).hash).toBe("");
  await page.getByLabel("Scenario", { exact: true }).selectOption("no-deal");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeEnabled();
  await expect(page.getByText("There is no link to this scenario")).toBeHidden();
});

test("a document's titles are text wherever they stand", async ({ page }) => {
  const title = '<img src=x onerror="document.title=1">';
  await page.goto("/");
  await opened(page);
  await choose(page, file({ ...SMALL, title, lease: [{ name: "l", site: "a", title }], source: [{ name: "g", site: "a", capacity: 10, title }] }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toContainText(title);
  // A chart is drawn when it comes into sight, and says in words what it shows once it is.
  const chart = page.locator("#chart-power .chart");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart).toHaveAttribute("aria-label", /onerror="document.title=1"/);
  await chart.hover();
  await expect(page.locator(".chart-tip").first()).toContainText(title);
  await expect(page.locator("#app img")).toHaveCount(0);
});
