// The same page in a frame, in a sandbox, and as one file from a disk.
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drawn, expect, figureCell, figures, opened, slider, test } from "./page";

const file = fileURLToPath(new URL("../../dist/rackonomics.html", import.meta.url));

/** A wiki's page, at another origin, with this in it. */
async function wiki(content: string): Promise<{ address: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><link rel="icon" href="data:,">${content}`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

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

test("as one file from a disk, which asks for nothing", async ({ page, browser, baseURL }) => {
  // A page of its own: the served page may still be asking for its scene when its figures stand.
  const servedPage = await browser.newPage();
  await servedPage.goto(`${baseURL}/`);
  const served = await figures(servedPage);
  await servedPage.close();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  expect(await figures(page)).toEqual(served);
  await drawn(page);
  await expect(page.locator("#chart-money canvas").first()).toBeVisible();
  await slider(page, "Share of the site").press("PageUp");
  await expect(figureCell(page, "Operating income")).toContainText("vs base");
  expect(asked.filter((address) => !/^(blob:|data:|about:)/.test(address))).toEqual([pathToFileURL(file).href]);
});

test("as one file in a frame sandboxed to scripts alone", async ({ page }, info) => {
  const host = info.outputPath("host.html");
  await mkdir(dirname(host), { recursive: true });
  await writeFile(host, `<!doctype html><iframe sandbox="allow-scripts" src="${pathToFileURL(file).href}" width="1200" height="800"></iframe>`);
  await page.goto(pathToFileURL(host).href);
  const frame = page.frameLocator("iframe");
  await opened(frame);
  await drawn(frame);
  await expect(frame.locator("#chart-money canvas").first()).toBeVisible();
});
