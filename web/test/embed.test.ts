// What an embed takes from the page around it, and what it shows by its address.
import { describe, expect, it, vi } from "vitest";
import { isAskedFor } from "../src/asked";
import { readSettings } from "../src/element/settings";
import { nextTurn, takeTurn } from "../src/element/turns";
import { Line } from "../src/embed/line";
import { parametersOf } from "../src/embed/parameters";
import { plainCopy } from "../src/embed/plain";
import { FROM_EMBED, isOrigin, readMessage, SCHEMA, TO_EMBED, type ToEmbed } from "../src/embed/protocol";
import { misfitOf } from "../src/embed/schema";
import { missingWords, wantedOf } from "../src/embed/wanted";
import { wholePage } from "../src/embed/whole";
import type { ViewHead } from "../src/engine/messages";
import { embedCode } from "../src/page/share/embedcode";
import { randomOf } from "./random";

const PUBLISHED = "../../docs/embedding.schema.json";

const GOOD: ToEmbed[] = [
  { type: "rackonomics:set", inputs: { "lease.anthropic.share": 0.6, "lease.second": { title: "Second", share: 0.2 }, "operator.growth": "5 %" } },
  { type: "rackonomics:month", month: "2027-03" },
  { type: "rackonomics:select", thing: "anthropic" },
  { type: "rackonomics:select", thing: "" },
  { type: "rackonomics:step", step: 2 },
  { type: "rackonomics:open", link: "#s=1.a.b" },
  { type: "rackonomics:ask" },
];

describe("the protocol", () => {
  it("is published as it is declared (npx vitest -u writes it)", async () => {
    await expect(`${JSON.stringify(SCHEMA, null, 2)}\n`).toMatchFileSnapshot(PUBLISHED);
  });
  it.each(GOOD)("takes $type", (message) => {
    expect(readMessage(message)).toEqual(message);
  });
  it.each([
    [{ type: "rackonomics:set" }, "inputs is missing"],
    [{ type: "rackonomics:set", inputs: { "Not a path": 1 } }, "must match"],
    [{ type: "rackonomics:set", inputs: { [`a.${"b".repeat(200)}`]: 1 } }, "at most 160 characters"],
    [{ type: "rackonomics:set", inputs: {}, more: 1 }, "more is unknown; allowed are type, inputs"],
    [{ type: "rackonomics:set", inputs: { a: () => 1 } }, "plain JSON data"],
    [{ type: "rackonomics:set", inputs: new Map() }, "plain JSON data"],
    [{ type: "rackonomics:set", inputs: { a: Number.NaN } }, "plain JSON data"],
    [{ type: "rackonomics:set", inputs: null }, "inputs must be an object"],
    [{ type: "rackonomics:set", inputs: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`a${at}`, at])) }, "at most 100 members"],
    [{ type: "rackonomics:month", month: "March" }, "must be a text of at most 7 characters|must match"],
    [{ type: "rackonomics:month", month: 3 }, "must be a text"],
    [{ type: "rackonomics:select" }, "thing is missing"],
    [{ type: "rackonomics:select", thing: null }, "thing must be a text"],
    [{ type: "rackonomics:step", step: "2" }, "step must be a number"],
    [{ type: "rackonomics:open", link: "x".repeat(16_001) }, "at most 16000 characters"],
    [{ type: "rackonomics:height", height: 3 }, "type must be one of rackonomics:set,"],
    [{ type: "rackonomics:" }, "type must be one of"],
  ])("refuses %j", (message, words) => {
    expect(readMessage(message)).toEqual({ allowed: expect.stringMatching(words) });
  });
  it.each([undefined, null, 1, "rackonomics:ask", [], {}, { type: 1 }, { type: "webpackOk" }, { type: "other", huge: "x".repeat(1e6) }])(
    "leaves %j to whom it is meant for",
    (message) => {
      expect(readMessage(message)).toBeUndefined();
    },
  );
  it("bounds what holds itself, is deep, long or wide, before anything else looks at it", () => {
    const ring: { [name: string]: unknown } = {};
    ring["ring"] = ring;
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 1);
    for (const inputs of [ring, { deep }, { long: "x".repeat(70_000) }, { wide: Array.from({ length: 3000 }, () => 1) }, { sparse: new Array(4e9) }])
      expect(readMessage({ type: "rackonomics:set", inputs })).toEqual({ allowed: expect.stringContaining("plain JSON data") });
  });
  it("keeps names such as __proto__ names", () => {
    const message = JSON.parse('{"type":"rackonomics:set","inputs":{"__proto__":{"share":1}}}') as object;
    expect(readMessage(message)).toEqual({ allowed: expect.stringContaining("__proto__") });
    expect(({} as { share?: number }).share).toBeUndefined();
  });
});

