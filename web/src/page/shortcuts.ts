// The keys that work from everywhere on the page.
import { useEffect } from "preact/hooks";
import type { Session } from "../state/session";

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * The letter that a key means. Where the layout writes Latin letters the letter decides, since Z stands elsewhere on French and German
 * keyboards; where it writes others (Cyrillic, Greek, Hebrew) the place of the key does, as it does for those who use them.
 */
function letterOf({ key, code }: Press): string {
  const isOtherScript = /^[\p{L}\p{M}]/u.test(key) && !/^\p{Script=Latin}/u.test(key);
  return isOtherScript ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "") : key.toLowerCase();
}

export function shortcutOf(press: Press): "undo" | "redo" | undefined {
  if (!(press.ctrlKey || press.metaKey) || press.altKey) return undefined;
  const letter = letterOf(press);
  if (letter === "z") return press.shiftKey ? "redo" : "undo";
  return letter === "y" ? "redo" : undefined;
}

/** Undo and redo from everywhere but fields, where the keys undo typing. */
export function useShortcuts(session: Session): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = isText(event.target) ? undefined : shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      session[shortcut]();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [session]);
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["range", "checkbox"].includes(target.type));
}
