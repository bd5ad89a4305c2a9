// Which studies the page has computed, and what it shows of them.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineClient } from "../src/engine/client";
import type { GatherAnswer, Study } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import { Session } from "../src/state/session";
import { fansOfShown, studyPhase, studyStanding } from "../src/state/studies";
import { document, type FakeEngine, fakeSpawn, opened, run, settle } from "./fixture";

const study: Study = {
  uncertain: [{ path: "lease.tenant.share", text: "25 to 35 %", told: "25 % to 35 %", form: "normal", words: "", times: false }],
  correlations: [],
  paths: 256,
};
const numbers = () => new Float64Array([1, 2, 3, 4, 5, 6]);

/** A session in which an input is uncertain, and the engines of its pool. */
async function uncertainSession(instances?: string[]) {
  const shown = fakeSpawn();
  const studies = fakeSpawn();
  const session = new Session(new EngineClient(shown.spawn), new Pool(studies.spawn, () => 1));
  vi.stubGlobal("location", { hash: "" });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("history", { replaceState: () => {} });
  const answers = async () => {
    await settle();
    const engine = shown.newest();
    const last = engine.asked.at(-1)!;
    if (last.kind === "open") engine.answer(opened);
    if (last.kind === "run") engine.answer(uncertainRun(instances), numbers());
    await settle();
  };
  void session.open({ name: "small" });
  await answers();
  await answers();
  return { session, answers, engine: () => studies.newest(), engines: studies.engines };
}

function uncertainRun(instances: string[] | undefined) {
  const [view] = run.views;
  const line = { ...view!.lines[0]!, ...(instances && { row: "a.row", instances }) };
  return { ...run, document: { ...run.document, study }, views: [{ ...view, lines: [line] }] };
}

const served = new WeakMap<FakeEngine, number>();

/** Has the pool's engine answer what it is asked until it is asked nothing new; tells the kinds. */
async function work(engine: FakeEngine, gathered: Partial<GatherAnswer> = {}, most = 40): Promise<string[]> {
  const kinds: string[] = [];
  for (let times = 0; times < most && engine.asked.length > (served.get(engine) ?? 0); times++) {
    served.set(engine, engine.asked.length);
    const { kind, request } = engine.asked.at(-1)!;
    kinds.push(kind);
    if (kind === "open") engine.answer(opened);
    else if (kind === "study")
      engine.answer({ blocks: 2, lengths: (request["from"] as number) < 2 ? [1] : [] }, new Float64Array([request["from"] as number]));
    else if (kind === "gather")
      engine.answer(
        { cases: 256, paths: 256, levels: [0.05, 0.25, 0.5, 0.75, 0.95], asked: "x", mended_by: 0, ...gathered },
        request["rows"] ? new Float64Array(15).fill(7) : undefined,
      );
    else engine.answer({ tornados: [], followed: { title: "Income", unit: "USD", paths: ["a", "b"] } }, new Float64Array([1, 2, 3, 4]));
    await settle();
  }
  return kinds;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the study of a scenario", () => {
  it("is computed once somebody looks, and comes to its end", async () => {
    const { session, engine, engines } = await uncertainSession();
    await vi.advanceTimersByTimeAsync(1000);
    expect(engines).toHaveLength(0);
    session.openStudy(true);
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    const kinds = await work(engine());
    expect(kinds).toEqual(["open", "study", "study", "gather", "tornado"]);
    const state = session.store.get();
    expect(state.study).toMatchObject({ phase: "whole", answer: { cases: 256 }, going: { blocks: 2, of: 2 } });
    expect(studyStanding(state)).toBe("current");
    await vi.advanceTimersByTimeAsync(1000);
    expect(engine().asked).toHaveLength(5);
  });

  it("of former inputs stays, is said to be that, and gives way to that of the new ones", async () => {
    const { session, answers, engine } = await uncertainSession();
    session.openStudy(true);
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    await work(engine());
    session.change("operator.growth", 0.2);
    await answers();
    expect(studyStanding(session.store.get())).not.toBe("current");
    expect(session.store.get().study?.answer?.cases).toBe(256);
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    await work(engine(), { cases: 200 });
    expect(session.store.get().study?.answer?.cases).toBe(200);
    expect(studyStanding(session.store.get())).toBe("current");
  });

  it("is stopped before there is anything to tell of the new inputs too", async () => {
    const { session, answers, engine } = await uncertainSession();
    session.openStudy(true);
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    await work(engine());
    session.change("operator.growth", 0.2);
    await answers();
    expect(studyPhase(session.store.get())).toBe("computing");
    session.cancelStudy();
    const asked = engine().asked.length;
    await vi.advanceTimersByTimeAsync(1000);
    expect(engine().asked).toHaveLength(asked);
    expect(studyPhase(session.store.get())).toBe("stopped");
  });

  it("is stopped, stays stopped, and goes on when asked to", async () => {
    const { session, engine } = await uncertainSession();
    session.openStudy(true);
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    await work(engine(), {}, 2);
    session.cancelStudy();
    const { id } = engine().asked.at(-1)!;
    expect(engine().cancelled).toContain(id);
    engine().report({ id, cancelled: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.store.get().study?.phase).toBe("stopped");
    const before = engine().asked.length;
    session.goOnWithStudy();
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    expect(engine().asked.length).toBeGreaterThan(before);
  });
});

describe("fans", () => {
  it("are computed of the lines of charts in sight that are of one thing, and shown with their own figures only", async () => {
    const { session, engine, answers } = await uncertainSession(["a"]);
    session.see("money", true);
    await vi.advanceTimersByTimeAsync(200);
    await settle();
    await work(engine());
    expect(engine().asked.find(({ kind }) => kind === "study")!.request["rows"]).toEqual([{ row: "a.row", instance: "a" }]);
    expect(fansOfShown(session.store.get())?.get("a.row a")).toEqual(Array.from({ length: 5 }, () => new Float64Array(3).fill(7)));
    session.change("operator.growth", 0.2);
    await answers();
    expect(fansOfShown(session.store.get())).toBeUndefined();
    expect(document.months).toBe(3);
  });

  it("are of no line that adds several things up", async () => {
    const { session, engines } = await uncertainSession(["a", "b"]);
    session.see("money", true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(engines).toHaveLength(0);
  });
});
