// The engine's worker. A classic script that is started from a Blob behind wasm_exec.js, because a
// sandboxed frame allows no other kind of worker.
import type { FromWorker, ToWorker } from "./messages";
import { type RunningEngine, startEngine } from "./runtime";

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
};

let engine: RunningEngine | undefined;

async function start(module: WebAssembly.Module): Promise<void> {
  try {
    engine = await startEngine(module);
    engine.ended.then(
      () => scope.postMessage({ fatal: "the engine stopped" }),
      (reason) => scope.postMessage({ fatal: String(reason) }),
    );
    scope.postMessage({ ready: true });
  } catch (reason) {
    scope.postMessage({ fatal: String(reason) });
  }
}

scope.onmessage = ({ data }) => {
  if ("start" in data) {
    void start(data.start);
    return;
  }
  try {
    if (!engine) throw new Error("the engine is not ready");
    const { json, numbers } = engine.call(data.kind, data.request);
    // The array may be a view of the engine's memory, which must not be transferred.
    const copy = numbers && new Float64Array(numbers);
    scope.postMessage(copy ? { id: data.id, json, numbers: copy } : { id: data.id, json }, copy ? [copy.buffer] : []);
  } catch (reason) {
    scope.postMessage({ fatal: String(reason) });
  }
};
