import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineClient } from "../src/engine/client";
import type { RunAnswer } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import { Session } from "../src/state/session";
import { standing } from "../src/state/state";
import { base, type FakeEngine, fakeSpawn, opened, run, settle } from "./fixture";

const path = "lease.tenant.share";
const LINES = [1, 2, 3];
const PLAN = [4, 9, 5];

let stored: string | null;
let navigation: string;
let listeners: { [type: string]: () => void };
const replaced = vi.fn<(data: unknown, title: string, address: string) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  listeners = {};
  replaced.mockReset();
  stored = null;
  navigation = "navigate";
  vi.stubGlobal("location", { hash: "", pathname: "/page", search: "" });
  vi.stubGlobal("addEventListener", (type: string, listener: () => void) => (listeners[type] = listener));
  vi.stubGlobal("sessionStorage", {
    getItem: () => stored,
    setItem: (_: string, text: string) => (stored = text),
    removeItem: () => (stored = null),
  });
  vi.stubGlobal("performance", { now: () => 0, getEntriesByType: () => [{ type: navigation }] });
  vi.stubGlobal("window", { history: { replaceState: replaced } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Answers what the engine is asked until nothing more is. */
async function serve(engine: () => FakeEngine, answers: { [kind: string]: unknown }): Promise<void> {
  let answered = 0;
  for (let turn = 0; turn < 20; turn++) {
    await settle();
    const last = engine().asked.at(-1);
    if (!last || last.id === answered) continue;
    answered = last.id;
    const body = answers[last.kind];
    if (last.kind === "run") engine().answer(...answerTo(last.request, body as Partial<RunAnswer>));
    else engine().answer(body);
  }
}

/** The month and the floor of an answer are those asked for; where no month is, one begins to look in the second. */
function answerTo({ month = 1, floor }: { [name: string]: unknown }, { plan, ...body }: Partial<RunAnswer>): [unknown, Float64Array?] {
  if (body.problems) return [body];
  const answer = { ...body, month: Math.min(month as number, 2) };
  const lines = body.views?.some(({ lines }) => lines) ? LINES : [];
  return floor ? [{ ...answer, plan }, Float64Array.from([...lines, ...(plan?.head ? PLAN : [])])] : [answer, Float64Array.from(lines)];
}

/** A run that has something to tell it from others. */
const otherRun = { ...run, views: [{ ...run.views[0]!, title: "Other" }] };

const ANSWERS = { open: opened, run, link: { fragment: "#s=1.a.b" } };

async function started(answers: { [kind: string]: unknown } = ANSWERS) {
  const fake = fakeSpawn();
  const session = new Session(new EngineClient(fake.spawn), new Pool(fake.spawn, () => 1));
  void session.start("small");
  await serve(fake.newest, answers);
  return { session, ...fake };
}

describe("starting", () => {
  it("opens the first scenario, at the month in which the leases bring most", async () => {
    const { session, newest } = await started();
    expect(newest().asked[0]).toMatchObject({ kind: "open", request: { name: "small" } });
    expect(session.store.get()).toMatchObject({ phase: "open", view: { month: 1 }, problems: [] });
  });
  it("opens a link, and looks at what the link looks at", async () => {
    location.hash = "#s=1.given.link";
    const { session, newest } = await started({ ...ANSWERS, open: { ...opened, changes: [{ path, value: 0.7 }], view: { month: 2 } } });
    expect(newest().asked[0]).toMatchObject({ kind: "open", request: { link: "#s=1.given.link" } });
    expect(session.store.get().view.month).toBe(2);
    expect(session.store.get().history!.present.changes.get(path)).toBe(0.7);
  });
  it("says what is wrong with a link that cannot be read, and opens nothing in its place", async () => {
    location.hash = "#s=1.torn";
    const { session, newest } = await started({ ...ANSWERS, open: { problems: [{ path: "", message: "The link is damaged." }] } });
    expect(session.store.get()).toMatchObject({ phase: "failed", history: undefined, notices: [{ level: "error", text: "The link is damaged." }] });
    expect(newest().asked).toHaveLength(1);
  });
  it("passes on what could be read of a damaged link", async () => {
    location.hash = "#s=1.part";
    const notices = [{ level: "warning", text: "One change could not be read." }];
    const { session } = await started({ ...ANSWERS, open: { ...opened, notices } });
    expect(session.store.get()).toMatchObject({ phase: "open", notices });
  });
});

describe("an input that is uncertain", () => {
  const told = { path, text: "25 to 35 %", told: "25 % to 35 %", form: "normal", words: "" };
  const range = { form: "normal", low: 0.25, high: 0.35 };
  it.each([
    [false, "is certain once it has a value"],
    [true, "stays so where the range is of a factor"],
  ])("with a factor %s %s, by itself or with others", async (times) => {
    const study = { uncertain: [{ ...told, times }], correlations: [], paths: 100 };
    const uncertain = {
      open: { ...opened, changes: [{ path: `study.${path}`, value: range }] },
      run: { ...run, document: { ...run.document, study } },
    };
    for (const change of [
      (session: Session) => session.change(path, 0.4),
      (session: Session) => session.changeAll(new Map([["operator.growth", 0.1] as const, [path, 0.4] as const])),
    ]) {
      const { session } = await started({ ...ANSWERS, ...uncertain });
      change(session);
      const { changes } = session.store.get().history!.present;
      expect(changes.get(path)).toBe(0.4);
      expect(changes.has(`study.${path}`)).toBe(times);
      session.undo();
      expect(Object.fromEntries(session.store.get().history!.present.changes)).toEqual({ [`study.${path}`]: range });
    }
  });
});

describe("the link", () => {
  it("is written to the address once a drag rests, and its own writing opens nothing", async () => {
    const { session, newest } = await started();
    for (const value of [0.6, 0.7, 0.8]) session.change(path, value, "drag");
    await serve(newest, ANSWERS);
    expect(replaced).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    expect(replaced).toHaveBeenCalledTimes(1);
    expect(replaced).toHaveBeenCalledWith(null, "", "#s=1.a.b");
    expect(newest().asked.findLast(({ kind }) => kind === "link")!.request["changes"]).toEqual([{ path, value: 0.8 }]);

    location.hash = "#s=1.a.b";
    const asked = newest().asked.length;
    listeners["hashchange"]!();
    await settle();
    expect(newest().asked).toHaveLength(asked);
  });
  it("is kept for copying where the frame may not alter its address", async () => {
    replaced.mockImplementation(() => {
      throw new Error("SecurityError");
    });
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ phase: "open", link: "#s=1.a.b", notices: [] });
  });
  it("is gone from the page and the address where the state is too long for one, and the page says why", async () => {
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, { ...ANSWERS, link: { problems: [{ path: "", message: "too long" }] } });
    expect(session.store.get()).toMatchObject({ link: undefined, noLink: "too long" });
    expect(replaced).toHaveBeenLastCalledWith(null, "", "/page");
    session.change(path, 0.6);
    await serve(newest, ANSWERS);
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ link: "#s=1.a.b", noLink: undefined });
  });
  it("is copied as of now, however lately something was changed", async () => {
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    session.change(path, 0.6);
    const copied = session.linkNow();
    await serve(newest, { ...ANSWERS, link: { fragment: "#s=1.newer" } });
    expect(await copied).toBe("#s=1.newer");
    expect(newest().asked.findLast(({ kind }) => kind === "link")!.request["changes"]).toEqual([{ path, value: 0.6 }]);
  });
  it("is none while the inputs are wrong, and the address stays that of the last good ones", async () => {
    const { session, newest } = await started();
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    session.change(path, 9);
    await serve(newest, { ...ANSWERS, run: { problems: [{ path, message: "too large" }] } });
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, { ...ANSWERS, link: { problems: [{ path, message: "too large" }] } });
    expect(session.store.get()).toMatchObject({ link: undefined });
    expect(replaced).toHaveBeenLastCalledWith(null, "", "#s=1.a.b");
    await expect(session.linkNow()).rejects.toThrow(/while an input is wrong/);
  });
  it("outlives a reload that comes before it is written, and only a reload", async () => {
    const { session } = await started();
    session.change(path, 0.6);
    listeners["pagehide"]!();
    const left = stored;
    navigation = "reload";
    expect((await started()).session.store.get().history!.present.changes.get(path)).toBe(0.6);
    stored = left;
    navigation = "navigate";
    expect((await started()).session.store.get().history!.present.changes.size).toBe(0);
  });
  it("that comes from outside is not pushed aside by what was open, where the page is left before it opens", async () => {
    const { session } = await started();
    session.change(path, 0.6);
    location.hash = "#s=1.other";
    listeners["hashchange"]!();
    stored = "";
    listeners["pagehide"]!();
    expect(stored).toBe("");
  });
  it.each(["#main", "#/", "#_=_", "#s"])("is not taken to be in %s, which is shown no longer", async (hash) => {
    location.hash = hash;
    const { session, newest } = await started();
    expect(newest().asked[0]).toMatchObject({ request: { name: "small" } });
    expect(session.store.get().phase).toBe("open");
    await vi.advanceTimersByTimeAsync(1000);
    await serve(newest, ANSWERS);
    location.hash = hash;
    listeners["hashchange"]!();
    expect(replaced).toHaveBeenLastCalledWith(null, "", "#s=1.a.b");
  });
  it.each(["#s=1.a.b", "#s=nonsense", "#%73%3D1.a.b", "#\u200bs=1.a", "#x&s=1.a"])("is taken to be in %s", async (hash) => {
    location.hash = hash;
    expect((await started()).newest().asked[0]).toMatchObject({ request: { link: hash } });
  });
  it("is opened when the address changes", async () => {
    const { newest } = await started();
    location.hash = "#s=1.other";
    listeners["hashchange"]!();
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: { link: "#s=1.other" } });
  });
});

