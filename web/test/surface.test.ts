// A map as shapes: levels, cells, ticks, and where values are.
import { describe, expect, it } from "vitest";
import { cellPaths, levelAt, levelsOf, linePath, nearest, placeOf, scalesOf, stepOf, ticksOf, valueAt } from "../src/charts/surface";
import type { MapAxis } from "../src/engine/messages";
import { randomOf } from "./random";

const numbers = (at: number[], unit = "1", percent = false): MapAxis => ({
  at,
  values: at.map((number) => ({ number, unit, ...(percent && { percent }) })),
  now: { number: at[0]!, unit },
  now_at: at[0]!,
});
const months: MapAxis = {
  at: [100, 104, 108],
  values: ["2026-05", "2026-09", "2027-01"].map((text) => ({ text, unit: "" })),
  now: { text: "2026-05", unit: "" },
  now_at: 100,
};
const days: MapAxis = { ...months, at: [0, 31], values: ["2026-05-01", "2026-06-01"].map((text) => ({ text, unit: "" })) };

describe("levels", () => {
  it("part at the target, in round numbers, and have every value", () => {
    const random = randomOf(1);
    for (let times = 0; times < 200; times++) {
      const size = 10 ** (random(19) - 9);
      const list = Array.from({ length: 1 + random(50) }, () => (random(2001) - 1000) * size);
      const levels = levelsOf(Float64Array.from(list));
      expect(levels.length).toBeLessThanOrEqual(18);
      expect(levels.some(({ from, to }) => from === 0 || to === 0)).toBe(true);
      expect(levels.slice(1).map(({ from }) => from)).toEqual(levels.slice(0, -1).map(({ to }) => to));
      for (const value of list) {
        const { from, to } = levels[levelAt(levels, value)!]!;
        expect(value >= from - 1e-9 * Math.abs(from) && value <= to + 1e-9 * Math.abs(to)).toBe(true);
      }
    }
  });

  it("are none of what is absent", () => {
    expect(levelsOf(Float64Array.of(Number.NaN))).toEqual([]);
    expect(levelAt(levelsOf(Float64Array.of(1, Number.NaN)), Number.NaN)).toBeUndefined();
  });
});

describe("a map", () => {
  const frame = { left: 10, top: 20, width: 100, height: 50 };
  const scales = scalesOf([0, 1, 2], [0, 10], frame);

  it("has a cell for each value, those of a level in one path and those that are absent in another", () => {
    const values = Float64Array.of(-1, -1, 1, Number.NaN, 1, 1);
    const levels = levelsOf(values);
    const paths = cellPaths([0, 1, 2], [0, 10], values, levels, scales);
    expect(paths).toHaveLength(levels.length + 1);
    expect(paths[levelAt(levels, -1)!]).toBe("M10 70H85V45H10Z");
    expect(paths[levelAt(levels, 1)!]).toBe("M85 70H110V45H85ZM35 45H110V20H35Z");
    expect(paths.at(-1)).toBe("M10 45H35V20H10Z");
  });

  it("covers its frame once", () => {
    const covered = (path: string) =>
      [...path.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H/g)].reduce(
        (sum, [, x, y, to, up]) => sum + (Number(to) - Number(x)) * (Number(y) - Number(up)),
        0,
      );
    const random = randomOf(2);
    for (let times = 0; times < 100; times++) {
      const values = Float64Array.from({ length: 9 }, () => (random(4) === 0 ? Number.NaN : random(19) - 9));
      const paths = cellPaths([0, 1, 3], [0, 5, 10], values, levelsOf(values), scalesOf([0, 1, 3], [0, 5, 10], frame));
      expect(paths.reduce((sum, path) => sum + covered(path), 0)).toBeCloseTo(frame.width * frame.height, 0);
    }
  });

  it("draws a line where its points are", () => {
    const line = linePath(
      [
        [0, 0],
        [1, 10],
      ],
      scales,
    );
    expect(line).toBe("M10 70L60 20");
    expect([scales.valueX(60), scales.valueY(45), scales.valueX(-5), scales.valueY(500)]).toEqual([1, 5, 0, 0]);
    expect(nearest([0, 1, 3], 1.9)).toBe(1);
  });
});

describe("an axis", () => {
  it("has round ticks with units as people write them", () => {
    expect(ticksOf(numbers([0, 1], "1", true), 5).map(({ text }) => text)).toEqual(["0%", "20%", "40%", "60%", "80%", "100%"]);
    expect(ticksOf(numbers([0, 8.4], "USD/GPU/h"), 5).map(({ text }) => text)).toEqual([
      "$0/GPU-hour",
      "$2/GPU-hour",
      "$4/GPU-hour",
      "$6/GPU-hour",
      "$8/GPU-hour",
    ]);
    expect(ticksOf(numbers([-3e8, 3e8], "USD"), 3).map(({ text }) => text)).toEqual(["−$200M", "$0", "$200M"]);
    expect(ticksOf({ ...numbers([0, 3]), times: true }, 3).map(({ text }) => text)).toEqual(["0 ×", "1 ×", "2 ×", "3 ×"]);
    expect(ticksOf(months, 2)).toEqual([
      { at: 100, text: "May 2026" },
      { at: 104, text: "Sep 2026" },
      { at: 108, text: "Jan 2027" },
    ]);
  });

  it("has values at its places, whole months and days, and numbers by a step", () => {
    expect(placeOf(months, "2026-12")).toBe(107);
    expect(valueAt(months, 107.4, 1)).toBe("2026-12");
    expect(valueAt(months, 200, 1)).toBe("2027-01");
    expect(placeOf(days, "2026-05-20")).toBe(19);
    expect(valueAt(days, 19, 1)).toBe("2026-05-20");
    const price = numbers([0, 8.4]);
    expect(stepOf(price)).toBe(0.05);
    expect(valueAt(price, 2.4234, stepOf(price))).toBe(2.4);
    expect(valueAt(price, 9, stepOf(price))).toBe(8.4);
    expect(placeOf(price, { steps: [] })).toBeUndefined();
    expect(placeOf(months, 3)).toBeUndefined();
  });
});
