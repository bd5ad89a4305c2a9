// What it would take for a figure to be another: asked of the engines of studies, of the scenario that is open.
import { answered, type Refused } from "../engine/answered";
import type {
  Axis,
  Calls,
  Cell,
  Goal,
  Kind,
  MapAxis,
  NamedMeasure,
  Progress,
  Solved,
  SolvePoint,
  Sought,
  Variant,
  VariantCells,
} from "../engine/messages";
import type { More, Pool } from "../engine/pool";
import { changeList, type Scenario } from "./history";

/** A goal with all that belongs to it, and the inputs that are tried first. */
export interface Levers {
  goal: Goal;
  sought: Sought;
  paths: readonly string[];
}

/** The figures of a scenario, and of it otherwise in one thing. */
export interface Variants {
  now: readonly Cell[];
  variants: readonly VariantCells[];
}

/** Two inputs and what is sought at their values. */
export interface Surface {
  sought: Sought;
  x: MapAxis;
  y: MapAxis;
  /** The scenario itself, or where was asked; it comes with the first rows. */
  now: SolvePoint | undefined;
  /** By Y and then by X: what it is coloured by, how far the goal is met, and the figure itself; absent is NaN. */
  shades: Float64Array;
  gaps: Float64Array;
  figures: Float64Array;
  /** By what it was computed, in words: of each engine that computed rows of it. */
  computed: readonly string[];
}

export type Vertices = readonly (readonly [x: number, y: number])[];

/** Undefined where the signal came before the answer. */
export type Taken<Got> = Promise<Got | Refused | undefined>;

export class Takes {
  constructor(private readonly pool: Pool) {}

  levers(scenario: Scenario, goal: Goal, signal: AbortSignal): Taken<Levers> {
    return this.ask(
      "levers",
      scenario,
      { goal },
      signal,
      {},
      ({ goal: whole, sought, paths = [] }) => whole && sought && { goal: whole, sought, paths },
    );
  }

  measures(scenario: Scenario, signal: AbortSignal): Taken<readonly NamedMeasure[]> {
    return this.ask("measures", scenario, {}, signal, {}, ({ measures = [] }) => measures);
  }

  /** What the figures of a view would be if a scenario were otherwise in one thing. */
  variants(
    scenario: Scenario,
    asked: { view: string; month: number; variants: readonly Variant[] },
    signal: AbortSignal,
    progress: (progress: Progress | undefined) => void,
  ): Taken<Variants> {
    return this.ask("variants", scenario, asked, signal, { progress }, ({ now, variants = [] }) => now && { now, variants });
  }

  solve(scenario: Scenario, goal: Goal, path: string, signal: AbortSignal, progress: (progress: Progress | undefined) => void): Taken<Solved> {
    return this.ask("solve", scenario, { goal, path }, signal, { progress }, ({ solved }) => solved);
  }

  /** Some rows of a map with so many values of each input. */
  map(scenario: Scenario, asked: { goal: Goal; x: Axis; y: Axis; points: number; from?: number; to?: number }, signal: AbortSignal): Taken<Surface> {
    return this.ask("map", scenario, asked, signal, {}, ({ sought, x, y, now, computed }, numbers) => {
      if (!sought || !x || !y || !numbers) return undefined;
      const each = (part: number) => numbers.filter((_, at) => at % 3 === part);
      return { sought, x, y, now, shades: each(0), gaps: each(1), figures: each(2), computed: [computed] };
    });
  }

  /** The lines along which values of a grid come to nothing. */
  contour(scenario: Scenario, xs: readonly number[], ys: readonly number[], values: Float64Array, signal: AbortSignal): Taken<readonly Vertices[]> {
    const numbers = Float64Array.from([...xs, ...ys, ...values]);
    const request = { x: xs.length, y: ys.length };
    return this.asked("contour", scenario, request, signal, { numbers }, ({ lengths = [] }, all = new Float64Array()) => {
      let at = 0;
      return lengths.map((length) => Array.from({ length }, () => [all[at++]!, all[at++]!] as const));
    });
  }

  private ask<K extends Kind, Got>(
    kind: K,
    scenario: Scenario,
    request: object,
    signal: AbortSignal,
    more: More,
    read: (body: Calls[K]["answer"], numbers: Float64Array | undefined) => Got | undefined,
  ): Taken<Got> {
    return this.asked(kind, scenario, { changes: changeList(scenario.changes), ...request }, signal, more, read);
  }

  private async asked<K extends Kind, Got>(
    kind: K,
    { origin }: Scenario,
    request: object,
    signal: AbortSignal,
    more: More,
    read: (body: Calls[K]["answer"], numbers: Float64Array | undefined) => Got | undefined,
  ): Taken<Got> {
    return answered(await this.pool.ask(kind, origin, { ...request }, signal, more), read);
  }
}