/** Data of any kind that structured cloning can carry, near to messages and far from them. */
function anything(next: () => number, depth = 4): unknown {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)]!;
  const kind = Math.floor(next() * (depth > 0 ? 12 : 7));
  if (kind === 0) return pick([null, undefined, true, false]);
  if (kind === 1) return (next() - 0.5) * 10 ** Math.floor(next() * 40);
  if (kind === 2) return pick([Number.NaN, Number.POSITIVE_INFINITY, -0, 10n]);
  if (kind === 3) return pick(["", "2027-03", "#s=1.a.b", "lease.anthropic.share", "__proto__", "x".repeat(300)]);
  if (kind === 4) return pick([new Date(0), new Map(), new Set([1]), new Uint8Array(3), /x/]);
  if (kind === 5) return String.fromCharCode(...Array.from({ length: 5 }, () => Math.floor(next() * 65536)));
  if (kind === 6) return pick(TO_EMBED).properties.type.const;
  if (kind < 9) return Array.from({ length: Math.floor(next() * 4) }, () => anything(next, depth - 1));
  const names = ["type", "inputs", "month", "link", "height", "constructor", "lease.anthropic.share", "a b"];
  return Object.fromEntries(Array.from({ length: Math.floor(next() * 5) }, () => [pick(names), anything(next, depth - 1)]));
}

describe("whatever comes", () => {
  it("is a message that fits the schema and is plain, or is refused in words, or is nobody's; never an error", () => {
    const below = randomOf(20261128);
    const next = () => below(2 ** 32) / 2 ** 32;
    let followed = 0;
    let refused = 0;
    for (let turn = 0; turn < 20_000; turn++) {
      const good = GOOD[turn % GOOD.length]!;
      // Every other is a good message in which one member is anything.
      const data = turn % 2 ? anything(next) : { ...good, [["type", "inputs", "month", "link", "more"][Math.floor(next() * 5)]!]: anything(next) };
      const read = readMessage(data);
      if (read === undefined) continue;
      if ("allowed" in read) {
        refused++;
        expect(read.allowed.length).toBeGreaterThan(10);
        expect(read.allowed.length).toBeLessThan(2000);
        continue;
      }
      followed++;
      const schema = TO_EMBED.find(({ properties }) => properties.type.const === read.type)!;
      expect(misfitOf(read, schema)).toBeUndefined();
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(data)));
    }
    expect(Math.min(followed, refused)).toBeGreaterThan(100);
  });
  it("is the same when it is plain", () => {
    const below = randomOf(7);
    const next = () => below(2 ** 32) / 2 ** 32;
    for (let turn = 0; turn < 5000; turn++) {
      const data = anything(next);
      const copy = plainCopy(data);
      if (copy !== undefined) expect(structuredClone(copy)).toEqual(structuredClone(data));
    }
  });
});

