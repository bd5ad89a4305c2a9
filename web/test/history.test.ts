import { describe, expect, it } from "vitest";
import { advance, begin, changeList, endGesture, redo, type Scenario, undo, withChange, withoutChange, withoutChanges } from "../src/state/history";
import { base } from "./fixture";

const path = "lease.tenant.share";
const start: Scenario = { origin: { name: "small" }, base, changes: new Map() };
const set = (scenario: Scenario, value: unknown) => withChange(scenario, path, value, 0.5);

describe("undo and redo", () => {
  it("go back and forth", () => {
    const first = advance(begin(start), set(start, 0.6));
    const second = advance(first, set(first.present, 0.7));
    expect(undo(second).present.changes.get(path)).toBe(0.6);
    expect(undo(undo(second)).present).toBe(start);
    expect(undo(undo(undo(second))).present).toBe(start);
    expect(redo(undo(second)).present.changes.get(path)).toBe(0.7);
  });
  it("take a drag as one step", () => {
    let history = begin(start);
    for (const value of [0.51, 0.52, 0.53]) history = advance(history, set(history.present, value), "drag");
    expect(undo(history).present).toBe(start);
    history = advance(endGesture(history), set(history.present, 0.6), "drag");
    expect(undo(history).present.changes.get(path)).toBe(0.53);
  });
  it("forget what was undone once something else is done", () => {
    const undone = undo(advance(begin(start), set(start, 0.6)));
    expect(advance(undone, set(undone.present, 0.9)).future).toEqual([]);
  });
  it("take a change that changes nothing as none", () => {
    const history = begin(start);
    expect(advance(history, set(start, 0.5))).toBe(history);
  });
});

describe("changes", () => {
  it("vanish when the base's value comes back", () => expect(set(set(start, 0.6), 0.5).changes.size).toBe(0));
  it("compare profiles by what they hold", () => {
    const profile = () => ({ steps: [{ from: "2026-05", value: 1 }] });
    const changed = withChange(start, path, profile(), undefined);
    expect(withChange(changed, path, profile(), undefined)).toBe(changed);
  });
  it("keep the order in which they were made", () => {
    const changed = withChange(withChange(withChange(start, "b.b.b", 1, 0), "a.a.a", 1, 0), "b.b.b", 2, 0);
    expect(changeList(changed.changes)).toEqual([
      { path: "b.b.b", value: 2 },
      { path: "a.a.a", value: 1 },
    ]);
  });
  it("inside an instance go with it", () => {
    const removed = withChange(set(start, 0.6), "lease.tenant", null, undefined);
    expect(changeList(removed.changes)).toEqual([{ path: "lease.tenant", value: null }]);
    expect(withoutChange(removed, "lease.tenant").changes.size).toBe(0);
  });
  it("to the operator, whose paths name no instance, leave each other alone", () => {
    const changed = withChange(withChange(start, "operator.revenue_growth", 0.1, 0), "operator.cost_growth", 0.2, 0);
    expect(changeList(changed.changes)).toHaveLength(2);
  });
  it("can be taken back together", () => expect(withoutChanges(set(start, 0.6)).changes.size).toBe(0));
});
