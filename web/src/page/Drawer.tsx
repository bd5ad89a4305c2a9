// What is asked about a figure stands in a drawer at the side: it takes the focus, and gives it back where it came from.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

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
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  useEffect(() => drawer.current?.focus(), [about]);
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
        <button type="button" class="icon" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </div>
      {children}
    </div>
  );
}
