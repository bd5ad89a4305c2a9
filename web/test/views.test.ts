// What views show, made of what the engine has for them.
import { describe, expect, it } from "vitest";
import { options } from "../src/charts/options";
import type { ShownView } from "../src/engine/client";
import type { Line, Period, Value, View } from "../src/engine/messages";
import { IDLE, roleColour, tenantColour } from "../src/palette";
import { baseView } from "../src/state/comparison";
import type { Scenario } from "../src/state/history";
import type { State } from "../src/state/state";
import { newSentences } from "../src/views/Announcer";
import { chartsOf } from "../src/views/chart";
import { gridOf } from "../src/views/grid";
import { barOf, wholeHead } from "../src/views/split";
import { listStanding, viewStanding } from "../src/views/standing";
import { periodHeads, statementOf, tablesOf } from "../src/views/statement";
import { amountText, cellIn, differenceText, reasonOf, valueText } from "../src/views/values";
import { base } from "./fixture";

const NONE = Number.NaN;

function line(more: Partial<Line>): Line {
  return { title: "Line", unit: "USD", role: "", place: 0, part: "", depth: 0, ...more };
}

function view(kind: View["kind"], lines: [Partial<Line>, number[]][], more: Partial<ShownView> = {}): ShownView {
  return {
    name: "small",
    title: "Small",
    note: "A small view.",
    kind,
    by: "month",
    periods: months(lines[0]?.[1].length ?? 0),
    ...more,
    lines: lines.map(([one]) => line(one)),
    values: lines.map(([, values]) => Float64Array.from(values)),
  };
}

function months(count: number): Period[] {
  return Array.from({ length: count }, (_, at) => ({ title: `2026-${String(at + 5).padStart(2, "0")}`, from: at, to: at + 1, whole: true }));
}

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
    [{ text: "2026-08" }, { text: "2026-07" }, "1 month later than base"],
    [{ text: "2026-05" }, { text: "2026-07" }, "2 months earlier than base"],
    [{ text: "2026-05" }, { words: "not reached" }, "base: not reached"],
    [{ words: "not reached" }, { text: "2026-07" }, "base: Jul 2026"],
    [{ words: "not reached" }, { words: "not reached" }, "as in the base"],
    [{ text: "Anthropic" }, { text: "Google" }, "base: Google"],
    [{ number: 5, unit: "USD" }, { unit: "USD" }, "base: –"],
  ])("%o beside the base's %o: %s", (now, before, text) => expect(differenceText({ unit: "", ...now }, { unit: "", ...before })).toBe(text));
});

describe.each([
  ["light", false],
  ["dark", true],
])("a chart, %s", (_, dark) => {
  const drawn = () =>
    chartsOf(
      view(
        "chart",
        [
          [{ title: "Tenant", part: "stack", role: "tenant", place: 1 }, [1, 2]],
          [{ title: "Idle", part: "stack", role: "idle" }, [3, 4]],
          [{ title: "All", part: "total" }, [4, 6]],
          [{ title: "Result", part: "line", role: "result" }, [NONE, -1]],
          [{ title: "Limit", part: "limit", role: "limit" }, [9, 9]],
        ],
        { marks: [{ title: "even", month: 1 }] },
      ),
      dark,
    );

  it("has the lines in their order, with the colours of their roles; areas are stacked, the total and limits not", () => {
    const [chart] = drawn();
    expect(chart!.series.map(({ name, kind, colour, dash, strong }) => [name, kind, colour, dash, strong])).toEqual([
      ["Tenant", "stack", tenantColour(1), undefined, undefined],
      ["Idle", "stack", IDLE, undefined, undefined],
      ["All", "line", roleColour("", 0, dark), "solid", false],
      ["Result", "line", roleColour("result", 0, dark), "solid", true],
      ["Limit", "line", roleColour("limit", 0, dark), "dashed", true],
    ]);
    expect(Array.from(chart!.series[3]!.values)).toEqual([NONE, -1]);
  });
  it("has title, unit, months and marks", () => {
    const charts = drawn();
    expect(charts).toHaveLength(1);
    expect(charts[0]).toMatchObject({
      key: "small",
      title: "Small",
      description: "A small view. In $.",
      unit: "USD",
      percent: false,
      months: ["2026-05", "2026-06"],
      markers: [{ month: 1, label: "even Jun 2026" }],
    });
  });
  it("tells lines of one colour apart by dash", () => {
    const [chart] = chartsOf(
      view("chart", [
        [{ part: "limit", role: "limit" }, [1]],
        [{ part: "limit", role: "limit" }, [2]],
        [{ part: "line", role: "demand" }, [3]],
        [{ part: "line", role: "demand" }, [4]],
        [{ part: "line", role: "demand", place: 1 }, [5]],
      ]),
      dark,
    );
    expect(chart!.series.map(({ dash }) => dash)).toEqual(["dashed", "dotted", "solid", "dashed", "solid"]);
  });
});

