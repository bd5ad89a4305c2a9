// Whatever the order of questions and answers, and however late, lost, repeated or failed they are: what is shown is what the engine
// says for the inputs beside it.
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { EngineClient, isRefused, type Origin, type Result, type Spawn } from "../src/engine/client";
import type { FromWorker, ToWorker } from "../src/engine/messages";
import { Desk } from "../src/engine/runtime";
import { changeList, type Scenario } from "../src/state/history";
import { Session, type State, standing } from "../src/state/session";
import { PINNED } from "../src/views/places";
import { viewStanding } from "../src/views/standing";
import { ask, type Engine, realEngine } from "./engine";

const ROWS = ["operator.*", "lease.fee_billed", "site.gpus_usable"];
const NAMES = ["half-the-data-center", "no-deal", "power-capped"];
const SEQUENCES = 24;
const STEPS = 40;

/** Numbers that look random and are the same at every run (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

let serving: Engine;
let judge: Engine;
const floors = new Map<string, { head: string; numbers: Buffer }>();
const judged = new Map<string, { result?: Result; problems?: unknown }>();

beforeAll(async () => {
  serving = await realEngine();
  judge = await realEngine();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.stubGlobal("location", { hash: "", pathname: "/", search: "" });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("window", { history: { replaceState: () => {} } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the engine says for a scenario when it is asked nothing else. */
function truth({ origin, changes }: Scenario) {
  const key = JSON.stringify([origin, changeList(changes)]);
  let known = judged.get(key);
  if (!known) {
    const opened = ask(judge, "open", { as: 1, ...origin, rows: ROWS }).body;
    const { body, numbers } = ask(judge, "run", { of: 1, changes: changeList(changes), forms: [] });
    known = body.problems ? { problems: body.problems } : { result: read(opened.document!, body, numbers!) };
    judged.set(key, known);
  }
  return known;
}

/** An answer read the plain way, without what the client keeps. */
function read(base: Result["document"], body: ReturnType<typeof ask<"run">>["body"], numbers: Float64Array): Result {
  const form = body.form!;
  const { instances = base.instances, ...rest } = body.document!;
  const isThere = (path: string) => instances.some(({ scope, name }) => path.startsWith(`${scope}.${name}.`) || path.startsWith("operator."));
  const values = Object.fromEntries(Object.entries({ ...base.values, ...rest.values }).filter(([path]) => isThere(path)));
  const measures = Object.fromEntries(form.measures.map((head, at) => [head.name, { ...head, value: body.measures![at]! }]));
  return { table: form, document: { ...rest, instances, values }, measures, numbers };
}

/** An engine far away: what it says arrives when the test has it arrive, or twice, or never. */
function farEngine(engine: Engine) {
  let arrive: (message: FromWorker) => void = () => {};
  const toEngine: ToWorker[] = [];
  const toPage: FromWorker[] = [];
  const past: FromWorker[] = [];
  let desk = new Desk(engine, (message) => toPage.push(message));
  const spawn: Spawn = async (receive) => {
    arrive = receive;
    toEngine.length = toPage.length = 0;
    desk = new Desk(engine, (message) => toPage.push(message));
    toPage.push({ ready: true });
    return { post: (message) => void toEngine.push(message), terminate: () => {} };
  };
  return {
    spawn,
    isIdle: () => toEngine.length === 0 && toPage.length === 0,
    async deliver(): Promise<void> {
      for (const message of toEngine.splice(0)) if (!("start" in message)) desk.receive(message);
      await vi.advanceTimersByTimeAsync(60);
      const message = toPage.shift();
      if (!message) return;
      past.push(message);
      arrive(message);
    },
    repeat: (which: number) => past.length > 0 && arrive(past[which % past.length]!),
    lose: () => void toPage.shift(),
    crash: () => arrive({ fatal: "planted" }),
  };
}

function check(state: State): void {
  const { history, result, resultOf, baseline, problemsOf, problems, shown } = state;
  if (!history || !result || !resultOf) return;
  expect(resultOf.origin).toBe(history.present.origin);
  expect(baseline!.origin).toBe(history.present.origin);
  if (shown) expect(shown.scenario.origin).toBe(history.present.origin);
  same(baseline!.result, truth({ ...history.present, changes: new Map() }).result!);
  same(result, truth(resultOf).result!);
  if (problemsOf === history.present && problems.every(({ path }) => path)) expect(problems).toEqual(truth(history.present).problems);
  const asBase = history.present.changes.size === 0;
  if (asBase && standing(state) === "current") same(result, baseline!.result);
}

/** A plan is what the engine says for its scenario, which is of the base that is shown, and that of what is shown once it is there. */
function checkFloor({ floor }: State): void {
  if (!floor || "problem" in floor) return;
  const { origin, changes } = floor.scenario;
  const key = `floor ${JSON.stringify([origin, changeList(changes)])}`;
  let said = floors.get(key);
  if (!said) {
    ask(judge, "open", { as: 4, ...origin, rows: ROWS });
    const { body, numbers } = ask(judge, "plan", { of: 4, changes: changeList(changes) });
    said = { head: body.head!, numbers: Buffer.from(numbers!.buffer) };
    floors.set(key, said);
  }
  expect(floor.plan.head).toBe(said.head);
  expect(Buffer.from(Float64Array.from(floor.plan.numbers).buffer).equals(said.numbers)).toBe(true);
}

