import { moveOf } from "./keys";
import type { FrameCall, FrameStart, FromScene, ScenePlan, ScriptSource, Theme, ToScene, WasmSource } from "./messages";

export interface SceneOptions {
  /** Called when the frame asks, again after each of its reloads. */
  wasm: () => Promise<WasmSource>;
  /** wasm_exec.js of the Go release, and the bundle of frame.ts, as classic scripts. */
  scripts: { wasmExec: ScriptSource; frame: ScriptSource };
  onMessage: (message: FromScene) => void;
  theme?: Theme;
}

/** The scene as the page holds it. What was said last is said again whenever the frame starts anew. */
export interface Scene {
  /** Answered by "drawn" or "refused". */
  plan(plan: ScenePlan): void;
  /** May lie between two months. */
  month(month: number): void;
  theme(theme: Theme): void;
  select(tenant: string | null): void;
  destroy(): void;
}

/** A frame that keeps losing its WebGL context is not started for ever. */
const mostStarts = 6;
const startsWithin = 60_000;
/**
 * Where frames within frames are forbidden nothing says so. A frame whose scripts run says hello before it has loaded, and long before
 * the patience ends; what has loaded and holds another document, or is taken out of the page, will never. Milliseconds.
 */
const patience = 20_000;
const grace = 2_000;

/** Puts the scene into the container, which gives it its size, and starts it. */
export function createScene(container: HTMLElement, options: SceneOptions): Scene {
  const frame = document.createElement("iframe");
  frame.title = "Floor plan";
  Object.assign(frame.style, { border: "0", width: "100%", height: "100%", display: "block" });
  frame.srcdoc = frameDocument(options.scripts);

  const said: { plan?: ScenePlan | undefined; month?: number; theme: Theme; select?: string | null; fromAbove?: boolean } = {
    theme: options.theme ?? "light",
  };
  let port: MessagePort | undefined;
  let ready = false;
  let starts: number[] = [];
  let answered = false; // or given up
  let destroyed = false;
  let plans = 0;
  let undrawn = false;

  const say = (message: ToScene, transfer: Transferable[] = []) => {
    if (ready) port?.postMessage(message, transfer);
  };
  const sayPlan = (plan: ScenePlan) => {
    undrawn = true;
    const numbers = plan.numbers.slice(); // the plan is said again when the frame starts anew
    say({ kind: "plan", plan: plans, head: plan.head, numbers, colours: plan.colours }, [numbers.buffer]);
  };
  /** The plan cannot be drawn, which says nothing about the next one. */
  const refuse = (message: string) => {
    said.plan = undefined;
    undrawn = false;
    options.onMessage({ kind: "refused", plan: plans, message });
  };
  const sayAll = () => {
    say({ kind: "theme", theme: said.theme });
    if (said.month !== undefined) say({ kind: "month", month: said.month });
    if (said.select !== undefined) say({ kind: "select", tenant: said.select });
    if (said.fromAbove !== undefined) say({ kind: "view", fromAbove: said.fromAbove });
    if (said.plan) sayPlan(said.plan);
  };
  const hangUp = () => {
    port?.close();
    port = undefined;
    ready = false;
  };

  const start = async () => {
    hangUp();
    const now = performance.now();
    starts = [...starts.filter((time) => now - time < startsWithin), now];
    if (starts.length > mostStarts) {
      options.onMessage({ kind: "failed", message: "The graphics of this browser keep stopping." });
      return;
    }
    let wasm: WasmSource;
    try {
      wasm = await options.wasm();
    } catch (error) {
      options.onMessage({ kind: "failed", message: textOf(error) });
      return;
    }
    if (destroyed || starts.at(-1) !== now) return; // meanwhile it was destroyed or started again
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }: MessageEvent<FromScene>) => hear(data);
    const message: FrameStart = {
      rackonomicsScene: "start",
      wasm,
      fontFamily: getComputedStyle(container).fontFamily,
    };
    // The frame's origin is opaque in a sandbox, so there is none to name; that it is our frame was checked.
    frame.contentWindow?.postMessage(message, "*", [channel.port2]);
  };

  const hear = (message: FromScene) => {
    switch (message.kind) {
      case "ready":
        ready = true;
        sayAll();
        break;
      case "failed":
        if (!ready) break;
        // It ran, so there can be a scene here: it is started anew, without the plan that it died of.
        hangUp();
        if (undrawn) refuse(message.message);
        restart();
        return;
      case "refused":
        if (message.plan === plans) refuse(message.message);
        return;
      case "view":
        said.fromAbove = message.fromAbove;
        return;
      case "pressed":
        container.focus({ preventScroll: true });
        return;
      case "drawn":
        if (message.plan !== plans) return;
        undrawn = false;
    }
    options.onMessage(message);
  };
  const restart = () => {
    frame.srcdoc = frameDocument(options.scripts);
  };

  const onCall = (event: MessageEvent<unknown>) => {
    if (!frame.contentWindow || event.source !== frame.contentWindow || !isFrameCall(event.data)) return;
    answered = true;
    switch (event.data.rackonomicsScene) {
      case "hello":
        void start();
        break;
      case "reload": // after a zoom, which says nothing against the graphics
        hangUp();
        starts = [];
        restart();
        break;
      case "failed":
        hangUp();
        options.onMessage({ kind: "failed", message: event.data.message });
    }
  };
  window.addEventListener("message", onCall);
  // After a press in the frame the focus is here: the scene has its keys, the page all others, and Tab goes on into the frame.
  container.tabIndex = -1;
  const onKey = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (!move) return;
    event.preventDefault();
    say({ kind: "move", move });
  };
  container.addEventListener("keydown", onKey);
  const giveUp = (isSilent: () => boolean, after: number) =>
    setTimeout(() => {
      if (answered || destroyed || !isSilent()) return;
      answered = true;
      options.onMessage({ kind: "failed", message: "a frame within this page stays silent, as where such frames are forbidden" });
    }, after);
  frame.addEventListener("load", () => giveUp(() => frame.contentDocument?.URL !== "about:srcdoc", grace), { once: true });
  container.append(frame);
  giveUp(() => !frame.isConnected, grace);
  giveUp(() => true, patience);

  return {
    plan(plan) {
      plans++;
      said.plan = plan;
      sayPlan(plan);
    },
    month(month) {
      said.month = month;
      say({ kind: "month", month });
    },
    theme(theme) {
      said.theme = theme;
      say({ kind: "theme", theme });
    },
    select(tenant) {
      said.select = tenant;
      say({ kind: "select", tenant });
    },
    destroy() {
      destroyed = true;
      window.removeEventListener("message", onCall);
      container.removeEventListener("keydown", onKey);
      hangUp();
      frame.remove(); // the only way to stop Ebitengine's loop
    },
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isFrameCall(data: unknown): data is FrameCall {
  return typeof data === "object" && data !== null && "rackonomicsScene" in data;
}

/** The frame's document: two classic scripts and nothing else, so that it needs no more than the page's own policy allows. */
export function frameDocument(scripts: SceneOptions["scripts"]): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor plan</title></head><body>${scriptElement(
    scripts.wasmExec,
  )}${scriptElement(scripts.frame)}</body></html>`;
}

function scriptElement(script: ScriptSource): string {
  if ("url" in script) {
    const address = new URL(script.url, document.baseURI).href;
    return `<script src="${address.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></script>`;
  }
  // Escaping it would change the text that the policy's hash was made of.
  if (/<(\/script|!--)/i.test(script.code)) throw new Error("scene: a script holds text that would end it in a page");
  return `<script>${script.code}</script>`;
}
