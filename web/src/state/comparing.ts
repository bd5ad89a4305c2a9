// What scenarios that are held against each other come to: asked of the engines of studies, so that a comparison keeps no slider
// waiting.
import { answered, isRefused } from "../engine/answered";
import { type Shown, shown } from "../engine/client";
import type { Came, Origin } from "../engine/engine";
import type { Attribution, Base, Change, Compared, Differing, Kind, Progress, ViewWish } from "../engine/messages";
import type { More, Pool } from "../engine/pool";
import { monthsBetween } from "../format";
import { problemsText } from "../problems";
import { changeList, equal, type Scenario } from "./history";

/** A scenario to compare with. */
export interface Side {
  title: string;
  origin: Origin;
  changes: readonly Change[];
  /** How a link holds it; undefined of one that no link can name. */
  held: Compared | undefined;
}

/** What a side comes to. */
export interface SideShown extends Shown {
  start: string;
  months: number;
}

/** A figure and the other scenario's document, from which its difference is told; and the round of samples to begin with. */
export interface AskedAttribution {
  from: string;
  figure: string;
  first: number;
}

/** An attribution after a round of its samples, and whether the next would tell more. */
export interface RoundOf {
  attribution: Attribution;
  round: number;
  refines: boolean;
}

export interface AttributionTold {
  progress(progress: Progress | undefined): void;
  came(round: RoundOf): void;
}

/** Why there is no answer. */
export class Unanswered extends Error {}

/** Undefined where the signal came before the answer. */
type Told<Got> = Promise<Got | undefined>;

export class Comparing {
  /** Each object is one opened scenario, so that the same is asked of again. */
  private readonly origins = new Map<string, Origin>();
  private turns = 0;
  private readonly turn = new Map<number, Promise<void>>();

  constructor(private readonly pool: Pool) {}

  /** The side that a link names, beside the scenario that is open. */
  async sideOf(held: Compared, present: Scenario, signal: AbortSignal): Told<Side> {
    const of = (origin: Origin, title: string): Side => ({ title: titleOf(title, held.changes), origin, changes: held.changes, held });
    if (held.hash === present.base.hash && held.name === present.base.name) return baseSide(present, held);
    const origin = this.shipped(held.name);
    const found = await this.opened(origin, signal);
    if (!found) return undefined;
    if (found.base.hash !== held.hash) throw new Unanswered(`“${found.base.title}” is not what it was when the link was made, and is not compared.`);
    return of(origin, found.base.title);
  }

  /** A scenario of any origin as a side. */
  async open(origin: Origin, present: Scenario, signal: AbortSignal): Told<Side> {
    const found = await this.opened(origin, signal);
    if (!found) return undefined;
    const { base } = found;
    const changes = [...found.changes];
    const { name, hash, title, shipped } = base;
    if (hash === present.base.hash && name === present.base.name) return baseSide(present, { name, hash, changes });
    if (shipped) return { title: titleOf(title, changes), origin: this.shipped(name), changes, held: { name, hash, changes } };
    return { title: titleOf(title, changes), origin, changes, held: undefined };
  }

  /** The origin of a shipped scenario. */
  shipped(name: string): Origin {
    const known = this.origins.get(name) ?? { name };
    this.origins.set(name, known);
    return known;
  }

  /** The views of a side in a month, which a scenario with another start counts otherwise. */
  async figures(side: Pick<Side, "origin" | "changes">, views: ViewWish[], month: string, signal: AbortSignal, guess = 0): Told<SideShown> {
    const { origin, changes } = side;
    const found = await this.ask("run", origin, { changes, views, month: guess }, signal, {}, (body, numbers) => {
      const read = body.heads && shown(body, body.heads, numbers);
      return read && body.document && { ...read, start: body.document.start, months: body.document.months };
    });
    if (!found) return undefined;
    const wanted = Math.max(0, Math.min(found.months - 1, monthsBetween(found.start, month)));
    return found.month === wanted ? found : this.figures(side, views, month, signal, wanted);
  }

  document({ origin, changes }: Side, signal: AbortSignal): Told<string> {
    return this.ask("document", origin, { changes }, signal, {}, ({ document }) => document);
  }

  differences({ origin, changes }: Scenario, others: readonly string[], signal: AbortSignal): Told<readonly Differing[]> {
    return this.ask("compare", origin, { changes: changeList(changes), others }, signal, {}, ({ differences }) => differences);
  }

  /**
   * What each change makes of the difference of a figure, told as soon as there is an estimate and each time that there is a better
   * one; the signal ends it. One that is taken up again begins with the round after the last that was told.
   */
  attribution(of: Scenario, asked: AskedAttribution, signal: AbortSignal, told: AttributionTold): Promise<void> {
    // An engine keeps what the next round needs of one attribution only: those that share an engine come one after the other.
    const turn = this.turns++ % this.pool.size;
    const mine = (this.turn.get(turn) ?? Promise.resolve()).then(() => this.rounds(of, asked, signal, told));
    this.turn.set(
      turn,
      mine.catch(() => undefined),
    );
    return mine;
  }

  private async rounds(
    { origin, changes }: Scenario,
    { from, figure, first }: AskedAttribution,
    signal: AbortSignal,
    told: AttributionTold,
  ): Promise<void> {
    const home = {};
    for (let round = first; !signal.aborted; round++) {
      const request = { changes: changeList(changes), from, figure, round };
      const came = await this.ask(
        "attribute",
        origin,
        request,
        signal,
        { progress: told.progress, home },
        ({ attribution, refines = false }) => attribution && { attribution, refines, round },
      );
      if (!came || signal.aborted) return;
      told.came(came);
      if (!came.refines) return;
    }
  }

  private opened(origin: Origin, signal: AbortSignal): Told<{ base: Base; changes: readonly Change[] }> {
    return this.ask("open", origin, {}, signal, {}, ({ base, changes = [] }) => base && { base, changes });
  }

  private async ask<K extends Kind, Got>(
    kind: K,
    origin: Origin,
    request: object,
    signal: AbortSignal,
    more: More,
    read: (body: Came<K>["body"], numbers: Float64Array | undefined) => Got | undefined,
  ): Told<Got> {
    const got = answered(await this.pool.ask(kind, origin, { ...request }, signal, more), read);
    if (isRefused(got)) throw new Unanswered(problemsText(got.problems));
    return got;
  }
}

/** The base of the scenario that is open, with changes or without. */
export function baseSide({ base, origin }: Scenario, held: Compared = { name: base.name, hash: base.hash, changes: [] }): Side {
  const title = held.changes.length === 0 ? `${base.title} without changes` : titleOf(base.title, held.changes);
  return { title, origin, changes: held.changes, held };
}

/** "Filed deal, 2 changes" */
function titleOf(title: string, changes: readonly Change[]): string {
  if (changes.length === 0) return title;
  return `${title}, ${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
}

/** Whether two are the same side. */
export function isSameSide(one: Side, other: Side): boolean {
  return one.origin === other.origin && equal(one.changes, other.changes);
}
