// Builds the page in its two editions out of the same parts:
//   dist/site/              static files for a web server, names with their content's hash, compressed beside; embed.html and scene.html for frames
//                           in other pages, rack-scenario.js for those pages, and service-worker.js, which keeps the folder for
//                           when there is no network
//   dist/rackonomics.html   one file that needs nothing else, for a disk, a mail or a wiki attachment
// Every script is a classic one (IIFE), because a sandboxed frame runs no module scripts.
// ORIGIN in the environment is where the folder will be served; its policy names it (policy.mjs).
// Needs ../build/{engine.wasm,later.wasm,scene.wasm,wasm_exec.js} and src/generated/{catalog,notes}.json, which make builds.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { bundle, filesOf, moduleOf, safeInline } from "./bundle.mjs";
import { filePolicy, sitePolicy } from "./policy.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "../build");
const dist = join(here, "../dist");
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** The parts that load later, by the names that src/assets.ts knows them by. */
const SCRIPTS = { "worker.js": "src/engine/worker.ts", "scene-frame.js": "src/scene/frame.ts", "charts.js": "src/charts/script.ts" };
const MADE_BY_GO = ["engine.wasm", "later.wasm", "scene.wasm", "wasm_exec.js"];
/** Scripts that the single file runs as inline ones and not in a worker. */
const RUN_INLINE = ["wasm_exec.js", "scene-frame.js", "charts.js", "later.js", "embed.js"];
const LATER = "src/page/laterpart.ts";
const EMBED = "src/embed/main.tsx";
/** Its pages in the folder, and what each shows where its address names no view. */
const EMBEDS = [{ page: "embed.html" }, { page: "scene.html", view: "floor" }];

const OFFLINE = "service-worker.js";

/** The page; of an embed in the folder, which has no page beside it, what is first and what is later again. */
const { first: page, later, embed: embedOfPage } = await bundleTogether("src/main.tsx", { later: LATER, embed: EMBED });
const { first: embed, later: embedLater } = await bundleTogether(EMBED, { later: LATER });
const parts = new Map();
for (const [name, entry] of Object.entries(SCRIPTS)) parts.set(name, (await bundle(entry)).script);
for (const name of MADE_BY_GO) parts.set(name, await made(name));
parts.set("wasm_exec.js", Buffer.from(safeInline(parts.get("wasm_exec.js").toString())));

/** What the page knows of shipped scenarios before its engine is there, and what it calls the engine that said so. */
const engineName = createHash("sha256").update(parts.get("engine.wasm")).digest("hex").slice(0, 16);
const foreseen = await foreseenAnswers();

/**
 * Tells that a text is UTF-8 over whatever charset a host's header names (WHATWG Encoding, "BOM sniff"): a script read in
 * another has other words, and in the single file no longer the hash that the policy names.
 */
const BYTE_ORDER_MARK = Buffer.from("\ufeff");

const template = await readFile(join(here, "index.html"), "utf8");
const embedTemplate = await readFile(join(here, "embed.html"), "utf8");
const icon = `data:image/svg+xml,${encodeURIComponent(await readFile(join(here, "icon.svg"), "utf8"))}`;
await writeSite();
await writeFileEdition();

/**
 * A page, and scripts that load later in it, which have each module once: the first leaves the modules that the others share with
 * it behind as a global.
 */
