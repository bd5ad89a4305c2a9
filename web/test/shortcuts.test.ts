import { describe, expect, it, vi } from "vitest";
import { COMMANDS, keysText } from "../src/page/commands";
import { canDo, haveSignsWork, shortcutOf, signsWork } from "../src/page/shortcuts";
import { begin } from "../src/state/history";
import { base, document } from "./fixture";

const press = (key: string, code: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = { ctrlKey: true }) =>
  shortcutOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("undo and redo", () => {
  it.each([
    ["QWERTY", "z", "KeyZ", "undo"],
    ["QWERTY", "y", "KeyY", "redo"],
    ["Caps Lock", "Z", "KeyZ", "undo"],
    ["AZERTY", "z", "KeyW", "undo"],
    ["AZERTY", "w", "KeyZ", undefined],
    ["QWERTZ", "z", "KeyY", "undo"],
    ["QWERTZ", "y", "KeyZ", "redo"],
    ["Dvorak", ";", "KeyZ", undefined],
    ["Dvorak", "f", "KeyY", undefined],
    ["Dvorak", "z", "Slash", "undo"],
    ["Polish", "ż", "KeyZ", undefined],
    ["Russian", "я", "KeyZ", "undo"],
    ["Russian", "н", "KeyY", "redo"],
    ["Russian capitals", "Я", "KeyZ", "undo"],
    ["Greek", "ζ", "KeyZ", "undo"],
    ["Greek", "υ", "KeyY", "redo"],
    ["Hebrew", "ז", "KeyZ", "undo"],
    ["Hebrew", "ט", "KeyY", "redo"],
    ["Arabic", "ئ", "KeyZ", "undo"],
    ["Thai", "ผ", "KeyZ", "undo"],
    ["Thai mark", "\u0e31", "KeyY", "redo"],
    ["Russian, another key", "ф", "KeyA", undefined],
    ["a key without a letter", "Unidentified", "KeyZ", undefined],
    ["digit", "1", "Digit1", undefined],
  ])("%s %s at %s: %s", (_, key, code, shortcut) => expect(press(key, code)).toBe(shortcut));
  it.each([
    [{ ctrlKey: true, shiftKey: true }, "redo"],
    [{ metaKey: true }, "undo"],
    [{ metaKey: true, shiftKey: true }, "redo"],
    [{}, undefined],
    [{ shiftKey: true }, undefined],
    [{ ctrlKey: true, altKey: true }, undefined],
  ] as const)("with %o held: %s", (held, shortcut) => {
    expect(press("z", "KeyZ", held)).toBe(shortcut);
    expect(press("я", "KeyZ", held)).toBe(shortcut);
  });
});

describe("commands", () => {
  it.each([
    ["k", "KeyK", { ctrlKey: true }, "palette"],
    ["л", "KeyK", { metaKey: true }, "palette"],
    ["s", "KeyS", { ctrlKey: true }, "save"],
    ["S", "KeyS", { ctrlKey: true, shiftKey: true }, undefined],
    ["s", "KeyS", {}, undefined],
    ["o", "KeyO", { metaKey: true }, "open"],
    ["/", "Slash", { ctrlKey: true }, "keys"],
    ["/", "Digit7", { ctrlKey: true, shiftKey: true }, "keys"], // German
    ["?", "Slash", { shiftKey: true }, "keys"],
    ["?", "KeyM", { shiftKey: true }, "keys"], // French
    ["/", "Slash", {}, undefined],
    [",", "Comma", {}, "earlier"],
    [".", "Period", {}, "later"],
    [".", "Period", { altKey: true }, undefined],
    [".", "Period", { ctrlKey: true }, undefined],
  ] as const)("%s at %s with %o: %s", (key, code, held, name) => expect(press(key, code, held)).toBe(name));
  it("have keys of their own", () => {
    const all = Object.values(COMMANDS).flatMap(({ keys }) => keys.map((each) => keysText(each, false)));
    expect(new Set(all).size).toBe(all.length);
  });
  it("are written as keyboards have them", () => {
    const redo = COMMANDS.redo.keys[0]!;
    expect([keysText(redo, false), keysText(redo, true)]).toEqual(["Ctrl+Shift+Z", "⇧⌘Z"]);
  });
});

describe("a command would do something", () => {
  const present = { origin: { name: "small" }, base, changes: new Map() };
  const state = (past: number, month: number) => ({
    history: { ...begin(present), past: Array.from({ length: past }, () => present) },
    view: { month },
    result: { months: ["2026-05", "2026-06", "2026-07"], document, obstacles: [] },
  });
  it.each([
    ["undo", 0, 0, false],
    ["undo", 1, 0, true],
    ["redo", 1, 0, false],
    ["earlier", 0, 0, false],
    ["earlier", 0, 1, true],
    ["later", 0, 1, true],
    ["later", 0, 2, false],
    ["palette", 0, 0, true],
  ] as const)("%s after %i steps in month %i: %s", (name, past, month, can) => expect(canDo(name, state(past, month))).toBe(can));
});

it("signs are switched off where the browser keeps nothing too, as in a sandboxed frame", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(signsWork()).toBe(true);
  haveSignsWork(false);
  expect(signsWork()).toBe(false);
  vi.unstubAllGlobals();
});
