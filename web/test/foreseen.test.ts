// What is shown of a shipped scenario before the engine is there: it is what the engine answers, it is of just the inputs beside it,
// and whatever is done meanwhile waits for the engine.
import { beforeAll, describe, expect, it, vi } from "vitest";
import { foreseenBy } from "../foreseen";
import { catalog } from "../src/catalog";
import { EngineClient, type FirstPicture, isRefused, type Result } from "../src/engine/client";
import type { Origin } from "../src/engine/engine";
import { checkOf, type Foresee, type Foreseen, ranAs } from "../src/engine/foreseen";
import { Pool } from "../src/engine/pool";
import { Session } from "../src/state/session";
import { standing } from "../src/state/state";
import { PINNED } from "../src/views/places";
import { realEngine, spawn } from "./engine";
import { base, document, fakeSpawn, opened, run, settle } from "./fixture";
import { ANSWERS, around, path, serve } from "./served";
import { few } from "./short";

const WISHES = { views: Array.from(PINNED, ([name, by]) => ({ name, by })), month: undefined, floor: false };

/** Of these what is solved is compared too; of all that would take a minute. */
const SOLVED = [catalog.scenarios[0]!.name, "useful-life"];

describe("what is written when the page is built", () => {
  const all = new Map<string, Foreseen>();
  beforeAll(async () => {
    const written = foreseenBy(await realEngine(), "this one", (name) => SOLVED.includes(name));
    for (const { name, checks, text } of written) {
      const foreseen = JSON.parse(text) as Foreseen;
      expect(checks).toEqual(Object.keys(foreseen.links).map(checkOf));
      all.set(name, foreseen);
    }
    const checks = written.flatMap((each) => each.checks);
    expect(new Set([...checks, ...all.keys()]).size).toBe(checks.length + all.size);
  });

  const answersOf = async (client: EngineClient, origin: Origin) => {
    const open = await client.open(origin);
    const answer = await client.run(origin, [], WISHES);
    if (!open || isRefused(open) || !answer || isRefused(answer)) throw new Error(JSON.stringify([open, answer]));
    return { open, answer };
  };
  const engine = new EngineClient(spawn);

  it.each(SOLVED)("is what the engine solves: %s", async (name) => {
    const { view, sentences } = all.get(name)!.needs!;
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences).toEqual(await engine.taking({ name }, [], view));
  });

  it.each(few(catalog.scenarios, 3).map(({ name }) => name))("is what the engine answers, figure for figure: %s", async (name) => {
    const foreseen = all.get(name)!;
    for (const origin of [{ name }, ...Object.keys(foreseen.links).map((link) => ({ link }))]) {
      const early = await answersOf(new EngineClient(fakeSpawn().spawn, {}, async () => foreseen), origin);
      const late = await answersOf(engine, origin);
      expect(early.answer.isForeseen).toBe(true);
      const { needs } = foreseen;
      expect(early).toEqual({ ...late, answer: { ...late.answer, isForeseen: true, ...(needs && { needs }) } });
      expect(numbers(early.answer)).toEqual(numbers(late.answer));
    }
  });
});

/** The numbers of its lines, zeros by their sign. */
function numbers({ views }: Result): string[] {
  return views.flatMap(({ values }) => values.map((line) => Array.from(line, (number) => (Object.is(number, -0) ? "-0" : String(number))).join()));
}

const LINK = "#s=1.small.check";
const foreseen: Foreseen = {
  engine: "this one",
  links: { [LINK]: { month: 1 } },
  views: [{ name: "money", by: "month" }],
  open: opened,
  run: { ...run, plan: undefined } as never,
  numbers: [1, 2, null],
};

/** A page that has something foreseen, and an engine that says nothing until it is told to. */
async function begun(foresee: Foresee = async () => foreseen, picture?: FirstPicture) {
  const fake = fakeSpawn();
  const session = new Session(new EngineClient(fake.spawn, {}, foresee, picture), new Pool(fake.spawn, () => 1), new Map([["money", "month"]]));
  void session.start("small");
  await settle();
  const state = () => session.store.get();
  return { ...fake, session, state, values: () => state().shown?.answer.views[0]?.values[0] };
}

const OTHERS = { ...ANSWERS, run: { ...run, views: [{ ...run.views[0]!, title: "Other" }] } };

