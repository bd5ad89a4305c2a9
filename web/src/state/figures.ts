// What the engine makes of the scenario that is open: its views, its floor, and its base's views to compare with.
import { type Asked, type EngineClient, isRefused, type Refused, type Result } from "../engine/client";
import type { Document, Looking } from "../engine/messages";
import { addMonths, monthsBetween } from "../format";
import { problemsText } from "../problems";
import { comparedViews, isCompared } from "./comparison";
import { changeList, equal, type Scenario } from "./history";
import { failed, notify } from "./notices";
import type { State } from "./state";
import type { Store } from "./store";

export class Figures {
  /** Of what the engine was asked for and of what is shown of it: an older answer never takes the place of a newer one. */
  private asked = 0;
  private shown = 0;
  /** By which runs on their way are given up. */
  private readonly running = new Set<AbortController>();

  constructor(
    private readonly client: EngineClient,
    private readonly store: Store<State>,
  ) {}

  /** Has what is open of the present scenario computed, in the month looked at, unless it is there. */
  async refresh(): Promise<void> {
    this.recognise();
    const state = this.store.get();
    const present = state.history?.present;
    if (!present) return;
    const order = ++this.asked;
    // Back to what is shown still: what is on its way is older now.
    if (state.resultOf === present && state.problemsOf) this.store.update({ problems: [], problemsOf: undefined });
    if (state.resultOf === present) this.shown = order;
    // Of inputs that cannot be computed what is looked at is the last that could.
    const scenario = state.problemsOf === present ? state.resultOf : present;
    if (!scenario) return;
    const running = new AbortController();
    this.running.add(running);
    try {
      if (isThere(this.store.get(), scenario)) await this.compare();
      else this.show(scenario, order, await this.ask(scenario, state.view, running.signal), state);
    } catch (reason) {
      failed(this.store, reason, this.store.get().resultOf === scenario ? undefined : scenario);
    } finally {
      this.running.delete(running);
    }
  }

  /** Gives up what is on its way. */
  giveUp(): void {
    for (const running of this.running) running.abort();
  }

  /** A scenario that says the same as the one that is shown has its figures. */
  private recognise(): void {
    const { history, resultOf, shown, floor } = this.store.get();
    if (!history || !resultOf || resultOf === history.present || !isSame(resultOf, history.present)) return;
    const scenario = history.present;
    this.store.update({
      resultOf: scenario,
      shown: shown && shown.scenario === resultOf ? { ...shown, scenario } : shown,
      floor: floor && floor.scenario === resultOf ? { ...floor, scenario } : floor,
    });
  }

  /** What a scenario comes to. */
  ask(scenario: Scenario, { month }: Looking, signal?: AbortSignal): Asked<Result> {
    const { open, openFloor } = this.store.get();
    const views = Array.from(open, ([name, by]) => ({ name, by }));
    return this.client.run(scenario.origin, changeList(scenario.changes), { views, month, floor: openFloor }, signal);
  }

  /** A scenario has arrived with its figures: whatever else is on its way is older. */
  arrived(scenario: Scenario, answer: Result, open: State["open"], view: Looking): Partial<State> {
    this.shown = ++this.asked;
    return this.figuresOf(scenario, answer, open, view);
  }

  /** What a scenario came to, unless something newer is shown already or another base is open. */
  private show(scenario: Scenario, order: number, answer: Result | Refused | undefined, { open }: State): void {
    const { history, resultOf, view } = this.store.get();
    // Of what is shown an answer of another month is as good as the last.
    const isOld = scenario !== resultOf && (order < this.shown || resultOf === history?.present);
    if (!answer || isOld || history?.present.origin !== scenario.origin) return;
    if (isRefused(answer)) {
      if (scenario === resultOf) {
        notify(this.store, { level: "error", text: `The views could not be computed: ${problemsText(answer.problems)}` });
        return;
      }
      this.shown = order;
      this.store.update({ problems: answer.problems, problemsOf: scenario });
      // What is shown instead may be of another month, or not have what was opened meanwhile.
      if (scenario === history.present) void this.refresh();
      return;
    }
    this.shown = Math.max(this.shown, order);
    const isPresentRefused = scenario === resultOf && history.present !== scenario;
    this.store.update({ ...this.figuresOf(scenario, answer, open, view), ...(!isPresentRefused && { problems: [], problemsOf: undefined }) });
    void this.compare().catch((reason) => failed(this.store, reason));
  }

  private figuresOf(scenario: Scenario, answer: Result, open: State["open"], view: Looking): Partial<State> {
    const { resultOf, result, shown, floor } = this.store.get();
    const { base, document, obstacles, needs } = answer;
    const months = monthsOf(document, result);
    return {
      baseline: { origin: scenario.origin, document: base },
      // Another month of the same is no other result.
      result: resultOf === scenario && !shown?.answer.isForeseen ? result : { months, document, obstacles },
      resultOf: scenario,
      shown: { scenario, month: answer.month, calendarMonth: addMonths(document.start, answer.month), open, answer },
      view: within(view, answer.month, months.length),
      ...(answer.floor && floor?.scenario !== scenario && { floor: { scenario, ...answer.floor } }),
      ...(needs && { needs: { scenario, ...needs } }),
    };
  }

  /** Asks for what the base has for the views that are compared with it: once for all changes. */
  private async compare(): Promise<void> {
    const { shown, shownBase, baseline } = this.store.get();
    const views = shown ? comparedViews(shown) : [];
    if (!shown || !baseline || views.every((view) => isCompared(view, shown, shownBase))) return;
    const { calendarMonth } = shown;
    const { origin } = shown.scenario;
    const wishes = views.map(({ name, by }) => ({ name, by }));
    const answer = await this.client.base(origin, wishes, Math.max(monthsBetween(baseline.document.start, calendarMonth), 0));
    if (!answer || isRefused(answer) || this.store.get().shown?.scenario.origin !== origin) return;
    this.store.update({ shownBase: { origin, calendarMonth, asked: new Set(views.map(({ name }) => name)), answer } });
  }
}

/** Whether two scenarios say the same. */
export function isSame(one: Scenario, other: Scenario): boolean {
  return one === other || (one.origin === other.origin && equal(changeList(one.changes), changeList(other.changes)));
}

/** Whether all that is open is there of a scenario, in the month looked at. */
function isThere({ resultOf, shown, floor, view, open, openFloor }: State, scenario: Scenario): boolean {
  if (resultOf !== scenario || shown?.scenario !== scenario || shown.open !== open || shown.answer.isForeseen) return false;
  return shown.month === view.month && (!openFloor || floor?.scenario === scenario);
}

/** The months of a document: the same list as before where they are the same. */
function monthsOf({ start, months }: Document, before: State["result"]): readonly string[] {
  if (before?.document.start === start && before.document.months === months) return before.months;
  return Array.from({ length: months }, (_, at) => addMonths(start, at));
}

/** What is looked at, with a month that there is: where none was, that in which one begins to look. */
function within(view: Looking, begin: number, months: number): Looking {
  const month = Math.min(view.month ?? begin, months - 1);
  return view.month === month ? view : { ...view, month };
}
