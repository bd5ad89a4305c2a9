import { describe, expect, it } from "vitest";
import { documentText } from "../src/state/file";

const file = (...parts: BlobPart[]) => new File(parts, "mine.json");
const refused = (what: RegExp) => ({ message: expect.stringMatching(what) as string });

describe("a file", () => {
  it("is read as text", async () => expect(await documentText([file('{"title":"Größe"}')])).toEqual({ value: '{"title":"Größe"}' }));
  it("keeps its byte order mark, for the engine to name", async () =>
    expect(await documentText([file(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b]))])).toEqual({ value: "\uFEFF{" }));
  it("is no text where a byte is no UTF-8", async () =>
    expect(await documentText([file(new Uint8Array([0x7b, 0xff]))])).toMatchObject(refused(/not text in UTF-8/)));
  it("is not read where it is too large", async () => {
    expect(await documentText([file(" ".repeat(512 * 1024))])).toHaveProperty("value");
    const large = { name: "large.json", size: 512 * 1024 + 1, arrayBuffer: () => Promise.reject(new Error("read")) } as unknown as File;
    expect(await documentText([large])).toMatchObject(refused(/“large\.json” .*513 KB\. Allowed: up to 512 KB/));
  });
  it("says so when it cannot be read, as a folder", async () => {
    const folder = { name: "folder", size: 0, arrayBuffer: () => Promise.reject(new DOMException("no", "NotReadableError")) } as unknown as File;
    expect(await documentText([folder])).toMatchObject(refused(/“folder” .*cannot be read/));
  });
  it("comes alone", async () => expect(await documentText([file("{}"), file("{}")])).toMatchObject(refused(/^2 files .*Allowed: one/)));
});
