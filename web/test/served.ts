// A page whose engine answers when it is told to, with the browser's address, reload and storage as the test has them.
import { afterEach, beforeEach, vi } from "vitest";
import { EngineClient } from "../src/engine/client";
import type { RunAnswer } from "../src/engine/messages";
import { Pool } from "../src/engine/pool";
import { Session } from "../src/state/session";
import { type FakeEngine, fakeSpawn, opened, run, settle } from "./fixture";

export const path = "lease.tenant.share";
/** The numbers of an answer: those of its lines, and those of its plan. */
export const LINES = [1, 2, 3];
export const PLAN = [4, 9, 5];

/** What the browser around the page has and does. */
export const around = {
  stored: null as string | null,
  navigation: "navigate",
  listeners: {} as { [type: string]: () => void },
  replaced: vi.fn<(data: unknown, title: string, address: string) => void>(),
};

beforeEach(() => {
  vi.useFakeTimers();
  around.listeners = {};
  around.replaced.mockReset();
  around.stored = null;
  around.navigation = "navigate";
  vi.stubGlobal("location", { hash: "", pathname: "/page", search: "" });
  vi.stubGlobal("addEventListener", (type: string, listener: () => void) => (around.listeners[type] = listener));
  vi.stubGlobal("sessionStorage", {
    getItem: () => around.stored,
    setItem: (_: string, text: string) => (around.stored = text),
    removeItem: () => (around.stored = null),
  });
  vi.stubGlobal("performance", { now: () => 0, getEntriesByType: () => [{ type: around.navigation }] });
  vi.stubGlobal("window", { history: { replaceState: around.replaced } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Answers what the engine is asked until nothing more is. */
export async function serve(engine: () => FakeEngine, answers: { [kind: string]: unknown }): Promise<void> {
  let answered = 0;
  for (let turn = 0; turn < 20; turn++) {
    await settle();
    const last = engine().asked.at(-1);
    if (!last || last.id === answered) continue;
    answered = last.id;
    const body = answers[last.kind];
    if (last.kind === "run") engine().answer(...answerTo(last.request, body as Partial<RunAnswer>));
    else engine().answer(body);
  }
}

/** The month and the floor of an answer are those asked for; where no month is, one begins to look in the second. */
function answerTo({ month = 1, floor }: { [name: string]: unknown }, { plan, ...body }: Partial<RunAnswer>): [unknown, Float64Array?] {
  if (body.problems) return [body];
  const answer = { ...body, month: Math.min(month as number, 2) };
  const lines = body.views?.some(({ lines }) => lines) ? LINES : [];
  return floor ? [{ ...answer, plan }, Float64Array.from([...lines, ...(plan?.head ? PLAN : [])])] : [answer, Float64Array.from(lines)];
}

/** A run that has something to tell it from others. */
export const otherRun = { ...run, views: [{ ...run.views[0]!, title: "Other" }] };

export const ANSWERS = { open: opened, run, link: { fragment: "#s=1.a.b" } };

export async function started(answers: { [kind: string]: unknown } = ANSWERS) {
  const fake = fakeSpawn();
  const session = new Session(new EngineClient(fake.spawn), new Pool(fake.spawn, () => 1));
  void session.start("small");
  await serve(fake.newest, answers);
  return { session, ...fake };
}
