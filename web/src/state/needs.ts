// What else is said of a view, which only solving finds: asked for once its figures have rested, after all else, and given up as soon
// as the inputs are others. What was said of others stays, with the scenario that it is of, until there is something to say of these.
import type { Asked } from "../engine/client";
import type { Piece } from "../engine/messages";
import { problemsText } from "../problems";
import { isSame } from "./figures";
import type { Scenario } from "./history";
import { isAnswered, type State, standing } from "./state";
import type { Store } from "./store";

/** Asks what is said of a view of a scenario. */
export type AskNeeds = (scenario: Scenario, view: string, signal: AbortSignal) => Asked<readonly (readonly Piece[])[]>;

interface Wanted {
  scenario: Scenario;
  view: string;
}

export class Needing {
  private asked: Wanted | undefined;
  private stop = new AbortController();
  private forget: (() => void) | undefined;
  private readonly unwatch: () => void;

  /** `rest` runs something once the page has rested, and returns how to forget that. */
  constructor(
    private readonly ask: AskNeeds,
    private readonly store: Store<State>,
    private readonly rest: (task: () => void) => () => void,
  ) {
    this.unwatch = store.watch(() => this.check());
    this.check();
  }

  end(): void {
    this.unwatch();
    this.drop();
  }

  private drop(): void {
    this.forget?.();
    this.stop.abort();
    this.asked = undefined;
  }

  private check(): void {
    const wanted = wantedIn(this.store.get());
    const { asked } = this;
    if (asked?.view === wanted?.view && asked?.scenario === wanted?.scenario) return;
    this.drop();
    if (wanted) this.begin(wanted);
  }

  private begin(wanted: Wanted): void {
    this.asked = wanted;
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.forget = this.rest(() => void this.find(wanted, signal));
  }

  private async find(wanted: Wanted, signal: AbortSignal): Promise<void> {
    const { scenario, view } = wanted;
    const tell = (found: { sentences: readonly (readonly Piece[])[]; trouble?: string }) => {
      if (!signal.aborted) this.store.update({ needs: { scenario, view, ...found } });
    };
    try {
      const answer = await this.ask(scenario, view, signal);
      if (!answer) {
        // It gave way to something else.
        if (!signal.aborted) this.begin(wanted);
        return;
      }
      if ("problems" in answer) tell({ sentences: [], trouble: problemsText(answer.problems) });
      else tell({ sentences: answer });
    } catch (reason) {
      tell({ sentences: [], trouble: reason instanceof Error ? reason.message : String(reason) });
    }
  }
}

/** The view of which there is more to say than is there, once its own figures are. */
function wantedIn(state: State): Wanted | undefined {
  const { resultOf: scenario, shown, needs, opening } = state;
  if (!scenario || opening || standing(state) !== "current" || !isAnswered(state)) return undefined;
  const view = shown?.answer.views.find(({ takes }) => takes)?.name;
  if (view === undefined || (needs?.view === view && isSame(needs.scenario, scenario))) return undefined;
  return { scenario, view };
}
