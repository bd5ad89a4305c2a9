import { describe, expect, it } from "vitest";
import figures from "../../engine/scenario/testdata/figures.json";
import held from "../../engine/scenario/testdata/units.json";
import {
  addDays,
  addMonths,
  asPage,
  daysBetween,
  displayOf,
  formatAmount,
  formatColumn,
  formatCount,
  formatDate,
  formatDollars,
  formatMonth,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatValue,
  isDay,
  isMonth,
  monthsBetween,
  UNIT_STEPS,
  unitWords,
  withUnit,
} from "../src/format";

describe("formatDollars", () => {
  it.each([
    [1.25e9, "$1.25B"],
    [-823_333_333, "−$823M"],
    [12.5e9, "$12.5B"],
    [128e9, "$128B"],
    [5.274, "$5.27"],
    [0, "$0.00"],
    [-0, "$0.00"],
    [-0.004, "$0.00"],
    [999.96e6, "$1.00B"],
    [450_000, "$450k"],
    [120.4, "$120"],
    [-0.001, "$0.00"],
    [2.5e12, "$2.50T"],
  ])("%d is %s", (value, text) => expect(formatDollars(value)).toBe(text));
  it("shows a plus where asked", () => expect(formatDollars(120e6, true)).toBe("+$120M"));
  it.each([null, undefined, Number.NaN, Infinity])("has no figure for %s", (value) => expect(formatDollars(value)).toBe("–"));
});

describe("a unit beside a title", () => {
  it.each([
    ["Price", "$/GPU-hour", "Price, $/GPU-hour"],
    ["Installed racks", "racks", "Installed racks"],
    ["GPUs installed", "GPUs", "GPUs installed"],
    ["Launches", "launches", "Launches"],
    ["Launches, of them late", "launches", "Launches, of them late"],
    ["Daydreams", "days", "Daydreams, days"],
    ["Ratio", "", "Ratio"],
  ])("of %s in “%s” is said once: %s", (title, words, text) => expect(withUnit(title, words)).toBe(text));
});

describe("counts, shares, months", () => {
  it.each([
    [325_000, "325k"],
    [9_999, "9,999"],
    [1_563, "1,563"],
    [0, "0"],
    [1_250_000, "1.25M"],
    [-0.4, "0"],
    [-0, "0"],
  ])("%d is %s", (value, text) => expect(formatCount(value)).toBe(text));
  it.each([
    [0.5, "50%"],
    [0.985, "98.5%"],
    [0, "0%"],
    [-0.03, "−3%"],
    [-0, "0%"],
    [-0.0004, "0%"],
  ])("%d is %s", (value, text) => expect(formatPercent(value)).toBe(text));
  it.each([
    [503.2, "503"],
    [12.34, "12.3"],
    [1.2, "1.2"],
    [4167, "4,167"],
    [-0, "0"],
    [-1e-9, "0"],
    [-0.5, "−0.5"],
  ])("%d is %s", (value, text) => expect(formatNumber(value)).toBe(text));
  it("names months", () => {
    expect(formatMonth("2026-07")).toBe("Jul 2026");
    expect(formatMonth("not a month")).toBe("not a month");
    expect(addMonths("2026-11", 3)).toBe("2027-02");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(monthsBetween("2026-11", "2027-02")).toBe(3);
  });
  it.each([
    ["2026-05-20", "20 May 2026"],
    ["2026-05", "May 2026"],
    ["soon", "soon"],
    ["2026-13", "2026-13"],
  ])("writes %s as %s", (date, text) => expect(formatDate(date)).toBe(text));
  it.each([
    ["2026-12", true],
    ["2026-00", false],
    ["2026-13", false],
    ["2026-7", false],
    ["", false],
  ])("isMonth of %s is %s", (text, is) => expect(isMonth(text)).toBe(is));
  it.each([
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-02", false],
    ["", false],
  ])("isDay of %s is %s", (text, is) => expect(isDay(text)).toBe(is));
});

describe("a column", () => {
  it.each<[string, (number | undefined)[], string, string | undefined, string]>([
    ["has no letter where its least has none", [4660, 11_180, 0], "rack", "", "4,660 11,180 0"],
    ["has one letter where all have it", [325_000, 15_000, 0, 340_000], "GPU", "", "325k 15k 0 340k"],
    ["has one number of decimals", [499.2, 23.14, 522.34], "MW", "", "499 23 522"],
    ["has as many as its least takes", [2.52, 8.74, 20.9], "MW", "", "2.5 8.7 20.9"],
    ["stays in its unit", [1090, 300], "MW", "", "1,090 300"],
    ["loses no figure for it", [1.25e9, 40], "GPU", "", "1.25B 40"],
    ["of money has one letter", [8.75e9, -223e6], "USD", "", "8,750M −223M"],
    ["of shares is in per cent", [0.956, 0.04], "1", "percent", "95.6% 4%"],
    ["tells what is absent", [undefined, 12], "GPU", "", "– 12"],
    ["of nothing is that", [0, 0], "MW", "", "0 0"],
  ])("%s", (_, values, unit, display, text) => expect(formatColumn(values, unit, display).join(" ")).toBe(text));
});

