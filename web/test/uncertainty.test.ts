// What a scenario is not sure of, as changes have it.
import { describe, expect, it } from "vitest";
import type { Study } from "../src/engine/messages";
import { rangedInput, rangePath } from "../src/paths";
import { changeList, type Scenario, withChange, withoutChange } from "../src/state/history";
import { type Ranged, uncertainNow, withBaseRange, withoutRange, withRanges } from "../src/state/uncertainty";
import { base, document } from "./fixture";

const path = "lease.tenant.share";
const other = "operator.growth";
const range = { form: "normal", low: 0.25, high: 0.35 };
const correlations = "study.correlations";
const start: Scenario = { origin: { name: "small" }, base, changes: new Map() };
const of = (scenario: Scenario) => Object.fromEntries(changeList(scenario.changes).map(({ path: at, value }) => [at, value]));
const ranged = (more: Partial<Ranged> = {}): Ranged[] => [{ path, change: range, median: 0.3, ...more }];
const said = (...paths: string[]): Study => ({
  uncertain: paths.map((each) => ({ path: each, text: "25 to 35 %", told: "25 % to 35 %", form: "normal", words: "", times: false })),
  correlations: [],
  paths: 1000,
});

describe("a range in place of a number", () => {
  it("is how likely each value is, and the median as the value", () => {
    expect(of(withRanges(start, ranged(), () => 0.5))).toEqual({ [rangePath(path)]: range, [path]: 0.3 });
  });
  it("is no change of the value where the median is the base's, or it is of a factor", () => {
    expect(of(withRanges(start, ranged(), () => 0.3))).toEqual({ [rangePath(path)]: range });
    expect(of(withRanges(start, [{ path, change: { ...range, times: true } }], () => 0.5))).toEqual({ [rangePath(path)]: { ...range, times: true } });
  });
  it("goes without a trace, or is said to be gone where the base has it, and its correlations go with it", () => {
    const both = withRanges(start, [...ranged(), { path: other, change: range }], () => undefined);
    const correlated = withChange(both, correlations, [{ of: [path, other], is: 0.5 }], undefined);
    expect(of(withoutRange(correlated, path, document))).toEqual({ [path]: 0.3, [rangePath(other)]: range });
    expect(of(withoutRange(correlated, path, { ...document, study: said(path) }))[rangePath(path)]).toBeNull();
    expect(of(withBaseRange(correlated, path, document))).toEqual({ [path]: 0.3, [rangePath(other)]: range });
    expect(of(withBaseRange(correlated, path, { ...document, study: said(path) }))[correlations]).toBeDefined();
  });
  it("goes with the thing whose input it is", () => {
    const added = withChange(start, "lease.tenant", { title: "Tenant" }, undefined);
    const uncertain = withRanges(added, ranged(), () => undefined);
    expect(of(withoutChange(uncertain, "lease.tenant"))).toEqual({});
    // Whether there is the thing at all may be uncertain too.
    const points = { form: "discrete", points: [true, false].map((value) => ({ value, weight: 1 })) };
    const perhaps = withChange(uncertain, rangePath("lease.tenant"), points, undefined);
    expect(of(withChange(perhaps, "lease.tenant", null, undefined))).toEqual({ "lease.tenant": null });
    expect(of(withChange(perhaps, "lease.tenant2", null, undefined))).toHaveProperty(rangePath("lease.tenant"));
  });
});

describe("how likely each value is now", () => {
  const newest = { ...document, study: said(path) };
  const layers = (changes: [string, unknown][], base_ = document) => ({ changes: new Map(changes), base: base_, newest });
  it("is what the engine says of a change", () => {
    expect(uncertainNow(layers([[rangePath(path), range]]), path)?.text).toBe("25 to 35 %");
  });
  it("is nothing after undo, or where it is said to be certain, though the engine said otherwise last", () => {
    expect(uncertainNow(layers([]), path)).toBeUndefined();
    expect(uncertainNow(layers([[rangePath(path), null]], newest), path)).toBeUndefined();
  });
  it("is the base's where nothing was changed", () => expect(uncertainNow(layers([], newest), path)?.path).toBe(path));
});

describe("paths of a study", () => {
  it.each([
    [rangePath(path), path],
    [rangePath(other), other],
    [correlations, undefined],
    ["study.paths", undefined],
    [path, undefined],
  ])("%s is how sure %s is", (of_, input) => expect(rangedInput(of_)).toBe(input));
});
