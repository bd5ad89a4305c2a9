import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineClient } from "../src/engine/client";
import type { Change } from "../src/engine/messages";
import { base, document, fakeSpawn, settle, table } from "./fixture";

const source = { name: "small" };
const opened = { base, changes: [], view: {} };
const numbers = () => new Float64Array([1, 2, 3, 4, 5, 6]);
const run = { table, document, measures: {} };
const share = (value: number): Change[] => [{ path: "lease.tenant.share", value }];

function setUp() {
  const fake = fakeSpawn();
  const restarted = vi.fn<(message: string) => void>();
  return { ...fake, restarted, client: new EngineClient(fake.spawn, restarted) };
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
    const answers = [0.1, 0.2, 0.3, 0.4].map((value) => client.run(source, share(value)));
    await settle();
    expect(newest().asked.filter(({ kind }) => kind === "run")).toHaveLength(1);

    newest().answer(run, numbers());
    await settle();
    newest().answer(run, numbers());

    const settled = await Promise.all(answers);
    expect(settled.map((answer) => answer !== undefined)).toEqual([true, false, false, true]);
    const asked = newest().asked.filter(({ kind }) => kind === "run").map(({ request }) => request["changes"]);
    expect(asked).toEqual([share(0.1), share(0.4)]);
  });

  it("hands over the table that was sent before when the engine does not send it again", async () => {
    const { client, newest } = await withOpenScenario();
    const first = client.run(source, []);
    await settle();
    newest().answer(run, numbers());
    await first;
    const second = client.run(source, share(0.1));
    await settle();
    newest().answer({ measures: {} }, numbers());
    expect(await second).toMatchObject({ result: { table, document } });
  });

  it("passes problems on", async () => {
    const { client, newest } = await withOpenScenario();
    const answer = client.run(source, share(9));
    await settle();
    const problems = [{ path: "lease.tenant.share", message: "too large" }];
    newest().answer({ problems });
    expect(await answer).toEqual({ problems });
  });

  it("opens the scenario first that a run is for", async () => {
    const { client, newest } = await withOpenScenario();
    const other = { name: "other" };
    const answer = client.run(other, []);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "open", request: other });
    newest().answer(opened);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run" });
    newest().answer(run, numbers());
    expect(await answer).toHaveProperty("result");
  });

  it("serves a run before a link", async () => {
    const { client, newest } = await withOpenScenario();
    void client.run(source, share(0.1));
    void client.link(source, [], {});
    void client.run(source, share(0.2));
    await settle();
    newest().answer(run, numbers());
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run", request: { changes: share(0.2) } });
  });
});

describe("an engine that is lost", () => {
  it("is started again with the open scenario and the last inputs", async () => {
    const { client, engines, newest, restarted } = await withOpenScenario();
    const answer = client.run(source, share(0.7));
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
    expect(await answer).toHaveProperty("result");
  });

  it("counts as lost when it does not answer", async () => {
    const { client, engines } = await withOpenScenario();
    const answer = client.run(source, share(0.7));
    answer.catch(() => {});
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engines.length).toBeGreaterThan(1);
    expect(engines[0]!.terminated).toBe(true);
  });

  it("is not started for ever with inputs that end it, and works on with others", async () => {
    const { client, engines, newest } = await withOpenScenario();
    const answer = client.run(source, share(0.7));
    const failure = expect(answer).rejects.toThrow(/could not compute these inputs/);
    await settle();
    newest().report({ fatal: "boom" });
    await settle();
    newest().answer(opened);
    await settle();
    newest().report({ fatal: "boom" });
    await failure;
    expect(engines).toHaveLength(2);

    const next = client.run(source, share(0.2));
    await settle();
    newest().answer(opened);
    await settle();
    newest().answer(run, numbers());
    expect(await next).toHaveProperty("result");
  });

  it("uses newer inputs in place of those it was lost with", async () => {
    const { client, newest } = await withOpenScenario();
    const lost = client.run(source, share(0.7));
    const newer = client.run(source, share(0.2));
    await settle();
    newest().report({ fatal: "boom" });
    await settle();
    newest().answer(opened);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "run", request: { changes: share(0.2) } });
    newest().answer(run, numbers());
    expect(await lost).toBeUndefined();
    expect(await newer).toHaveProperty("result");
  });

  it("says so when it cannot be started at all", async () => {
    const client = new EngineClient(async () => {
      throw new Error("no WebAssembly here");
    });
    await expect(client.open(source)).rejects.toThrow(/could not be started.*no WebAssembly here/);
  });
});
