// What scenarios that are compared have, in words and in order.
import { describe, expect, it } from "vitest";
import {
  aligned,
  comparedTexts,
  fallOf,
  headlines,
  matchedLines,
  plainUnit,
  plainValue,
  plainVariance,
  shareText,
  stepText,
  sumsOf,
  toldApart,
  varianceText,
} from "../src/comparison";
import type { ShownView } from "../src/engine/client";
import type { Attribution, AttributionPart, Line } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import { askThrough } from "../src/engine/runtime";
import { Comparing, type RoundOf } from "../src/state/comparing";
import type { Scenario } from "../src/state/history";
import { notesApart } from "../src/views/values";
import { realEngine, spawn } from "./engine";

const dollars = (number: number) => ({ number, unit: "USD" });

describe("values beside one another", () => {
  const fee = (number: number) => ({ number, unit: "USD/month" });
  const rate = (number: number) => ({ number, unit: "USD/GPU/h" });
  it.each([
    [
      "no more digits than tell them apart",
      [rate(5.119104497986486), rate(2.9123784611171937), rate(5.122776297914281)],
      ["$5.119/GPU-hour", "$2.912/GPU-hour", "$5.123/GPU-hour"],
    ],
    ["three digits where those tell them apart", [fee(1.25e9), fee(1.4e9)], ["$1.25B/month", "$1.40B/month"]],
    ["all where three would read alike", [fee(1.25e9), fee(1.2501e9)], ["$1.25B/month", "$1.2501B/month"]],
    ["three of what is the same", [fee(1.2501e9), fee(1.2501e9)], ["$1.25B/month", "$1.25B/month"]],
    ["nothing where there is none", [fee(1.25e9), null, fee(1.2501e9)], ["$1.25B/month", "–", "$1.2501B/month"]],
    [
      "percentages",
      [
        { number: 0.4501, unit: "1", percent: true },
        { number: 0.4502, unit: "1", percent: true },
      ],
      ["45.01%", "45.02%"],
    ],
  ])("have %s", (_, values, want) => expect(comparedTexts(values)).toEqual(want));
});

describe("differences in words", () => {
  it.each([
    [dollars(1e9), dollars(1.5e9), "+$500M"],
    [{ number: 5.122776, unit: "USD/GPU/h" }, { number: 5.119104, unit: "USD/GPU/h" }, "−$0.0037/GPU-hour"],
    [dollars(5), dollars(5 + 1e-12), "$0.00"],
    [{ number: 0.5, unit: "1", percent: true }, { number: 0.4, unit: "1", percent: true }, "−10 points"],
    [{ text: "2026-07", unit: "" }, { text: "2026-12", unit: "" }, "5 months later"],
    [{ text: "2026-07-03", unit: "" }, { text: "2026-07-02", unit: "" }, "1 day earlier"],
    [{ text: "2026-07", unit: "" }, { text: "2026-07", unit: "" }, "the same"],
    [{ unit: "USD" }, dollars(1), ""],
    [undefined, dollars(1), ""],
  ])("%o to %o is %s", (from, to, want) => expect(varianceText(from, to)).toBe(want));

  it.each([
    [dollars(1e9), dollars(1.5e9), 0.5e9],
    [{ text: "2026-07", unit: "" }, { text: "2026-12", unit: "" }, "5 months later"],
    [{ words: "not reached", unit: "" }, { text: "2026-12", unit: "" }, ""],
  ])("%o to %o is %s to be taken away", (from, to, want) => expect(plainVariance(from, to)).toBe(want));

  it("are of values that are taken away as the engine has them", () => {
    expect([dollars(1.5e9), { text: "2026-07", unit: "" }, { words: "not reached", unit: "" }, null, undefined].map(plainValue)).toEqual([
      1.5e9,
      "2026-07",
      "not reached",
      "",
      "",
    ]);
    expect([plainUnit([undefined, { words: "not reached", unit: "" }, dollars(1)]), plainUnit([null])]).toEqual(["USD", ""]);
  });

  it("has no share of nothing", () => {
    expect(shareText(1, 0)).toBe("–");
    expect(shareText(1, 4)).toBe("25%");
    expect(stepText(dollars(-2e6))).toBe("−$2.00M");
  });
});

