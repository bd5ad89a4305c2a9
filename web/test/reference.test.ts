import { describe, expect, it, vi } from "vitest";
import { EngineClient } from "../src/engine/client";
import type { Entry, Instance } from "../src/engine/messages";
import { entryValues, type Reference, referenceOf } from "../src/engine/reference";
import { chapters, found } from "../src/page/referencelist";
import { askForReference, referenceStanding } from "../src/state/reference";
import type { State } from "../src/state/state";
import { Store } from "../src/state/store";
import { native, referenced } from "./engine";
import { document, fakeSpawn, opened, settle } from "./fixture";

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  is: "row",
  name: id,
  scope: id.split(".")[0]!,
  group: "Group",
  title: id.split(".")[1]!.replaceAll("_", " "),
  unit: "USD",
  kind: "flow",
  numbered: true,
  note: "",
  ...more,
});

const thing = (scope: string, name: string): Instance => ({ scope, name, title: name.toUpperCase(), parent: "" });
const THINGS = [thing("operator", "operator"), thing("lease", "a"), thing("lease", "b")];
const ENTRIES = [
  entry("lease.fee"),
  entry("operator.cash", { percent: true, unit: "1" }),
  entry("lease.end", { numbered: false, unit: "month" }),
  entry("tranche.owed"),
];
const ANSWER = { things: THINGS, values: [{ entry: "lease.end", thing: "b", value: { unit: "month", text: "2027-01" } }] };

describe("values", () => {
  const reference = referenceOf(ENTRIES, ANSWER, new Float64Array([1, Number.NaN, 0.5]))!;
  const of = (at: number) => entryValues(reference, ENTRIES[at]!, "2026-06").map(({ thing: { name }, value }) => [name, value.number ?? value.text]);

  it("are one of each thing of the entry's scope, absent where there is none", () => {
    expect(of(0)).toEqual([
      ["a", 1],
      ["b", undefined],
    ]);
    expect(of(1)).toEqual([["operator", 0.5]]);
    expect(of(2)).toEqual([["b", "2027-01"]]);
    expect(of(3)).toEqual([]);
  });

  it("say how they read and whom to ask why", () => {
    const [only] = entryValues(reference, ENTRIES[1]!, "2026-06");
    expect(only!.value).toEqual({ number: 0.5, unit: "1", percent: true, row: "operator.cash", instances: ["operator"], month: "2026-06" });
  });

  it("are refused where there are more or fewer than the entries take", () => {
    expect(referenceOf(ENTRIES, ANSWER, new Float64Array(2))).toBeUndefined();
    expect(referenceOf(ENTRIES, ANSWER, new Float64Array(4))).toBeUndefined();
  });
});

describe("the search", () => {
  const list = [
    entry("operator.current_tax"),
    entry("lease.rent", { unit: "USD/MW" }),
    entry("measure.debt.dscr.minimum", { title: "Lowest DSCR", name: "debt.dscr.minimum", unit: "1" }),
    entry("site.load", { unit: "MW", note: "What rental brings." }),
  ];
  const ids = (query: string) => found(list, query).entries.map(({ id }) => id);

  it("finds by the beginnings of words of title and name, all of them", () => {
    expect(ids("rent")).toEqual(["lease.rent"]);
    expect(ids("DSCR lowest")).toEqual(["measure.debt.dscr.minimum"]);
    expect(ids("dscr rent")).toEqual([]);
    expect(ids("  ")).toHaveLength(list.length);
    expect(ids("debt.dscr")).toEqual(["measure.debt.dscr.minimum"]);
  });

  it("finds by unit, as it is written and in words", () => {
    expect(ids("usd/mw")).toEqual(["lease.rent"]);
    expect(ids("mw")).toEqual(["lease.rent", "site.load"]);
    expect(ids("$/mw")).toEqual(["lease.rent"]);
  });

  it("looks in the notes for what stands nowhere else, and says so", () => {
    expect(found(list, "rental")).toEqual({ entries: [list[3]], inNotes: true });
    expect(found(list, "rent").inNotes).toBe(false);
  });
});

