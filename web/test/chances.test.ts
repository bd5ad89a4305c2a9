// What a study comes to, in words.
import { describe, expect, it } from "vitest";
import { measureWords, shareWords } from "../src/chances";

describe("a value of a measure", () => {
  it.each([
    ["month", "month", 13, "Jun 2027"],
    ["month", "month", 12.6, "Jun 2027"],
    ["day", "day", 45, "15 Jun 2026"],
    ["day", "day", -1, "30 Apr 2026"],
    ["number", "USD", -2.5e9, "−$2.50B"],
    ["number", "month", 3, "3 months"],
    ["month", "month", undefined, "none"],
  ])("of kind %s in %s is in words: %s is %s", (kind, unit, value, text) => expect(measureWords({ kind, unit }, value, "2026-05")).toBe(text));
});

/** As study.ShareText of the engine has it, whose sentences stand beside them. */
describe("a share of cases", () => {
  it.each([
    [0.736, 0.0083, "74% (± 1)"],
    [0.736, 0.0201, "74% (± 3)"],
    [0.736, undefined, "74%"],
    [0, 0.01, "0%"],
    [1, 0.01, "100%"],
    [0.004, 0.01, "less than 1%"],
    [-0.004, 0.01, "less than 1%"],
    [0.996, 0.01, "more than 99%"],
    [undefined, undefined, "–"],
  ])("%s with %s is %s", (value, error, text) =>
    expect(shareWords({ ...(value !== undefined && { value }), ...(error !== undefined && { error }) })).toBe(text),
  );
});