describe("a chart", () => {
  it("never has two units on one axis", () => {
    const charts = chartsOf(
      view("chart", [
        [{ title: "Dollars", unit: "USD" }, [1]],
        [{ title: "Power", unit: "MW" }, [2]],
        [{ title: "More", unit: "USD" }, [3]],
        [{ title: "Share", unit: "1", percent: true }, [0.5]],
        [{ title: "Ratio", unit: "1" }, [2]],
      ]),
      false,
    );
    expect(charts.map(({ key, title, unit, percent, series }) => [key, title, unit, percent, series.map(({ name }) => name)])).toEqual([
      ["small-1", "Small, $", "USD", false, ["Dollars", "More"]],
      ["small-2", "Small, MW", "MW", false, ["Power"]],
      ["small-3", "Small, %", "1", true, ["Share"]],
      ["small-4", "Small, ratio", "1", false, ["Ratio"]],
    ]);
    expect(charts[2]!.description).toBe("A small view. In %.");
    expect(charts[3]!.description).toBe("A small view.");
  });
  it("in per cent says so on its axis and in words", () => {
    const [chart] = chartsOf(view("chart", [[{ title: "Share", unit: "1", percent: true, part: "line" }, [0.25, 0.5]]]), false);
    const colours = { ink: "", quiet: "", line: "", surface: "", cursor: "" };
    expect(options(chart!, 1, colours).yAxis.axisLabel.formatter(0.5)).toBe("50%");
    expect(options(chart!, 1, colours).aria.label.description).toContain("Share 50%");
  });
  it.each([
    ["no lines", view("chart", [])],
    ["headings alone", view("chart", [[{ heading: true }, []]])],
  ])("of %s is none", (_, empty) => expect(chartsOf(empty, false)).toEqual([]));
  it("of a view without members is none", () => {
    expect(chartsOf({ name: "", title: "", note: "", kind: "chart", by: "month", periods: [], values: [] }, false)).toEqual([]);
  });
});

