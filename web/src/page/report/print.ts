// Printing the report once it is of what the page shows. Until then a print waits, and can be given up.
import type { Session } from "../../state/session";
import { type State, standing } from "../../state/state";
import { Store } from "../../state/store";
import { chartScript } from "../Charts";
import { draw, gather, gathered, isCurrent, needsOf } from "./gather";

/** The print that waits for what it is of. */
export const printing = new Store<{ waiting: AbortController | undefined }>({ waiting: undefined });

export async function printReport(session: Session): Promise<void> {
  stopPrinting();
  const mine = new AbortController();
  printing.update({ waiting: mine });
  try {
    await reportMade(session, mine.signal);
  } catch {
    // The page tells why, and the report what it lacks.
  }
  if (mine.signal.aborted) return;
  printing.update({ waiting: undefined });
  print();
}

export function stopPrinting(): void {
  printing.get().waiting?.abort();
  printing.update({ waiting: undefined });
}

async function reportMade(session: Session, signal: AbortSignal): Promise<void> {
  await chartScript();
  await until(session, signal, (state) => standing(state) !== "awaited");
  if (!isCurrent(session, gathered.get())) await gather(session, signal);
  await Promise.allSettled([draw(session, signal), until(session, signal, () => !areNeedsAwaited(session))]);
}

/** Whether it is of what the page shows, with its picture and all that is said of it. */
export function isReady(session: Session): boolean {
  const { report } = gathered.get();
  return isCurrent(session, { report }) && report?.drawing !== undefined && !areNeedsAwaited(session);
}

/** Until the page is so, or nobody waits for it any more. */
function until(session: Session, signal: AbortSignal, isSo: (state: State) => boolean): Promise<void> {
  return new Promise((done) => {
    const check = () => {
      if (!signal.aborted && !isSo(session.store.get())) return;
      unwatch();
      signal.removeEventListener("abort", check);
      done();
    };
    const unwatch = session.store.watch(check);
    signal.addEventListener("abort", check);
    check();
  });
}

/** Whether what else is said of the answer is still to come. */
function areNeedsAwaited(session: Session): boolean {
  const state = session.store.get();
  const { report } = gathered.get();
  if (!report || !isCurrent(session, { report }) || standing(state) !== "current") return false;
  return needsOf(report, state.needs) === undefined && state.shown!.answer.views.some(({ takes }) => takes);
}