describe("the first view", () => {
  it("stands before the engine has said anything, and the engine is asked the same", async () => {
    const { state, values, newest, session } = await begun();
    expect(values()).toEqual(Float64Array.from([1, 2, Number.NaN]));
    expect(state().view.month).toBe(1);
    expect(standing(state())).toBe("current");
    expect(newest().asked.map(({ kind }) => kind)).toEqual(["open"]);
    const before = state().shown!;
    await serve(newest, { ...ANSWERS, run: { ...run, heads: undefined } });
    expect(newest().asked.find(({ kind }) => kind === "run")!.request).toMatchObject({ changes: [], month: 1, heads: "three months" });
    expect(state().shown!.answer.isForeseen).toBeUndefined();
    expect(state().shown!.scenario).toBe(before.scenario);
    expect(session.store.get().notices).toEqual([]);
  });

  it.each([
    ["is drawn before an engine takes a processor", false],
    ["does not keep an engine that a slow line brings from being on its way", true],
  ])("%s", async (_, isLineSlow) => {
    let seen = () => {};
    const picture = { isLineSlow: () => isLineSlow, painted: () => new Promise<void>((resolve) => (seen = resolve)) };
    const { engines, values } = await begun(async () => foreseen, picture);
    expect(values()?.[0]).toBe(1);
    expect(engines).toHaveLength(isLineSlow ? 1 : 0);
    seen();
    await settle();
    expect(engines).toHaveLength(1);
  });

  it("that was not foreseen has its engine at once", async () => {
    const { engines } = await begun(async () => undefined, { isLineSlow: () => false, painted: () => new Promise(() => {}) });
    expect(engines).toHaveLength(1);
  });

  it("has of what was foreseen just what is asked for", () => {
    const [money] = run.views;
    const both = { ...foreseen.run, views: [{ ...money!, name: "power" }, ...run.views] };
    const wider = { ...foreseen, views: [{ name: "power", by: "month" as const }, ...foreseen.views], run: both, numbers: [4, 5, 6, 1, 2, null] };
    const got = (names: string[], by: "month" | "year" = "month", month?: number) => {
      const came = ranAs(wider, [], { views: names.map((name) => ({ name, by })), month });
      return came && [came.body.views!.map(({ name }) => name), Array.from(came.numbers!)];
    };
    expect(got(["money"])).toEqual([["money"], [1, 2, Number.NaN]]);
    expect(got(["money", "power"])).toEqual([
      ["power", "money"],
      [4, 5, 6, 1, 2, Number.NaN],
    ]);
    expect(got([])).toEqual([[], []]);
    expect(got(["money"], "month", 1)).toBeDefined();
    expect(got(["money"], "month", 2)).toBeUndefined();
    expect(got(["money"], "year")).toBeUndefined();
    expect(got(["money", "sources"])).toBeUndefined();
  });

  it("keeps its views as they are where the engine says the same, and gives way where it does not", async () => {
    const same = await begun(async () => ({ ...foreseen, numbers: [1, 2, 3] }));
    const [view] = same.state().shown!.answer.views;
    await serve(same.newest, ANSWERS);
    expect(same.state().shown!.answer.views[0]).toBe(view);
    const other = await begun();
    await serve(other.newest, OTHERS);
    expect(other.state().shown!.answer.views[0]!.title).toBe("Other");
  });

  it("is marked as awaited once an input is another, and has that input's figures from the engine alone", async () => {
    const { session, state, newest } = await begun();
    session.change(path, 0.7);
    expect(standing(state())).toBe("awaited");
    await settle();
    expect(standing(state())).toBe("awaited");
    await serve(newest, OTHERS);
    expect(standing(state())).toBe("current");
    expect(
      newest()
        .asked.filter(({ kind }) => kind === "run")
        .at(-1)!.request["changes"],
    ).toEqual([{ path, value: 0.7 }]);
    expect(state().resultOf!.changes).toEqual(new Map([[path, 0.7]]));
  });

  it("comes back with undo, and is still asked of the engine", async () => {
    const { session, state, newest } = await begun();
    session.change(path, 0.7);
    session.undo();
    expect(standing(state())).toBe("current");
    await serve(newest, OTHERS);
    expect(state().shown!.answer.views[0]!.title).toBe("Other");
    expect(
      newest()
        .asked.filter(({ kind }) => kind === "run")
        .at(-1)!.request["changes"],
    ).toEqual([]);
  });

  it("keeps what is asked meanwhile", async () => {
    const { session, newest } = await begun();
    const why = session.explanation({ measure: "cash" }, new AbortController().signal);
    await serve(newest, { ...ANSWERS, explain: { explanation: { title: "Cash" } } });
    expect(await why).toMatchObject({ title: "Cash" });
  });

  it("gives way to another scenario that is opened meanwhile, whose figures come with it", async () => {
    const { session, state, newest } = await begun((origin) => ("name" in origin && origin.name === "small" ? Promise.resolve(foreseen) : undefined));
    void session.open({ document: "{}" });
    await settle();
    expect(state().opening).toBe(true);
    expect(state().history!.present.base).toBe(base);
    await serve(newest, { ...OTHERS, open: { base: { ...base, name: "other" }, view: {}, document } });
    expect(state().history!.present.base.name).toBe("other");
    expect(state().shown!.answer.views[0]!.title).toBe("Other");
    expect(state().resultOf).toBe(state().history!.present);
  });

  it("is not shown where another was asked for while it was on its way", async () => {
    let arrive!: (of: Foreseen) => void;
    const { session, state, newest } = await begun((origin) => ("name" in origin ? new Promise((resolve) => (arrive = resolve)) : undefined));
    void session.open({ document: "{}" });
    await settle();
    arrive(foreseen);
    await settle();
    expect(state().history).toBeUndefined();
    await serve(newest, { ...OTHERS, open: { base: { ...base, name: "other" }, view: {}, document } });
    expect(state().history!.present.base.name).toBe("other");
  });

  it("is that of its link", async () => {
    vi.stubGlobal("location", { hash: LINK, pathname: "/page", search: "" });
    const { state } = await begun();
    expect(state().view.month).toBe(1);
    expect(standing(state())).toBe("current");
  });

  it("is not shown of a page that is loaded again with changes which its address does not say", async () => {
    around.stored = JSON.stringify({ hash: "", unsaved: { origin: { name: "small" }, changes: [[path, 0.7]], view: {} } });
    around.navigation = "reload";
    const { state, newest } = await begun();
    expect(state().history).toBeUndefined();
    await serve(newest, OTHERS);
    expect(state().resultOf!.changes).toEqual(new Map([[path, 0.7]]));
    expect(state().shown!.answer.views[0]!.title).toBe("Other");
  });

  it("is not shown in another month than that which is looked at", async () => {
    around.stored = JSON.stringify({ hash: "", unsaved: { origin: { name: "small" }, changes: [], view: { month: 2 } } });
    around.navigation = "reload";
    const { state, newest } = await begun();
    expect(state().shown).toBeUndefined();
    await serve(newest, OTHERS);
    expect(state().shown!.month).toBe(2);
  });

  it("comes from the engine where nothing was foreseen, or it does not come", async () => {
    for (const foresee of [() => undefined, async () => undefined]) {
      const { state, newest } = await begun(foresee);
      expect(state().shown).toBeUndefined();
      await serve(newest, ANSWERS);
      expect(state().shown!.answer.isForeseen).toBeUndefined();
    }
  });

  it("is asked of the engine once that is there", async () => {
    const asked: Origin[] = [];
    const { session, newest, state } = await begun((origin) => {
      asked.push(origin);
      return Promise.resolve(foreseen);
    });
    await serve(newest, ANSWERS);
    void session.open({ name: "small" });
    await serve(newest, OTHERS);
    expect(asked).toHaveLength(1);
    expect(state().shown!.answer.views[0]!.title).toBe("Other");
  });
});

