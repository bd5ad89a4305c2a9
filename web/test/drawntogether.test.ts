// When the page is drawn while figures are awaited.
import { options } from "preact";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drawTogether } from "../src/page/drawntogether";
import { BEGINNING, type State } from "../src/state/state";
import { Store } from "../src/state/store";

const scenarios = [{}, {}, {}] as State["resultOf"][];
const moved = (to: number) => ({ history: { present: scenarios[to] } }) as Partial<State>;
const answered = (of: number) => ({ resultOf: scenarios[of], shown: { scenario: scenarios[of] } }) as Partial<State>;

let store: Store<State>;
let page: EventTarget;
let draw: ReturnType<typeof vi.fn<() => void>>;
const change = () => options.debounceRendering!(draw);
const microtasks = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  draw = vi.fn<() => void>();
  store = new Store<State>({ ...BEGINNING, ...moved(0), ...answered(0) });
  page = new EventTarget();
  drawTogether(store, page);
});
afterEach(() => {
  delete options.debounceRendering;
  vi.useRealTimers();
});

it("is drawn at once where no figures are awaited", async () => {
  change();
  await microtasks();
  expect(draw).toHaveBeenCalledOnce();
});

it("is drawn with figures that come in no time, once", async () => {
  store.update(moved(1));
  change();
  await vi.advanceTimersByTimeAsync(5);
  expect(draw).not.toHaveBeenCalled();
  store.update(answered(1));
  expect(draw).not.toHaveBeenCalled(); // while the others are told
  await microtasks();
  expect(draw).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(100);
  expect(draw).toHaveBeenCalledOnce();
});

it("is drawn before the next picture where figures come later, and again with them", async () => {
  store.update(moved(1));
  change();
  await vi.advanceTimersByTimeAsync(16);
  expect(draw).toHaveBeenCalledOnce();
  store.update(answered(1));
  change();
  await microtasks();
  expect(draw).toHaveBeenCalledTimes(2);
});

it("is drawn with figures of inputs before, where a slider moves faster than they come", async () => {
  store.update(moved(1));
  change();
  store.update(moved(2));
  await vi.advanceTimersByTimeAsync(5);
  store.update(answered(1));
  await microtasks();
  expect(draw).toHaveBeenCalledOnce();
});

it("is drawn at once where the inputs are refused or taken back", async () => {
  store.update(moved(1));
  change();
  store.update({ problemsOf: scenarios[1] });
  await microtasks();
  expect(draw).toHaveBeenCalledOnce();
  store.update(moved(2));
  change();
  store.update(moved(0));
  await microtasks();
  expect(draw).toHaveBeenCalledTimes(2);
});

it.each(["keydown", "input", "click"])("is drawn before a %s is heard, which counts from what the page shows", (deed) => {
  store.update(moved(1));
  change();
  page.addEventListener(deed, () => expect(draw).toHaveBeenCalledOnce());
  page.dispatchEvent(new Event(deed));
  expect(draw).toHaveBeenCalledOnce();
});
