// The same page in a frame, in a sandbox, and as one file from a disk.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { drawn, expect, figureCell, figures, opened, slider, test } from "./page";
import { SINGLE_FILE, wiki } from "./wiki";

test("in a plain frame", async ({ page, baseURL }) => {
  const host = await wiki(`<iframe src="${baseURL}/" width="1200" height="800"></iframe>`);
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await opened(frame);
  await drawn(frame);
  await slider(frame, "Share of the site").press("PageUp");
  await expect(figureCell(frame, "Operating income")).toContainText("vs base");
  host.close();
});

test("in a frame sandboxed to scripts alone", async ({ page, baseURL }) => {
  await page.goto("/");
  const outside = await figures(page);
  const host = await wiki(`<iframe sandbox="allow-scripts" src="${baseURL}/" width="1440" height="900"></iframe>`);
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  expect(await figures(frame)).toEqual(outside);
  await drawn(frame);
  await expect(frame.locator("#chart-money canvas").first()).toBeVisible();
  await slider(frame, "Share of the site").press("PageUp");
  await expect(figureCell(frame, "Operating income")).toContainText("vs base");
  // No clipboard here: the link is shown to be selected.
  await frame.getByRole("button", { name: "Copy link" }).click();
  await expect(frame.getByRole("textbox", { name: /Copy the link from here/ })).toHaveValue(/#s=/);
  host.close();
});

test("as one file from a disk, which asks for nothing", async ({ page, another }) => {
  // A page of its own: the served page may still be asking for its scene when its figures stand.
  const servedPage = await another();
  await servedPage.goto("/");
  const served = await figures(servedPage);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(SINGLE_FILE).href);
  expect(await figures(page)).toEqual(served);
  await drawn(page);
  await expect(page.locator("#chart-money canvas").first()).toBeVisible();
  await slider(page, "Share of the site").press("PageUp");
  await expect(figureCell(page, "Operating income")).toContainText("vs base");
  expect(asked.filter((address) => !/^(blob:|data:|about:)/.test(address))).toEqual([pathToFileURL(SINGLE_FILE).href]);
});

test("as one file in a frame sandboxed to scripts alone", async ({ page }, info) => {
  const host = info.outputPath("host.html");
  await mkdir(dirname(host), { recursive: true });
  await writeFile(
    host,
    `<!doctype html><iframe sandbox="allow-scripts" src="${pathToFileURL(SINGLE_FILE).href}" width="1200" height="800"></iframe>`,
  );
  await page.goto(pathToFileURL(host).href);
  const frame = page.frameLocator("iframe");
  await opened(frame);
  await drawn(frame);
  await expect(frame.locator("#chart-money canvas").first()).toBeVisible();
});
