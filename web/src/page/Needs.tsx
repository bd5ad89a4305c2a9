// Has what else is said of a view found, which only solving does, once the page has rested.
import { useEffect } from "preact/hooks";
import { Needing } from "../state/needs";
import { Takes } from "../state/takes";
import { useSession } from "./context";
import { whenIdle } from "./whenidle";

/** In milliseconds, that the inputs rest before it is asked: a slider that is dragged would ask at each tick. */
const REST = 300;

export function Needs() {
  const session = useSession();
  useEffect(() => {
    // Embeds have no engines of studies.
    const takes = session.pool.size > 0 ? new Takes(session.pool) : undefined;
    const needing = new Needing(
      (scenario, view, signal) => (takes ? takes.needs(scenario, view, signal) : session.needs(scenario, view, signal)),
      session.store,
      rested,
    );
    return () => needing.end();
  }, [session]);
  return null;
}

function rested(task: () => void): () => void {
  let forget: (() => void) | undefined;
  const timer = setTimeout(() => {
    forget = whenIdle(task);
  }, REST);
  return () => {
    clearTimeout(timer);
    forget?.();
  };
}
