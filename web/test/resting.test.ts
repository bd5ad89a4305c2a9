// What the engine generates while nothing is asked changes no answer, but for what it says computed it.
import { describe, expect, it } from "vitest";
import { askThrough, type EngineGlobal } from "../src/engine/runtime";
import { PINNED } from "../src/views/places";
import { realEngine } from "./engine";

const views = [...PINNED].map(([name, by]) => ({ name, by }));

function run(engine: EngineGlobal, growth: number) {
  const changes = [{ path: "operator.revenue_growth", value: growth }];
  const { body, numbers } = askThrough(engine, "run", { of: 1, changes, views, month: 2, floor: true });
  const { computed, ...said } = body;
  return { computed, said, bits: numbers && Array.from(new BigUint64Array(numbers.buffer)) };
}

/** Rests until there is nothing left to do, and what was begun is there. */
async function rest(engine: EngineGlobal) {
  askThrough(engine, "link", { of: 1, changes: [], view: {} }); // as the page does, which computes other rows
  while (engine.rest());
  for (let turn = 0; turn < 1000 && !run(engine, turn / 1e6).computed?.startsWith("by code"); turn++)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("an engine that has rested", () => {
  it.each(["half-the-data-center", "orbital-expansion"])("says the same of %s", async (name) => {
    const [rested, restless] = [await realEngine(), await realEngine()];
    for (const engine of [rested, restless]) askThrough(engine, "open", { as: 1, name });
    expect(run(rested, 0.01).computed).toMatch(/^operation by operation: code for it is generated/);
    await rest(rested);
    for (const growth of [0.01, -0.02, 0]) {
      const [quick, plain] = [run(rested, growth), run(restless, growth)];
      expect(quick.computed).toBe("by code generated for this scenario, with SIMD");
      expect(plain.computed).toMatch(/^operation by operation/);
      expect(quick.said).toEqual(plain.said);
      expect(quick.bits).toEqual(plain.bits);
    }
  });
});
