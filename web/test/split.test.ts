// The shares of wholes.
import { describe, expect, it } from "vitest";
import { IDLE, tenantColour } from "../src/palette";
import { barOf, splitTexts, wholeHead } from "../src/views/split";

describe("a whole", () => {
  it.each([
    ["GPUs", "GPU", "GPUs"],
    ["Racks", "rack", "Racks"],
    ["Power", "MW", "Power, MW"],
    ["Shares", "1", "Shares"],
  ])("%s in %s is headed %s", (title, unit, head) => {
    expect(wholeHead({ title, value: { number: 3, unit } })).toBe(head);
  });
});

describe("the amounts of a split", () => {
  const racks = (number: number) => ({ number, unit: "rack" });
  const part = (number: number) => ({ title: "", role: "idle" as const, place: 0, values: [racks(number)], shares: [] });
  it("are written alike below each other, with what they are of", () => {
    const wholes = [{ title: "Racks", value: racks(15_840), of: racks(20_000) }];
    expect(splitTexts({ month: "", wholes, parts: [part(4660), part(11_180), part(0)] })).toEqual({
      parts: [["4,660"], ["11,180"], ["0"]],
      wholes: ["15,840"],
      of: ["20,000"],
    });
  });
});

describe("the bar of a split", () => {
  const part = (role: "tenant" | "idle", place: number, share?: number) => ({
    title: "",
    role,
    place,
    values: [],
    shares: [{ unit: "1", ...(share !== undefined && { number: share }) }],
  });
  it("has the parts that have a share, in their colours", () => {
    const split = { month: "2026-05", wholes: [], parts: [part("tenant", 0, 0.6), part("tenant", 1, 0), part("idle", 0, 0.4)] };
    expect(barOf(split, 0, false)).toEqual([
      { part: 0, colour: tenantColour(0), share: 0.6 },
      { part: 2, colour: IDLE, share: 0.4 },
    ]);
    expect(barOf(split, 1, false)).toEqual([]);
  });
  it("is empty where the whole is nothing", () => expect(barOf({ month: "", wholes: [], parts: [part("idle", 0)] }, 0, true)).toEqual([]));
});
