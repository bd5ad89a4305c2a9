// Runs the benchmarks of the engine's runs natively and as WebAssembly under Node.js, whose engine is Chromium's, and
// prints what WebAssembly costs as a ratio, which means more than times do on a machine that others use too.
import { execFileSync } from "node:child_process";

// With one processor a benchmark's name ends in no count of them, which a name that ends in a year would be taken for.
const flags = ["-cpu", "1", "-tags", "noasm", "-run", "^$", "-bench", "PlainRun|BlockOfLanes|Cases", "./engine/session", "./engine/study"];

/** Each benchmark with its measurements: time per run, and what else it reports. */
function measured(command, ...before) {
  const output = execFileSync(command, [...before, ...flags], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const found = new Map();
  for (const [, name, rest] of output.matchAll(/^Benchmark(\S+)\s+\d+\s+(.*)$/gm)) {
    found.set(name, new Map([...rest.matchAll(/([\d.]+) (\S+)/g)].map(([, value, unit]) => [unit, Number(value)])));
  }
  return found;
}

const native = measured("go", "test");
const wasm = measured("tools/test-wasm.sh");
const line = (...cells) => console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(48) : cell.padStart(14))).join(""));
line("", "native", "WASM", "ratio");
for (const [name, values] of native) {
  for (const [unit, value] of values) {
    if (!unit.startsWith("ns/")) continue;
    const other = wasm.get(name)?.get(unit);
    const milliseconds = unit === "ns/op";
    const shown = (number) => (milliseconds ? `${(number / 1e6).toFixed(2)} ms` : `${number.toFixed(2)} ns`);
    line(milliseconds ? name : `${name}, ${unit.slice(3)}`, shown(value), shown(other), (other / value).toFixed(1));
  }
}
