import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineClient, type Result } from "../src/engine/client";
import type { Change } from "../src/engine/messages";
import { document, fakeSpawn, opened, run, settle, wishes } from "./fixture";

const source = { name: "small" };
const numbers = () => new Float64Array([1, 2, 3, 4, 5, 6]);
const share = (value: number): Change[] => [{ path: "lease.tenant.share", value }];

function setUp() {
  const fake = fakeSpawn();
  const restarted = vi.fn<(message: string) => void>();
  const progress = vi.fn();
  return { ...fake, restarted, progress, client: new EngineClient(fake.spawn, { restarted, progress }) };
}

/** A client whose scenario is open and whose engine is idle. */
async function withOpenScenario() {
  const all = setUp();
  const answer = all.client.open(source);
  await settle();
  all.newest().answer(opened);
  await answer;
  return all;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("one run in flight, the latest inputs win", () => {
  it("drops what was overtaken and always answers the last", async () => {
    const { client, newest } = await withOpenScenario();
    const answers = [0.1, 0.2, 0.3, 0.4].map((value) => client.run(source, share(value), wishes));
    await settle();
    expect(newest().asked.filter(({ kind }) => kind === "run")).toHaveLength(1);

    newest().answer(run, numbers());
    await settle();
    newest().answer(run, numbers());

    const settled = await Promise.all(answers);
    expect(settled.map((answer) => answer !== undefined)).toEqual([true, false, false, true]);
    const asked = newest()
      .asked.filter(({ kind }) => kind === "run")
      .map(({ request }) => request["changes"]);
    expect(asked).toEqual([share(0.1), share(0.4)]);
  });

  it("reads the numbers of an answer by its own heads: those of the lines, and then those of the plan", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, share(0.1), wishes);
    await settle();
    expect(newest().asked.at(-1)!.request).toMatchObject({ changes: share(0.1), ...wishes });
    newest().answer(run, numbers());
    const values = [new Float64Array([1, 2, 3])];
    const plan = { head: '{"uses":[],"sites":[]}', numbers: new Float64Array([4, 5, 6]), uses: [], isEmpty: true };
    expect(await answer).toMatchObject({ base: document, document, month: 1, views: [{ name: "money", values }], floor: { plan } });
  });

  it("leaves a view of which nothing changed the object that it was", async () => {
    const { client, newest } = await withOpenScenario();
    const views: unknown[] = [];
    const [view] = run.views;
    const answers: [object, number[]][] = [
      [run, [1, 2, Number.NaN]],
      [run, [1, 2, Number.NaN]],
      [run, [1, 2, 3]],
      [{ ...run, views: [{ ...view, title: "Cash" }] }, [1, 2, 3]],
    ];
    for (const [at, [body, values]] of answers.entries()) {
      const answer = client.run(source, share(at / 10), wishes);
      await settle();
      newest().answer(body, new Float64Array([...values, 0]));
      const got = await answer;
      if (got && "views" in got) views.push(got.views[0]);
    }
    expect(views.map((one, at) => one === views[at - 1])).toEqual([false, true, false, false]);
    expect(views[3]).toMatchObject({ title: "Cash", values: [new Float64Array([1, 2, 3])] });
  });

  it("reads an answer by heads that came before, where it names them, and by no others", async () => {
    const { client, newest } = await withOpenScenario();
    const { heads: _heads, ...named } = run;
    const asked = async (body: object) => {
      const answer = client.run(source, share(0.1), wishes);
      await settle();
      const { heads } = newest().asked.at(-1)!.request;
      newest().answer(body, numbers());
      return [heads, await answer.then((got) => got && "views" in got && got.views[0]!.periods.length, String)];
    };
    expect(await asked(run)).toEqual([undefined, 3]);
    expect(await asked(named)).toEqual(["three months", 3]);
    expect(await asked({ ...named, heads_name: "others" })).toEqual(["three months", "Error: The engine’s answer was incomplete."]);
  });

  it("names what an answer brought in the very next question", async () => {
    const { client, newest } = await withOpenScenario();
    const first = client.run(source, share(0.1), wishes);
    await settle();
    newest().answer(run, numbers());
    await first;
    const { heads: _heads, ...named } = run;
    const answers = [client.run(source, share(0.2), wishes), client.run(source, share(0.3), wishes)];
    await settle();
    const before = newest().asked.at(-1)!.request;
    expect(before).toMatchObject({ heads: "three months", hold: 2, held: 1 });
    // The next question is asked before what came is read.
    newest().answer({ ...run, heads_name: "others" }, numbers());
    expect(newest().asked.at(-1)!.request).toMatchObject({ heads: "others", hold: 3, held: 2 });
    newest().answer({ ...named, heads_name: "others" }, numbers());
    expect(await Promise.all(answers)).toEqual([expect.objectContaining({ month: 1 }), expect.objectContaining({ month: 1 })]);
  });

  it("keeps what an answer says is as in the one that is held", async () => {
    const { client, newest } = await withOpenScenario();
    const asked = async (body: object, values: number[]) => {
      const answer = client.run(source, share(0.2), wishes);
      await settle();
      newest().answer(body, new Float64Array(values));
      const got = await answer;
      if (!got || !("views" in got)) throw new Error("no views came");
      return got;
    };
    const kept = (what: "head" | "all") => ({
      ...run,
      views: [{ name: "money", title: "", note: "", kind: "", by: "month", kept: what }],
      plan: { kept: true },
    });
    const whole = await asked(run, [1, 2, 3, 7]);
    const same = await asked(kept("all"), [8]);
    expect(same.views[0]).toBe(whole.views[0]);
    expect(same.floor).toMatchObject({ plan: { head: run.plan.head, numbers: new Float64Array([8]) } });
    const renumbered = await asked(kept("head"), [4, 5, 6, 9]);
    expect(renumbered.views).toEqual([{ ...whole.views[0], values: [new Float64Array([4, 5, 6])] }]);
    // What is compared with is held by nobody.
    const base = client.base(source, wishes.views, 1);
    await settle();
    expect(newest().asked.at(-1)!.request).not.toHaveProperty("hold");
    newest().answer(run, new Float64Array([1, 1, 1, 1]));
    await base;
    expect((await asked(kept("all"), [1])).views[0]).toBe(renumbered.views[0]);
    // In a scenario of other months a view may say the same, and they are its months for all that.
    const { month: _, ...steps } = run.heads.periods;
    const heads = { ...run.heads, periods: { ...steps, month: run.heads.periods.month.slice(0, 2) } };
    const shorter = await asked({ ...kept("all"), heads_name: "two months", heads }, [1]);
    expect(shorter.views).toEqual([{ ...renumbered.views[0], periods: heads.periods.month }]);
  });

  it("does not read an answer that keeps what is not held", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, share(0.1), wishes);
    const failure = expect(answer).rejects.toThrow(/incomplete/);
    await settle();
    newest().answer({ ...run, views: [{ ...run.views[0], kept: "all" }] }, numbers());
    await failure;
  });

  const { plan: _, ...withoutPlan } = run;
  it.each([
    ["more numbers than its lines take", withoutPlan, new Float64Array(6)],
    ["fewer", withoutPlan, new Float64Array(2)],
    ["none for its plan", run, new Float64Array(3)],
    ["none at all", run, undefined],
    ["no document", { ...run, document: undefined }, numbers()],
  ])("does not read an answer that has %s", async (_, wrong, values) => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, [], wishes);
    const failure = expect(answer).rejects.toThrow(/incomplete/);
    await settle();
    newest().answer(wrong, values);
    await failure;
  });

  it("keeps the views where the floor has no plan, and why", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, [], wishes);
    await settle();
    newest().answer({ ...run, plan: { problem: "too many halls" } }, new Float64Array(3));
    expect(await answer).toMatchObject({ views: [{ name: "money" }], floor: { problem: "too many halls" } });
  });

  it("tells the document as the base's and what differs", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, [], wishes);
    await settle();
    const lease = { value: 0.4, given: true, assumption: true };
    newest().answer(
      { ...run, document: { start: "2026-06", months: 3, instances: [document.instances[0]], values: { "operator.cash": lease } } },
      numbers(),
    );
    expect(await answer).toMatchObject({ document: { start: "2026-06", instances: [document.instances[0]], values: { "operator.cash": lease } } });
    expect(Object.keys(((await answer) as Result).document.values)).toEqual(["operator.cash"]);
  });

  it("opens a scenario again that the engine no longer keeps", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, [], wishes);
    await settle();
    newest().answer({ unopened: true });
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: { name: "small" } });
    newest().answer(opened);
    await settle();
    newest().answer(run, numbers());
    expect(await answer).toHaveProperty("document");
  });

  it("passes over answers that come twice, or too late", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, [], wishes);
    await settle();
    newest().answer(run, numbers());
    await answer;
    newest().answer(run, new Float64Array(6));
    const other = client.run(source, share(0.2), wishes);
    await settle();
    newest().report({ id: 1, json: JSON.stringify(run), numbers: new Float64Array(6) });
    await settle();
    newest().answer(run, numbers());
    expect(await other).toMatchObject({ views: [{ values: [numbers().subarray(0, 3)] }] });
  });

  it("tells how far a long call is, and cancels what nobody waits for", async () => {
    const { client, newest, progress } = await withOpenScenario();
    const stop = new AbortController();
    const answer = client.explain(source, { changes: [], row: "a", instances: ["b"], month: 0 }, stop.signal);
    await settle();
    const { id } = newest().asked.at(-1)!;
    newest().report({ id, progress: JSON.stringify({ doing: "computing", part: 0.5 }) });
    expect(progress).toHaveBeenLastCalledWith({ doing: "computing", part: 0.5 });
    stop.abort();
    expect(await answer).toBeUndefined();
    expect(newest().cancelled).toEqual([id]);
    newest().report({ id, cancelled: true });
    expect(progress).toHaveBeenLastCalledWith(undefined);
    const next = client.run(source, [], wishes);
    await settle();
    newest().answer(run, numbers());
    expect(await next).toHaveProperty("document");
  });

  it("does not count a call that tells how far it is as one that hangs", async () => {
    const { client, newest, engines } = await withOpenScenario();
    void client.run(source, [], wishes);
    await settle();
    const { id } = newest().asked.at(-1)!;
    for (let times = 0; times < 5; times++) {
      await vi.advanceTimersByTimeAsync(15_000);
      newest().report({ id, progress: JSON.stringify({ doing: "computing", part: 0.5 }) });
    }
    expect(engines).toHaveLength(1);
  });

  it("passes problems on", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, share(9), wishes);
    await settle();
    const problems = [{ path: "lease.tenant.share", message: "too large" }];
    newest().answer({ problems });
    expect(await answer).toEqual({ problems });
  });

  it("opens the scenario first that a run is for", async () => {
    const { client, newest } = await withOpenScenario();
    const other = { name: "other" };
    const answer = client.run(other, [], wishes);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: other });
    newest().answer(opened);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run" });
    newest().answer(run, numbers());
    expect(await answer).toHaveProperty("document");
  });

  it("serves a run before a link", async () => {
    const { client, newest } = await withOpenScenario();
    void client.run(source, share(0.1), wishes);
    void client.link(source, [], {});
    void client.run(source, share(0.2), wishes);
    await settle();
    newest().answer(run, numbers());
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run", request: { changes: share(0.2) } });
  });
});

