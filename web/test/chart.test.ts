// Views as charts.
import { describe, expect, it } from "vitest";
import { type ChartColours, columnsOf, fanText } from "../src/charts/contract";
import { changing, options } from "../src/charts/options";
import { IDLE, roleColour, tenantColour } from "../src/palette";
import { chartsOf } from "../src/views/chart";
import { view } from "./fixture";

const NONE = Number.NaN;
const COLOURS: ChartColours = { ink: "#111111", quiet: "#222222", line: "#333333", surface: "#ffffff", cursor: "#444444" };

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
        { marks: [{ title: "even", month: 1, value: { text: "2026-06", unit: "", measure: "even.first" } }] },
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

describe("fans behind lines", () => {
  const fan = [[1], [2], [3], [4], [5]].map((values) => Float64Array.from(values));
  const lines = view("chart", [
    [{ title: "Cash", part: "line", row: "a.cash", instances: ["a"] }, [3]],
    [{ title: "Cost", part: "line", row: "a.cost", instances: ["a"], less: true }, [-3]],
    [{ title: "Part", part: "stack", row: "a.part", instances: ["a"] }, [1]],
    [{ title: "Sum", part: "line", row: "a.cash", instances: ["a", "b"] }, [6]],
  ]);
  const [chart] = chartsOf(lines, false, new Map(["a.cash a", "a.cost a", "a.part a"].map((row) => [row, fan])));

  it("stand behind lines of one row of one thing; of what is told with the other sign the other way round", () => {
    expect(chart!.series.map(({ fan: behind }) => behind?.map((values) => values[0]))).toEqual([
      [1, 2, 3, 4, 5],
      [-5, -4, -3, -2, -1],
      undefined,
      undefined,
    ]);
  });
  it("are told in words and in the columns of the table", () => {
    expect(chart!.series.map((series) => fanText(chart!, series, 0))).toEqual([
      "90% of cases $1.00 to $5.00",
      "90% of cases −$5.00 to −$1.00",
      "",
      "",
    ]);
    expect(columnsOf(chart!).map(({ name, values }) => [name, values[0]])).toEqual([
      ["Cash", 3],
      ["Cash, 5% of cases", 1],
      ["Cash, 25% of cases", 2],
      ["Cash, median of cases", 3],
      ["Cash, 75% of cases", 4],
      ["Cash, 95% of cases", 5],
      ["Cost", -3],
      ["Cost, 5% of cases", -5],
      ["Cost, 25% of cases", -4],
      ["Cost, median of cases", -3],
      ["Cost, 75% of cases", -2],
      ["Cost, 95% of cases", -1],
      ["Part", 1],
      ["Sum", 6],
    ]);
  });
  it("lie within the axis, and are drawn below the lines as two bands and a dotted median", () => {
    const { series } = options(chart!, 0, COLOURS);
    expect(series.map(({ data, stack, lineStyle }) => [data[1], stack !== undefined, lineStyle.type])).toEqual([
      [1, true, "dotted"],
      [4, true, "dotted"],
      [2, true, "dotted"],
      [2, true, "dotted"],
      [3, false, "dotted"],
      [-5, true, "dotted"],
      [4, true, "dotted"],
      [-4, true, "dotted"],
      [2, true, "dotted"],
      [-3, false, "dotted"],
      [3, false, "solid"],
      [-3, false, "dashed"],
      [1, true, "solid"],
      [6, false, "dotted"],
    ]);
    expect("markLine" in series.at(-1)!).toBe(true);
    expect(changing(chart!, 0, COLOURS).series.map(({ data }) => data)).toEqual(series.map(({ data }) => data));
  });
});
