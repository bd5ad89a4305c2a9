// The scenario held against others: a section that is computed for as long as it is open.
import { useState } from "preact/hooks";
import type { Side } from "../state/comparing";
import { usePicked } from "./context";
import { Later } from "./Later";

export function Comparison() {
  const isThere = usePicked((state) => state.result !== undefined);
  const isHeld = usePicked(({ view }) => (view.compared?.length ?? 0) > 0);
  const [wanted, setWanted] = useState<boolean>();
  // What no link can name is kept here, while the section is closed too.
  const [apart, setApart] = useState<readonly Side[]>([]);
  if (!isThere) return null;
  const isOpen = wanted ?? isHeld;
  return (
    <details class="how-sure" id="view-comparison" open={isOpen} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>
        <h2>How does it compare?</h2>{" "}
        <span class="quiet">With the base, other scenarios, links and files: what differs, and which change makes how much of it.</span>
      </summary>
      {isOpen && <Later name="ComparisonBody" awaited="Loading the comparison…" apart={apart} onApart={setApart} />}
    </details>
  );
}
