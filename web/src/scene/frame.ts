// The script of the scene's frame. It starts scene.wasm, passes messages between the page's port and the Go program,
// shows the texts over the canvas, and keeps Ebitengine from trapping wheel, keys and focus, and from working where there is
// nothing to do.
import { compilePart, fetchPart } from "../fetched";
import { createLabels, type FlatLabels } from "./labels";
import type { FrameCall, FrameStart, FromScene, PointerKind, ToScene, WasmSource } from "./messages";
import { createPulse } from "./pulse";
import { createTools } from "./tools";

/** The Go program's side (wasm/scene/bridge.go). Each call gives null, or the text of an error. */
interface SceneProgram {
  plan(head: Uint8Array, numbers: Uint8Array, colours: Uint8Array): string | null;
  month(month: number): string | null;
  theme(theme: string): string | null;
  select(tenant: string | null): string | null;
  view(fromAbove: boolean): string | null;
  move(by: number, x: number, y: number, right: number, down: number, smoothly: boolean): string | null;
  pointer(x: number, y: number, kind: PointerKind): string | null;
  stillness(still: boolean): string | null;
  coarseness(coarse: boolean): string | null;
}

/** What the Go program calls. */
interface SceneCallbacks {
  ready(): void;
  /** There can be no scene here. */
  failed(message: string): void;
  /** The present plan cannot be drawn; the next may. */
  refused(message: string): void;
  /** The present plan is on the canvas. */
  drawn(): void;
  /** There is nothing to draw until something is said again. */
  rest(): void;
  labels(labels: FlatLabels, legend: FlatLabels): void;
  /** What the month shows, in words. */
  told(words: string): void;
  labelText(index: number, text: string): void;
  legendText(index: number, text: string): void;
  hover(text: string | null, hall: string | null, tenant: string | null, x: number, y: number): void;
  outline(corners: readonly number[]): void;
  pick(hall: string | null, tenant: string | null, source: string | null): void;
}

interface GoRuntime {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

declare global {
  var rackonomicsScene: (SceneCallbacks & Partial<SceneProgram>) | undefined;
  var Go: (new () => GoRuntime) | undefined;
}

const bytes = (text: string) => new TextEncoder().encode(text);

function call(message: FrameCall): void {
  // The page's origin may be opaque or file:, so there is none to name. The message holds nothing private.
  window.parent.postMessage(message, "*");
}

/** Undefined where there is no WebGL 2. */
function graphics(): { drawnByProcessor: boolean } | undefined {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return undefined;
  const named = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = String(context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension("WEBGL_lose_context")?.loseContext(); // a browser allows only a few contexts
  return { drawnByProcessor: /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) };
}

async function load(wasm: WasmSource, imports: WebAssembly.Imports): Promise<WebAssembly.Instance> {
  if ("bytes" in wasm) return (await WebAssembly.instantiate(wasm.bytes, imports)).instance;
  const response = await fetchPart("scene.wasm", wasm.url);
  return WebAssembly.instantiate(await compilePart("scene.wasm", wasm.url, response), imports);
}

/** Names that are absent are left out of messages, as their types say. */
function named<Names extends Record<string, string | null>>(names: Names): { [name in keyof Names]?: string } {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== null)) as { [name in keyof Names]?: string };
}

