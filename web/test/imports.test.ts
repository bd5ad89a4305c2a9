// Imports of the page point one way: from what is shown to the ground. What engine/purity_test.go
// is for the engine's packages this is for the floors of web/src.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

/** Floor is files that stand together: folders and files of web/src without extension, and what
 * they may import besides each other: floors, and packages by their first word. */
interface Floor {
  has: string[];
  from: string[];
}

const FLOORS: Record<string, Floor> = {
  // The ground: what the build writes, and how files reach the page.
  generated: { has: ["generated"], from: [] },
  styles: { has: ["styles"], from: [] },
  loading: { has: ["fetched", "assets", "firstpicture"], from: ["scene"] }, // of the scene the types of what is sent
  engine: { has: ["engine"], from: ["generated", "loading"] },
  scene: { has: ["scene"], from: ["loading"] },
  // What is declared, and how it is written, typed and coloured.
  words: {
    has: [
      "catalog",
      "chances",
      "comparison",
      "entry",
      "format",
      "inputnotes",
      "palette",
      "paths",
      "problems",
      "profile",
      "quantity",
      "ranking",
      "scopes",
      "solved",
      "stored",
    ],
    from: ["generated", "engine"],
  },
  state: { has: ["state"], from: ["engine", "words", "preact"] },
  charts: { has: ["charts"], from: ["engine", "words", "echarts"] },
  // What is shown: parts that every component may have around it, views by their kind, the page.
  parts: {
    has: [
      ...[
        "page/context",
        "page/theme",
        "page/whenidle",
        "page/watched",
        "page/hoveredmonth",
        "page/export",
        "page/Waiting",
        "page/Selectable",
        "page/roving",
        "page/wholecolumns",
      ],
      ...[
        "page/commands",
        "page/CopyField",
        "page/CopyText",
        "page/SourceText",
        "page/SaveFile",
        "page/MoreButton",
        "page/ProblemText",
        "page/Charts",
      ],
    ],
    from: ["loading", "engine", "words", "state", "charts", "styles", "preact"],
  },
  views: { has: ["views"], from: ["engine", "words", "state", "charts", "parts", "styles", "preact"] },
  page: { has: ["page"], from: ["loading", "engine", "scene", "words", "state", "charts", "parts", "views", "styles", "preact", "uqr"] },
  embed: { has: ["embed"], from: ["loading", "engine", "words", "state", "parts", "views", "page", "styles", "preact"] },
  element: { has: ["element"], from: ["embed"] },
  start: { has: ["main", "asked"], from: ["loading", "engine", "words", "state", "views", "page", "styles", "preact"] },
};

/** of finds the floor that a file stands on: the most particular of its paths counts. */
function of(file: string): string | undefined {
  for (let path = file.replace(/\.tsx?$/, ""); path !== "."; path = dirname(path))
    for (const [name, floor] of Object.entries(FLOORS)) if (floor.has.includes(path)) return name;
  return undefined;
}

/** imported lists what a source imports, types too, where it says so in its text. */
function imported(file: string, source: string): string[] {
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  return [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1)),
  ];
}

/** wrong tells which imports of a source the table does not allow. */
function wrong(file: string, source: string): string[] {
  const here = of(file);
  if (here === undefined) return [`${file} stands on no floor: give it a place in the table`];
  return imported(file, source).flatMap((name) => {
    const there = name.startsWith(".") ? of(normalize(join(dirname(file), name))) : name.split("/")[0];
    if (there === here || (there !== undefined && FLOORS[here]?.from.includes(there))) return [];
    return [`${file} (${here}) must not import ${name} (${there}): it may import ${FLOORS[here]?.from.join(", ")}`];
  });
}

const SOURCES = new URL("../src/", import.meta.url).pathname;
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
const sources = files.filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name));

describe("imports of web/src", () => {
  it("point the way that the table says", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((file) => wrong(file, readFileSync(join(SOURCES, file), "utf8")))).toEqual([]);
  });

  it("have a table of floors that are there", () => {
    const there = new Set(files.map((name) => name.replace(/\.tsx?$/, "")));
    const named = Object.values(FLOORS).flatMap((floor) => floor.has);
    expect(named.filter((path) => path !== "generated" && !there.has(path))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it("are drawn in the architecture as the table has them", () => {
    const architecture = readFileSync(new URL("../../docs/architecture.md", import.meta.url), "utf8");
    for (const [name, { from }] of Object.entries(FLOORS)) {
      const drawn = new RegExp(`^    ${name} {2,}.*?\\S {2,}(.*)$`, "m").exec(architecture)?.[1] ?? "not drawn";
      const floors = from.filter((each) => each in FLOORS);
      expect({
        [name]: drawn
          .replace(/ \([^)]*\)/g, "")
          .split(", ")
          .sort(),
      }).toEqual({ [name]: floors.length > 0 ? floors.sort() : ["nothing"] });
    }
  });

  it.each([
    ["engine/client.ts", 'import { format } from "../format";', 1],
    ["state/store.ts", 'import type { Page } from "../page/App";', 1],
    ["charts/options.ts", 'export * from "../state/store";', 1],
    ["charts/options.ts", 'const later = import("../page/App");', 1],
    ["engine/client.ts", 'import { signal } from "preact";', 1],
    ["views/chart.ts", 'import { App } from "../page/App";', 1],
    ["upstart.ts", "", 1],
    ["views/chart.ts", 'import { useSession } from "../page/context"; import "./parts";', 0],
    ["page/App.tsx", 'import { Views } from "../views/Views"; const page = <Views />;', 0],
    ["charts/script.ts", 'import { init } from "echarts/core";', 0],
  ])("of %s: %s", (file, source, count) => {
    expect(wrong(file, source)).toHaveLength(count);
  });
});
