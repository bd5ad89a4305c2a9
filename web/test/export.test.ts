import { describe, expect, it } from "vitest";
import { commaSeparated, tabSeparated } from "../src/page/export";

describe("tables as text", () => {
  it("are tab-separated for the clipboard", () => expect(tabSeparated([["Month", "A\tB"], ["2026-05", -1.5]])).toBe("Month\tA B\n2026-05\t-1.5"));
  it("are quoted in CSV where they must be", () => expect(commaSeparated([['say "x", y', 1]])).toBe('"say ""x"", y",1\r\n'));
  it("are quoted where another spreadsheet would part them", () => expect(commaSeparated([["a;=b", 1]])).toBe('"a;=b",1\r\n'));
  it("leave out what is absent", () => {
    expect(commaSeparated([["a", Number.NaN]])).toBe("a,\r\n");
    expect(tabSeparated([["a", Number.NaN]])).toBe("a\t");
  });
  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", " =1", "\t=1", "＝1"])("keep the name “%s” from becoming a formula, and numbers numbers", (name) => {
    expect(commaSeparated([[name, -5]]).replaceAll('"', "")).toBe(`'${name},-5\r\n`);
    expect(tabSeparated([[name, -5]])).toBe(`'${name.replace("\t", " ")}\t-5`);
  });
});
