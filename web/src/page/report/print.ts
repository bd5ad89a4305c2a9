// Printing the report once it is of what the page shows.
import type { Session } from "../../state/session";
import { standing } from "../../state/state";
import { chartScript } from "../Charts";
import { gather, gathered, isCurrent, needsOf } from "./gather";

export async function printReport(session: Session): Promise<void> {
  try {
    await chartScript();
    if (!isCurrent(session, gathered.get())) await gather(session);
    await needsTold(session);
  } catch {
    // The page tells why, and the report what it lacks.
  }
  print();
}

/** Whether it is of what the page shows, with all that is said of it. */
export function isReady(session: Session): boolean {
  return isCurrent(session, gathered.get()) && !areNeedsAwaited(session);
}

/** Until what else is said of the answer is there too, or will not come. */
function needsTold(session: Session): Promise<void> {
  return new Promise((done) => {
    const check = () => {
      if (areNeedsAwaited(session)) return;
      unwatch();
      done();
    };
    const unwatch = session.store.watch(check);
    check();
  });
}

function areNeedsAwaited(session: Session): boolean {
  const state = session.store.get();
  const { report } = gathered.get();
  if (!report || !isCurrent(session, { report }) || standing(state) !== "current") return false;
  return needsOf(report, state.needs) === undefined && state.shown!.answer.views.some(({ takes }) => takes);
}
