// Statements as tables.
import { describe, expect, it } from "vitest";
import type { Line } from "../src/engine/messages";
import { comparedPeriods, comparedStatement } from "../src/views/comparedstatement";
import { periodHeads, statementOf, tablesOf } from "../src/views/statement";
import { periods, view } from "./fixture";

const NONE = Number.NaN;

describe("a statement", () => {
  const lines: [Partial<Line>, number[]][] = [
    [{ title: "Things", heading: true, role: "tenant", place: 2 }, []],
    [{ title: "Costs", depth: 1, row: "a.costs", instances: ["one"] }, [-2.5e9, 0, NONE]],
    [{ title: "All", total: true, row: "a.all" }, [1.25e9, -0.001, 12]],
  ];
  it("has a row a line with depth, kind, role and reason", () => {
    const { unit, rows } = statementOf(view("statement", lines, { periods: periods(3) }));
    expect(unit).toBe("$");
    expect(rows).toEqual([
      { title: "Things", whole: "Things", depth: 0, kind: "heading", unit: "", role: "tenant", place: 2, cells: [], reason: undefined },
      {
        title: "Costs",
        whole: "Costs, Things",
        depth: 1,
        kind: "line",
        unit: "",
        role: "",
        place: 0,
        cells: ["−2.50B", "0", "–"],
        reason: { row: "a.costs", instances: ["one"], by: "month", less: false },
      },
      { title: "All", whole: "All", depth: 0, kind: "total", unit: "", role: "", place: 0, cells: ["1.25B", "0", "12.00"], reason: undefined },
    ]);
  });
  it("tells lines of the same title apart by their headings, and what selects a thing by that thing's", () => {
    const { rows } = statementOf(
      view("statement", [
        [{ title: "Memphis", heading: true, name: "memphis" }, []],
        [{ title: "H100", heading: true, name: "h100", depth: 1 }, []],
        [{ title: "Racks", name: "h100", depth: 2, unit: "rack" }, [1]],
        [{ title: "B200", heading: true, name: "b200", depth: 1 }, []],
        [{ title: "Racks", name: "b200", depth: 2, unit: "rack" }, [2]],
        [{ title: "Power", name: "memphis", depth: 1, unit: "MW" }, [3]],
        [{ title: "Anthropic", name: "anthropic", depth: 1, unit: "MW" }, [3]],
        [{ title: "Racks", unit: "rack" }, [3]],
      ]),
    );
    expect(rows.map(({ whole, selects }) => [whole, selects])).toEqual([
      ["Memphis", undefined],
      ["H100, Memphis", undefined],
      ["Racks, H100", "Racks, H100"],
      ["B200, Memphis", undefined],
      ["Racks, B200", "Racks, B200"],
      ["Power, Memphis", "Power, MW, Memphis"],
      ["Anthropic, Memphis", undefined],
      ["Racks", undefined],
    ]);
  });
  it("has what was reported below its line, where it was", () => {
    const [, reported] = statementOf(
      view("statement", [
        [{ title: "Revenue", row: "a.revenue", instances: ["one"] }, [1, 2]],
        [{ title: "Revenue, reported", part: "reported" }, [NONE, 2.5]],
      ]),
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
    expect(statementOf({ name: "", title: "", note: "", kind: "statement", by: "year", periods: [], values: [] })).toEqual({
      unit: "",
      rows: [],
    }));
  it("marks the period of the month looked at, and says how much of a cut one there is", () => {
    const cut = [
      { title: "2026", from: 0, to: 8, whole: false },
      { title: "2027", from: 8, to: 20, whole: true },
      { title: "2028", from: 20, to: 21, whole: false },
    ];
    expect(periodHeads(cut, 8)).toEqual([
      { title: "2026", cut: "8 months", isLookedAt: false, month: 7 },
      { title: "2027", cut: "", isLookedAt: true, month: 19 },
      { title: "2028", cut: "1 month", isLookedAt: false, month: 20 },
    ]);
    expect(periodHeads(cut, 7).map(({ isLookedAt }) => isLookedAt)).toEqual([true, false, false]);
    expect(periodHeads(periods(1), 0)).toEqual([{ title: "May 2026", cut: "", isLookedAt: true, month: 0 }]);
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

describe("a statement of several scenarios", () => {
  const year = (title: string, from: number, to: number) => ({ title, from, to, whole: to - from === 12 });
  const here = view(
    "statement",
    [
      [{ title: "Costs", row: "a.costs", instances: ["one"] }, [3e9, 4e9]],
      [{ title: "Power", row: "a.power", instances: ["one"], unit: "MW" }, [100, 200]],
      [{ title: "Rent", row: "a.rent", instances: ["one"] }, [5e8, 6e8]],
      [{ title: "Share", row: "a.share", instances: ["one"], unit: "1", percent: true }, [0.5, 0.25]],
    ],
    { periods: [year("2026", 0, 8), year("2027", 8, 20)] },
  );
  const other = view(
    "statement",
    [
      [{ title: "Costs", row: "a.costs", instances: ["one"] }, [1e9, 2e9]],
      [{ title: "Share", row: "a.share", instances: ["one"], unit: "1", percent: true }, [0.2, 0.5]],
    ],
    { periods: [year("2025", 0, 12), year("2026", 12, 24)] },
  );

  it("has each its own year, says where it is no whole one, and of lines of several units each its own", () => {
    const { unit, cuts, rows } = comparedStatement([here, other], "2026");
    expect([unit, ...cuts]).toEqual(["", "8 months", ""]);
    expect(rows.map(({ title, cells }) => [title, ...cells])).toEqual([
      ["Costs, $", "3.00B", "2.00B", "+1.00B", "50%"],
      ["Power, MW", "100", "–", "–", "–"],
      ["Rent, $", "500M", "–", "+500M", "–"],
      ["Share", "50%", "50%", "0 points", ""],
    ]);
    expect(rows.map(({ numbers }) => numbers)).toEqual([
      [3e9, 2e9, 1e9, 50],
      [100, NONE, NONE, NONE],
      [5e8, NONE, 5e8, NONE],
      [0.5, 0.5, 0, NONE],
    ]);
    expect(comparedStatement([here, other], "2025").rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ["–", "1.00B"],
      ["–", "–"],
      ["–", "–"],
      ["–", "20%"],
    ]);
    expect(comparedStatement([other, here], "2026").rows.find(({ line }) => line.row === "a.rent")?.cells).toEqual(["–", "500M", "−500M", "−100%"]);
    // Two that both lack it do not differ by nothing: there is nothing.
    const lacking = comparedStatement([other, other, here], "2026").rows.find(({ line }) => line.row === "a.rent");
    expect(lacking?.cells).toEqual(["–", "–", "–", "–", "500M", "−500M", "−100%"]);
    // Of a year that it does not have nothing is known.
    expect(comparedStatement([here, other], "2027").rows.map(({ cells }) => cells[2])).toEqual(["–", "–", "–", "–"]);
  });
  it("begins with the year of the month looked at", () => {
    expect(comparedPeriods([here, other], 9)).toEqual({ periods: ["2025", "2026", "2027"], current: "2027" });
    expect(comparedPeriods([undefined], 9)).toEqual({ periods: [], current: "" });
  });
});
