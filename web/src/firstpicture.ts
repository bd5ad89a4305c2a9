// What the first picture of the page waits for: its processor, or the line that brings its parts.

/** A line that took so long, in milliseconds, to bring a script of the page takes a second and more to bring the engine. */
const SLOW = 100;

/** So long, in milliseconds, a picture is waited for: none is drawn in a window that is hidden or a frame that is out of sight. */
const PATIENCE = 1000;

/** Whether the line that brought the page is slow. A page that came from where it was kept did not show it, nor will its engine. */
export function isLineSlow(): boolean {
  const parts = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return parts.some(({ initiatorType, duration }) => initiatorType === "script" && duration > SLOW);
}

/** Settles after the picture that has what the page's script has done so far, and will do before it. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}
