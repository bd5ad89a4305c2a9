import { describe, expect, it } from "vitest";
import { dateProblem, isProfile, type Profile, profileOf, simplified, withAddedStep, withEscalator, withoutStep, withStep } from "../src/profile";

const ramp: Profile = {
  steps: [
    { from: "2026-05", value: 1 },
    { from: "2026-12", value: 2 },
  ],
  between: "linear",
};

describe("a profile", () => {
  it("begins as one number and can be one again", () => {
    const profile = profileOf(5, "2026-05");
    expect(isProfile(profile)).toBe(true);
    expect(simplified(profile)).toBe(5);
    expect(simplified(ramp)).toBe(ramp);
    expect(simplified(withEscalator(profile, 0.03))).not.toBe(5);
  });
  it("takes a step after the last, across the year's end", () => {
    expect(withAddedStep(ramp).steps.at(-1)).toEqual({ from: "2027-01", value: 2 });
  });
  it("takes none after the last month of all", () => {
    const endless = profileOf(5, "2150-12");
    expect(withAddedStep(endless)).toBe(endless);
    expect(withAddedStep(profileOf(5, "2150-11")).steps.at(-1)).toEqual({ from: "2150-12", value: 5 });
    expect(withAddedStep({ steps: [] })).toEqual({ steps: [] });
  });
  it.each([
    [null, false],
    [5, false],
    ["2026-05", false],
    [{}, false],
    [{ steps: 1 }, false],
    [{ steps: [] }, true],
  ])("isProfile of %o is %s", (value, is) => expect(isProfile(value)).toBe(is));
  it("has an escalator", () => expect(withEscalator(ramp, -0.02)).toEqual({ ...ramp, escalator: -0.02 }));
  it("changes and loses steps without touching the one before", () => {
    const changed = withStep(ramp, 1, { value: 9 });
    expect(changed.steps[1]).toEqual({ from: "2026-12", value: 9 });
    expect(ramp.steps[1]!.value).toBe(2);
    expect(withoutStep(ramp, 0).steps).toEqual([{ from: "2026-12", value: 2 }]);
  });
  it("keeps its last step", () => expect(withoutStep(profileOf(5, "2026-05"), 0).steps).toHaveLength(1));
  it("drops an escalator of zero", () => expect(withEscalator({ ...ramp, escalator: 0.1 }, 0)).toEqual(ramp));
  it("tells of dates that are none, or out of order", () => {
    expect(dateProblem(ramp)).toBeUndefined();
    expect(dateProblem(withStep(ramp, 1, { from: "2026-05" }))).toMatchObject({
      index: 1,
      message: expect.stringContaining("must come after 2026-05") as string,
    });
    expect(dateProblem(withStep(ramp, 0, { from: "soon" }))).toMatchObject({ index: 0 });
  });
});
