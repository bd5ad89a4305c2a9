import { defineConfig } from "@playwright/test";
import { BROWSER, PORT } from "./browser/browser";
import { SLOW } from "./browser/stress";

// Two cores draw WebGL in software: one page at a time, and patience, which is longer on a machine slowed on purpose.
export default defineConfig({
  testDir: "browser",
  testMatch: "**/*.test.ts",
  workers: 1,
  timeout: 120_000 * SLOW,
  // What passes only when it is tried again is not right.
  retries: 0,
  expect: { timeout: 15_000 * SLOW },
  reporter: [["list"]],
  use: { baseURL: `http://127.0.0.1:${PORT}`, viewport: { width: 1440, height: 900 }, colorScheme: "light", launchOptions: BROWSER },
  webServer: {
    command: `../build/rackonomics serve --addr 127.0.0.1:${PORT} --dir ../dist/site`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 2000 },
  },
});
