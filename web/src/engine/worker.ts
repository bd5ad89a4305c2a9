// The engine's worker. A classic script that is started from a Blob behind wasm_exec.js, because a
// sandboxed frame allows no other kind of worker.
import type { FromWorker, ToWorker } from "./messages";
import { Desk, startEngine } from "./runtime";

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

let desk: Desk | undefined;

async function start(module: WebAssembly.Module): Promise<void> {
  try {
    const { engine, ended } = await startEngine(module);
    desk = new Desk(engine, (message, transfer) => scope.postMessage(message, transfer));
    ended.then(
      () => scope.postMessage({ fatal: "the engine stopped" }),
      (reason) => scope.postMessage({ fatal: String(reason) }),
    );
    scope.postMessage({ ready: true });
  } catch (reason) {
    scope.postMessage({ fatal: String(reason) });
  }
}

scope.onmessage = ({ data }) => {
  if ("start" in data) void start(data.start);
  else if (desk) desk.receive(data);
  else scope.postMessage({ fatal: "the engine is not ready" });
};
