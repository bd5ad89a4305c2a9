// A thing that is selected is marked wherever it stands, in the scene too, until it is selected once more or Escape lets it go.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Session } from "../state/session";
import { usePicked, useSession } from "./context";

/** Whether what stands somewhere is of the thing that is selected; what is of no one thing never is. */
export function useIsSelected(name: string | undefined): boolean {
  return usePicked((state) => Boolean(name) && state.view.select === name);
}

export function toggleSelected(session: Session, name: string): void {
  session.look({ select: name === session.store.get().view.select ? "" : name });
}

/** Of rows by whose they are: the first of each thing alone is on the way of the Tab key, which would stop at every row. */
export function isFirstOf(rows: readonly { name?: string | undefined }[], at: number): boolean {
  return rows.findIndex(({ name }) => name === rows[at]!.name) === at;
}

interface Props {
  /** Of the thing; without one its children stand alone. */
  name: string | undefined;
  isTabbed?: boolean;
  /** Where its children alone do not say of what it is. */
  label?: string | undefined;
  children: ComponentChildren;
}

/** The title of a thing, or of what is of it, by which it is selected. */
export function Selectable({ name, isTabbed = true, label, children }: Props) {
  const session = useSession();
  const isSelected = useIsSelected(name);
  // An element of its own as the button is: a text that a translator has taken the place of goes with it, and would else stay behind.
  if (!name) return <span>{children}</span>;
  return (
    <button
      type="button"
      class="selectable"
      aria-label={label}
      aria-pressed={isSelected}
      tabIndex={isTabbed ? 0 : -1}
      onClick={() => toggleSelected(session, name)}
    >
      {children}
    </button>
  );
}

/** What has a use of its own for Escape, or for typed text. */
const OTHERS = 'dialog, [role="dialog"], [role="combobox"], .story, .add-form, input:not([type="range"], [type="checkbox"]), textarea, select';

/** Escape lets go of what is selected, where it means nothing else. */
export function useLettingGo(session: Session): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !session.store.get().view.select) return;
      if (document.querySelector("dialog[open]") || (event.target instanceof Element && event.target.closest(OTHERS))) return;
      session.look({ select: "" });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [session]);
}
