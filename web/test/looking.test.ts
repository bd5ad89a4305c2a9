// What is looked at: months, the plan of the floor, and what the base has beside changes.
import { describe, expect, it } from "vitest";
import { EngineClient } from "../src/engine/client";
import { Pool } from "../src/engine/pool";
import { Session } from "../src/state/session";
import { standing } from "../src/state/state";
import { base, type FakeEngine, fakeSpawn, opened, run, settle } from "./fixture";
import { ANSWERS, LINES, PLAN, path, serve, started } from "./served";

describe("the plan of the floor", () => {
  const PLANNED = { plan: { head: '{"uses":[],"sites":[]}', numbers: Float64Array.from(PLAN), uses: [], isEmpty: true }, events: [] };
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
    expect(floor).toEqual({ scenario: resultOf, problem: "too many halls", events: [] });
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
    expect(session.store.get().shownBase).toMatchObject({ origin: { name: "small" }, calendarMonth: "2026-06" });
    session.look({ month: 2 });
    await serveAll();
    expect(asked(newest()).slice(5)).toEqual([
      [1, all, 2],
      [0, "table monthly", 2],
    ]);
    expect(session.store.get().shownBase).toMatchObject({ calendarMonth: "2026-07" });
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
