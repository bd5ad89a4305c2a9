import { expect, it } from "vitest";
import { listedOf } from "../src/page/inputs";
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
