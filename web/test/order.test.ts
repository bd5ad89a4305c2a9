import { describe, expect, it } from "vitest";
import { type Scenario, withChange, withOrder, withoutChange } from "../src/state/history";
import { duplicateOf, orderNow, usualOrder } from "../src/state/things";
import { base } from "./fixture";

const start: Scenario = { origin: { name: "small" }, base, changes: new Map() };
const thing = (name: string) => ({ scope: "lease", name, title: name.toUpperCase(), parent: "north" });
const things = [thing("a"), thing("b"), { scope: "site", name: "north", title: "North", parent: "operator" }];
const added = withChange(start, "lease.c", { title: "C", site: "north" }, undefined);
const ordered = withOrder(added, "lease", ["c", "a", "b"], usualOrder("lease", things, added.changes));

describe("the order of things", () => {
  it("is that of the base, and behind it what is added", () => expect(usualOrder("lease", things, added.changes)).toEqual(["a", "b", "c"]));
  it("is as a change says", () => expect(orderNow("lease", things, ordered.changes)).toEqual(["c", "a", "b"]));
  it("is said behind what adds the things that it names", () => {
    const again = withOrder(withChange(ordered, "lease.d", { title: "D", site: "north" }, undefined), "lease", ["d", "c", "a", "b"], []);
    expect([...again.changes.keys()]).toEqual(["lease.c", "lease.d", "scenario.order.lease"]);
  });
  it("is no change where it is the usual one", () =>
    expect(withOrder(ordered, "lease", ["a", "b", "c"], ["a", "b", "c"]).changes.has("scenario.order.lease")).toBe(false));
  it("forgets a thing that is as if it had never been", () =>
    expect(withoutChange(ordered, "lease.c").changes.get("scenario.order.lease")).toEqual(["a", "b"]));
  it("has no place for what is removed", () => {
    const removed = withChange(ordered, "lease.a", null, undefined);
    expect(orderNow("lease", things, removed.changes)).toEqual(["c", "b"]);
  });
});

describe("a duplicate", () => {
  const values = {
    "lease.a.share": { value: 0.4, given: true, assumption: false },
    "lease.a.notice": { value: 90, given: false, assumption: false },
  };
  it("has the inputs that are given, under its own title and in the same place", () =>
    expect(duplicateOf(thing("a"), "A copy", (path) => values[path as keyof typeof values])).toEqual({ title: "A copy", site: "north", share: 0.4 }));
});
