// Prints what a first visit has to load beside the budgets of the design, from the
// built page in dist/, and fails where one is exceeded: sizes are facts, as times are not.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const site = join(dist, "site");
const indexPath = join(site, "index.html");
if (!existsSync(indexPath)) {
  console.error("make: there is no page in dist/site: run make dist first");
  process.exit(1);
}
const index = readFileSync(indexPath, "utf8");

/** What the page's block "assets" says of where it finds what it loads by itself. */
function manifest() {
  const block = /<script[^>]*\bid="assets"[^>]*>([\s\S]*?)<\/script>/.exec(index);
  if (!block) throw new Error('dist/site/index.html has no block "assets"');
  return JSON.parse(block[1]);
}

/** Scripts and style sheets that the page's own HTML names. */
function named(page = index) {
  return [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^":]+\.(?:js|css))"/g)].map((match) => match[1]);
}

/** Bytes plain and in Brotli: the copy that is served, or one made as web servers' builds make it. */
function sizes(address) {
  const plain = readFileSync(join(site, address));
  const copy = join(site, `${address}.br`);
  const brotli = existsSync(copy)
    ? readFileSync(copy)
    : brotliCompressSync(plain, {
        params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
      });
  return { raw: plain.length, brotli: brotli.length };
}

function total(addresses) {
  return addresses.map(sizes).reduce((sum, size) => ({ raw: sum.raw + size.raw, brotli: sum.brotli + size.brotli }));
}

function largest(addresses) {
  return addresses.map(sizes).reduce((most, size) => (size.brotli > most.brotli ? size : most));
}

const { "engine.wasm": engine, "later.wasm": laterEngine, "scene.wasm": scene, "scene-frame.js": sceneFrame, "later.js": later, "later.css": laterStyle, ...others } = manifest().addresses;
const firstView = [...new Set([...named(), ...Object.values(others)])];
const rows = [
  { what: "engine.wasm", ...sizes(engine), budget: 1_800_000 },
  { what: "later.wasm, with workbooks and drawings", ...sizes(laterEngine) },
  { what: "scene.wasm", ...sizes(scene), budget: 2_600_000 },
  { what: "script and style of the first view", ...total(firstView), budget: 250_000 },
  ...firstView.map((address) => ({ what: `  ${address}`, ...sizes(address) })),
  { what: "figures of a first view, those of the largest", ...largest(manifest().foreseen.map(({ address }) => address)) },
  { what: "script and style of what loads later", ...total([later, laterStyle]) },
  { what: "script of the scene", ...sizes(sceneFrame) },
  { what: "script and style of an embed, without charts", ...total(named(readFileSync(join(site, "embed.html"), "utf8"))) },
  { what: "script for pages with embeds", ...sizes("rack-scenario.js") },
  { what: "rackonomics.html, plain", raw: readFileSync(join(dist, "rackonomics.html")).length },
];

const kilobytes = (bytes) => (bytes === undefined ? "" : `${(bytes / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} KB`);
const table = [
  ["what", "raw", "measured (brotli)", "budget", "within"],
  ...rows.map(({ what, raw, brotli, budget }) => [
    what,
    kilobytes(raw),
    kilobytes(brotli),
    kilobytes(budget),
    budget === undefined ? "" : brotli <= budget ? "yes" : "NO",
  ]),
];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const row of table) {
  console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  | "));
}

const exceeded = rows.filter(({ brotli, budget }) => brotli > budget);
for (const { what, brotli, budget } of exceeded) {
  console.error(`make: ${what} has ${kilobytes(brotli)} in Brotli; ${kilobytes(budget)} are allowed`);
}
if (exceeded.length > 0) process.exitCode = 1;
