// The keys that work from everywhere on the page.
import { useEffect } from "preact/hooks";
import type { Session } from "../state/session";
import type { State } from "../state/state";
import { store, stored } from "../stored";
import { COMMANDS, type CommandName } from "./commands";
import { showDialog } from "./showndialog";

type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * The letter that a key means. Where the layout writes Latin letters the letter decides, since Z stands elsewhere on French and German
 * keyboards; where it writes others (Cyrillic, Greek, Hebrew) the place of the key does, as it does for those who use them.
 */
function letterOf({ key, code }: Press): string {
  const isOtherScript = /^[\p{L}\p{M}]/u.test(key) && !/^\p{Script=Latin}/u.test(key);
  return isOtherScript ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "") : key.toLowerCase();
}

/** The command that a press of a key means. Signs are typed with or without Shift, as the keyboard has them. */
export function shortcutOf(press: Press): CommandName | undefined {
  if (press.altKey) return undefined;
  const control = press.ctrlKey || press.metaKey;
  const letter = control ? letterOf(press) : press.key;
  const isMeant = ([, { keys }]: [string, (typeof COMMANDS)[CommandName]]) =>
    keys.some(
      (each) => each.key === letter && (each.control ?? false) === control && (!/[a-z]/.test(each.key) || (each.shift ?? false) === press.shiftKey),
    );
  return (Object.entries(COMMANDS) as [CommandName, (typeof COMMANDS)[CommandName]][]).find(isMeant)?.[0];
}

const SIGNS = "signs";

let signs = stored(SIGNS) !== "off";

/** Whether signs work that are typed without Ctrl: who speaks to the computer may type them unawares (WCAG 2.1.4). */
export function signsWork(): boolean {
  return signs;
}

export function haveSignsWork(work: boolean): void {
  signs = work;
  store(SIGNS, work ? undefined : "off");
}

/** Whether a command would do something now. */
export function canDo(name: CommandName, { history, view: { month = 0 }, result }: Pick<State, "history" | "view" | "result">): boolean {
  switch (name) {
    case "undo":
      return (history?.past.length ?? 0) > 0;
    case "redo":
      return (history?.future.length ?? 0) > 0;
    case "earlier":
      return month > 0;
    case "later":
      return month < (result?.months.length ?? 1) - 1;
    default:
      return true;
  }
}

/** Does what a command says. */
export function doCommand(name: CommandName, session: Session): void {
  const state = session.store.get();
  const month = state.view.month ?? 0;
  const deeds: { [name in CommandName]?: () => void } = {
    undo: () => session.undo(),
    redo: () => session.redo(),
    palette: () => showDialog("palette"),
    keys: () => showDialog("keys"),
    earlier: () => canDo("earlier", state) && session.look({ month: month - 1 }),
    later: () => canDo("later", state) && session.look({ month: month + 1 }),
  };
  // The others are what their buttons do, where there are such.
  (deeds[name] ?? (() => document.querySelector<HTMLElement>(`[data-command="${name}"]`)?.click()))();
}

export function useShortcuts(session: Session): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = event.isComposing || event.defaultPrevented ? undefined : shortcutOf(event);
      if (!name) return;
      const isSign = !event.ctrlKey && !event.metaKey;
      if (isField(event.target) && (isSign || COMMANDS[name].outsideFields)) return;
      if (isSign && (!signsWork() || isModal())) return;
      event.preventDefault();
      doCommand(name, session);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [session]);
}

/** Where keys are text, or choose by it. */
function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["range", "checkbox"].includes(target.type);
}

function isModal(): boolean {
  return document.querySelector("dialog[open]") !== null;
}
