// How sure the figures are: a section that is computed for as long as it is open.
import { usePicked, useSession } from "./context";
import { Later } from "./Later";

export function HowSure() {
  const session = useSession();
  const isOpen = usePicked((state) => state.openStudy);
  const isThere = usePicked((state) => state.result !== undefined);
  if (!isThere) return null;
  const toggled = (now: boolean) => now !== isOpen && session.openStudy(now);
  return (
    <details class="how-sure" id="view-how-sure" open={isOpen} onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>
        <h2>How sure is that?</h2> <span class="quiet">How likely each outcome is, where inputs are ranges and not numbers.</span>
      </summary>
      {isOpen && <Later name="HowSureBody" awaited="Loading…" />}
    </details>
  );
}
