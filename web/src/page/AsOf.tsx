// Of when a scenario's figures are, and what they are not.
import type { Base } from "../engine/messages";
import { formatDate } from "../format";

export function AsOf({ base }: { base: Base }) {
  return (
    <p class="as-of">
      {base.as_of ? `Figures as of ${formatDate(base.as_of)}. ` : ""}An illustration from public reports and stated assumptions, not advice.
    </p>
  );
}
