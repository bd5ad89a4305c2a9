// How sure the figures are: what the pool of engines makes of the uncertain inputs of the scenario that is open, for who looks at it.
// The latest inputs win; what was computed of others is kept with the scenario that it belongs to.
import type { Followed as FollowedHead, GatherAnswer, Line, Problem, StudyRow, Tornado } from "../engine/messages";
import type { Pool } from "../engine/pool";
import { computeStudy, type Going } from "../engine/study";
import { isSame } from "./figures";
import { changeList, type Scenario } from "./history";
import { failed } from "./notices";
import { isAnswered, type State, standing } from "./state";
import type { Store } from "./store";

/** A row, and by how much each of some inputs moves it alone, month by month. */
export interface Followed extends FollowedHead {
  moves: readonly Float64Array[];
}

/** What the cases of a scenario come to so far. */
export interface StudyOf {
  scenario: Scenario;
  going: Going | undefined;
  answer: GatherAnswer | undefined;
  tornados: readonly Tornado[];
  /** What the inputs do to a row month by month, once that is computed. */
  followed: Followed | undefined;
  problems: readonly Problem[];
  /** It is computed, came to its end, or was stopped. */
  phase: "computing" | "whole" | "stopped";
}

/** The quantiles of a row by level and month. */
export type Fan = readonly Float64Array[];

/** The fans of a scenario, by row. */
export interface FansOf {
  scenario: Scenario;
  of: ReadonlyMap<string, Fan>;
}

const NOTHING = { going: undefined, answer: undefined, tornados: [], followed: undefined, problems: [] };

/** Inputs rest this long, in milliseconds, before their cases are computed: a slider that is dragged would begin them anew at each tick. */
const REST = 80;

export class Studies {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being computed, and of what. */
  private stop = new AbortController();
  private running: { scenario: Scenario; rows: string } | undefined;
  /** Of which inputs there were figures last, and since when. */
  private resting: { scenario: Scenario | undefined; since: number } = { scenario: undefined, since: 0 };

  constructor(
    private readonly pool: Pool,
    private readonly store: Store<State>,
  ) {
    store.watch(() => this.check());
  }

  /** Stops the study that is computed; what it came to so far stays. */
  cancel(): void {
    const { study, history } = this.store.get();
    this.stop.abort();
    if (!history || studyPhase(this.store.get()) !== "computing") return;
    const isOf = study && isSame(study.scenario, history.present);
    this.store.update({ study: { ...(isOf ? study : { ...NOTHING, scenario: history.present }), phase: "stopped" } });
  }

  /** Computes the study that was stopped. */
  goOn(): void {
    this.store.update({ study: undefined });
  }

  /** What is to be computed next: the study first, then the fans that are in sight. */
  private wanted(): { scenario: Scenario; rows: StudyRow[] | undefined } | undefined {
    const state = this.store.get();
    const { result, resultOf: scenario, openStudy, study, fans } = state;
    if (standing(state) !== "current" || !isAnswered(state) || !scenario || !result?.document.study) return undefined;
    const isThere = study && isSame(study.scenario, scenario) && study.phase !== "computing";
    if (openStudy && !isThere) return { scenario, rows: undefined };
    const known = fans && isSame(fans.scenario, scenario) ? fans.of : undefined;
    const missing = rowsInSight(state).filter((row) => !known?.has(rowKey(row)));
    return missing.length > 0 ? { scenario, rows: missing } : undefined;
  }

  private check(): void {
    const wanted = this.wanted();
    const { running } = this;
    const { resultOf: scenario } = this.store.get();
    if (scenario !== this.resting.scenario) this.resting = { scenario, since: performance.now() };
    const isRunning = wanted && running && isSame(running.scenario, wanted.scenario) && running.rows === rowsKey(wanted.rows);
    if (isRunning) return;
    if (running) this.stop.abort();
    clearTimeout(this.timer);
    // Of what has been shown for a while nothing is to be waited for.
    if (wanted) this.timer = setTimeout(() => void this.next(), Math.max(0, REST - (performance.now() - this.resting.since)));
  }

  private async next(): Promise<void> {
    const wanted = this.wanted();
    if (!wanted || this.running) return;
    const { scenario, rows } = wanted;
    this.running = { scenario, rows: rowsKey(rows) };
    this.stop = new AbortController();
    try {
      await (rows ? this.fan(scenario, rows) : this.study(scenario));
    } catch (reason) {
      this.refused(scenario, rows);
      failed(this.store, reason);
    } finally {
      this.running = undefined;
      this.check();
    }
  }

