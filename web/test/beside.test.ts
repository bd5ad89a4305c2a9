// What a figure among words is called by.
import { describe, expect, it } from "vitest";
import { wordsBeside } from "../src/views/values";

describe("the words beside a figure", () => {
  const value = { unit: "USD", number: 1 };
  it.each([
    ["those before it", [{ words: "In May revenue is " }, { value }, { words: ", no more." }], "In May revenue is"],
    ["of its own sentence alone", [{ words: "So it ends. Free cash flow comes to " }, { value }, { words: "." }], "Free cash flow comes to"],
    ["between two figures", [{ value }, { words: ", of which " }, { value }], "of which"],
    ["those behind it where it begins", [{ words: "So it ends. " }, { value }, { words: " are needed. More." }], "are needed"],
    ["none where there are none", [{ value }], ""],
  ])("are %s", (_, pieces, expected) => {
    expect(
      wordsBeside(
        pieces,
        pieces.findLastIndex((piece) => "value" in piece),
      ),
    ).toBe(expected);
  });
});
