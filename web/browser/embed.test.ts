// Views in frames of other pages, and what those pages may do with them.
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { chromium, type FrameLocator, type Page } from "@playwright/test";
import { FROM_EMBED } from "../src/embed/protocol";
import { misfitOf, type Schema } from "../src/embed/schema";
import { formatMonth } from "../src/format";
import { KEEPING, said, say } from "./around";
import { BROWSER_WITHOUT_WEBGL } from "./browser";
import { answered, expect, opened, test } from "./page";
import { linkTo, referenceHeadline, untold } from "./reference";
import { SINGLE_FILE, wiki } from "./wiki";

const FOUNDING = "half-the-data-center";
const SHARE = "lease.anthropic.share";

const embedded = (frame: FrameLocator | Page) => frame.locator(".view-answer");

/** Puts a frame into the page, with the page's own origin in its address. */
function frameOf(page: Page, address: string, attributes: { [name: string]: string } = {}): Promise<void> {
  return page.evaluate(
    ([source, more]) => {
      const frame = document.createElement("iframe");
      for (const [name, value] of Object.entries(more)) frame.setAttribute(name, value);
      frame.src = source.replace("{{origin}}", encodeURIComponent(origin));
      Object.assign(frame.style, { width: "900px", height: "500px" });
      document.body.append(frame);
    },
    [address, attributes] as const,
  );
}

const untoldNow = async (page: Page, share: number) => {
  const [last] = (await said(page, "rackonomics:changed")).slice(-1);
  if (!last) return ["nothing was said"];
  return untold(
    (month) => referenceHeadline(FOUNDING, `${SHARE}=${share}`)(month).map(({ title, texts }) => ({ title, texts: texts.slice(0, 1) })),
    formatMonth(last.month),
    last.figures.map(({ title, text }) => ({ title, text: text.charAt(0).toUpperCase() + text.slice(1) })),
  );
};