describe("the engine's own reference", () => {
  it("stands in chapters, each entry once, and leads from every name to an entry", async () => {
    const { entries } = await referenced("half-the-data-center", 0);
    const listed = chapters(entries).flatMap(({ groups }) => groups.flatMap((group) => group.entries));
    expect(listed.length).toBe(entries.length);
    expect(new Set(listed).size).toBe(entries.length);
    const ids = new Set(entries.map(({ id }) => id));
    const named = entries.flatMap(({ formula = [], when = [], read_by = [] }) => [
      ...[...formula, ...when].flatMap((part) => part.entry ?? []),
      ...read_by,
    ]);
    expect(named.length).toBeGreaterThan(1000);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("finds what analysts ask for", async () => {
    const { entries } = await referenced("half-the-data-center", 0);
    for (const query of ["dscr", "EBITDA", "rent", "MW", "free cash flow", "PUE"]) {
      const { entries: some } = found(entries, query);
      expect(some.length, query).toBeGreaterThan(0);
      expect(some.length, query).toBeLessThan(entries.length / 3);
    }
  });

  it("has the command line's values in a month, of every row that it knows", async () => {
    const month = 9;
    const answer = await referenced("take-or-pay", month);
    const { rows, months } = native("take-or-pay", ["*"]);
    const byRow = new Map(rows.map((row) => [`${row.name}@${row.instance}`, row.values[month]]));
    let compared = 0;
    for (const each of answer.entries) {
      if (each.is !== "row" || !each.numbered) continue;
      for (const { thing: of, value } of entryValues(answer, each, months[month]!)) {
        expect(value.number ?? null, `${each.id}@${of.name}`).toBe(byRow.get(`${each.id}@${of.name}`));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(400);
  });
});

describe("asking", () => {
  it("brings the entries once for a scenario, whatever is changed in it", async () => {
    const { spawn, newest } = fakeSpawn();
    const client = new EngineClient(spawn);
    const origin = { name: "small" };
    const asked = async (month: number, body: object) => {
      const coming = client.reference(origin, [], month);
      await settle();
      if (newest().asked.at(-1)!.kind === "open") newest().answer(opened);
      await settle();
      const { kind, request } = newest().asked.at(-1)!;
      newest().answer(body, new Float64Array([1]));
      return { kind, request, answer: (await coming) as Reference };
    };
    const answer = { things: document.instances };
    const first = await asked(0, { ...answer, entries: [entry("operator.cash")] });
    expect([first.kind, first.request["entries"]]).toEqual(["reference", true]);
    const second = await asked(1, answer);
    expect([second.request["entries"], second.request["month"]]).toEqual([false, 1]);
    expect(second.answer.entries).toBe(first.answer.entries);
  });

  const origin = { name: "small" };
  const scenario = (changes: [string, unknown][] = []) => ({ origin, base: opened.base, changes: new Map(changes) });
  const stateOf = (of: ReturnType<typeof scenario>, month: number) =>
    ({ history: { present: of }, resultOf: of, view: { month }, reference: undefined, problemsOf: undefined }) as unknown as State;

  it("keeps what belongs to the inputs and the month, and marks what does not", async () => {
    const [one, other] = [scenario(), scenario([["a", 1]])];
    const store = new Store(stateOf(one, 2));
    const answer = {} as Reference;
    const reference = vi.fn(async () => answer);
    const client = { reference } as unknown as EngineClient;
    await askForReference(store, client);
    expect(referenceStanding(store.get())).toBe("current");
    await askForReference(store, client);
    expect(reference).toHaveBeenCalledTimes(1);
    store.update({ view: { month: 3 } });
    expect(referenceStanding(store.get())).toBe("awaited");
    store.update({ view: { month: 2 }, history: { present: other } as unknown as State["history"] & object });
    expect(referenceStanding(store.get())).toBe("awaited");
    store.update({ problemsOf: other });
    expect(referenceStanding(store.get())).toBe("refused");
  });

  it("passes over what comes of another base, and what comes late", async () => {
    const [one, other] = [scenario(), scenario([["a", 1]])];
    const store = new Store(stateOf(one, 0));
    let answered: (answer: Reference) => void = () => {};
    const client = { reference: () => new Promise((settled) => (answered = settled)) } as unknown as EngineClient;
    const late = askForReference(store, client);
    const answerLate = answered;
    store.update({ resultOf: other });
    const newer = askForReference(store, client);
    answered({ numbers: new Float64Array() } as Reference);
    await newer;
    answerLate({} as Reference);
    await late;
    expect(store.get().reference?.scenario).toBe(other);
    store.update({ reference: undefined, resultOf: other });
    const old = askForReference(store, client);
    store.update({ resultOf: { ...other, origin: { name: "another" } } });
    answered({} as Reference);
    await old;
    expect(store.get().reference).toBeUndefined();
  });

  it("tells why there is none", async () => {
    const client = { reference: async () => ({ problems: [{ path: "", message: "No rows." }] }) } as unknown as EngineClient;
    await expect(askForReference(new Store(stateOf(scenario(), 0)), client)).rejects.toThrow("No rows.");
  });
});
