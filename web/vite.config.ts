import { defineConfig } from "vitest/config";

// What the bundles (build.mjs) and the unit tests share. The output itself, several classic
// scripts in two editions, is described in build.mjs.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/**/*.test.ts", "src/**/*.test.ts"],
    environment: "node",
    // What hangs fails; how fast a busy machine is says nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
