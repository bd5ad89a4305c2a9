// A dialog over the page. The browser keeps the focus in it, closes it with Escape and gives the focus back where it came from.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import "../styles/dialogs.css";

interface Props {
  label: string;
  class?: string;
  onClose(): void;
  children: ComponentChildren;
}

export function Dialog({ label, class: own = "", onClose, children }: Props) {
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = place.current!;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={place}
      class={`over ${own}`}
      aria-label={label}
      // Told at once: the event of being closed comes later, when the next dialog may be open already.
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => event.currentTarget.isConnected && onClose()}
      // A press beside it is one on the dialog element itself, whose content fills it.
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div class="over-body">{children}</div>
    </dialog>
  );
}
