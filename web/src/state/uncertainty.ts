// What a scenario is not sure of, as changes have it: pure functions, as in history.ts.
import type { Correlation, Document, Study, Uncertain } from "../engine/messages";
import { rangePath, STUDY_PATHS } from "../paths";
import { equal, type Scenario, withChange, withoutChange } from "./history";
import type { InputLayers } from "./inputvalues";

/** What a text means for an input. */
export interface Ranged {
  path: string;
  /** How likely each value is, as a change has it. */
  change: unknown;
  /** The input's own value from now on; undefined where that stays. */
  median?: unknown;
}

/** The scenario with inputs uncertain. Their own values are medians of what may be. */
export function withRanges(scenario: Scenario, ranges: readonly Ranged[], base: (path: string) => unknown): Scenario {
  return ranges.reduce((before, { path, change, median }) => {
    const after = withChange(before, rangePath(path), change, undefined);
    return median === undefined ? after : withChange(after, path, median, base(path));
  }, scenario);
}

/** The scenario with an input certain. `base` is the base's document, which may be unsure of it. */
export function withoutRange(scenario: Scenario, path: string, base: Document | undefined): Scenario {
  const isOfBase = uncertainIn(base?.study, path) !== undefined;
  const after = isOfBase ? withChange(scenario, rangePath(path), null, undefined) : withoutChange(scenario, rangePath(path));
  return withCorrelationsOf(after, (correlation) => !correlation.of.includes(path));
}

/** The scenario with an input's range, and whether it has one, as the base has it. */
export function withBaseRange(scenario: Scenario, path: string, base: Document | undefined): Scenario {
  const after = withoutChange(scenario, rangePath(path));
  return uncertainIn(base?.study, path) ? after : withCorrelationsOf(after, (correlation) => !correlation.of.includes(path));
}

function withCorrelationsOf(scenario: Scenario, keep: (correlation: Correlation) => boolean): Scenario {
  const stated = scenario.changes.get(STUDY_PATHS.correlations) as Correlation[] | undefined;
  if (!Array.isArray(stated) || stated.every(keep)) return scenario;
  const kept = stated.filter(keep);
  return kept.length > 0 ? withChange(scenario, STUDY_PATHS.correlations, kept, undefined) : withoutChange(scenario, STUDY_PATHS.correlations);
}

/** What a study says of an input. */
export function uncertainIn(study: Study | undefined, path: string): Uncertain | undefined {
  return study?.uncertain.find((each) => each.path === path);
}

/**
 * How likely each value of an input is, as far as the engine has told; undefined where it is certain. Of a change that it has not
 * answered for yet, what it said last holds.
 */
export function uncertainNow({ changes, base, newest }: InputLayers, path: string): Uncertain | undefined {
  const changed = changes.get(rangePath(path));
  if (changed === null) return undefined;
  const said = uncertainIn(newest?.study, path);
  if (changed !== undefined) return said;
  const was = uncertainIn(base?.study, path);
  return was && said && equal(was, said) ? said : was;
}
