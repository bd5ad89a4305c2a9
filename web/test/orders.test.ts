// Whatever the order of questions and answers, and however late, lost, repeated or failed they are: what is shown is what the engine
// says for the inputs beside it.
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { EngineClient, isRefused, type ShownView } from "../src/engine/client";
import type { Origin, Spawn } from "../src/engine/engine";
import type { Document, FromWorker, RunAnswer, ToWorker } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import { askThrough, Desk, type EngineGlobal } from "../src/engine/runtime";
import { monthsBetween } from "../src/format";
import { changeList, type Scenario } from "../src/state/history";
import { Session } from "../src/state/session";
import { type State, standing } from "../src/state/state";
import { PINNED } from "../src/views/places";
import { viewStanding } from "../src/views/standing";
import { realEngine } from "./engine";
import { randomOf } from "./random";
import { few } from "./short";

const NAMES = ["half-the-data-center", "no-deal", "power-capped"];
const SEQUENCES = 24;
const STEPS = 40;

let serving: EngineGlobal;
let judge: EngineGlobal;
const judged = new Map<string, Judged>();

/** What the engine says, read the plain way, without what the client keeps. */
interface Judged {
  problems?: unknown;
  /** As it was opened, and with the changes. */
  base: Document;
  document?: Document;
  said: RunAnswer;
  numbers: number[];
}

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

/** What the engine says for a scenario when it is asked nothing else, with these views in a month. */
function truth({ origin, changes }: Scenario, open: State["open"] = new Map(), month = 0): Judged {
  const request = { changes: changeList(changes), views: Array.from(open, ([name, by]) => ({ name, by })), month, floor: true };
  const key = JSON.stringify([origin, request]);
  let known = judged.get(key);
  if (!known) {
    const base = askThrough(judge, "open", { as: 1, ...origin }).body.document!;
    const { body, numbers } = askThrough(judge, "run", { of: 1, ...request });
    known = {
      base,
      said: body,
      numbers: Array.from(numbers ?? []),
      ...(body.problems ? { problems: body.problems } : { document: read(base, body) }),
    };
    judged.set(key, known);
  }
  return known;
}

function read(base: Document, body: RunAnswer): Document {
  const { instances = base.instances, ...rest } = body.document!;
  const isThere = (path: string) => instances.some(({ scope, name }) => path.startsWith(`${scope}.${name}.`) || path.startsWith("operator."));
  const values = Object.fromEntries(Object.entries({ ...base.values, ...rest.values }).filter(([path]) => isThere(path)));
  return { ...rest, instances, values, levers: base.levers };
}

/** An engine far away: what it says arrives when the test has it arrive, or twice, or never. */
function farEngine(engine: EngineGlobal) {
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
    // That an engine is ready is no answer: one that is slow to come is waited for, however long.
    lose: () => void (toPage[0] && "ready" in toPage[0] ? undefined : toPage.shift()),
    crash: () => arrive({ fatal: "planted" }),
  };
}

function check(state: State): void {
  const { history, result, resultOf, baseline, problemsOf, problems, shown } = state;
  if (!history || !result || !resultOf) return;
  expect(resultOf.origin).toBe(history.present.origin);
  expect(baseline!.origin).toBe(history.present.origin);
  const said = truth(resultOf);
  expect(baseline!.document).toEqual(said.base);
  expect(result.document).toEqual(said.document);
  expect(result.months).toHaveLength(said.document!.months);
  expect(result.months[0]).toBe(said.document!.start);
  if (problemsOf === history.present && problems.every(({ path }) => path)) expect(problems).toEqual(truth(history.present).problems);
  checkViews(shown!, resultOf);
}

/** The views are what the engine says of their scenario and month, which is that of the result. */
function checkViews({ scenario, month, open, answer }: NonNullable<State["shown"]>, resultOf: Scenario): void {
  expect(scenario).toBe(resultOf);
  const { said, numbers } = truth(scenario, open, month);
  expect(answer.month).toBe(month);
  expect(answer.available).toEqual(said.heads!.available);
  expect(bare(answer.views)).toEqual(said.views);
  for (const { by, periods } of answer.views) expect(periods).toEqual(said.heads!.periods[by]);
  const lines = answer.views.flatMap(({ values }) => values.flatMap((line) => Array.from(line)));
  expect(lines).toEqual(numbers.slice(0, lines.length));
}

/** Views as the engine tells them. */
function bare(views: readonly ShownView[]) {
  return views.map(({ values: _values, periods: _periods, ...view }) => view);
}

