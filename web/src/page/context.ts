// How components reach the page's one state.
import { createContext } from "preact";
import { useCallback, useContext } from "preact/hooks";
import type { Session } from "../state/session";
import type { State } from "../state/state";
import { useSelected } from "../state/store";

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session");
  return session;
}

/** What `select` picks from the page's state, drawn again when it changes. */
export function usePicked<Picked>(select: (state: State) => Picked): Picked {
  return useSelected(useSession().store, select);
}

/** What the buttons below it belong to: a view, a chart, a map. */
export const BelongingTo = createContext<string | undefined>(undefined);

/** Whole names of buttons, for those who hear them one by one: a page has many "CSV", and one "CSV: Cash flow". */
export function useWholeName(): (label: string) => string {
  const of = useContext(BelongingTo);
  return useCallback((label) => (of ? `${label}: ${of}` : label), [of]);
}