async function start({ wasm, fontFamily }: FrameStart, port: MessagePort, drawnByProcessor: boolean): Promise<void> {
  const post = (message: FromScene) => port.postMessage(message);
  const labels = createLabels();
  labels.font(fontFamily);
  if (drawnByProcessor) keepWhole();
  lookForNoGamepads();
  let plan = 0;
  const pulse = createPulse(window);
  const scene: SceneCallbacks & Partial<SceneProgram> = {
    ready() {
      serve(scene as SceneCallbacks & SceneProgram, port, pulse.wake, (now) => (plan = now));
      scene.coarseness?.(drawnByProcessor);
      post({ kind: "ready" });
    },
    failed: (message) => post({ kind: "failed", message }),
    refused: (message) => post({ kind: "refused", plan, message }),
    drawn: () => post({ kind: "drawn", plan }),
    rest: pulse.rest,
    labels: (texts, legend) => labels.show(texts, legend),
    told: (words) => post({ kind: "told", words }),
    labelText: (index, text) => labels.labelText(index, text),
    legendText: (index, text) => labels.legendText(index, text),
    hover: (text, hall, tenant, x, y) => post({ kind: "hover", text, ...named({ hall, tenant }), x, y }),
    outline: (corners) => labels.outline(corners),
    pick: (hall, tenant, source) => post({ kind: "pick", ...named({ hall, tenant, source }) }),
  };
  globalThis.rackonomicsScene = scene;
  try {
    if (!globalThis.Go) throw new Error("wasm_exec.js is missing");
    const go = new globalThis.Go();
    await go.run(await load(wasm, go.importObject));
    throw new Error("the scene has stopped");
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Connects port, pointer and the user's preferences with the running program. */
function serve(scene: SceneCallbacks & SceneProgram, port: MessagePort, wake: () => void, planComes: (plan: number) => void): void {
  tameCanvas();
  measureBodyOnce();
  const tools = createTools({
    move: (by, x, y, right, down, smoothly) => report(scene.move(by, x, y, right, down, smoothly)),
    look(fromAbove) {
      report(scene.view(fromAbove));
      port.postMessage({ kind: "view", fromAbove } satisfies FromScene);
    },
  });
  // What was said to the program may have to be drawn.
  const report = (problem: string | null) => {
    wake();
    if (problem) scene.refused(problem);
  };
  port.onmessage = ({ data }: MessageEvent<ToScene>) => {
    switch (data.kind) {
      case "plan":
        planComes(data.plan);
        return report(scene.plan(bytes(data.head), new Uint8Array(data.numbers.buffer), bytes(data.colours.join(" "))));
      case "month":
        return report(scene.month(data.month));
      case "theme":
        document.documentElement.dataset.theme = data.theme;
        document.documentElement.style.colorScheme = data.theme;
        return report(scene.theme(data.theme));
      case "select":
        return report(scene.select(data.tenant));
      case "view":
        tools.shown(data.fromAbove);
        return report(scene.view(data.fromAbove));
      case "move":
        return tools.move(data.move);
      case "pointer":
        return report(scene.pointer(data.x, data.y, data.type));
    }
  };
  const point = (type: PointerKind) => (event: MouseEvent) => report(scene.pointer(event.clientX, event.clientY, type));
  document.addEventListener("pointermove", point("move"));
  document.addEventListener("click", point("click"));
  document.documentElement.addEventListener("pointerleave", point("leave"));
  // A press in the frame must not take the focus, and with it all keys, from the page, which gives the scene its own.
  document.addEventListener("mousedown", (event) => {
    event.preventDefault();
    port.postMessage({ kind: "pressed" } satisfies FromScene);
  });

  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  still.addEventListener("change", () => report(scene.stillness(still.matches)));
  report(scene.stillness(still.matches));
  watchPixelRatio();
}

/** Ebitengine looks for gamepads in each frame, and once that was done Chromium (156) looks for them for as long as the page is there. */
function lookForNoGamepads(): void {
  Object.defineProperty(navigator, "getGamepads", { value: () => [] });
}

/**
 * Ebitengine asks in each frame how large the body is, and the browser lays the whole page out anew to say it: a fifth of what a
 * frame took. The size changes with the window only, of which this hears before Ebitengine does.
 */
function measureBodyOnce(): void {
  for (const length of ["clientWidth", "clientHeight"] as const) {
    let known: number | undefined;
    const forget = () => {
      known = undefined;
    };
    window.addEventListener("resize", forget, { capture: true });
    new ResizeObserver(forget).observe(document.body); // a frame that is shown again
    const measure = Object.getOwnPropertyDescriptor(Element.prototype, length)?.get;
    Object.defineProperty(document.body, length, { get: () => (known ??= measure?.call(document.body)) });
  }
}

/**
 * Where the processor puts the page's layers together too, Chromium (156) leaves out at the foot of a canvas as much as something
 * opaque covers at its head. What has an opacity is put together by itself and stays whole; this one changes no colour.
 */
function keepWhole(): void {
  document.body.style.opacity = "0.9999";
}

/** Ebitengine reads the pixel ratio once (Monitor.DeviceScaleFactor keeps it), so a zoom needs a new document. */
function watchPixelRatio(): void {
  const ratio = window.devicePixelRatio;
  const check = () => {
    if (window.devicePixelRatio === ratio) return;
    window.removeEventListener("resize", check);
    call({ rackonomicsScene: "reload" });
  };
  window.addEventListener("resize", check); // a zoom
  window.matchMedia(`(resolution: ${ratio}dppx)`).addEventListener("change", check); // another monitor
}

/** Ebitengine prevents the default of every key, wheel and touch on its canvas; so it gets none. */
function tameCanvas(): void {
  const canvas = document.querySelector("canvas");
  canvas?.setAttribute("tabindex", "-1");
  canvas?.setAttribute("aria-hidden", "true");
}

const drawing = graphics();
if (!drawing) {
  call({ rackonomicsScene: "failed", message: "This browser cannot draw the scene: it has no WebGL 2." });
} else {
  window.addEventListener("message", function listen(event: MessageEvent<FrameStart>) {
    const port = event.ports[0];
    if (event.source !== window.parent || event.data?.rackonomicsScene !== "start" || !port) return;
    window.removeEventListener("message", listen);
    void start(event.data, port, drawing.drawnByProcessor);
  });
  call({ rackonomicsScene: "hello" });
}
