// Values in words, beside those of the base, and what can be asked of them.
import { describe, expect, it } from "vitest";
import type { Cell, Value } from "../src/engine/messages";
import { newSentences } from "../src/views/Announcer";
import { cellDifference, cellIn, cellText, columnUnits, differenceText, reasonOf, sentenceText, valueText } from "../src/views/values";
import { type WrittenTable, writtenOf } from "../src/views/written";
import { view } from "./fixture";

describe("a sentence", () => {
  const mw = (number: number) => ({ value: { number, unit: "MW" } });
  it.each([
    ["one unit for figures of one", [mw(1090), { words: " of " }, mw(300)], "1,090 MW of 300 MW"],
    ["the larger where all have it", [mw(1090), { words: " of " }, mw(3000)], "1.09 GW of 3 GW"],
    ["each its own where they are of several", [mw(1090), { words: " for " }, { value: { number: 3e6, unit: "USD" } }], "1.09 GW for $3.00M"],
  ])("has %s", (_, pieces, text) => expect(sentenceText(pieces)).toBe(text));
});

describe("a column of a table", () => {
  const cell = (number: number, unit: string, percent = false) => ({ number, unit, percent });
  const table = view("table", [], {
    columns: ["Power", "Racks", "Price", "Cost", "Share", "Begins", "Both"],
    rows: [
      {
        title: "One",
        cells: [
          cell(1090, "MW"),
          cell(3, "rack"),
          cell(2.5, "USD/GPU/h"),
          cell(5e9, "USD"),
          cell(0.5, "1", true),
          { text: "2026-05", unit: "month" },
          cell(1, "MW"),
        ],
      },
      {
        title: "Other",
        cells: [
          cell(300, "MW"),
          cell(1, "rack"),
          { words: "by kW", unit: "USD/GPU/h" },
          cell(1, "USD"),
          cell(1, "1", true),
          cell(4, "month"),
          cell(1, "GPU"),
        ],
      },
    ].map((row) => ({ role: "" as const, place: 0, ...row })),
  });
  const units = columnUnits(table);
  it("says a unit once where all its numbers have it", () => expect(units).toEqual(["MW", "racks", "", "", "", "", ""]));
  it("then has numbers alone", () =>
    expect(table.rows!.map(({ cells }) => cells.slice(0, 4).map((value, at) => cellText(value, units[at]!)))).toEqual([
      ["1,090", "3", "$2.50/GPU-hour", "$5.00B"],
      ["300", "1", "by kW", "$1.00"],
    ]));
  it("is written the same wherever the table goes", () => {
    const [{ head, rows }] = writtenOf(table, "May 2026").tables as [WrittenTable];
    expect(head).toEqual(["", "Power, MW", "Racks", "Price", "Cost", "Share", "Begins", "Both"]);
    expect(rows[0]!.cells.slice(0, 3)).toEqual(["One", "1,090", "3"]);
  });
});

