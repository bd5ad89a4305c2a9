import { afterEach, describe, expect, it, vi } from "vitest";
import { axisOf } from "../src/charts/axis";
import type { ChartColours, ChartData } from "../src/charts/contract";
import { changing, frameOf, options } from "../src/charts/options";

const COLOURS: ChartColours = { ink: "#111111", quiet: "#222222", line: "#333333", surface: "#ffffff", cursor: "#444444" };

function chart(months: number, more: Partial<ChartData> = {}): ChartData {
  const values = (factor: number) => Float64Array.from({ length: months }, (_, at) => factor * (at + 1));
  return {
    key: "money",
    title: "Money",
    description: "Dollars a month.",
    unit: "USD",
    months: Array.from({ length: months }, (_, at) => `${2026 + Math.floor((at + 4) / 12)}-${String(((at + 4) % 12) + 1).padStart(2, "0")}`),
    series: [
      { name: "Own", colour: "#aa0000", values: values(1e6), kind: "stack" },
      { name: "Lease", colour: "#00aa00", values: values(2e6), kind: "stack" },
      { name: "Income", colour: "#0000aa", values: values(-1e6), kind: "line", dash: "dashed", strong: true },
    ],
    markers: [{ month: months - 1, label: "break-even" }],
    ...more,
  };
}

/** As ECharts merges what it is told: objects member by member, series one by one, other lists whole. */
function merge(was: unknown, is: unknown, name = ""): unknown {
  if (Array.isArray(is) && name === "series") return is.map((one, at) => merge((was as unknown[])[at], one));
  if (typeof is !== "object" || is === null || Array.isArray(is)) return is;
  const merged: { [member: string]: unknown } = { ...(was as object) };
  for (const [member, value] of Object.entries(is)) merged[member] = merge(merged[member], value, member);
  return merged;
}

afterEach(() => vi.unstubAllGlobals());

describe("what is drawn", () => {
  it("has four dashes that tell lines of one colour apart", () => {
    const dashes = ["solid", "dashed", "dotted", "dashdot"] as const;
    const series = dashes.map((dash) => ({ name: dash, colour: "#0000aa", values: [1], kind: "line" as const, dash }));
    const types = options(chart(1, { series }), 0, COLOURS).series.map(({ lineStyle }) => lineStyle.type);
    expect(types).toEqual(["solid", "dashed", "dotted", [8, 3, 2, 3]]);
  });
  it("is each series with its name, colour and values, areas stacked and lines not", () => {
    const { series, xAxis } = options(chart(24), 3, COLOURS);
    expect(series.map(({ name, color, stack }) => [name, color, stack])).toEqual([
      ["Own", "#aa0000", "stack"],
      ["Lease", "#00aa00", "stack"],
      ["Income", "#0000aa", undefined],
    ]);
    expect(series.map(({ lineStyle }) => [lineStyle.width, lineStyle.type])).toEqual([
      [0, "solid"],
      [0, "solid"],
      [2.5, "dashed"],
    ]);
    expect(series[1]!.data).toEqual(Float64Array.from({ length: 48 }, (_, at) => (at % 2 === 0 ? at / 2 : 1e6 * (at + 1))));
    expect(xAxis.data).toHaveLength(24);
  });
  it("marks the month looked at and the markers, on the last series alone", () => {
    const { series } = options(chart(24), 3, COLOURS);
    expect(series.map((one) => "markLine" in one)).toEqual([false, false, true]);
    expect(series[2]!.markLine!.data.map(({ xAxis }) => xAxis)).toEqual([3, 23]);
  });
  it("is the same whether all is told anew or, in the same frame, what changes", () => {
    const after = chart(24, { markers: [{ month: 2, label: "cash out" }] });
    for (const series of after.series) series.values = Float64Array.from(series.values, (value) => value / 3);
    expect(frameOf(after, COLOURS)).toBe(frameOf(chart(24), COLOURS));
    const merged = merge(options(chart(24), 3, COLOURS), changing(after, 7, COLOURS));
    expect(JSON.stringify(merged)).toBe(JSON.stringify(options(after, 7, COLOURS)));
    expect(JSON.stringify(merged)).not.toBe(JSON.stringify(options(chart(24), 3, COLOURS)));
  });
  it.each<[string, ChartData, ChartColours]>([
    ["other months", chart(25), COLOURS],
    ["another unit", chart(24, { unit: "MW" }), COLOURS],
    ["per cent", chart(24, { percent: true }), COLOURS],
    ["a series less", chart(24, { series: chart(24).series.slice(1) }), COLOURS],
    ["another name", chart(24, { series: chart(24).series.map((series) => ({ ...series, name: "Other" })) }), COLOURS],
    ["other colours", chart(24), { ...COLOURS, ink: "#eeeeee" }],
  ])("is another frame with %s", (_, other, colours) => expect(frameOf(other, colours)).not.toBe(frameOf(chart(24), COLOURS)));
  it("has a gap where a value is absent, and a dot for a value between gaps", () => {
    const none = Number.NaN;
    const data = chart(6, { series: [{ name: "Ratio", colour: "#000000", values: [none, 5, none, 6, 7, none], kind: "line" }] });
    expect(options(data, 0, COLOURS).series[0]!.data).toEqual([null, { value: 5, symbol: "circle", symbolSize: 6 }, null, 6, 7, null]);
  });
  it("of one month goes from edge to edge", () => {
    const { series, xAxis } = options(chart(1), 0, COLOURS);
    expect(xAxis.data).toEqual(["2026-05", "2026-05"]);
    expect(series.map(({ data }) => data)).toEqual([
      new Float64Array([0, 1e6, 1, 1e6]),
      new Float64Array([0, 2e6, 1, 2e6]),
      new Float64Array([0, -1e6, 1, -1e6]),
    ]);
  });
});

