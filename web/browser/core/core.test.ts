// What must hold in every browser: figures, links, editing, embedding, the single file and the floor plan.
import { pathToFileURL } from "node:url";
import { KEPT, tenantColour } from "../../src/palette";
import { ADDRESS } from "../browser";
import { host } from "../host";
import { linkTo, REPRESENTATIVE, reference, referenceHeadline, shippedScenarios } from "../reference";
import { ATTACHED, SINGLE_FILE, wiki } from "../wiki";
import { capacity, cells, expect, expectFigures, expectPlan, expectRacks, left, seen, test, typeMonth } from "./core";

const FOUNDING = "half-the-data-center";
const SHARE = "[data-path='lease.anthropic.share']";
const SLIDER = `${SHARE} input[type=range]`;
const FIELD = `${SHARE} input[type=text]`;

const START = "[data-path='lease.anthropic.start'] input";

const share = (part: number) => referenceHeadline(FOUNDING, `lease.anthropic.share=${part}`);

test("shipped scenarios, chosen one after the other, show the figures of the command line", async ({ surface }) => {
  await surface.open(ADDRESS);
  await expectFigures(surface, referenceHeadline(FOUNDING));
  expect(shippedScenarios()).toEqual(expect.arrayContaining(REPRESENTATIVE));
  for (const name of [...REPRESENTATIVE.slice(1), FOUNDING]) {
    await test.step(name, async () => {
      await surface.choose("select[aria-label=Scenario]", name);
      await expectFigures(surface, referenceHeadline(name));
    });
  }
});

test("a link with changes and an added lease opens with the figures of the command line", async ({ surface }) => {
  const lease = JSON.stringify({ title: "Zweite Mieterin", site: "memphis", share: 0.25, price: 3.1, start: "2026-05", last_month: "2031-04" });
  const settings = ["lease.anthropic.share=0.6", "site.memphis.power_usage_effectiveness=1.31", `lease.second=${lease}`];
  await surface.open(`${ADDRESS}/${linkTo(FOUNDING, ...settings)}`);
  await expectFigures(surface, referenceHeadline(FOUNDING, ...settings));
  expect((await capacity(surface)).find((row) => row.startsWith("Zweite Mieterin"))).toContain("25%");
  // Its script comes after the figures.
  await expect.poll(() => seen(surface, "section[aria-label='Changed against the base']")).toContain("Share of the site, Anthropic: 50% 60%");
});

test("a slider moved by key changes the figures, and undo takes it back exactly", async ({ surface }) => {
  await surface.open(ADDRESS);
  await expectFigures(surface, share(0.5));
  const before = await cells(surface);
  await surface.press(SLIDER, "PageUp");
  await expectFigures(surface, share(0.6));
  await surface.press(SLIDER, "ArrowRight");
  await expectFigures(surface, share(0.61));
  await surface.press("h1", "Undo", "Undo");
  await expect.poll(() => cells(surface)).toEqual(before);
  await expect.poll(() => seen(surface, "section[aria-label='Changed against the base']")).toBe("");
});

test("a number typed changes the figures, what is no number does not, and ↺ takes it back", async ({ surface }) => {
  await surface.open(ADDRESS);
  await expectFigures(surface, share(0.5));
  const before = await cells(surface);
  await surface.type(FIELD, "72.5");
  await surface.press(FIELD, "Enter");
  await expectFigures(surface, share(0.725));
  await surface.type(FIELD, "lots");
  await surface.press(FIELD, "Enter");
  await expect.poll(() => seen(surface, `${SHARE} [role=alert]`)).toContain("“lots” is not a number");
  await expectFigures(surface, share(0.725));
  await surface.click(`${SHARE} button[aria-label^='Reset']`);
  await expect.poll(() => cells(surface)).toEqual(before);
});