test("a plain frame shows the answer, says how high it is, and loads nothing else", async ({ page, baseURL, another }) => {
  const whole = await another();
  await whole.goto("/");
  await opened(whole);
  await answered(whole);
  const answer = await embedded(whole).innerText();
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.replace(/-[0-9a-f]{16}/, "")));
  await frameOf(page, `${baseURL}/embed.html?view=answer${linkTo(FOUNDING)}`);
  const frame = page.frameLocator("iframe");
  await answered(frame);
  await expect(embedded(frame)).toHaveText(answer, { useInnerText: true });
  await expect(frame.getByText("not advice")).toBeVisible();
  await expect(frame.getByRole("link", { name: "Open in Rackonomics" })).toHaveAttribute("href", new RegExp(`^${baseURL}/#s=`));
  expect(asked.filter((path) => /charts|scene|later|page\./.test(path))).toEqual([]);
  const height = await frame.locator("#app").evaluate((place) => Math.ceil(place.getBoundingClientRect().height));
  await expect.poll(async () => (await said(page, "rackonomics:height")).at(-1)?.height).toBe(height);
  // Without an origin nothing else is told, and nothing is taken.
  await say(page, { type: "rackonomics:set", inputs: { [SHARE]: 0.9 } });
  await frame.getByRole("button", { name: /^Why / }).first().click();
  const why = frame.getByRole("dialog");
  await expect(why.getByRole("listitem").first()).toBeVisible();
  // What is of no more use leaves the focus in the drawer, as on the page.
  await why.getByRole("button", { name: "Against the base" }).evaluate((button: HTMLButtonElement) => {
    button.focus();
    button.disabled = true;
  });
  await expect(why.locator(":focus")).toHaveCount(1);
  await expect(embedded(frame)).toHaveText(answer, { useInnerText: true });
  expect(await page.evaluate(() => [...new Set((globalThis as unknown as { said: { type: string }[] }).said.map(({ type }) => type))])).toEqual([
    "rackonomics:height",
  ]);
  host.close();
});

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin"]) {
  test(`sandbox="${sandbox}": inputs, month and link come from the page around, and what is shown goes out`, async ({ page, baseURL }) => {
    const host = await wiki(KEEPING);
    await page.goto(host.address);
    await frameOf(page, `${baseURL}/embed.html?view=answer,headline&origin={{origin}}`, { sandbox });
    const frame = page.frameLocator("iframe");
    await expect.poll(async () => (await said(page, "rackonomics:ready"))[0]?.views.map(({ name }) => name)).toContain("headline");
    await expect.poll(() => untoldNow(page, 0.5)).toEqual([]);

    await say(page, { type: "rackonomics:set", inputs: { [SHARE]: 0.6 } });
    await expect.poll(() => untoldNow(page, 0.6)).toEqual([]);
    await say(page, { type: "rackonomics:set", inputs: { [SHARE]: "70 %" } });
    await expect.poll(() => untoldNow(page, 0.7)).toEqual([]);
    await say(page, { type: "rackonomics:month", month: "2027-03" });
    await expect.poll(async () => (await said(page, "rackonomics:changed")).at(-1)?.month).toBe("2027-03");
    const [last] = (await said(page, "rackonomics:changed")).slice(-1);
    expect(last).toMatchObject({ inputs: { [SHARE]: 0.7 }, link: expect.stringMatching(/^#s=/) });
    await expect(frame.getByRole("link", { name: "Open in Rackonomics" })).toHaveAttribute("href", `${baseURL}/${last!.link}`);

    await say(page, { type: "rackonomics:open", link: `https://elsewhere.example/page${linkTo(FOUNDING, `${SHARE}=0.4`)}&utm_source=chat` });
    await expect.poll(() => untoldNow(page, 0.4)).toEqual([]);
    const known = FROM_EMBED as unknown as readonly (Schema & { properties: { type: { const: string } } })[];
    const all = await page.evaluate(() => (globalThis as unknown as { said: { type: string }[] }).said);
    expect(all.flatMap((message) => misfitOf(message, known.find(({ properties }) => properties.type.const === message.type)!) ?? [])).toEqual([]);
    host.close();
  });
}

test("what cannot be done is refused by name, value and what is allowed, and changes nothing", async ({ page, baseURL }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  await frameOf(page, `${baseURL}/embed.html?view=answer&origin={{origin}}`);
  await expect.poll(() => untoldNow(page, 0.5)).toEqual([]);
  const refused = async () => (await said(page, "rackonomics:refused")).at(-1);
  const wrong: [{ [name: string]: unknown }, { [name: string]: unknown }][] = [
    [
      { type: "rackonomics:set", inputs: { [SHARE]: 7 } },
      { path: SHARE, value: 7 },
    ],
    [
      { type: "rackonomics:set", inputs: { [SHARE]: "lots" } },
      { path: SHARE, value: "lots" },
    ],
    [
      { type: "rackonomics:set", inputs: { "lease.nobody.share": 0.2 } },
      { path: "lease.nobody.share", value: 0.2 },
    ],
    [
      { type: "rackonomics:set", inputs: { no: 1 } },
      { path: "no", value: 1 },
    ],
    [
      { type: "rackonomics:set", inputs: [1] },
      { path: "", allowed: "inputs must be an object" },
    ],
    [
      { type: "rackonomics:month", month: "1999-01" },
      { path: "month", value: "1999-01" },
    ],
    [
      { type: "rackonomics:open", link: "#s=1.torn" },
      { path: "link", value: "#s=1.torn" },
    ],
    [{ type: "rackonomics:obey" }, { path: "", allowed: expect.stringContaining("rackonomics:set") }],
    [
      { type: "rackonomics:set", inputs: { [SHARE]: "x".repeat(100_000) } },
      { path: "", allowed: expect.stringContaining("characters") },
    ],
  ];
  for (const [message, answer] of wrong) {
    await say(page, message);
    await expect.poll(refused).toMatchObject(answer);
  }
  // What is right beside what is wrong stands.
  await say(page, { type: "rackonomics:set", inputs: { [SHARE]: 0.6, "lease.anthropic.nothing": 1 } });
  await expect.poll(refused).toMatchObject({ path: "lease.anthropic.nothing" });
  await expect.poll(() => untoldNow(page, 0.6)).toEqual([]);
  expect((await said(page, "rackonomics:changed")).at(-1)!.inputs).toEqual({ [SHARE]: 0.6 });
  host.close();
});

test("another window and another origin are not listened to", async ({ page, baseURL, watched }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  await frameOf(page, `${baseURL}/embed.html?view=answer&origin={{origin}}`);
  await expect.poll(() => untoldNow(page, 0.5)).toEqual([]);
  // A frame beside it, of the very origin that was given.
  await page.evaluate((path) => {
    const beside = document.createElement("iframe");
    beside.srcdoc =
      `<script>parent.frames[0].postMessage({ type: "rackonomics:set", inputs: { "${path}": 0.9 } }, "*"); parent.postMessage("done", "*")</` +
      "script>";
    document.body.append(beside);
  }, SHARE);
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { said: unknown[] }).said.includes("done"))).toBe(true);
  // An answer to a later message has passed over the earlier one.
  await say(page, { type: "rackonomics:set", inputs: { [SHARE]: 0.6 } });
  await expect.poll(() => untoldNow(page, 0.6)).toEqual([]);
  expect((await said(page, "rackonomics:changed")).map(({ inputs }) => inputs[SHARE])).toEqual([undefined, 0.6]);

  await page.goto(host.address);
  await frameOf(page, `${baseURL}/embed.html?view=answer&origin=https://elsewhere.example`);
  const frame = page.frameLocator("iframe");
  await expect(embedded(frame)).toBeVisible();
  await say(page, { type: "rackonomics:set", inputs: { [SHARE]: 0.9 } });
  await frame.getByRole("button", { name: /^Why / }).first().click();
  await expect(frame.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  await expect(frame.getByText("with one change")).toHaveCount(0);
  expect(await said(page, "rackonomics:changed")).toEqual([]);
  // The browser says on the console that it tells this page nothing that is meant for another.
  expect(watched.splice(0).filter((text) => !/target origin/.test(text))).toEqual([]);
  host.close();
});

