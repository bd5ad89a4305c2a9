// Code that the engine generates for a study computes the bits of the machine, and where it cannot be run the machine computes them and says so.
import { afterEach, describe, expect, it, vi } from "vitest";
import { askThrough, type EngineGlobal } from "../src/engine/runtime";
import { inputs, scenarios } from "../src/generated/catalog.json";
import { realEngine } from "./engine";
import { few } from "./short";
import { allUncertain } from "./uncertain";

const SIMD = "by code generated for this scenario, with SIMD";
const CASES = 300;

/** A scenario with all inputs uncertain. */
function uncertain(engine: EngineGlobal, name: string) {
  const { body } = askThrough(engine, "open", { as: 1, name });
  return allUncertain(body.document!, inputs, CASES);
}

function study(
  engine: EngineGlobal,
  changes: ReturnType<typeof uncertain>,
  more: { with?: "machine"; rows?: { row: string; instance: string }[] } = {},
) {
  const { body, numbers } = askThrough(engine, "study", { of: 1, changes, from: 0, to: 3, ...more });
  expect(body.problems).toBeUndefined();
  expect(body.blocks).toBe(3);
  return { computed: body.computed, bits: new BigUint64Array(numbers!.buffer) };
}

afterEach(() => vi.unstubAllGlobals());

describe("a study by generated code", () => {
  it.each(few(scenarios, 3).map(({ name }) => name))("has the bits of the machine: %s", async (name) => {
    const engine = await realEngine();
    const changes = uncertain(engine, name);
    expect(changes.length).toBeGreaterThan(20);
    const generated = study(engine, changes);
    const interpreted = study(engine, changes, { with: "machine" });
    expect(generated.computed).toBe(SIMD);
    expect(interpreted.computed).toBe("operation by operation: as was asked; the figures are the same");
    expect(generated.bits).toEqual(interpreted.bits);
  });

  it("has the bits of the machine month by month, and after the machine was asked", async () => {
    const engine = await realEngine();
    const changes = uncertain(engine, "orbital-expansion");
    const rows = [{ row: "operator.free_cash_flow", instance: "operator" }];
    const interpreted = study(engine, changes, { rows, with: "machine" });
    const generated = study(engine, changes, { rows });
    expect(generated.computed).toBe(SIMD);
    expect(generated.bits).toEqual(interpreted.bits);
  });

  it("solves to the answer of the machine, and says by what values were tried", async () => {
    const goal = { measure: "break_even.operating_income.first", target: { number: 0, text: "2031-04" } };
    const asked = { of: 1, changes: [], goal, path: "lease.anthropic.price" };
    const [generated, interpreted] = [await realEngine(), await withoutHost()].map((engine) => {
      askThrough(engine, "open", { as: 1, name: "half-the-data-center" });
      const { computed, ...said } = askThrough(engine, "solve", asked).body.solved!;
      return { computed, said };
    });
    expect(generated!.computed).toBe(SIMD);
    expect(interpreted!.computed).toBe("operation by operation: the host runs no generated code; the figures are the same");
    expect(generated!.said.solutions).toHaveLength(1);
    expect(generated!.said).toEqual(interpreted!.said);
  });

  it("draws a map with the figures of the machine", async () => {
    const goal = { row: "operator.operating_income", instance: "operator", month: "2027-05", target: { number: 0 } };
    const asked = { of: 1, changes: [], goal, x: { path: "lease.anthropic.share" }, y: { path: "lease.anthropic.price" }, points: 12 };
    const maps = [await realEngine(), await withoutHost()].map((engine) => {
      askThrough(engine, "open", { as: 1, name: "half-the-data-center" });
      return askThrough(engine, "map", asked);
    });
    expect(maps.map(({ body }) => body.computed)).toEqual([
      SIMD,
      "operation by operation: the host runs no generated code; the figures are the same",
    ]);
    expect(new BigUint64Array(maps[0]!.numbers!.buffer)).toEqual(new BigUint64Array(maps[1]!.numbers!.buffer));
  });
});

/** An engine whose host offers to run no code. */
async function withoutHost(): Promise<EngineGlobal> {
  vi.stubGlobal("kernels", undefined);
  Object.defineProperty(globalThis, "kernels", { configurable: true, get: () => undefined, set: () => {} });
  const engine = await realEngine();
  Reflect.deleteProperty(globalThis, "kernels");
  return engine;
}

describe("where generated code is not run, the machine computes the same and says why", () => {
  const { Module } = WebAssembly;
  const isSmall = (bytes: BufferSource) => bytes.byteLength < 100;
  const hasVectors = (bytes: BufferSource) => !isSmall(bytes) || new Uint8Array(bytes as ArrayBuffer).includes(0x7b);

  it.each([
    ["without SIMD", hasVectors, "this browser's WebAssembly has no SIMD"],
    ["without compilation", () => true, "this browser compiles no generated code: CompileError: no"],
    ["with a module that it refuses", (bytes: BufferSource) => !isSmall(bytes), "the browser refuses the generated code: CompileError: no"],
  ])("%s", async (_, isRefused, why) => {
    const engine = await realEngine();
    const changes = uncertain(engine, "half-the-data-center");
    const generated = study(engine, changes);
    class Refusing extends Module {
      constructor(bytes: BufferSource) {
        if (isRefused(bytes)) throw new WebAssembly.CompileError("no");
        super(bytes);
      }
    }
    vi.stubGlobal("WebAssembly", { ...properties(WebAssembly), Module: Refusing });
    const poor = await realEngine();
    uncertain(poor, "half-the-data-center");
    const interpreted = study(poor, changes);
    expect(interpreted.computed).toBe(`operation by operation: ${why}; the figures are the same`);
    expect(interpreted.bits).toEqual(generated.bits);
  });
});

/** The functions of a namespace, which are not enumerable. */
function properties(of: object): { [name: string]: unknown } {
  return Object.fromEntries(Object.getOwnPropertyNames(of).map((name) => [name, Reflect.get(of, name)]));
}
