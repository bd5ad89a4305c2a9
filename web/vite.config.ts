import { defineConfig } from "vitest/config";

// What the bundles (build.mjs) and the unit tests share. The output itself, several classic
// scripts in two editions, is described in build.mjs.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/**/*.test.ts", "src/**/*.test.ts"],
    environment: "node",
    maxWorkers: "100%", // one for each processor: left to itself it uses one fewer, of two but one
    // Of the engine, which each file starts anew, only what runs is compiled; and optimised where all is tested (make test).
    execArgv: ["--wasm-lazy-compilation", ...(process.env["RACKONOMICS_SHORT"] === "1" ? ["--liftoff-only"] : [])],
    // What hangs fails; how fast a busy machine is says nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
