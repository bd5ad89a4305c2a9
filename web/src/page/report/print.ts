// Printing the report once it is of what the page shows.
import type { Session } from "../../state/session";
import { chartScript } from "../Charts";
import { gather, gathered, isCurrent } from "./gather";

export async function printReport(session: Session): Promise<void> {
  try {
    await chartScript();
    if (!isCurrent(session, gathered.get())) await gather(session);
  } catch {
    // The page tells why, and the report what it lacks.
  }
  print();
}
