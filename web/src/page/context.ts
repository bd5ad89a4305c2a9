// How components reach the page's one state.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
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