describe("an engine that is lost", () => {
  it("is started again with the open scenario and the last inputs", async () => {
    const { client, engines, newest, restarted } = await withOpenScenario();
    const answer = client.run(source, share(0.7), wishes);
    await settle();
    newest().report({ fatal: "boom" });
    await settle();
    expect(engines).toHaveLength(2);
    expect(engines[0]!.terminated).toBe(true);
    expect(restarted).toHaveBeenCalledWith(expect.stringContaining("boom"));
    expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: source });
    newest().answer(opened);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run", request: { changes: share(0.7) } });
    newest().answer(run, numbers());
    expect(await answer).toHaveProperty("document");
  });

  it("counts as lost when it does not answer", async () => {
    const { client, engines } = await withOpenScenario();
    const answer = client.run(source, share(0.7), wishes);
    answer.catch(() => {});
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engines.length).toBeGreaterThan(1);
    expect(engines[0]!.terminated).toBe(true);
  });

  it("is waited for longer before its first answer, and with what one was lost with", async () => {
    const { client, engines, newest } = setUp();
    const opening = client.open(source);
    await settle();
    await vi.advanceTimersByTimeAsync(50_000);
    newest().answer(opened);
    await opening;
    const answer = client.run(source, share(0.7), wishes);
    await settle();
    expect(engines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(engines).toHaveLength(2);
    newest().answer(opened);
    await settle();
    await vi.advanceTimersByTimeAsync(50_000);
    newest().answer(run, numbers());
    expect(await answer).toHaveProperty("document");
    expect(engines).toHaveLength(2);
  });

  it("is not started for ever with inputs that end it, and works on with others", async () => {
    const { client, engines, newest } = await withOpenScenario();
    const answer = client.run(source, share(0.7), wishes);
    const failure = expect(answer).rejects.toThrow(/could not compute these inputs/);
    await settle();
    newest().report({ fatal: "boom" });
    await settle();
    newest().answer(opened);
    await settle();
    newest().report({ fatal: "boom" });
    await failure;
    expect(engines).toHaveLength(2);

    const next = client.run(source, share(0.2), wishes);
    await settle();
    newest().answer(opened);
    await settle();
    newest().answer(run, numbers());
    expect(await next).toHaveProperty("document");
  });

  it("uses newer inputs in place of those it was lost with", async () => {
    const { client, newest } = await withOpenScenario();
    const lost = client.run(source, share(0.7), wishes);
    const newer = client.run(source, share(0.2), wishes);
    await settle();
    newest().report({ fatal: "boom" });
    await settle();
    newest().answer(opened);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run", request: { changes: share(0.2) } });
    newest().answer(run, numbers());
    expect(await lost).toBeUndefined();
    expect(await newer).toHaveProperty("document");
  });

  it("says so when it cannot be started at all", async () => {
    const client = new EngineClient(async () => {
      throw new Error("no WebAssembly here");
    });
    await expect(client.open(source)).rejects.toThrow(/could not be started.*no WebAssembly here/);
  });
});
