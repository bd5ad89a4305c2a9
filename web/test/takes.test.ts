// What a goal would take, asked of the engine itself by a pool.
import { describe, expect, it } from "vitest";
import type { Goal } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import type { Scenario } from "../src/state/history";
import { type Taken, Takes } from "../src/state/takes";
import { spawn } from "./engine";
import { base } from "./fixture";

const scenario: Scenario = { origin: { name: "half-the-data-center" }, base, changes: new Map() };
const goal: Goal = { row: "operator.operating_income", instance: "operator", month: "2027-05", target: { number: 0 } };
const never = new AbortController().signal;

async function got<Got>(asking: Taken<Got>): Promise<Got> {
  const answer = await asking;
  if (!answer || (typeof answer === "object" && "problems" in answer)) throw new Error(JSON.stringify(answer));
  return answer as Got;
}

describe("what a goal would take", () => {
  const takes = new Takes(new Pool(spawn, () => 2));

  it("is asked with the goal that comes first, of the inputs that are tried first", async () => {
    const levers = await got(takes.levers(scenario, goal, never));
    expect(levers.goal).toEqual({ ...goal, sense: ">=" });
    expect(levers.sought).toMatchObject({ title: "Operating income", unit: "USD", kind: "number" });
    expect(levers.paths.length).toBeGreaterThan(2);
    const solved = await got(takes.solve(scenario, levers.goal, levers.paths[1]!, never, () => {}));
    const [first] = solved.solutions;
    expect(first?.at.met).toBe(true);
    expect(first?.beside.met).toBe(false);
    expect(solved.computed).toMatch(/^(by code generated for this scenario, with SIMD|operation by operation: .+; the figures are the same)$/);
    // Set, it is met at once.
    const set = { ...scenario, changes: new Map([[levers.paths[1]!, first!.at.set]]) };
    expect((await got(takes.solve(set, levers.goal, levers.paths[1]!, never, () => {}))).now.met).toBe(true);
  });

  it("is refused with what is wrong", async () => {
    expect(await takes.levers(scenario, { measure: "nothing", target: { number: 0 } }, never)).toHaveProperty("problems");
  });

  it("is given up", async () => {
    const giving = new AbortController();
    const asking = takes.measures(scenario, giving.signal);
    giving.abort();
    expect(await asking).toBeUndefined();
  });

  it("is mapped in parts that are those of the whole, with the line along which it is met", async () => {
    const { paths, goal: whole } = await got(takes.levers(scenario, goal, never));
    const asked = { goal: whole, x: { path: paths[0]! }, y: { path: paths[1]! }, points: 11 };
    const map = await got(takes.map(scenario, asked, never));
    expect(map.gaps).toHaveLength(121);
    const [low, high] = await Promise.all(
      [takes.map(scenario, { ...asked, to: 4 }, never), takes.map(scenario, { ...asked, from: 4 }, never)].map(got),
    );
    expect([...low!.gaps, ...high!.gaps]).toEqual([...map.gaps]);
    const lines = await got(takes.contour(scenario, map.x.at, map.y.at, map.gaps, never));
    expect(lines.length).toBe(1);
    for (const [x, y] of lines[0]!) {
      expect(x >= map.x.at[0]! && x <= map.x.at.at(-1)!).toBe(true);
      expect(y >= map.y.at[0]! && y <= map.y.at.at(-1)!).toBe(true);
    }
  });

  it("lists what can be sought", async () => {
    const measures = await got(takes.measures(scenario, never));
    expect(measures.length).toBeGreaterThan(30);
    expect(measures.every(({ title }) => title !== "")).toBe(true);
  });
});