describe("the line", () => {
  const around = () => ({ postMessage: vi.fn() });
  const ask = { type: "rackonomics:ask" } as const;
  it.each([
    ["https://wiki.example", "https://wiki.example", true, true],
    ["https://wiki.example", "https://wiki.example.evil.example", true, false],
    ["https://wiki.example", "null", true, false],
    ["https://wiki.example", "https://wiki.example", false, false],
    ["null", "null", true, true],
    ["null", "null", false, false],
    [undefined, "https://wiki.example", true, false],
    [undefined, "null", true, false],
  ])("with origin %s hears %s, of the page around %s: %s", (given, origin, isAround, heard) => {
    const parent = around();
    expect(new Line(parent, given).heard({ data: ask, origin, source: isAround ? parent : around() })).toEqual(heard ? ask : undefined);
  });
  it.each([
    ["https://wiki.example", ["https://wiki.example"], "https://wiki.example"],
    ["null", ["*"], "*"],
    [undefined, [], "*"],
  ])("with origin %s says what is shown to %j, and the height to %s", (given, shown, height) => {
    const parent = around();
    const line = new Line(parent, given);
    line.say({ type: "rackonomics:refused", path: "", allowed: "nothing" });
    expect(parent.postMessage.mock.calls.map(([, target]) => target)).toEqual(shown);
    parent.postMessage.mockClear();
    line.sayHeight(300);
    expect(parent.postMessage.mock.calls).toEqual([[{ type: "rackonomics:height", height: 300 }, height]]);
  });
  it("to nobody says nothing", () => {
    const line = new Line(undefined, "https://wiki.example");
    line.sayHeight(3);
    expect(line.isOpen).toBe(false);
    expect(line.heard({ data: ask, origin: "https://wiki.example", source: undefined })).toBeUndefined();
  });
});

describe("the address", () => {
  it.each([
    ["", "#s=1.a.b", ["answer"], undefined],
    ["?view=money", "#s=1.a.b", ["money"], undefined],
    ["", "#view=floor,money&theme=dark&s=1.a.b", ["floor", "money"], "dark"],
    ["?view=answer,answer,%20money&theme=light&utm_source=chat", "", ["answer", "money"], "light"],
  ])("%s%s asks for %j in %s", (search, hash, views, theme) => {
    expect(parametersOf({ search, hash })).toEqual({ views, theme, origin: undefined, hasMonth: true, wrong: [] });
  });
  it("shows what the page is for where it names no view", () => {
    expect(parametersOf({ search: "", hash: "#s=1.a.b" }, "floor").views).toEqual(["floor"]);
    expect(parametersOf({ search: "?view=money", hash: "" }, "floor").views).toEqual(["money"]);
  });
  it.each([
    ["https://wiki.example", true],
    ["http://127.0.0.1:8080", true],
    ["null", true],
    ["https://wiki.example/", false],
    ["https://wiki.example/page", false],
    ["https://WIKI.example", false],
    ["*", false],
    ["wiki.example", false],
    ["javascript:alert(1)", false],
    ["https://user@wiki.example", false],
    ["file://", false],
  ])("names the origin %s: %s", (origin, isGood) => {
    expect(isOrigin(origin)).toBe(isGood);
    const { origin: taken, wrong } = parametersOf({ search: `?origin=${encodeURIComponent(origin)}`, hash: "" });
    expect(taken).toBe(isGood ? origin : undefined);
    expect(wrong).toHaveLength(isGood ? 0 : 1);
  });
  it("says which parameters it could not follow", () => {
    const many = Array.from({ length: 30 }, (_, at) => `v${at}`).join();
    const { wrong, views } = parametersOf({ search: `?theme=pink&controls=all&view=${many}`, hash: "" });
    expect(wrong).toEqual(["20 are allowed", "light and dark", "month and none"].map((text) => expect.stringContaining(text)));
    expect(views).toHaveLength(20);
  });
  it("asks for an embed where it names a view", () => {
    expect(
      [
        { search: "?view=a", hash: "" },
        { search: "", hash: "#view=a&s=1" },
        { search: "?x=view", hash: "#s=1.view=.a" },
      ].map(isAskedFor),
    ).toEqual([true, true, false]);
  });
  it.each([
    ["https://r.example/sub/embed.html?view=a&origin=https://w.example#s=1.a.b", undefined, "https://r.example/sub/#s=1.a.b"],
    ["https://r.example/sub/scene.html#s=1.a.b", undefined, "https://r.example/sub/#s=1.a.b"],
    ["https://r.example/embed.html#view=a&s=1.a.b", undefined, "https://r.example/#s=1.a.b"],
    ["https://r.example/embed.html#s=1.a.b", "#s=1.c.d", "https://r.example/#s=1.c.d"],
    ["file:///tmp/rackonomics.html?view=a#s=1.a.b", undefined, "file:///tmp/rackonomics.html#s=1.a.b"],
    ["https://w.example/a/rackonomics.html?view=a", undefined, "https://w.example/a/rackonomics.html"],
    ["https://w.example/download?file=7&view=a&theme=dark#s=1.a.b", "#s=1.c.d", "https://w.example/download?file=7#s=1.c.d"],
    ["https://r.example/embed.html?view=a#s%3D1.a.b", undefined, "https://r.example/#s%3D1.a.b"],
  ])("%s with link %s leads to the whole page at %s", (address, link, whole) => {
    expect(wholePage(address, link)).toBe(whole);
  });
});