test("a page without an origin of its own is served where the address says null", async ({ page, baseURL, watched }) => {
  const host = await wiki(KEEPING);
  const outer = await wiki(`<iframe sandbox="allow-scripts" src="${host.address}" width="1000" height="600"></iframe>`);
  await page.goto(outer.address);
  const inner = page.frames().find((frame) => frame.url() === host.address)!;
  await inner.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
  }, `${baseURL}/embed.html?view=answer&origin=null`);
  const told = () =>
    inner.evaluate(() => (globalThis as unknown as { said: { type: string; inputs?: object }[] }).said.findLast(({ inputs }) => inputs));
  await expect.poll(told).toMatchObject({ type: "rackonomics:changed", inputs: {} });
  await inner.evaluate((path) => window.frames[0]!.postMessage({ type: "rackonomics:set", inputs: { [path]: 0.6 } }, "*"), SHARE);
  await expect.poll(told).toMatchObject({ inputs: { [SHARE]: 0.6 } });
  expect(watched.splice(0)).toEqual([`another host: ${host.address}`]); // the page around
  host.close();
  outer.close();
});

test("a view that is none is refused with the names of those that are, and wrong parameters are told", async ({ page }) => {
  await page.goto("/embed.html?view=answer,nonsense&theme=pink&origin=wiki");
  await expect(embedded(page)).toBeVisible();
  await expect(
    page.getByRole("alert").filter({ hasText: /no view “nonsense”\. Allowed are answer, headline, .*floor, full, story\./ }),
  ).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "allowed are light and dark" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "origin=wiki is no origin" })).toBeVisible();
});

test("a damaged link says so", async ({ page, baseURL }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  await frameOf(page, `${baseURL}/embed.html?view=answer&origin={{origin}}#s=1.torn`);
  await expect(page.frameLocator("iframe").getByRole("alert").first()).toContainText("damaged");
  await expect.poll(async () => (await said(page, "rackonomics:refused"))[0]).toMatchObject({ path: "link" });
  host.close();
});

