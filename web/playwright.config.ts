import { defineConfig } from "@playwright/test";
import { BROWSER, PORT } from "./browser/browser";

// Two cores draw WebGL in software: one page at a time, and patience.
export default defineConfig({
  testDir: "browser",
  testMatch: "**/*.test.ts",
  workers: 1,
  timeout: 60_000,
  // On a machine that others use too, a picture may come too late; what passed only then is listed as flaky.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: { baseURL: `http://127.0.0.1:${PORT}`, viewport: { width: 1440, height: 900 }, colorScheme: "light", launchOptions: BROWSER },
  webServer: {
    command: `../build/rackonomics serve --addr 127.0.0.1:${PORT} --dir ../dist/site`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 2000 },
  },
});
