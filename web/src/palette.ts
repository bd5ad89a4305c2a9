// Colours that mean the same thing everywhere: in the scene, the charts and the tables. The tenants' begin with Okabe and
// Ito, "Color Universal Design" (2008), in quieter tones, and differ in lightness where a colour-blind eye sees no other
// difference. There is one for each lease that a scenario may have; how far apart they stay, test/palette.test.ts holds.
import type { Role } from "./engine/messages";

const TENANTS = [
  "#3277b8",
  "#d9822b",
  "#2a9d8a",
  "#a8558f",
  "#d3b93a",
  "#5fb3d9",
  "#8a6d4f",
  "#5846a8",
  "#4d6926",
  "#d36e7a",
  "#23625e",
  "#dda5b3",
  "#813887",
  "#84cb78",
  "#9b84d3",
  "#ada679",
];

/** Capacity that the operator uses itself. */
export const KEPT = "#8793a3";
/** Capacity that is delivered and unused. */
export const IDLE = "#c4cad2";

/** The colour of the lease that stands at this place of the document. */
export function tenantColour(index: number): string {
  return TENANTS[index % TENANTS.length]!;
}

/** What each role is drawn in, on light ground and on dark. Lines also differ in dash and width (views/chart.ts). */
const ROLES: { [role in Exclude<Role, "tenant">]: readonly [light: string, dark: string] } = {
  "": ["#555f6b", "#b3bdc8"],
  "own use": [KEPT, KEPT],
  idle: [IDLE, IDLE],
  limit: ["#3d454e", "#d5dae0"],
  result: ["#a3173f", "#ff7f9d"],
  earnings: ["#1f6f9f", "#6bb8e6"],
  profit: ["#6b4fb3", "#a58cf0"],
  cash: ["#0d7f73", "#4cc9b8"],
  "free cash": ["#b06a12", "#f0ae5c"],
  supply: ["#8a7a12", "#d6c445"],
  demand: ["#c2459a", "#f089cf"],
  debt: ["#87431f", "#d98a5f"],
  equity: ["#2e7d32", "#74cc78"],
  worth: ["#2b3a9c", "#8fa2ff"],
  market: ["#5d8f1a", "#a6d65a"],
  orbit: ["#8f2bb3", "#d07df0"],
  ground: ["#6b5b3a", "#bfa878"],
  filing: ["#3d8fb8", "#8fd6f5"],
};

/** Things of one role are shades of its colour, which eyes of all kinds tell apart: so much black (0) or white (255) is mixed in. */
const SHADES: readonly (readonly [light: readonly [number, number], dark: readonly [number, number]])[] = [
  [
    [0, 0],
    [0, 0],
  ],
  [
    [255, 0.38],
    [0, 0.35],
  ],
  [
    [0, 0.35],
    [255, 0.45],
  ],
  [
    [255, 0.55],
    [0, 0.52],
  ],
  [
    [0, 0.6],
    [255, 0.75],
  ],
];

/** The colour of what has a role; `place` tells things of one role apart. */
export function roleColour(role: Role, place: number, dark: boolean): string {
  if (role === "tenant") return tenantColour(place);
  const theme = dark ? 1 : 0;
  const [other, part] = SHADES[place % SHADES.length]![theme];
  return mixed(ROLES[role][theme], other, part);
}

/** Of a map: where a goal is met is blue, and where not orange (Okabe and Ito), the stronger the farther from the target. */
const MAP = {
  light: { met: "#0072b2", not: "#d55e00", ground: [255, 0.88] },
  dark: { met: "#56b4e9", not: "#f0a060", ground: [24, 0.86] },
} as const;

/** The colour of a part of a map; `part` is how far it is from the target, from 0 to 1. */
export function mapColour(isMet: boolean, part: number, dark: boolean): string {
  const { met, not, ground } = MAP[dark ? "dark" : "light"];
  return mixed(isMet ? met : not, ground[0], ground[1] * (1 - Math.min(1, part)));
}

function mixed(colour: string, other: number, part: number): string {
  const byte = (at: number) => Math.round(parseInt(colour.slice(at, at + 2), 16) * (1 - part) + other * part);
  return `#${[1, 3, 5].map((at) => byte(at).toString(16).padStart(2, "0")).join("")}`;
}