describe("what was written", () => {
  const served = { half: foreseen, elsewhere: { ...foreseen, engine: "another one" } };
  const foreseeHere = async (texts: { [address: string]: string }) => {
    vi.resetModules();
    const parts = [
      { name: "small", checks: [".check"], address: "half" },
      { name: "stale", checks: [".stale"], address: "elsewhere" },
    ];
    const block = JSON.stringify({ edition: "folder", addresses: {}, engine: "this one", foreseen: parts });
    vi.stubGlobal("document", { baseURI: "https://wiki.example/", getElementById: () => ({ textContent: block }) });
    vi.stubGlobal("fetch", async (address: string) => {
      const text = texts[new URL(address).pathname.slice(1)];
      return text === undefined ? new Response("", { status: 404 }) : new Response(text);
    });
    return (await import("../src/engine/foreseen")).foresee;
  };
  const texts = Object.fromEntries(Object.entries(served).map(([address, body]) => [address, JSON.stringify(body)]));

  it("is found by the scenario's name and by its links", async () => {
    const foresee = await foreseeHere(texts);
    expect(await foresee({ name: "small" })).toEqual(foreseen);
    expect(await foresee({ link: LINK })).toEqual(foreseen);
  });

  it("is not taken for another scenario, for a link that ends alike, or for a document", async () => {
    const foresee = await foreseeHere(texts);
    expect(foresee({ name: "another" })).toBeUndefined();
    expect(foresee({ link: "#s=1.small.other" })).toBeUndefined();
    expect(await foresee({ link: "#s=1.other.check" })).toBeUndefined();
    expect(foresee({ document: "small" })).toBeUndefined();
  });

  it("is refused where another engine said it, and where it is not there or broken", async () => {
    const foresee = await foreseeHere(texts);
    expect(await foresee({ name: "stale" })).toBeUndefined();
    expect(await (await foreseeHere({}))({ name: "small" })).toBeUndefined();
    expect(await (await foreseeHere({ half: '{"engine":' }))({ name: "small" })).toBeUndefined();
  });
});
