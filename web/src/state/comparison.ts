// What stands beside the figures of a scenario with changes: those of its base.
import type { Shown, ShownView } from "../engine/client";
import type { Origin } from "../engine/engine";
import type { Step } from "../engine/messages";
import type { Scenario } from "./history";

/** What the engine has for the open views in a scenario and month, and which views that has a use for. */
export interface ShownOf {
  scenario: Scenario;
  month: number;
  /** Which one of the calendar that is. */
  calendarMonth: string;
  open: ReadonlyMap<string, Step>;
  answer: Shown;
}

/** What it has for some of them in the base. */
export interface ShownBase {
  origin: Origin;
  /** That of the scenario for which it was asked; where the base lacks it the answer is of the nearest that it has, and says so. */
  calendarMonth: string;
  /** The names of those that were asked for; the base may lack one. */
  asked: ReadonlySet<string>;
  answer: Shown;
}

/** Whether what a view shows is of one month, and another in the next. */
export function isOfMonth({ kind, rows = [], cells = [] }: ShownView): boolean {
  switch (kind) {
    case "chart":
    case "statement":
    case "events":
      return false;
    case "table":
      return rows.some(({ cells }) => cells.some(({ month }) => month));
    case "cells":
      return cells.some(({ value, note = [] }) => value.month || note.some((piece) => piece.value?.month));
    case "answer":
    case "split":
      return true;
  }
}

/** The views to be compared with the base: figures and tables, where anything was changed. */
export function comparedViews({ scenario, answer }: ShownOf): ShownView[] {
  return scenario.changes.size > 0 ? answer.views.filter(({ kind }) => kind === "table" || kind === "cells") : [];
}

/** Whether it is known what the base has for a view. */
export function isCompared(view: ShownView, { scenario, calendarMonth }: ShownOf, base: ShownBase | undefined): boolean {
  return (
    base !== undefined && base.origin === scenario.origin && base.asked.has(view.name) && (base.calendarMonth === calendarMonth || !isOfMonth(view))
  );
}

/** What the base has for a view that is compared with it, as far as it has it and that is known. */
export function baseView(view: ShownView, shown: ShownOf | undefined, base: ShownBase | undefined): ShownView | undefined {
  if (!shown || !comparedViews(shown).includes(view) || !isCompared(view, shown, base)) return undefined;
  return base!.answer.views.find(({ name }) => name === view.name);
}
