// While the engine has not answered: that is to be seen, and what belongs to other inputs than those shown cannot be operated.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Origin } from "../engine/engine";
import type { Session } from "../state/session";
import { canGoBack, type State, standing } from "../state/state";
import { usePicked, useSession } from "./context";

/** An answer that comes sooner than this, in milliseconds, needs no words; the figures would only flicker. */
export const SOON = 150;

/** With these something else was meant than what was pressed before. */
const DEEDS = ["pointerdown", "keydown"];

interface FiguredProps {
  /** How its figures stand to the present inputs, where they are not those of the run; always the same function. */
  of?: typeof standing;
  children: ComponentChildren;
}

/** What shows figures. While those of the present inputs are awaited, or cannot be had, it is inert, and after a moment marked. */
export function Figured({ of = standing, children }: FiguredProps) {
  const session = useSession();
  const stand = usePicked(of);
  const place = useInert(session, (state) => of(state) !== "current");
  return (
    <div class="figured" data-standing={stand} aria-busy={stand === "awaited"} ref={place}>
      {children}
    </div>
  );
}

/**
 * Keeps an element from being operated while the state says so: at once, and if that lasts visibly to every tool. What was pressed before
 * that was to be seen is pressed once it can be. An element with the focus in it keeps that, since the reader would else be led out of it
 * by a key that changed an input.
 */
export function useInert(session: Session, isInert: (state: State) => boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed: { on: HTMLElement; of: Origin | undefined } | undefined;
    const openNow = () => session.store.get().history?.present.origin;
    // In another scenario it would be pressed on what stands in that place there.
    const press = () => {
      const due = pressed;
      pressed = undefined;
      if (due?.on.isConnected && due.of === openNow()) due.on.click();
    };
    const set = () => {
      const inert = isInert(session.store.get());
      if (inert === element.hasAttribute("data-inert")) return;
      element.toggleAttribute("data-inert", inert);
      clearTimeout(timer);
      if (inert) timer = setTimeout(late, SOON);
      else {
        element.inert = false;
        element.removeAttribute("data-late");
        if (pressed) setTimeout(press); // once what has come is drawn
      }
    };
    // At every tick of a slider this would have the browser style and paint the whole page again, twice.
    const late = () => {
      element.setAttribute("data-late", "");
      element.inert = !element.contains(document.activeElement);
    };
    const stop = (event: Event) => {
      const isShortcut = event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.key === "Tab");
      if (isShortcut || !element.hasAttribute("data-inert")) return;
      event.stopPropagation();
      event.preventDefault();
      const on = isPress(event) && (event.target as Element).closest<HTMLElement>("button, a, summary");
      if (on) pressed = { on, of: openNow() };
    };
    const forget = () => {
      pressed = undefined;
    };
    set();
    const kinds = ["click", "pointerdown", "keydown"];
    for (const kind of kinds) element.addEventListener(kind, stop, { capture: true });
    for (const kind of DEEDS) addEventListener(kind, forget, { capture: true });
    const unwatch = session.store.watch(set);
    return () => {
      unwatch();
      clearTimeout(timer);
      for (const kind of kinds) element.removeEventListener(kind, stop, { capture: true });
      for (const kind of DEEDS) removeEventListener(kind, forget, { capture: true });
    };
  }, [session]);
  return place;
}

/** Whether it presses what has the focus or is under the pointer. */
function isPress(event: Event): boolean {
  return event instanceof KeyboardEvent ? event.key === "Enter" || event.key === " " : event.type === "click";
}

/** Whether something is waited for, and has been for longer than needs no words. */
export function useLong(waits: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    setIsLong(false);
    if (!waits) return;
    const timer = setTimeout(() => setIsLong(true), SOON);
    return () => clearTimeout(timer);
  }, [waits]);
  return waits && isLong;
}

/** Says, after a moment, that figures are on their way and what the engine is doing. */
export function Waiting() {
  const waits = usePicked((state) => state.opening || (state.history !== undefined && standing(state) === "awaited"));
  const isOpening = usePicked((state) => state.opening);
  const progress = usePicked((state) => state.progress);
  const isShown = useLong(waits);
  const session = useSession();
  // While nothing is open there is nothing to stay with, and before the first figures none to go back to.
  const canStay = usePicked((state) => state.opening && state.history !== undefined);
  const canTakeBack = usePicked((state) => !state.opening && canGoBack(state));
  const cancel = () => {
    if (canStay) session.stay();
    else session.takeBack();
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <div class="waiting" role="status" data-shown={isShown}>
      {isShown && (
        <p>
          {isOpening ? "Opening the scenario" : "Computing"}
          {progress && `: ${progress.doing}`}…
        </p>
      )}
      {isShown && (canStay || canTakeBack) && (
        <button type="button" class="small" onClick={cancel}>
          Cancel
        </button>
      )}
      {isShown && <progress max={1} {...(progress && { value: progress.part })} aria-label="Progress" />}
    </div>
  );
}
