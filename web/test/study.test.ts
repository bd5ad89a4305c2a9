// A study comes to the same whatever the number of engines, the order in which blocks come, and what is lost on the way.
import { describe, expect, it } from "vitest";
import type { Came, Spawn } from "../src/engine/engine";
import type { Calls, GatherAnswer } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import { computeStudy, type Going, ranges } from "../src/engine/study";
import { inputs } from "../src/generated/catalog.json";
import { spawn } from "./engine";

const origin = { name: "half-the-data-center" };
const share = inputs.find(({ name, display, scope }) => scope === "lease" && display === "percent" && name.endsWith("share"))!;
const changes = [
  { path: share.name.replace(".", ".anthropic."), value: { form: "uniform", low: 0.3, high: 0.7 } },
  { path: "paths", value: 700 },
].map(({ path, value }) => ({ path: `study.${path}`, value }));
const rows = [{ row: "operator.operating_income", instance: "operator" }];

/** What a study comes to in the end, and how it went. */
async function whole(pool: Pool, asked?: typeof rows) {
  const came: { answer: GatherAnswer; fans: Float64Array | undefined }[] = [];
  const going: Going[] = [];
  const problems = await computeStudy(pool, { origin, changes, ...(asked && { rows: asked }) }, new AbortController().signal, {
    going: (now) => going.push(now),
    came: (answer, fans) => came.push({ answer, fans }),
  });
  return { came, going, problems, last: came.at(-1) };
}

describe("a study", () => {
  it.each([["of outcomes"], ["of fans"]])("%s comes to the same with one engine and with three, one of which dies", async (what) => {
    const asked = what === "of fans" ? rows : undefined;
    const one = await whole(new Pool(spawn, () => 1), asked);
    expect(one.problems).toBeUndefined();
    expect(one.last?.answer.cases).toBe(700);
    expect(one.going.at(-1)).toEqual({ blocks: 6, of: 6, computed: [expect.stringContaining("with SIMD")] });
    let engines = 0;
    let died = 0;
    // The first dies with its first answer: whatever is done by which of them, that one is asked something.
    const dying: Spawn = async (receive) => {
      let dies = engines++ === 0;
      return spawn((message) => {
        if (!dies || !("json" in message)) return receive(message);
        dies = false;
        died++;
        receive({ fatal: "boom" });
      });
    };
    const three = await whole(new Pool(dying, () => 3), asked);
    expect(died).toBe(1);
    expect(three.last).toEqual(one.last);
    if (asked) expect(one.last?.fans).toHaveLength(5 * 60);
    else expect(one.last?.answer.chances?.[0]?.text).toMatch(/ of 700 cases/);
  });

  it("tells estimates from the first blocks on, and the same in the end", async () => {
    const { came } = await whole(new Pool(spawn, () => 1));
    const cases = came.map(({ answer }) => answer.cases);
    expect(cases.length).toBeGreaterThan(1);
    expect(cases).toEqual([...cases].sort((left, right) => left - right));
  });

  it("tells what is wrong with its inputs", async () => {
    const problems = await computeStudy(
      new Pool(spawn, () => 2),
      { origin, changes: [{ path: "study.paths", value: 1 }] },
      new AbortController().signal,
      { going: () => {}, came: () => {} },
    );
    expect(problems?.[0]?.path).toBe("study.paths");
  });
});

/** A pool that answers in an order of its own, and loses what it holds at times. */
function madeUp(seed: number, blocks: number): { pool: Pool; held: () => number[] } {
  let state = seed;
  const random = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  let held = new Map<number, number>();
  const answer = (kind: string, request: { [name: string]: unknown }, numbers: Float64Array | undefined): Partial<Came> => {
    if (kind === "study") {
      const from = request["from"] as number;
      const body: Calls["study"]["answer"] = { blocks, lengths: from < blocks ? [from + 1] : [], computed: "somehow" };
      return { body, numbers: new Float64Array(from < blocks ? from + 1 : 0).fill(from) };
    }
    if (random() < 0.15) held = new Map();
    const { holds, blocks: sent, lengths } = request as unknown as Calls["gather"]["request"];
    if (holds.length === 0) held = new Map();
    const lost = JSON.stringify(ranges(new Set(held.keys()))) !== JSON.stringify(holds);
    let at = 0;
    if (!lost)
      sent.forEach((block, index) => {
        expect(numbers!.subarray(at, at + lengths[index]!)).toEqual(new Float64Array(block + 1).fill(block));
        at += lengths[index]!;
        held.set(block, block);
      });
    return { body: { lost, cases: held.size } as Calls["gather"]["answer"] };
  };
  const pool = {
    size: 1 + Math.floor(random() * 4),
    ask: async (kind: string, _: unknown, request: { [name: string]: unknown }, signal: AbortSignal, more?: { numbers?: Float64Array }) => {
      for (let turns = Math.floor(random() * 6); turns > 0; turns--) await Promise.resolve();
      return signal.aborted ? undefined : answer(kind, request, more?.numbers);
    },
  };
  return { pool: pool as unknown as Pool, held: () => [...held.keys()].sort((left, right) => left - right) };
}

describe("blocks that come in any order", () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))("are all there in the end, each once (%i)", async (seed) => {
    const blocks = 1 + (seed % 23);
    const { pool, held } = madeUp(seed, blocks);
    const cases: number[] = [];
    let problem: unknown;
    await computeStudy(pool, { origin, changes }, new AbortController().signal, {
      going: () => {},
      came: (answer) => cases.push(answer.cases),
    }).catch((reason) => (problem = reason));
    // One that always loses what it holds cannot be used.
    if (problem) expect(String(problem)).toMatch(/does not keep the cases/);
    else {
      expect(cases.at(-1)).toBe(blocks);
      expect(held()).toEqual(Array.from({ length: blocks }, (_, block) => block));
    }
  });

  it("are not asked for any more once the signal has come", async () => {
    const { pool } = madeUp(7, 20);
    const stop = new AbortController();
    const going: Going[] = [];
    await computeStudy(pool, { origin, changes }, stop.signal, {
      going: (now) => {
        going.push(now);
        if (now.blocks === 5) stop.abort();
      },
      came: () => {},
    });
    expect(going.at(-1)?.blocks).toBeLessThan(10);
  });

  it("are told as ranges", () => {
    expect(ranges(new Set([4, 0, 1, 2, 6, 7]))).toEqual([
      { from: 0, to: 3 },
      { from: 4, to: 5 },
      { from: 6, to: 8 },
    ]);
  });
});