test("full shows all that the page does, in either theme, without serious findings of axe", async ({ page }) => {
  for (const theme of ["light", "dark"]) {
    await page.goto(`/embed.html?view=full&theme=${theme}`);
    await expect(page.locator(".scene[data-ready=true]")).toBeVisible({ timeout: 40_000 });
    await expect(page.locator("#chart-power canvas").first()).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)).toEqual([]);
  }
  for (const width of [320, 390, 760]) {
    await page.setViewportSize({ width, height: 800 });
    // Charts fit themselves to another width in a moment of their own.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("the floor plan alone fills a frame of any height, and says how high it is by itself", async ({ page, baseURL }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  await frameOf(page, `${baseURL}/scene.html`);
  const frame = page.frameLocator("iframe");
  const scene = frame.locator(".scene");
  await expect(frame.getByRole("slider", { name: "Month", exact: true })).toBeVisible();
  const told = async () => (await said(page, "rackonomics:height")).at(-1)!.height;
  const sizes = async (height: number) => {
    await page.locator("iframe").evaluate((element, height) => Object.assign(element.style, { height: `${height}px` }), height);
    // The frame is as high as that once what it holds is laid out anew.
    await expect.poll(() => frame.locator("html").evaluate(() => innerHeight)).toBe(height);
    return frame.locator("html").evaluate((root) => ({
      isFilled: Math.abs(document.querySelector(".embed")!.getBoundingClientRect().height - innerHeight) < 1,
      isScrolled: root.scrollHeight > innerHeight,
    }));
  };
  const height = async () => (await scene.boundingBox())!.height;
  expect(await sizes(600)).toEqual({ isFilled: true, isScrolled: false });
  const alone = await told();
  expect(await sizes(1200)).toEqual({ isFilled: true, isScrolled: false });
  expect(await height()).toBeGreaterThan(800);
  expect(await sizes(240)).toEqual({ isFilled: false, isScrolled: true });
  expect(await height()).toBe(300);
  // A page that follows it has the plan as high as it is by itself, and is told nothing else.
  expect(await sizes(alone)).toEqual({ isFilled: true, isScrolled: false });
  expect(Math.abs((await height()) - 516)).toBeLessThan(1);
  expect(await told()).toBe(alone);
  host.close();
});

test("without WebGL tables stand in the floor plan's place", async ({ baseURL }) => {
  const browser = await chromium.launch(BROWSER_WITHOUT_WEBGL);
  const page = await browser.newPage();
  await page.goto(`${baseURL}/embed.html?view=floor`);
  await expect(page.getByText("The floor plan cannot be drawn here")).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("table", { name: /Capacity by tenant/ })).toBeVisible();
  await browser.close();
});

for (const sandbox of [{}, { sandbox: "allow-scripts" }])
  test(`where frames within frames are forbidden, tables stand in the floor plan's place ${JSON.stringify(sandbox)}`, async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      // What a place that takes frames out of a page leaves: an element that holds no document.
      if (window.parent !== window) Object.defineProperty(HTMLIFrameElement.prototype, "srcdoc", { set() {} });
    });
    const host = await wiki(KEEPING);
    await page.goto(host.address);
    await frameOf(page, `${baseURL}/embed.html?view=floor`, sandbox);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("The floor plan cannot be drawn here")).toBeVisible({ timeout: 40_000 });
    await expect(frame.getByRole("table", { name: /Capacity by tenant/ })).toBeVisible();
    host.close();
  });

test("a host with a strict policy has frames and the element", async ({ page, baseURL }) => {
  const host = await wiki(
    `<script src="${baseURL}/rack-scenario.js"></script><rack-scenario id="one" view="answer"></rack-scenario>
     <p>What if the share were <a href="#one" data-rack-set="${SHARE}=0.6" data-rack-for="one">60 %</a>?</p>`,
    {
      "Content-Security-Policy": `default-src 'none'; img-src data:; script-src ${baseURL}; frame-src ${baseURL}; require-trusted-types-for 'script'`,
    },
  );
  await page.goto(host.address);
  const frame = page.frameLocator("iframe");
  await expect(embedded(frame)).toBeVisible();
  await page.getByRole("link", { name: "60 %" }).click();
  await expect(frame.getByText("with one change")).toBeVisible();
  host.close();
});

