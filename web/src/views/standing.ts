// How what is shown of a view stands to the present inputs.
import { comparedViews, isCompared, isOfMonth } from "../state/comparison";
import { isSame } from "../state/figures";
import { type State, standing } from "../state/state";

type Standing = ReturnType<typeof standing>;

/** Of an open view: current where it is there by the step asked for, of the present scenario and the month looked at, with what it is compared with. */
export function viewStanding(state: State, name: string): Standing {
  const { shown, shownBase, history, view, open } = state;
  const found = shown?.answer.views.find((each) => each.name === name);
  if (!shown || !found || shown.scenario !== history?.present) return standing(state) === "refused" ? "refused" : "awaited";
  const isLookedAt = !isOfMonth(found) || shown.month === (view.month ?? 0);
  const isWhole = !comparedViews(shown).includes(found) || isCompared(found, shown, shownBase);
  return isLookedAt && isWhole && found.by === open.get(name) ? "current" : "awaited";
}

/** Of what else is said of a view, once it was solved. */
export function needsStanding(state: State): Standing {
  const { needs, history } = state;
  if (needs && history && isSame(needs.scenario, history.present)) return "current";
  return standing(state) === "refused" ? "refused" : "awaited";
}

/** Of the list of views: whether it is that of the open base. What a change of inputs does to it comes with the next answer. */
export function listStanding({ shown, history }: State): Standing {
  return shown?.scenario.origin === history?.present.origin ? "current" : "awaited";
}
