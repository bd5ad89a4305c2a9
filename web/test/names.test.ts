// The page names nothing of the model: what it shows, it is told. Names of rows, measures, scopes and inputs stand in
// engine/model, and in what the build writes of it.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "vite";
import { describe, expect, it } from "vitest";
import { horizon, inputs, rows, scopes } from "../src/generated/catalog.json";

const command = fileURLToPath(new URL("../../build/rackonomics", import.meta.url));
const measures = JSON.parse(execFileSync(command, ["measures", "--format", "json"], { maxBuffer: 64e6 }).toString()) as { name: string }[];

const named = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const SCOPES = new Set(named(scopes));
const NAMES = new Set([...named(rows), ...named(measures), ...named(inputs), ...named(horizon), ...SCOPES]);
/** "operator.x", in whatever text, is the name of something. */
const BEGINNING = new RegExp(`\\b(${[...SCOPES, "scenario"].join("|")})\\.[a-z_]`);

/** The texts of a source, without what it imports. */
function texts(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const found: string[] = [];
  const imported = new Set<string>();
  new Visitor({
    ImportDeclaration: ({ source: { value } }) => void imported.add(value),
    ExportNamedDeclaration: (node) => void (node.source && imported.add(node.source.value)),
    Literal: ({ value }) => void (typeof value === "string" && found.push(value)),
    // What comes between is a name as likely as not.
    TemplateElement: ({ value, tail }) => void found.push(value.raw + (tail ? "" : "x")),
  }).visit(program);
  return found.filter((text) => !imported.has(text));
}

/** The names of the model among the texts of a source. */
const modelNames = (file: string, source: string) => texts(file, source).filter((text) => NAMES.has(text) || BEGINNING.test(text));

const SOURCES = new URL("../src/", import.meta.url).pathname;
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name) && !name.startsWith("generated/"));

describe("names of the model in web/src", () => {
  it("are known to this test", () => {
    for (const list of [rows, measures, inputs, horizon, scopes]) expect(list.length).toBeGreaterThan(1);
    expect(files.length).toBeGreaterThan(60);
  });

  it.each(files)("%s has none", (file) => expect(modelNames(file, readFileSync(SOURCES + file, "utf8"))).toEqual([]));

  it.each([
    ['const row = "operator.operating_income";', 1],
    ['const measure = "price_per_gpu_hour";', 1],
    ['if (thing.scope === "lease") open();', 1],
    ["const path = `lease.$\u007bname}.fee`;", 1],
    ['const start = "scenario.start";', 1],
    ['const cell = <b title="fleet" />;', 1],
    ['import { lease } from "lease"; const text = "A lease."; // lease', 0],
    ['const role = "tenant";', 0],
  ])("are found: %s", (source, count) => expect(modelNames("planted.tsx", source)).toHaveLength(count));
});
