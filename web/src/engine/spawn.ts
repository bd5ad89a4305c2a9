// Starts engines: in a worker where the page may have one, otherwise in the page itself.
import { partText, runScript, wasmModule } from "../assets";
import type { Port, Spawn } from "./engine";
import type { FromWorker } from "./messages";
import { Desk, startEngine } from "./runtime";

let workersForbidden = false;
let workerAddress: Promise<string> | undefined;

/** Starts an engine and passes on what it reports. */
export const spawnEngine: Spawn = async (receive, part = "engine.wasm") => {
  const [module, address] = await Promise.all([wasmModule(part), workersForbidden ? "" : blobAddress()]);
  return workersForbidden ? pagePort(module, receive) : workerPort(module, address, receive);
};

/** The most engines of studies: beyond them what they bring together takes longer than what they save. */
const MOST = 4;

/** How many engines of studies this machine has room for beside the one that serves what is shown; the page itself has it for one. */
export function studySeats(): number {
  return workersForbidden ? 1 : Math.min(MOST, Math.max(1, navigator.hardwareConcurrency - 1));
}

/** Workers by address are not allowed in a sandboxed frame, workers from a Blob are. */
function blobAddress(): Promise<string> {
  workerAddress ??= Promise.all([partText("wasm_exec.js"), partText("worker.js")]).then((texts) =>
    URL.createObjectURL(new Blob([texts.join("\n;\n")], { type: "text/javascript" })),
  );
  workerAddress.catch(() => (workerAddress = undefined));
  return workerAddress;
}

function workerPort(module: WebAssembly.Module, address: string, receive: (message: FromWorker) => void): Promise<Port> | Port {
  let worker: Worker;
  try {
    worker = new Worker(address);
  } catch {
    workersForbidden = true;
    return pagePort(module, receive);
  }
  let heard = false;
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    heard = true;
    receive(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    // A policy that forbids workers says so only here, before the worker has said anything.
    if (!heard) workersForbidden = true;
    receive({ fatal: event.message || "the worker failed" });
  };
  worker.postMessage({ start: module });
  return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}

async function pagePort(module: WebAssembly.Module, receive: (message: FromWorker) => void): Promise<Port> {
  if (!globalThis.Go) await runScript("wasm_exec.js");
  const { engine, ended } = await startEngine(module);
  let alive = true;
  const report = (message: FromWorker) => alive && receive(message);
  const desk = new Desk(engine, report);
  void ended.finally(() => report({ fatal: "the engine stopped" }));
  setTimeout(() => report({ ready: true }));
  return {
    // Later, so that the page can paint between calls, and so that answers never arrive inside post.
    post: (message) => setTimeout(() => alive && !("start" in message) && desk.receive(message)),
    terminate: () => {
      alive = false;
    },
  };
}
