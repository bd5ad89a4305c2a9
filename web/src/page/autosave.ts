// The page's one autosave, from when it is first asked for.
import { Autosave } from "../state/autosave";
import type { Session } from "../state/session";
import { useSession } from "./context";

let started: Autosave | undefined;

export function autosaveOf(session: Session): Autosave {
  started ??= new Autosave(session);
  return started;
}

export function useAutosave(): Autosave {
  return autosaveOf(useSession());
}
