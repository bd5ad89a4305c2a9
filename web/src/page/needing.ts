// Has what else is said of a view found once the page has rested.
import { useEffect } from "preact/hooks";
import { type AskNeeds, Needing } from "../state/needs";
import { useSession } from "./context";
import { whenIdle } from "./whenidle";

/** In milliseconds, that the inputs rest before it is asked: a slider that is dragged would ask at each tick. */
const REST = 300;

/** `ask` is always the same function. */
export function useNeeding(ask: AskNeeds): void {
  const session = useSession();
  useEffect(() => {
    const needing = new Needing(ask, session.store, rested);
    return () => needing.end();
  }, [session, ask]);
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
