// Whether what is shown belongs to the inputs, and what it is compared with.
import { describe, expect, it } from "vitest";
import type { ShownView } from "../src/engine/client";
import type { Cell, Value, View } from "../src/engine/messages";
import { baseView, isOfMonth } from "../src/state/comparison";
import type { Scenario } from "../src/state/history";
import type { State } from "../src/state/state";
import { listStanding, viewStanding } from "../src/views/standing";
import { base, view } from "./fixture";

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
      shown: { scenario, month: 3, calendarMonth: "2026-08", open: new Map(), answer: { month: 3, available: [], views } },
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
  const ofBase = {
    origin: scenario.origin,
    calendarMonth: "2026-08",
    asked: new Set(["table", "monthly"]),
    answer: { month: 3, available: [], views },
  };
  it.each<[string, string, State["shownBase"], string]>([
    ["without the base", "table", undefined, "awaited"],
    ["with the base", "table", ofBase, "current"],
    ["with another base", "table", { ...ofBase, origin: elsewhere.origin }, "awaited"],
    ["with the base, which was not asked for it", "table", { ...ofBase, asked: new Set() }, "awaited"],
    ["with the base, which has no such", "table", { ...ofBase, answer: { month: 3, available: [], views: [] } }, "current"],
    ["with the base in another month, which does not matter", "table", { ...ofBase, calendarMonth: "2026-09" }, "current"],
    ["with the base in another month", "monthly", { ...ofBase, calendarMonth: "2026-09" }, "awaited"],
    ["that is never compared", "statement", undefined, "current"],
  ])("after a change %s: %s", (_, name, shownBase, standing) => {
    const now = changedTo(shownBase);
    expect(viewStanding(now, name)).toBe(standing);
    const found = views.find((each) => each.name === name)!;
    const isThere = standing === "current" && name !== "statement" && shownBase!.answer.views.length > 0;
    expect(baseView(found, now.shown, now.shownBase)).toBe(isThere ? found : undefined);
  });
  it("is compared with nothing where nothing was changed", () => expect(baseView(views[1]!, shown, ofBase)).toBeUndefined());
  it("is in the list of its base, whatever was changed since", () => {
    expect(listStanding(state())).toBe("current");
    expect(listStanding(state({ shown: { ...shown, scenario: other } }))).toBe("current");
    expect(listStanding(state({ shown: { ...shown, scenario: elsewhere } }))).toBe("awaited");
  });
});

describe("a view of figures", () => {
  const view = (cells: Partial<Cell>[]): ShownView => ({ name: "x", title: "", kind: "cells", cells }) as unknown as ShownView;
  const total = { value: { number: 1, unit: "USD", measure: "m" } };
  const monthly = { value: { number: 1, unit: "USD", row: "operator.cash", instances: ["operator"], month: "2026-07" } };
  it.each<[string, ShownView, boolean]>([
    ["of measures is of no month", view([total]), false],
    ["of which one is of a month is of that", view([total, monthly]), true],
    ["beside which one of a month is told is of that", view([{ ...total, note: [monthly] }]), true],
  ])("%s", (_, of, is) => expect(isOfMonth(of)).toBe(is));
});
