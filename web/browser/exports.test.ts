// The whole scenario as a workbook and as a table of every row, and a workbook that comes back with other inputs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type FrameLocator, type Page, test as plain } from "@playwright/test";
import { expect, opened, test } from "./page";
import { documentOf, linkTo, referenceRow } from "./reference";
import { SINGLE_FILE, wiki } from "./wiki";
import { archiveOf, partsOf } from "./zip";

const FOUNDING = "half-the-data-center";
const SHARE = "lease.anthropic.share";
const RACKONOMICS = new URL("../../build/rackonomics", import.meta.url).pathname;

const drawerOf = (place: Page | FrameLocator) => place.getByRole("dialog", { name: "Share and export" });

async function share(place: Page | FrameLocator): Promise<void> {
  await place.getByRole("button", { name: "Share", exact: true }).click();
  await expect(drawerOf(place).getByRole("heading", { name: "The scenario as it stands" })).toBeVisible();
}

async function saved(page: Page, label: string): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent("download");
  await drawerOf(page).getByRole("button", { name: label, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** The workbook that the command line writes. */
function workbookOf(...scenario: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    const path = join(folder, "book.xlsx");
    execFileSync(RACKONOMICS, ["workbook", ...scenario, "--out", path]);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The workbook with another value in the cell of an input, as someone types it. */
function entered(workbook: Buffer, path: string, value: string): Buffer {
  const parts = partsOf(workbook);
  // After the overview.
  const sheet = parts.find(({ name }) => name === "xl/worksheets/sheet2.xml")!;
  const cell = new RegExp(`(>${path}<.*?<c r="C\\d+"[^>]*><v>)[^<]*(</v>)`);
  const text = sheet.content.toString();
  expect(text).toMatch(cell);
  sheet.content = Buffer.from(text.replace(cell, `$1${value}$2`));
  return archiveOf(parts);
}

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Scenario file", { exact: true }).setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

const changed = `${SHARE}=0.7`;

test("the workbook is that of the command line, with the changes, byte for byte", async ({ page }) => {
  await page.goto(`/${linkTo(FOUNDING, changed)}`);
  await opened(page);
  await share(page);
  const { name, content } = await saved(page, "Workbook (Excel)");
  expect(name).toBe(`${FOUNDING}.xlsx`);
  expect(content.equals(workbookOf(FOUNDING, "--set", changed))).toBe(true);
});

test("the table has every row by month, with name, thing, unit and title", async ({ page }) => {
  await page.goto(`/${linkTo(FOUNDING, changed)}`);
  await opened(page);
  await share(page);
  const { name, content } = await saved(page, "Every row by month (CSV)");
  expect(name).toBe(`${FOUNDING}-rows.csv`);
  const lines = content
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n");
  const told = execFileSync(RACKONOMICS, ["run", FOUNDING, "--set", changed, "--format", "csv"], { maxBuffer: 2 ** 26 })
    .toString()
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(told.length);
  expect(lines[0]).toBe(told[0]);
  const income = lines.find((line) => line.startsWith("operator.operating_income,"))!.split(",");
  expect(income.slice(1, 5)).toEqual([
    "operator",
    "USD",
    "Operating income",
    told.find((line) => line.startsWith("operator.operating_income,"))!.split(",")[4],
  ]);
  expect(income.slice(5).map(Number)).toEqual(referenceRow(FOUNDING, "operator.operating_income", "operator", changed));
});

test("a workbook whose inputs were changed is opened, chosen or dropped, and what was changed is listed", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await give(page, "back.xlsx", entered(workbookOf("filed-deal"), SHARE, "0.7"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The filed deal");
  const document = documentOf(`http://any/${linkTo("filed-deal", changed)}`);
  await expect.poll(() => documentOf(page.url())).toBe(document);
  const dropped = entered(workbookOf(FOUNDING), SHARE, "0.8").toString("base64");
  const transfer = await page.evaluateHandle((data) => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], "dropped.xlsx"));
    return files;
  }, dropped);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half the data centre");
  await expect(page.getByRole("slider", { name: "Share of the site" })).toHaveValue("0.8");
});

for (const [what, data, lines] of [
  [
    "a value that is not allowed",
    () => entered(workbookOf(FOUNDING), SHARE, "7"),
    [/^lease.anthropic.share: 7 is out of bounds; allowed is 0 to 1 \(cell [A-Z]+\d+ of Inputs\)$/],
  ],
  ["another file of that name", () => Buffer.from("no workbook"), ["It is no workbook (.xlsx), which is a ZIP archive"]],
] as const)
  test(`${what} is refused, and what was open stays`, async ({ page }) => {
    await page.goto("/");
    await opened(page);
    await give(page, "wrong.xlsx", data());
    const notice = page.locator(".notice", { hasText: "“wrong.xlsx” was not opened. What was open stays." });
    await expect(notice.getByRole("listitem")).toHaveText([...lines]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half the data centre");
  });

test("the single file writes the workbook too", async ({ page }) => {
  await page.goto(`${pathToFileURL(SINGLE_FILE)}${linkTo(FOUNDING, changed)}`);
  await opened(page);
  await share(page);
  const { content } = await saved(page, "Workbook (Excel)");
  expect(content.equals(workbookOf(FOUNDING, "--set", changed))).toBe(true);
});

// Plain, since the browser says on the console that it forbids the download.
plain("where a frame may forbid downloads, it is said where the file is to be had", async ({ page, baseURL }) => {
  const host = await wiki(`<iframe sandbox="allow-scripts" src="${baseURL}/" width="1000" height="900"></iframe>`);
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await opened(frame);
  await share(frame);
  await drawerOf(frame).getByRole("button", { name: "Workbook (Excel)" }).click();
  const told = drawerOf(frame).getByRole("group", { name: "Where the file is" });
  await expect(told).toContainText(
    "If no file arrived, this frame does not allow downloads. Open the link in a window of its own and save it there.",
  );
  await told.getByRole("button", { name: "Close" }).press("Enter");
  await expect(drawerOf(frame).getByRole("button", { name: "Workbook (Excel)" })).toBeFocused();
});

test("a chart is taken elsewhere by the same control as any view", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.locator("#chart-money").getByRole("button", { name: "More: Money per month" }).press("Enter");
  const drawer = drawerOf(page);
  await expect(drawer.getByRole("combobox", { name: "View" })).toHaveValue("money");
  await expect(drawer.getByRole("button", { name: "Copy embed code" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include(".drawer").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await drawer.press("Escape");
  await expect(page.getByRole("button", { name: "More: Money per month" })).toBeFocused();
});
