// Has the page drawn once a tick of a slider, and not twice.
import { options } from "preact";
import { type State, standing } from "../state/state";
import type { Store } from "../state/store";

/** So long, in milliseconds, figures are waited for: less than until the next picture, so that nobody sees an input stand still. */
const PATIENCE = 12;

/** What a person does meets the page as it is now, so that a second key counts from where the first has led. */
const DEEDS = ["keydown", "beforeinput", "input", "change", "pointerdown", "pointerup", "click", "focusin", "focusout", "paste", "drop"];

/**
 * What changes while figures are awaited is drawn with them, where they come in no time: to draw an input that moves first, and
 * to lay out the page for it, keeps the script from hearing the answer.
 */
export function drawTogether(store: Store<State>, page: EventTarget = window): void {
  let shown = store.get().shown;
  let due: { draw(): void; timer: ReturnType<typeof setTimeout> } | undefined;
  const draw = () => {
    const waited = due;
    due = undefined;
    clearTimeout(waited?.timer);
    waited?.draw();
  };
  for (const deed of DEEDS) page.addEventListener(deed, draw, { capture: true });
  store.watch(() => {
    const state = store.get();
    if (state.shown === shown && standing(state) === "awaited") return;
    shown = state.shown;
    if (due) queueMicrotask(draw); // once all who watch have been told
  });
  options.debounceRendering = (now) => {
    if (standing(store.get()) !== "awaited") queueMicrotask(now);
    else due = { draw: now, timer: setTimeout(draw, PATIENCE) };
  };
}
