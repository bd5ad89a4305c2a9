import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createScene, frameDocument, type SceneOptions } from "./host";
import type { FrameStart, FromScene, ScenePlan, ToScene } from "./messages";

// The frame is played by the test: what the host posts to it lands in starts, and the port in it is the frame's end.
let starts: { message: FrameStart; port: MessagePort }[];
let frameWindow: object;
let element: EventTarget & { isConnected: boolean; contentDocument: { URL: string } | null };
let page: EventTarget;
let told: FromScene[];

const options = (): SceneOptions => ({
  wasm: async () => ({ url: "https://example.org/scene.wasm" }),
  scripts: { wasmExec: { url: "wasm_exec.js" }, frame: { code: "start()" } },
  onMessage: (message) => told.push(message),
});
const plan: ScenePlan = { head: '{"months":["2026-05"]}', numbers: Float64Array.of(0, 1, 5, 0).subarray(1, 3), colours: ["#000000", "#ffffff"] };

function call(data: unknown, source: object = frameWindow): void {
  page.dispatchEvent(Object.assign(new Event("message"), { data, source }));
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function startedFrame(): Promise<ToScene[]> {
  call({ rackonomicsScene: "hello" });
  await settled();
  const heard: ToScene[] = [];
  const port = starts.at(-1)!.port;
  port.onmessage = ({ data }: MessageEvent<ToScene>) => heard.push(data);
  port.postMessage({ kind: "ready" });
  await settled();
  return heard;
}

beforeEach(() => {
  starts = [];
  told = [];
  page = new EventTarget();
  frameWindow = {
    postMessage: (message: FrameStart, _origin: string, [port]: MessagePort[]) => starts.push({ message, port: port! }),
  };
  element = Object.assign(new EventTarget(), { contentWindow: frameWindow, style: {}, remove() {}, isConnected: true, contentDocument: null });
  vi.stubGlobal("window", page);
  vi.stubGlobal("getComputedStyle", () => ({ fontFamily: "Inter" }));
  vi.stubGlobal("document", {
    baseURI: "https://example.org/a/page.html",
    createElement: () => element,
  });
});
afterEach(() => {
  for (const { port } of starts) port.close();
  vi.unstubAllGlobals();
});

const container = Object.assign(new EventTarget(), { append() {}, focus: vi.fn() }) as unknown as HTMLElement;

test("what was said before the frame was ready is said when it is, and again after a reload", async () => {
  const scene = createScene(container, { ...options(), theme: "dark" });
  scene.plan(plan);
  scene.month(2.5);
  scene.select("anthropic");
  for (let start = 0; start < 2; start++) {
    const heard = await startedFrame();
    expect(heard).toEqual([
      { kind: "theme", theme: "dark" },
      { kind: "month", month: 2.5 },
      { kind: "select", tenant: "anthropic" },
      ...(start > 0 ? [{ kind: "view", fromAbove: true }] : []),
      { kind: "plan", plan: 1, head: plan.head, numbers: new Float64Array([1, 5]), colours: plan.colours },
    ]);
    // Looked at from above by a button in the frame.
    starts.at(-1)!.port.postMessage({ kind: "view", fromAbove: true });
    await settled();
  }
  expect(told).toEqual([{ kind: "ready" }, { kind: "ready" }]);
  expect(plan.numbers).toEqual(new Float64Array([1, 5]));
  scene.destroy();
});

test("after a press in the frame the element around has the focus, and gives the scene the keys that are its own", async () => {
  const scene = createScene(container, options());
  const heard = await startedFrame();
  starts[0]!.port.postMessage({ kind: "pressed" });
  await settled();
  expect(container.focus).toHaveBeenCalledOnce();
  heard.length = 0;
  const press = (key: string, ctrlKey = false) =>
    container.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key, ctrlKey }));
  // What is not kept from the page: whether nothing prevented its default.
  expect(["+", "0", "ArrowLeft", ".", "Escape", "Tab"].map((key) => press(key))).toEqual([false, false, false, true, true, true]);
  expect(press("0", true)).toBe(true);
  await settled();
  expect(heard).toEqual(
    [
      [1.6, 0, 0],
      [0, 0, 0],
      [1, 0.2, 0],
    ].map((move) => ({ kind: "move", move })),
  );
  scene.destroy();
});

test("the frame is told where its program is and which font the page has", async () => {
  const scene = createScene(container, options());
  await startedFrame();
  expect(starts[0]!.message).toEqual({
    rackonomicsScene: "start",
    wasm: { url: "https://example.org/scene.wasm" },
    fontFamily: "Inter",
  });
  scene.destroy();
});

test("calls from other windows, and other messages, start nothing", async () => {
  const scene = createScene(container, options());
  call({ rackonomicsScene: "hello" }, {});
  call("hello");
  call(null);
  await settled();
  expect(starts).toHaveLength(0);
  scene.destroy();
});

