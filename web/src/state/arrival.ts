// The way to another base: what is open stays until that one's figures are there, and then all of it is shown at once.
import { type Asked, isRefused, type Refused, type Result } from "../engine/client";
import type { Document, Looking } from "../engine/messages";
import { asked, explainedOf } from "./explained";
import type { Figures } from "./figures";
import { advance, begin, type History, type Scenario } from "./history";
import { failed, refusal, refuse } from "./notices";
import type { Notice, State } from "./state";
import type { Store } from "./store";

/** Another scenario, its base included, that is to be shown. */
export interface Destination {
  scenario: Scenario;
  /** Undefined where it is a step of its own. */
  history?: History;
  view: Looking | undefined;
  notices: readonly Notice[] | undefined;
  /** Where it was a file, its name. */
  file?: string | undefined;
}

interface RefusedDestination {
  refused: Refused;
  file: string | undefined;
}

/** Finds where to go; undefined where that is not wanted any more. */
export type Find = (signal: AbortSignal) => Promise<Destination | RefusedDestination | undefined>;

export class Arrival {
  /** Counts the times that another scenario was asked for; an older one that comes after a newer one is passed over. */
  private turn = 0;
  private leaving = new AbortController();
  /** Where undo and redo have led while the scenario there is on its way. */
  goal: History | undefined;

  constructor(
    private readonly store: Store<State>,
    private readonly figures: Figures,
    private readonly settled: () => void,
  ) {}

  /** Goes to another base, with all that is shown of it at once: never figures of one under the name of another. */
  async go(find: Find): Promise<void> {
    const turn = ++this.turn;
    this.leaving.abort();
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.store.update({ opening: true });
    try {
      const found = await find(signal);
      if (!found || signal.aborted) return;
      if ("refused" in found) refuse(this.store, refusal(found.refused, found.file));
      else await this.arrive(found, signal);
    } catch (reason) {
      if (turn === this.turn) failed(this.store, reason);
    } finally {
      if (turn === this.turn) this.settle();
    }
  }

  /** Stays with what is open while another scenario is on its way. */
  stay(): void {
    this.turn++;
    this.leaving.abort();
    if (this.store.get().opening) this.settle();
  }

  /** What is open now, be it what was gone to or what was there, has its figures asked for: the way there took the place of that question. */
  private settle(): void {
    this.goal = undefined;
    this.store.update({ opening: false });
    this.settled();
  }

  private async arrive({ scenario, history: led, view: wanted, notices = [], file }: Destination, signal: AbortSignal): Promise<void> {
    const view = wanted ?? asked(this.store.get().view, undefined);
    const { open } = this.store.get();
    const first = await this.insist(scenario, view, signal);
    const wrong = first && isRefused(first) ? first.problems : undefined;
    const resultOf = wrong && scenario.changes.size > 0 ? { ...scenario, changes: new Map() } : scenario;
    // Where the changes are wrong, what is shown is the base.
    const answer = resultOf === scenario ? first : await this.insist(resultOf, view, signal);
    if (!answer) return;
    if (isRefused(answer)) {
      refuse(this.store, refusal(answer, file));
      return;
    }
    const { history, baseline } = this.store.get();
    this.store.update({
      ...this.figures.arrived(resultOf, answer, open, selectable(view, answer.document)),
      phase: "open",
      history: led ?? (history ? advance(history, scenario) : begin(scenario)),
      problems: wrong ?? [],
      problemsOf: wrong && scenario,
      notices,
      explained: explainedOf(wanted?.why),
      ...(baseline?.origin !== scenario.origin && { reference: undefined }),
      playing: false,
    });
  }

  /** Asks again where something else took this one's place, as long as it is still wanted. */
  private async insist(scenario: Scenario, view: Looking, signal: AbortSignal): Asked<Result> {
    for (;;) {
      const answer = await this.figures.ask(scenario, view, signal);
      if (signal.aborted) return undefined;
      if (answer) return answer;
    }
  }
}

/** What is looked at, with a thing selected that there is. */
function selectable({ select, ...view }: Looking, { instances }: Document): Looking {
  return select === "" || instances.some(({ name }) => name === select) ? { ...view, select: select! } : view;
}
