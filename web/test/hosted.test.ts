// What the page around an embed is answered, in which order.
import { describe, expect, it } from "vitest";
import { hostAddress } from "../src/embed/address";
import { Hosted } from "../src/embed/hosted";
import { Line } from "../src/embed/line";
import type { FromEmbed, ToEmbed } from "../src/embed/protocol";
import { EngineClient } from "../src/engine/client";
import { Pool } from "../src/engine/pool";
import { Session } from "../src/state/session";
import { type Answers, answering, base, document, run, settle } from "./fixture";

const ORIGIN = "https://wiki.example";
const SHARE = "lease.tenant.share";
const [GOOD, OTHER, TORN] = ["#s=1.good", "#s=1.other", "#s=1.torn"];

/** An embed with an engine that answers at once, and opens what is not torn under the name of its link. */
function embed() {
  const said: FromEmbed[] = [];
  const answers: Answers = {
    open: ({ link }) =>
      link === TORN
        ? { problems: [{ path: "", message: "The link is damaged." }] }
        : { base: { ...base, title: link }, view: {}, document, changes: link === OTHER ? [{ path: SHARE, value: 0.3 }] : [] },
    run: ({ month }) => ({ ...run, views: [], plan: undefined, month: month ?? 1 }),
    link: () => ({ fragment: GOOD }),
  };
  const spawn = answering(answers);
  const session = new Session(new EngineClient(spawn), new Pool(spawn, () => 0), new Map(), { ...hostAddress, watch() {} });
  const around = { postMessage: (message: unknown) => void said.push(message as FromEmbed) };
  const line = new Line(around, ORIGIN);
  const hosted = new Hosted(session, line, "headline");
  const say = (...messages: ToEmbed[]) => {
    for (const data of messages) hosted.receive(line.heard({ data, origin: ORIGIN, source: around }));
  };
  return { session, said, say };
}

/** Until nothing more is answered. */
async function rested(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await settle();
}

const open = (link: string): ToEmbed => ({ type: "rackonomics:open", link });
const set = (share: number): ToEmbed => ({ type: "rackonomics:set", inputs: { [SHARE]: share } });

describe("what the page around says", () => {
  it("waits while a link is opened, and is of what the link opens", async () => {
    const { session, said, say } = embed();
    await session.open({ link: GOOD });
    say(open(OTHER), set(0.6), { type: "rackonomics:month", month: "2026-07" });
    await rested();
    expect(said.at(-1)).toMatchObject({ type: "rackonomics:changed", title: OTHER, inputs: { [SHARE]: 0.6 }, month: "2026-07" });
    expect(said.filter(({ type }) => type === "rackonomics:refused")).toEqual([]);
  });
  it("is of what was open before where the link is damaged, which is told", async () => {
    const { session, said, say } = embed();
    await session.open({ link: GOOD });
    say(open(TORN), set(0.6));
    await rested();
    expect(said.filter(({ type }) => type === "rackonomics:refused")).toEqual([
      { type: "rackonomics:refused", path: "link", value: TORN, allowed: "The link is damaged." },
    ]);
    expect(said.at(-1)).toMatchObject({ type: "rackonomics:changed", title: GOOD, inputs: { [SHARE]: 0.6 } });
  });
  it("is refused where too much of it waits", async () => {
    const { session, said, say } = embed();
    say(...Array.from({ length: 101 }, (_, at) => set(at / 200)));
    expect(said).toEqual([{ type: "rackonomics:refused", path: "", allowed: expect.stringContaining("100 messages wait") }]);
    await session.open({ link: GOOD });
    await rested();
    expect(said.at(-1)).toMatchObject({ type: "rackonomics:changed", inputs: { [SHARE]: 99 / 200 } });
  });
  it("opens another link where that in the address was damaged", async () => {
    const { session, said, say } = embed();
    say(set(0.6));
    await session.open({ link: TORN });
    await rested();
    say(open(TORN));
    await rested();
    const refused = { type: "rackonomics:refused", path: "link", allowed: "The link is damaged." };
    expect(said).toEqual([refused, { ...refused, value: TORN }]);
    say(open(GOOD));
    await rested();
    expect(said[2]).toMatchObject({ type: "rackonomics:ready" });
    expect(said.at(-1)).toMatchObject({ type: "rackonomics:changed", title: GOOD, inputs: { [SHARE]: 0.6 } });
  });
  it("selects a thing by its name, and refuses one that is none, and a step where no story is told", async () => {
    const { session, said, say } = embed();
    await session.open({ link: GOOD });
    say({ type: "rackonomics:select", thing: "tenant" });
    await rested();
    expect(said.at(-1)).toMatchObject({ type: "rackonomics:changed", selected: "tenant" });
    say({ type: "rackonomics:select", thing: "nobody" }, { type: "rackonomics:step", step: 2 });
    expect(said.slice(-2)).toMatchObject([
      { type: "rackonomics:refused", path: "thing", value: "nobody", allowed: expect.stringContaining("tenant") },
      { type: "rackonomics:refused", path: "step", value: 2, allowed: expect.stringContaining("view=story") },
    ]);
    say({ type: "rackonomics:select", thing: "" });
    await rested();
    expect(said.at(-1)).not.toHaveProperty("selected");
  });
});
