// Undo and redo lead through every state that a document had, whatever changed it, and to the same figures.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { catalog } from "../src/catalog";
import { EngineClient } from "../src/engine/client";
import { Pool } from "../src/engine/pool";
import { rangePath } from "../src/paths";
import { changeList } from "../src/state/history";
import { Session } from "../src/state/session";
import { standing } from "../src/state/state";
import { spawn } from "./engine";
import { randomOf } from "./random";
import { few } from "./short";

const STEPS = 16;

beforeEach(() => {
  vi.stubGlobal("location", { hash: "", pathname: "/", search: "" });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("window", { history: { replaceState: () => {} } });
});
afterEach(() => vi.unstubAllGlobals());

/** The document as it stands: what it is of, and every departure from that. */
function documentOf(session: Session): string {
  const { origin, base, changes } = session.store.get().history!.present;
  return JSON.stringify([origin, base.title, changeList(changes)]);
}

/** Once the figures of the present inputs are there, or why there are none. */
async function come(session: Session): Promise<void> {
  await vi.waitFor(() => {
    const state = session.store.get();
    if (state.opening || standing(state) === "awaited") throw new Error("still awaited");
  }, 20_000);
}

/** Whatever changes the document. */
function deeds(session: Session, random: (below: number) => number): (() => unknown)[] {
  const things = (scope: string) => session.store.get().result!.document.instances.filter((thing) => thing.scope === scope);
  const some = (scope: string) => `${scope}.${things(scope)[random(Math.max(1, things(scope).length))]?.name}`;
  const small = JSON.stringify({
    version: 1,
    name: "small",
    title: `Small ${random(9)}`,
    start: "2026-05",
    months: 12,
    site: [{ name: "a" }],
    fleet: [{ name: "f", site: "a", gpus: 1000 }],
    source: [{ name: "g", site: "a", capacity: 10 }],
    lease: [{ name: "l", site: "a" }],
  });
  return [
    () => session.change(`${some("lease")}.share`, random(9) / 10),
    () => session.change("operator.revenue_growth", random(9) / 100, "slide"),
    () => session.endGesture(),
    () => session.changeAll(new Map([["operator.revenue_growth", random(9) / 100] as const, [`${some("lease")}.share`, random(9) / 10] as const])),
    () => session.range([{ path: `${some("lease")}.share`, text: `${20 + random(9)} to ${40 + random(9)} %` }]),
    () => session.makeCertain(`${some("lease")}.share`),
    () => session.reset(`${some("lease")}.share`),
    () => session.resetAll(),
    () => session.add("lease", `Tenant ${random(9)}`, things("site")[0]?.name),
    () => session.remove(some("lease")),
    () => session.rename(some("lease"), `Name ${random(9)}`),
    () => session.change("scenario.months", [24, 36, 48][random(3)]),
    () => session.open({ name: catalog.scenarios[random(3)]!.name }),
    () => session.open({ document: small }),
    () =>
      session.linkNow().then(
        (link) => session.open({ link }),
        () => {},
      ),
  ];
}

it.each(few([1, 4, 6], 1))(
  "undo and redo lead through all that was done, in order %i",
  async (seed) => {
    const random = randomOf(seed);
    const session = new Session(new EngineClient(spawn), new Pool(spawn, () => 1), new Map());
    await session.start(catalog.scenarios[0]!.name);
    await come(session);
    const states = [documentOf(session)];
    const figures = new Map<number, unknown>();
    for (let step = 0; step < STEPS; step++) {
      const before = session.store.get().history!;
      const all = deeds(session, random);
      await all[random(all.length)]!();
      await come(session);
      const now = session.store.get().history!;
      if (now.present === before.present) continue;
      // A drag goes on as the step that it is.
      if (now.past.length === before.past.length) states.pop();
      states.push(documentOf(session));
      figures.set(states.length - 1, session.store.get().resultOf === now.present ? session.store.get().result!.document : undefined);
    }
    expect(states.length).toBeGreaterThan(5);
    let at = states.length - 1;
    const is = async () => {
      await come(session);
      expect(documentOf(session)).toBe(states[at]);
      const { result, resultOf, history } = session.store.get();
      if (resultOf === history!.present && figures.get(at)) expect(result!.document).toEqual(figures.get(at));
    };
    for (let step = 0; step < 12; step++) {
      const back = random(2) === 0;
      if (back) session.undo();
      else session.redo();
      at = Math.max(0, Math.min(states.length - 1, at + (back ? -1 : 1)));
      await is();
    }
    while (at > 0) {
      session.undo();
      at--;
      await is();
    }
    session.undo();
    await is();
    expect(session.store.get().history!.future).toHaveLength(states.length - 1);
    while (at < states.length - 1) {
      session.redo();
      at++;
      await is();
    }
  },
  300_000,
);

it("what is typed into one field is not lost where another is typed into before the engine has answered", async () => {
  const session = new Session(new EngineClient(spawn), new Pool(spawn, () => 1), new Map());
  await session.start(catalog.scenarios[0]!.name);
  await come(session);
  const wanted = [
    { path: "operator.cost_growth", text: "±10 %" },
    { path: "operator.revenue_growth", text: "1 to 2 %" },
  ];
  const wrong = await Promise.all(wanted.map((each) => session.range([each])));
  expect(wrong).toEqual([[undefined], [undefined]]);
  expect([...session.store.get().history!.present.changes.keys()]).toEqual(expect.arrayContaining(wanted.map(({ path }) => rangePath(path))));
});

it("what is typed for a scenario changes none that was opened meanwhile", async () => {
  const session = new Session(new EngineClient(spawn), new Pool(spawn, () => 1), new Map());
  await session.start(catalog.scenarios[0]!.name);
  await come(session);
  const opening = session.open({ name: catalog.scenarios[1]!.name });
  const ranged = session.range([{ path: "operator.revenue_growth", text: "1 to 2 %" }]);
  await Promise.all([opening, ranged]);
  await come(session);
  const { present } = session.store.get().history!;
  expect(present.base.name).toBe(catalog.scenarios[1]!.name);
  expect([...present.changes]).toEqual([]);
});