async function bundleTogether(entry, others) {
  const first = join(here, entry);
  /** Whether the first script imports a module, itself or by others. */
  const isFirst = (id, graph, seen = new Set()) => {
    if (id === first) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return graph.getModuleInfo(id)?.importers.some((importer) => isFirst(importer, graph, seen)) ?? false;
  };
  const output = await filesOf(true, {
    input: { main: first, ...Object.fromEntries(Object.entries(others).map(([name, source]) => [name, join(here, source)])) },
    preserveEntrySignatures: "allow-extension",
    output: {
      format: "cjs",
      entryFileNames: "[name].js",
      chunkFileNames: "[name].js",
      assetFileNames: "[name][extname]",
      codeSplitting: { groups: [{ debugName: "first", name: (id, graph) => (isFirst(id, graph) ? "main" : null) }] },
    },
  });
  const files = new Map(output.map((file) => [file.fileName, file.code ?? file.source]));
  const known = ["main", ...Object.keys(others)].flatMap((name) => [`${name}.js`, `${name}.css`]);
  const unknown = [...files.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${entry} came in pieces that build.mjs does not know: ${unknown.join(", ")}`);
  const piece = (name, leaves) => ({
    script: Buffer.from(safeInline(`(()=>{const exports=${leaves},require=()=>globalThis.rackonomicsPage;${files.get(`${name}.js`)}})();`)),
    style: Buffer.from(files.get(`${name}.css`) ?? ""),
  });
  const left = { later: "globalThis.rackonomicsLater={}" };
  const pieces = Object.keys(others).map((name) => [name, piece(name, left[name] ?? "{}")]);
  return { first: piece("main", "globalThis.rackonomicsPage={}"), ...Object.fromEntries(pieces) };
}

async function made(name) {
  try {
    return await readFile(join(built, name));
  } catch {
    throw new Error(`build/${name} is missing: run make dist, which builds it first`);
  }
}

/** Solving takes a while, so what was answered before is kept by the engine and what asks it. */
async function foreseenAnswers() {
  const code = await moduleOf("foreseen.ts");
  const kept = join(built, "foreseen", `${createHash("sha256").update(engineName).update(code).digest("hex")}.json`);
  try {
    return JSON.parse(await readFile(kept, "utf8"));
  } catch {
    createRequire(import.meta.url)(join(built, "wasm_exec.js")); // Go's, which defines Go
    const { foreseenBy, startEngine } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
    const { engine } = await startEngine(await WebAssembly.compile(parts.get("engine.wasm")));
    const answers = foreseenBy(engine, engineName);
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(kept, JSON.stringify(answers));
    return answers;
  }
}

async function writeSite() {
  const site = join(dist, "site");
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, "assets"), { recursive: true });
  const addresses = {};
  for (const [name, content] of parts) addresses[name] = await writeHashed(site, name, content);
  const answers = [];
  for (const { name, checks, text } of foreseen)
    answers.push({ name, checks, address: await writeHashed(site, `foreseen-${name}.json`, Buffer.from(text)) });
  const known = { edition: "folder", engine: engineName, foreseen: answers };
  const written = [await writePage(site, addresses, known), ...(await writeEmbeds(site, addresses, known))];
  await writeCompressed(join(site, "rack-scenario.js"), marked((await bundle("src/element/main.ts")).script));
  await writeOffline(site, written);
}

async function writePage(site, common, known) {
  const addresses = {
    ...common,
    "later.js": await writeHashed(site, "later.js", later.script),
    "later.css": await writeHashed(site, "later.css", later.style),
  };
  const script = await writeHashed(site, "page.js", page.script);
  const style = await writeHashed(site, "page.css", page.style);
  // The script fetches what is seen first, and then the engine.
  const head = [`<link rel="stylesheet" href="${style}">`];
  const about = { ...known, addresses, offline: OFFLINE };
  const body = [manifest(about), `<script src="${script}"></script>`];
  const index = marked(fill(template, sitePolicy(process.env.ORIGIN ?? ""), head, body));
  await writeCompressed(join(site, "index.html"), index);
  const files = [...Object.values(addresses), script, style, ...known.foreseen.map(({ address }) => address)];
  return { page: "index.html", content: index, files };
}

/** What keeps the folder for when there is no network stands beside the pages, since it has the folder that it stands in. */
async function writeOffline(site, written) {
  const files = [...new Set(written.flatMap(({ files }) => files))];
  const name = createHash("sha256");
  for (const content of [...written.map(({ content }) => content), files.join()]) name.update(content);
  const kept = { name: name.digest("hex").slice(0, 16), pages: written.map(({ page }) => page), files };
  const script = await readFile(join(here, OFFLINE), "utf8");
  await writeCompressed(join(site, OFFLINE), marked(`const KEPT = ${JSON.stringify(kept)};\n${script}`));
}

/** Nothing is fetched before it is in sight. */
async function writeEmbeds(site, common, known) {
  const shared = Buffer.concat([parts.get("wasm_exec.js"), Buffer.from("\n;\n"), (await bundle("src/engine/shared.ts")).script]);
  const addresses = {
    ...common,
    "later.js": await writeHashed(site, "embed-later.js", embedLater.script),
    "later.css": await writeHashed(site, "embed-later.css", embedLater.style),
    "shared.js": await writeHashed(site, "shared.js", shared),
  };
  const script = await writeHashed(site, "embed.js", embed.script);
  const style = await writeHashed(site, "embed.css", embed.style);
  const files = [...Object.values(addresses), script, style];
  const written = [];
  for (const { page, view } of EMBEDS) {
    const body = [manifest({ ...known, addresses, view }), `<script src="${script}"></script>`];
    const content = marked(fill(embedTemplate, sitePolicy(process.env.ORIGIN ?? ""), [`<link rel="stylesheet" href="${style}">`], body));
    await writeCompressed(join(site, page), content);
    written.push({ page, content, files });
  }
  return written;
}

async function writeFileEdition() {
  const packed = new Map([...parts, ["later.js", later.script], ["embed.js", embedOfPage.script]]);
  const [founding] = foreseen;
  packed.set(founding.name, Buffer.from(founding.text));
  packed.delete("engine.wasm"); // later.wasm answers in its place (src/assets.ts)
  const blocks = await Promise.all(
    [...packed].map(async ([name, content]) => {
      const gzipped = await compressGzip(content, { level: 9 });
      return `<script type="text/plain" id="${name}">${gzipped.toString("base64")}</script>`;
    }),
  );
  const scripts = [page.script, ...RUN_INLINE.map((name) => packed.get(name))];
  const styles = [page.style, later.style, embedOfPage.style];
  const head = styles.map((style) => `<style>${style}</style>`);
  // Of a file the first view alone: each further one would cost 20 KB in every copy.
  const about = { edition: "file", engine: engineName, foreseen: [{ name: founding.name, checks: founding.checks }] };
  const body = [manifest(about), ...blocks, `<script>${page.script}</script>`];
  await writeFile(join(dist, "rackonomics.html"), marked(fill(template, filePolicy(scripts, styles), head, body)));
}

function manifest(assets) {
  return `<script type="application/json" id="assets">${JSON.stringify(assets)}</script>`;
}

/** Replaced by functions, because a text with "$&" in it would be taken for a pattern. */
function fill(page, policy, head, body) {
  return page
    .replaceAll("{{policy}}", () => policy)
    .replace("{{icon}}", () => icon)
    .replace("{{head}}", () => head.join("\n"))
    .replace("{{body}}", () => body.join("\n"));
}

function marked(text) {
  return Buffer.concat([BYTE_ORDER_MARK, Buffer.from(text)]);
}

async function writeHashed(site, name, part) {
  const content = extname(name) === ".wasm" ? part : marked(part);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const extension = extname(name);
  const address = `assets/${name.slice(0, -extension.length)}-${hash}${extension}`;
  await writeCompressed(join(site, address), content);
  return address;
}

async function writeCompressed(path, content) {
  const [brotli, gzipped] = await Promise.all([brotliOf(content), compressGzip(content, { level: 9 })]);
  await Promise.all([writeFile(path, content), writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
}

/** Brotli at its best takes a minute for the modules, so what was compressed before is kept by its hash. */
async function brotliOf(content) {
  const kept = join(built, "compressed", `${createHash("sha256").update(content).digest("hex")}.br`);
  try {
    return await readFile(kept);
  } catch {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: content.length };
    const brotli = await compressBrotli(content, { params });
    await mkdir(dirname(kept), { recursive: true });
    await writeFile(kept, brotli);
    return brotli;
  }
}
