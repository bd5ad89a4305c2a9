import { describe, expect, it } from "vitest";
import { catalog } from "../src/catalog";
import {
  allowed,
  beyond,
  dateBounds,
  exactText,
  fieldText,
  fieldUnit,
  numberProblem,
  parseDate,
  parseNumber,
  readingText,
  sliderRange,
  snapped,
  stepped,
} from "../src/quantity";

const fee = { title: "Monthly fee", unit: "USD/month", min: 0, max: 50e9 };
const share = { title: "Share of the site", unit: "1", display: "percent", min: 0, max: 1 };
const months = { title: "Free months", unit: "month", min: 0, max: 60, whole: true };
const plain = { title: "", unit: "1" };

describe("parseNumber", () => {
  it("gives what was read", () => expect(parseNumber("$1.25bn/month", fee)).toEqual({ value: 1.25e9 }));
  it.each([
    ["150", share, "Share of the site: 150 is out of range. Allowed: 0% to 100%."],
    [" ", fee, "Monthly fee: nothing is typed. Allowed: $0.00/month to $50.0B/month."],
    ["abc", fee, "Monthly fee: “abc” is not a number. Allowed: $0.00/month to $50.0B/month."],
    ["5%", fee, "Monthly fee: “5%” is in another unit. Allowed: $0.00/month to $50.0B/month."],
    ["2.5", months, "Free months: 2.5 is not a whole number. Allowed: whole numbers from 0 months to 60 months."],
    ["x".repeat(41), months, `Free months: “${"x".repeat(40)}…” is not a number. Allowed: whole numbers from 0 months to 60 months.`],
  ])("names field, value and what is allowed: %s", (text, field, message) => expect(parseNumber(text, field)).toEqual({ message }));
  it("asks where there are two readings", () => {
    expect(parseNumber("1,250", fee)).toEqual({ message: "Monthly fee: “1,250” can be read in two ways: 1.25 or 1,250?", readings: [1.25, 1250] });
    expect(parseNumber("1.250%", { ...share, max: 20 })).toEqual({
      message: "Share of the site: “1.250%” can be read in two ways: 1.25% or 1,250%?",
      readings: [0.0125, 12.5],
    });
    expect(parseNumber("2,125", { ...fee, max: 100 })).toEqual({ message: "Monthly fee: “2,125” may mean 2.125?", readings: [2.125] });
  });
});

it.each([
  [2.5, months, "Free months: 2.5 is not a whole number. Allowed: whole numbers from 0 months to 60 months."],
  [2, months, undefined],
  [1.5, share, "Share of the site: 150 is out of range. Allowed: 0% to 100%."],
  [1, share, undefined],
] as const)("numberProblem: %d", (value, field, message) => expect(numberProblem(value, field)).toBe(message));

it.each([
  [{ ...plain, min: 0 }, "0 or more"],
  [{ ...plain, max: 5 }, "5 or less"],
  [plain, "any number"],
  [{ ...months, min: 1, max: 1 }, "whole numbers from 1 month to 1 month"],
])("allowed: %o is %s", (field, words) => expect(allowed(field)).toBe(words));

describe("fieldText", () => {
  it.each([
    [1.25e9, undefined, "1.25B"],
    [272_666_667, undefined, "272,666,667"],
    [0.07, "percent", "7"],
    [325_000, undefined, "325,000"],
    [2.42, undefined, "2.42"],
    [0, undefined, "0"],
    [-0, undefined, "0"],
    [-0, "percent", "0"],
    [-1.25e9, undefined, "-1.25B"],
    [1e6, undefined, "1M"],
    [9999, undefined, "9999"],
    [1e4, undefined, "10,000"],
    [1 / 3, "percent", "33.33333333333333"],
    [1e-9, "percent", "1e-7"],
    [-0.005, "percent", "-0.5"],
    [1 / 300, "percent", "0.33333333333333335"],
    [12.5, "percent", "1250"],
  ])("%d is shown as %s %s", (value, display, text) => expect(fieldText(value, display)).toBe(text));
  it("reads back in its field as the same number, without a question", () => {
    const values = [
      1 / 3,
      1.1e9,
      823_333_333,
      0.1 + 0.2,
      12_345_678.9,
      2.5e12,
      7e-4,
      1.125,
      1125,
      12_125,
      220_000,
      1.125e6,
      1.125e9,
      -1.125,
      1e-9,
      1e21,
      2 / 3e5,
      0,
    ];
    for (let cent = 0; cent <= 100; cent++) values.push(cent / 100, cent / 300);
    for (const display of [undefined, "percent"]) {
      for (const value of values) {
        const text = fieldText(value, display);
        expect({ text, ...parseNumber(text, { ...plain, ...(display && { display }) }, text) }).toEqual({ text, value });
      }
    }
  });
});

