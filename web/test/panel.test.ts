import { describe, expect, it } from "vitest";
import { catalog, type InputDeclaration } from "../src/catalog";
import type { InputValue, Source } from "../src/engine/messages";
import { areAtOdds, elsewhere, isGivenByChange, listedOf, listedThings, matches, wholeChanges } from "../src/page/inputs";
import { BEGINNING, type State } from "../src/state/state";
import { base, document } from "./fixture";

/** A state with a result, by what is changed. */
function state(changes: { [path: string]: unknown } = {}, result: Partial<NonNullable<State["result"]>> = {}): State {
  const origin = { name: "small" };
  return {
    ...BEGINNING,
    history: { past: [], present: { origin, base, changes: new Map(Object.entries(changes)) }, future: [], gesture: undefined } as NonNullable<
      State["history"]
    >,
    baseline: { origin, document },
    result: { months: [], document: { ...document, values: {} }, obstacles: [], ...result },
  };
}

const instances = [...document.instances, { scope: "lease", name: "other", title: "Other", parent: "site" }];

it.each<[string, boolean, State]>([
  ["another value of an input", true, state({ "lease.tenant.share": 0.4 })],
  ["another obstacle", false, state({}, { obstacles: [{ path: "lease.tenant", message: "It gets less." }] })],
  ["another length", false, state({}, { document: { ...document, months: 2 } })],
  ["another start", false, state({}, { document: { ...document, start: "2026-06" } })],
  ["another thing", false, state({}, { document: { ...document, instances } })],
  ["a thing in the place of one of the same name", false, state({ "lease.tenant": { title: "Tenant", site: "site", share: 0.3 } })],
])("the panel lists %s: the same is %s", (_, isSame, other) => {
  expect(listedOf(other) === listedOf(state())).toBe(isSame);
});

describe("sources that are at odds", () => {
  const source = (value?: unknown): Source => ({ label: "", confidence: "M", ...(value !== undefined && { value }) });
  const declaration = { name: "operator.x", default: 1, sources: [source(), source(2), source(3)] } as unknown as InputDeclaration;
  const given = (value: unknown, sources?: Source[]): InputValue => ({ path: "", value, ...(sources && { sources }) }) as unknown as InputValue;
  it.each<[string, InputValue, boolean]>([
    ["of the default, which stands", given(1), true],
    ["of the default, one of which states the value", given(2), true],
    ["of the default, beside a value of its own", given(0), false],
    ["of the scenario", given(0, [source(3), source(4)]), true],
    ["of the scenario, one alone", given(0, [source(3)]), false],
  ])("are those %s", (_, input, is) => expect(areAtOdds(declaration, input)).toBe(is));
  it("are none where the value is unknown and no source states it", () => {
    const unknown = { ...declaration, default: 0, sources: [source(2), source(3)] } as InputDeclaration;
    expect(areAtOdds(unknown, given(0))).toBe(false);
  });
});

const changed = new Map<string, unknown>([
  ["lease.tenant.share", 0.4],
  ["lease.tenant.title", "Other"],
  ["lease.new", { title: "New", site: "site", price: 2 }],
  ["lease.gone", null],
  ["scenario.order.lease", ["new"]],
  ["study.lease.tenant.price", { text: "2 to 3" }],
  ["study.correlations", []],
  ["scenario.months", 12],
]);
const gone = { scope: "lease", name: "gone", title: "Gone", parent: "site" };
const filtered = {
  ...state(Object.fromEntries(changed)),
  baseline: { origin: { name: "small" }, document: { ...document, instances: [...document.instances, gone] } },
};
const things = listedThings(filtered);

it.each([
  ["lease", "tenant", ["renamed", "moved"]],
  ["lease", "new", ["added", "moved"]],
  ["lease", "gone", ["removed"]],
  ["operator", "operator", []],
])("of what is changed the %s “%s” is %s", (scope, name, words) => {
  expect(wholeChanges(filtered, things.find((thing) => thing.scope === scope && thing.name === name)!)).toEqual(words);
});

it.each([
  ["lease.tenant.share", true],
  ["lease.tenant.price", true], // uncertain by a change
  ["lease.new.price", true], // given with the thing
  ["lease.new.share", false],
  ["scenario.months", true],
  ["scenario.start", false],
])("among what is changed %s is listed: %s", (path, isListed) => expect(isGivenByChange(changed, path)).toBe(isListed));

it("names the changes for which the panel has no field", () => {
  const shown = new Set(["lease.tenant.price", "scenario.months"]);
  expect(elsewhere(changed, shown, things)).toEqual(["lease.tenant.share", "study.correlations"]);
});

it.each([
  ["horizon", ["scenario.start", "scenario.months"]],
  ["length", ["scenario.months"]],
  ["first month", ["scenario.start"]],
])("“%s” finds what the scenario has for itself", (query, names) => {
  const whole = { scope: "scenario", name: "", title: "", parent: "" };
  expect(catalog.horizon.filter((input) => matches(input, whole, query)).map(({ name }) => name)).toEqual(names);
});