describe("a value", () => {
  it.each<[Partial<Value>, string]>([
    [{ number: 1.25e9, unit: "USD" }, "$1.25B"],
    [{ number: 300, unit: "MW" }, "300 MW"],
    [{ number: 0.5, unit: "1", percent: true }, "50%"],
    [{ number: 1.2, unit: "1" }, "1.2"],
    [{ number: 0, unit: "MW" }, "0 MW"],
    [{ number: 1, unit: "bool" }, "yes"],
    [{ number: 0, unit: "bool" }, "no"],
    [{ text: "2026-05", unit: "month" }, "May 2026"],
    [{ text: "2026-05-20", unit: "day" }, "20 May 2026"],
    [{ text: "Anthropic", unit: "name" }, "Anthropic"],
    [{ unit: "USD" }, "–"],
    [{ unit: "month", words: "not reached" }, "not reached"],
    [{ unit: "month" }, "–"],
    [{ text: "", number: 3, unit: "month" }, "3 months"],
  ])("%o reads %s", (value, text) => expect(valueText(value as Value)).toBe(text));
  it.each<[Partial<Value>, unknown]>([
    [{ measure: "cash.minimum" }, { measure: "cash.minimum" }],
    [
      { row: "a.b", instances: ["one"], month: "2026-06" },
      { row: "a.b", instances: ["one"], month: 1 },
    ],
    [{ row: "a.b", month: "2026-06" }, undefined],
    [{ row: "a.b", instances: ["one"], month: "2031-01" }, undefined],
    [{ row: "a.b", instances: ["one"] }, undefined],
    [{}, undefined],
  ])("%o is asked about as %o", (value, reason) => expect(reasonOf({ unit: "USD", ...value }, ["2026-05", "2026-06"])).toEqual(reason));
  it.each<[Partial<Value>, Partial<Value>, string]>([
    [{ number: 1.5e9, unit: "USD" }, { number: 1e9, unit: "USD" }, "+$500M vs base"],
    [{ number: 1e9, unit: "USD" }, { number: 1.5e9, unit: "USD" }, "−$500M vs base"],
    [{ number: 12, unit: "GPU" }, { number: 10, unit: "GPU" }, "+2 GPUs vs base"],
    [{ number: 0.5, unit: "1", percent: true }, { number: 0.4, unit: "1", percent: true }, "+10 points vs base"],
    [{ number: 5, unit: "USD" }, { number: 5, unit: "USD" }, "as in the base"],
    [{ number: 5, unit: "USD" }, { number: 5.001, unit: "USD" }, "as in the base"],
    // What reads the same in three digits is not the same.
    [{ number: -156.012e9, unit: "USD" }, { number: -156.38e9, unit: "USD" }, "+$368M vs base"],
    [{ number: 300 + 4e-13, unit: "MW" }, { number: 300, unit: "MW" }, "as in the base"],
    [{ number: 10.2, unit: "GPU" }, { number: 10, unit: "GPU" }, "as in the base"],
    [{ text: "2026-08" }, { text: "2026-07" }, "1 month later than base"],
    [{ text: "2026-05" }, { text: "2026-07" }, "2 months earlier than base"],
    [{ text: "2026-05" }, { words: "not reached" }, "base: not reached"],
    [{ words: "not reached" }, { text: "2026-07" }, "base: Jul 2026"],
    [{ words: "not reached" }, { words: "not reached" }, "as in the base"],
    [{ text: "Anthropic" }, { text: "Google" }, "base: Google"],
    [{ number: 5, unit: "USD" }, { unit: "USD" }, "base: –"],
  ])("%o beside the base's %o: %s", (now, before, text) => expect(differenceText({ unit: "", ...now }, { unit: "", ...before })).toBe(text));

  const way = (part: number) => [{ value: { number: part, unit: "1", percent: true } }, { words: " of the way" }];
  const sum = (billions: number, to: string) => ({ title: "", judgement: "", value: { number: billions * 1e9, unit: "USD" }, note: [{ words: to }] });
  const reached = (words: string, part: number) => ({ title: "", judgement: "" as const, value: { words, unit: "" }, note: way(part) });
  it.each([
    // What goes with a figure that is as it was may be other.
    [reached("not reached", 0.511), reached("not reached", 0.355), "base: 35.5% of the way"],
    [reached("not reached", 0.355), reached("not reached", 0.355), "as in the base"],
    [reached("not reached", 0.355), { ...reached("not reached", 0), note: undefined }, "as in the base"],
    [reached("reached", 0.511), reached("not reached", 0.355), "base: not reached"],
    // A sum up to another month is not the base's with more in it.
    [sum(3, "to Apr 2031"), sum(2, "to Apr 2029"), "+$1.00B vs base (to Apr 2029)"],
    [sum(3, "to Apr 2031"), sum(2, "to Apr 2031"), "+$1.00B vs base"],
    // What is said of both is not said again.
    [sum(3, "at most; 60% of the usable"), sum(3, "at most; 50% of the usable"), "base: 50% of the usable"],
  ])("%o beside the base's %o: %s", (now, before, text) => expect(cellDifference(now as Cell, before as Cell)).toBe(text));
});

describe("a cell of the base", () => {
  const cell = (more: Partial<Value>): Value => ({ number: 1, unit: "USD", ...more });
  it("is found by what is measured, and in which month, in whatever row", () => {
    const base = {
      ...view("table", []),
      rows: [
        [cell({ measure: "n" }), cell({ row: "a.b", instances: ["one"] })],
        [cell({ measure: "m", number: 2 }), cell({ row: "a.b", instances: ["two"], month: "2026-05", number: 5 })],
      ].map((cells) => ({ title: "", role: "" as const, place: 0, cells })),
    };
    expect(cellIn(base, cell({ measure: "m" }), 0)!.number).toBe(2);
    expect(cellIn(base, cell({ row: "a.b", instances: ["two"], month: "2026-05" }), 1)!.number).toBe(5);
    for (const [other, column] of [
      [cell({ measure: "m" }), 1],
      [cell({ row: "a.b", instances: ["three"] }), 1],
      [cell({ row: "a.b", instances: ["two"], month: "2026-06" }), 1],
      [cell({}), 0],
    ] as const)
      expect(cellIn(base, other, column)).toBeUndefined();
  });
});

it("a screen reader hears what was not said before", () => {
  expect(newSentences([], ["A.", "B."])).toEqual(["A.", "B."]);
  expect(newSentences(["A.", "B."], ["A.", "C."])).toEqual(["C."]);
  expect(newSentences(["A."], ["A."])).toEqual([]);
});
