// Where the page's other parts come from. The one place that knows the two editions: in the folder
// of static files a part is a file beside the page, in the single file it is a block of the page
// itself, gzipped and in base64. Which of them this is, the page says in its block "assets" (build.mjs).

import { compilePart, fetchPart, fetchText, scriptRefusal, unloaded } from "./fetched";
import type { ScriptSource, WasmSource } from "./scene/messages";

/** The engine: what answers at first and often, and what answers the calls of Later too. */
export type EngineModule = "engine.wasm" | "later.wasm";

/** The parts, by the names that build.mjs gives them. */
export type Part =
  | EngineModule
  | "scene.wasm"
  | "wasm_exec.js"
  | "worker.js"
  | "scene-frame.js"
  | "charts.js"
  | "later.js"
  | "later.css"
  | "embed.js"
  | "shared.js";

/** Answers that the engine gave when the page was built: of a scenario by its name, and by what links to it end with. */
interface ForeseenPart {
  name: string;
  checks: string[];
  /** In the folder. */
  address?: string;
}

type Manifest = { engine?: string; foreseen?: ForeseenPart[] } & (
  | { edition: "folder"; addresses: { [part in Part]?: string }; offline?: string; view?: string }
  | { edition: "file" }
);

let manifest: Manifest | undefined;

function assets(): Manifest {
  manifest ??= JSON.parse(document.getElementById("assets")!.textContent!) as Manifest;
  return manifest;
}

function address(part: Part, addresses: { [part in Part]?: string }): string {
  const found = addresses[part];
  if (!found) throw new Error(`${part} is not part of this page`);
  return new URL(found, document.baseURI).href;
}

/** What an embed shows where its address names no view, if it is a page for one. */
export function shownFirst(): string | undefined {
  const where = assets();
  return where.edition === "folder" ? where.view : undefined;
}

/** Where a part is, in words for who must mend it. */
function place(part: Part): string {
  const where = assets();
  return where.edition === "file" ? "this page" : address(part, where.addresses);
}

/** The part as a response, which streams. */
async function load(part: Part): Promise<Response> {
  const where = assets();
  if (where.edition === "file") return new Response(inlined(part), { headers: { "Content-Type": contentType(part) } });
  return fetchPart(part, address(part, where.addresses));
}

function inlined(part: Part): ReadableStream<Uint8Array<ArrayBuffer>> {
  return unpacked(inFile(part));
}

/** A block of the single file. */
function unpacked(id: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const block = document.getElementById(id);
  if (!block) throw new Error(`${id} is not part of this page`);
  const binary = atob(block.textContent!.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
}

/** In the single file one engine is enough, and it is the one that answers everything. */
function inFile(part: Part): Part {
  return part === "engine.wasm" ? "later.wasm" : part;
}

function contentType(part: Part): string {
  return part.endsWith(".wasm") ? "application/wasm" : "text/javascript";
}

/** What was foreseen of the scenario that has this name or that a link which ends so leads to, and which engine this page has. */
export function foreseenPart(key: string): { engine: string; load(): Promise<string> } | undefined {
  const { engine, foreseen = [] } = assets();
  const found = foreseen.find(({ name, checks }) => name === key || checks.includes(key));
  if (!found || engine === undefined) return undefined;
  const { name, address } = found;
  const load = address ? () => fetchText(name, new URL(address, document.baseURI).href) : () => new Response(unpacked(name)).text();
  return { engine, load };
}

const modules = new Map<Part, Promise<WebAssembly.Module>>();

/** The part compiled, once for the life of the page: an engine that is started again need not be. */
export function wasmModule(part: EngineModule): Promise<WebAssembly.Module> {
  const key = assets().edition === "file" ? inFile(part) : part;
  let module = modules.get(key);
  if (!module) {
    module = load(part).then((response) => compilePart(part, place(part), response));
    module.catch(() => modules.delete(key));
    modules.set(key, module);
  }
  return module;
}

/** Where the engine that embeds share is, and its module; undefined where this page has none. */
export function sharedWorker(): { script: string; module: string } | undefined {
  const where = assets();
  if (where.edition === "file" || !where.addresses["shared.js"]) return undefined;
  return { script: address("shared.js", where.addresses), module: address("engine.wasm", where.addresses) };
}

/** Whether the page holds what an embed is shown with: the single file does. */
export function holdsEmbed(): boolean {
  return assets().edition === "file";
}

export async function partText(part: Part): Promise<string> {
  const where = assets();
  return where.edition === "file" ? (await load(part)).text() : fetchText(part, address(part, where.addresses));
}

/** Runs a part as a classic script in the page. In the single file its text is one of those that the page's policy names by hash. */
export async function runScript(part: "charts.js" | "embed.js" | "later.js" | "wasm_exec.js"): Promise<void> {
  const where = assets();
  const script = document.createElement("script");
  if (where.edition === "file") {
    script.textContent = await partText(part);
    document.head.append(script);
    return;
  }
  const source = address(part, where.addresses);
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => void refusal(part, source).then(reject);
    script.src = source;
    document.head.append(script);
  });
}

