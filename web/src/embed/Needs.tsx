// What else is said of a view. Embeds have no engines of studies: it is asked of that of what is shown, after all else.
import { useCallback } from "preact/hooks";
import { useSession } from "../page/context";
import { useNeeding } from "../page/needing";
import type { AskNeeds } from "../state/needs";

export function Needs() {
  const session = useSession();
  useNeeding(useCallback<AskNeeds>((scenario, view, signal) => session.needs(scenario, view, signal), [session]));
  return null;
}
