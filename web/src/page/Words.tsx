// A sentence with its figures, where those are no values of a view.
import type { Told } from "../solved";

/** Words are for a translator, figures are not. */
export function Words({ told }: { told: readonly Told[] }) {
  return (
    <>
      {told.map((part, at) =>
        typeof part === "string" ? (
          <span key={at}>{part}</span>
        ) : (
          <b key={at} class="number" translate={false}>
            {part.figure}
          </b>
        ),
      )}
    </>
  );
}
