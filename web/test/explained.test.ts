import { describe, expect, it } from "vitest";
import { asked, explainedOf, explainedText } from "../src/state/explained";
import type { Explained } from "../src/state/state";

describe("what is asked about a figure", () => {
  const questions: [string, Explained][] = [
    ["cash.minimum", { measure: "cash.minimum" }],
    ["listing.rank@openai~base", { measure: "listing.rank@openai", against: "base" }],
    ["operator.cash/operator/9/month", { row: "operator.cash", instances: ["operator"], month: 9, by: "month" }],
    [
      "lease.fee_billed/a,b/0/quarter/less~previous",
      { row: "lease.fee_billed", instances: ["a", "b"], month: 0, by: "quarter", less: true, against: "previous" },
    ],
    [
      'cash.minimum~lease.anthropic.share=0.6~lease.anthropic.start="2027-03"',
      {
        measure: "cash.minimum",
        besides: [
          { path: "lease.anthropic.share", value: 0.6 },
          { path: "lease.anthropic.start", value: "2027-03" },
        ],
      },
    ],
    ["cash.minimum~base~operator.on=true", { measure: "cash.minimum", against: "base", besides: [{ path: "operator.on", value: true }] }],
    ["lease.fee_billed//3/year", { row: "lease.fee_billed", instances: [], month: 3, by: "year" }],
  ];

  it.each(questions)("is written as %s and read again", (text, question) => {
    expect(explainedText(question)).toBe(text);
    expect(explainedOf(text)).toEqual(question);
  });

  it.each([
    "",
    "a/b",
    "a/b/-1/month",
    "a/b/12345/month",
    "a/b/3/week",
    "a/b/3/month/more",
    "a~moon",
    "~base",
    "a~base~base",
    "a~b.c=",
    "a~b.c=[1]",
    "a~b.c=x",
  ])("is nothing where a link says %j", (text) => {
    expect(explainedOf(text)).toBeUndefined();
  });

  it("is left out of a link that has no room for it", () => {
    const instances = Array.from({ length: 40 }, (_, at) => `tenant-${at}`);
    expect(explainedText({ row: "lease.fee_billed", instances, month: 1 })).toBe("");
    expect(asked({ month: 2, why: "cash.minimum" }, { row: "lease.fee_billed", instances, month: 1 })).toEqual({ month: 2 });
    expect(asked({ month: 2 }, { measure: "cash.minimum" })).toEqual({ month: 2, why: "cash.minimum" });
  });
});
