// A list of which the chosen entry is done at once, and that then stands at its first again.

/** On such a list, while it is closed, an arrow key would do the next entry: it opens the list instead, where the browser lets it. */
export function openByArrow(event: KeyboardEvent & { currentTarget: HTMLSelectElement }): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  try {
    event.currentTarget.showPicker();
    event.preventDefault();
  } catch {
    // In a frame of another site, or an older browser.
  }
}
