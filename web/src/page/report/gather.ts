// What the report is made of: asked for whenever the page rests, since a browser that prints waits for nobody.
import { catalog } from "../../catalog";
import { isRefused } from "../../engine/answered";
import type { ShownView } from "../../engine/client";
import type { ViewWish } from "../../engine/messages";
import { addMonths, formatMonth } from "../../format";
import { roleColour } from "../../palette";
import { type Drawing, drawingOf, usesOf } from "../../state/drawing";
import { isSame } from "../../state/figures";
import type { Scenario } from "../../state/history";
import type { Session, Taken } from "../../state/session";
import { type State, standing } from "../../state/state";
import { Store } from "../../state/store";

export interface Report extends Taken {
  /** The month that figures of one month are of, in words. */
  month: string;
  /** The whole address, or why there is none. */
  link: { address: string } | { none: string };
  /** The sites as the canvas shows them; none where they cannot be drawn, undefined until they are asked for. */
  drawing?: Drawing | "none";
}

export const gathered = new Store<{ report: Report | undefined }>({ report: undefined });

const WISHES: ViewWish[] = [
  ...[catalog.printed.answer, catalog.printed.figures, catalog.printed.site, ...catalog.printed.charts, catalog.printed.table].map((name) => ({
    name,
    by: "month" as const,
  })),
  { name: catalog.printed.statement, by: "year" },
];

/** Whether the report is of what the page shows now, and that of the present inputs as far as they can be computed. */
export function isCurrent(session: Session, { report }: { report: Report | undefined }): boolean {
  const state = session.store.get();
  return (
    report !== undefined && report.scenario === state.resultOf && report.answer.month === (state.view.month ?? 0) && standing(state) !== "awaited"
  );
}

/** What else is said of the answer, where that is of the report's scenario. */
export function needsOf({ scenario }: Report, needs: State["needs"]): State["needs"] {
  return needs?.view === catalog.printed.answer && isSame(needs.scenario, scenario) ? needs : undefined;
}

/** Has it made of what is shown now. */
export async function gather(session: Session, signal?: AbortSignal): Promise<void> {
  const taken = await session.taken(WISHES, signal);
  if (!taken) return;
  const link = await linkOf(session, taken.scenario);
  const { scenario, answer } = taken;
  if (scenario !== session.store.get().resultOf) return;
  const { report: before } = gathered.get();
  const drawing = before && isOfSame(before, taken) ? before.drawing : undefined;
  gathered.update({ report: { ...taken, month: formatMonth(addMonths(answer.document.start, answer.month)), link, ...(drawing && { drawing }) } });
}

/**
 * Has its sites drawn, which needs an engine of its own and so is done for a print alone. Rejects where that engine fails: the next
 * print asks again.
 */
export async function draw(session: Session, signal: AbortSignal): Promise<void> {
  const { report } = gathered.get();
  if (!report || report.drawing) return;
  const drawing = (await drawn(session, report, signal)) ?? "none";
  const { report: now } = gathered.get(); // which may have been made anew meanwhile
  if (!signal.aborted && now && isOfSame(now, report)) gathered.update({ report: { ...now, drawing } });
}

function isOfSame(one: Taken, other: Taken): boolean {
  return one.scenario === other.scenario && one.answer.month === other.answer.month;
}

async function drawn({ pool }: Session, report: Report, signal: AbortSignal): Promise<Drawing | undefined> {
  const { scenario, answer } = report;
  if (pool.size === 0 || !viewOf(report, catalog.printed.site)?.split) return undefined;
  const uses = await usesOf(pool, scenario, signal);
  if (!uses || isRefused(uses)) return undefined;
  const colours = uses.map(({ role, place }) => roleColour(role, place, false));
  const { width, height } = catalog.printed;
  const drawing = await drawingOf(pool, scenario, { width, height, month: answer.month, colours, dark: false }, signal);
  return drawing && !isRefused(drawing) ? drawing : undefined;
}

/** Of what is open, or why there is none; for figures of a scenario only where that still is what is open. */
export async function linkOf(session: Session, scenario?: Scenario): Promise<Report["link"]> {
  try {
    const fragment = await session.linkNow();
    const { history } = session.store.get();
    if (scenario && !(history && isSame(history.present, scenario))) return { none: "The inputs were changed meanwhile." };
    return { address: location.href.replace(/#.*$/, "") + fragment };
  } catch (reason) {
    return { none: reason instanceof Error ? reason.message : String(reason) };
  }
}

export function viewOf({ answer }: Report, name: string): ShownView | undefined {
  return answer.views.find((view) => view.name === name);
}