describe("the code of an embed", () => {
  const money = { name: "money", title: 'Money "per" month', kind: "chart" as const };
  it.each([
    ["https://r.example/sub/#s=1.a.b", false, "https://r.example/sub/embed.html?view=money#s=1.a.b"],
    ["https://w.example/download?file=7#s=1.a.b", true, "https://w.example/download?file=7&amp;view=money#s=1.a.b"],
  ])("of the page at %s, a single file: %s, is a frame of %s", (link, isSingleFile, source) => {
    expect(embedCode(link, money, isSingleFile)).toBe(
      `<iframe src="${source}" title="Money &quot;per&quot; month" width="100%" height="580" loading="lazy"></iframe>`,
    );
  });
  it("is none of a file on a disk", () => {
    expect(() => embedCode("file:///tmp/rackonomics.html#s=1.a.b", money, true)).toThrow("a file on your disk");
  });
});

describe("what is wanted", () => {
  const available = ["answer", "headline", "capacity", "money"].map((name) => ({ name, title: name, note: "", kind: "table" }) satisfies ViewHead);
  it.each([
    [["answer"], ["answer"], []],
    [["money", "floor", "money"], ["money", "floor"], []],
    [["full"], ["answer", "headline", "floor", "capacity", "money"], []],
    [["nonsense", "answer"], ["answer"], ["nonsense"]],
  ])("%j is %j without %j", (names, shown, missing) => {
    expect(wantedOf(names, available)).toEqual({ shown, missing });
  });
  it("is the story where the scenario has one", () => {
    expect(wantedOf(["story", "money"], available, true)).toEqual({ shown: ["story", "money"], missing: [] });
    expect(wantedOf(["story", "money"], available)).toEqual({ shown: ["money"], missing: ["story"] });
    expect(missingWords(["nonsense"], available, true)).toContain(", full, story.");
  });
  it("is refused with what there is", () => {
    expect(missingWords(["nonsense"], available)).toBe(
      "This scenario has no view “nonsense”. Allowed are answer, headline, capacity, money, floor, full.",
    );
  });
});

describe("the element", () => {
  it.each([
    ["lease.anthropic.share=0.6", { "lease.anthropic.share": "0.6" }],
    [" a.b = 60 % ; c.d=2026-09;", { "a.b": "60 %", "c.d": "2026-09" }],
    ['{"a.b": 0.6, "c": {"title": "C"}}', { "a.b": 0.6, c: { title: "C" } }],
    ["{torn", {}],
    ["alone", { alone: "" }],
  ])("reads %s", (text, settings) => {
    expect(readSettings(text)).toEqual(settings);
  });
  it("loads frames one after the other", () => {
    vi.useFakeTimers();
    const begun: number[] = [];
    const frames = [{}, {}, {}, {}];
    for (const [at, frame] of frames.entries()) takeTurn(frame, () => begun.push(at));
    expect(begun).toEqual([0]);
    nextTurn(frames[1]!); // gone before its turn
    expect(begun).toEqual([0]);
    nextTurn(frames[0]!);
    nextTurn(frames[0]!);
    expect(begun).toEqual([0, 2]);
    vi.advanceTimersByTime(60_000); // it says nothing, ever
    expect(begun).toEqual([0, 2, 3]);
    vi.useRealTimers();
  });
});

describe("what embeds say", () => {
  it("has a schema each, of its own type", () => {
    const types = [...TO_EMBED, ...FROM_EMBED].map(({ properties }) => properties.type.const);
    expect(new Set(types).size).toBe(types.length);
  });
});
