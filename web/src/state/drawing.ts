// The sites of a month as a drawing, for where there can be no canvas: asked of the engine that loads later.
import { answered, isRefused, type Refused } from "../engine/answered";
import type { Plan } from "../engine/client";
import type { Calls, PictureScale } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { changeList, type Scenario } from "./history";

export type DrawingWish = Omit<Calls["picture"]["request"], "of" | "changes">;

/** The address of an SVG picture, what it shows in words, and what its lengths stand for. */
export interface Drawing {
  address: string;
  summary: string;
  scale: PictureScale;
}

/** Undefined where the signal came before the answer. */
export async function drawingOf(
  pool: Pool,
  { origin, changes }: Pick<Scenario, "origin" | "changes">,
  wish: DrawingWish,
  signal: AbortSignal,
): Promise<Drawing | Refused | undefined> {
  const came = await pool.ask("picture", origin, { ...wish, changes: changeList(changes) }, signal);
  return answered(came, ({ svg, summary, scale }) =>
    svg && summary && scale ? { address: `data:image/svg+xml,${encodeURIComponent(svg)}`, summary, scale } : undefined,
  );
}

/** The scale that nothing is asked with. */
export const FINEST: PictureScale = {
  metres: 0,
  block_racks: 0,
  source_megawatts: 0,
  cooling_megawatts: 0,
  satellite_racks: 0,
  satellites_across: 0,
  satellites_down: 0,
  cable_megawatts: 0,
  flow_dollars: 0,
  kept_dollars: 0,
};

const NUMBERS = Object.keys(FINEST) as (keyof PictureScale)[];

/** A drawing may need a coarser scale than it is asked for, since its labels keep their size; all have come to one long before. */
const ROUNDS = 8;

/** Drawings of the same scale, in the order of those who draw, and what was refused instead of one. */
export interface ToOneScale {
  drawings: (Drawing | Refused)[];
  scale: PictureScale;
}

/**
 * Draws all to the coarsest scale that any of them needs, beginning with one that is known. Undefined where a drawing was given
 * up. Throws where no scale suits all.
 */
export async function toOneScale(
  draw: readonly ((scale: PictureScale) => Promise<Drawing | Refused | undefined>)[],
  known = FINEST,
): Promise<ToOneScale | undefined> {
  let scale = known;
  for (let round = 0; round < ROUNDS; round++) {
    const drawings = await Promise.all(draw.map((one) => one(scale)));
    if (!drawings.every((one) => one !== undefined)) return undefined;
    const coarsest = { ...scale };
    for (const drawing of drawings) if (!isRefused(drawing)) for (const of of NUMBERS) coarsest[of] = Math.max(coarsest[of], drawing.scale[of]);
    if (NUMBERS.every((of) => coarsest[of] === scale[of])) return { drawings, scale };
    scale = coarsest;
  }
  throw new Error("No scale suits all of them.");
}

/** What racks are used for, whose colours a drawing is asked with. Undefined where the signal came before the answer. */
export async function usesOf(
  pool: Pool,
  { origin, changes }: Pick<Scenario, "origin" | "changes">,
  signal: AbortSignal,
): Promise<Plan["uses"] | Refused | undefined> {
  const came = await pool.ask("run", origin, { changes: changeList(changes), views: [], month: 0, floor: true }, signal);
  return answered(came, ({ plan }) => (plan?.head ? (JSON.parse(plan.head) as Pick<Plan, "uses">).uses : undefined));
}