function same(shown: Result, said: Result): void {
  if (shown === said) return;
  expect(shown.table).toEqual(said.table);
  expect(shown.measures).toEqual(said.measures);
  expect(shown.document).toEqual(said.document);
  expect(Buffer.from(shown.numbers.buffer).equals(Buffer.from(said.numbers.buffer))).toBe(true);
}

function checkLink({ history, link, linkOf }: State): void {
  if (!link || linkOf?.scenario !== history?.present) return;
  const { body } = ask(judge, "open", { as: 2, link, rows: ROWS });
  expect(body.changes ?? []).toEqual(changeList(history!.present.changes));
  expect(body.base!.name).toBe(history!.present.base.name);
}

/** What a person may do at any time. */
function acts(session: Session, random: (below: number) => number): (() => void)[] {
  const present = () => session.store.get().history?.present;
  const isOpen = () => session.store.get().result !== undefined;
  const origins: Origin[] = NAMES.map((name) => ({ name }));
  const because = async () => {
    const scenario = present();
    if (!scenario || standing(session.store.get()) !== "current") return;
    const question = {
      row: "operator.operating_income",
      instances: ["operator"],
      month: random(3),
      by: (["month", "quarter", "year"] as const)[random(3)]!,
    };
    const answer = await session.explanation(question, new AbortController().signal);
    if (!answer || isRefused(answer)) return;
    ask(judge, "open", { as: 3, ...scenario.origin, rows: ROWS });
    expect(answer).toEqual(ask(judge, "explain", { of: 3, changes: changeList(scenario.changes), ...question }).body.explanation);
  };
  return [
    () => session.change("operator.revenue_growth", random(4) / 10, "slide"),
    () => session.change("operator.revenue_growth", random(4) / 10, "slide"),
    () => session.change("operator.depreciate_new_capital", random(2) === 1),
    () => session.change("scenario.months", [24, 36, 60][random(3)]),
    () => session.change("operator.cost_growth", 99), // refused
    () =>
      isOpen() && void session.add("lease", "New lease", session.store.get().result!.document.instances.find(({ scope }) => scope === "site")?.name),
    () =>
      isOpen() &&
      session.store
        .get()
        .result!.document.instances.filter(({ scope }) => scope === "lease")
        .slice(0, 1)
        .forEach(({ name }) => void session.remove(`lease.${name}`)),
    () => session.reset("operator.revenue_growth"),
    () => session.resetAll(),
    () => session.undo(),
    () => session.undo(),
    () => session.redo(),
    () => session.look({ month: random(12) }),
    () => void session.open(origins[random(origins.length)]!),
    () => void session.open({ link: "#s=1.torn" }),
    () => void session.linkNow().catch(() => {}),
    () => void session.document(),
    () => void because(),
  ];
}

it.each(Array.from({ length: SEQUENCES }, (_, seed) => seed))(
  "in order %i",
  async (seed) => {
    const random = randomOf(seed + 1);
    const far = farEngine(serving);
    const session = new Session(new EngineClient(far.spawn, ROWS), PINNED);
    void session.start(NAMES[0]!);
    const people = acts(session, random);
    const world = [far.deliver, far.deliver, far.deliver, far.deliver, () => far.repeat(random(50)), far.lose, far.crash];
    let reached: Scenario | undefined;
    let hadFloor: Scenario | undefined;
    let floorOf: Scenario | undefined;
    session.store.watch(() => {
      // As the scene does whenever other figures are shown.
      const { resultOf } = session.store.get();
      if (resultOf === floorOf) return;
      floorOf = resultOf;
      void session.showFloor();
    });
    for (let step = 0; step < STEPS; step++) {
      if (random(3) === 0) people[random(people.length)]!();
      // An engine that is lost more than now and then is given up, which is another test's matter.
      else await world[random(random(8) === 0 ? world.length : 5)]!();
      await vi.advanceTimersByTimeAsync(random(4) === 0 ? 400 : 1);
      const state = session.store.get();
      check(state);
      checkLink(state);
      checkFloor(state);
      if (hadFloor && hadFloor === state.resultOf) expect(state.floor?.scenario, "an older plan took the place of the present one").toBe(hadFloor);
      hadFloor = state.floor?.scenario === state.resultOf ? state.resultOf : undefined;
      // What was reached is not left again for something older.
      if (reached === state.history?.present) expect(standing(state)).toBe("current");
      reached = standing(state) === "current" ? state.history?.present : undefined;
    }
    for (let turn = 0; turn < 60; turn++) {
      await far.deliver();
      // Long enough for the link to be written, and for a lost answer to be missed.
      await vi.advanceTimersByTimeAsync(turn % 10 === 0 ? 25_000 : 400);
    }
    const state = session.store.get();
    check(state);
    checkLink(state);
    checkFloor(state);
    expect(state.floor?.scenario).toBe(state.resultOf);
    expect(state.opening).toBe(false);
    if (state.shown)
      for (const { name } of state.shown.answer.views) if (standing(state) === "current") expect(viewStanding(state, name), name).toBe("current");
    if (state.history)
      expect(standing(state)).toBe(truth(state.history.present).problems || state.problems.some(({ path }) => !path) ? "refused" : "current");
  },
  300_000,
);
