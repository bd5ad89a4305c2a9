import { defineConfig } from "@playwright/test";
import { ADDRESS, FIREFOX, LEAN, PORT, WEBKIT } from "./browser/browser";
import type { CoreOptions } from "./browser/core/core";
import { SLOW } from "./browser/stress";

const core = (engine: CoreOptions["engine"]) => ({ name: `core-${engine}`, testDir: "browser/core", use: { engine } });

for (const [name, path] of Object.entries({ Firefox: FIREFOX, WebKit: WEBKIT })) {
  // Workers read this file too; one voice is enough.
  if (!path && !process.env["TEST_WORKER_INDEX"]) console.warn(`The core tests do NOT run in ${name}: no program is named (tools/browsers.sh).`);
}

// Two cores draw WebGL in software: one page at a time, and patience, which is longer on a machine slowed on purpose.
export default defineConfig<object, CoreOptions>({
  testMatch: "**/*.test.ts",
  workers: 1,
  timeout: 120_000 * SLOW,
  // What passes only when it is tried again is not right.
  retries: 0,
  expect: { timeout: 30_000 * SLOW },
  reporter: [["list"]],
  use: {
    baseURL: ADDRESS,
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    serviceWorkers: "block",
    launchOptions: LEAN,
    reuseContext: true,
  },
  projects: [
    { name: "chromium", testDir: "browser", testIgnore: "core/**" },
    core("chromium"),
    ...(FIREFOX ? [core("firefox")] : []),
    ...(WEBKIT ? [core("webkit")] : []),
  ],
  webServer: {
    command: `../build/rackonomics serve --addr 127.0.0.1:${PORT} --dir ../dist/site`,
    url: `${ADDRESS}/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 2000 },
  },
});
