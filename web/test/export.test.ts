import { describe, expect, it } from "vitest";
import { commaSeparated, tabSeparated } from "../src/page/export";

describe("tables as text", () => {
  it("are tab-separated for the clipboard", () => expect(tabSeparated([["Month", "A\tB"], ["2026-05", -1.5]])).toBe("Month\tA B\n2026-05\t-1.5"));
  it("are quoted in CSV where they must be", () => expect(commaSeparated([['say "x", y', 1]])).toBe('"say ""x"", y",1\r\n'));
  it("leave out what is absent", () => expect(commaSeparated([["a", Number.NaN]])).toBe("a,\r\n"));
  it("keep a name from becoming a formula", () => expect(commaSeparated([["=HYPERLINK(1)", -5]])).toBe("'=HYPERLINK(1),-5\r\n"));
});