describe("a file", () => {
  it("is opened as a document", async () => {
    const { session, newest } = await started();
    void session.openFile([new File(["{}"], "mine.json")]);
    await vi.waitFor(() => expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: { document: "{}" } }));
    await serve(newest, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "mine", shipped: false } } });
    expect(session.store.get().history!.present.base.name).toBe("mine");
  });
  it("that is refused leaves what is open, and every mistake with its path", async () => {
    const { session, newest } = await started();
    void session.openFile([new File(["{}"], "mine.json")]);
    await vi.waitFor(() => expect(newest().asked.at(-1)).toMatchObject({ kind: "open" }));
    await vi.waitFor(() => expect(newest().asked.at(-1)!.request).toHaveProperty("document"));
    await serve(newest, {
      ...ANSWERS,
      open: {
        problems: [
          { path: "months", message: "missing" },
          { path: "", message: "odd" },
        ],
      },
    });
    const { history, notices, phase } = session.store.get();
    expect(history!.present.base.name).toBe("small");
    expect(phase).toBe("open");
    expect(notices).toEqual([{ level: "error", text: "“mine.json” was not opened. What was open stays.", lines: ["months: missing", "odd"] }]);
  });
});

describe("the plan of the floor", () => {
  const PLANNED = { plan: { head: '{"uses":[]}', numbers: Float64Array.from(PLAN), uses: [] } };
  const floors = (engine: FakeEngine) => engine.asked.filter(({ kind }) => kind === "run").map(({ request }) => request["floor"]);

  it("comes with every run once the floor is open, and is kept with its scenario", async () => {
    const { session, newest } = await started();
    expect(floors(newest())).toEqual([false]);
    session.openFloor(true);
    await serve(newest, ANSWERS);
    const { floor, resultOf } = session.store.get();
    expect(floor).toEqual({ scenario: resultOf, ...PLANNED });
    session.look({ month: 2 });
    await serve(newest, ANSWERS);
    expect(session.store.get().floor, "another month has the same plan").toBe(floor);
    session.change(path, 0.9);
    await settle();
    expect(session.store.get().floor, "stands while the next is awaited").toBe(floor);
    await serve(newest, ANSWERS);
    expect(session.store.get().floor!.scenario).toBe(session.store.get().resultOf);
    session.openFloor(false);
    session.change(path, 0.8);
    await serve(newest, ANSWERS);
    expect(floors(newest())).toEqual([false, true, true, true, false]);
  });
  it("gives way to none of inputs that were left meanwhile", async () => {
    const { session, newest } = await started();
    session.openFloor(true);
    await serve(newest, ANSWERS);
    const { floor } = session.store.get();
    session.change(path, 0.9);
    await settle();
    session.undo();
    await serve(newest, ANSWERS);
    expect(session.store.get().resultOf).toBe(floor!.scenario);
    expect(session.store.get().floor).toBe(floor);
  });
  it("is not that of another base", async () => {
    const { session, newest } = await started();
    session.openFloor(true);
    await serve(newest, ANSWERS);
    const { floor } = session.store.get();
    void session.open({ name: "other" });
    await settle();
    newest().answer({ ...opened, base: { ...base, name: "other" } });
    await settle();
    expect(newest().asked.at(-1)!.kind).toBe("run");
    expect(session.store.get().floor).toBe(floor);
    await serve(newest, ANSWERS);
    expect(session.store.get().floor!.scenario).toBe(session.store.get().resultOf);
    expect(session.store.get().floor!.scenario.base.name).toBe("other");
  });
  it("says why there is none", async () => {
    const { session, newest } = await started();
    session.openFloor(true);
    await serve(newest, { ...ANSWERS, run: { ...run, plan: { problem: "too many halls" } } });
    const { floor, resultOf } = session.store.get();
    expect(floor).toEqual({ scenario: resultOf, problem: "too many halls" });
  });
});