/** Applies a part as a style of the page, unless it stands there already, as it does in the single file. */
export async function applyStyle(part: "later.css"): Promise<void> {
  const where = assets();
  if (where.edition === "file") return;
  const source = address(part, where.addresses);
  const link = document.createElement("link");
  link.rel = "stylesheet";
  await new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => void fetchPart(part, source).then(() => reject(unloaded(part, source, "the browser refused it")), reject);
    link.href = source;
    document.head.append(link);
  });
}

/** Why a script element failed, which the element itself does not tell. */
async function refusal(part: Part, source: string): Promise<Error> {
  try {
    const response = await fetchPart(part, source);
    return unloaded(part, source, scriptRefusal(response) ?? "the browser refused to run it");
  } catch (reason) {
    return reason as Error;
  }
}

/** The parts of the scene's frame, as its host takes them: by address, or as they stand in the single file. */
export async function sceneScripts(): Promise<{ wasmExec: ScriptSource; frame: ScriptSource }> {
  const where = assets();
  if (where.edition === "folder") {
    const [wasmExec, frame] = await Promise.all([runnable("wasm_exec.js", where.addresses), runnable("scene-frame.js", where.addresses)]);
    return { wasmExec: { url: wasmExec }, frame: { url: frame } };
  }
  const [wasmExec, frame] = await Promise.all([partText("wasm_exec.js"), partText("scene-frame.js")]);
  return { wasmExec: { code: wasmExec }, frame: { code: frame } };
}

/** The address of a script that will run from there. A frame whose scripts fail cannot say so: it stays empty. */
async function runnable(part: Part, addresses: { [part in Part]?: string }): Promise<string> {
  const source = address(part, addresses);
  const response = await fetchPart(part, source);
  const refused = scriptRefusal(response);
  if (refused) throw unloaded(part, source, refused);
  await response.arrayBuffer(); // to the end, so that the frame finds it in the browser's cache
  return source;
}

export async function sceneWasm(): Promise<WasmSource> {
  const where = assets();
  if (where.edition === "folder") return { url: address("scene.wasm", where.addresses) };
  return { bytes: await (await load("scene.wasm")).arrayBuffer() };
}

/** What is wrong where the page's style has no effect; undefined where it has. A script runs after the styles that stand before it. */
export async function missingStyle(): Promise<string | undefined> {
  if (getComputedStyle(document.documentElement).getPropertyValue("--page") !== "") return undefined;
  const source = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href;
  if (!source) return unloaded("page.css", "this page", "the browser refused it").message;
  try {
    const response = await fetchPart("page.css", source);
    return unloaded("page.css", source, `the server sends it as ${response.headers.get("Content-Type") ?? "no type"}, and it must be text/css`)
      .message;
  } catch (reason) {
    return (reason as Error).message;
  }
}

/** The script that keeps the page for when there is no network; the single file needs none. */
export function offlineScript(): string | undefined {
  const where = assets();
  return where.edition === "folder" && where.offline ? new URL(where.offline, document.baseURI).href : undefined;
}
