// The page's state. What is assumed and looked at lives in `history` and `view`; the rest is what the engine made of it, each with
// the scenario that it belongs to.
import type { Result } from "../engine/client";
import type { Origin } from "../engine/engine";
import type { Against, Change, Document, Notice as EngineNotice, Goal, Looking, Piece, Problem, Progress, Step } from "../engine/messages";
import type { ShownBase, ShownOf } from "./comparison";
import type { History, Scenario } from "./history";
import type { ReferenceOf } from "./reference";
import type { FansOf, StudyOf } from "./studies";

/** Something to tell, with what it is made of where that is a list. */
export interface Notice extends EngineNotice {
  lines?: readonly string[];
}

/** The row of one thing or of several together, in the period that a month is in (the month itself where no step is said). */
export interface ExplainedRow {
  row: string;
  instances: string[];
  month: number;
  by?: Step;
  /** Told with the other sign. */
  less?: boolean;
}

/** A figure. */
export type ExplainedFigure = ExplainedRow | { measure: string };

/**
 * The figure whose reasons are asked for; with what it is compared, where the reasons of a difference are; and changes that are made
 * besides, as at a point of a map, where it is not the scenario's own figure.
 */
export type Explained = ExplainedFigure & { against?: Against | undefined; besides?: readonly Change[] | undefined };

/** The figure of which it is asked what would have to be different for it to be another. */
export interface Taking {
  /** What it is called where it was asked. */
  title: string;
  /** Without a sense it is what people first ask of it. */
  goal: Goal;
}

/** What it would take for results to be others, of a scenario: in sentences, or why that cannot be said. */
export interface Needs {
  scenario: Scenario;
  view: string;
  sentences: readonly (readonly Piece[])[];
  trouble?: string;
}

/** What was computed: the months, and the scenario as it then stood. */
export interface Computed {
  months: readonly string[];
  document: Document;
  /** Why things get less than they ask for, each at its path. */
  obstacles: readonly Problem[];
}

export interface State {
  phase: "starting" | "open" | "failed";
  /** The page was opened without a link, and was not loaded again. */
  unasked: boolean;
  history: History | undefined;
  view: Looking;
  notices: readonly Notice[];
  /** The base without changes, to compare with, and where it comes from. */
  baseline: { origin: Origin; document: Document } | undefined;
  /** The newest that could be computed. */
  result: Computed | undefined;
  /** The scenario that it is of: the present one, or while that is awaited or wrong one before it, of the same base. */
  resultOf: Scenario | undefined;
  /** What is wrong with the inputs of `problemsOf`. */
  problems: readonly Problem[];
  problemsOf: Scenario | undefined;
  /** The fragment, "#s=…", of the scenario and view in `linkOf`; undefined where there can be none, and `noLink` says why. */
  link: string | undefined;
  noLink: string | undefined;
  linkOf: { scenario: Scenario; view: Looking } | undefined;
  /** Another scenario is on its way. What is open stays until its figures are there, and cannot be operated meanwhile. */
  opening: boolean;
  /** How far the engine is with a call that takes long. */
  progress: Progress | undefined;
  /** The views that are open, by name, and the step of their lines; and whether the floor is. */
  open: ReadonlyMap<string, Step>;
  openFloor: boolean;
  /** The views of `resultOf`, by the last answer. */
  shown: ShownOf | undefined;
  /** The plan of a scenario's floor, or why there is none: of `resultOf`, or while that is awaited of one before it. */
  floor: ({ scenario: Scenario } & NonNullable<Result["floor"]>) | undefined;
  /** Views of the base, to compare with. */
  shownBase: ShownBase | undefined;
  /** The input or thing that the assumptions panel shall show and focus; `at` tells one request from the next. */
  jump: { path: string; at: number } | undefined;
  explained: Explained | undefined;
  taking: Taking | undefined;
  /** What else is said of a view: of the present scenario, or while that is awaited of one before it. */
  needs: Needs | undefined;
  /** What can be taken elsewhere is looked at, of a view by its name or, without one, of all. */
  sharing: { view?: string } | undefined;
  /** The reference of `resultOf`, or while that is awaited of one before it, of the same base. */
  reference: ReferenceOf | undefined;
  /** Counts the times that an entry of the reference was asked for, which the view names. */
  referred: number;
  playing: boolean;
  /** Whether it is looked at how sure the figures are, and what is known of that: of the present scenario, or of one before it. */
  openStudy: boolean;
  study: StudyOf | undefined;
  /** The charts in sight, by their views, and the fans behind their lines. */
  inSight: ReadonlySet<string>;
  fans: FansOf | undefined;
}

export const BEGINNING: State = {
  phase: "starting",
  unasked: false,
  history: undefined,
  view: {},
  notices: [],
  baseline: undefined,
  result: undefined,
  resultOf: undefined,
  problems: [],
  problemsOf: undefined,
  link: undefined,
  noLink: undefined,
  linkOf: undefined,
  opening: false,
  progress: undefined,
  open: new Map(),
  openFloor: false,
  shown: undefined,
  shownBase: undefined,
  floor: undefined,
  jump: undefined,
  explained: undefined,
  taking: undefined,
  needs: undefined,
  sharing: undefined,
  reference: undefined,
  referred: 0,
  playing: false,
  openStudy: false,
  study: undefined,
  inSight: new Set(),
  fans: undefined,
};

/** Whether the engine itself has answered for what is shown, and is there to be asked more: what was foreseen stands there sooner. */
export function isAnswered({ shown }: State): boolean {
  return shown !== undefined && !shown.answer.isForeseen;
}

/** Whether there are figures to go back to from inputs that are being computed. */
export function canGoBack(state: State): boolean {
  return standing(state) === "awaited" && state.resultOf?.origin === state.history?.present.origin;
}

/** Whether the figures are those of the present inputs, are still awaited, or cannot be computed. */
export function standing({ history, resultOf, problemsOf }: State): "current" | "awaited" | "refused" {
  if (resultOf === history?.present) return "current";
  return problemsOf === history?.present ? "refused" : "awaited";
}