test("the element is as high as what it shows, follows its attributes, and tells events", async ({ page, baseURL }) => {
  const host = await wiki(
    `<style>body{width:700px}</style><script src="${baseURL}/rack-scenario.js"></script>
     <rack-scenario id="one" view="answer,headline" inputs="${SHARE}=0.6" month="2027-03" label="A lease of 60 %"></rack-scenario>
     <p>What if it were <a data-rack-set="${SHARE}=0.7">70 %</a>, in <a href="#" data-rack-month="2028-01">2028</a>?</p>
     <script>var told = []; for (const name of ["ready", "changed", "refused"]) document.addEventListener("rack-" + name, ({ type, detail, target }) => told.push({ type, ...detail, by: target.id }));</script>`,
  );
  await page.goto(host.address);
  type Told = { type: string; by: string; inputs?: object; month?: string; path?: string };
  const told = () => page.evaluate(() => (globalThis as unknown as { told: Told[] }).told.at(-1));
  await expect.poll(told).toMatchObject({ type: "rack-changed", by: "one", inputs: { [SHARE]: 0.6 }, month: "2027-03" });
  const frame = page.frameLocator("rack-scenario iframe");
  await expect(page.locator("iframe")).toHaveAttribute("title", "A lease of 60 %");
  const fits = () =>
    frame
      .locator("html")
      .evaluate((root) => [root.scrollHeight <= window.innerHeight, window.innerHeight - document.getElementById("app")!.scrollHeight < 2]);
  await expect.poll(fits).toEqual([true, true]);

  await page.getByRole("button", { name: "70 %" }).press("Enter");
  await expect.poll(told).toMatchObject({ inputs: { [SHARE]: 0.7 } });
  await page.getByRole("link", { name: "2028" }).click();
  await expect.poll(told).toMatchObject({ month: "2028-01" });
  await page.locator("#one").evaluate((element, path) => element.setAttribute("inputs", `${path}=80%`), SHARE);
  await expect.poll(told).toMatchObject({ inputs: { [SHARE]: 0.8 } });
  await page.locator("#one").evaluate((element, link) => element.setAttribute("link", link), linkTo(FOUNDING, `${SHARE}=0.3`));
  await expect.poll(told).toMatchObject({ inputs: { [SHARE]: 0.3 } });
  await page.locator("#one").evaluate((element) => element.setAttribute("month", "1990-01"));
  await expect.poll(told).toMatchObject({ type: "rack-refused", path: "month" });
  // More to show, and the frame grows.
  const before = await page.locator("iframe").evaluate(({ clientHeight }) => clientHeight);
  await frame.getByRole("button", { name: /^Why / }).first().click();
  await expect.poll(() => page.locator("iframe").evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(before + 100);
  await expect.poll(fits).toEqual([true, true]);
  // Fixed for a while, and then as high as what it shows again.
  const height = () => page.locator("iframe").evaluate(({ clientHeight }) => clientHeight);
  await page.locator("#one").evaluate((element) => element.setAttribute("height", "180"));
  expect(await height()).toBe(180);
  await page.locator("#one").evaluate((element) => element.removeAttribute("height"));
  await expect.poll(height).toBeGreaterThan(before + 100);
  await expect.poll(fits).toEqual([true, true]);
  host.close();
});

test("a story plays in a frame: by buttons, keys and the page around, and each step tells what it shows", async ({ page, baseURL }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  await frameOf(page, `${baseURL}/embed.html?view=story&origin={{origin}}`, { sandbox: "allow-scripts" });
  const frame = page.frameLocator("iframe");
  const step = frame.locator("article[aria-current=step]");
  const last = async () => (await said(page, "rackonomics:changed")).at(-1);
  await expect(step.getByRole("heading")).toHaveText("What was reported on 6 May");
  await expect.poll(last).toMatchObject({ step: 1, title: "Half the data centre" });
  // Whoever reads the page around keeps the focus there.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await expect(frame.getByRole("button", { name: "Leave the story" })).toHaveCount(0);
  await frame.getByRole("button", { name: "Next" }).click();
  await expect.poll(last).toMatchObject({ step: 2, title: "The filed deal" });
  await frame.getByRole("button", { name: "Next" }).press("ArrowRight");
  await expect.poll(last).toMatchObject({ step: 3, title: "As reported" });
  await say(page, { type: "rackonomics:step", step: 5 });
  await expect.poll(last).toMatchObject({ step: 5, title: "Expansion into orbit" });
  await expect(frame.locator("#view-launch-price canvas").first()).toBeVisible();
  await expect(frame.getByRole("region", { name: "Launch price and parity" }).first()).toBeVisible();
  await say(page, { type: "rackonomics:step", step: 6 });
  await expect.poll(async () => (await said(page, "rackonomics:refused")).at(-1)).toMatchObject({ path: "step", value: 6, allowed: /1 to 5/ });
  host.close();
});

test("a frame has the month and what is selected from the page around, and a month of its own unless that is turned off", async ({
  page,
  baseURL,
}) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  await frameOf(page, `${baseURL}/embed.html?view=capacity&origin={{origin}}`);
  const frame = page.frameLocator("iframe").first();
  const last = async () => (await said(page, "rackonomics:changed")).at(-1);
  await expect.poll(last).toMatchObject({ month: "2026-05" });
  expect(await last()).not.toHaveProperty("selected");
  await say(page, { type: "rackonomics:select", thing: "anthropic" });
  await expect(frame.locator("tr.selected th")).toHaveText("Anthropic");
  await expect.poll(last).toMatchObject({ selected: "anthropic" });
  await say(page, { type: "rackonomics:select", thing: "nobody" });
  await expect
    .poll(async () => (await said(page, "rackonomics:refused")).at(-1))
    .toMatchObject({ path: "thing", value: "nobody", allowed: /allowed are .*anthropic/ });
  await frame.getByRole("button", { name: "Anthropic", exact: true }).press("Escape");
  await expect.poll(last).not.toHaveProperty("selected");

  const month = frame.getByRole("group", { name: "Month shown" });
  await month.getByRole("button", { name: "One month later" }).click();
  await expect.poll(last).toMatchObject({ month: "2026-06" });
  await month.getByRole("slider", { name: "Month" }).press("End");
  await expect(month.getByRole("status")).toHaveText("Apr 2031");
  await say(page, { type: "rackonomics:month", month: "2027-03" });
  await expect(month.getByRole("slider", { name: "Month" })).toHaveAttribute("aria-valuetext", "Mar 2027");

  await frameOf(page, `${baseURL}/embed.html?view=capacity&controls=none`);
  const plain = page.frameLocator("iframe").nth(1);
  await expect(plain.getByRole("table")).toBeVisible();
  await expect(plain.getByRole("group", { name: "Month shown" })).toHaveCount(0);
  host.close();
});

