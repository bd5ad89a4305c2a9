import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pool } from "../src/engine/pool";
import { fakeSpawn, opened, settle } from "./fixture";

const source = { name: "small" };

function setUp(seats: number) {
  const fake = fakeSpawn();
  const restarted = vi.fn<(message: string) => void>();
  return { ...fake, restarted, pool: new Pool(fake.spawn, () => seats, restarted) };
}

/** Asks for a document by a number that its changes have. */
function asking(pool: Pool, number: number, ...more: [AbortSignal?, object?]) {
  const [signal, home] = more;
  return pool.ask("document", source, { changes: [number] }, signal, home ? { home } : {});
}

/** The numbers that an engine was asked for. */
const numbersOf = (engine: ReturnType<typeof fakeSpawn>["engines"][number]) =>
  engine.asked.filter(({ kind }) => kind === "document").map(({ request }) => (request["changes"] as number[])[0]);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a pool of engines", () => {
  it("starts as many as there are questions and seats, and hands questions out in order to who is free", async () => {
    const { pool, engines } = setUp(2);
    const answers = [1, 2, 3, 4].map((number) => asking(pool, number));
    await settle();
    expect(engines).toHaveLength(2);
    for (const engine of engines) engine.answer(opened);
    await settle();
    expect(engines.map(numbersOf)).toEqual([[1], [2]]);
    engines[1]!.answer({ document: "2" });
    engines[0]!.answer({ document: "1" });
    engines[1]!.answer({ document: "3" });
    engines[0]!.answer({ document: "4" });
    expect((await Promise.all(answers)).map((answer) => answer?.body.document)).toEqual(["1", "2", "3", "4"]);
    expect(engines.map(numbersOf)).toEqual([
      [1, 4],
      [2, 3],
    ]);
  });

  it("asks what later.wasm answers of an engine of its own, and all else of the others", async () => {
    const modules: (string | undefined)[] = [];
    const { spawn, engines } = fakeSpawn();
    const pool = new Pool(
      (receive, module) => {
        modules.push(module);
        return spawn(receive, module);
      },
      () => 2,
    );
    const written = pool.ask("workbook", source, { changes: [] });
    void asking(pool, 1);
    const read = pool.ask("entered", source, { bytes: 8 });
    await settle();
    expect(modules).toEqual(["later.wasm", "engine.wasm"]);
    for (const engine of engines) engine.answer(opened);
    await settle();
    engines[0]!.answer({ bytes: 3 });
    expect((await written)?.body).toEqual({ bytes: 3 });
    engines[0]!.answer({ document: "{}" });
    expect((await read)?.body).toEqual({ document: "{}" });
    expect(engines.map(({ asked }) => asked.map(({ kind }) => kind))).toEqual([
      ["open", "workbook", "entered"],
      ["open", "document"],
    ]);
  });

  it("starts one where one is asked", async () => {
    const { pool, engines } = setUp(4);
    void asking(pool, 1);
    await settle();
    expect(engines).toHaveLength(1);
  });

  it("asks questions of one home of one engine, before others", async () => {
    const { pool, engines } = setUp(2);
    const home = {};
    for (const number of [1, 2, 3]) void asking(pool, number);
    void asking(pool, 10, undefined, home);
    void asking(pool, 11, undefined, home);
    await settle();
    for (const engine of engines) engine.answer(opened);
    await settle();
    expect(engines.map(numbersOf)).toEqual([[10], [1]]);
    engines[1]!.answer({});
    engines[0]!.answer({});
    await settle();
    expect(engines.map(numbersOf)).toEqual([
      [10, 11],
      [1, 2],
    ]);
  });

  it("sends numbers with a request, but not with the opening of its scenario", async () => {
    const { pool, newest } = setUp(1);
    void pool.ask("document", source, {}, undefined, { numbers: new Float64Array([1, 2]) });
    await settle();
    expect(newest().asked.at(-1)).not.toHaveProperty("numbers");
    newest().answer(opened);
    await settle();
    expect(newest().asked.at(-1)).toMatchObject({ kind: "document", numbers: new Float64Array([1, 2]) });
  });

  it("cancels what nobody waits for any more, whether it waits or is in flight", async () => {
    const { pool, newest } = setUp(1);
    const stop = new AbortController();
    const answers = [1, 2].map((number) => asking(pool, number, stop.signal));
    await settle();
    newest().answer(opened);
    await settle();
    const { id } = newest().asked.at(-1)!;
    stop.abort();
    expect(await Promise.all(answers)).toEqual([undefined, undefined]);
    expect(newest().cancelled).toEqual([id]);
    newest().report({ id, cancelled: true });
    const next = asking(pool, 3);
    await settle();
    newest().answer({ document: "3" });
    expect((await next)?.body).toEqual({ document: "3" });
    expect(await asking(pool, 4, stop.signal)).toBeUndefined();
  });

  it.each([
    ["dies", async (engine: ReturnType<typeof fakeSpawn>["engines"][number]) => engine.report({ fatal: "boom" })],
    ["hangs", () => vi.advanceTimersByTimeAsync(30_000)],
  ])("asks again what an engine was asked that %s, and the rest goes on", async (_, lose) => {
    const { pool, engines, newest, restarted } = setUp(1);
    const [one, two] = [asking(pool, 1), asking(pool, 2)];
    await settle();
    newest().answer(opened);
    await settle();
    await lose(newest());
    await settle();
    expect(engines).toHaveLength(2);
    expect(engines[0]!.terminated).toBe(true);
    expect(restarted).toHaveBeenCalledOnce();
    newest().answer(opened);
    await settle();
    newest().answer({ document: "1" });
    newest().answer({ document: "2" });
    expect((await one)?.body).toEqual({ document: "1" });
    expect((await two)?.body).toEqual({ document: "2" });
  });

  it("fails the question that ends every engine, and no other", async () => {
    const { pool, newest } = setUp(1);
    const failure = expect(asking(pool, 1)).rejects.toThrow(/could not compute these inputs: boom/);
    const other = asking(pool, 2);
    for (let times = 0; times < 2; times++) {
      await settle();
      newest().answer(opened);
      await settle();
      newest().report({ fatal: "boom" });
    }
    await failure;
    await settle();
    newest().answer(opened);
    await settle();
    newest().answer({ document: "2" });
    expect((await other)?.body).toEqual({ document: "2" });
  });

  it("works on with those that could be started", async () => {
    const { spawn, newest } = fakeSpawn();
    let started = 0;
    const pool = new Pool(
      (receive) => (started++ === 0 ? spawn(receive) : Promise.reject(new Error("no more memory"))),
      () => 3,
    );
    const answers = [1, 2, 3].map((number) => asking(pool, number));
    await settle();
    newest().answer(opened);
    for (const number of [1, 2, 3]) {
      await settle();
      newest().answer({ document: String(number) });
    }
    expect((await Promise.all(answers)).map((answer) => answer?.body.document)).toEqual(["1", "2", "3"]);
  });

  it("says so when none can be started", async () => {
    const pool = new Pool(
      () => Promise.reject(new Error("no WebAssembly here")),
      () => 3,
    );
    const failures = [1, 2].map((number) => expect(asking(pool, number)).rejects.toThrow(/could not be started.*no WebAssembly here/));
    await Promise.all(failures);
  });
});
