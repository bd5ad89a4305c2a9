// What is asked about a figure stands in a drawer at the side: it takes the focus, and gives it back where it came from last.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "../styles/drawer.css";

interface Props {
  /** What it is, for who cannot see it. */
  label: string;
  title: string;
  /** What it is about: where that becomes another, the focus comes here again. */
  about: unknown;
  wide?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

export function Drawer({ label, title, about, wide, onClose, children }: Props) {
  const drawer = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const element = drawer.current!;
    // What asks from within it goes with it.
    if (!element.contains(document.activeElement)) opener.current = document.activeElement;
    element.focus();
  }, [about]);
  useEffect(() => {
    const element = drawer.current!;
    return () => {
      const active = document.activeElement;
      // Where another has taken its place, that has the focus already.
      const isLeft = active === document.body || element.contains(active);
      if (isLeft && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  return (
    <div
      class={wide ? "drawer wide" : "drawer"}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      ref={drawer}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <div class="drawer-head">
        <h2>{title}</h2>
        <button type="button" class="icon" aria-label={`Close: ${label}`} onClick={onClose}>
          ×
        </button>
      </div>
      {children}
    </div>
  );
}