describe("a statement", () => {
  const lines: [Partial<Line>, number[]][] = [
    [{ title: "Things", heading: true, role: "tenant", place: 2 }, []],
    [{ title: "Costs", depth: 1, row: "a.costs", instances: ["one"] }, [-2.5e9, 0, NONE]],
    [{ title: "All", total: true, row: "a.all" }, [1.25e9, -0.001, 12]],
  ];
  it.each([
    ["light", false],
    ["dark", true],
  ])("has a row a line with depth, kind, colour and reason, %s", (_, dark) => {
    const { unit, rows } = statementOf(view("statement", lines, { periods: months(3) }), dark);
    expect(unit).toBe("$");
    expect(rows).toEqual([
      { title: "Things", depth: 0, kind: "heading", unit: "", colour: tenantColour(2), cells: [], reason: undefined },
      {
        title: "Costs",
        depth: 1,
        kind: "line",
        unit: "",
        colour: undefined,
        cells: ["−2.50B", "0", "–"],
        reason: { row: "a.costs", instances: ["one"], by: "month", less: false },
      },
      { title: "All", depth: 0, kind: "total", unit: "", colour: undefined, cells: ["1.25B", "0", "12.00"], reason: undefined },
    ]);
    const [result] = statementOf(view("statement", [[{ role: "result" }, [1]]]), dark).rows;
    expect(result!.colour).toBe(roleColour("result", 0, dark));
  });
  it("has what was reported below its line, where it was", () => {
    const [, reported] = statementOf(
      view("statement", [
        [{ title: "Revenue", row: "a.revenue", instances: ["one"] }, [1, 2]],
        [{ title: "Revenue, reported", part: "reported" }, [NONE, 2.5]],
      ]),
      false,
    ).rows;
    expect(reported).toMatchObject({ kind: "reported", cells: ["", "2.50"], reason: undefined });
  });
  it("says units beside the lines where there are several", () => {
    const { unit, rows } = statementOf(
      view("statement", [
        [{ unit: "USD" }, [1]],
        [{ unit: "MW" }, [503.2]],
        [{ unit: "1" }, [1.28]],
        [{ unit: "1", percent: true }, [0.207]],
        [{ unit: "bool" }, [1]],
        [{ unit: "USD/GPU/h" }, [2.42]],
        [{ unit: "GPU" }, [325_000]],
      ]),
      false,
    );
    expect(unit).toBe("");
    expect(rows.map(({ unit: words, cells }) => [words, cells[0]])).toEqual([
      ["$", "1.00"],
      ["MW", "503"],
      ["", "1.28"],
      ["", "20.7%"],
      ["", "yes"],
      ["$/GPU-hour", "2.42"],
      ["GPUs", "325k"],
    ]);
  });
  it("of nothing has no rows", () =>
    expect(statementOf({ name: "", title: "", note: "", kind: "statement", by: "year", periods: [], values: [] }, false)).toEqual({
      unit: "",
      rows: [],
    }));
  it("marks the period of the month looked at, and says how much of a cut one there is", () => {
    const periods = [
      { title: "2026", from: 0, to: 8, whole: false },
      { title: "2027", from: 8, to: 20, whole: true },
      { title: "2028", from: 20, to: 21, whole: false },
    ];
    expect(periodHeads(periods, 8)).toEqual([
      { title: "2026", cut: "8 months", isLookedAt: false, month: 7 },
      { title: "2027", cut: "", isLookedAt: true, month: 19 },
      { title: "2028", cut: "1 month", isLookedAt: false, month: 20 },
    ]);
    expect(periodHeads(periods, 7).map(({ isLookedAt }) => isLookedAt)).toEqual([true, false, false]);
    expect(periodHeads(months(1), 0)).toEqual([{ title: "May 2026", cut: "", isLookedAt: true, month: 0 }]);
    expect(periodHeads([{ title: "2026 Q2", from: 0, to: 3, whole: true }], 5)[0]).toMatchObject({ title: "2026 Q2", isLookedAt: false });
  });
  it.each([
    [60, false, [[0, 60]]],
    [1, false, [[0, 1]]],
    [
      16,
      true,
      [
        [0, 7],
        [7, 14],
        [14, 16],
      ],
    ],
    [7, true, [[0, 7]]],
    [0, false, []],
  ])("of %i periods, on paper %s, is the tables %j", (count, onPaper, tables) =>
    expect(tablesOf(count, onPaper).map(({ from, to }) => [from, to])).toEqual(tables),
  );
});

describe("a whole", () => {
  it.each([
    ["GPUs", "GPU", "GPUs"],
    ["Racks", "rack", "Racks"],
    ["Power", "MW", "Power, MW"],
    ["Shares", "1", "Shares"],
  ])("%s in %s is headed %s", (title, unit, head) => {
    expect(wholeHead({ title, value: { number: 3, unit } })).toBe(head);
    expect(amountText({ number: 3, unit })).toBe("3");
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
      { colour: tenantColour(0), share: 0.6 },
      { colour: IDLE, share: 0.4 },
    ]);
    expect(barOf(split, 1, false)).toEqual([]);
  });
  it("is empty where the whole is nothing", () => expect(barOf({ month: "", wholes: [], parts: [part("idle", 0)] }, 0, true)).toEqual([]));
});