describe("looking", () => {
  const months = (engine: FakeEngine) => engine.asked.filter(({ kind }) => kind === "run").map(({ request }) => request["month"]);

  it("asks for the views of another month, and for none that are there", async () => {
    const { session, newest } = await started();
    const { result } = session.store.get();
    session.look({ month: 2 });
    session.look({ select: "tenant" });
    await serve(newest, ANSWERS);
    expect(months(newest())).toEqual([undefined, 2]);
    expect(session.store.get()).toMatchObject({ shown: { month: 2 } });
    expect(session.store.get().result, "the result is the same").toBe(result);
  });
  it("shows the months on the way, as fast as they come", async () => {
    const { session, newest } = await started();
    session.look({ month: 0 });
    await settle();
    session.look({ month: 2 });
    newest().answer({ ...run, plan: undefined, month: 0 }, Float64Array.from(LINES));
    await settle();
    expect(session.store.get()).toMatchObject({ shown: { month: 0 }, view: { month: 2 } });
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ shown: { month: 2 }, view: { month: 2 } });
  });
  it("stays within a scenario that became shorter", async () => {
    const { session, newest } = await started();
    session.look({ month: 2 });
    await serve(newest, ANSWERS);
    session.change("scenario.months", 2);
    await serve(newest, { ...ANSWERS, run: { ...run, document: { ...run.document, months: 2 }, views: [] } });
    expect(session.store.get()).toMatchObject({ view: { month: 1 }, result: { months: ["2026-05", "2026-06"] } });
  });
  it("is at the last good figures while an input is wrong", async () => {
    const { session, newest } = await started();
    session.change(path, 9);
    const problems = [{ path, message: "too large" }];
    await serve(newest, { ...ANSWERS, run: { problems } });
    session.look({ month: 2 });
    await serve(newest, ANSWERS);
    expect(newest().asked.at(-1)!.request).toMatchObject({ changes: [], month: 2 });
    expect(session.store.get()).toMatchObject({ problems, shown: { month: 2 } });
    expect(standing(session.store.get())).toBe("refused");
  });
  it("moves on where what was looked at with it turns out to be wrong", async () => {
    const { session, newest } = await started();
    session.change(path, 9);
    await settle();
    session.look({ month: 2 });
    for (let times = 0; times < 2; times++) {
      expect(newest().asked.at(-1)!.request).toMatchObject({ changes: [{ path, value: 9 }] });
      newest().answer({ problems: [{ path, message: "too large" }] });
      await settle();
    }
    await serve(newest, ANSWERS);
    expect(newest().asked.at(-1)!.request).toMatchObject({ changes: [], month: 2 });
    expect(session.store.get()).toMatchObject({ shown: { month: 2 } });
    expect(standing(session.store.get())).toBe("refused");
  });
});