it.each([
  [1250, undefined, "1,250"],
  [1.25, undefined, "1.25"],
  [220_000, undefined, "220,000"],
  [1.25e9, undefined, "1.25B"],
  [-1250, undefined, "-1,250"],
  [0.0125, "percent", "1.25%"],
  [12.5, "percent", "1,250%"],
])("readingText: %d %s is %s", (value, display, text) => expect(readingText(value, display)).toBe(text));
it.each([
  [0.5, "percent", "50%"],
  [1250, undefined, "1250"],
])("exactText: %d %s is %s", (value, display, text) => expect(exactText(value, display)).toBe(text));
it.each([
  [fee, "$/month"],
  [share, "%"],
  [months, "months"],
])("fieldUnit: %o is %s", (field, text) => expect(fieldUnit(field)).toBe(text));

describe("sliderRange", () => {
  it("is the input's own where that can be aimed at", () =>
    expect(sliderRange({ ...share, step: 0.01 }, 0.5)).toEqual({ min: 0, max: 1, step: 0.01 }));
  it("is narrowed where the bounds only keep out the absurd", () => {
    expect(sliderRange({ ...fee, step: 10e6 }, 1.25e9)).toEqual({ min: 0, max: 5e9, step: 10e6 });
    expect(sliderRange({ ...fee, min: -50e9, step: 1e6 }, 1e9)).toMatchObject({ min: -5e9, max: 5e9 });
    expect(sliderRange({ ...plain, min: 0, max: 100, step: 0.01 }, 2.6)).toEqual({ min: 0, max: 10, step: 0.01 });
  });
  it("has steps that can be seen", () => expect(sliderRange({ ...fee, step: 10e6 }, 0)).toEqual({ min: 0, max: 50e9, step: 5e8 }));
  it("needs bounds", () => {
    expect(sliderRange(plain, 1)).toBeUndefined();
    expect(sliderRange({ ...plain, min: 5, max: 5 }, 1)).toBeUndefined();
  });
  it("holds the default of every input", () => {
    for (const { title, unit, kind, min, max, step, default: usual } of catalog.inputs) {
      if (kind !== "number" || typeof usual !== "number") continue;
      const range = sliderRange(
        { title, unit, ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(step !== undefined && { step }) },
        usual,
      );
      if (range) expect({ title, beyond: beyond(usual, range) }).toEqual({ title, beyond: undefined });
    }
  });
});

describe("a slider's values", () => {
  const price = { min: 0, max: 10, step: 0.01 };
  const area = { min: 1, max: 2000, step: 10 };
  it.each([
    [80, price, "max"],
    [10, price, undefined],
    [0, price, undefined],
    [-1, price, "min"],
  ] as const)("%d beyond %o: %s", (value, range, end) => expect(beyond(value, range)).toBe(end));
  it.each([
    [211, area, 210],
    [215, area, 220],
    [0, area, 1],
    [2004, area, 2000],
    [0.30000000000000004, price, 0.3],
    [-0.001, price, 0],
  ])("dragged to %d in %o is %d", (value, range, to) => expect(snapped(value, range)).toBe(to));
  it.each([
    [211, 1, area, 220],
    [211, -1, area, 210],
    [200, 1, area, 210],
    [200, -1, area, 190],
    [210, 2, area, 230],
    [5, -1, area, 1],
    [1, -1, area, 1],
    [1995, 1, area, 2000],
    [2000, 1, area, 2000],
    [0.29, 1, price, 0.3],
    [0.3, -1, price, 0.29],
    [0.28, 5, price, 0.33],
    [80, 1, price, 80],
    [80, -1, price, 79.99],
    [-5, 1, price, -4.99],
    [-5, -1, price, -5],
    [-0.1, 1, { min: -1, max: 1, step: 0.1 }, 0],
    [1e9, 1, { min: 0, max: 5e9, step: 1e7 }, 1.01e9],
  ])("%d and %d steps in %o is %d", (value, steps, range, to) => expect(stepped(value, steps, range)).toBe(to));
  it("go as far up again as they went down", () => {
    for (const range of [price, area]) {
      let value = range.step * 50;
      for (const direction of [-1, 1]) for (let count = 0; count < 6; count++) value = stepped(value, direction, range);
      expect(value).toBe(range.step * 50);
    }
  });
});

describe("parseDate", () => {
  it("reads a month and a day", () => {
    expect(parseDate("Jul 2026", "Start", "month")).toEqual({ value: "2026-07" });
    expect(parseDate("2028-02-29", "Filing", "day")).toEqual({ value: "2028-02-29" });
  });
  it("names field, text and what is allowed", () => {
    expect(parseDate("2026-13", "Start", "month")).toEqual({
      message: "Start: “2026-13” is not a month here. Allowed: a month from 1990-01 to 2150-12.",
    });
    expect(parseDate("", "Filing", "day")).toEqual({ message: "Filing: “” is not a day here. Allowed: a day from 1990-01-01 to 2150-12-31." });
    expect(parseDate("03/04/2026", "Filing", "day")).toEqual({
      message: "Filing: “03/04/2026” can be read in two ways: 2026-04-03 or 2026-03-04? Allowed: a day from 1990-01-01 to 2150-12-31.",
    });
  });
  it("has bounds", () =>
    expect([dateBounds("month"), dateBounds("day")]).toEqual([
      { first: "1990-01", last: "2150-12" },
      { first: "1990-01-01", last: "2150-12-31" },
    ]));
});
