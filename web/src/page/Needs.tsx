// What else is said of a view, asked of the engines of studies.
import { useCallback } from "preact/hooks";
import type { AskNeeds } from "../state/needs";
import { Takes } from "../state/takes";
import { useSession } from "./context";
import { useNeeding } from "./needing";

export function Needs() {
  const { pool } = useSession();
  useNeeding(useCallback<AskNeeds>((scenario, view, signal) => new Takes(pool).needs(scenario, view, signal), [pool]));
  return null;
}
