// That an input is uncertain, and what that means.
import type { Uncertain } from "../engine/messages";
import { asPage } from "../format";
import { useSession } from "./context";

export function UncertainMark({ label, path, uncertain, isInField }: { label: string; path: string; uncertain: Uncertain; isInField: boolean }) {
  const session = useSession();
  return (
    <p class="uncertain">
      <span class="badge">uncertain</span> {!isInField && <b translate={false}>{uncertain.text}</b>}{" "}
      <span class="quiet">
        {uncertain.form}: {asPage(uncertain.words)}
      </span>{" "}
      <button type="button" class="small" aria-label={`Make certain: ${label}`} onClick={() => session.makeCertain(path)}>
        make certain
      </button>
    </p>
  );
}
