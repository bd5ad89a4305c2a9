// What else is said of the answer: asked for once the figures rest, given up when inputs change, and kept with what it is of.
import { expect, it } from "vitest";
import { EngineClient } from "../src/engine/client";
import type { Piece } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import type { Scenario } from "../src/state/history";
import { type AskNeeds, Needing } from "../src/state/needs";
import { Session } from "../src/state/session";
import { BEGINNING, type State } from "../src/state/state";
import { Store } from "../src/state/store";
import { Takes } from "../src/state/takes";
import { needsStanding } from "../src/views/standing";
import { sentenceText } from "../src/views/values";
import { spawn } from "./engine";
import { base } from "./fixture";

const origin = { name: "half-the-data-center" };
const scenario = (changes: [string, unknown][] = []): Scenario => ({ origin, base, changes: new Map(changes) });

/** The state in which the figures of a scenario are there, and those of an open view with more to say. */
function shownOf(present: Scenario): Partial<State> {
  const answer = { views: [{ name: "answer", kind: "answer", takes: true }] };
  return { history: { present } as State["history"], resultOf: present, shown: { scenario: present, answer } as unknown as State["shown"] };
}

/** A store, and what is asked of it, in order. */
function needing() {
  const store = new Store<State>(BEGINNING);
  const asked: { scenario: Scenario; signal: AbortSignal; settle(pieces: Piece[][] | undefined): void }[] = [];
  const rests: (() => void)[] = [];
  const ask: AskNeeds = (of, _, signal) => new Promise((settle) => asked.push({ scenario: of, signal, settle }));
  const one = new Needing(ask, store, (task) => {
    rests.push(task);
    return () => rests.splice(rests.indexOf(task), rests.includes(task) ? 1 : 0);
  });
  const rest = () => {
    for (const task of rests.splice(0)) task();
  };
  return { store, asked, rest, one };
}

const nowhere = { watch: () => {}, write: () => {}, clear: () => {}, takeUnsaved: () => undefined };

function sessionOf(pool: Pool): Session {
  return new Session(new EngineClient(spawn), pool, new Map(), nowhere);
}

const words = (text: string): Piece[][] => [[{ words: text }]];
const settled = () => new Promise((done) => setTimeout(done));

it("is asked once the page rests, of the last inputs alone", async () => {
  const { store, asked, rest } = needing();
  rest();
  expect(asked).toHaveLength(0);
  const [first, second] = [scenario(), scenario([["lease.anthropic.price", 3]])];
  store.update(shownOf(first));
  store.update({ history: { present: second } as State["history"] });
  store.update(shownOf(second));
  rest();
  expect(asked.map((one) => one.scenario)).toEqual([second]);
  expect(needsStanding(store.get())).toBe("awaited");
  asked[0]!.settle(words("It."));
  await settled();
  expect(store.get().needs?.sentences).toEqual(words("It."));
  expect(needsStanding(store.get())).toBe("current");
});

it("is given up at once when inputs change, and what was said stays with what it is of", async () => {
  const { store, asked, rest, one } = needing();
  const first = scenario();
  store.update(shownOf(first));
  rest();
  asked[0]!.settle(words("First."));
  await settled();
  const second = scenario([["lease.anthropic.price", 3]]);
  store.update(shownOf(second));
  rest();
  const third = scenario([["lease.anthropic.price", 4]]);
  store.update({ history: { present: third } as State["history"] });
  expect(asked[1]!.signal.aborted).toBe(true);
  asked[1]!.settle(words("Late."));
  await settled();
  expect(store.get().needs?.sentences).toEqual(words("First."));
  expect(needsStanding(store.get())).toBe("awaited");
  // Back at the first nothing is asked: it is there.
  store.update(shownOf({ ...first }));
  rest();
  expect(asked).toHaveLength(2);
  expect(needsStanding(store.get())).toBe("current");
  one.end();
  store.update(shownOf(third));
  rest();
  expect(asked).toHaveLength(2);
});

it("is asked again, once the page rests, where it gave way to something else", async () => {
  const { store, asked, rest } = needing();
  store.update(shownOf(scenario()));
  rest();
  asked[0]!.settle(undefined);
  await settled();
  expect(asked).toHaveLength(1);
  rest();
  asked[1]!.settle(words("It."));
  await settled();
  expect(store.get().needs?.sentences).toEqual(words("It."));
});

it("gives way to what else the engines are asked, and comes after it", async () => {
  const never = new AbortController().signal;
  const pool = new Pool(spawn, () => 1);
  const takes = new Takes(pool);
  const order: string[] = [];
  const needs = sessionOf(pool)
    .needs(scenario(), "answer", never)
    .then((told) => order.push(told ? "needs" : "needs gave way"));
  const measures = takes.measures(scenario(), never).then(() => order.push("measures"));
  await Promise.all([needs, measures]);
  expect(order[0]).not.toBe("needs");
  expect(order).toContain("measures");
}, 60_000);

it("is told by the engine, each value in all its digits beside what it is now", async () => {
  const never = new AbortController().signal;
  const seats = [1, 0];
  const [told, ofEmbed] = await Promise.all(seats.map((count) => sessionOf(new Pool(spawn, () => count)).needs(scenario(), "answer", never)));
  expect(ofEmbed).toEqual(told);
  if (!Array.isArray(told)) throw new Error(JSON.stringify(told));
  const texts = told.map(sentenceText);
  expect(texts[0]).toMatch(/^With the capacity that is let alone, now 50%, .* would break even in some month at [\d.]+%/);
  expect(texts[1]).toMatch(/^With the price per GPU-hour alone, now \$2\.42\/GPU-hour, .* would break even in some month at \$[\d.]+\/GPU-hour/);
}, 60_000);
