import { describe, expect, it } from "vitest";
import { filePolicy, sitePolicy } from "../policy.mjs";

/** The sources of a directive. */
function sources(policy: string, directive: string): string[] {
  const found = policy
    .split("; ")
    .map((part) => part.split(" "))
    .find(([name]) => name === directive);
  return found!.slice(1);
}

describe("the folder's policy", () => {
  it.each([
    ["", ["'self'"]],
    ["https://wiki.example", ["'self'", "https://wiki.example"]],
    ["http://192.0.2.7:8080", ["'self'", "http://192.0.2.7:8080"]],
    ["https://xn--bcher-kva.example", ["'self'", "https://xn--bcher-kva.example"]],
  ])("built for the origin %j allows its own files alone", (origin, own) => {
    const policy = sitePolicy(origin);
    expect(sources(policy, "default-src")).toEqual(["'none'"]);
    expect(sources(policy, "script-src")).toEqual([...own, "'wasm-unsafe-eval'"]);
    expect(sources(policy, "style-src")).toEqual(own);
    expect(sources(policy, "connect-src")).toEqual(own);
  });

  it.each([
    "https:",
    "https://",
    "*",
    "https://*",
    "https://*.example",
    "http://wiki.example/",
    "https://wiki.example/page",
    "wiki.example",
    "https://wiki.example:443",
    "https://WIKI.example",
    "https://wiki.example; script-src *",
    "https://wiki.example https:",
    'https://wiki.example"',
    "https://bücher.example",
    "https://[::1]:80",
    "https://user@wiki.example",
    "data:",
    "blob:",
    "'unsafe-inline'",
    "https://256.1.1.1",
    " https://wiki.example",
  ])("is not built for %j", (origin) => {
    expect(() => sitePolicy(origin)).toThrow(`ORIGIN: ${JSON.stringify(origin)}`);
  });
});

it("the single file's policy allows what is named by hash, and nothing to be fetched", () => {
  const policy = filePolicy(["one", Buffer.from("two")], ["style", "later"]);
  // printf one | openssl dgst -sha256 -binary | base64
  expect(sources(policy, "script-src")).toEqual([
    "'sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0='",
    "'sha256-P8TM/nRYcOLA2Z9x8w/wZWyN7dQcwdfT03aw2+aF4vM='",
    "'wasm-unsafe-eval'",
  ]);
  expect(sources(policy, "style-src")).toEqual([expect.stringMatching(/^'sha256-/), expect.stringMatching(/^'sha256-/)]);
  expect(sources(policy, "connect-src")).toEqual(["'none'"]);
});
