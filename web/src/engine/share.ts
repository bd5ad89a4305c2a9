// Starts an embed's engine: that which the embeds of its origin on a page share, where the browser lets them, or else its own.
import { sharedWorker } from "../assets";
import type { Port, Spawn } from "./engine";
import type { FromWorker } from "./messages";
import type { SharedStart } from "./shared";
import { spawnEngine } from "./spawn";

/** A browser may start no such worker without a word, in milliseconds. */
const PATIENCE = 15_000;

export const spawnSharedEngine: Spawn = async (receive) => (await sharedPort(receive)) ?? spawnEngine(receive);

/** Undefined where nothing can be shared: in the single file, in a frame whose origin is opaque, in a browser without such workers. */
async function sharedPort(receive: (message: FromWorker) => void): Promise<Port | undefined> {
  const addresses = sharedWorker();
  if (!addresses || typeof SharedWorker === "undefined" || window.origin === "null") return undefined;
  try {
    const worker = new SharedWorker(addresses.script, { name: "rackonomics" });
    return await new Promise<Port | undefined>((settle) => {
      const { port } = worker;
      const give = (started: boolean) => {
        clearTimeout(timer);
        if (!started) port.close();
        settle(started ? { post: (message) => port.postMessage(message), terminate: () => port.close() } : undefined);
      };
      const timer = setTimeout(() => give(false), PATIENCE);
      worker.onerror = (event) => {
        event.preventDefault();
        give(false);
      };
      let isStarted = false;
      port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (!isStarted && "fatal" in data) return give(false);
        isStarted ||= "ready" in data;
        give(isStarted);
        receive(data);
      };
      port.postMessage({ module: addresses.module } satisfies SharedStart);
    });
  } catch {
    return undefined;
  }
}