describe("the axes", () => {
  it("name years where there are many months, and months where there are few", () => {
    const many = options(chart(24), 0, COLOURS).xAxis.axisLabel;
    expect(many.customValues).toEqual([8, 20]);
    expect(many.formatter("2027-01")).toBe("2027");
    const few = options(chart(6), 0, COLOURS).xAxis.axisLabel;
    expect([few.interval, few.formatter("2026-05"), few.showMinLabel]).toEqual(["auto", "May 2026", true]);
    const one = options(chart(1), 0, COLOURS).xAxis.axisLabel;
    expect([0, 1].map(one.interval as (at: number) => boolean)).toEqual([true, false]);
    // What is not said stays as it was for the months before.
    expect([few, one].map(({ customValues }) => customValues)).toEqual([null, null]);
    expect([few, one].map((labels) => Object.keys(labels).sort())).toEqual([Object.keys(many).sort(), Object.keys(many).sort()]);
  });

  it("has dots where a value has no neighbours, and else makes ready for none", () => {
    const { series } = options(chart(3), 0, COLOURS);
    expect(series.map(({ showSymbol }) => showSymbol)).toEqual([false, false, false]);
    const data = chart(3);
    const [first, ...others] = data.series;
    const alone = { ...data, series: [{ ...first!, values: new Float64Array([Number.NaN, 1e6, Number.NaN]) }, ...others] };
    expect(changing(alone, 0, COLOURS).series.map(({ showSymbol }) => showSymbol)).toEqual([true, false, false]);
    expect(changing(data, 0, COLOURS).series.map(({ showSymbol }) => showSymbol)).toEqual([false, false, false]);
    const selected = { ...data, series: [{ ...first!, selected: true }, ...others] };
    expect(options(selected, 0, COLOURS).series.map(({ showSymbol }) => showSymbol)).toEqual([true, false, false]);
  });
  it.each([
    [0, "0"],
    [1e9, "$1B"],
    [2.5e8, "$250M"],
    [-1.5e9, "−$1.5B"],
    [1.25e9, "$1.25B"],
  ])("write %d as %s", (value, text) => {
    expect(options(chart(24), 0, COLOURS).yAxis.axisLabel.formatter(value)).toBe(text);
  });
});

/** As much of a document as a tooltip needs. */
class Box {
  className = "";
  textContent = "";
  style: { [name: string]: string } = {};
  parts: (Box | string)[] = [];
  append(...parts: (Box | string)[]): void {
    this.parts.push(...parts);
  }
  get text(): string {
    return this.textContent + this.parts.map((part) => (typeof part === "string" ? part : part.text)).join("|");
  }
}

describe("the words", () => {
  it("tell the values of the month to those who do not see the chart", () => {
    expect(options(chart(24), 2, COLOURS).aria.label.description).toBe(
      "Money. Dollars a month. In Jul 2026: Own $3.00M, Lease $6.00M, Income −$3.00M.",
    );
  });
  it.each([
    [24, 1, "Jun 2026", "Own|$2.00M|"],
    [1, 1, "May 2026", "Own|$1.00M|"],
  ])("of %i months tell in the tooltip at %i what %s has", (months, at, month, own) => {
    vi.stubGlobal("document", { createElement: () => new Box() });
    const box = options(chart(months), 0, COLOURS).tooltip.formatter([{ dataIndex: at }]) as unknown as Box;
    expect(box.text).toContain(month);
    expect(box.text).toContain(own);
  });
});

describe("how far the axis reaches", () => {
  const bought = (months: number, lowest: number): ChartData => {
    const data = chart(months);
    return {
      ...data,
      series: [
        ...data.series,
        { name: "Cash", colour: "#00aaaa", values: Float64Array.from({ length: months }, (_, at) => (at === 0 ? lowest : 1e6)), kind: "line" },
      ],
    };
  };
  it("is as far as the values where no month stands out", () => {
    for (const data of [chart(1), chart(24), chart(60), bought(24, -2e8), bought(23, -1e10)]) {
      expect(axisOf(data)).toEqual({ min: null, max: null, beyond: "" });
    }
  });
  it("leaves out a month that is many times the others, and says what lies beyond", () => {
    const { min, max, beyond } = axisOf(bought(24, -1e10));
    expect([min, max, beyond]).toEqual([-3.5e7, null, "Beyond the axis: Cash −$10.0B in May 2026."]);
    expect(options(bought(24, -1e10), 0, COLOURS).yAxis).toMatchObject({ min: -3.5e7, max: null });
    expect(options(bought(24, -1e10), 0, COLOURS).aria.label.description).toContain("Beyond the axis: Cash");
  });
  it("reaches again as far as the values in the same frame", () => {
    const [far, near] = [bought(24, -1e10), bought(24, -1e7)];
    expect(frameOf(far, COLOURS)).toBe(frameOf(near, COLOURS));
    expect(merge(options(far, 3, COLOURS), changing(near, 3, COLOURS))).toMatchObject({ yAxis: { min: null, max: null } });
  });
  it("takes what is stacked together", () => {
    const data = chart(24);
    for (const { kind, values } of data.series) if (kind === "stack") (values as Float64Array)[5] = 4e9;
    expect(axisOf(data)).toMatchObject({ min: null, beyond: "Beyond the axis: Own $4.00B in Oct 2026, Lease $4.00B in Oct 2026." });
  });
});