describe("changing", () => {
  it("asks for the newest inputs and shows what came of them", async () => {
    const { session, newest } = await started();
    session.change(path, 0.9);
    await serve(newest, { ...ANSWERS, run: otherRun });
    expect(session.store.get().shown!.answer.views[0]!.title).toBe("Other");
    expect(standing(session.store.get())).toBe("current");
  });
  it("keeps the last good figures beside what is wrong", async () => {
    const { session, newest } = await started();
    const good = session.store.get().result;
    session.change(path, 9);
    const problems = [{ path, message: "too large" }];
    await serve(newest, { ...ANSWERS, run: { problems } });
    expect(session.store.get()).toMatchObject({ problems, phase: "open" });
    expect(standing(session.store.get())).toBe("refused");
    expect(session.store.get().result).toBe(good);
    session.undo();
    await serve(newest, ANSWERS);
    expect(session.store.get().problems).toEqual([]);
  });
  it("leaves nothing of a change that was taken back before it was computed", async () => {
    const { session, newest } = await started();
    const base = session.store.get().result;
    session.change(path, 0.9);
    await settle();
    session.reset(path);
    expect(standing(session.store.get())).toBe("current");
    await serve(newest, { ...ANSWERS, run: otherRun });
    expect(session.store.get().result).toBe(base);
    expect(standing(session.store.get())).toBe("current");
  });
  it("says so when the engine fails, and counts no older figures as those of the inputs", async () => {
    const { session, newest } = await started();
    session.change(path, 0.9);
    await settle();
    for (let times = 0; times < 2; times++) {
      newest().report({ fatal: "boom" });
      await settle();
      newest().answer(ANSWERS.open);
      await settle();
    }
    expect(standing(session.store.get())).toBe("refused");
    expect(
      session.store
        .get()
        .notices.map(({ text }) => text)
        .join(),
    ).toMatch(/could not compute/);
  });
  it("keeps what is open until the figures of another scenario are there", async () => {
    const { session, newest } = await started();
    void session.open({ name: "other" });
    await settle();
    newest().answer({ ...opened, base: { ...base, name: "other" } });
    await settle();
    expect(session.store.get()).toMatchObject({ opening: true, history: { present: { base: { name: "small" } } } });
    await serve(newest, ANSWERS);
    expect(session.store.get()).toMatchObject({ opening: false, history: { present: { base: { name: "other" } } } });
  });
  it("stays with what is open when one does not want to wait for another", async () => {
    const { session, newest } = await started();
    const asked = newest().asked.length;
    void session.open({ name: "other" });
    await settle();
    session.stay();
    expect(newest().cancelled).toEqual([newest().asked[asked]!.id]);
    expect(session.store.get().opening).toBe(false);
    await serve(newest, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "other" } } });
    expect(session.store.get().history!.present.base.name).toBe("small");
  });
  it("goes back across scenarios", async () => {
    const { session, newest } = await started();
    void session.open({ name: "other" });
    await serve(newest, { ...ANSWERS, open: { ...ANSWERS.open, base: { ...base, name: "other" } } });
    expect(session.store.get().history!.present.base.name).toBe("other");
    session.undo();
    await serve(newest, ANSWERS);
    expect(session.store.get().history!.present.base.name).toBe("small");
    expect(session.store.get().baseline!.origin).toEqual({ name: "small" });
  });
});

