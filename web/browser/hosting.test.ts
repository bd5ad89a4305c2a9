// The page on web servers as they are: with whatever types, policy, charset and address they use it runs, or says in plain
// words what is wrong and what the host must do. Never a white page.
import { type Browser, expect, test } from "@playwright/test";
import { type Faults, host } from "./host";
import { figures, opened } from "./page";
import { linkTo } from "./reference";

const NOT_FOUND = (response: import("node:http").ServerResponse) => response.writeHead(404, "Not Found").end();
const ERROR_PAGE = (response: import("node:http").ServerResponse) =>
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end("<!doctype html><title>Oops</title><h1>Sign in</h1>");

/** The text of the page below a host once `seen` is on it. */
async function textOf(browser: Browser, faults: Faults, seen: RegExp, path = ""): Promise<string> {
  const server = await host(faults);
  const page = await browser.newPage();
  await page.goto(path === "without slash" ? server.address.slice(0, -1) : server.address + path);
  await expect(page.locator("body")).toContainText(seen, { timeout: 30_000, useInnerText: true });
  const text = await page.locator("body").innerText();
  await page.close();
  await server.close();
  return text;
}

const RUNS: [what: string, faults: Faults][] = [
  ["the types that it should", {}],
  ["wasm as application/octet-stream", { types: { ".wasm": "application/octet-stream" } }],
  ["wasm without a type", { types: { ".wasm": "" } }],
  ["wasm as application/wasm; charset=utf-8", { types: { ".wasm": "application/wasm; charset=utf-8" } }],
  ["wasm as text/plain, under nosniff", { types: { ".wasm": "text/plain" }, headers: { "X-Content-Type-Options": "nosniff" } }],
  [
    "everything as ISO 8859-1",
    {
      types: Object.fromEntries(
        [".html", ".js", ".css"].map((extension) => [extension, `text/${extension.slice(1).replace("js", "javascript")}; charset=iso-8859-1`]),
      ),
    },
  ],
  [
    "a policy of its own that forbids workers from blobs",
    { headers: { "Content-Security-Policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" } },
  ],
];
let right: string[] | undefined;
for (const [what, faults] of RUNS) {
  test(`runs below a sub-path on a host that sends ${what}`, async ({ page, baseURL }) => {
    if (!right) {
      await page.goto(`${baseURL}/`);
      right = await figures(page);
    }
    const server = await host(faults);
    await page.goto(server.address);
    expect(await figures(page)).toEqual(right);
    await expect(page.locator("#chart-money canvas").first()).toBeVisible();
    await expect(page.locator(".scene[data-ready=true]")).toBeVisible({ timeout: 40_000 });
    expect(await page.locator("footer").innerText()).toContain("nothing is sent anywhere");
    expect(server.asked.filter((path) => !path.startsWith("/sub/path/"))).toEqual([]);
    await server.close();
  });
}

const START = /If this text stays, the page could not start/;
const NEVER_STARTS: [what: string, faults: Faults, path: string, advice: RegExp][] = [
  ["without the slash at its end", {}, "without slash", /ends with a slash/],
  [
    "with scripts as text/plain under nosniff",
    { types: { ".js": "text/plain" }, headers: { "X-Content-Type-Options": "nosniff" } },
    "",
    /Serve \.js as text\/javascript/,
  ],
  [
    "with everything as text/plain but the page, under nosniff",
    { types: { ".js": "text/plain", ".css": "text/plain" }, headers: { "X-Content-Type-Options": "nosniff" } },
    "",
    /\.css as text\/css/,
  ],
  [
    "under a policy that allows nothing",
    { headers: { "Content-Security-Policy": "default-src 'none'" } },
    "",
    /must allow what the page's own does: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/,
  ],
  ["under a sandbox without scripts", { headers: { "Content-Security-Policy": "sandbox" } }, "", /needs allow-scripts/],
  ["with its script missing", { instead: { "page.js": NOT_FOUND } }, "", START],
  [
    "as one file, under a policy that allows no inline scripts",
    { headers: { "Content-Security-Policy": "default-src 'self'" } },
    "rackonomics.html",
    /script-src 'sha256-/,
  ],
];
for (const [what, faults, path, advice] of NEVER_STARTS) {
  test(`says that it could not start, and what the host must do: ${what}`, async ({ browser }) => {
    const text = await textOf(browser, faults, START, path);
    expect(text).toMatch(advice);
    expect(text).toContain("Rackonomics");
  });
}

test("does not say while it starts that it could not", async ({ browser }) => {
  let go = () => {};
  const server = await host({
    instead: {
      "engine.wasm": (response) => {
        go = () => response.writeHead(500).end();
      },
    },
  });
  const page = await browser.newPage();
  await page.goto(server.address + linkTo("half-the-data-center", "lease.anthropic.share=0.8")); // of which nothing is foreseen
  await expect(page.getByText("Loading the model…").first()).toBeVisible();
  await expect(page.getByText(START)).toHaveCount(0);
  go();
  await page.close();
  await server.close();
});