test("a month typed changes the figures, and ↺ takes it back", async ({ surface }) => {
  await surface.open(ADDRESS);
  await expectFigures(surface, share(0.5));
  const before = await cells(surface);
  await typeMonth(surface, START, "2026-09");
  await expectFigures(surface, referenceHeadline(FOUNDING, "lease.anthropic.start=2026-09"));
  await expect.poll(() => seen(surface, "section[aria-label='Changed against the base']")).toContain("May 2026 Sep 2026");
  await surface.click("[data-path='lease.anthropic.start'] button[aria-label^='Reset']");
  await expect.poll(() => cells(surface)).toEqual(before);
});

for (const [edition, source] of [
  ["the folder", `${ADDRESS}/`],
  ["the single file", ATTACHED],
]) {
  test(`in a frame sandboxed to scripts alone, ${edition} shows the figures and can be changed`, async ({ surface }) => {
    const host = await wiki(`<iframe sandbox="allow-scripts" src="${source}" width="1400" height="860"></iframe>`);
    await surface.open(host.address);
    const frame = surface.frame("iframe");
    await expectFigures(frame, share(0.5));
    // A frame gets the keys when somebody has clicked into it.
    await frame.click("h1");
    await frame.press(SLIDER, "PageUp");
    await expectFigures(frame, share(0.6));
    await expectPlan(surface, 0.6, "iframe");
    await left(surface, host);
  });
}

test("in such a frame, from a host whose policy names no origin, the folder runs or says why it does not", async ({ surface, engine }) => {
  const folder = await host({ headers: { "Access-Control-Allow-Origin": "*" } });
  const around = await wiki(`<iframe sandbox="allow-scripts" src="${folder.address}" width="1400" height="860"></iframe>`);
  await surface.open(around.address);
  const frame = surface.frame("iframe");
  if (engine === "webkit") {
    // Scripts that run have run by then.
    await expect.poll(() => frame.read(() => document.readyState, null)).toBe("complete");
    await expect
      .poll(() => seen(frame, "body"))
      .toMatch(/If this text stays, the page could not start.*Safari in a frame .*use rackonomics\.html .*make dist ORIGIN=/);
  } else {
    await expectFigures(frame, share(0.5));
  }
  await left(surface, around, folder);
});

test("as one file from a disk the figures are there and can be changed", async ({ surface }) => {
  await surface.open(pathToFileURL(SINGLE_FILE).href);
  await expectFigures(surface, share(0.5));
  await surface.press(SLIDER, "PageUp");
  await expectFigures(surface, share(0.6));
  await expectPlan(surface, 0.6);
});

test("the floor plan has as large a part of its racks in the tenant's colour as the model leases", async ({ surface }) => {
  await surface.open(ADDRESS);
  await expectFigures(surface, share(0.5));
  await expectPlan(surface, 0.5);
  await surface.type(FIELD, "80");
  await surface.press(FIELD, "Enter");
  await expectFigures(surface, share(0.8));
  await expectPlan(surface, 0.8);
});

/** As engine/campus/palette.go has them for light pages: dark racks, and cables with power where it is the limit. */
const DARK = "#39424d";
const LIMIT = "#c8372d";

/** Of the racks that are installed in the first month: the parts of the tenant, of own use and of those that are dark. */
function partsOf(name: string): { [colour: string]: number } {
  const { rows } = reference(name);
  const racks = (row: string) => rows.filter((each) => each.name === row).reduce((sum, { values }) => sum + values[0]!, 0);
  const installed = racks("fleet.racks_installed");
  return {
    [tenantColour(0)]: racks("lease.racks") / installed,
    [KEPT]: racks("site.racks_kept") / installed,
    [DARK]: 1 - racks("fleet.racks_usable") / installed,
  };
}

test("the page of the scene alone has, of one scenario after the other, each use's part of the racks and power's limit", async ({ surface }) => {
  await surface.open(`${ADDRESS}/scene.html?theme=light`);
  for (const name of ["half-the-data-center", "power-capped", "tenant-leaves-2027", "filed-deal"]) {
    await surface.read((link) => {
      location.hash = link;
    }, linkTo(name));
    await expectRacks(surface, partsOf(name), { [LIMIT]: name === "power-capped" });
  }
});
