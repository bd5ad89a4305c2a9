// The sites of a month as a drawing, for where there can be no canvas: asked of the engine that loads later.
import { answered, type Refused } from "../engine/answered";
import type { Plan } from "../engine/client";
import type { Calls } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { changeList, type Scenario } from "./history";

export type DrawingWish = Omit<Calls["picture"]["request"], "of" | "changes">;

/** The address of an SVG picture, and what it shows in words. */
export interface Drawing {
  address: string;
  summary: string;
}

/** Undefined where the signal came before the answer. */
export async function drawingOf(
  pool: Pool,
  { origin, changes }: Pick<Scenario, "origin" | "changes">,
  wish: DrawingWish,
  signal: AbortSignal,
): Promise<Drawing | Refused | undefined> {
  const came = await pool.ask("picture", origin, { ...wish, changes: changeList(changes) }, signal);
  return answered(came, ({ svg, summary }) => (svg && summary ? { address: `data:image/svg+xml,${encodeURIComponent(svg)}`, summary } : undefined));
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
