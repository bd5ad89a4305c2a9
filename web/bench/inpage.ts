// Runs in the built page: an engine of its own, started and spoken to by the page's own modules, so that what the page's
// messages become this measures too.
import { catalog } from "../src/catalog";
import type { Calls, FromWorker, Kind } from "../src/engine/messages";
import { spawnEngine } from "../src/engine/spawn";
import { PINNED } from "../src/views/places";

declare global {
  var bench: { names: string[]; runs: typeof runs };
}

globalThis.bench = { names: catalog.scenarios.map(({ name }) => name), runs };

/** Runs that only warm up, before and after the engine has generated code for the form. */
const WARM_UP = 20;
/** It does while nothing is asked for so long, in milliseconds; WebKit takes several such rests to compile it. */
const REST = 1500;
const MOST_RESTS = 6;

/** What a run is asked for: nothing, or what a tick of a slider asks for. */
const WISHES = {
  plain: { views: [], month: 2 },
  pinned: { views: [...PINNED].map(([name, by]) => ({ name, by })), month: 2, floor: true },
};

/** How long each of some runs of a scenario takes from the question to the answer, in milliseconds, and what computed them. */
async function runs(name: string, wishes: keyof typeof WISHES, count: number): Promise<{ times: number[]; computed: string | undefined }> {
  const { ask, end } = await engine();
  await ask("open", { as: 1, name });
  const times: number[] = [];
  let heads: string | undefined; // that the page has after the first answer
  let computed: string | undefined;
  for (let tick = 0; tick < 2 * WARM_UP + MOST_RESTS + count; tick++) {
    const isResting = tick === WARM_UP || (tick > WARM_UP && tick < WARM_UP + MOST_RESTS && !computed?.startsWith("by code"));
    if (isResting) await new Promise((resolve) => setTimeout(resolve, REST));
    const begun = performance.now();
    const changes = [{ path: "operator.reported_revenue", value: 1e8 + tick }];
    // As the page asks: under a number, and naming what it holds.
    const answered = await ask("run", { of: 1, changes, ...WISHES[wishes], hold: tick + 1, held: tick, ...(heads && { heads }) });
    if (tick >= 2 * WARM_UP + MOST_RESTS) times.push(answered.at - begun);
    else ({ heads_name: heads, computed } = answered.body());
  }
  end();
  return { times, computed };
}

interface Answered<K extends Kind> {
  at: number;
  body(): Calls[K]["answer"];
}

async function engine() {
  let hear: (message: FromWorker) => void;
  const heard = <Got>(read: (message: FromWorker) => Got | undefined) =>
    new Promise<Got>((resolve, reject) => {
      hear = (message) => {
        if ("fatal" in message) reject(new Error(message.fatal));
        const got = read(message);
        if (got !== undefined) resolve(got);
      };
    });
  const ready = heard((message) => "ready" in message || undefined);
  const port = await spawnEngine((message) => hear(message));
  await ready;
  let id = 0;
  const ask = async <K extends Kind>(kind: K, request: Calls[K]["request"]): Promise<Answered<K>> => {
    const answer = heard((message) => ("json" in message ? { at: performance.now(), json: message.json } : undefined));
    port.post({ id: ++id, kind, request: JSON.stringify(request) });
    const { at, json } = await answer;
    return { at, body: () => checked(JSON.parse(json) as Calls[K]["answer"]) };
  };
  return { ask, end: () => port.terminate() };
}

/** What is refused takes no time worth telling. */
function checked<Body extends object>(body: Body): Body {
  if ("problems" in body) throw new Error(JSON.stringify(body.problems));
  return body;
}
