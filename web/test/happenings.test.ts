import { describe, expect, it } from "vitest";
import type { Event } from "../src/engine/messages";
import { happeningsOf, marksOf, nextOf, wordsOf } from "../src/page/happenings";

const MONTHS = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"];
const event = (title: string, when: string, thing?: string): Event => ({
  title,
  when,
  role: "tenant",
  place: 0,
  value: { number: 0 } as Event["value"],
  ...(thing && { thing }),
});

describe("what happens on the time line", () => {
  it("leaves out what is before the scenario or after it, and takes days for their months", () => {
    const found = happeningsOf([event("Begins", "2026-04"), event("Listing", "2026-06-12"), event("Due", "2027-01")], MONTHS);
    expect(found.map(({ month, title }) => [month, title])).toEqual([[1, "Listing"]]);
  });

  it("tells what comes to several things in a month together", () => {
    const found = happeningsOf(
      [event("Begins", "2026-07", "A"), event("Ends", "2026-07", "C"), event("Begins", "2026-07", "B"), event("Due", "2026-05")],
      MONTHS,
    );
    expect(found.map(wordsOf)).toEqual(["Due", "Begins: A, B", "Ends: C"]);
  });

  it("makes one mark of what would overlap, and none of what has room", () => {
    const found = happeningsOf(
      ["2026-05", "2026-06", "2026-07", "2026-09"].map((when) => event(when, when)),
      MONTHS,
    );
    const months = (apart: number) => marksOf(found, apart).map(({ month, happenings }) => [month, happenings.length]);
    expect(months(1)).toEqual([0, 1, 2, 4].map((month) => [month, 1]));
    expect(months(2)).toEqual([
      [0, 2],
      [2, 1],
      [4, 1],
    ]);
    expect(months(100)).toEqual([[0, 4]]);
  });

  it("leads through the months of a mark, and begins again", () => {
    const [mark] = marksOf(
      happeningsOf(
        ["2026-06", "2026-07", "2026-08"].map((when) => event("x", when)),
        MONTHS,
      ),
      100,
    );
    expect([0, 1, 2, 3, 4].map((from) => nextOf(mark!, from))).toEqual([1, 2, 3, 1, 1]);
  });
});