describe("the base beside changes", () => {
  const table = (name: string, cells: unknown[] = []) => ({
    name,
    title: "",
    note: "",
    kind: "table",
    by: "month",
    columns: [],
    rows: [{ title: "", role: "", place: 0, cells }],
  });
  const views = [table("table"), table("monthly", [{ number: 1, unit: "USD", month: "2026-05" }]), { ...table("split"), kind: "split" }];
  const withTables = { ...ANSWERS, run: { ...run, views } };
  const asked = (engine: FakeEngine) =>
    engine.asked
      .filter(({ kind }) => kind === "run")
      .map(({ request: { changes, views, month } }) => [
        (changes as unknown[]).length,
        (views as { name: string }[]).map(({ name }) => name).join(" "),
        month,
      ]);
  const pinned = new Map([
    ["table", "month"],
    ["monthly", "month"],
    ["split", "month"],
  ] as const);

  async function changed() {
    const fake = fakeSpawn();
    const session = new Session(new EngineClient(fake.spawn), new Pool(fake.spawn, () => 1), pinned);
    void session.start("small");
    const serveAll = () => serve(fake.newest, withTables);
    await serveAll();
    expect(asked(fake.newest())).toEqual([[0, "table monthly split", undefined]]);
    expect(session.store.get().shownBase).toBeUndefined();
    return { session, newest: fake.newest, serveAll };
  }

  it("is asked for its tables once for all changes, and again in another month where a table is of one", async () => {
    const { session, newest, serveAll } = await changed();
    for (const value of [0.6, 0.7, 0.8]) {
      session.change(path, value);
      await serveAll();
    }
    const all = "table monthly split";
    expect(asked(newest()).slice(1)).toEqual([
      [1, all, 1],
      [0, "table monthly", 1],
      [1, all, 1],
      [1, all, 1],
    ]);
    expect(session.store.get().shownBase).toMatchObject({ origin: { name: "small" }, month: 1 });
    session.look({ month: 2 });
    await serveAll();
    expect(asked(newest()).slice(5)).toEqual([
      [1, all, 2],
      [0, "table monthly", 2],
    ]);
    expect(session.store.get().shownBase).toMatchObject({ month: 2 });
  });
  it("is another where another scenario is opened, whose views come with it", async () => {
    const { session, newest, serveAll } = await changed();
    session.change(path, 0.6);
    await serveAll();
    void session.open({ name: "other" });
    await serve(newest, { ...withTables, open: { ...opened, base: { ...base, name: "other" }, changes: [{ path, value: 0.7 }] } });
    const { shown, shownBase, history } = session.store.get();
    expect(shown!.scenario).toBe(history!.present);
    expect(shownBase!.origin).toEqual({ name: "other" });
  });
});
