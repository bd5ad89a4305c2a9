// A small scenario and a made-up engine for unit tests. Its figures mean nothing.
import type { ShownView, Wishes } from "../src/engine/client";
import type { Port, Spawn } from "../src/engine/engine";
import type { Base, FromWorker, Line, Period, RunAnswer, ToWorker, View } from "../src/engine/messages";

export const base: Base = { name: "small", title: "Small", about: "", as_of: "2026-07", hash: "0", shipped: true };

export const document = {
  start: "2026-05",
  months: 3,
  instances: [
    { scope: "operator", name: "operator", title: "", parent: "" },
    { scope: "lease", name: "tenant", title: "Tenant", parent: "site" },
  ],
  values: { "lease.tenant.share": { value: 0.5, given: true, assumption: false } },
  levers: ["lease.tenant.share"],
};

/** What the engine answers when it is asked to open it. */
export const opened = { base, view: {}, document };

/** What it is asked of a run, where that does not matter. */
export const wishes: Wishes = { views: [{ name: "money", by: "month" }], month: 1, floor: true };

const months = ["2026-05", "2026-06", "2026-07"];

/** What it answers to a run of it: a line of three numbers, and a plan that takes what is left. */
export const run = {
  document: { start: "2026-05", months: 3, values: {} },
  month: 1,
  heads_name: "three months",
  heads: {
    available: [],
    periods: { month: months.map((title, at) => ({ title, from: at, to: at + 1, whole: true })), quarter: [], year: [] },
  },
  views: [
    {
      name: "money",
      title: "Money",
      note: "",
      kind: "chart",
      by: "month",
      lines: [{ title: "Cash", unit: "USD", role: "", place: 0, part: "line", depth: 0 }],
    },
  ],
  plan: { head: '{"uses":[],"sites":[]}' },
} satisfies RunAnswer;

/** One engine that was started: what it was asked, and how to have it answer. */
export interface FakeEngine {
  asked: { id: number; kind: string; request: { [name: string]: unknown }; numbers?: Float64Array }[];
  /** Ids of calls that were cancelled. */
  cancelled: number[];
  answer(body: unknown, numbers?: Float64Array): void;
  report(message: FromWorker): void;
  terminated: boolean;
}

/** Starts engines that answer only when told to. */
export function fakeSpawn(): { spawn: Spawn; engines: FakeEngine[]; newest(): FakeEngine } {
  const engines: FakeEngine[] = [];
  const spawn: Spawn = async (receive) => {
    const engine: FakeEngine = {
      asked: [],
      cancelled: [],
      terminated: false,
      report: receive,
      answer(body, numbers) {
        const last = engine.asked.at(-1)!;
        receive({ id: last.id, json: JSON.stringify(body), ...(numbers && { numbers }) });
      },
    };
    engines.push(engine);
    const port: Port = {
      post(message: ToWorker) {
        if ("cancel" in message) engine.cancelled.push(message.cancel);
        if ("id" in message) engine.asked.push({ ...message, request: JSON.parse(message.request) as { [name: string]: unknown } });
      },
      terminate: () => (engine.terminated = true),
    };
    queueMicrotask(() => receive({ ready: true }));
    return port;
  };
  return { spawn, engines, newest: () => engines.at(-1)! };
}

/** What an engine answers to each kind of call. */
export type Answers = { [kind: string]: (request: { link?: string; month?: number }) => object };

/** Starts engines that answer at once. */
export function answering(answers: Answers): Spawn {
  return async (receive) => {
    queueMicrotask(() => receive({ ready: true }));
    return {
      post(message) {
        if (!("kind" in message)) return;
        const body = answers[message.kind]!(JSON.parse(message.request) as object);
        queueMicrotask(() => receive({ id: message.id, json: JSON.stringify(body), numbers: new Float64Array() }));
      },
      terminate() {},
    };
  };
}

/** Lets everything that waits on resolved promises happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A line of a view, plain but for what is given. */
export function line(more: Partial<Line>): Line {
  return { title: "Line", unit: "USD", role: "", place: 0, part: "", depth: 0, ...more };
}

/** A view by month, with a column of values a line. */
export function view(kind: View["kind"], lines: [Partial<Line>, number[]][], more: Partial<ShownView> = {}): ShownView {
  return {
    name: "small",
    title: "Small",
    note: "A small view.",
    kind,
    by: "month",
    periods: periods(lines[0]?.[1].length ?? 0),
    ...more,
    lines: lines.map(([one]) => line(one)),
    values: lines.map(([, values]) => Float64Array.from(values)),
  };
}

/** Months from May 2026 on, as periods. */
export function periods(count: number): Period[] {
  return Array.from({ length: count }, (_, at) => ({ title: `2026-${String(at + 5).padStart(2, "0")}`, from: at, to: at + 1, whole: true }));
}
