// What of the reader's work stays in this browser, and how to be rid of it. Where nothing can stay, nothing is said.
import { useSelected } from "../state/store";
import "../styles/kept.css";
import { useAutosave } from "./autosave";
import { keptWords } from "./Resume";

export function KeptNote() {
  const autosave = useAutosave();
  const possible = useSelected(autosave.store, (state) => state.possible);
  const wanted = useSelected(autosave.store, (state) => state.wanted);
  const kept = useSelected(autosave.store, (state) => state.kept);
  const elsewhere = useSelected(autosave.store, (state) => state.elsewhere);
  if (!possible) return null;
  if (!wanted)
    return (
      <p class="kept">
        What you change is not kept in this browser.{" "}
        <button type="button" class="small" onClick={() => autosave.keepAgain()}>
          Keep it
        </button>
      </p>
    );
  // In one piece, which a translator may take away: what comes after it would else stand before.
  const now = kept ? `: now ${kept.title}, ${keptWords(kept)}${elsewhere ? ", from another tab" : ""}` : "";
  return (
    <p class="kept">
      {`The scenario that you changed last, in whichever tab, stays in this browser until the next${now}. `}
      <button type="button" class="small" onClick={() => autosave.forget()}>
        Forget it
      </button>
    </p>
  );
}
