// Several pages at one engine: each is answered what it asked, as if it were alone.
import { describe, expect, it } from "vitest";
import type { FromWorker, ToWorker } from "../src/engine/messages";
import { type OfCall, Sharing } from "../src/engine/sharing";
import { randomOf } from "./random";

type Message = Exclude<ToWorker, { start: unknown }>;

/** A desk that keeps few scenarios open, answers when it is told to, and says what it was asked about. */
function desk(room: number) {
  const open: { as: number; name: string }[] = [];
  const asked: Extract<Message, { kind: unknown }>[] = [];
  const cancelled: number[] = [];
  let report: (message: OfCall, transfer: Transferable[]) => void;
  const sharing = new Sharing((answer) => {
    report = answer;
    return { receive: (message) => void ("cancel" in message ? cancelled.push(message.cancel) : asked.push(message)) };
  });
  const answer = () => {
    const call = asked.shift()!;
    const request = JSON.parse(call.request) as { as?: number; of?: number; name?: string; x?: number };
    if (call.kind === "open") {
      open.unshift({ as: request.as!, name: request.name! });
      open.splice(room);
      report({ id: call.id, json: JSON.stringify({ document: request.name }) }, []);
      return;
    }
    const at = open.findIndex(({ as }) => as === request.of);
    if (at < 0) report({ id: call.id, json: '{"unopened":true}' }, []);
    else {
      const [found] = open.splice(at, 1);
      open.unshift(found!);
      report({ id: call.id, json: JSON.stringify({ of: found!.name, x: request.x }) }, []);
    }
  };
  return { sharing, asked, cancelled, answer, say: (message: OfCall) => report(message, []) };
}

describe("an engine that is shared", () => {
  it("answers ten pages whose scenarios it cannot all keep open, in any order, each by its own", () => {
    const below = randomOf(4993);
    const next = () => below(2 ** 32) / 2 ** 32;
    const { sharing, asked, answer } = desk(4);
    const pages = Array.from({ length: 10 }, (_, at) => {
      const answers: { id: number; json: string }[] = [];
      const post = sharing.join((message) => void ("json" in message && answers.push(message)));
      return { name: `page ${at}`, answers, post, id: 0, sent: 0 };
    });
    for (const page of pages) page.post({ id: ++page.id, kind: "open", request: JSON.stringify({ as: 1, name: page.name }) });
    for (let turn = 0; turn < 3000; turn++) {
      const page = pages[Math.floor(next() * pages.length)]!;
      // A page has one call in flight.
      if (next() < 0.6 && page.answers.length === page.id) page.post({ id: ++page.id, kind: "run", request: JSON.stringify({ of: 1, x: page.id }) });
      else if (asked.length > 0) answer();
      expect(asked.length).toBeLessThanOrEqual(1);
    }
    while (asked.length > 0) answer();
    for (const { name, answers, id } of pages) {
      expect(answers.map((each) => each.id)).toEqual(Array.from({ length: id }, (_, at) => at + 1));
      expect(answers.slice(1).map(({ json }) => JSON.parse(json))).toEqual(Array.from({ length: id - 1 }, (_, at) => ({ of: name, x: at + 2 })));
    }
  });
  it("passes progress and cancelling to whom they belong", () => {
    const { sharing, asked, cancelled, answer, say } = desk(4);
    const heard: [string, FromWorker][] = [];
    const one = sharing.join((message) => heard.push(["one", message]));
    const other = sharing.join((message) => heard.push(["other", message]));
    one({ id: 7, kind: "open", request: '{"as":1,"name":"a"}' });
    other({ id: 7, kind: "open", request: '{"as":1,"name":"b"}' });
    const { id } = asked[0]!;
    say({ id, progress: "{}" });
    say({ id: id + 100, json: "{}" }); // nobody's
    other({ cancel: 7 }); // waits still
    one({ cancel: 7 });
    one({ cancel: 8 }); // was never asked
    expect(cancelled).toEqual([id]);
    say({ id, cancelled: true });
    expect(heard).toEqual([
      ["one", { id: 7, progress: "{}" }],
      ["other", { id: 7, cancelled: true }],
      ["one", { id: 7, cancelled: true }],
    ]);
    asked.length = 0;
    one({ id: 9, kind: "open", request: '{"as":2,"name":"c"}' });
    answer();
    expect(heard.at(-1)).toEqual(["one", { id: 9, json: '{"document":"c"}' }]);
  });
  it("passes on that a scenario is not open where it does not know with what to open it", () => {
    const { sharing, answer } = desk(4);
    const heard: FromWorker[] = [];
    sharing.join((message) => heard.push(message))({ id: 1, kind: "run", request: '{"of":3}' });
    answer();
    expect(heard).toEqual([{ id: 1, json: '{"unopened":true}' }]);
  });

  it("has what only solving finds give way to any other page's call, and wait for all of them", () => {
    const { sharing, asked, cancelled, say } = desk(4);
    const told: FromWorker[][] = [[], []];
    const [one, other] = told.map((list) => sharing.join((message) => list.push(message)));
    one!({ id: 1, kind: "taking", request: JSON.stringify({ of: 1 }) });
    other!({ id: 1, kind: "run", request: JSON.stringify({ of: 1 }) });
    const first = asked.shift()!;
    expect(cancelled).toEqual([first.id]);
    say({ id: first.id, cancelled: true });
    expect(told[0]).toEqual([{ id: 1, cancelled: true }]);
    one!({ id: 2, kind: "taking", request: JSON.stringify({ of: 1 }) });
    other!({ id: 2, kind: "run", request: JSON.stringify({ of: 1 }) });
    say({ id: asked.shift()!.id, json: "{}" });
    expect(asked.map(({ kind }) => kind)).toEqual(["run"]);
  });
});
