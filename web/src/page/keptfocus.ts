// What has the focus may go or be disabled, such as a button that is of no more use. Then what stands nearest has it, so that keys go on
// from there and not from the top of the page.

const CONTROLS = "a[href], button, input, select, summary, textarea, [tabindex]";

const DIALOGS = "dialog, [role=dialog]";

interface Held {
  element: HTMLElement;
  /** What stood before it, for where it has gone. */
  before: Element | null;
}

export function keepFocus(): void {
  /** What has the focus, and what it stands in, from the inside out. */
  let held: Held[] = [];
  const keep = () => {
    const left = held[0]?.element;
    if (!left || !isLost(left)) return;
    const active = document.activeElement;
    if (active === document.body || active === left) nearest(left, held)?.focus({ preventScroll: true });
  };
  addEventListener("focusin", (event) => {
    const elements = event.composedPath().filter((each) => each instanceof HTMLElement);
    held = elements.map((element) => ({ element, before: element.previousElementSibling }));
  });
  addEventListener("focusout", ({ target }) =>
    // What goes is told while it is still there.
    queueMicrotask(() => {
      const left = held[0]?.element;
      if (left && target === left && !isLost(left)) held = [];
    }),
  );
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
}

function isLost(element: HTMLElement): boolean {
  return !element.isConnected || element.matches(":disabled");
}

/** What stands now in the place of what has gone, or before what is disabled. What a dialog that has closed leaves is its own matter. */
function nearest(left: HTMLElement, held: readonly Held[]): HTMLElement | undefined {
  for (const [at, { element, before }] of held.entries()) {
    const around = held[at + 1]?.element;
    if (!around || element.matches(DIALOGS)) return undefined;
    if (!around.isConnected) continue;
    if (around.hasAttribute("tabindex")) return around;
    const controls = [...around.querySelectorAll<HTMLElement>(CONTROLS)].filter(canFocus);
    const isBehind = (control: HTMLElement) => !before || before.compareDocumentPosition(control) === Node.DOCUMENT_POSITION_FOLLOWING;
    const isBefore = (control: HTMLElement) => left.compareDocumentPosition(control) === Node.DOCUMENT_POSITION_PRECEDING;
    const next = left.isConnected ? (controls.findLast(isBefore) ?? controls[0]) : (controls.find(isBehind) ?? controls.at(-1));
    if (next) return next;
  }
  return undefined;
}

function canFocus(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(":disabled, [inert] *") && element.checkVisibility({ visibilityProperty: true });
}
