import { describe, expect, it } from "vitest";
import { mayBeRange, mayBeRangeOfDates, misfit, readDay, readMonth, readNumber, readSwitch } from "../src/entry";
import { entryCases } from "./entries";

const fee = { unit: "USD/month", min: 0, max: 50e9 };

describe("entries are read as at the command line", () => {
  it("has cases of every kind", () => {
    for (const kind of ["month", "day", undefined]) expect(entryCases.filter((entry) => entry.kind === kind).length).toBeGreaterThan(20);
  });
  it.each(entryCases)("$name: “$text”", ({ kind, field, text, value, refused, readings }) => {
    const entry = kind ? { month: readMonth, day: readDay, switch: readSwitch }[kind](text) : readNumber(text, field);
    expect(entry).toStrictEqual(readings ? { reason: "ambiguous", readings } : refused ? { reason: refused } : { value });
  });
});

describe("what the field shows tells what its signs mean", () => {
  it.each([
    ["225,000", "220,000", 225_000],
    ["220,000", "220,000", 220_000],
    ["1,250", "12,500", 1250],
    ["2.125", "2.42", 2.125],
    ["1.250B", "1.25B", 1.25e9],
    ["1,5", "220,000", 1.5],
    ["1.250.000", "2.42", 1.25e6],
  ])("%s after %s", (text, shown, value) => expect(readNumber(text, fee, shown)).toEqual({ value }));
  it.each([
    ["1.250", "220,000"],
    ["1,250", "2.42"],
    ["1,250", "50"],
    ["1,250", ""],
  ])("but not of others: %s after %s", (text, shown) =>
    expect(readNumber(text, fee, shown)).toEqual({ reason: "ambiguous", readings: [1.25, 1250] }),
  );
});

describe("misfit", () => {
  it.each([
    [5, {}, undefined],
    [5, { min: 5, max: 5 }, undefined],
    [4.9, { min: 5 }, "range"],
    [5.1, { max: 5 }, "range"],
    [2.5, { whole: true }, "whole"],
    [2, { whole: true }, undefined],
    [Infinity, {}, "range"],
    [Number.NaN, {}, "range"],
    [Infinity, { whole: true }, "range"],
  ] as const)("%d in %o is %s", (value, field, reason) => expect(misfit(value, { unit: "1", ...field })).toBe(reason));
});

describe("what may be a range", () => {
  it.each([
    "25 to 35",
    "25-35 %",
    "25 – 35 %",
    "1.0 to 1.5 B$",
    "±10 %",
    "+-7 %",
    "+/- 0.3",
    "0,25..0,35",
    "-5 - -3 %",
    "–5 – –3 %",
    "uniform 25 to 35",
    "pert 2, 2.5, 4",
    "log-normal 2 to 4",
    "2.6 or 3.5 at 2",
    "times 0.8 to 1.1",
    "sources",
    " Sources ",
  ])("is %s", (text) => expect(mayBeRange(text)).toBe(true));
  it.each(["", "a lot", "5 MW", "12 furlongs", "-5", "–5", "1,250", "per GPU-hour", "25 to", "x".repeat(200)])("is not “%s”", (text) =>
    expect(mayBeRange(text)).toBe(false),
  );
});

describe("what may be a range of months or days", () => {
  it.each([
    "Jul 2026 to Dec 2026",
    "2026-07 to 2026-12",
    "2026-07..2026-12",
    "July – Sept 2026",
    "2026-07 or 2026-10",
    "pert 2026-07, 2026-08, 2026-12",
    "sources",
  ])("is %s", (text) => expect(mayBeRangeOfDates(text)).toBe(true));
  it.each(["", "soon", "2026-13", "Jul 20266", "2026-02-30", "x to ".repeat(200)])("is not “%s”", (text) =>
    expect(mayBeRangeOfDates(text)).toBe(false),
  );
});
