import { describe, expect, it } from "vitest";
import type { ChartData } from "../src/charts/contract";
import { onPaper } from "../src/charts/paper";
import { summaryOf } from "../src/charts/summary";

function chart(...values: number[][]): ChartData {
  const months = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"].slice(0, values[0]!.length);
  const series = values.map((of, at) => ({ name: `Row ${at}`, colour: "#123456", values: of, kind: "line" as const }));
  return { key: "money", title: "Money", description: "", unit: "MW", months, series, markers: [] };
}

describe("a chart in sentences", () => {
  it.each<[string, number[], string]>([
    ["that never changes", [3, 3, 3], "3 MW from May 2026 to Jul 2026"],
    ["of one month", [3], "3 MW in May 2026"],
    ["without a value", [Number.NaN, Number.NaN], "no value in any month"],
    ["that rises", [1, 2, 3], "1 MW in May 2026, 3 MW in Jul 2026"],
    ["with a peak within", [1, 7, 3], "1 MW in May 2026, 3 MW in Jul 2026; highest 7 MW in Jun 2026"],
    ["that crosses zero", [-1, -2, 3], "−1 MW in May 2026, 3 MW in Jul 2026; lowest −2 MW in Jun 2026; at or above zero from Jul 2026"],
    ["that begins later", [Number.NaN, 2, 1], "2 MW in Jun 2026, 1 MW in Jul 2026"],
    [
      "that crosses often",
      [-1, 1, -1, 1, -1],
      "−1 MW in May 2026, −1 MW in Sep 2026; highest 1 MW in Jun 2026; at or above zero from Jun 2026; below zero from Jul 2026; and crosses zero 2 more times",
    ],
  ])("tells of a line %s", (_, values, told) => expect(summaryOf(chart(values))).toEqual([`Row 0: ${told}.`]));
});

describe("a chart for paper", () => {
  it("has no two lines of one dash and no two areas of one hatching, for eight of each", () => {
    const many = chart(...Array.from({ length: 16 }, () => [1, 2]));
    const data = onPaper({ ...many, series: many.series.map((one, at) => ({ ...one, kind: at < 8 ? "line" : "stack" })) });
    expect(new Set(data.series.slice(0, 8).map(({ dash }) => JSON.stringify(dash))).size).toBe(8);
    expect(new Set(data.series.slice(8).map(({ hatch }) => JSON.stringify(hatch))).size).toBe(8);
  });
});
