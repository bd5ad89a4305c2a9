// What the sheet says of the slider's keys is what they do.
import { describe, expect, it } from "vitest";
import { IN_PLACE } from "../src/page/KeySheet";
import { keyed } from "../src/page/Slider";

const RANGE = { min: 0, max: 400, step: 2 };
const AT = 200;

const MEANT: { [written: string]: string } = {
  "←": "ArrowLeft",
  "→": "ArrowRight",
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  "Page Up": "PageUp",
  "Page Down": "PageDown",
};

const DONE: { [does: string]: number[] } = {
  "One step": [198, 202, 202, 198],
  "A tenth of the range": [240, 160],
  "To an end": [0, 400],
};

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", boolean>> = {}) =>
  keyed({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, AT, RANGE);

const lines = IN_PLACE.find(({ where }) => where === "On a slider")!.keys;
const said = lines.flatMap(([keys]) => keys.map((key) => MEANT[key] ?? key));

describe("on a slider", () => {
  it.each(lines)("%j: %s", (keys, does) => expect(keys.map((key) => press(MEANT[key] ?? key))).toEqual(DONE[does]));
  it("each key that moves one is on the sheet", () => {
    const all = [
      "ArrowLeft",
      "ArrowRight",
      "ArrowUp",
      "ArrowDown",
      "PageUp",
      "PageDown",
      "Home",
      "End",
      " ",
      "Enter",
      "Escape",
      "Tab",
      "a",
      "+",
      "-",
      "0",
    ];
    expect(all.filter((key) => press(key) !== undefined).sort()).toEqual([...said].sort());
  });
  it.each(["ctrlKey", "metaKey", "altKey"] as const)("no key moves one while %s is held", (held) =>
    expect(said.filter((key) => press(key, { [held]: true }) !== undefined)).toEqual([]),
  );
});
