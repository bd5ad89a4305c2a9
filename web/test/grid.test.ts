// What is taken away of views.
import { describe, expect, it } from "vitest";
import type { ShownView } from "../src/engine/client";
import type { Value, View } from "../src/engine/messages";
import { gridOf } from "../src/views/grid";
import { periods, view } from "./fixture";

const NONE = Number.NaN;

describe("what is taken away", () => {
  it("of a statement is its numbers, with unit and depth", () => {
    const statement = view(
      "statement",
      [
        [{ title: "Things", heading: true }, []],
        [{ title: "Cost", depth: 1 }, [-1.5, NONE]],
      ],
      { periods: periods(2) },
    );
    expect(gridOf(statement)).toEqual([
      ["Line", "Unit", "Depth", "2026-05", "2026-06"],
      ["Things", "", 0, "", ""],
      ["Cost", "USD", 1, -1.5, NONE],
    ]);
  });
  it("of a statement says of a year that it is not a whole one", () => {
    const years = [
      { title: "2026", from: 0, to: 8, whole: false },
      { title: "2027", from: 8, to: 20, whole: true },
      { title: "2028", from: 20, to: 21, whole: false },
    ];
    const statement = view("statement", [[{ title: "Cost" }, [1, 2, 3]]], { periods: years });
    expect(gridOf(statement)?.[0]).toEqual(["Line", "Unit", "Depth", "2026 (8 months)", "2027", "2028 (1 month)"]);
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
            { title: "Ends", thing: "Lease", role: "", place: 0, when: "2026-05-20", value: { unit: "" } },
            { title: "Even", role: "", place: 0, when: "2026-06", value: { unit: "" } },
          ],
        }),
      ),
    ).toEqual([
      ["When", "What", "Of"],
      ["2026-05-20", "Ends", "Lease"],
      ["2026-06", "Even", ""],
    ]);
    expect(
      gridOf(
        of("cells", {
          cells: [
            { title: "Price", value: { number: 2.5, unit: "USD/GPU/h" }, judgement: "" },
            { title: "First", value: { text: "2026-06", unit: "month" }, judgement: "good" },
          ],
        }),
      ),
    ).toEqual([
      ["Figure", "Value", "Unit"],
      ["Price", 2.5, "USD/GPU/h"],
      ["First", "2026-06", ""],
    ]);
    expect(gridOf(view("chart", [[{ title: "Power", unit: "MW" }, [1, 2]]], { periods: periods(2) }))).toEqual([
      ["Month", "Power, MW"],
      ["2026-05", 1],
      ["2026-06", 2],
    ]);
    expect(gridOf(of("answer", {}))).toBeUndefined();
    for (const kind of ["statement", "table", "split", "events", "cells", "chart"] as const) expect(gridOf(of(kind, {}))!.length).toBeLessThan(2);
  });
});