/** A plan is what the engine says for its scenario, which is of the base that is shown, and that of what is shown once it is there. */
function checkFloor({ floor }: State): void {
  if (!floor || "problem" in floor) return;
  const { said, numbers } = truth(floor.scenario);
  expect(floor.plan.head).toBe(said.plan!.head);
  expect(Array.from(floor.plan.numbers)).toEqual(numbers);
}

/** What is compared with is what the engine says of the base. */
function checkBase({ shown, shownBase, baseline }: State): void {
  if (!shown || !shownBase || !baseline || shownBase.origin !== shown.scenario.origin) return;
  const asked = new Map(Array.from(PINNED).filter(([name]) => shownBase.asked.has(name)));
  const { said } = truth(
    { ...shown.scenario, changes: new Map() },
    asked,
    Math.max(monthsBetween(baseline.document.start, shownBase.calendarMonth), 0),
  );
  expect(bare(shownBase.answer.views)).toEqual(said.views);
}

function checkLink({ history, link, linkOf }: State): void {
  if (!link || linkOf?.scenario !== history?.present) return;
  const { body } = askThrough(judge, "open", { as: 2, link });
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
    askThrough(judge, "open", { as: 3, ...scenario.origin });
    expect(answer).toEqual(askThrough(judge, "explain", { of: 3, changes: changeList(scenario.changes), ...question }).body.explanation);
  };
  return [
    () => session.change("operator.revenue_growth", random(4) / 10, "slide"),
    () => session.change("operator.revenue_growth", random(4) / 10, "slide"),
    () => session.change("operator.depreciate_new_capital", random(2) === 1),
    () => session.change("scenario.months", [24, 36, 60][random(3)]),
    () => session.change("scenario.start", ["2026-03", "2026-05", "2026-09"][random(3)]),
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
    () => session.takeBack(),
    () => session.look({ month: random(12) }),
    () => void session.open(origins[random(origins.length)]!),
    () => void session.open({ link: "#s=1.torn" }),
    () => void session.linkNow().catch(() => {}),
    () => void session.document(),
    () => void because(),
  ];
}

it.each(
  few(
    Array.from({ length: SEQUENCES }, (_, seed) => seed),
    3,
  ),
)(
  "in order %i",
  async (seed) => {
    const random = randomOf(seed + 1);
    const far = farEngine(serving);
    const session = new Session(new EngineClient(far.spawn), new Pool(far.spawn, () => 1), PINNED);
    void session.start(NAMES[0]!);
    const people = acts(session, random);
    const world = [far.deliver, far.deliver, far.deliver, far.deliver, () => far.repeat(random(50)), far.lose, far.crash];
    let reached: Scenario | undefined;
    let hadFloor: Scenario | undefined;
    session.openFloor(true);
    for (let step = 0; step < STEPS; step++) {
      if (random(3) === 0) people[random(people.length)]!();
      // An engine that is lost more than now and then is given up, which is another test's matter.
      else await world[random(random(8) === 0 ? world.length : 5)]!();
      await vi.advanceTimersByTimeAsync(random(4) === 0 ? 400 : 1);
      const state = session.store.get();
      check(state);
      checkLink(state);
      checkFloor(state);
      checkBase(state);
      if (hadFloor && hadFloor === state.resultOf) expect(state.floor?.scenario, "an older plan took the place of the present one").toBe(hadFloor);
      hadFloor = state.floor?.scenario === state.resultOf ? state.resultOf : undefined;
      // What was reached is not left again for something older.
      if (reached === state.history?.present) expect(standing(state)).toBe("current");
      reached = standing(state) === "current" ? state.history?.present : undefined;
    }
    for (let turn = 0; turn < 60; turn++) {
      await far.deliver();
      // Long enough for the link to be written, and for a lost answer to be missed.
      await vi.advanceTimersByTimeAsync(turn % 10 === 0 ? 70_000 : 400);
    }
    const state = session.store.get();
    check(state);
    checkLink(state);
    checkFloor(state);
    checkBase(state);
    expect(state.floor?.scenario).toBe(state.resultOf);
    expect(state.opening).toBe(false);
    if (state.shown)
      for (const { name } of state.shown.answer.views) if (standing(state) === "current") expect(viewStanding(state, name), name).toBe("current");
    if (state.history)
      expect(standing(state)).toBe(truth(state.history.present).problems || state.problems.some(({ path }) => !path) ? "refused" : "current");
  },
  300_000,
);
