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
