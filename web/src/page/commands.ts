// What can be done with the page as a whole, and by which keys: said here once, for the handler of keys, the sheet that lists them,
// the palette and the titles of buttons.

export type CommandName = "undo" | "redo" | "palette" | "save" | "open" | "keys" | "earlier" | "later";

/** A letter that is pressed with Ctrl (on a Mac with ⌘), or a sign that is typed alone. */
export interface Keys {
  key: string;
  control?: true;
  shift?: true;
}

export interface Command {
  title: string;
  /** Other words that people look for it by. */
  words?: string;
  /** Why it may do nothing. */
  idle?: string;
  keys: readonly Keys[];
  /** In a field the keys are the field's own. */
  outsideFields?: true;
}

export const COMMANDS: { [name in CommandName]: Command } = {
  undo: {
    title: "Undo",
    words: "back revert take back",
    idle: "Nothing to undo",
    keys: [{ key: "z", control: true }],
    outsideFields: true,
  },
  redo: {
    title: "Redo",
    words: "again repeat forward",
    idle: "Nothing to redo",
    keys: [
      { key: "z", control: true, shift: true },
      { key: "y", control: true },
    ],
    outsideFields: true,
  },
  palette: { title: "Find anything", keys: [{ key: "k", control: true }] },
  save: { title: "Download the scenario with its changes, as a file", words: "save export json", keys: [{ key: "s", control: true }] },
  open: {
    title: "Open a scenario file, or drop it on the page",
    words: "load import upload json excel workbook",
    keys: [{ key: "o", control: true }],
  },
  keys: { title: "Keys", words: "keyboard shortcuts help", keys: [{ key: "/", control: true }, { key: "?" }] },
  earlier: { title: "One month earlier", words: "previous", idle: "This is the first month", keys: [{ key: "," }] },
  later: { title: "One month later", words: "next", idle: "This is the last month", keys: [{ key: "." }] },
};

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/** Keys as they are written on them: "Ctrl+Shift+Z", on a Mac "⇧⌘Z". */
export function keysText({ key, control, shift }: Keys, mac = isMac): string {
  const sign = key.toUpperCase();
  if (mac) return `${shift ? "⇧" : ""}${control ? "⌘" : ""}${sign}`;
  return `${control ? "Ctrl+" : ""}${shift ? "Shift+" : ""}${sign}`;
}

/** What a button has that does the same as a command. */
export function commandProps(name: CommandName) {
  const { title, keys } = COMMANDS[name];
  const names = keys.map(({ key, control, shift }) => [control && (isMac ? "Meta" : "Control"), shift && "Shift", key.toUpperCase()]);
  return {
    title: `${title} (${keysText(keys[0]!)})`,
    "aria-keyshortcuts": names.map((parts) => parts.filter(Boolean).join("+")).join(" "),
    "data-command": name,
  };
}
