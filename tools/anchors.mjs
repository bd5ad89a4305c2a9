// Measures kernels in V8: against C of the same program, compiled by clang with SIMD where that is installed, after all that both leave in
// memory was compared; what the first runs take; and how the cost grows with months, rows and paths. Times are of this machine, and taken in
// turns within one process, so that their ratios hold on one that others use too.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PAGE = 65536;
/** Below what C is given for a stack, which it hardly needs. */
const BASE = 16 * PAGE;
const ROUNDS = 25;
/** Turns until V8 has optimised both, beside what they take. */
const WARM_UP = 10;
/** Runs of a turn take at least so long, in milliseconds. */
const TURN = 4;

const folder = mkdtempSync(join(tmpdir(), "rackonomics-anchors-"));
try {
  execFileSync("go", ["test", "-count=1", "-tags", "noasm", "-run", "^TestProgramsInC$", "./engine/kernel"], {
    env: { ...process.env, RACKONOMICS_ANCHORS: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const anchors = JSON.parse(readFileSync(join(folder, "anchors.json"), "utf8"));
  const clang = findClang();
  console.log(`kernels in V8 ${process.versions.v8}; every input differs by path; ns are of an operation, month and path`);
  against(anchors.filter(({ series }) => series === "C"), clang);
  for (const series of ["months", "rows", "paths"]) grows(series, anchors.filter((anchor) => anchor.series === series));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function against(anchors, clang) {
  if (!clang) console.log("against C: NOT measured; there is no clang with wasm-ld that compiles C for WebAssembly (CLANG names one)");
  for (const anchor of anchors) {
    const kernel = loaded(anchor, anchor.kernel, "host", "memory");
    const first = kernel.time(1);
    const second = kernel.time(1);
    if (!clang) {
      const warm = best(Array.from({ length: ROUNDS }, () => kernel.turn()));
      console.log(line(anchor.name, `kernel ${each(anchor, warm)}`, firsts(anchor, kernel, first, second, warm)));
      continue;
    }
    const other = compiled(anchor, clang);
    const c = loaded(anchor, other, "env", "memory");
    kernel.time(1);
    c.time(1);
    const differ = different(kernel, c, anchor.size);
    if (differ > 0) throw new Error(`${anchor.name}: ${differ} of ${anchor.size / 8} numbers that C leaves in memory are not those of the kernel`);
    for (let turn = 0; turn < WARM_UP; turn++) for (const one of [kernel, c]) one.turn();
    const turns = Array.from({ length: ROUNDS }, () => [kernel.turn(), c.turn()]);
    const ratio = median(turns.map(([ours, theirs]) => theirs / ours));
    const [ours, theirs] = [0, 1].map((at) => best(turns.map((turn) => turn[at])));
    const told = `kernel ${each(anchor, ours)}, C ${each(anchor, theirs)}, speed of the kernel ${ratio.toFixed(2)} × C's at the median (budget 0.8 ×), ${anchor.size / 8} numbers the same`;
    console.log(line(anchor.name, told, firsts(anchor, kernel, first, second, ours)));
  }
}

/** Cost by one thing alone: the same for each operation, month and path where it is linear. */
function grows(series, anchors) {
  const all = anchors.map((anchor) => [anchor, loaded(anchor, anchor.kernel, "host", "memory")]);
  for (const [, kernel] of all) for (let turn = 0; turn < WARM_UP; turn++) kernel.turn();
  const turns = Array.from({ length: ROUNDS }, () => all.map(([, kernel]) => kernel.turn()));
  for (const [at, [anchor]] of all.entries()) {
    const took = best(turns.map((turn) => turn[at]));
    const { months, operations, lanes } = anchor;
    console.log(line(`cost by ${series}: ${anchor.name}`, `${took.toFixed(3)} ms for ${operations} operations × ${months} months × ${lanes} paths, ${each(anchor, took)}`));
  }
}

function each({ months, operations, lanes }, took) {
  return `${((took * 1e6) / (operations * months * lanes)).toFixed(3)} ns`;
}

function firsts({ generate }, { compile }, first, second, warm) {
  const figures = [
    ["generated natively", generate],
    ["compiled", compile],
    ["first run", first],
    ["second", second],
    ["warm", warm],
  ];
  return figures.map(([what, took]) => `${what} ${took.toFixed(2)} ms`).join(", ");
}

/** A module over memory that has what a run begins with. */
function loaded({ memory: file, size, pairs }, source, space, name) {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((BASE + size) / PAGE) });
  const bytes = readFileSync(join(folder, source));
  const begun = performance.now();
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { [space]: { [name]: memory } });
  const compile = performance.now() - begun;
  new Uint8Array(memory.buffer, BASE).set(readFileSync(join(folder, file)));
  const time = (runs) => {
    const start = performance.now();
    for (let run = 0; run < runs; run++) exports.run(BASE, pairs);
    return (performance.now() - start) / runs;
  };
  let runs = 1;
  const turn = () => {
    const took = time(runs);
    runs = Math.max(1, Math.ceil(TURN / took));
    return took;
  };
  return { memory, compile, time, turn };
}

/** How many numbers are not the same bits, nor absent in both, which any NaN is until the table is read. */
function different(one, other, size) {
  const bits = [one, other].map(({ memory }) => new BigUint64Array(memory.buffer, BASE, size / 8));
  const numbers = [one, other].map(({ memory }) => new Float64Array(memory.buffer, BASE, size / 8));
  let count = 0;
  for (let at = 0; at < size / 8; at++) {
    if (bits[0][at] !== bits[1][at] && !(Number.isNaN(numbers[0][at]) && Number.isNaN(numbers[1][at]))) count++;
  }
  return count;
}

function compiled({ c }, clang) {
  const module = c.replace(/c$/, "c.wasm");
  const options = ["--target=wasm32", "-O3", "-msimd128", "-ffp-contract=off", "-fno-strict-aliasing", "-nostdlib", "-Wl,--no-entry", "-Wl,--import-memory", "-Wl,-z,stack-size=65536"];
  execFileSync(clang, [...options, "-o", join(folder, module), join(folder, c)], { stdio: ["ignore", "ignore", "inherit"] });
  return module;
}

/** A clang that can compile and link for WebAssembly; undefined where there is none. */
function findClang() {
  const named = process.env.CLANG ? [process.env.CLANG] : ["clang", ...Array.from({ length: 8 }, (_, at) => `clang-${22 - at}`)];
  return named.find((name) => {
    try {
      execFileSync(name, ["--target=wasm32", "-msimd128", "-nostdlib", "-Wl,--no-entry", "-x", "c", "-", "-o", join(folder, "tried.wasm")], {
        input: "#include <wasm_simd128.h>\n",
        stdio: ["pipe", "ignore", "ignore"],
      });
      return true;
    } catch {
      return false;
    }
  });
}

function best(list) {
  return Math.min(...list);
}

function median(list) {
  return list.toSorted((left, right) => left - right)[Math.floor(list.length / 2)];
}

function line(what, ...told) {
  return `${what.padEnd(34)} ${told.join("; ")}`;
}