describe("headline figures", () => {
  it("of a month are absent of a scenario that does not have it", () => {
    const cells = [
      { title: "Operating income", value: { ...dollars(1), row: "operator.operating_income" } },
      { title: "Free cash flow", value: { ...dollars(2), measure: "free_cash_flow.cumulative" } },
    ];
    const shown = (start: string, month: number) => ({ views: [{ cells }] as unknown as ShownView[], start, month });
    const figures = headlines({ shown: [shown("2026-05", 0), shown("2026-10", 0), shown("2026-01", 4)], month: "2026-05" });
    expect(figures.map(({ cells: list }) => list.map((cell) => cell?.value.number))).toEqual([
      [1, undefined, 1],
      [2, 2, 2],
    ]);
  });
});

describe("a headline figure", () => {
  const cell = (title: string, value: object, note?: string) => ({ title, value, ...(note && { note: [{ words: note }] }) });
  const came = (...cells: object[]) => ({ views: [{ cells }] as unknown as ShownView[], start: "2026-05", month: 0 });
  const figures = headlines({
    shown: [
      came(
        cell("Anthropic holds", { number: 325, unit: "GPU", measure: "tenant.gpus" }),
        cell("Free cash flow", { ...dollars(2), measure: "flow" }, "to Apr 2030"),
        cell("Coverage", { number: 1, unit: "1", measure: "cover" }, "lowest"),
      ),
      came(
        cell("Tenants hold", { number: 453, unit: "GPU", measure: "tenant.gpus" }),
        cell("Free cash flow", { ...dollars(3), measure: "flow" }, "to Apr 2031"),
        cell("Coverage", { number: 2, unit: "1", measure: "cover" }, "lowest"),
        cell("Debt", { ...dollars(9), measure: "debt" }, "at most"),
      ),
    ],
    month: "2026-05",
  });

  it("that is called otherwise where there is one tenant is the same one", () =>
    expect(figures.map(({ title, cells: list }) => [title, ...list.map((one) => one?.value.number)])).toEqual([
      ["Anthropic holds / Tenants hold", 325, 453],
      ["Free cash flow", 2, 3],
      ["Coverage", 1, 2],
      ["Debt", undefined, 9],
    ]));
  it("has what goes with it where that differs", () =>
    expect(figures.map(({ cells: list }) => notesApart(list))).toEqual([
      ["", ""],
      ["to Apr 2030", "to Apr 2031"],
      ["", ""],
      ["", ""],
    ]));
});

describe("scenarios of one title", () => {
  it("are told apart by their number", () => {
    const sides = ["Filed deal", "Filed deal, 1 change", "Filed deal, 1 change"].map((title) => ({ title }));
    expect(toldApart(sides).map(({ title }) => title)).toEqual(["Filed deal", "Filed deal, 1 change", "Filed deal, 1 change (2)"]);
  });
});

describe("lines of several scenarios", () => {
  const line = (title: string, row?: string, instances?: string[], name?: string): Line => ({
    title,
    unit: "USD",
    role: "",
    place: 0,
    part: "",
    depth: 0,
    ...(row && { row }),
    ...(instances && { instances }),
    ...(name && { name }),
  });
  const view = (...lines: Line[]) => ({ lines }) as ShownView;

  it("stand in the order of the first, others where they follow there", () => {
    const one = view(line("Revenue", "r", ["x"]), line("A", "f", ["a"], "a"), line("Profit", "p", ["x"]));
    const other = view(line("Revenue", "r", ["x"]), line("A", "f", ["a"], "a"), line("B", "f", ["b"], "b"), line("Profit", "p", ["x"]));
    expect(matchedLines([one, other]).map(({ line: { title }, at }) => [title, ...at])).toEqual([
      ["Revenue", 0, 0],
      ["A", 1, 1],
      ["B", -1, 2],
      ["Profit", 2, 3],
    ]);
    expect(matchedLines([undefined, one])).toHaveLength(3);
  });

  it("are one line where they are of all things of a kind, whichever those are", () => {
    const ground = view(line("Power cost", "site.power_cost", ["memphis"]), line("Costs", "c", ["xai"]));
    const orbit = view(line("Power cost", "site.power_cost", ["starmind"]), line("Costs", "c", ["spacex"]));
    const both = view(line("Power cost", "site.power_cost", ["memphis", "starmind"]), line("Costs", "c", ["spacex"]));
    expect(matchedLines([ground, orbit, both]).map(({ line: { title }, at }) => [title, ...at])).toEqual([
      ["Power cost", 0, 0, 0],
      ["Costs", 1, 1, 1],
    ]);
  });

  it("are absent where a scenario has no such month", () => {
    expect([...aligned([1, 2], 1, 4)]).toEqual([Number.NaN, 1, 2, Number.NaN]);
    expect([...aligned([1, 2, 3], -1, 2)]).toEqual([2, 3]);
  });
});