  /** What cannot be computed is not tried again for the same inputs. */
  private refused(scenario: Scenario, rows: StudyRow[] | undefined, problems: readonly Problem[] = []): void {
    if (!rows) this.store.update({ study: { ...NOTHING, scenario, problems, phase: "stopped" } });
    else this.tell(scenario, rows, undefined, undefined);
  }

  private async study(scenario: Scenario): Promise<void> {
    const { signal } = this.stop;
    const { origin } = scenario;
    const changes = changeList(scenario.changes);
    let now: StudyOf = { ...NOTHING, scenario, phase: "computing" };
    const update = (more: Partial<StudyOf>) => {
      if (signal.aborted) return;
      now = { ...now, ...more };
      // What was told of former inputs stays until there is something to tell of these.
      const { study } = this.store.get();
      const kept = now.answer || !study?.answer ? now : { ...study, going: now.going, phase: now.phase };
      this.store.update({ study: kept });
    };
    update({});
    // After the first estimate, which it would hold up.
    let tornado: Promise<void> | undefined;
    const alone = async () => {
      const came = await this.pool.ask("tornado", origin, { changes }, signal);
      if (!came) return;
      const { tornados = [], followed } = came.body;
      update({ tornados, followed: { ...followed, moves: cut(came.numbers ?? new Float64Array(), followed.paths.length) } });
    };
    const problems = await computeStudy(this.pool, { origin, changes }, signal, {
      going: (going) => update({ going }),
      came: (answer) => {
        update({ answer });
        tornado ??= alone();
      },
    });
    await tornado;
    if (problems) this.refused(scenario, undefined, problems);
    else update({ phase: "whole" });
  }

  private async fan(scenario: Scenario, rows: StudyRow[]): Promise<void> {
    const { signal } = this.stop;
    const asking = { origin: scenario.origin, changes: changeList(scenario.changes), rows };
    const problems = await computeStudy(this.pool, asking, signal, {
      going: () => {},
      came: (answer, numbers) => this.tell(scenario, rows, answer, numbers),
    });
    if (problems) this.refused(scenario, rows);
  }

  private tell(scenario: Scenario, rows: readonly StudyRow[], answer: GatherAnswer | undefined, numbers: Float64Array | undefined): void {
    const { fans } = this.store.get();
    const lines = new Map(fans && isSame(fans.scenario, scenario) ? fans.of : []);
    const each = cut(numbers ?? new Float64Array(), rows.length);
    for (const [at, row] of rows.entries()) lines.set(rowKey(row), cut(each[at]!, answer?.levels.length ?? 0));
    this.store.update({ fans: { scenario, of: lines } });
  }
}

/** How a study stands to the present inputs. */
export function studyStanding(state: State): ReturnType<typeof standing> {
  const { study, history } = state;
  if (study?.answer && history && isSame(study.scenario, history.present)) return "current";
  return standing(state) === "refused" ? "refused" : "awaited";
}

/** How far the study of the present inputs is. */
export function studyPhase({ study, history }: State): StudyOf["phase"] {
  return study && history && isSame(study.scenario, history.present) ? study.phase : "computing";
}

/** The fans of the figures that are shown: those of other inputs are never drawn beside them. */
export function fansOfShown({ fans, shown, result }: State): FansOf["of"] | undefined {
  return fans && shown && result?.document.study && isSame(fans.scenario, shown.scenario) ? fans.of : undefined;
}

/** The row that a line of a chart shows, where it is of one thing. */
export function rowOf({ row, instances, part, heading }: Line): StudyRow | undefined {
  const isLine = part === "line" || part === "total" || part === "limit";
  return row && instances?.length === 1 && isLine && !heading ? { row, instance: instances[0]! } : undefined;
}

export function rowKey({ row, instance }: StudyRow): string {
  return `${row} ${instance}`;
}

function rowsKey(rows: readonly StudyRow[] | undefined): string {
  return rows ? rows.map(rowKey).join(",") : "";
}

/** The rows of the lines of the charts in sight, each once. */
function rowsInSight({ shown, inSight }: State): StudyRow[] {
  const rows = new Map<string, StudyRow>();
  for (const view of shown?.answer.views ?? []) {
    if (view.kind !== "chart" || view.by !== "month" || !inSight.has(view.name)) continue;
    for (const line of view.lines ?? []) {
      const row = rowOf(line);
      if (row) rows.set(rowKey(row), row);
    }
  }
  return [...rows.values()];
}

/** Numbers in so many parts alike. */
function cut(numbers: Float64Array, parts: number): Float64Array[] {
  const length = parts > 0 ? numbers.length / parts : 0;
  return Array.from({ length: parts }, (_, at) => numbers.subarray(at * length, (at + 1) * length));
}
