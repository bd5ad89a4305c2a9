// How near the campus is looked at and from where: buttons over the canvas, keys, the wheel with a key, a drag, two fingers.
// The wheel alone and one finger scroll the page, as everywhere on it.
import { ALL, FARTHER, type Move, moveOf, NEARER } from "./keys";

export interface Camera {
  /** Nearer by a factor around a place in CSS pixels (0 is back to all of it), shifted by a distance; smoothly or as the hand goes. */
  move(by: number, x: number, y: number, right: number, down: number, smoothly: boolean): void;
  look(fromAbove: boolean): void;
}

export interface Tools {
  /** Shows which way the campus is looked at. */
  shown(fromAbove: boolean): void;
  move(move: Move): void;
}

const style = `
.tools { position: absolute; top: 8px; right: 10px; display: flex; gap: 4px; }
.tools button { font: inherit; font-size: 12px; line-height: 18px; min-width: 24px; padding: 2px 8px; color: var(--ink); background: var(--paper);
  border: 1px solid var(--soft); border-radius: 4px; cursor: pointer; }
.tools button[aria-pressed=true] { background: var(--ink); color: var(--paper); }
.tools button:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
`;

export function createTools(camera: Camera): Tools {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const move = ([by, right, down]: Move) => camera.move(by, innerWidth / 2, innerHeight / 2, right * innerWidth, down * innerHeight, true);
  const bar = document.createElement("div");
  bar.className = "tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Look");
  const button = (text: string, name: string, keys: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    if (name !== text) made.setAttribute("aria-label", name);
    made.title = keys;
    made.addEventListener("click", act);
    bar.append(made);
    return made;
  };
  const above = button("From above", "From above", "or at an angle", () => {
    const fromAbove = above.getAttribute("aria-pressed") !== "true";
    shown(fromAbove);
    camera.look(fromAbove);
  });
  const shown = (fromAbove: boolean) => above.setAttribute("aria-pressed", String(fromAbove));
  shown(false);
  button("−", "Farther", "Key −", () => move(FARTHER));
  button("+", "Nearer", "Key +, Ctrl or ⌘ with the wheel, or two fingers", () => move(NEARER));
  button("All", "All of it", "Key 0", () => move(ALL));
  document.body.append(bar);
  for (const type of ["click", "pointermove", "pointerdown"]) bar.addEventListener(type, (event) => event.stopPropagation());

  document.addEventListener("keydown", (event) => {
    const meant = moveOf(event);
    if (!meant) return;
    event.preventDefault();
    move(meant);
  });
  followWheel(camera);
  followDrag(camera);
  followFingers(camera);
  return { shown, move };
}

function followWheel(camera: Camera): void {
  document.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 16;
      camera.move(1.01 ** -Math.max(-40, Math.min(40, pixels)), event.clientX, event.clientY, 0, 0, false);
    },
    { passive: false },
  );
}

/** A mouse that is held takes the campus along; that is no click on what it ends over. */
function followDrag(camera: Camera): void {
  const least = 4;
  let from: { x: number; y: number } | undefined;
  let dragged = false;
  document.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.pointerType === "mouse" && event.button === 0) from = { x: event.clientX, y: event.clientY };
  });
  document.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (!(event.buttons & 1)) {
      from = undefined;
      return;
    }
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    if (!dragged && Math.hypot(right, down) < least) return;
    dragged = true;
    from = { x: event.clientX, y: event.clientY };
    camera.move(1, event.clientX, event.clientY, right, down, false);
  });
  document.addEventListener("pointerup", () => (from = undefined));
  document.addEventListener("click", (event) => dragged && event.stopImmediatePropagation(), { capture: true });
}

function followFingers(camera: Camera): void {
  let before: { x: number; y: number; apart: number } | undefined;
  const held = ([one, other]: TouchList) => ({
    x: (one!.clientX + other!.clientX) / 2,
    y: (one!.clientY + other!.clientY) / 2,
    apart: Math.max(1, Math.hypot(one!.clientX - other!.clientX, one!.clientY - other!.clientY)),
  });
  const follow = (event: TouchEvent) => {
    if (event.touches.length !== 2) {
      before = undefined;
      return;
    }
    event.preventDefault(); // the page would grow
    const now = held(event.touches);
    if (before) camera.move(now.apart / before.apart, before.x, before.y, now.x - before.x, now.y - before.y, false);
    before = now;
  };
  for (const type of ["touchstart", "touchmove", "touchend"] as const) document.addEventListener(type, follow, { passive: false });
}
