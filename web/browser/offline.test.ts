// The folder edition opens without a network once it was opened, below whatever path, and the newest is what opens with one.
import { type Page, test } from "@playwright/test";
import { type Host, host } from "./host";
import { drawn, expect, figures, opened } from "./page";

// A context that was offline, or keeps the page, is no use to a test after these.
test.use({ serviceWorkers: "allow", reuseContext: false });

async function kept(page: Page): Promise<void> {
  await expect(page.getByText("This page opens without a network too.")).toBeAttached({ timeout: 60_000 });
}

test("opens without a network, with figures, charts and the floor plan", async ({ page, context }) => {
  const server = await host();
  await page.goto(server.address);
  const before = await figures(page);
  await kept(page);
  await context.setOffline(true);
  await server.close();
  await page.goto("about:blank");
  await page.goto(server.address);
  expect(await figures(page)).toEqual(before);
  await expect(page.locator("#chart-money canvas").first()).toBeVisible();
  await drawn(page);
  // What loads later too.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Find anything" }).getByRole("option").first()).toBeVisible();
  await page.goto(`${server.address}index.html`);
  await opened(page);
});

test("asks the network for the page as long as there is one, and keeps its own folder alone", async ({ page }) => {
  let server: Host | undefined = await host();
  await page.goto(server.address);
  await kept(page);
  const asked = server.asked.length;
  await page.goto("about:blank");
  await page.goto(server.address);
  await opened(page);
  expect(server.asked.slice(asked)).toContain("/sub/path/");
  expect(server.asked.filter((path) => !path.startsWith("/sub/path/"))).toEqual([]);
  const names = await page.evaluate(() => caches.keys());
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/^rackonomics \/sub\/path\/ [0-9a-f]{16}$/);
  await server.close();
  server = undefined;
});

test("says nothing of it where the script is refused", async ({ page }) => {
  const server = await host({ instead: { "service-worker.js": (response) => response.writeHead(404).end() } });
  await page.goto(server.address);
  await opened(page);
  await expect(page.locator(".kept")).toBeAttached();
  await expect(page.getByText("opens without a network")).toHaveCount(0);
  await server.close();
});
