// A frame that may neither download, open windows nor use the clipboard: what was asked for is shown, to be taken by hand.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { opened } from "./page";
import { reference } from "./reference";

/** The page in a frame of a wiki at another origin. */
async function framed(page: Page, address: string, sandbox: string): Promise<{ frame: FrameLocator; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><link rel="icon" href="data:,"><iframe ${sandbox} src="${address}/" width="1400" height="860"></iframe>`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const frame = page.frameLocator("iframe");
  await opened(frame);
  await expect(frame.locator("#chart-money canvas").first()).toBeVisible();
  return { frame, close: () => server.close() };
}

const SANDBOXES = ['sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin"'];
for (const sandbox of SANDBOXES) {
  test(`${sandbox}: the reference leads from a name to its entry`, async ({ page, baseURL }) => {
    const { frame, close } = await framed(page, baseURL!, sandbox);
    const part = frame.locator("details.reference");
    await part.locator("summary").click();
    await part.getByRole("searchbox").fill("adjusted ebitda");
    await frame.locator('[id="entry-operator.adjusted_ebitda"]').click();
    await part.getByRole("button", { name: "own_costs" }).click();
    await expect(frame.locator('[id="entry-operator.own_costs"]')).toBeFocused();
    await expect(frame.locator('[id="entry-operator.own_costs"]')).toHaveAttribute("aria-expanded", "true");
    close();
  });

  test(`${sandbox}: document and table are shown to be copied`, async ({ page, baseURL }) => {
    const { frame, close } = await framed(page, baseURL!, sandbox);
    await frame.getByRole("button", { name: "Download" }).click();
    const document = frame.getByRole("textbox", { name: /does not allow downloads\. Copy half-the-data-center\.json from here/ });
    expect((JSON.parse(await document.inputValue()) as { name: string }).name).toBe("half-the-data-center");
    await frame.getByRole("button", { name: "Close" }).click();
    await expect(document).toHaveCount(0);
    await expect(frame.getByRole("button", { name: "Download" })).toBeFocused();

    await frame.locator("#chart-money").getByRole("button", { name: "CSV" }).click();
    const table = frame.getByRole("textbox", { name: /Copy rackonomics-money\.csv from here/ });
    const lines = (await table.inputValue()).trim().split("\n");
    expect(lines).toHaveLength(1 + reference("half-the-data-center").months.length);
    expect(lines[0]).toMatch(/^Month,/);
    close();
  });

  test(`${sandbox}: a chart's picture is shown to be saved with its context menu`, async ({ page, baseURL }) => {
    const { frame, close } = await framed(page, baseURL!, sandbox);
    await frame.locator("#chart-power").getByRole("button", { name: "PNG" }).click();
    await expect(frame.getByText("Save the picture with its context menu")).toBeVisible();
    const picture = frame.getByRole("img", { name: "rackonomics-power.png" });
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
    close();
  });

  test(`${sandbox}: a source's address is shown to be copied`, async ({ page, baseURL }) => {
    const { frame, close } = await framed(page, baseURL!, sandbox);
    await frame.getByRole("button", { name: "About Share of the site" }).click();
    const link = frame.locator(".input-details a").first();
    const address = (await link.getAttribute("href"))!;
    await link.click();
    await expect(frame.getByRole("textbox", { name: /does not allow new windows\. Copy the address from here/ })).toHaveValue(address);
    close();
  });
}

test("outside a frame a download only downloads, and a link only opens", async ({ page, context }) => {
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.fulfill({ contentType: "text/html", body: "a source" }));
  await page.goto("/");
  await opened(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("half-the-data-center.json");
  await page.getByRole("button", { name: "About Share of the site" }).click();
  const opening = page.waitForEvent("popup");
  await page.locator(".input-details a").first().click();
  await opening;
  await expect(page.locator(".copy-field")).toHaveCount(0);
});

test("outside a frame a closed clipboard is not a frame's", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("closed", "NotAllowedError"));
  });
  await page.goto("/");
  await opened(page);
  await page.locator("#chart-money").getByRole("button", { name: "Copy table" }).click();
  await expect(
    page.getByRole("textbox", { name: /The browser does not let this page use the clipboard\. Copy Money per month as a table from here/ }),
  ).toBeFocused();
  await expect(page.getByText(/This frame/)).toHaveCount(0);
});