test("the element and links in the prose select, and go to a step", async ({ page, baseURL }) => {
  const host = await wiki(
    `<script src="${baseURL}/rack-scenario.js"></script>
     <rack-scenario id="one" view="story,capacity" step="2" select="anthropic" controls="none"></rack-scenario>
     <p>See <a data-rack-step="3">the second quarter</a> of <a data-rack-select="">nobody</a> and <a href="#" data-rack-select="anthropic">them</a>.</p>
     <script>var told = []; document.addEventListener("rack-changed", ({ detail }) => told.push(detail));</script>`,
  );
  await page.goto(host.address);
  const told = () => page.evaluate(() => (globalThis as unknown as { told: object[] }).told.at(-1));
  await expect.poll(told).toMatchObject({ step: 2, title: "The filed deal", selected: "anthropic" });
  await page.getByRole("button", { name: "nobody" }).press("Enter");
  await expect.poll(told).not.toHaveProperty("selected");
  await page.getByRole("link", { name: "them" }).click();
  await expect.poll(told).toMatchObject({ selected: "anthropic" });
  await page.getByRole("button", { name: "the second quarter" }).click();
  await expect.poll(told).toMatchObject({ step: 3, title: "As reported" });
  const frame = page.frameLocator("rack-scenario iframe");
  await expect(frame.getByRole("group", { name: "Month shown" })).toHaveCount(0);
  host.close();
});

