import { describe, expect, it } from "vitest";
import type { Value } from "../src/engine/messages";
import { moreText } from "../src/page/variants";

describe("what a figure is more than another", () => {
  it.each<[Partial<Value>, Partial<Value>, string | undefined]>([
    [{ number: 1.5e9, unit: "USD" }, { number: 1e9, unit: "USD" }, "+$500M"],
    // What reads the same in three digits is not the same.
    [{ number: -156.012e9, unit: "USD" }, { number: -156.38e9, unit: "USD" }, "+$368M"],
    [{ number: 5, unit: "USD" }, { number: 5, unit: "USD" }, undefined],
    [{ text: "2026-07" }, { words: "not reached" }, "Jul 2026, without it not reached"],
    [{ words: "not reached" }, { words: "not reached" }, undefined],
  ])("%o beside %o: %s", (now, other, text) => {
    const cell = (value: Partial<Value>) => ({ title: "Result", value: { unit: "", ...value }, judgement: "" as const });
    expect(moreText(cell(now), cell(other), "without it")).toBe(text);
  });
});
