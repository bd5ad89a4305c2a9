// Has what else is said of a view found once the page has rested.
import { useEffect } from "preact/hooks";
import { Needing } from "../state/needs";
import type { Session } from "../state/session";
import { whenIdle } from "./whenidle";

/** In milliseconds, that the inputs rest before it is asked: a slider that is dragged would ask at each tick. */
const REST = 300;

export function useNeeding(session: Session): void {
  useEffect(() => {
    const needing = new Needing((scenario, view, signal) => session.needs(scenario, view, signal), session.store, rested);
    return () => needing.end();
  }, [session]);
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
