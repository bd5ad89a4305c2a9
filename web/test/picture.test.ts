import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChartData } from "../src/charts/contract";
import { picture } from "../src/charts/picture";
import { PIXELS } from "../src/charts/shapes";

const COLOURS = { ink: "#111111", quiet: "#222222", line: "#333333", surface: "#ffffff", cursor: "#444444" };

interface Drawn {
  texts: { text: string; x: number; y: number }[];
  rectangles: { colour: string; width: number; height: number }[];
  lines: { colour: string; dash: number[] }[];
  chartAt: number;
  width: number;
  height: number;
}

let drawn: Drawn;

/** A canvas whose letters are all six pixels wide. */
beforeEach(() => {
  drawn = { texts: [], rectangles: [], lines: [], chartAt: -1, width: 0, height: 0 };
  let dash: number[] = [];
  const context = {
    fillStyle: "",
    strokeStyle: "",
    measureText: (text: string) => ({ width: [...text].length * 6 }),
    fillRect: (_x: number, _y: number, width: number, height: number) => drawn.rectangles.push({ colour: context.fillStyle, width, height }),
    drawImage: (_: unknown, _x: number, y: number) => (drawn.chartAt = y),
    fillText: (text: string, x: number, y: number) => drawn.texts.push({ text, x, y }),
    setLineDash: (next: number[]) => (dash = next),
    stroke: () => drawn.lines.push({ colour: context.strokeStyle, dash }),
    scale() {},
    beginPath() {},
    moveTo() {},
    lineTo() {},
  };
  vi.stubGlobal("document", {
    createElement: () => ({
      getContext: () => context,
      set width(value: number) {
        drawn.width = value;
      },
      get width() {
        return drawn.width;
      },
      set height(value: number) {
        drawn.height = value;
      },
      get height() {
        return drawn.height;
      },
      toDataURL: () => "data:image/png;base64,",
    }),
  });
});
afterEach(() => vi.unstubAllGlobals());

function shown(...names: string[]): { data: ChartData; month: number; colours: typeof COLOURS } {
  const series = names.map((name, at) => ({
    name,
    colour: `#00000${at}`,
    values: [1e9, 2e9],
    kind: at === 0 ? ("stack" as const) : ("line" as const),
    dash: at === 1 ? ("dashed" as const) : ("dotted" as const),
  }));
  return {
    data: { key: "money", title: "Money", description: "", unit: "USD", months: ["2026-05", "2026-06"], series, markers: [] },
    month: 1,
    colours: COLOURS,
  };
}

function chart(width: number): HTMLCanvasElement {
  return { width: width * PIXELS, height: 300 * PIXELS } as HTMLCanvasElement;
}

describe("a chart's picture", () => {
  it("says title and month, and each series with its value, above the chart", () => {
    expect(picture(chart(800), shown("Own revenue", "Income"))).toMatch(/^data:image\/png/);
    expect(drawn.texts.map(({ text }) => text)).toEqual(["Money, Jun 2026", "Own revenue $2.00B", "Income $2.00B"]);
    for (const { y } of drawn.texts) expect(y).toBeLessThan(drawn.chartAt);
    expect(drawn.height).toBe((drawn.chartAt + 300) * PIXELS);
  });
  it("stands on the surface's colour, with a box for areas and a dashed line for lines", () => {
    picture(chart(800), shown("Own", "Income", "Cash"));
    expect(drawn.rectangles).toEqual([
      { colour: "#ffffff", width: 800, height: drawn.height / PIXELS },
      { colour: "#000000", width: 10, height: 10 },
    ]);
    expect(drawn.lines).toEqual([
      { colour: "#000001", dash: [6, 4] },
      { colour: "#000002", dash: [2, 3] },
    ]);
  });
  it.each([
    [320, 3],
    [800, 1],
  ])("of %i pixels has its legend in %i lines, each within it", (width, lines) => {
    const names = ["Own revenue of it all", "Lease to somebody", "Operating income now"];
    picture(chart(width), shown(...names));
    const [, ...legend] = drawn.texts;
    expect(new Set(legend.map(({ y }) => y)).size).toBe(lines);
    for (const { text, x } of legend) expect(x + [...text].length * 6).toBeLessThanOrEqual(width);
  });
  it("keeps the value of a name that is too long for it", () => {
    picture(chart(320), shown("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"));
    const { text, x } = drawn.texts[1]!;
    expect(text).toMatch(/^Donaudampf.*… \$2\.00B$/);
    expect(x + [...text].length * 6).toBeLessThanOrEqual(320 - 12);
  });
});
