// What Vite makes of source files: classic scripts and their style, or modules of this process. The build and the bench make theirs by it.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * What Vite makes of entries.
 * @param {boolean} cssCodeSplit
 * @param {import("vite").Rolldown.RolldownOptions} rolldownOptions
 */
export async function filesOf(cssCodeSplit, rolldownOptions) {
  const output = await build({
    root: here,
    configFile: join(here, "vite.config.ts"),
    logLevel: "warn",
    build: { write: false, target: "es2022", modulePreload: false, cssCodeSplit, rolldownOptions },
  });
  return [output].flat().flatMap((result) => ("output" in result ? result.output : []));
}

/**
 * One entry as a classic script, and the style that it imports.
 * @param {string} entry
 */
export async function bundle(entry) {
  const files = await filesOf(false, { input: join(here, entry), output: { format: "iife", codeSplitting: false } });
  const script = files.find((file) => file.type === "chunk");
  const style = files.find((file) => file.type === "asset" && file.fileName.endsWith(".css"));
  if (script?.type !== "chunk") throw new Error(`${entry} made no script`);
  return {
    script: Buffer.from(safeInline(script.code)),
    style: style?.type === "asset" ? Buffer.from(style.source) : undefined,
  };
}

/**
 * One entry as a module for this process, with what it imports of the page's.
 * @param {string} entry
 */
export async function moduleOf(entry) {
  const files = await filesOf(false, { input: join(here, entry), output: { format: "es", codeSplitting: false }, preserveEntrySignatures: "strict" });
  const script = files.find((file) => file.type === "chunk");
  if (script?.type !== "chunk") throw new Error(`${entry} made no module`);
  return script.code;
}

/**
 * A script that can stand in a page: what would end it there is written so that it means the same.
 * @param {string} code
 */
export function safeInline(code) {
  return code.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");
}
