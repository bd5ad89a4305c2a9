// The reference of what is shown: what everything with a name is, and what it comes to in the month looked at.
import { type EngineClient, isRefused } from "../engine/client";
import { EngineFailure } from "../engine/engine";
import type { Reference } from "../engine/reference";
import { problemsText } from "../problems";
import { changeList, type Scenario } from "./history";
import { type State, standing } from "./state";
import type { Store } from "./store";

/** What there is of it, and of which scenario and month. */
export interface ReferenceOf {
  scenario: Scenario;
  month: number;
  answer: Reference;
}

/** Asks for the reference of what is shown in the month looked at, unless it is there. Throws what the engine has against it. */
export async function askForReference(store: Store<State>, client: EngineClient, signal?: AbortSignal): Promise<void> {
  const { resultOf: scenario, view, reference } = store.get();
  const month = view.month ?? 0;
  if (!scenario || isOf(reference, scenario, month)) return;
  const answer = await client.reference(scenario.origin, changeList(scenario.changes), month, signal);
  // Where another question took its place, that one's answer is shown; or it was given up.
  if (!answer) return;
  if (isRefused(answer)) throw new EngineFailure(`The reference could not be written: ${problemsText(answer.problems)}`);
  const now = store.get();
  if (scenario.origin !== now.resultOf?.origin) return;
  // Back meanwhile to what is shown still.
  if (!isOf(now.reference, now.resultOf, now.view.month ?? 0)) store.update({ reference: { scenario, month, answer } });
}

function isOf(reference: ReferenceOf | undefined, scenario: Scenario, month: number): boolean {
  return reference?.scenario === scenario && reference.month === month;
}

/** How the reference stands to the present inputs and the month looked at. */
export function referenceStanding(state: State): ReturnType<typeof standing> {
  const { reference, history, view } = state;
  if (history && isOf(reference, history.present, view.month ?? 0)) return "current";
  return standing(state) === "refused" ? "refused" : "awaited";
}