describe("the way from one figure to another", () => {
  const part = (value: number, whose: AttributionPart["whose"] = "world"): AttributionPart => ({
    paths: [],
    title: `${value}`,
    whose,
    value: dollars(value),
    error: dollars(0),
  });
  const attribution = (parts: AttributionPart[], base = 10): Attribution => ({
    title: "x",
    from: dollars(base),
    to: dollars(0),
    base,
    parts,
    exact: true,
    runs: 1,
  });

  it("goes step by step, and tells small changes together", () => {
    const many = attribution(Array.from({ length: 20 }, (_, at) => part(20 - at, at % 2 ? "world" : "decision")));
    const steps = fallOf(many);
    expect(steps).toHaveLength(12);
    expect(steps.at(-1)!.title).toBe("9 smaller changes");
    expect(steps.reduce((sum, { value }) => sum + value, 0)).toBe(210);
    expect(steps[0]!.from).toBe(0);
    expect(steps.at(-1)!.to).toBe(1);
    for (const [at, { from }] of steps.slice(1).entries()) expect(from).toBeCloseTo(steps[at]!.to, 12);
    const sums = sumsOf(many.parts);
    expect(sums.map(({ whose }) => whose)).toEqual(["world", "decision"]);
    expect(sums[0]!.value + sums[1]!.value).toBe(210);
  });

  it("leaves out what changes nothing", () => expect(fallOf(attribution([part(3), part(0)]))).toHaveLength(1));

  it("comes to the difference that the engine tells", async () => {
    const engine = await realEngine();
    const changes = [
      { path: "lease.anthropic.reduced_months", value: 0 },
      { path: "operator.discount_rate", value: 0.2 },
      { path: "operator.capital_spending", value: 3e9 },
    ];
    askThrough(engine, "open", { as: 1, name: "filed-deal" });
    const { document } = askThrough(engine, "document", { of: 1, changes: [] }).body;
    const { attribution: answer } = askThrough(engine, "attribute", { of: 1, changes, from: document!, figure: "net_present_value" }).body;
    const whole = answer!.difference!.number!;
    expect(fallOf(answer!).reduce((sum, { value }) => sum + value, 0) / whole).toBeCloseTo(1, 9);
    expect(sumsOf(answer!.parts).reduce((sum, { value }) => sum + value, 0) / whole).toBeCloseTo(1, 9);
  });
});

describe("an attribution of many changes", () => {
  const origin = { name: "half-the-data-center" };
  const inputs = ["revenue_growth", "cost_growth", "sofr", "cash_yield", "state_tax_rate", "federal_tax_rate", "discount_rate", "terminal_growth"];
  const changes = new Map<string, unknown>([
    ...inputs.map((input, at) => [`operator.${input}`, 0.021 + at / 1000] as const),
    ["operator.capital_spending", 1e9],
    ["lease.anthropic.share", 0.6],
  ]);

  /** The rounds that are told until there are so many, from one on. */
  async function rounds(comparing: Comparing, from: string, first: number, most: number): Promise<RoundOf[]> {
    const stop = new AbortController();
    const all: RoundOf[] = [];
    const came = (round: RoundOf) => {
      all.push(round);
      if (all.length === most) stop.abort();
    };
    const of = { origin, changes } as Partial<Scenario> as Scenario;
    await comparing.attribution(of, { from, figure: "net_present_value", first }, stop.signal, { progress: () => {}, came });
    return all;
  }

  it("is told from its first samples on, and goes on after the last that was told", async () => {
    const comparing = new Comparing(new Pool(spawn, () => 1));
    const side = { origin, changes: [], title: "", held: undefined };
    const from = (await comparing.document(side, new AbortController().signal))!;
    const all = await rounds(comparing, from, 0, Number.POSITIVE_INFINITY);
    expect(all.map(({ refines }) => refines)).toEqual([true, true, true, false]);
    const runs = all.map(({ attribution }) => attribution.runs);
    expect(runs).toEqual([...new Set(runs)].sort((left, right) => left - right));
    const stopped = await rounds(comparing, from, 0, 2);
    expect(stopped).toEqual(all.slice(0, 2));
    expect(await rounds(comparing, from, 2, Number.POSITIVE_INFINITY)).toEqual(all.slice(2));
  }, 60_000);
});