describe("what is taken away", () => {
  it("of a statement is its numbers, with unit and depth", () => {
    const statement = view(
      "statement",
      [
        [{ title: "Things", heading: true }, []],
        [{ title: "Cost", depth: 1 }, [-1.5, NONE]],
      ],
      { periods: months(2) },
    );
    expect(gridOf(statement)).toEqual([
      ["Line", "Unit", "Depth", "2026-05", "2026-06"],
      ["Things", "", 0, "", ""],
      ["Cost", "USD", 1, -1.5, NONE],
    ]);
  });
  it("of a table has units in its head where a column has one, and texts as they are", () => {
    const value = (more: Partial<Value>): Value => ({ unit: "USD", ...more });
    const table: ShownView = {
      name: "t",
      title: "T",
      note: "",
      kind: "table",
      by: "month",
      periods: [],
      values: [],
      columns: ["Cost", "When", "Mixed", "Cover"],
      rows: [
        {
          title: "One",
          role: "",
          place: 0,
          cells: [value({ number: 5 }), value({ text: "2026-05", unit: "month" }), value({ number: 1 }), value({ number: 1.2, unit: "1" })],
        },
        { title: "Two", role: "", place: 0, cells: [value({}), value({ unit: "month" }), value({ number: 2, unit: "MW" }), value({ unit: "1" })] },
      ],
    };
    expect(gridOf(table)).toEqual([
      ["Name", "Cost, USD", "When", "Mixed", "Cover"],
      ["One", 5, "2026-05", 1, 1.2],
      ["Two", "", "", 2, ""],
    ]);
  });
  it("of a split has values and shares, and of events their days", () => {
    const gpus = (number: number): Value => ({ number, unit: "GPU" });
    const split = {
      month: "2026-05",
      wholes: [{ title: "GPUs", value: gpus(10) }],
      parts: [{ title: "Idle", role: "idle" as const, place: 0, values: [gpus(4)], shares: [{ number: 0.4, unit: "1", percent: true }] }],
    };
    const of = (kind: View["kind"], more: Partial<View>): ShownView => ({
      name: "",
      title: "",
      note: "",
      kind,
      by: "month",
      periods: [],
      values: [],
      ...more,
    });
    expect(gridOf(of("split", { split }))).toEqual([
      ["Part", "GPUs, GPU", "GPUs, share"],
      ["Idle", 4, 0.4],
      ["All", 10, ""],
    ]);
    expect(
      gridOf(
        of("events", {
          events: [
            { title: "Ends", thing: "Lease", role: "", place: 0, when: "2026-05-20" },
            { title: "Even", role: "", place: 0, when: "2026-06" },
          ],
        }),
      ),
    ).toEqual([
      ["When", "What", "Of"],
      ["2026-05-20", "Ends", "Lease"],
      ["2026-06", "Even", ""],
    ]);
    for (const kind of ["answer", "cells", "chart"] as const) expect(gridOf(of(kind, {}))).toBeUndefined();
    for (const kind of ["statement", "table", "split", "events"] as const) expect(gridOf(of(kind, {}))!.length).toBeLessThan(2);
  });
});

