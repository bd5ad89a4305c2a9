// What a goal would take, in sentences.
import { describe, expect, it } from "vitest";
import type { Goal, Solved, SolvePoint, Sought, Value } from "../src/engine/messages";
import { exactly } from "../src/quantity";
import { goalText, outcome, plainly, solvedWords } from "../src/solved";

const price = (number: number): Value => ({ number, unit: "USD/GPU/h" });
const point = (value: Value, best: number, met = best >= 0): SolvePoint => ({
  value,
  figure: met ? { text: "2027-05", unit: "" } : { unit: "month" },
  best: { number: best, unit: "USD", month: "2027-05" },
  met,
  set: value.number ?? value.text,
});
const priced = (more: Partial<Solved>): Solved => ({
  low: price(0),
  high: price(52),
  now: point(price(2.6), -3e8),
  solutions: [],
  computed: "somehow",
  ...more,
});
const above = (at: Value, beside: Value) => ({ met: "above" as const, at: point(at, 1e5), beside: point(beside, -2e5) });
const below = (at: Value, beside: Value) => ({ met: "below" as const, at: point(at, 1e5), beside: point(beside, -2e5) });
const months = (text: string): Value => ({ text, unit: "" });

describe("what a goal takes", () => {
  it.each<[string, Solved, string]>([
    [
      "one value and above",
      priced({ solutions: [above(price(2.76), price(2.75))] }),
      "$2.76/GPU-hour and above (now $2.60/GPU-hour). At $2.75/GPU-hour it is −$200k in May 2027 at best.",
    ],
    [
      "a range of values",
      priced({ solutions: [above(price(2.76), price(2.75)), below(price(9.5), price(9.51))] }),
      "from $2.76/GPU-hour to $9.5/GPU-hour (now $2.60/GPU-hour). At $2.75/GPU-hour it is −$200k in May 2027 at best.",
    ],
    [
      "below one value and above another",
      priced({ solutions: [below(price(1), price(1.01)), above(price(9.5), price(9.49))] }),
      "$1/GPU-hour and below or $9.5/GPU-hour and above (now $2.60/GPU-hour). At $1.01/GPU-hour it is −$200k in May 2027 at best.",
    ],
    [
      "months",
      { ...priced({ solutions: [below(months("2026-09"), months("2026-10"))] }), now: point(months("2026-12"), -3e8) },
      "Sep 2026 and earlier (now Dec 2026). At Oct 2026 it is −$200k in May 2027 at best.",
    ],
    [
      "how many times what changes over time",
      { ...priced({ solutions: [above({ number: 1.25, unit: "1" }, { number: 1.24, unit: "1" })] }), times: true },
      "1.25 times and above. At 1.24 times it is −$200k in May 2027 at best.",
    ],
    [
      "a value that is passed",
      priced({
        solutions: [
          { met: "at", at: { value: price(5.9), figure: { number: -99.6e6, unit: "USD" }, met: false, set: 5.9 }, beside: point(price(6), 0) },
        ],
      }),
      "at $5.9/GPU-hour (now $2.60/GPU-hour). There it is −$99.6M.",
    ],
    [
      "a value that is jumped over",
      priced({ solutions: [{ met: "at", jumps: true, at: point(months("2026-05"), 4.26e8), beside: point(months("2026-06"), -2e5) }] }),
      "passed over between May 2026 and Jun 2026 (now $2.60/GPU-hour). At May 2026 it is $426M in May 2027. At Jun 2026 it is −$200k in May 2027 at best.",
    ],
    [
      "no value",
      priced({ nearest: point(price(52), -3.1e6) }),
      "no value from $0.00/GPU-hour to $52.00/GPU-hour does; the nearest is $52.00/GPU-hour, with −$3.10M in May 2027 at best.",
    ],
    [
      "an input that does nothing",
      priced({ nearest: point(price(2.6), -3e8) }),
      "no value from $0.00/GPU-hour to $52.00/GPU-hour does; the nearest is as it is now, with −$300M in May 2027 at best.",
    ],
    [
      "a figure that is absent at each",
      priced({}),
      "no value from $0.00/GPU-hour to $52.00/GPU-hour does: the figure is absent at each (now $2.60/GPU-hour).",
    ],
    ["every value", priced({ everywhere: true }), "any value from $0.00/GPU-hour to $52.00/GPU-hour does (now $2.60/GPU-hour)."],
  ])("is told: %s", (_, solved, text) => expect(plainly(solvedWords(solved))).toBe(text));

  it.each<[Value, string]>([
    [{ number: 2.7601, unit: "USD/GPU/h" }, "$2.7601/GPU-hour"],
    [{ number: -296e6, unit: "USD/month" }, "−$296M/month"],
    [{ number: 0.565, unit: "1", percent: true }, "56.5%"],
    [{ number: 12345, unit: "GPU" }, "12,345 GPUs"],
    [{ number: 576e3, unit: "GPU" }, "576k GPUs"],
    [{ number: 369e3, unit: "USD/month" }, "$369k/month"],
    [{ number: 1348, unit: "USD/kW/month" }, "$1,348/kW-month"],
    [{ number: 1, unit: "month" }, "1 month"],
    [{ number: 1.3, unit: "1" }, "1.3"],
    [{ text: "2026-05-20", unit: "" }, "20 May 2026"],
  ])("has values in all their digits: %j", (value, text) => expect(exactly(value)).toBe(text));

  it.each<[SolvePoint, string]>([
    [point(price(1), 5e5), "$500k in May 2027"],
    [{ ...point(price(1), 0), best: undefined } as unknown as SolvePoint, "May 2027"],
    [{ value: price(1), figure: { unit: "1", number: 1.234 }, met: true, set: 1 }, "1.23"],
    [{ value: price(1), figure: { unit: "1" }, met: false, set: 1 }, "absent"],
  ])("says what comes of a value: %#", (of, text) => expect(plainly(outcome(of))).toBe(text));

  const income: Sought = { title: "Operating income: first month at or above zero", unit: "month", kind: "month", beside: "Operating income" };
  const rent: Sought = { title: "Lease revenue", unit: "USD", kind: "number" };
  it.each<[Sought, Goal, string]>([
    [income, { measure: "m", sense: "<=", target: { number: 0, text: "2028-04" } }, "Operating income breaks even by Apr 2028"],
    [rent, { row: "r", instance: "o", month: "2027-05", sense: ">=", target: { number: 3.3e8 } }, "Lease revenue in May 2027 at least $330M"],
    [{ ...rent, percent: true, unit: "1" }, { measure: "m", sense: "=", target: { number: 0.1 } }, "Lease revenue exactly 10%"],
  ])("names the goal: %#", (sought, goal, text) => expect(goalText(sought, goal)).toBe(text));
});
