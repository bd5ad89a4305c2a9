import { afterEach, describe, expect, it, vi } from "vitest";
import { compilePart, fetchPart, fetchText, scriptRefusal } from "../src/fetched";

const ADDRESS = "https://host/sub/part";
/** The smallest module. */
const MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

function answering(body: BodyInit | null, status: number, headers: { [name: string]: string } = {}, statusText = ""): void {
  vi.stubGlobal("fetch", async () => {
    const response = new Response(body, { status, statusText, headers });
    if (!("Content-Type" in headers)) response.headers.delete("Content-Type");
    return response;
  });
}

afterEach(() => vi.unstubAllGlobals());

describe("a part that is fetched", () => {
  it("is handed over whatever type it has", async () => {
    answering("x", 200, { "Content-Type": "application/octet-stream" });
    expect(await (await fetchPart("part", ADDRESS)).text()).toBe("x");
    answering("x", 200);
    expect(await fetchText("part", ADDRESS)).toBe("x");
  });
  it.each([
    [404, {}, "Not Found", "the server answered 404 Not Found"],
    [503, {}, "", "the server answered 503"],
    [200, { "Content-Type": "text/html" }, "", "the server answered 200 with a web page instead"],
    [200, { "Content-Type": "TEXT/HTML; charset=utf-8" }, "", "the server answered 200 with a web page instead"],
  ])("is named with its address where the answer is %i %j", async (status, headers, statusText, why) => {
    answering("<h1>no</h1>", status, headers as { [name: string]: string }, statusText);
    await expect(fetchPart("part", ADDRESS)).rejects.toThrow(`part could not be loaded from ${ADDRESS}: ${why}`);
  });
  it("is named where no answer comes", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch.")));
    await expect(fetchPart("part", ADDRESS)).rejects.toThrow(`${ADDRESS}: no answer came, or the browser may not read it (Failed to fetch)`);
  });
  it.each(["<!doctype html>", "\n <html>"])("is no page that is sent as a script: %j", async (body) => {
    answering(body, 200, { "Content-Type": "text/javascript" });
    await expect(fetchText("part", ADDRESS)).rejects.toThrow("a web page instead");
  });
});

describe("a module", () => {
  it.each(["application/wasm; charset=utf-8", "application/octet-stream", "text/plain", undefined])("compiles when sent as %s", async (type) => {
    answering(MODULE, 200, type ? { "Content-Type": type } : {});
    expect(await compilePart("part", ADDRESS, await fetchPart("part", ADDRESS))).toBeInstanceOf(WebAssembly.Module);
  });
  it("streams where that is allowed", async () => {
    const compileStreaming = vi.spyOn(WebAssembly, "compileStreaming");
    for (const type of ["application/wasm", "Application/WASM", "application/wasm;"]) {
      answering(MODULE, 200, { "Content-Type": type });
      expect(await compilePart("part", ADDRESS, await fetchPart("part", ADDRESS))).toBeInstanceOf(WebAssembly.Module);
    }
    expect(compileStreaming).toHaveBeenCalledTimes(1);
    compileStreaming.mockRestore();
  });
  it("that is none says what it was sent as", async () => {
    answering("gone", 200, { "Content-Type": "text/plain" });
    await expect(compilePart("part", ADDRESS, await fetchPart("part", ADDRESS))).rejects.toThrow(
      `${ADDRESS}: it arrived and could not be compiled (it is no WebAssembly; the server sends it as text/plain)`,
    );
  });
  it.each([[[]], [[0, 0x61]], [[0, 0x61, 0x73, 0x6d, 1]]])("that is cut off after %j is named", async (bytes) => {
    answering(new Uint8Array(bytes), 200);
    await expect(compilePart("part", ADDRESS, await fetchPart("part", ADDRESS))).rejects.toThrow(/part could not be loaded .* could not be compiled/);
  });
});

describe("a script element", () => {
  it.each([
    ["text/javascript", false, undefined],
    ["text/javascript; charset=utf-8", true, undefined],
    ["application/x-javascript", true, undefined],
    ["text/plain", false, undefined],
    ["application/octet-stream", false, undefined],
    ["", false, undefined],
    ["text/plain", true, "the server sends it as text/plain, and it must be text/javascript"],
    ["", true, "the server sends it as no type, and it must be text/javascript"],
    ["image/png", false, "the server sends it as image/png, and it must be text/javascript"],
    ["text/csv", false, "the server sends it as text/csv, and it must be text/javascript"],
  ])("runs or not what is sent as “%s”, nosniff %s", (type, nosniff, refusal) => {
    const response = new Response(null, {
      headers: { ...(type && { "Content-Type": type }), ...(nosniff && { "X-Content-Type-Options": "nosniff" }) },
    });
    expect(scriptRefusal(response)).toBe(refusal);
  });
});