const NAMED: [part: string, what: string, faults: Faults, answer: RegExp][] = [
  ["engine.wasm", "missing", { instead: { "engine.wasm": NOT_FOUND } }, /the server answered 404 Not Found/],
  ["engine.wasm", "a web page with status 200", { instead: { "engine.wasm": ERROR_PAGE } }, /the server answered 200 with a web page instead/],
  [
    "engine.wasm",
    "cut off",
    { instead: { "engine.wasm": (response) => response.end(Buffer.from([0, 0x61, 0x73, 0x6d, 1])) } },
    /it arrived and could not be compiled/,
  ],
  [
    "engine.wasm",
    "a text of another type",
    { types: { ".wasm": "text/plain" }, instead: { "engine.wasm": (response) => response.end("gone") } },
    /it is no WebAssembly; the server sends it as text\/plain/,
  ],
  ["engine.wasm", "never an answer", { instead: { "engine.wasm": (response) => response.destroy() } }, /no answer came/],
  [
    "engine.wasm",
    "forbidden to compile by the host's policy",
    { headers: { "Content-Security-Policy": "script-src 'self'" } },
    /could not be compiled .*(unsafe-eval|Content Security Policy)/,
  ],
  ["worker.js", "a web page with status 200", { instead: { "worker.js": ERROR_PAGE } }, /the server answered 200 with a web page instead/],
  [
    "wasm_exec.js",
    "a web page sent as a script",
    { instead: { "wasm_exec.js": (response) => response.end("<!doctype html>") } },
    /the server answered with a web page instead/,
  ],
  ["charts.js", "missing", { instead: { "charts.js": NOT_FOUND } }, /the server answered 404 Not Found/],
  [
    "charts.js",
    "of the wrong type",
    {
      headers: { "X-Content-Type-Options": "nosniff" },
      instead: { "charts.js": (response) => response.writeHead(200, { "Content-Type": "text/plain" }).end("0") },
    },
    /the server sends it as text\/plain, and it must be text\/javascript/,
  ],
  ["scene-frame.js", "missing", { instead: { "scene-frame.js": NOT_FOUND } }, /the server answered 404 Not Found/],
  ["scene.wasm", "a web page with status 200", { instead: { "scene.wasm": ERROR_PAGE } }, /the server answered 200 with a web page instead/],
  ["page.css", "missing", { instead: { "page.css": NOT_FOUND } }, /the server answered 404 Not Found/],
  [
    "page.css",
    "of the wrong type",
    { types: { ".css": "text/plain" }, headers: { "X-Content-Type-Options": "nosniff" } },
    /the server sends it as text\/plain, and it must be text\/css/,
  ],
];
for (const [part, what, faults, answer] of NAMED) {
  test(`names the part that it lacks and what the server answered: ${part} is ${what}`, async ({ browser }) => {
    const text = await textOf(browser, faults, new RegExp(`${part.replace(".", "\\.")} could not be loaded`));
    const name = part.replace(".", "-[0-9a-f]{16}\\.");
    const sentence = new RegExp(
      `${part.replace(".", "\\.")} could not be loaded from http://127\\.0\\.0\\.1:\\d+/sub/path/assets/${name}: (.*)`,
    ).exec(text)?.[1];
    expect(sentence).toMatch(answer);
  });
}

test("what can do without the missing part still works", async ({ browser }) => {
  const server = await host({ instead: { "scene.wasm": NOT_FOUND, "charts.js": NOT_FOUND } });
  const page = await browser.newPage();
  await page.goto(server.address);
  await opened(page);
  await expect(page.getByText(/floor plan cannot be drawn here: scene\.wasm could not be loaded/)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("#chart-money").getByText(/charts\.js could not be loaded/)).toBeVisible();
  await page.locator("#chart-money summary").click();
  await expect(page.locator("#chart-money tbody tr")).toHaveCount(60);
  await page.close();
  await server.close();
});

for (const edition of ["", "rackonomics.html"]) {
  test(`brings its own icon, so that nobody asks for one: ${edition || "folder"}`, async ({ page }) => {
    const server = await host();
    await page.goto(server.address + edition);
    await opened(page);
    const width = await page.evaluate(async () => {
      const icon = new Image();
      icon.src = document.querySelector<HTMLLinkElement>('link[rel="icon"]')!.href;
      await icon.decode();
      return icon.naturalWidth;
    });
    expect(width).toBeGreaterThan(0);
    expect(server.asked.filter((path) => path.includes("favicon"))).toEqual([]);
    await server.close();
  });
}
