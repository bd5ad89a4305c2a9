// A question that the engine takes a while for: how far it is, with a way to give it up, and once it was given up a way to ask it again.
import type { Progress } from "../engine/messages";
import { useLong } from "./Waiting";
import "../styles/asking.css";

export interface AskingProps {
  /** Such as "Looking for the reasons". */
  doing: string;
  progress: Progress | undefined;
  /** How it is given up, where that is done here. */
  stop?: Stop;
}

interface Stop {
  isStopped: boolean;
  /** What is said once it was, and how to have it again. */
  stopped: string;
  again: string;
  onStop(stop: boolean): void;
}

/** Of what is answered soon it says nothing. */
export function Asking({ doing, progress, stop }: AskingProps) {
  const isLong = useLong(true);
  const isStopped = stop?.isStopped ?? false;
  if (!isStopped && !isLong) return null;
  return (
    <div class="asking">
      {!isStopped && <progress max={1} {...(progress && { value: progress.part })} aria-label={doing} />}
      <p class="awaited" role="status">
        {isStopped ? stop!.stopped : `${doing}…`}
      </p>
      {stop && (
        <button type="button" class="small" onClick={() => stop.onStop(!isStopped)}>
          {isStopped ? stop.again : "Cancel"}
        </button>
      )}
    </div>
  );
}
