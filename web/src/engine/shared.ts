// One engine for all embeds of a page, in a SharedWorker: a classic script behind wasm_exec.js. It compiles the module itself,
// because a module cannot be sent to another agent cluster (ECMAScript agents; WebAssembly JavaScript Interface, "serialization").
import { compilePart, fetchPart } from "../fetched";
import type { FromWorker, ToWorker } from "./messages";
import { Desk, startEngine } from "./runtime";
import { Sharing } from "./sharing";

/** Embed to engine, once and first: where the module is. */
export type SharedStart = { module: string };

const scope = globalThis as unknown as { onconnect: ((event: MessageEvent) => void) | null; close(): void };

let sharing: Promise<Sharing> | undefined;
const ports = new Set<MessagePort>();

async function start(module: string): Promise<Sharing> {
  const response = await fetchPart("engine.wasm", module);
  const { engine, ended } = await startEngine(await compilePart("engine.wasm", module, response));
  const shared = new Sharing(
    (report) =>
      new Desk(engine, (message, transfer) => {
        if ("fatal" in message) giveUp(message.fatal);
        else if ("id" in message) report(message, transfer);
      }),
  );
  ended.then(
    () => giveUp("the engine stopped"),
    (reason) => giveUp(String(reason)),
  );
  return shared;
}

/** Whoever starts it again gets another worker. */
function giveUp(fatal: string): void {
  for (const port of ports) port.postMessage({ fatal } satisfies FromWorker);
  scope.close();
}

scope.onconnect = ({ ports: [port] }) => {
  ports.add(port!);
  let receive: ((message: Exclude<ToWorker, { start: unknown }>) => void) | undefined;
  port!.onmessage = ({ data }: MessageEvent<ToWorker | SharedStart>) => {
    if (!("module" in data)) {
      if (!("start" in data)) receive?.(data);
      return;
    }
    sharing ??= start(data.module);
    sharing.then(
      (shared) => {
        receive = shared.join((message, transfer = []) => port!.postMessage(message, transfer));
        port!.postMessage({ ready: true } satisfies FromWorker);
      },
      (reason) => giveUp(String(reason)),
    );
  };
};
