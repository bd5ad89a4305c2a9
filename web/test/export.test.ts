import { afterEach, describe, expect, it, vi } from "vitest";
import { clipboardRefusal, commaSeparated, copyText, fileText, isSurelyAllowed, tabSeparated } from "../src/page/export";

afterEach(() => vi.unstubAllGlobals());

describe("tables as text", () => {
  it("are tab-separated for the clipboard", () =>
    expect(
      tabSeparated([
        ["Month", "A\tB"],
        ["2026-05", -1.5],
      ]),
    ).toBe("Month\tA B\n2026-05\t-1.5"));
  it("are quoted in CSV where they must be", () => expect(commaSeparated([['say "x", y', 1]])).toBe('"say ""x"", y",1\r\n'));
  it("are quoted where another spreadsheet would part them", () => expect(commaSeparated([["a;=b", 1]])).toBe('"a;=b",1\r\n'));
  it("leave out what is absent", () => {
    expect(commaSeparated([["a", Number.NaN]])).toBe("a,\r\n");
    expect(tabSeparated([["a", Number.NaN]])).toBe("a\t");
  });
  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", " =1", "\t=1", "＝1"])(
    "keep the name “%s” from becoming a formula, and numbers numbers",
    (name) => {
      expect(commaSeparated([[name, -5]]).replaceAll('"', "")).toBe(`'${name},-5\r\n`);
      expect(tabSeparated([[name, -5]])).toBe(`'${name.replace("\t", " ")}\t-5`);
    },
  );
});

describe("a file", () => {
  it("of CSV begins with a byte order mark, for Excel", () => expect(fileText({ text: "Zürich\r\n", type: "text/csv" })).toBe("\ufeffZürich\r\n"));
  it("of anything else does not", () => expect(fileText({ text: "{}", type: "application/json" })).toBe("{}"));
});

/** A window in frames, from the outermost in: each the sandbox of its element, "" without one, or "foreign" where its parent is of another origin. */
function standing(origin: string, protocol: string, ...frames: string[]): void {
  const top: { [name: string]: unknown } = { frameElement: null };
  top["parent"] = top;
  const view = frames.reduce((parent, sandbox) => {
    const tokens = sandbox.split(" ");
    const frameElement =
      sandbox === "foreign" ? null : { hasAttribute: () => sandbox !== "", sandbox: { contains: (token: string) => tokens.includes(token) } };
    return { parent, frameElement };
  }, top);
  view["origin"] = origin;
  vi.stubGlobal("window", view);
  vi.stubGlobal("location", { protocol });
}

describe("whether downloads are certain to arrive", () => {
  it.each([
    [true, "a page of its own", "https://a", "https:", []],
    [true, "a file from a disk", "null", "file:", []],
    [true, "a frame of the same origin", "https://a", "https:", [""]],
    [true, "a sandbox that says so", "https://a", "https:", ["", "allow-scripts allow-same-origin allow-downloads"]],
    [false, "a sandbox by the server's policy", "null", "https:", []],
    [false, "a sandbox to scripts alone", "null", "https:", ["foreign"]],
    [false, "a sandbox that does not say so", "https://a", "https:", ["allow-scripts allow-same-origin"]],
    [false, "a frame in such a sandbox", "https://a", "https:", ["allow-scripts allow-same-origin", ""]],
    [false, "a frame of another origin", "https://a", "https:", ["foreign"]],
    [false, "a frame in a frame of another origin", "https://a", "https:", ["foreign", ""]],
    [false, "a file in a frame", "null", "file:", ["foreign"]],
  ])("is %s in %s", (certain, _, origin, protocol, frames) => {
    standing(origin, protocol, ...frames);
    expect(isSurelyAllowed("allow-downloads")).toBe(certain);
  });
  it("is told apart from windows", () => {
    standing("https://a", "https:", "allow-same-origin allow-popups");
    expect([isSurelyAllowed("allow-popups"), isSurelyAllowed("allow-downloads")]).toEqual([true, false]);
  });
});

describe("the clipboard", () => {
  it.each([
    ["This frame may not use the clipboard.", { parent: {}, isSecureContext: true }],
    ["Browsers let only pages with an https address use the clipboard.", { isSecureContext: false }],
    ["The browser does not let this page use the clipboard.", { isSecureContext: true }],
  ])("is closed for a reason: %s", (reason, view) => {
    const stub: { [name: string]: unknown } = { ...view };
    stub["parent"] ??= stub;
    vi.stubGlobal("window", stub);
    expect(clipboardRefusal()).toBe(reason);
  });

  function clipboard(): { written: unknown[]; items: boolean } {
    const seen = { written: [] as unknown[], items: false };
    vi.stubGlobal("document", {});
    vi.stubGlobal("navigator", {
      clipboard: {
        writeText: async (text: string) => void seen.written.push(text),
        write: async ([item]: { parts: { [type: string]: Promise<Blob> } }[]) => {
          seen.items = true;
          seen.written.push(await (await item!.parts["text/plain"]!).text());
        },
      },
    });
    vi.stubGlobal(
      "ClipboardItem",
      class {
        constructor(readonly parts: unknown) {}
      },
    );
    return seen;
  }
  it("takes a text at once", async () => {
    const seen = clipboard();
    expect(await copyText("now")).toBe(true);
    expect(seen).toEqual({ written: ["now"], items: false });
  });
  it("is asked within the press for a text that comes later", async () => {
    const seen = clipboard();
    let come = (_: string) => {};
    const copied = copyText(new Promise((settle) => (come = settle)));
    expect(seen.items).toBe(true);
    come("later");
    expect(await copied).toBe(true);
    expect(seen.written).toEqual(["later"]);
  });
  it("waits for a text where it takes no promises", async () => {
    const seen = clipboard();
    vi.stubGlobal("ClipboardItem", undefined);
    expect(await copyText(Promise.resolve("later"))).toBe(true);
    expect(seen).toEqual({ written: ["later"], items: false });
  });
  it("copies nothing of a text that does not come", async () => {
    clipboard();
    expect(await copyText(Promise.reject(new Error("no link")))).toBe(false);
  });
  it("is not tried where the frame's policy forbids it", async () => {
    const seen = clipboard();
    vi.stubGlobal("document", { featurePolicy: { allowsFeature: () => false } });
    expect(await copyText("now")).toBe(false);
    expect(seen.written).toEqual([]);
  });
  it("that is not there refuses", async () => {
    clipboard();
    vi.stubGlobal("navigator", {});
    expect(await copyText("now")).toBe(false);
  });
});