describe("figures", () => {
  it.each(figures)("$number $unit is $text, as in the report of the command line", ({ number, unit, percent, text }) =>
    expect(formatQuantity(number, unit, displayOf({ percent }))).toBe(text),
  );
});

describe("units", () => {
  it("have the steps of the engine", () => expect(UNIT_STEPS).toEqual(held.steps));
  it.each(held.units)("$unit reads $several, of one $one", ({ unit, several, one }) => {
    expect(unitWords(unit)).toBe(several);
    expect(unitWords(unit, "", true)).toBe(one);
  });
  it("follow their values", () => {
    expect(formatQuantity(2.42, "USD/GPU/h")).toBe("$2.42/GPU-hour");
    expect(formatQuantity(300, "MW")).toBe("300 MW");
    expect(formatQuantity(0.5, "1", "percent")).toBe("50%");
    expect(formatQuantity(1.2, "1")).toBe("1.2");
  });
  it.each([
    [1, "month", "1 month"],
    [2, "month", "2 months"],
    [0, "month", "0 months"],
    [1.5, "month", "1.5 months"],
    [-1, "month", "−1 month"],
    [1.0001, "month", "1 month"],
    [0.996, "month", "0.996 months"],
    [1, "GPU", "1 GPU"],
    [0.8, "GPU", "1 GPU"],
    [10, "GPU", "10 GPUs"],
    [1, "rack", "1 rack"],
    [1, "h", "1 hour"],
    [2, "h", "2 hours"],
    [1, "day", "1 day"],
    [1, "year", "1 year"],
    [1, "satellite", "1 satellite"],
    [5, "satellite", "5 satellites"],
    [1, "GPU/rack", "1 GPU/rack"],
    [72, "GPU/rack", "72 GPUs/rack"],
    [1, "MW", "1 MW"],
    [1, "1/year", "1 per year"],
    [1, "h/year", "1 hour/year"],
    [-0, "month", "0 months"],
    [1, "USD/month", "$1.00/month"],
    [1400, "MW", "1.4 GW"],
    [-1400, "MW", "−1.4 GW"],
    [999.4, "MW", "999 MW"],
    [999.6, "MW", "1 GW"],
    [2e6, "kW", "2 GW"],
    [1670, "PFLOPS", "1.67 EFLOPS"],
    [5000, "PFLOPS*day", "5 EFLOPS-days"],
    [1e3, "PFLOPS*day", "1 EFLOPS-day"],
  ])("%d in %s is %s", (value, unit, text) => expect(formatQuantity(value, unit)).toBe(text));
  it("have a plus where asked, and none at nothing", () => {
    expect(formatQuantity(1, "month", undefined, true)).toBe("+1 month");
    expect(formatQuantity(0, "month", undefined, true)).toBe("0 months");
    expect(formatQuantity(null, "month")).toBe("–");
  });
  it.each([
    [1, "bool", "yes"],
    [0, "bool", "no"],
    [Number.NaN, "bool", "–"],
  ])("%d of a switch is %s", (value, unit, text) => expect(formatQuantity(value, unit)).toBe(text));
  it.each([
    [1.25e9, "USD", "", "1.25B"],
    [-823_333_333, "USD", "", "−823M"],
    [-0.004, "USD", "", "0"],
    [0, "USD", "", "0"],
    [2.42, "USD/GPU/h", "", "2.42"],
    [300, "MW", "", "300"],
    [-0, "MW", "", "0"],
    [325_000, "GPU", "", "325k"],
    [0.207, "1", "percent", "20.7%"],
    [1.28, "1", "", "1.28"],
    [1, "bool", "", "yes"],
    [Number.NaN, "USD", "", "–"],
  ])("%d in %s %s alone is %s", (value, unit, display, text) => expect(formatAmount(value, unit, display)).toBe(text));
  it.each([
    [1, "month", "1 month"],
    [true, "", "yes"],
    [false, "", "no"],
    ["2026-07", "", "Jul 2026"],
    [null, "", "–"],
    [undefined, "", "–"],
    [{ steps: [] }, "MW", "by date"],
  ])("formatValue: %o in %s is %s", (value, unit, text) => expect(formatValue(value, unit)).toBe(text));
});

describe("asPage", () => {
  it.each([
    ["by 2031-04 in 74 % of 10,000 cases (± 1)", "by Apr 2031 in 74% of 10,000 cases (± 1)"],
    ["2026-07-01 to 2026-09-30", "2026-07-01 to 2026-09-30"],
    ["$2 at 40 % or $3 at 60 %", "$2 at 40% or $3 at 60%"],
  ])("%s reads %s", (text, written) => expect(asPage(text)).toBe(written));
});

describe("days", () => {
  it.each([
    ["2026-07-31", 2, "2026-08-02"],
    ["2028-03-01", -1, "2028-02-29"],
    ["2026-10-24", 2, "2026-10-26"],
  ])("%s and %d is %s, and back", (day, count, other) => {
    expect(addDays(day, count)).toBe(other);
    expect(daysBetween(day, other)).toBe(count);
  });
});
