import { describe, expect, it } from "vitest";
import type { Role } from "../src/engine/messages";
import { IDLE, KEPT, roleColour, tenantColour } from "../src/palette";

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

/** How eyes see linear RGB: Machado, Oliveira and Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency", severity 1. */
const EYES: { [eye: string]: Matrix } = {
  "most people": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function linear(colour: string): Triple {
  return [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function times(matrix: Matrix, vector: Triple): Triple {
  return matrix.map((row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]) as Triple;
}

/** Ottosson (2020), "A perceptual color space for image processing". */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt) as Triple,
  );
}

/** About 0.02 can just be told apart, side by side. */
function difference(one: string, other: string, eye: string): number {
  const [a, b] = [one, other].map((colour) => oklab(times(EYES[eye]!, linear(colour)).map((part) => Math.min(1, Math.max(0, part))) as Triple)) as [
    Triple,
    Triple,
  ];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function contrast(colour: string, ground: string): number {
  const [light, dark] = [colour, ground]
    .map(
      (one) =>
        times(
          [
            [0.2126, 0.7152, 0.0722],
            [0, 0, 0],
            [0, 0, 0],
          ],
          linear(one),
        )[0],
    )
    .sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function closest(colours: readonly string[], eye: string): { distance: number; pair: string } {
  const pairs = colours.flatMap((one, at) =>
    colours.slice(at + 1).map((other) => ({ distance: difference(one, other, eye), pair: `${one} ${other}` })),
  );
  return pairs.reduce((least, next) => (next.distance < least.distance ? next : least));
}

const MOST_LEASES = 16;
const tenants = Array.from({ length: MOST_LEASES }, (_, at) => tenantColour(at));

describe("the tenants' colours", () => {
  it.each([
    ["most people", 16, 0.08],
    ["protanopia", 16, 0.05],
    ["deuteranopia", 16, 0.05],
    ["most people", 8, 0.12],
    ["protanopia", 8, 0.06],
    ["deuteranopia", 8, 0.06],
  ])("stay apart for %s, %i of them by %f", (eye, count, least) => {
    const { distance, pair } = closest(tenants.slice(0, count), eye);
    expect(distance, pair).toBeGreaterThan(least);
  });
  it.each([
    ["most people", 0.08],
    ["protanopia", 0.035],
    ["deuteranopia", 0.035],
  ])("stay apart from own use and idle for %s by %f", (eye, least) => {
    for (const tenant of tenants)
      for (const other of [KEPT, IDLE]) expect(difference(tenant, other, eye), `${tenant} ${other}`).toBeGreaterThan(least);
  });
  it.each([
    ["light", "#ffffff", 1.8],
    ["dark", "#181c21", 2],
  ])("are seen on %s ground", (_, ground, least) => {
    for (const tenant of tenants) expect(contrast(tenant, ground), tenant).toBeGreaterThan(least);
  });
  it("begin as they always did: blue, orange, green, pink, yellow, sky, brown, violet", () => {
    const hue = (colour: string) => {
      const [, a, b] = oklab(linear(colour));
      return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
    };
    for (const [at, [from, to]] of [
      [235, 260],
      [55, 70],
      [170, 195],
      [325, 350],
      [85, 105],
      [220, 240],
      [55, 80],
      [275, 300],
    ].entries()) {
      expect(hue(tenants[at]!), tenants[at]!).toBeGreaterThanOrEqual(from!);
      expect(hue(tenants[at]!), tenants[at]!).toBeLessThanOrEqual(to!);
    }
  });
});

const LINES: readonly Role[] = [
  "",
  "limit",
  "result",
  "earnings",
  "profit",
  "cash",
  "free cash",
  "supply",
  "demand",
  "debt",
  "equity",
  "worth",
  "market",
  "orbit",
  "ground",
  "filing",
];

describe.each([
  ["light", false, "#ffffff"],
  ["dark", true, "#181c21"],
] as const)("the roles' colours on %s ground", (_, dark, ground) => {
  it("are read", () => {
    for (const role of LINES) expect(contrast(roleColour(role, 0, dark), ground), role).toBeGreaterThan(3);
  });
  it("stay apart", () => {
    const { distance, pair } = closest(
      LINES.map((role) => roleColour(role, 0, dark)),
      "most people",
    );
    expect(distance, pair).toBeGreaterThan(0.05);
  });
  it.each(["most people", "protanopia", "deuteranopia"])("stay apart for %s where several things have one role, and are seen", (eye) => {
    for (const role of LINES) {
      const shades = Array.from({ length: 5 }, (_, place) => roleColour(role, place, dark));
      const { distance, pair } = closest(shades, eye);
      expect(distance, `${role}: ${pair}`).toBeGreaterThan(0.03);
      for (const shade of shades) expect(contrast(shade, ground), `${role}: ${shade}`).toBeGreaterThan(1.6);
    }
  });
  it("are the same wherever a role stands, and a tenant's is that of its place", () => {
    expect(roleColour("tenant", 3, dark)).toBe(tenantColour(3));
    expect([roleColour("own use", 0, dark), roleColour("idle", 0, dark)]).toEqual([KEPT, IDLE]);
    expect(roleColour("debt", 5, dark)).toBe(roleColour("debt", 0, dark));
  });
});
