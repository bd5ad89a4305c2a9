import { describe, expect, it } from "vitest";
import type { InputDeclaration } from "../src/catalog";
import type { InputValue, Source } from "../src/engine/messages";
import { areAtOdds, listedOf } from "../src/page/inputs";
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
