import { describe, expect, it } from "vitest";
import {
  addMonths, formatCount, formatDollars, formatMonth, formatNumber, formatPercent, formatQuantity, monthsBetween, unitWords,
} from "../src/format";

describe("formatDollars", () => {
  it.each([
    [1.25e9, "$1.25B"], [-823_333_333, "−$823M"], [12.5e9, "$12.5B"], [128e9, "$128B"], [5.274, "$5.27"], [0, "$0.00"],
    [999.96e6, "$1.00B"], [450_000, "$450k"], [120.4, "$120"], [-0.001, "$0.00"], [2.5e12, "$2.50T"],
  ])("%d is %s", (value, text) => expect(formatDollars(value)).toBe(text));
  it("shows a plus where asked", () => expect(formatDollars(120e6, true)).toBe("+$120M"));
  it.each([null, undefined, Number.NaN, Infinity])("has no figure for %s", (value) => expect(formatDollars(value)).toBe("–"));
});

describe("counts, shares, months", () => {
  it.each([[325_000, "325k"], [9_999, "9,999"], [1_563, "1,563"], [0, "0"], [1_250_000, "1.25M"]])("%d is %s", (value, text) => expect(formatCount(value)).toBe(text));
  it.each([[0.5, "50%"], [0.985, "98.5%"], [0, "0%"], [-0.03, "−3%"]])("%d is %s", (value, text) => expect(formatPercent(value)).toBe(text));
  it.each([[503.2, "503"], [12.34, "12.3"], [1.2, "1.2"], [4167, "4,167"]])("%d is %s", (value, text) => expect(formatNumber(value)).toBe(text));
  it("names months", () => {
    expect(formatMonth("2026-07")).toBe("Jul 2026");
    expect(formatMonth("not a month")).toBe("not a month");
    expect(addMonths("2026-11", 3)).toBe("2027-02");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(monthsBetween("2026-11", "2027-02")).toBe(3);
  });
});

describe("units", () => {
  it.each([
    ["USD/GPU/h", "$ per GPU-hour"], ["USD/month", "$ per month"], ["kW/GPU", "kW per GPU"], ["1", ""], ["GPU", "GPUs"], ["USD/MW/year", "$ per MW-year"],
  ])("%s reads %s", (unit, words) => expect(unitWords(unit)).toBe(words));
  it("follow their values", () => {
    expect(formatQuantity(2.42, "USD/GPU/h")).toBe("$2.42 per GPU-hour");
    expect(formatQuantity(300, "MW")).toBe("300 MW");
    expect(formatQuantity(0.5, "1", "percent")).toBe("50%");
    expect(formatQuantity(1.2, "1")).toBe("1.2");
  });
});