describe("what is shown of a view", () => {
  const scenario: Scenario = { origin: { name: "small" }, base, changes: new Map() };
  const other: Scenario = { ...scenario, changes: new Map([["a", 1]]) };
  const elsewhere: Scenario = { ...scenario, origin: { name: "another" } };
  const cell = (more: Partial<Value>): Value => ({ number: 1, unit: "USD", ...more });
  const found = (kind: View["kind"], by: View["by"], name: string = kind, cells: Value[] = []): ShownView => ({
    ...view(kind, []),
    name,
    by,
    rows: [{ title: "", role: "", place: 0, cells }],
  });
  const views = [
    found("statement", "year"),
    found("table", "month", "table", [cell({ measure: "m" })]),
    found("table", "month", "monthly", [cell({ row: "a.b", instances: ["one"], month: "2026-08" })]),
  ];
  const state = (more: Partial<State> = {}): State =>
    ({
      history: { past: [], present: scenario, future: [], gesture: undefined },
      resultOf: scenario,
      problemsOf: undefined,
      view: { month: 3 },
      open: new Map([
        ["statement", "year"],
        ["table", "month"],
        ["monthly", "month"],
        ["split", "month"],
      ]),
      shownBase: undefined,
      shown: { scenario, month: 3, open: new Map(), answer: { month: 3, available: [], views } },
      ...more,
    }) as State;
  const shown = state().shown!;

  it.each<[string, string, Partial<State>, string]>([
    ["that is there", "table", {}, "current"],
    ["that is not there yet", "split", {}, "awaited"],
    ["of before a change", "table", { shown: { ...shown, scenario: other } }, "awaited"],
    ["of before a change that is wrong", "table", { shown: { ...shown, scenario: other }, resultOf: other, problemsOf: scenario }, "refused"],
    ["of another month", "monthly", { view: { month: 4 } }, "awaited"],
    ["of measures alone, in another month", "table", { view: { month: 4 } }, "current"],
    ["of all months, whichever is looked at", "statement", { view: { month: 4 } }, "current"],
    ["by another step", "statement", { open: new Map([["statement", "quarter"]]) }, "awaited"],
    ["of nothing", "table", { shown: undefined }, "awaited"],
  ])("%s: %s", (_, name, more, standing) => expect(viewStanding(state(more), name)).toBe(standing));

  const changedTo = (shownBase: State["shownBase"]) =>
    state({ history: { ...state().history!, present: other }, resultOf: other, shown: { ...shown, scenario: other }, shownBase });
  const ofBase = { origin: scenario.origin, month: 3, asked: new Set(["table", "monthly"]), answer: { month: 3, available: [], views } };
  it.each<[string, string, State["shownBase"], string]>([
    ["without the base", "table", undefined, "awaited"],
    ["with the base", "table", ofBase, "current"],
    ["with another base", "table", { ...ofBase, origin: elsewhere.origin }, "awaited"],
    ["with the base, which was not asked for it", "table", { ...ofBase, asked: new Set() }, "awaited"],
    ["with the base, which has no such", "table", { ...ofBase, answer: { month: 3, available: [], views: [] } }, "current"],
    ["with the base in another month, which does not matter", "table", { ...ofBase, month: 4 }, "current"],
    ["with the base in another month", "monthly", { ...ofBase, month: 4 }, "awaited"],
    ["that is never compared", "statement", undefined, "current"],
  ])("after a change %s: %s", (_, name, shownBase, standing) => {
    const now = changedTo(shownBase);
    expect(viewStanding(now, name)).toBe(standing);
    const found = views.find((each) => each.name === name)!;
    const isThere = standing === "current" && name !== "statement" && shownBase!.answer.views.length > 0;
    expect(baseView(found, now.shown, now.shownBase)).toBe(isThere ? found : undefined);
  });
  it("is compared with nothing where nothing was changed", () => expect(baseView(views[1]!, shown, ofBase)).toBeUndefined());
  it("finds a cell of the base by what is measured, in whatever row", () => {
    const base = {
      ...views[0]!,
      rows: [
        [cell({ measure: "n" }), cell({ row: "a.b", instances: ["one"] })],
        [cell({ measure: "m", number: 2 }), cell({ row: "a.b", instances: ["two"], number: 5 })],
      ].map((cells) => ({ title: "", role: "" as const, place: 0, cells })),
    };
    expect(cellIn(base, cell({ measure: "m" }), 0)!.number).toBe(2);
    expect(cellIn(base, cell({ row: "a.b", instances: ["two"] }), 1)!.number).toBe(5);
    for (const [other, column] of [
      [cell({ measure: "m" }), 1],
      [cell({ row: "a.b", instances: ["three"] }), 1],
      [cell({}), 0],
    ] as const)
      expect(cellIn(base, other, column)).toBeUndefined();
  });
  it("is in the list of its base, whatever was changed since", () => {
    expect(listStanding(state())).toBe("current");
    expect(listStanding(state({ shown: { ...shown, scenario: other } }))).toBe("current");
    expect(listStanding(state({ shown: { ...shown, scenario: elsewhere } }))).toBe("awaited");
  });
});

it("a screen reader hears what was not said before", () => {
  expect(newSentences([], ["A.", "B."])).toEqual(["A.", "B."]);
  expect(newSentences(["A.", "B."], ["A.", "C."])).toEqual(["C."]);
  expect(newSentences(["A."], ["A."])).toEqual([]);
});