/** How many workers the browser has of each type. */
async function workers(page: Page): Promise<{ dedicated: number; shared: number }> {
  const client = await page.context().browser()!.newBrowserCDPSession();
  const { targetInfos } = await client.send("Target.getTargets");
  await client.detach();
  return { dedicated: page.workers().length, shared: targetInfos.filter(({ type }) => type === "shared_worker").length };
}

const TEN = Array.from({ length: 10 }, (_, at) => (at + 1) / 20);

test("ten embeds of ten links share one engine", async ({ page, baseURL }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  const modules: string[] = [];
  page.on("request", (request) => request.url().includes("engine-") && modules.push(request.url()));
  for (const share of TEN)
    await frameOf(page, `${baseURL}/embed.html?view=answer,headline&origin={{origin}}${linkTo(FOUNDING, `${SHARE}=${share}`)}`);
  for (const [at, share] of TEN.entries()) {
    const frame = page.frameLocator(`iframe >> nth=${at}`);
    await page.locator(`iframe >> nth=${at}`).scrollIntoViewIfNeeded();
    await expect(frame.getByText(`${share * 100}%`).first()).toBeVisible();
  }
  expect(await workers(page)).toEqual({ dedicated: 0, shared: 1 });
  expect(modules.length).toBeLessThanOrEqual(1);
  // All at once, again and again: nobody gets another's figures.
  for (const shift of [0.01, 0.02, 0.03]) {
    await page.evaluate(
      ([shares, path, more]) =>
        shares.forEach((share, at) => {
          window.frames[at]!.postMessage({ type: "rackonomics:set", inputs: { [path]: share + more } }, "*");
        }),
      [TEN, SHARE, shift] as const,
    );
  }
  for (const [at, share] of TEN.entries()) {
    await page.locator(`iframe >> nth=${at}`).scrollIntoViewIfNeeded();
    await expect(
      page
        .frameLocator(`iframe >> nth=${at}`)
        .getByText(`${Math.round((share + 0.03) * 100)}%`)
        .first(),
    ).toBeVisible();
  }
  host.close();
});

test("of ten sandboxed embeds those in sight have an engine, each its own", async ({ page, baseURL }) => {
  const host = await wiki(KEEPING);
  await page.goto(host.address);
  for (const _ of TEN) await frameOf(page, `${baseURL}/embed.html?view=answer&origin={{origin}}`, { sandbox: "allow-scripts" });
  await expect(embedded(page.frameLocator("iframe >> nth=0"))).toBeVisible();
  expect((await workers(page)).shared).toBe(0);
  const seen = await page
    .locator("iframe")
    .evaluateAll((frames) => frames.filter((frame) => frame.getBoundingClientRect().top < window.innerHeight).length);
  expect(page.workers().length).toBeLessThanOrEqual(seen);
  await page.locator("iframe >> nth=9").scrollIntoViewIfNeeded();
  await expect(embedded(page.frameLocator("iframe >> nth=9"))).toBeVisible();
  host.close();
});

for (const [where, parameters] of [
  ["query", "?view=answer"],
  ["fragment", "#view=answer&"],
] as const)
  test(`the single file from a disk is an embed where its ${where} asks for one`, async ({ page }) => {
    const link = linkTo(FOUNDING, `${SHARE}=0.6`);
    await page.goto(`${pathToFileURL(SINGLE_FILE).href}${parameters}${where === "query" ? link : link.slice(1)}`);
    await expect(embedded(page)).toBeVisible();
    await expect(page.getByText("with one change")).toBeVisible();
    await expect(page.getByRole("slider", { name: "Share of the site" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Open in Rackonomics" })).toHaveAttribute(
      "href",
      new RegExp(`^${pathToFileURL(SINGLE_FILE).href}#s=`),
    );
    await page.getByRole("button", { name: /^Why / }).first().click();
    await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  });
