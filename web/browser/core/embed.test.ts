// Embeds in every browser: in a plain frame, in one sandboxed to scripts alone, many on a page, and as the single file.
import type { FromEmbed, ToEmbed } from "../../src/embed/protocol";
import { ADDRESS } from "../browser";
import { host } from "../host";
import { linkTo, referenceHeadline } from "../reference";
import { ATTACHED, wiki } from "../wiki";
import { expect, left, seen, test } from "./core";
import type { Surface } from "./surface";

/** How long the first figures may take on a machine with much to do, in milliseconds. */
const FIRST = { timeout: 40_000 };
const FOUNDING = "half-the-data-center";
const SHARE = "lease.anthropic.share";
const KEEPING = '<script>var said = []; addEventListener("message", ({ data }) => said.push(data));</script>';
const TEN = Array.from({ length: 10 }, (_, at) => (at + 1) / 20);

/** Frames with these addresses, which name the page's own origin; a script writes them, since only the page knows it. */
const frames = (addresses: readonly string[], attributes: string) =>
  `${KEEPING}<script>for (const address of ${JSON.stringify(addresses)}) document.write('<iframe ${attributes} width="800" height="420" src="' + address.replace("{{origin}}", encodeURIComponent(origin)) + '"></iframe>')</script>`;

type Changed = Extract<FromEmbed, { type: "rackonomics:changed" }>;

/** What was said last of what is shown. */
const lastSaid = (surface: Surface): Promise<Changed | null> =>
  surface.read(() => (globalThis as unknown as { said: Changed[] }).said.filter(({ type }) => type === "rackonomics:changed").at(-1) ?? null, null);

const say = (surface: Surface, message: ToEmbed): Promise<void> =>
  surface.read((data) => window.frames[0]!.postMessage(data, "*"), message as { type: string });

/** The figures of the command line, as an embed tells them. */
const figures = (share: number, month: string) =>
  referenceHeadline(
    FOUNDING,
    `${SHARE}=${share}`,
  )(month)
    .slice(1, 4)
    .map(({ texts }) => texts[0]);

for (const [where, source, attributes] of [
  ["a plain frame", `${ADDRESS}/embed.html`, ""],
  ["a frame sandboxed to scripts alone", `${ADDRESS}/embed.html`, 'sandbox="allow-scripts"'],
  ["a frame with the single file, sandboxed to scripts alone", ATTACHED, 'sandbox="allow-scripts"'],
] as const)
  test(`${where} shows what it is told to, and tells the command line's figures`, async ({ surface }) => {
    const host = await wiki(frames([`${source}?view=answer,headline&origin={{origin}}${linkTo(FOUNDING, `${SHARE}=0.6`)}`], attributes));
    await surface.open(host.address);
    await expect.poll(async () => (await lastSaid(surface))?.figures.slice(1, 4).map(({ text }) => text), FIRST).toEqual(figures(0.6, "May 2026"));
    await say(surface, { type: "rackonomics:set", inputs: { [SHARE]: 0.7 } });
    await say(surface, { type: "rackonomics:month", month: "2027-03" });
    await expect.poll(async () => (await lastSaid(surface))?.figures.slice(1, 4).map(({ text }) => text)).toEqual(figures(0.7, "Mar 2027"));
    expect(await lastSaid(surface)).toMatchObject({ inputs: { [SHARE]: 0.7 }, month: "2027-03" });
    const frame = surface.frame("iframe");
    expect(await seen(frame, ".view-answer")).toContain("Mar 2027");
    // What it would take comes later, and may be lower than what stood in its place.
    const height = () => frame.read(() => Math.ceil(document.getElementById("app")!.getBoundingClientRect().height), null);
    const told = () =>
      surface.read(() => (globalThis as unknown as { said: { height?: number }[] }).said.findLast(({ height }) => height)?.height, null);
    await expect.poll(async () => (await told()) === (await height()), "the height that is told is the frame's").toBe(true);
    await left(surface, host);
  });

test("the element under a strict policy follows a link in prose", async ({ surface }) => {
  const host = await wiki(
    `<script src="${ADDRESS}/rack-scenario.js"></script><rack-scenario id="one" view="answer"></rack-scenario>
     <a href="#one" data-rack-set="${SHARE}=0.6" data-rack-for="one">60 %</a>`,
    { "Content-Security-Policy": `default-src 'none'; img-src data:; script-src ${ADDRESS}; frame-src ${ADDRESS}` },
  );
  await surface.open(host.address);
  const frame = surface.frame("rack-scenario iframe");
  await expect.poll(() => surface.read(() => document.querySelector("iframe") !== null, null)).toBe(true);
  await expect.poll(() => seen(frame, ".embed-title"), FIRST).toBe("Half the data centre");
  await surface.click("a[data-rack-set]");
  await expect.poll(() => seen(frame, ".embed-title")).toBe("Half the data centre with one change");
  await left(surface, host);
});

for (const attributes of ["", 'sandbox="allow-scripts"'])
  test(`ten embeds on a page (${attributes || "plain"}) each show their own`, async ({ surface, engine }) => {
    // A frame of an opaque origin compiles the engine for itself, which ten times over takes WebKitGTK minutes on two cores.
    const shares = engine === "webkit" && attributes ? TEN.slice(0, 3) : TEN;
    const addresses = shares.map((share) => `${ADDRESS}/embed.html?view=answer&origin={{origin}}${linkTo(FOUNDING, `${SHARE}=${share}`)}`);
    const host = await wiki(frames(addresses, attributes));
    await surface.open(host.address);
    for (const [at, share] of shares.entries()) {
      const shown = () =>
        surface.read((which) => {
          document.querySelectorAll("iframe")[which]!.scrollIntoView();
          const changed = (globalThis as unknown as { said: Changed[] }).said.filter(({ type }) => type === "rackonomics:changed");
          return changed.map(({ inputs }) => Object.values(inputs)[0] ?? 0.5);
        }, at);
      await expect.poll(shown, FIRST).toContain(share);
    }
    await left(surface, host);
  });

/** What a place that takes frames out of a page leaves: an element that holds no document. */
const NO_FRAMES = '<script>Object.defineProperty(HTMLIFrameElement.prototype, "srcdoc", { set() {} });</script>';

for (const attributes of ["", 'sandbox="allow-scripts"'])
  test(`where frames within frames are forbidden (${attributes || "plain"}), tables stand in the floor plan's place`, async ({ surface }) => {
    const host = await wiki(frames([`${ATTACHED}?view=floor&origin={{origin}}`], attributes), {}, NO_FRAMES);
    await surface.open(host.address);
    await expect.poll(() => seen(surface.frame("iframe"), "body"), FIRST).toContain("The floor plan cannot be drawn here");
    await expect.poll(() => seen(surface.frame("iframe"), "body"), FIRST).toContain("Capacity by tenant. GPUs, racks and power");
    await left(surface, host);
  });

// The frame is given up where it has loaded and stays silent: not while its script is on the way.
test("where the script of the floor plan comes slowly, it is drawn all the same", async ({ surface }) => {
  const server = await host({ late: { "scene-frame.js": 5000 }, isNamed: true, headers: { "Access-Control-Allow-Origin": "*" } });
  const page = await wiki(frames([`${server.address}embed.html?view=floor&origin={{origin}}`], 'sandbox="allow-scripts"'));
  await surface.open(page.address);
  const ready = () => surface.frame("iframe").read(() => document.querySelector<HTMLElement>(".scene")?.dataset["ready"], null);
  await expect.poll(ready, FIRST).toBe("true");
  await left(surface, page, server);
});
