import { defineConfig } from "vitest/config";

// What the bundles (build.mjs) and the unit tests share. The output itself, several classic
// scripts in two editions, is described in build.mjs.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: { include: ["test/**/*.test.ts", "src/**/*.test.ts"], environment: "node" },
});
