// Runs something once the page has painted and has nothing better to do; returns how to cancel it.
export function whenIdle(task: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const handle = requestIdleCallback(task, { timeout: 1500 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(task, 200);
  return () => clearTimeout(handle);
}

/** In milliseconds, that the inputs rest before something is asked that takes a while: a slider that is dragged would ask at each tick. */
const REST = 300;

/** Runs something once the inputs have rested and the page has nothing better to do; returns how to cancel it. */
export function whenRested(task: () => void): () => void {
  let forget: (() => void) | undefined;
  const timer = setTimeout(() => {
    forget = whenIdle(task);
  }, REST);
  return () => {
    clearTimeout(timer);
    forget?.();
  };
}

/** In milliseconds: who touches nothing for so long reads, or has gone. */
const READING = 4000;
const TOUCHES = ["input", "keydown", "pointerdown", "wheel"];

/** Runs something that takes a processor for seconds once nothing has been touched for a while, or the page is out of sight; returns how to cancel it. */
export function whenLeftAlone(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(begin, READING);
  };
  const look = () => document.visibilityState === "hidden" && begin();
  const cancel = () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    for (const touch of TOUCHES) removeEventListener(touch, wait, { capture: true });
  };
  const begin = () => {
    cancel();
    task();
  };
  for (const touch of TOUCHES) addEventListener(touch, wait, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  wait();
  look();
  return cancel;
}
