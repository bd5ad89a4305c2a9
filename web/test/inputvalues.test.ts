import { describe, expect, it } from "vitest";
import profiles from "../../engine/scenario/testdata/profiles.json";
import { displayOf } from "../src/format";
import { profileWords } from "../src/page/inputs";
import type { Profile } from "../src/profile";
import { valueNow } from "../src/state/inputvalues";
import { document } from "./fixture";

const path = "lease.tenant.share";
const newest = { ...document, values: { [path]: { value: 0.6, given: true, assumption: false } } };

describe("the value that holds now", () => {
  it("is the changed one", () => expect(valueNow({ changes: new Map([[path, 0.7]]), base: document, newest }, path)).toBe(0.7));
  it("is the base's after undo, though the engine sent a changed one last", () =>
    expect(valueNow({ changes: new Map(), base: document, newest }, path)).toBe(0.5));
  it("is the newest document's for an instance that was replaced", () => {
    expect(valueNow({ changes: new Map([["lease.tenant", {}]]), base: document, newest }, path)).toBe(0.6);
  });
  it("comes without the note that a link may have wrapped around it", () => {
    expect(valueNow({ changes: new Map([[path, { value: 0.4, note: "said so" }]]), base: document, newest }, path)).toBe(0.4);
  });
  it("knows the scenario's own start", () => expect(valueNow({ changes: new Map(), base: document, newest }, "scenario.start")).toBe("2026-05"));
});

describe("a value by date in words", () => {
  it.each(profiles)("is $text", ({ unit, text, percent, ...profile }) =>
    expect(profileWords(profile as Profile, unit, displayOf({ percent }))).toBe(text),
  );
});
