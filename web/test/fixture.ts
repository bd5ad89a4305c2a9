// A small scenario and a made-up engine for unit tests. Its figures mean nothing.
import type { Port, Spawn } from "../src/engine/client";
import type { Base, Form, FromWorker, ToWorker } from "../src/engine/messages";

export const base: Base = { name: "small", title: "Small", about: "", as_of: "2026-07", hash: "0", shipped: true };

export const table: Form = {
  months: ["2026-05", "2026-06", "2026-07"],
  rows: [
    { name: "operator.operating_income", instance: "operator", unit: "USD" },
    { name: "operator.lease_revenue", instance: "operator", unit: "USD" },
  ],
  measures: [{ name: "cash.minimum", title: "Lowest cash", unit: "USD", note: "" }],
};

export const document = {
  start: "2026-05",
  months: 3,
  instances: [
    { scope: "operator", name: "operator", title: "", parent: "" },
    { scope: "lease", name: "tenant", title: "Tenant", parent: "site" },
  ],
  values: { "lease.tenant.share": { value: 0.5, given: true, assumption: false } },
};

/** What the engine answers when it is asked to open it. */
export const opened = { base, view: {}, document };

/** What it answers to a run of it, the form included. */
export const run = { form_id: "f", form: table, document: { start: "2026-05", months: 3, values: {} }, measures: [7] };

/** One engine that was started: what it was asked, and how to have it answer. */
export interface FakeEngine {
  asked: { id: number; kind: string; request: { [name: string]: unknown } }[];
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
        if ("id" in message)
          engine.asked.push({ id: message.id, kind: message.kind, request: JSON.parse(message.request) as { [name: string]: unknown } });
      },
      terminate: () => (engine.terminated = true),
    };
    queueMicrotask(() => receive({ ready: true }));
    return port;
  };
  return { spawn, engines, newest: () => engines.at(-1)! };
}

/** Lets everything that waits on resolved promises happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
