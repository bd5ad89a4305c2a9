import { describe, expect, it } from "vitest";
import { fieldText, isCounted, parseDate, parseNumber, sliderRange } from "../src/quantity";

const fee = { title: "Monthly fee", unit: "USD/month", min: 0, max: 50e9 };
const share = { title: "Share of the site", unit: "1", display: "percent", min: 0, max: 1 };

describe("parseNumber", () => {
  it.each([
    ["1.25B", 1.25e9], ["1.25bn", 1.25e9], ["$ 625 M", 625e6], ["220,000", 220_000], ["1e9", 1e9], [" 450k ", 450_000], [".5", 0.5],
  ])("reads %s", (text, value) => expect(parseNumber(text, fee)).toEqual({ value }));
  it.each([["45", 0.45], ["45%", 0.45], ["7", 0.07], ["100 %", 1]])("reads %s per cent", (text, value) => expect(parseNumber(text, share)).toEqual({ value }));
  it.each(["", "abc", "1.2.3", "1B2", "--5"])("refuses “%s”", (text) => expect(parseNumber(text, fee)).toHaveProperty("message"));
  it("names field, value and what is allowed", () => {
    expect(parseNumber("150", share)).toEqual({ message: "Share of the site: 150 is out of range. Allowed: 0% to 100%." });
    expect(parseNumber("abc", fee)).toEqual({ message: "Monthly fee: “abc” is not a number. Allowed: $0.00 per month to $50.0B per month." });
  });
});

describe("fieldText", () => {
  it.each([[1.25e9, undefined, "1.25B"], [272_666_667, undefined, "272,666,667"], [0.07, "percent", "7"], [325_000, undefined, "325,000"], [2.42, undefined, "2.42"], [0, undefined, "0"]])(
    "%d is shown as %s %s", (value, display, text) => expect(fieldText(value, display)).toBe(text),
  );
  it("reads back as the same number", () => {
    for (const value of [1 / 3, 1.1e9, 823_333_333, 0.1 + 0.2, 12_345_678.9, 2.5e12, 7e-4]) {
      expect(parseNumber(fieldText(value), { title: "", unit: "1" })).toEqual({ value });
    }
    for (let cent = 0; cent <= 100; cent++) expect(parseNumber(fieldText(cent / 100, "percent"), share)).toEqual({ value: cent / 100 });
  });
});

describe("sliderRange", () => {
  it("is the input's own where that can be aimed at", () => expect(sliderRange({ ...share, step: 0.01 }, 0.5, 0.5)).toEqual({ min: 0, max: 1, step: 0.01 }));
  it("is narrowed where the bounds only keep out the absurd", () => {
    expect(sliderRange({ ...fee, step: 10e6 }, 1.25e9, 1.25e9)).toEqual({ min: 0, max: 5e9, step: 10e6 });
    expect(sliderRange({ ...fee, min: -50e9, step: 1e6 }, 1e9, 1e9)).toMatchObject({ min: -5e9, max: 5e9 });
  });
  it("holds what was typed", () => expect(sliderRange({ ...fee, step: 10e6 }, 1.25e9, 20e9)).toMatchObject({ max: 20e9 }));
  it("needs bounds", () => expect(sliderRange({ title: "", unit: "1" }, 1, 1)).toBeUndefined());
});

describe("parseDate", () => {
  const refused = (title: string) => ({ message: expect.stringMatching(new RegExp(`^${title}: .*Allowed`)) as string });
  it("reads a month", () => expect(parseDate("2026-07", "Start", "month")).toEqual({ value: "2026-07" }));
  it("reads a day", () => expect(parseDate("2028-02-29", "Filing", "day")).toEqual({ value: "2028-02-29" }));
  it.each(["2026-13", "July", "", "1989-12", "2151-01", "2026-07-01"])("refuses “%s” as a month, by name", (text) => expect(parseDate(text, "Start", "month")).toMatchObject(refused("Start")));
  it.each(["2026-02-30", "2026-07", "soon", "2151-01-01"])("refuses “%s” as a day, by name", (text) => expect(parseDate(text, "Filing", "day")).toMatchObject(refused("Filing")));
});

describe("what is counted", () => {
  const months = { title: "Free months", unit: "month", min: 0, max: 60, whole: true };
  it.each([["month", 1, true], ["GPU", 1000, true], ["1", 1, true], ["1", 0.1, false], ["USD", 1, false], ["year", 0.5, false], ["h", 1, false]] as const)(
    "in %s by steps of %d: %s", (unit, step, counted) => expect(isCounted({ unit, step })).toBe(counted),
  );
  it("is no percentage", () => expect(isCounted({ unit: "1", step: 1, display: "percent" })).toBe(false));
  it("is read whole", () => expect(parseNumber("3", months)).toEqual({ value: 3 }));
  it("is read with a suffix that makes it whole", () => expect(parseNumber("2.5k", { title: "", unit: "GPU", whole: true })).toEqual({ value: 2500 }));
  it("says what is allowed of a part", () => {
    expect(parseNumber("2.5", months)).toEqual({ message: "Free months: 2.5 is not a whole number. Allowed: whole numbers from 0 months to 60 months." });
  });
});
