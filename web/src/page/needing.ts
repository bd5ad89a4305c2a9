// Has what else is said of a view found once the page has rested.
import { useEffect } from "preact/hooks";
import { Needing } from "../state/needs";
import type { Session } from "../state/session";
import { whenRested } from "./whenidle";

export function useNeeding(session: Session): void {
  useEffect(() => {
    const needing = new Needing((scenario, view, signal) => session.needs(scenario, view, signal), session.store, whenRested);
    return () => needing.end();
  }, [session]);
}