test("a plan that the program refuses is not said again", async () => {
  const scene = createScene(container, options());
  scene.plan(plan);
  await startedFrame();
  told = [];
  starts.at(-1)!.port.postMessage({ kind: "refused", plan: 1, message: "demand[1] is NaN" });
  await settled();
  expect(told).toEqual([{ kind: "refused", plan: 1, message: "demand[1] is NaN" }]);
  expect((await startedFrame()).map(({ kind }) => kind)).toEqual(["theme"]);
  scene.destroy();
});

test("what became of an older plan is not told of the newest", async () => {
  const scene = createScene(container, options());
  scene.plan(plan);
  await startedFrame();
  scene.plan(plan);
  told = [];
  const { port } = starts.at(-1)!;
  for (const message of [
    { kind: "refused", plan: 1, message: "bad" },
    { kind: "drawn", plan: 1 },
    { kind: "drawn", plan: 2 },
  ] as const)
    port.postMessage(message);
  await settled();
  expect(told).toEqual([{ kind: "drawn", plan: 2 }]);
  scene.destroy();
});

test("a program that dies of a plan is started again without it, and draws the next", async () => {
  const scene = createScene(container, options());
  scene.plan(plan);
  await startedFrame();
  told = [];
  starts.at(-1)!.port.postMessage({ kind: "failed", message: "out of memory" });
  await settled();
  expect(told).toEqual([{ kind: "refused", plan: 1, message: "out of memory" }]);
  const heard = await startedFrame();
  expect(heard.map(({ kind }) => kind)).toEqual(["theme"]);
  scene.plan(plan);
  await settled();
  expect(heard.at(-1)).toMatchObject({ kind: "plan", plan: 2 });
  scene.destroy();
});

test("a program that dies later is started again with the plan that it had drawn", async () => {
  const scene = createScene(container, options());
  scene.plan(plan);
  await startedFrame();
  starts.at(-1)!.port.postMessage({ kind: "drawn", plan: 1 });
  starts.at(-1)!.port.postMessage({ kind: "failed", message: "the scene has stopped" });
  await settled();
  const heard = await startedFrame();
  expect(heard.at(-1)).toMatchObject({ kind: "plan", plan: 1 });
  expect(told.filter(({ kind }) => kind === "failed" || kind === "refused")).toEqual([]);
  scene.destroy();
});

test("a program that cannot be had is reported", async () => {
  const scene = createScene(container, {
    ...options(),
    wasm: async () => {
      throw new Error("scene.wasm: 404");
    },
  });
  call({ rackonomicsScene: "hello" });
  await settled();
  expect(told).toEqual([{ kind: "failed", message: "scene.wasm: 404" }]);
  scene.destroy();
});

test("a frame that starts again and again is given up", async () => {
  const scene = createScene(container, options());
  for (let start = 0; start < 8; start++) {
    call({ rackonomicsScene: "hello" });
    await settled();
  }
  expect(starts).toHaveLength(6);
  expect(told.at(-1)).toMatchObject({ kind: "failed" });
  scene.destroy();
});

// How a place leaves the frame, what it says at last, and when it is given up, in milliseconds.
test.each([
  ["holds no document of ours", { contentDocument: { URL: "about:blank" } }, true, 2_000],
  ["holds one that may not be looked into", { contentDocument: null }, true, 2_000],
  ["holds ours, whose scripts come slowly", { contentDocument: { URL: "about:srcdoc" } }, true, 20_000],
  ["has loaded nothing", {}, false, 20_000],
  ["is taken out of the page", { isConnected: false }, false, 2_000],
])("a silent frame that %s is given up once, in its time", (_, left, loads, after) => {
  vi.useFakeTimers();
  const scene = createScene(container, options());
  Object.assign(element, left);
  if (loads) element.dispatchEvent(new Event("load"));
  vi.advanceTimersByTime(after - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toMatchObject([{ kind: "failed" }]);
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(1);
  scene.destroy();
  vi.useRealTimers();
});

test("a frame that has said hello, or is no more, is not given up", () => {
  vi.useFakeTimers();
  const greeted = createScene(container, options());
  call({ rackonomicsScene: "hello" });
  const destroyed = createScene(container, options());
  destroyed.destroy();
  element.dispatchEvent(new Event("load"));
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
  greeted.destroy();
  vi.useRealTimers();
});

test("a user may zoom as often as they like", async () => {
  const scene = createScene(container, options());
  for (let zoom = 0; zoom < 8; zoom++) {
    call({ rackonomicsScene: "hello" });
    await settled();
    call({ rackonomicsScene: "reload" });
  }
  expect(starts).toHaveLength(8);
  expect(told).toEqual([]);
  scene.destroy();
});

test("the frame's document holds the two scripts", () => {
  const made = frameDocument({ wasmExec: { url: 'w.js?a=1&b="' }, frame: { code: "let a = 1 < 2;" } });
  expect(made).toContain('<script src="https://example.org/a/w.js?a=1&amp;b=%22"></script><script>let a = 1 < 2;</script>');
  expect(() => frameDocument({ wasmExec: { code: "'</Script>'" }, frame: { code: "" } })).toThrow("would end it");
});
