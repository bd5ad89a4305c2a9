// A print that waits for its report: how far that is, with a way to give it up.
import { useSelected } from "../../state/store";
import { Asking } from "../Asking";
import { usePicked } from "../context";
import { printing, stopPrinting } from "./print";

/** `onStopped` has somewhere else take the focus, where what had it goes. */
export function Printing({ onStopped }: { onStopped?: () => void }) {
  const isWaiting = useSelected(printing, ({ waiting }) => waiting !== undefined);
  const progress = usePicked((state) => state.progress);
  const stop = () => {
    stopPrinting();
    onStopped?.();
  };
  if (!isWaiting) return null;
  return (
    <Asking doing="Preparing the report" progress={progress} stop={{ isStopped: false, stopped: "Cancelled.", again: "Print it", onStop: stop }} />
  );
}
