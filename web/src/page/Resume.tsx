// Offers to go on with what was changed at the last visit; says where nothing came of what was kept.
import { useEffect, useState } from "preact/hooks";
import { whenWords } from "../format";
import type { Kept } from "../state/kept";
import { useSelected } from "../state/store";
import "../styles/kept.css";
import { useAutosave } from "./autosave";
import { usePicked, useSession } from "./context";

export function Resume() {
  const session = useSession();
  const autosave = useAutosave();
  const wanted = useSelected(autosave.store, (state) => state.wanted);
  const isUnasked = usePicked((state) => state.unasked);
  const [isDone, setIsDone] = useState(false);
  const { found } = autosave;
  useEffect(() => {
    if (found === "damaged")
      session.notify({ level: "warning", text: "What this browser had kept of your last scenario cannot be read; it was dropped." });
  }, [found]);
  if (!found || found === "damaged" || !isUnasked || !wanted || isDone) return null;
  const go = () => {
    setIsDone(true);
    void session.open(found.origin);
  };
  const forget = () => {
    setIsDone(true);
    autosave.forget();
  };
  return (
    <div class="notice resume" role="status">
      <p>
        Continue where you left off? <b>{found.title}</b>, {keptWords(found)}.
      </p>
      <span class="resume-tools">
        <button type="button" class="small" onClick={go}>
          Continue
        </button>
        <button type="button" class="small" onClick={forget}>
          Forget it
        </button>
        <button type="button" class="icon" aria-label="Dismiss" onClick={() => setIsDone(true)}>
          ×
        </button>
      </span>
    </div>
  );
}

/** "3 changes, yesterday at 14:05" */
export function keptWords({ changed, at }: Kept): string {
  const changes = changed === 0 ? "" : changed === 1 ? "1 change, " : `${changed} changes, `;
  return changes + whenWords(new Date(at), new Date());
}
